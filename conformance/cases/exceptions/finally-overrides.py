# note: A return in finally takes the place of what was returned or raised.
def read():
    try:
        return "try"
    finally:
        return "finally"


def swallow():
    for _ in range(2):
        try:
            raise ValueError("lost")
        finally:
            break
    return "went on"


RETURNED, SWALLOWED = read(), swallow()
