# note: `urlsplit` is a function that remembers its results, and says so in messages.
from urllib.parse import urlsplit

HOST = urlsplit("https://example.org:8443/shop").hostname
NAME = urlsplit.__name__, type(urlsplit).__name__
WORDS = []
for run in (lambda: urlsplit["a"], lambda: urlsplit + 1, lambda: list(urlsplit), lambda: urlsplit.nosuch):
    try:
        run()
    except (TypeError, AttributeError) as error:
        WORDS.append(str(error))
