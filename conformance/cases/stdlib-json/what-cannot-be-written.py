# note: JSON sorts keys as Python does, takes few kinds of them, and refuses numbers that are none where it is told to.
import json

SORTED = json.dumps({10: "a", 9: "b"}, sort_keys=True), json.dumps({"b": 1, "a": {"d": 2, "c": 3}}, sort_keys=True)
KEYS = json.dumps({1.5: 1, True: 2, None: 3})
FINITE = json.dumps([1.5], allow_nan=False)
WORDS = []
for run in (
    lambda: json.dumps({2: 1, "a": 2}, sort_keys=True),
    lambda: json.dumps({(1, 2): 3}),
    lambda: json.dumps({b"a": 3}),
    lambda: json.dumps([float("nan")], allow_nan=False),
    lambda: json.dumps(float("inf"), allow_nan=False),
    lambda: json.dumps([len]),
    lambda: json.dumps(json),
    lambda: json.dumps([1], foo=1),
    lambda: json.loads("1", foo=1),
    lambda: json.loads(b"\xff"),
    lambda: json.loads(b'{"a": \xe9}'),
):
    try:
        run()
    except (TypeError, ValueError) as error:
        WORDS.append([type(error).__name__, str(error)])
