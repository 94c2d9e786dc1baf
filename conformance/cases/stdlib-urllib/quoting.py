# note: Quoting keeps what is safe, and queries write blanks as plus signs.
from urllib.parse import quote, quote_plus, unquote, unquote_plus, urlencode
QUOTED = [quote("a b/c?d=é"), quote("a/b", safe=""), quote_plus("a b&c"), quote("~-._")]
UNQUOTED = [unquote("a%20b%2Fc"), unquote_plus("a+b"), unquote("%C3%A9%ff"), unquote("100%")]
QUERY = [urlencode({"a": 1, "b": "x y"}), urlencode([("a", 1), ("a", 2)]), urlencode({"a": [1, 2]}, doseq=True)]
