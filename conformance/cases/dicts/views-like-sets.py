# note: Keys and items of a dict take the operators of sets, and `popitem` takes the pair that was added last.
LIMITS = dict(cpu=1)
LIMITS.update([("disk", 2)], memory=3)
NAMES = list(LIMITS), LIMITS.get("net", [])
UNION = LIMITS | {"cpu": 9}, {**{"cpu": 1}, **{"cpu": 2}}
LARGE = {name: limit for name, limit in LIMITS.items() if limit > 1}
COMMON = LIMITS.keys() & {"cpu", "net"}
HOLDS = LIMITS.items() >= {("cpu", 1)}
FROM_KEYS = {}.fromkeys("ab"), dict.fromkeys([1, 2], [])
BY_PAIR = {(1, 2): "a tuple is a key"}[1, 2]
TAKEN = LIMITS.pop("cpu"), LIMITS.popitem()
ADDED = LIMITS.setdefault("net", 1), LIMITS.setdefault("net", 2)
