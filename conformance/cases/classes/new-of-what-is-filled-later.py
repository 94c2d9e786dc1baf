# note: `__new__` of what can change makes it empty, whatever it is given; its `__init__` fills it.
MADE = [list.__new__(list, [80]), dict.__new__(dict, {"port": 80}), dict.__new__(dict, 1, 2), tuple.__new__(tuple, [80])]
