# note: A module's dict takes any text for a name.
globals().update({"\0": 1, "\0s\0": 2, "a b": 3, "A\0": 4})
TOLD = sorted(name for name in globals() if "\0" in name or " " in name)
