# note: A comprehension is no function of its own: a name of the function around it that is not bound yet is that one's local.
def tries():
    for run in (plain, nested, expression, inner):
        try:
            run()
        except NameError as error:
            yield [type(error).__name__, str(error)]


def plain():
    apps = [HOST for _ in range(1)]
    HOST = "a.org"
    return apps


def nested():
    apps = [{HOST for _ in range(1)} for _ in range(1)]
    HOST = "a.org"
    return apps


def expression():
    apps = list(HOST for _ in range(1))
    HOST = "a.org"
    return apps


def inner():
    apps = [(lambda: HOST)() for _ in range(1)]
    HOST = "a.org"
    return apps


WORDS = list(tries())
