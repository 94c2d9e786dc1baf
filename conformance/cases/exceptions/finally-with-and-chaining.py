# note: `finally` runs on every way out and its `return` wins; a context manager may swallow the error.
def finally_wins():
    try:
        return 'try'
    finally:
        return 'finally'
def continues():
    out = []
    for i in range(4):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            out.append(i)
        finally:
            out.append('f%d' % i)
    else:
        out.append('else')
    return out
def reraise():
    try:
        try:
            raise KeyError('a')
        except KeyError:
            raise
    except LookupError as error:
        return type(error).__name__
def chained():
    try:
        try:
            raise KeyError('a')
        except KeyError as error:
            raise ValueError('b') from error
    except ValueError as error:
        return str(error), repr(error.__cause__)
def swallowed():
    try:
        raise ValueError
    except (KeyError, ValueError):
        pass
    else:
        return 'else'
    return 'after'
FINALLY, CONTINUES, RERAISE, CHAINED, SWALLOWED = finally_wins(), continues(), reraise(), chained(), swallowed()
class Guard:
    def __init__(self, log):
        self.log = log
    def __enter__(self):
        self.log.append('enter')
        return self
    def __exit__(self, kind, value, trace):
        self.log.append(kind.__name__ if kind else None)
        return True
LOG = []
with Guard(LOG) as g, Guard(LOG):
    raise RuntimeError('swallowed')
