# note: `and` and `or` give an operand, comparisons chain, and a pattern binds the names in it.
DEBUG = False
NAME = '' or 'fallback'
FIRST_TRUE = None or 0 or 'last'
LAST_OF_AND = 'a' and 'b'
FALSY_AND = [] and 'never'
TERNARY = 'on' if DEBUG else 'off'
NOT = not DEBUG
if DEBUG:
    MODE = 'debug'
elif NAME == 'fallback':
    MODE = 'named'
else:
    MODE = 'none'
if not DEBUG and NAME:
    SECURE_SSL_REDIRECT = True
if (LENGTH := len(NAME)) > 3:
    LONG = LENGTH
NOT_IN = 'x' if 'x' not in NAME else 'y'
IS_NONE = (None is None, 0 is not None)
CHAINED = 0 < LENGTH <= 8 != 9
match NAME:
    case 'production' | 'fallback':
        MATCHED = 'group'
    case _:
        MATCHED = 'other'
match {'kind': 'redis', 'port': 6379}:
    case {'kind': 'redis', 'port': int(PORT)}:
        CACHE_PORT = PORT
match [1, 2, 3]:
    case [HEAD, *TAIL]:
        pass
