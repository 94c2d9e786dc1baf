# note: What stands alone with a star is gone through after the keywords are there, and keys are looked at last.
WORDS = []


def take(*args, **kwargs):
    return args, kwargs


def loud(words):
    WORDS.append(words)
    return words


def counted():
    WORDS.append("begun")
    yield 1


TAKEN = take(*counted(), a=loud("keyword"))
for call in (
    lambda: take(*5, **nothing),
    lambda: take(*5, a=nothing),
    lambda: take(*5, **7),
    lambda: take(*5, a=1, **{"a": 2}),
    lambda: take(1, *5, **nothing),
    lambda: take(**{1: 2}, **nothing),
    lambda: take(**{1: 2}, a=loud("late")),
):
    try:
        call()
    except (TypeError, NameError) as error:
        WORDS.append(str(error))
