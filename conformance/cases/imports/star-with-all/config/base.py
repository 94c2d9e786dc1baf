__all__ = ['A', '_B', 'f']
A = 1
_B = 2
C = 3
def f():
    return C
