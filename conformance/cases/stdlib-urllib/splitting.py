# note: A URL is split with user and password still quoted, the host in lower case and the port as a number.
from urllib.parse import urlparse, urlsplit
URL = urlparse("postgres://shop:p%40ss@DB.example:5432/shop;x?sslmode=require#f")
PARTS = [URL.scheme, URL.netloc, URL.path, URL.params, URL.query, URL.fragment]
INSIDE = [URL.username, URL.password, URL.hostname, URL.port]
SPLIT = tuple(urlsplit("//static.example/css?v=1"))
NOTHING = [urlparse("/media/").hostname, urlparse("redis://").port, urlparse("").path]
BACK = URL.geturl()
IPV6 = [urlsplit("http://[::1]:8000/").hostname, urlsplit("http://[::1]:8000/").port]
