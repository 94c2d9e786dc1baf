/** Literals and data of absurd size. */
import { type BombMaker, size, times } from '../bomb.js';

export const literals: Readonly<Record<string, BombMaker>> = {
  text: (random) =>
    `X = '${random.pick(['a', '\\x41', '\\N{DIGIT ONE}', '\\', 'é', '😀', '%s', '{}', '\u{d800}']).repeat(size(random, 1_000_000))}'`,
  'raw text': (random) => `X = r"""${random.pick(['a\n', '\\', '"', "'"]).repeat(size(random, 1_000_000))}"""`,
  bytes: (random) => `X = b'${random.pick(['a', '\\xff', '\\0']).repeat(size(random, 1_000_000))}'`,
  digits: (random) => `X = ${random.pick(['9', '1', '0', '1_0'])}${'9'.repeat(size(random))}`,
  'other digits': (random) =>
    `X = ${random.pick(['0x', '0b', '0o'])}${'1'.repeat(size(random))}\nY = str(X)\nZ = X * X`,
  fractions: (random) => `X = 0.${'1'.repeat(size(random))}\nY = 1e${'9'.repeat(size(random, 100))}`,
  name: (random) => `${'x'.repeat(size(random))} = 1\nX = ${'x'.repeat(size(random))}`,
  'odd names': (random) => `${random.pick(['ⅷ', '𝐗', 'ﬁ', 'ª', 'é', '变量'])}${'x'.repeat(random.below(9))} = 1\nX = 1`,
  comment: (random) => `#${random.pick(['a', '\u{feff}', '\t', '\u{2028}']).repeat(size(random, 1_000_000))}\nX = 1`,
  list: (random) => `X = [${times(size(random), (index) => random.pick([String(index), "'a'", 'None', '1.5']), ', ')}]`,
  dict: (random) => `X = {${times(size(random), (index) => `${random.pick(["'k", "b'k"])}${index}': ${index}`, ', ')}}`,
  set: (random) => `X = {${times(size(random), (index) => String(index), ', ')}}\nY = sorted(X)`,
  tuple: (random) => `X = (${times(size(random), () => '()', ', ')},)\nY = hash(X)\nZ = {X: 1}`,
  'many names': (random) => times(size(random, 20_000), (index) => `NAME_${index} = ${index}`, '\n'),
  'a name again': (random) => times(size(random, 20_000), (index) => `X = [${index}]`, '\n'),
  'many functions': (random) => times(size(random, 10_000), (index) => `def f${index}(x=${index}): return x`, '\n'),
  'many classes': (random) => times(size(random, 5000), (index) => `class C${index}: a = ${index}`, '\n'),
  'many appends': (random) => `X = []\n${times(size(random, 20_000), (index) => `X.append(${index})`, '\n')}`,
  'many additions': (random) => `X = []\n${times(size(random, 20_000), (index) => `X += [${index}]`, '\n')}`,
  'many texts': (random) => `X = ''\n${times(size(random, 20_000), () => "X += 'abc'", '\n')}`,
  'many prints': (random) => `X = [1]\n${times(size(random, 20_000), () => 'print(X)', '\n')}`,
  'broken lines': (random) =>
    times(size(random, 5000), (index) => random.pick([`x ${index} =`, ')', 'if :', `'`, `f(${index}`]), '\n'),
  'blank lines': (random) =>
    `${random.pick(['\n', '\r\n', '\r', '\f', ' \n', '\t\n', '\\\n']).repeat(size(random, 1_000_000))}X = 1`,
};
