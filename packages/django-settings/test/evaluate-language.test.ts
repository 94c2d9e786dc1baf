import { describe, expect, test } from 'vitest';
import { names } from './evaluate-support.js';

/** Python lines and the values CPython 3.13 gives the names. */
const cases: Readonly<Record<string, readonly [source: string, values: Readonly<Record<string, string>>]>> = {
  'a list that two names hold is one list': [
    'A = [1]\nB = A\nB.append(2)\nA += [3]',
    { A: '[1, 2, 3]', B: '[1, 2, 3]' },
  ],
  'adding makes a new list, extending does not': ['A = [1]\nB = A\nA = A + [2]', { A: '[1, 2]', B: '[1]' }],
  'one, True and 1.0 are the same key': ["A = {1: 'a', True: 'b', 1.0: 'c'}", { A: "{1: 'c'}" }],
  'nested items can be stored, extended and deleted': [
    "A = {'x': {'y': [1]}}\nA['x']['y'] += [2]\nA['x']['z'] = 3\ndel A['x']['y'][0]",
    { A: "{'x': {'y': [2], 'z': 3}}" },
  ],
  'defaults are made once': [
    'def f(x, seen=[]):\n    seen.append(x)\n    return list(seen)\nf(1)\nA = f(2)',
    { A: '[1, 2]' },
  ],
  'closures see the variable, not its value': ['A = [f() for f in [lambda: n for n in range(3)]]', { A: '[2, 2, 2]' }],
  'nonlocal and global reach out': [
    'def outer():\n    n = 0\n    def inner():\n        nonlocal n\n        n += 1\n        return n\n    inner()\n    return inner()\ndef set():\n    global B\n    B = 5\nset()\nA = outer()',
    { A: '2', B: '5' },
  ],
  'finally is run before a return takes effect': [
    "LOG = []\ndef f():\n    try:\n        return 'a'\n    finally:\n        LOG.append('b')\nA = f()",
    { A: "'a'", LOG: "['b']" },
  ],
  'else belongs to a loop that was not broken': [
    'A = []\nfor i in range(3):\n    if i == 1: continue\n    A.append(i)\nelse:\n    A.append(9)\nfor i in range(3):\n    break\nelse:\n    A.append(8)',
    { A: '[0, 2, 9]' },
  ],
  'classes inherit, and super goes on in the order of resolution': [
    "class A1:\n    def who(self): return ['A']\nclass B1(A1):\n    def who(self): return super().who() + ['B']\nclass C1(A1):\n    def who(self): return super().who() + ['C']\nclass D1(B1, C1): pass\nA = D1().who()",
    { A: "['A', 'C', 'B']" },
  ],
  'properties, class methods and private names work as in Python': [
    "class P:\n    __key = 'k'\n    def __init__(self): self._v = 1\n    @property\n    def v(self): return self._v\n    @v.setter\n    def v(self, x): self._v = x * 2\n    @classmethod\n    def name(cls): return cls.__name__\n    def key(self): return self.__key\np = P()\np.v = 4\nA = p.v, P.name(), p.key(), P._P__key",
    { A: "(8, 'P', 'k', 'k')" },
  ],
  'metaclasses make classes': [
    "class Meta(type):\n    def __new__(m, name, bases, space):\n        space['EXTRA'] = name\n        return super().__new__(m, name, bases, space)\nclass K(metaclass=Meta): pass\nA = K.EXTRA",
    { A: "'K'" },
  ],
  'a class body does not lend its names to comprehensions, but to their first iterable': [
    'class S:\n    HOSTS = [1]\n    ALL = [h for h in HOSTS]\nA = S.ALL',
    { A: '[1]' },
  ],
  'match takes the first case that fits': [
    "def f(x):\n    match x:\n        case 1 | 2: return 'few'\n        case [a, *rest]: return rest\n        case {'k': v}: return v\n        case str(): return 'text'\n        case _: return None\nA = [f(2), f([1, 2]), f({'k': 5, 'z': 0}), f('a'), f(2.5)]",
    { A: "['few', [2], 5, 'text', None]" },
  ],
  'text is formatted as C and Python do': [
    "A = '%05.2f|%-4s|%x' % (2.675, 'a', 255)\nB = '{:>6}|{:,}|{:.0f}|{:#x}'.format('a', 1234567, 2.5, 255)\nC = f'{1e16} {1e-5} {0.1 + 0.2} {True!r:>6}'",
    { A: "'02.67|a   |ff'", B: "'     a|1,234,567|2|0xff'", C: "'1e+16 1e-05 0.30000000000000004   True'" },
  ],
  'strings are made of code points': ["A = len('a😀'), 'a😀b'[2], 'é'.encode()", { A: "(2, 'b', b'Ã©')" }],
  'division and remainder round down': [
    'A = -7 // 2, -7 % 3, 7 / 2, 2 ** 70, round(2.5)',
    { A: '(-4, 2, 3.5, 1180591620717411303424, 2)' },
  ],
  'generators, zip and unpacking go together': [
    "def g():\n    yield 1\n    yield from [2, 3]\nA, *B = g()\nC = dict(zip('ab', g()))",
    { A: '1', B: '[2, 3]', C: "{'a': 1, 'b': 2}" },
  ],
  'names can be made by reflection': [
    "for k, v in {'A': 1, 'B': 2}.items():\n    globals()[k] = v\nexec('C = A + B')\nD = eval('C * 2')\nclass S:\n    E = 5\nvars().update({n: getattr(S, n) for n in dir(S) if n.isupper()})",
    { A: '1', B: '2', C: '3', D: '6', E: '5' },
  ],
  'a walrus in a comprehension binds outside of it': [
    'A = [Y := n for n in range(3)]\nB = Y',
    { A: '[0, 1, 2]', B: '2' },
  ],
  'dict views are live, and like sets': [
    "d = {'a': 1}\nk = d.keys()\nd['b'] = 2\nA = list(k), sorted(k & {'b', 'c'}), d.keys() == {'a', 'b'}",
    { A: "(['a', 'b'], ['b'], True)" },
  ],
};

describe('the evaluator gives what CPython gives', () => {
  for (const [title, [source, values]] of Object.entries(cases)) {
    test(title, () => {
      expect(names(source)).toMatchObject(values);
    });
  }
});
