# note: A class inherits in the order of its MRO, shares its lists with its heirs, and calls properties, class methods and static methods each in their way.
class Defaults:
    TIMEOUT = 30
    hosts = ['a']

    def __init__(self, name, *extra):
        self.name = name
        self.extra = extra

    @property
    def url(self):
        return f'https://{self.name}/'

    @classmethod
    def make(cls):
        return cls('made')

    @staticmethod
    def twice(x):
        return x * 2

    def hello(self):
        return 'hello from ' + self.name

class Production(Defaults):
    TIMEOUT = Defaults.TIMEOUT * 2

    def hello(self):
        return super().hello() + '!'

TIMEOUT = Production.TIMEOUT
URL = Production('shop').url
HELLO = Production.make().hello()
TWICE = Defaults.twice(4)
EXTRA = Defaults('n', 1, 2).extra
INSTANCE_OF = isinstance(Production('x'), Defaults), issubclass(Production, Defaults), isinstance(True, int), isinstance('a', (int, str))
ATTRS = hasattr(Defaults, 'TIMEOUT'), getattr(Defaults, 'nope', 'fallback'), hasattr(Defaults, 'nope')
Defaults.hosts.append('b')
HOSTS = Production.hosts

class Registry(dict):
    def __missing__(self, key):
        return key.upper()

MISSING = Registry()['abc']

class A:
    value = 'A'
class B(A):
    pass
class C(A):
    value = 'C'
class D(B, C):
    pass
RESOLVED = D().value
NAMES = D.__name__, D.__mro__[1].__name__, type(D()).__name__
