# note: Operators, `len`, `in`, `str` and truth ask the special methods of a class, and `__getattr__` only for what is not found.
# unknown: IN_SET
class Money:
    def __init__(self, n):
        self.n = n
    def __add__(self, other):
        return Money(self.n + getattr(other, 'n', other))
    __radd__ = __add__
    def __eq__(self, other):
        return isinstance(other, Money) and self.n == other.n
    def __hash__(self):
        return hash(self.n)
    def __lt__(self, other):
        return self.n < other.n
    def __bool__(self):
        return self.n != 0
    def __len__(self):
        return 7
    def __str__(self):
        return f'${self.n}'
    def __repr__(self):
        return f'Money({self.n})'
    def __getitem__(self, key):
        return key
    def __contains__(self, x):
        return x == 1
    def __call__(self, x):
        return x + self.n
    def __getattr__(self, name):
        return 'dynamic ' + name
    def __iter__(self):
        yield 1
        yield 2
M = Money(5)
OPS = str(M + 2), str(1 + M), M == Money(5), bool(Money(0)), len(M), repr([M]), M['k'], M[1:2] == slice(1, 2), 1 in M, 2 in M, M(3), M.anything, list(M)
SORTED = str(sorted([Money(3), Money(1)]))
SUM = str(sum([Money(1), Money(2)]))
IN_SET = len({Money(1), Money(1), Money(2)})
F = f'{M} {M!r}'
TRUE = 'yes' if Money(0) else 'no'
