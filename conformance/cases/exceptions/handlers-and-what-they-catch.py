# note: The first handler whose type fits runs, `else` only without an error, `finally` always.
try:
    VALUE = {'a': 1}['b']
except KeyError as error:
    VALUE = 'missing %s' % error
    ARGS = error.args
try:
    NUMBER = int('abc')
except (TypeError, ValueError) as error:
    NUMBER = str(error)
else:
    ELSE = 'not reached'
finally:
    FINALLY = True
try:
    OK = 1
except Exception:
    OK = 2
else:
    ELSE_REACHED = True
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise RuntimeError('again')
except RuntimeError as error:
    CHAINED = str(error), type(error.__context__).__name__

class Custom(Exception):
    pass

def risky(kind):
    if kind == 'custom':
        raise Custom('with', 'args')
    return kind

try:
    risky('custom')
except Custom as error:
    CUSTOM = error.args, str(error)
try:
    [][3]
except LookupError as error:
    LOOKUP = str(error)
try:
    None.x
except AttributeError as error:
    ATTRIBUTE = str(error)
try:
    undefined_name
except NameError as error:
    NAME = str(error)
try:
    'a' + 1
except TypeError as error:
    TYPE = str(error)
try:
    a, b = [1, 2, 3]
except ValueError as error:
    UNPACK = str(error)
import contextlib
with contextlib.suppress(KeyError):
    {}['x']
    UNREACHED = True
ASSERTED = 'yes'
assert ASSERTED, 'not raised'
