# note: `globals()`, `locals()`, `vars()` and the module object are one namespace at module level, also for `exec`.
import sys
globals()['DYNAMIC'] = 'set by name'
for name, value in {'ONE': 1, 'TWO': 2}.items():
    globals()[name] = value
locals()['LOCAL'] = 'module level'
vars()['VARS'] = True
setattr(sys.modules[__name__], 'ATTRIBUTE', [1])
globals().update({'UPDATED': 'yes', 'lower': 'no'})
GOT = getattr(sys.modules[__name__], 'ONE', None)
HAS = 'DYNAMIC' in globals(), 'NOPE' in globals()
NAME = __name__
exec("EXECUTED = ONE + TWO")
EVALUATED = eval('ONE + 10')
TYPES = type(1).__name__, type('').__name__, type(None).__name__, type([]) is list
CALLABLE = callable(len), callable(1)
DIR = sorted(n for n in dir() if n.startswith('U'))
del globals()['TWO']
