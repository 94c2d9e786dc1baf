# note: A URL and what goes with it are both texts; a query that is no text is looked at as bytes.
from pathlib import Path
from urllib.parse import parse_qs, parse_qsl, urljoin, urlparse, urlsplit

MEDIA = Path("media")
NOTHING = parse_qs(None), parse_qsl(0), urljoin("", MEDIA) is MEDIA, urljoin("/static/", None)
PROBLEMS = []
for read in (
    lambda: parse_qs(MEDIA),
    lambda: parse_qsl(5),
    lambda: parse_qsl(["a=1"]),
    lambda: urljoin("https://a.org", MEDIA),
    lambda: urljoin(MEDIA, MEDIA),
    lambda: urlsplit(5),
    lambda: urlparse(MEDIA),
    lambda: urlparse("a.org", 5),
    lambda: urlparse(MEDIA, "https"),
):
    try:
        read()
    except (AttributeError, TypeError) as error:
        PROBLEMS.append(str(error))
