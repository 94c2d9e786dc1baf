/** Values that grow until something gives. */
import { type BombMaker, size } from '../bomb.js';

/** A value that is made larger by each turn of a loop. */
const growing =
  (start: string, step: string): BombMaker =>
  (random) =>
    `x = ${start}\nfor i in range(${size(random, 1_000_000)}):\n    ${step}\nX = x`;

/** An expression with an absurd number in it. */
const absurd =
  (write: (count: string) => string): BombMaker =>
  (random) =>
    `X = ${write(random.pick(['10**9', '10**18', '2**31', '2**31 - 1', '2**32', '2**63', '2**64', '10**100', '10**10**10', '-10**9', '99999', '100000', '100001', '3000000', 'True', "float('inf')", "float('nan')", '1e308']))}`;

export const growth: Readonly<Record<string, BombMaker>> = {
  'text twice': growing("'ab'", 'x += x'),
  'bytes twice': growing("b'ab'", 'x += x'),
  'list twice': growing('[1]', 'x += x'),
  'list plus list': growing('[1]', 'x = x + x'),
  'tuple twice': growing('(1,)', 'x += x'),
  'list extended': growing('[1]', 'x.extend(x)'),
  'list in slices': growing('[1, 2]', 'x[1:1] = x'),
  'list of itself': growing('[]', 'x = [x, x]'),
  'tuple of itself': growing('()', 'x = (x, x)'),
  'dict of itself': growing('{}', "x = {'a': x, 'b': x}"),
  'dict more': growing('{}', 'x[i] = dict(x)'),
  'dict joined': growing('{}', 'x = {**x, i: x}'),
  'set more': growing('set()', 'x |= {i, i + 1}'),
  'number squared': growing('3', 'x *= x'),
  'number to the power': growing('3', 'x **= 3'),
  'number shifted': growing('3', 'x <<= x'),
  'number added': growing('3', 'x += x'),
  'number divided': growing('10**4000', 'x = x // 3 * 5'),
  'text formatted': growing("'%s'", "x = x.replace('%s', '%s%s')"),
  'text joined': growing("'ab'", 'x = x.join(x)'),
  'text in text': growing("'ab'", "x = f'{x}{x}'"),
  'text by percent': growing("'ab'", "x = '%s%s' % (x, x)"),
  'text by format': growing("'ab'", "x = '{0}{0}'.format(x)"),
  'text of text': growing("'ab'", 'x = repr(x)'),
  'text of list': growing('[1]', 'x = [repr(x), str(x)]'),
  'text replaced': growing("'ab'", "x = x.replace('', x)"),
  'text translated': growing("'ab'", "x = x.translate({97: x, 98: 'ab'})"),
  'text of tabs': growing("'\\t'", 'x = x.expandtabs(10**6).replace(" ", "\\t")'),
  'text split': growing("'a b c'", "x = ' '.join(x.split() * 2)"),
  'text encoded': growing("'é'", "x = x.encode().decode('latin-1')"),
  'items of items': growing('[1]', 'x = [y for y in x for z in x]'),
  'comprehension of all': growing('[1]', 'x = [x for y in range(9)]'),
  'chained calls': growing('[]', 'x.append((lambda y=x: y))'),
  'attributes more': (random) =>
    `class A: pass\na = A()\nfor i in range(${size(random, 1_000_000)}):\n    setattr(a, 'n%d' % i, a)\nX = a`,
  'globals more': (random) => `for i in range(${size(random, 1_000_000)}):\n    globals()['N%d' % i] = i\nX = 1`,
  'environment more': (random) =>
    `import os\nfor i in range(${size(random, 1_000_000)}):\n    os.environ['N%d' % i] = 'x' * i\nX = dict(os.environ)`,
  'path more': (random) =>
    `import sys\nfor i in range(${size(random, 1_000_000)}):\n    sys.path.insert(0, str(i))\n    sys.path += sys.path\nX = 1`,
  'text times': absurd((count) => `'a' * (${count})`),
  'times text': absurd((count) => `(${count}) * 'a'`),
  'bytes times': absurd((count) => `b'a' * (${count})`),
  'list times': absurd((count) => `[0] * (${count})`),
  'tuple times': absurd((count) => `((),) * (${count})`),
  'empty times': absurd((count) => `[[] * (${count}), '' * (${count})]`),
  'shifted left': absurd((count) => `1 << (${count})`),
  'shifted right': absurd((count) => `1 >> (${count})`),
  power: absurd((count) => `10 ** (${count})`),
  'pow with modulus': absurd((count) => `pow(3, ${count}, 10**50)`),
  'negative power': absurd((count) => `10 ** -(${count})`),
  'float power': absurd((count) => `2.5 ** (${count})`),
  'list of range': absurd((count) => `list(range(${count}))`),
  'range down': absurd((count) => `list(range(${count}, -10**20, -1))`),
  'range in pieces': absurd((count) => `range(0, ${count}, 3)[5:10]`),
  'in range': absurd(
    (count) => `[5 in range(${count}), len(range(${count})), sum(range(${count})), max(range(${count}))]`,
  ),
  'bytes of size': absurd((count) => `bytes(${count})`),
  'bytearray of size': absurd((count) => `bytearray(${count})`),
  centred: absurd((count) => `'a'.center(${count})`),
  padded: absurd((count) => `['a'.zfill(${count}), 'a'.ljust(${count}, '-'), 'a'.rjust(${count})]`),
  tabs: absurd((count) => `'\\ta\\t'.expandtabs(${count})`),
  'format width': (random) =>
    `X = '${random.pick(['%', '{:>', '{:'])}${random.pick(['1000000000', '99999', '10000000000000000000000', '0100000000'])}${random.pick(['d', 's', 'd}', 's}', 'f}', '}'])}'`,
  'percent width': (random) =>
    `X = '%${random.pick(['1000000000d', '.1000000000f', '0999999999999d', '-100000s', '.99999s', '1000000.1000000e', '*d'])}' % ${random.pick(['1', '(1,)', '(10**9, 1)', "'a'", '1.5'])}`,
  'format spec': (random) =>
    `X = format(${random.pick(['1', '1.5', "'a'", '10**5000', '1e300'])}, '${random.pick(['1000000000', '.1000000000', '.1000000000f', ',', '_', 'b', 'c', '%', '.5000%', '>99999', '1000000,', 'n', 'x'])}')`,
  'f-string width': (random) => `w = ${random.pick(['10**9', '10**5', '-1', "'9' * 50"])}\nX = f'{1:{w}}'`,
  rounding: absurd((count) => `[round(1.5, ${count}), round(15, -(${count}))]`),
  'to text': absurd((count) => `[str(${count}), hex(int(${count})), bin(int(${count})), '%d' % (${count})]`),
  'from text': (random) =>
    `X = int('${'9'.repeat(size(random))}')\nY = int('${'z'.repeat(size(random))}', 36)\nZ = float('${'1'.repeat(size(random))}')`,
  chained: (random) =>
    `import itertools\nX = list(itertools.${random.pick(['count()', 'cycle([1])', "repeat('a')", 'repeat(1, 10**9)', "product('ab', repeat=60)", 'permutations(range(50))', 'combinations(range(60), 30)', 'chain.from_iterable([range(10**5)] * 10**5)', 'accumulate(range(10**6))', 'islice(itertools.count(), 10**9)', 'zip_longest(range(10**6), range(3))', 'starmap(pow, [(9, 10**9)])', 'tee([1], 10**7)', 'groupby(range(10**6))', 'combinations_with_replacement(range(99), 40)'])})`,
  zipped: (random) => `X = list(zip(*[range(${size(random)})] * ${size(random)}))`,
  enumerated: (random) => `X = list(enumerate(enumerate(range(${size(random, 1_000_000)}))))`,
  summed: (random) => `X = sum([[i] for i in range(${size(random)})], [])\nY = sum(range(${size(random, 10_000_000)}))`,
  sorted: (random) =>
    `X = sorted(range(${size(random)}), key=lambda i: ${random.pick(['-i', 'str(i)', "'a' * i", '[i] * i', 'list(range(i))', 'i ** i'])}, reverse=True)`,
  'sorted by cost': (random) =>
    `from functools import cmp_to_key\nX = sorted(range(${size(random)}), key=cmp_to_key(lambda a, b: len(str(a ** 50)) - b))`,
  'least and most': (random) =>
    `X = max(range(${size(random, 1_000_000)}), key=lambda i: 'a' * i)\nY = min('b' * ${size(random)})`,
  reduced: (random) =>
    `from functools import reduce\nX = reduce(lambda a, b: ${random.pick(['a + a', 'a * b', 'a + [b]', 'str(a) + str(b)', '(a, a)'])}, range(1, ${size(random)}), ${random.pick(['1', '[]', "''", '()'])})`,
  sliced: (random) =>
    `x = list(range(${size(random)}))\nX = [x[i:] for i in range(len(x))]\nY = x[::-1] * ${size(random, 100)}\nx[::2] = x[::2]`,
  compared: (random) =>
    `x = y = ()\nfor i in range(${size(random)}):\n    x, y = (x, x), (y, y)\nX = x == y\nY = x < y\nZ = hash(x)`,
  searched: (random) =>
    `x = 'a' * ${size(random)}\nX = [x.find('a' * 1000 + 'b'), x.count('aa'), ('aab' in x), x.rfind('b'), x.split('a')]`,
  'in a list': (random) =>
    `x = list(range(${size(random)}))\nX = [i for i in x if i not in x]\nY = [x.index(i) for i in x]`,
  removed: (random) =>
    `x = list(range(${size(random)}))\nwhile x:\n    x.pop(0)\n    x.insert(0, 1)\n    del x[0]\nX = x`,
  partitioned: (random) =>
    `x = 'a,' * ${size(random)}\nr = []\nwhile x:\n    h, _, x = x.partition(',')\n    r.append(h)\nX = r`,
  counted: (random) =>
    `from collections import Counter, deque, OrderedDict, ChainMap, defaultdict\nX = Counter('ab' * ${size(random)})\nY = list(X.elements())\nZ = deque(range(${size(random)}), maxlen=3)\nW = defaultdict(lambda: defaultdict(list))[${size(random)}]`,
};
