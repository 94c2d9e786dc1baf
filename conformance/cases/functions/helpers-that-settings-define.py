# note: Closures, defaults, decorators, recursion and generators work in settings as in any module.
# env: PORT=9000
# env: DEBUG=Yes
import os

def env(name, default=None, *, cast=str):
    """Reads a variable."""
    value = os.environ.get(name, default)
    if value is None:
        return None
    return cast(value)

def flag(value):
    return str(value).strip().lower() in ('1', 'true', 'yes', 'on')

DEBUG = env('DEBUG', 'no', cast=flag)
PORT = env('PORT', 8000, cast=int)
MISSING = env('NOPE')

def counter():
    count = 0
    def step():
        nonlocal count
        count += 1
        return count
    return step

STEP = counter()
STEPS = [STEP(), STEP(), STEP()]

def factorial(n):
    return 1 if n < 2 else n * factorial(n - 1)

FACTORIAL = factorial(20)
DOUBLE = (lambda x, y=2: x * y)(21)
COMPOSED = (lambda *fs: lambda x: [f(x) for f in fs])(str, int)(3.7)

def decorated(function):
    def wrapper(*args, **kwargs):
        return ['wrapped', function(*args, **kwargs)]
    return wrapper

@decorated
def name(first, last='Doe'):
    return f'{first} {last}'

NAMED = name('Jane', last='Roe')

def generate():
    yield 'a'
    yield from ('b', 'c')

GENERATED = list(generate())

def early(values):
    for value in values:
        if value > 1:
            return value
    return None

EARLY = early([1, 2, 3]), early([])
TOTAL = 0
def add(n):
    global TOTAL
    TOTAL += n
add(5)
add(6)
del STEP
