# note: A partial function tells what it holds; one of another partial holds all their arguments.
from functools import partial


def url(scheme, host, port=80, path="/"):
    return f"{scheme}://{host}:{port}{path}"


secure = partial(url, "https", port=443)
shop = partial(secure, "shop.example.org", path="/api")
URL = shop()
ARGS = shop.args
KEYWORDS = shop.keywords
SAME = shop.func is url
