# note: What is no class and makes none stops a class that has it for a base.
COUNT = 0
for base in ((), (1, 2), ..., NotImplemented, [].append):
    try:

        class Wrong(base):
            pass

    except TypeError:
        COUNT += 1
