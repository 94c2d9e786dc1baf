# note: A URL's parts as urlsplit and urlparse give them: quoted user and password, lower-case host, number of the port.
from urllib.parse import urlparse, urlsplit
URL = urlparse("postgres://shop:p%40ss@DB.example:5432/shop;x?sslmode=require#f")
PARTS = [URL.scheme, URL.netloc, URL.path, URL.params, URL.query, URL.fragment]
INSIDE = [URL.username, URL.password, URL.hostname, URL.port]
SPLIT = tuple(urlsplit("//static.example/css?v=1"))
NOTHING = [urlparse("/media/").hostname, urlparse("redis://").port, urlparse("").path]
BACK = URL.geturl()
IPV6 = [urlsplit("http://[::1]:8000/").hostname, urlsplit("http://[::1]:8000/").port]
