# note: django-cors-headers' default headers and methods are tuples that settings add to.
from corsheaders.defaults import default_headers, default_methods

CORS_ALLOW_HEADERS = (*default_headers, "x-shop")
CORS_ALLOW_METHODS = [method for method in default_methods if method != "DELETE"]
