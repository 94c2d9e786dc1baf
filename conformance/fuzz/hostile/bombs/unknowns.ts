/** Conditions that nobody knows, so many that all their combinations cannot be followed. */
import { type BombMaker, size, times } from '../bomb.js';

const head = 'import os, socket, random, time, unknown_package\n';
const tests = [
  "os.environ.get('A')",
  'socket.gethostname()',
  'random.random() > 0.5',
  'time.time() % 2',
  'unknown_package.flag',
  "os.environ['B'] == 'x'",
  "'c' in os.environ",
  'unknown_package.f(x)',
];

/** A condition that hangs on a number of its own, where there is one. */
const test = (random: Parameters<BombMaker>[0], index: number): string =>
  random.pick([
    ...tests,
    `os.environ.get('V${index}')`,
    `socket.gethostname() == 'h${index}'`,
    `unknown_package.f${index}`,
  ]);

const each =
  (write: (test: string, index: number) => string, most = 2000): BombMaker =>
  (random) =>
    `${head}x = []\nd = {}\n${times(size(random, most), (index) => write(test(random, index), index), '\n')}\nX = x\nD = d`;

export const unknowns: Readonly<Record<string, BombMaker>> = {
  appended: each((test, index) => `if ${test}:\n    x.append(${index})`),
  inserted: each((test, index) => `if ${test}:\n    x.insert(0, ${index})\nelse:\n    x += [${index}, 1]`),
  put: each((test, index) => `if ${test}:\n    d[${index}] = x\nelse:\n    d['a'] = ${index}`),
  'put deep': each((test, index) => `if ${test}:\n    d.setdefault('k', {}).setdefault(${index}, []).append(d)`),
  assigned: each((test, index) => `Y = ${index} if ${test} else [Y] if ${index} else 0`.replace('[Y]', 'x[:]')),
  chosen: each((test, index) => `Z = ${test} or ${index}\nW = [Z, Z, Z]`),
  tried: each(
    (test, index) =>
      `try:\n    import unknown_${index}\n    x.append(${test})\nexcept ImportError:\n    unknown_${index} = None`,
  ),
  raised: each((test) => `if ${test}:\n    raise ValueError(x)`),
  deleted: each(
    (test, index) =>
      `v${index} = 1\nif ${test}:\n    del v${index}\ntry:\n    x = v${index}\nexcept NameError:\n    x = []`,
  ),
  defined: each(
    (test, index) => `if ${test}:\n    def f(): return ${index}\nelse:\n    class f: a = ${index}\nx.append(f())`,
    300,
  ),
  imported: each((test) => `if ${test}:\n    from unknown_package import *\n    import sys`, 500),
  looped: each(
    (test, index) =>
      `for i in range(3):\n    if ${test}:\n        x.append(i)\n        break\n    elif i == ${index}:\n        continue\nelse:\n    x = []`,
    500,
  ),
  'loop on unknown items': each(
    (test, index) => `for i in unknown_package.items:\n    if ${test}:\n        x.append(i)\n    d[i] = ${index}`,
    300,
  ),
  'while unknown': each((test, index) => `while ${test}:\n    x.append(${index})\n    x = x + x`, 200),
  nested: (random) => {
    const count = size(random, 200);
    return `${head}x = []\n${times(count, (index) => `${' '.repeat(index)}if ${test(random, index)}:\n${' '.repeat(index + 1)}x.append(${index})\n`)}X = x`;
  },
  'nested else': (random) => {
    const count = size(random, 40);
    const write = (depth: number): string =>
      depth === count
        ? `${' '.repeat(depth)}x.append(1)\n`
        : `${' '.repeat(depth)}if ${test(random, depth)}:\n${' '.repeat(depth + 1)}x.append(${depth})\n${' '.repeat(depth)}else:\n${write(depth + 1)}`;
    return `${head}x = []\n${write(0)}X = x`;
  },
  'in a function': (random) =>
    `${head}x = []\ndef f(n):\n    if ${test(random, 1)}:\n        return n\n    if ${test(random, 2)}:\n        x.append(n)\n    return f(n + 1) if ${test(random, 3)} else f(n - 1)\nX = f(0)`,
  'functions by two': (random) =>
    `${head}def f(n):\n    if n == 0: return 1 if ${test(random, 1)} else 2\n    return (f(n - 1), f(n - 1))\nX = f(${size(random, 40)})`,
  'products of choices': (random) =>
    `${head}${times(size(random, 30), (index) => `c${index} = ${index} if ${test(random, index)} else ${index + 100}`, '\n')}\nX = ${times(20, (index) => `c${index % 3}`, ' + ')}\nY = [c0, c1, c2] * 50\nZ = {c0: c1, c1: c2}`,
  'choices of lists': (random) =>
    `${head}a = [1] if ${test(random, 0)} else [1, 2]\n${times(size(random, 60), (index) => `a = a + ([${index}] if ${test(random, index)} else [])`, '\n')}\nX = a\nY = sorted(a)\nZ = dict.fromkeys(a)\nW = [i for i in a for j in a]`,
  'choices of texts': (random) =>
    `${head}s = ''\n${times(size(random, 200), (index) => `s += '${index}' if ${test(random, index)} else 'b'`, '\n')}\nX = s.split('b')`,
  'comprehension on unknown': (random) =>
    `${head}X = [${test(random, 1)} for a in range(${size(random)}) if ${test(random, 2)}]\nY = {a: b for a in unknown_package.x for b in unknown_package.y if a}`,
  'unknown everywhere': (random) =>
    `from unknown_package import *\n${times(size(random, 500), (index) => `N${index} = thing(${index})[name].attr + other ** ${index} if maybe else [*rest, *more]`, '\n')}`,
  'ifs of unknown names': (random) =>
    `from unknown_package import *\n${times(size(random, 2000), (index) => `if name${index % 7}:\n    LIST${index % 5} = [name, LIST${(index + 1) % 5}]`, '\n')}`,
  'match unknown': (random) =>
    `${head}match unknown_package.x:\n${times(size(random, 500), (index) => `    case ${random.pick([`'${index}'`, `[${index}, *r]`, `{'k': ${index}}`, `int(${index})`, `(${index} | ${index + 1})`])}:\n        X = ${index}\n`)}`,
  'with unknown': (random) =>
    `${head}${times(size(random, 100), (index) => `with unknown_package.cm(${index}) as x:\n    ${test(random, index)}\n    Y = x`, '\n')}`,
  'many variables': (random) =>
    times(size(random, 3000), (index) => `V${index} = os.environ['REQ_${index}']`, '\n').replace('V0', 'import os\nV0'),
  'many refusals': (random) =>
    `import os\nfrom django.core.exceptions import ImproperlyConfigured\n${times(size(random, 300), (index) => `if not os.environ.get('REQ_${index}'):\n    raise ImproperlyConfigured('${index}')`, '\n')}`,
  'variables by others': (random) =>
    `import os\nn = 'A'\n${times(size(random, 200), (index) => `n = os.environ.get(n + '${index}', n)`, '\n')}\nX = n`,
};
