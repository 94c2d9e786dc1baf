# note: Sets are equal whatever the order of their items; sorted gives them an order.
PORTS = {443, 80, 80}
SORTED = sorted(PORTS)
COUNT = len(PORTS)
LARGEST = max(PORTS)
UNIQUE = list(dict.fromkeys(["b", "a", "b"]))
TEXT = [str({1}), str(set()), str(frozenset())]
