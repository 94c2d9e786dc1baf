# note: A dict must not grow while it is iterated over.
CONFIG = {"a": 1}
for key in CONFIG:
    CONFIG[key + "_copy"] = 1
