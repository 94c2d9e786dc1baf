# note: A method of a builtin value is a builtin function, one of the project a method.
class Host:
    def name(self):
        return "a"


TYPES = [type(one).__name__ for one in ("a".upper, [].append, Host().name, Host.name, {}.get)]
PROBLEMS = []
for attempt in (lambda: 1 + "a".upper, lambda: 1 + Host().name, lambda: type(None)(1)):
    try:
        attempt()
    except TypeError as error:
        PROBLEMS.append(str(error))
