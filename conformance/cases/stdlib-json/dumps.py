# note: JSON is written with separators, indentation and order as asked, and in ASCII unless said otherwise.
import json
CONFIG = {"b": [1, 2.5, None, True], "a": "é\n", "empty": {}}
PLAIN = json.dumps(CONFIG)
COMPACT = json.dumps(CONFIG, separators=(",", ":"))
SORTED = json.dumps(CONFIG, sort_keys=True, ensure_ascii=False)
INDENTED = json.dumps({"a": [1, {"b": 2}], "c": []}, indent=2)
KEYS = json.dumps({1: "int", True: "bool", None: "none"})
NUMBERS = json.dumps([1e16, 0.1, -0.0, float("inf"), 10**20])
BY_DEFAULT = json.dumps({"when": {1}}, default=sorted)
