# note: `type`, `slice`, `range`, `super`, `staticmethod` and exception groups say which arguments they refuse.
def refusal(function, *arguments, **options):
    try:
        function(*arguments, **options)
    except (TypeError, ValueError) as error:
        return [type(error).__name__, str(error)]


REFUSED = [
    refusal(type, 1, name="x"),
    refusal(type, 1, (), {}),
    refusal(slice, 1, step=2),
    refusal(range, "a", "b", "c", "d"),
    refusal(range, "a", stop=2),
    refusal(super, 1),
    refusal(super, int, 1, 2),
    refusal(staticmethod),
    refusal(classmethod, len, name="x"),
    refusal(issubclass, int),
    refusal(issubclass, 1, 2),
    refusal(reversed),
    refusal(iter, 1, 2),
    refusal(setattr, refusal, 1, 2),
    refusal(ExceptionGroup, "several"),
    refusal(ExceptionGroup, 1, []),
    refusal(ExceptionGroup, "several", []),
    refusal(ExceptionGroup, "several", ["no error"]),
]
