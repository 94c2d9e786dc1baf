# note: The methods of dicts give a value, a view or None, and `dict.fromkeys` one value to all keys.
CONFIG = {"a": 1}
GOT = [CONFIG.get("a"), CONFIG.get("z"), CONFIG.get("z", 5)]
SET = [CONFIG.setdefault("a", 9), CONFIG.setdefault("b", []), CONFIG.setdefault("c")]
CONFIG.update({"d": 4}, e=5)
CONFIG.update([("f", 6)])
POPPED = [CONFIG.pop("a"), CONFIG.pop("z", None), CONFIG.popitem()]
VIEWS = [list(CONFIG), list(CONFIG.keys()), list(CONFIG.values()), list(CONFIG.items())]
SHARED = dict.fromkeys(["x", "y"], [])
SHARED["x"].append("in both")
COPY = CONFIG.copy()
COPY.clear()
