# note: Queries give lists of values; joining resolves a reference like a browser.
from urllib.parse import parse_qs, parse_qsl, urljoin, urlunsplit
QUERIES = [parse_qs("a=1&a=2&b="), parse_qs("b=", keep_blank_values=True), parse_qsl("a=1&b=x+y%21")]
JOINED = [urljoin("https://cdn.example/static/", "css/x.css"), urljoin("https://a/b", "/c"), urljoin("https://a/b/c/", "../d"), urljoin("https://a", "//b/c")]
BUILT = urlunsplit(("https", "example.com", "/a", "q=1", ""))
