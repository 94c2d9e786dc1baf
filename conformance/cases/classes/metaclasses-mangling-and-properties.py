# note: A metaclass adds attributes, two leading underscores are mangled with the class, and a property's setter runs on assignment.
class Meta(type):
    def __new__(mcs, name, bases, namespace):
        namespace['ADDED'] = name.upper()
        return super().__new__(mcs, name, bases, namespace)
class Base(metaclass=Meta):
    __private = 'mangled'
    count = 0
    def __init__(self):
        type(self).count += 1
    def private(self):
        return self.__private
    @property
    def value(self):
        return self._value
    @value.setter
    def value(self, v):
        self._value = v * 2
class Child(Base):
    def __init__(self):
        super().__init__()
        self.value = 21
c = Child()
VALUES = c.value, c.private(), Child.ADDED, Base.count, Child.count, Base._Base__private
DICT = sorted(vars(c)), c.__dict__ == {'_value': 42}, c.__class__.__name__
class Slots:
    default = []
a, b = Slots(), Slots()
a.default.append('shared')
b.own = 1
SHARED = b.default, hasattr(a, 'own')
class Const:
    A = 1
    B = A + 1
    @staticmethod
    def names():
        return [n for n in dir(Const) if n.isupper()]
NAMES = Const.names()
for name in dir(Const):
    if name.isupper():
        globals()['CONST_' + name] = getattr(Const, name)
