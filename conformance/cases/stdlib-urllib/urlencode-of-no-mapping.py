# note: `urlencode` takes mappings and sequences of pairs, and with `doseq` a pair for each item of a value.
from urllib.parse import urlencode

QUERIES = [
    urlencode([("a", 1), ("b", "x y")]),
    urlencode({"tag": ["a", "b"], "page": 1}, doseq=True),
    urlencode({"tag": {"a": 1}, "numbers": range(2)}, doseq=True),
    urlencode([]),
    urlencode(""),
]
REFUSED = []
for query in (zip("ab", "cd"), 5, None, "ab", [["a", 1]], [("a",)], [("a", 1, 2)], {"a": 1}.items()):
    try:
        REFUSED.append(urlencode(query))
    except (TypeError, ValueError) as error:
        REFUSED.append([type(error).__name__, str(error)])
