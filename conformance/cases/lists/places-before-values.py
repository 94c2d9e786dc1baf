# note: Where something is put is looked at before what is put there, and whether there is such a place before whether it can be changed.
WORDS = []


def put(container, key, value):
    container[key] = value


def drop(container, key):
    del container[key]


HUGE = 12345678901234567890
for change in (
    lambda: put([], slice([], None), 0), lambda: put([1], slice(None, None, 0), 5), lambda: put([1], slice(0, 1), 5),
    lambda: put("abc", HUGE, "d"), lambda: put((1,), -HUGE, 2), lambda: put("abc", 1, "d"), lambda: drop("abc", HUGE),
    lambda: drop((), HUGE), lambda: put(5, HUGE, 1), lambda: put(None, HUGE, 1), lambda: put([], HUGE, 1),
):
    try:
        change()
    except (TypeError, ValueError, IndexError) as error:
        WORDS.append([type(error).__name__, str(error)])
