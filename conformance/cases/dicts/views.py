# note: Views are live, like sets where their items are keys, and read with their name.
CONFIG = {"a": 1}
KEYS = CONFIG.keys()
CONFIG["b"] = 2
LIVE = list(KEYS)
SETS = [sorted(KEYS & {"a", "z"}), sorted(KEYS | {"z"}), sorted(KEYS - {"a"}), "a" in KEYS, ("a", 1) in CONFIG.items(), 2 in CONFIG.values()]
EQUAL = [KEYS == {"a", "b"}, CONFIG.items() == {"b": 2, "a": 1}.items()]
TEXT = [str(KEYS), str(CONFIG.values()), str(CONFIG.items())]
COUNT = len(CONFIG.items())
