/** Syntax inside syntax, deeper than any reader's stack. */
import { type BombMaker, size, times } from '../bomb.js';

const deep =
  (open: string, inner: string, close: string): BombMaker =>
  (random) => {
    const count = size(random);
    // One that is never closed is as likely as one that is.
    const closed = random.chance(0.8) ? count : random.below(count + 1);
    return `X = ${open.repeat(count)}${inner}${close.repeat(closed)}`;
  };

const chain =
  (first: string, next: string): BombMaker =>
  (random) =>
    `X = ${first}${next.repeat(size(random))}`;

/** Bodies inside bodies, indented by one space. */
const bodies =
  (head: (index: number) => string): BombMaker =>
  (random) => {
    const count = size(random, 2000);
    return `${times(count, (index) => `${' '.repeat(index)}${head(index)}\n`)}${' '.repeat(count)}X = 1`;
  };

export const nesting: Readonly<Record<string, BombMaker>> = {
  brackets: deep('(', '1', ')'),
  lists: deep('[', '1', ']'),
  dicts: deep('{1: ', '1', '}'),
  mixed: deep('[{1: (', '1', ',)}]'),
  calls: deep('str(', '1', ')'),
  subscripts: deep('x[', '1', ']'),
  lambdas: deep('lambda: ', '1', ''),
  nots: deep('not ', '1', ''),
  minuses: deep('-', '1', ''),
  inversions: deep('~', '1', ''),
  conditionals: deep('1 if ', 'x', ' else 2'),
  elses: deep('1 if x else ', '2', ''),
  comprehensions: deep('[y for y in ', '[1]', ']'),
  formats: (random) => {
    const count = size(random, 3000);
    return `X = ${times(count, () => "f'{")}1${times(count, () => "}'")}`;
  },
  'format specs': (random) => `X = f'${'{1:'.repeat(size(random, 2000))}${'}'.repeat(size(random, 2000))}'`,
  awaits: deep('await ', 'x', ''),
  stars: deep('*', 'x', ''),
  walruses: deep('(y := ', '1', ')'),
  sums: chain('1', ' + 1'),
  powers: chain('1', ' ** 1'),
  comparisons: chain('1', ' < 2'),
  ors: chain('x', ' or x'),
  ands: chain('1', ' and 1'),
  attributes: chain("''", '.a'),
  methods: chain("'a'", '.upper()'),
  items: chain('[[1]]', '[0]'),
  texts: chain("'a'", " 'a'"),
  targets: (random) => `${'x = '.repeat(size(random))}1`,
  unpacking: (random) => {
    const count = size(random, 5000);
    return `${'('.repeat(count)}x${',)'.repeat(count)} = 1`;
  },
  ifs: bodies((index) => `if ${index} >= 0:`),
  elifs: (random) => `if 0:\n    X = 0\n${times(size(random, 20_000), (index) => `elif 0:\n    X = ${index}\n`)}`,
  fors: bodies((index) => `for i${index} in [1]:`),
  whiles: bodies(() => 'while True:'),
  tries: (random) => {
    const count = size(random, 1000);
    const open = times(count, (index) => `${' '.repeat(index)}try:\n`);
    const close = times(
      count,
      (index) => `${' '.repeat(count - 1 - index)}finally:\n${' '.repeat(count - index)}X = ${index}\n`,
    );
    return `${open}${' '.repeat(count)}X = 1\n${close}`;
  },
  withs: bodies(() => "with open('a') as f:"),
  functions: bodies((index) => `def f${index}():`),
  classes: bodies((index) => `class C${index}:`),
  decorators: (random) => `def d(f): return f\n${'@d\n'.repeat(size(random, 20_000))}def f(): pass`,
  matches: bodies(() => 'match 1:\n case 1:'),
  patterns: (random) => {
    const count = size(random, 5000);
    return `match [1]:\n    case ${'['.repeat(count)}x${']'.repeat(count)}:\n        X = 1`;
  },
  alternatives: (random) =>
    `match 7:\n    case ${times(size(random), (index) => String(index + 8), ' | ')}:\n        X = 1`,
  cases: (random) =>
    `match 'x':\n${times(size(random, 20_000), (index) => `    case 'k${index}':\n        X = ${index}\n`)}`,
  arguments: (random) => `def f(*a, **k): return len(a)\nX = f(${times(size(random), () => '1', ', ')})`,
  keywords: (random) => `X = dict(${times(size(random), (index) => `k${index}=1`, ', ')})`,
  parameters: (random) => {
    const count = size(random, 20_000);
    return `def f(${times(count, (index) => `p${index}=1`, ', ')}): return p0\nX = f()`;
  },
  imports: (random) => `import ${times(size(random, 20_000), (index) => `m${index}`, ', ')}`,
  dotted: (random) => `import a${'.a'.repeat(size(random, 20_000))}`,
  'dotted from': (random) => `from ${'.'.repeat(size(random, 20_000))}a import b`,
  continued: (random) => `X = 1 ${'\\\n'.repeat(size(random))} + 1`,
  semicolons: (random) => `${'x = 1;'.repeat(size(random))}`,
};
