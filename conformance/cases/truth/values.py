# note: Nothing, zero and empty containers are false; every other value is true, also the texts "False" and "0".
FALSE = [bool(value) for value in (None, False, 0, 0.0, "", b"", [], (), {}, set(), range(0))]
TRUE = [bool(value) for value in (1, -1, 0.1, "False", "0", " ", [0], (None,), {"": 0}, float("nan"), object)]
