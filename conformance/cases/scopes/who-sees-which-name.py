# note: A method does not see the names of its class body, a closure sees the last value, and an exception's name is gone after its handler.
X = 'module'
class C:
    X = 'class'
    LIST = [X for _ in range(1)]
    def get(self):
        return X
GOT = C().get(), C.X, C.LIST
FUNCS = [lambda: i for i in range(3)]
LATE = [f() for f in FUNCS]
BOUND = [f() for f in [lambda i=i: i for i in range(3)]]
def outer():
    x = 'outer'
    def middle():
        def inner():
            nonlocal x
            x = 'changed'
        inner()
        return x
    return middle(), x
OUTER = outer()
i = 'kept'
COMPREHENDED = [i for i in 'ab']
KEPT = i
def shadow(list=list):
    return list('ab')
SHADOW = shadow()
def reads_global():
    return LATER
LATER = 'defined after the function'
READ = reads_global()
def unbound():
    try:
        return y
    except UnboundLocalError as error:
        return str(error)
    y = 1
UNBOUND = unbound()
try:
    print(i_am_not)
except NameError as error:
    UNDEFINED = str(error), error.name
for LEAK in range(3):
    pass
try:
    raise ValueError('x')
except ValueError as gone:
    pass
GONE = 'gone' in globals()
