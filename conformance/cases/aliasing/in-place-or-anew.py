# note: `+=` changes a list for all its names but makes a new tuple, and a default argument is made once.
SHARED = ['a']
ALIAS = SHARED
ALIAS += ['b']
SHARED.append('c')
TUPLE = (1,)
OTHER = TUPLE
OTHER += (2,)
NESTED = {'list': SHARED}
NESTED['list'].append('d')
GRID = [[0] * 2] * 2
GRID[0][0] = 'both rows'
FIRST = SECOND = []
FIRST.append('in both')
COPIED = SHARED[:]
COPIED.append('only here')

def accumulate(item, into=[]):
    into.append(item)
    return into

ONE = list(accumulate('x'))
TWO = accumulate('y')
IS_SAME = ALIAS is SHARED, COPIED is SHARED, None is None
from copy import copy, deepcopy
ORIGINAL = {'inner': [1]}
SHALLOW, DEEP = copy(ORIGINAL), deepcopy(ORIGINAL)
ORIGINAL['inner'].append(2)
