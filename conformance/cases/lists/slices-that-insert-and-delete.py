# note: A slice beyond the end inserts there, one with a step is replaced place by place, and `*=` repeats the list itself.
APPS = ["c", "a", "b"]
APPS[len(APPS) :] = ["end"]
APPS[1:2] = []
APPS[0:0] = ["head"]
APPS[::2] = ["even"] * len(APPS[::2])
del APPS[0], APPS[-1]
PORTS = [1, 2, 3, 4, 5]
del PORTS[1:3]
SAME = PORTS
PORTS *= 2
HEAD, NO_ITEMS = PORTS[:99], PORTS[99:]
