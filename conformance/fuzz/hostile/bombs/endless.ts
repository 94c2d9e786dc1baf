/** Loops and recursion without an end, by every door that Python has. */
import { type BombMaker, size, times } from '../bomb.js';

/** A class whose special method calls itself, and what calls it. */
const special =
  (method: string, body: string, use: string): BombMaker =>
  () =>
    `class A:\n    def ${method}:\n        ${body}\na = A()\nX = ${use}`;

const plain =
  (code: string): BombMaker =>
  () =>
    code;

export const endless: Readonly<Record<string, BombMaker>> = {
  loop: plain('while True:\n    pass\nX = 1'),
  'loop that counts': plain('n = 0\nwhile n >= 0:\n    n += 1\nX = n'),
  'loop that continues': plain('while 1:\n    continue'),
  'loop in else': plain('while False:\n    pass\nelse:\n    while True:\n        X = 1'),
  'loop that catches': plain(
    'while True:\n    try:\n        raise ValueError\n    except ValueError:\n        continue',
  ),
  'loop in finally': plain(
    'def f():\n    while True:\n        try:\n            return 1\n        finally:\n            continue\nX = f()',
  ),
  'loop over growing': plain('x = [1]\nfor i in x:\n    x.append(i)\nX = x'),
  'loop over growing dict': plain('x = {1: 1}\nfor i in list(x):\n    x[i + 1] = 1\nwhile x:\n    x[len(x)] = 1'),
  'loop of walrus': plain('while (n := 1):\n    X = n'),
  'loop on unknown': plain('import time\nn = 0\nwhile time.time() > n:\n    n += 1\n    X = n'),
  'loops in loops': (random) => {
    const [count, turns] = [random.below(8) + 2, size(random, 1000)];
    return `${times(count, (index) => `${'    '.repeat(index)}for i${index} in range(${turns}):\n`)}${'    '.repeat(count)}X = i0`;
  },
  'comprehensions in loops': (random) =>
    `X = [${times(random.below(6) + 2, (index) => `i${index}`, ' + ')} ${times(8, (index) => `for i${index} in range(${size(random, 1000)})`, ' ')}]`,
  recursion: plain('def f(n): return f(n + 1)\nX = f(0)'),
  'recursion by two': plain('def f(n): return g(n) + g(n)\ndef g(n): return f(n) + f(n)\nX = f(1)'),
  fibonacci: (random) => `def f(n): return n if n < 2 else f(n - 1) + f(n - 2)\nX = f(${size(random, 59)})`,
  ackermann: plain(
    'def a(m, n): return n + 1 if m == 0 else a(m - 1, 1) if n == 0 else a(m - 1, a(m, n - 1))\nX = a(4, 4)',
  ),
  hanoi: (random) =>
    `def h(n, a, b, c):\n    if n:\n        h(n - 1, a, c, b)\n        L.append((a, b))\n        h(n - 1, c, b, a)\nL = []\nh(${size(random, 55)}, 1, 2, 3)\nX = L`,
  'recursion in lambda': plain('f = lambda: f()\nX = f()'),
  'recursion of combinators': plain('X = (lambda x: x(x))(lambda x: x(x))'),
  'recursion in default': plain('def f(x=None): return f(f)\nX = f()'),
  'recursion in decorator': plain('def d(f): return d(f)\n@d\ndef g(): pass\nX = g()'),
  'recursion in generator': plain('def g():\n    yield from g()\nX = list(g())'),
  'recursion in comprehension': plain('def f(): return [f() for _ in range(2)]\nX = f()'),
  'recursion in sort': plain('def k(x): return sorted([1, 2], key=k)\nX = sorted([1, 2], key=k)'),
  'recursion in map': plain('def f(x): return list(map(f, [1, 2]))\nX = f(1)'),
  'recursion in try': plain(
    'def f():\n    try:\n        return f()\n    except RecursionError:\n        return f()\nX = f()',
  ),
  'recursion in finally': plain('def f():\n    try:\n        f()\n    finally:\n        f()\nf()\nX = 1'),
  'recursion in handler': plain(
    'def f():\n    try:\n        1 / 0\n    except ZeroDivisionError:\n        f()\nf()\nX = 1',
  ),
  'recursion in exec': plain("code = 'exec(code)'\nexec(code)\nX = 1"),
  'recursion in eval': plain("code = 'eval(code)'\nX = eval(code)"),
  'exec in a loop': (random) => `for i in range(${size(random, 1_000_000)}):\n    exec('X = %d' % i)`,
  'exec that grows': plain("code = 'X = 1'\nwhile True:\n    code = code + '\\n' + code\n    exec(code)"),
  'exec that loops': plain("exec('while True: pass')\nX = 1"),
  'exec of itself': plain('exec(open(__file__).read())\nX = 1'),
  'endless generator': plain('def g():\n    while True:\n        yield 1\nX = next(g())\nY = list(g())'),
  'endless iter': plain(
    'class I:\n    def __iter__(self): return self\n    def __next__(self): return 1\nX = list(I())\nfor i in I():\n    Y = i',
  ),
  'endless getitem': plain('class S:\n    def __getitem__(self, i): return i\nX = list(S())\nY = 5 in S()'),
  'endless sentinel': plain('X = list(iter(int, 1))'),
  'endless send': plain(
    'def g():\n    x = yield\n    while True:\n        x = yield x\nh = g()\nnext(h)\nX = h.send(1)',
  ),
  property: special('p(self)', 'return self.p', 'a.p').bind(undefined),
  'real property': plain('class A:\n    @property\n    def p(self): return self.p\nX = A().p'),
  getattr: special('__getattr__(self, name)', 'return getattr(self, name + name)', 'a.b'),
  getattribute: special('__getattribute__(self, name)', 'return self.x', 'a.b'),
  setattr: special('__setattr__(self, name, value)', 'self.x = value', 'setattr(a, "b", 1)'),
  getitem: special('__getitem__(self, key)', 'return self[key]', 'a[1]'),
  setitem: special('__setitem__(self, key, value)', 'self[key] = value', 'a.__setitem__(1, 2)'),
  contains: special('__contains__(self, key)', 'return key in self', '1 in a'),
  eq: special('__eq__(self, other)', 'return self == other', 'a == a'),
  lt: special('__lt__(self, other)', 'return other < self', 'sorted([a, A(), A()])'),
  hash: special('__hash__(self)', 'return hash(self)', '{a: 1}'),
  repr: special('__repr__(self)', 'return repr(self)', 'repr(a)'),
  str: special('__str__(self)', "return '%s' % self", "f'{a}'"),
  format: special('__format__(self, spec)', "return f'{self:{spec}}'", "f'{a:10}'"),
  bool: special('__bool__(self)', 'return not self', '1 if a else 2'),
  len: special('__len__(self)', 'return len(self)', 'len(a)'),
  iter: special('__iter__(self)', 'return iter(self)', 'list(a)'),
  call: special('__call__(self)', 'return self()', 'a()'),
  add: special('__add__(self, other)', 'return self + other', 'a + 1'),
  radd: special('__radd__(self, other)', 'return other + self', '1 + a'),
  int: special('__int__(self)', 'return int(self)', 'int(a)'),
  fspath: special('__fspath__(self)', 'import os; return os.fspath(self)', "__import__('os.path').path.join(a, 'x')"),
  enter: special('__enter__(self)', 'return self.__enter__()', 'a.__enter__()'),
  new: plain('class A:\n    def __new__(cls): return cls()\nX = A()'),
  init: plain('class A:\n    def __init__(self): A()\nX = A()'),
  subclass: plain('class A:\n    def __init_subclass__(cls):\n        type("B", (cls,), {})\nclass B(A): pass\nX = 1'),
  metaclass: plain('class M(type):\n    def __new__(m, n, b, d): return M(n, b, d)\nclass A(metaclass=M): pass\nX = A'),
  'metaclass call': plain('class M(type):\n    def __call__(cls): return cls()\nclass A(metaclass=M): pass\nX = A()'),
  descriptor: plain('class D:\n    def __get__(self, o, t): return o.d\nclass A:\n    d = D()\nX = A().d'),
  missing: plain('class D(dict):\n    def __missing__(self, k): return self[k]\nX = D()[1]'),
  defaultdict: plain('from collections import defaultdict\nd = defaultdict(lambda: d[len(d)])\nX = d[0]'),
  cached: plain(
    'from functools import lru_cache, cached_property\n@lru_cache\ndef f(n): return f(n + 1)\nX = f(0)\nclass A:\n    @cached_property\n    def p(self): return self.p\nY = A().p',
  ),
  super: plain(
    'class A:\n    def f(self): return super().f()\nclass B(A):\n    def f(self): return A.f(self) or self.f()\nX = B().f()',
  ),
  enum: plain(
    'from enum import Enum\nclass E(Enum):\n    A = 1\n    def __str__(self): return str(self)\nX = f"{E.A}"',
  ),
  dataclass: plain(
    'from dataclasses import dataclass, field\n@dataclass\nclass A:\n    x: list = field(default_factory=lambda: A())\nX = A()',
  ),
  namedtuple: plain(
    'from collections import namedtuple\nT = namedtuple("T", "a b")\nt = T(1, 2)\nfor i in range(100000):\n    t = T(t, t)\nX = t',
  ),
  lazy: plain(
    'from django.utils.functional import lazy, SimpleLazyObject\nx = SimpleLazyObject(lambda: x)\nX = str(x)',
  ),
  partial: plain('from functools import partial\np = int\nfor i in range(100000):\n    p = partial(p)\nX = p()'),
  wrapped: (random) =>
    `def f(x): return x\nfor i in range(${size(random)}):\n    f = (lambda g: lambda x: g(x))(f)\nX = f(1)`,
  methods: (random) => `x = []\nfor i in range(${size(random)}):\n    x = [x.append]\nX = x`,
  'classes in a row': (random) =>
    `class C: pass\nfor i in range(${size(random)}):\n    C = type('C', (C,), {})\nX = C()\nY = isinstance(X, int)`,
  'bases in a row': (random) => {
    const count = size(random, 300);
    return `${times(count, (index) => `class C${index}(${index === 0 ? 'object' : times(Math.min(index, 20), (back) => `C${index - 1 - back}`, ', ')}): pass`, '\n')}\nX = C${count - 1}()`;
  },
  'cyclic classes': plain('class A: pass\nclass B(A): pass\nA.__bases__ = (B,)\nX = A()\nclass C(A, B, A): pass'),
  diamonds: (random) =>
    times(
      size(random, 200),
      (index) =>
        index === 0
          ? 'class L0: pass\nclass R0: pass'
          : `class L${index}(L${index - 1}, R${index - 1}): pass\nclass R${index}(L${index - 1}, R${index - 1}): pass`,
      '\n',
    ),
  closures: (random) => {
    const count = size(random, 100);
    return `${times(count, (index) => `${' '.repeat(index)}def f${index}(x${index}=${index}):\n`)}${' '.repeat(count)}return x0\n${times(count - 1, (index) => `${' '.repeat(count - 1 - index)}return f${count - 1 - index}()\n`)}X = f0()`;
  },
};
