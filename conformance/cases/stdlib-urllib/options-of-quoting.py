# note: What is no text cannot be quoted, and how a text is quoted or a URL is read can be told by options.
# unknown: FRAGMENT, SAFE
from urllib.parse import quote, quote_plus, unquote, unquote_plus, urlencode, urlsplit, urlunsplit


def refused(function, *arguments, **options):
    try:
        return function(*arguments, **options)
    except (TypeError, AttributeError, ValueError) as error:
        return [type(error).__name__, str(error)]


QUOTED = [refused(function, one) for function in (quote, quote_plus) for one in (None, 5, ["a"], "a b")]
UNQUOTED = [refused(function, one) for function in (unquote, unquote_plus) for one in (None, 5, ["a"], "a%20b+c")]
PAIRS = [refused(urlencode, [("a", 1), one]) for one in (None, 5, ("a",), ("a", 1, 2), "ab")]
UNSPLIT = [refused(urlunsplit, one) for one in (None, 5)]
NO_FIELD = refused(urlsplit("http://a/b")._replace, colour="red")
FRAGMENT = urlsplit("http://a/b#c", allow_fragments=False).path
SAFE = refused(quote, "a b", None)
