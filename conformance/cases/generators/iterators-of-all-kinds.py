# note: Generators, iterator classes and `iter` are used up as they are read, and two readers of one iterator share it.
def count():
    total = 0
    while True:
        got = yield total
        total += got or 1
        if total > 5:
            return
G = count()
FIRST = next(G)
SENT = G.send(3)
REST = list(G)
EXHAUSTED = next(G, 'done')
EXPRESSION = sum(x for x in range(4))
LAZY = (x for x in [1, 2, 3])
TAKEN = [next(LAZY), list(LAZY), list(LAZY)]
class Countdown:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        return self
    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n
DOWN = list(Countdown(3))
PAIRS = dict(zip(['a', 'b'], (n for n in range(9))))
ITER = iter([1, 2])
ZIPPED = list(zip(ITER, ITER))
REV = [*reversed('abc')]
STAR, *OTHERS = (x * 2 for x in range(3))
