# note: `__new__` of a builtin class refuses a class that is not below it.
class Single:
    pass


MADE = [list.__new__(list, [80]), tuple.__new__(tuple, [80])]
PROBLEMS = []
for make in (lambda: tuple.__new__(list), lambda: super.__new__(Single), lambda: int.__new__(Single, 3)):
    try:
        make()
    except TypeError as error:
        PROBLEMS.append(str(error))
