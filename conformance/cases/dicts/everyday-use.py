# note: A dict keeps the order in which keys came first, and 1, 1.0 and True are one key.
D = {'a': 1, 'b': {'c': [1, 2]}}
D['b']['c'].append(3)
D['b']['d'] = {}
D['b']['d']['e'] = 'deep'
D.setdefault('list', []).append('x')
D.setdefault('a', 99)
D.update({'z': 26}, y=25)
D |= {'w': 23}
GOT = D.get('a'), D.get('missing'), D.get('missing', 'fallback')
POPPED = D.pop('z'), D.pop('gone', None)
del D['y']
KEYS, VALUES, ITEMS = list(D.keys()), list(D.values()), list(D.items())
MERGED = {**{'a': 1, 'b': 2}, 'b': 3, **{'c': 4}}
UNION = {'a': 1} | {'a': 2, 'b': 3}
COMPREHENDED = {key.upper(): len(key) for key in ('one', 'three') if key != 'x'}
INVERTED = {value: key for key, value in {'a': 1, 'b': 2}.items()}
FROM_PAIRS = dict([('a', 1), ('b', 2)]), dict(a=1, b=2), dict({'x': 1}, y=2), dict(zip('ab', 'cd'))
FROMKEYS = dict.fromkeys(['a', 'b'], 0)
SAME_KEYS = {1: 'int', 1.0: 'float', True: 'bool'}
ORDER = list({'z': 1, 'a': 2, 'm': 3})
COPY = D.copy()
COPY['only copy'] = True
POPITEM = {'a': 1, 'b': 2}.popitem()
NESTED_DEFAULT = {'default': {'OPTIONS': {}}}
NESTED_DEFAULT['default']['OPTIONS'].update(sslmode='require')
NESTED_DEFAULT['default'].update({'CONN_MAX_AGE': 600})
