# note: The parts of an address stay escaped as they are written, and its port is a number.
from urllib.parse import urlparse, quote, quote_plus, unquote, urlencode, urljoin, parse_qs, urlsplit
URL = urlparse('postgres://user:p%40ss@db.example.org:5432/app?ssl=1#x')
PARTS = URL.scheme, URL.hostname, URL.port, URL.username, URL.password, URL.path, URL.query, URL.fragment, URL.netloc, URL.path[1:], URL.path.lstrip('/')
QUOTED = quote('a b/c&d'), quote_plus('a b/c'), quote('é@:', safe=''), unquote('a%20b%C3%A9')
ENCODED = urlencode({'a': 1, 'b': 'x y'}), urljoin('https://e.org/a/b', '../c'), parse_qs('a=1&a=2&b=')
SPLIT = urlsplit('//cdn.example.org/static/').netloc, urlparse('redis://:pw@h:6379/0').password, urlparse('x').scheme
BROKER = 'redis://%s:%s/0' % (urlparse('redis://cache:6379').hostname, urlparse('redis://cache:6379').port)
