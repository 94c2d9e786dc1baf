# note: A `Counter` counts further and back, takes the number of the most common apart as `heapq` does, and counts as none what is not there.
from collections import Counter

COUNTED = Counter("aab", b=2)
COUNTED.update({"c": 3})
COUNTED.update("cd", e=1)
BACK = Counter("a")
BACK.subtract("aab", c=2)
NOTHING = Counter(None)
MOST = COUNTED.most_common(2), COUNTED.most_common(True), COUNTED.most_common(1.0), COUNTED.most_common(-1)
SAME = Counter("aab") == Counter(a=2, b=1, c=0), Counter("a") != Counter("a"), Counter("a") == {"a": 1}
PROBLEMS = []
for attempt in (
    lambda: COUNTED.most_common(""),
    lambda: COUNTED.most_common(2.5),
    lambda: COUNTED.most_common(7.5),
    lambda: COUNTED.most_common(list),
    lambda: Counter(a="x", b=1).most_common(),
    lambda: Counter("a", "b"),
    lambda: Counter([[]]),
    lambda: Counter.fromkeys("ab", 1),
):
    try:
        attempt()
    except (TypeError, NotImplementedError) as error:
        PROBLEMS.append(str(error))
COUNTED, BACK = dict(COUNTED), dict(BACK)
