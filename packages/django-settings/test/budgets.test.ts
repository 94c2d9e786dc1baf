/** Holds the budgets: whatever asks for too much ends as an unknown, and what stands around it is still known. */
import { describe, expect, test } from 'vitest';
import { budgets } from '../src/budgets.js';
import { configurationsModule } from '../src/environment/configurations.js';
import { libraryModules } from '../src/evaluate/library/index.js';
import { type Origin, usedTrails } from '../src/evaluate/origin.js';
import { parse } from '../src/syntax/parse.js';
import { evaluateFiles, names, startup } from './evaluate-support.js';

const again = (count: number, text: string) => text.repeat(count);

describe('what grows without end', () => {
  const hostile: Readonly<Record<string, string>> = {
    'text padded to a width': "X = 'a'.center(10 ** 9)",
    'text of tabs': "X = '\\t'.expandtabs(10 ** 9)",
    'text joined with itself': "x = 'ab'\nfor i in range(60):\n    x = x.join(x)",
    'text replaced by itself': "x = 'ab'\nfor i in range(60):\n    x = x.replace('', x)",
    'text translated into itself': "x = 'ab'\nfor i in range(60):\n    x = x.translate({97: x, 98: x})",
    'text formatted into itself': "x = 'ab'\nfor i in range(60):\n    x = f'{x}{x}'",
    'the text of a list of itself': 'x = [1]\nfor i in range(60):\n    x = [x, x]\nX = repr(x)',
    'bytes of a size': 'X = bytes(10 ** 9)',
    'bytes that double': "x = b'ab'\nfor i in range(60):\n    x += x",
    'a list extended by itself': 'x = [1]\nfor i in range(60):\n    x.extend(x)',
    'a list put into its slice': 'x = [1, 2]\nfor i in range(60):\n    x[1:1] = x',
    'a dict copied into itself': 'x = {}\nfor i in range(10 ** 6):\n    x = {**x, i: x}',
    'an iterator taken many times': 'import itertools\nX = itertools.tee([1], 10 ** 7)',
    'rows as wide as they are long': 'import itertools\nX = list(itertools.zip_longest(*[range(50_000)] * 50_000))',
    'rows of nothing':
      'import itertools\nX = list(itertools.product(repeat=10 ** 18)) + list(itertools.permutations([1], 10 ** 18))',
    'one row that grows': 'import itertools\nX = list(itertools.product([1], repeat=10 ** 7))',
    'a row with one item again and again':
      'import itertools\nX = list(itertools.combinations_with_replacement([1, 2], 10 ** 7))',
    'a number of choices': 'import math\nX = math.comb(10 ** 6, 10 ** 5)',
    'a number of so many orders': 'import math\nX = math.perm(10 ** 6, 10 ** 5)',
    'a common multiple of many': 'import math\nX = math.lcm(*range(1, 90_000))',
    'a number that is squared': 'x = 3\nfor i in range(60):\n    x = x * x',
    'a number that is added to itself': 'x = 3\nfor i in range(10 ** 6):\n    x += x',
    'a key of nested tuples': 'x = ()\nfor i in range(60):\n    x = (x, x)\nX = {x: 1}',
    'code that executes itself': "code = 'exec(code)\\nexec(code)'\nexec(code)",
    'an evaluation of itself': "code = 'eval(code)'\nX = eval(code)",
    'nested tuples made twice and compared':
      'import socket\nx = y = ()\nfor i in range(60):\n    x, y = (x, x), (y, y)\nz = x if socket.flag else y',
  };
  test.each(Object.entries(hostile))('%s ends within the budget', (_title, source) => {
    const { steps } = evaluateFiles({ 'main.py': `${source}\nAFTER = 1` });
    expect(steps).toBeLessThanOrEqual(budgets.steps + budgets.graceSteps);
    expect(names(`${source}\nAFTER = 1`)).toMatchObject({ AFTER: '1' });
    expect(startup(`${source}\nAFTER = 1`)).not.toMatch(/^\w+Error/);
  });
});

test('a module that runs itself again does so no deeper than calls go, also where the evaluation goes on after errors', () => {
  const text = 'import importlib, sys\nfor i in range(2):\n    importlib.reload(sys.modules[__name__])\nX = 1\n';
  const { steps } = evaluateFiles({ 'main.py': text }, { recover: true, libraries: libraryModules });
  expect(steps).toBeLessThan(budgets.steps / 10);
});

test('a name that a function was binding when it was given up is not known', () => {
  const source = 'X = 0\ndef count():\n    global X\n    while True:\n        X += 1\ncount()\nAFTER = 1';
  expect(names(source)).toEqual({ X: '?', AFTER: '1' });
});

test('a list that a function was changing when it was given up is not known', () => {
  const source = 'X = [1]\ndef grow():\n    while True:\n        X.append(1)\ngrow()\nAFTER = 1';
  expect(names(source)).toEqual({ X: '[*?]', AFTER: '1' });
});

test('what executed text takes counts for the statement that executes it', () => {
  expect(names("for i in range(10 ** 6):\n    exec('x = %d' % i)\nAFTER = 1")).toEqual({ AFTER: '1' });
});

test('when all steps are used up, no name is certain, and the reason is told', () => {
  const {
    names: bound,
    open,
    startup: verdict,
  } = evaluateFiles({ 'main.py': `A = 1\n${again(40, 'while True:\n    pass\n')}B = 1` }, { steps: 5000 });
  expect(open).toBe('evaluating the settings takes too many steps');
  expect(verdict).toMatchObject({ ok: null });
  expect(bound.get('A')?.value.kind).toBe('unknown');
});

test('what is told of statements that were given up is bounded for all of them together', () => {
  const source = `${again(20, "x = list(range(15_000))\nx, Y = x, 'a' * 10 ** 9\n")}AFTER = 1`;
  const { open } = evaluateFiles({ 'main.py': source });
  expect(open).toBe('evaluating the settings takes too many steps');
});

test('a loop goes through the lines that made a name once, not again for each of its turns', () => {
  const trails = usedTrails();
  let asked = 0;
  const origin = (order: number): Origin => ({
    get steps() {
      asked += 1;
      return [{ at: () => ({}) as never, tells: () => '', role: 'bind' as const, id: `${order}`, order }];
    },
    made: undefined,
    reads: new Set<string>(),
  });
  const origins = Array.from({ length: 50 }, (_, order) => origin(order));
  for (const one of origins) {
    trails.add(one);
    trails.add(one);
    trails.trail();
  }
  expect(trails.trail().steps.map(({ order }) => order)).toEqual(Array.from({ length: 40 }, (_, index) => index + 10));
  expect(asked).toBe(50);
});

test('whether the errors met are enough is asked seldom where there are thousands of them', () => {
  let looked = 0;
  const enough = (refusals: readonly unknown[]) => {
    looked += refusals.length;
    return false;
  };
  const source = Array.from({ length: 3000 }, (_, line) => `A${line} = nowhere`).join('\n');
  evaluateFiles({ 'main.py': source }, { recover: true, enough });
  expect(looked).toBeGreaterThan(1000);
  expect(looked).toBeLessThan(10_000);
});

describe('work that no node of the syntax stands for takes steps', () => {
  const stepsOf = (source: string, options = {}) => evaluateFiles({ 'main.py': source }, options).steps;

  test('looking for what changed a value of many parts, each time it is used', () => {
    const uses = (parts: number) => {
      const made = `class A: pass\na = A()\nfor i in range(${parts}):\n    setattr(a, 'n%d' % i, i)\n`;
      return stepsOf(made + again(100, 'b = a\n')) - stepsOf(made);
    };
    expect(uses(300)).toBeGreaterThan(2 * uses(5));
  });

  test('reading a file', () => {
    const source = "for i in range(20):\n    X = open('a.txt').read()[:1]\n";
    const reads = (text: string) => evaluateFiles({ 'main.py': source, 'a.txt': text }).steps;
    expect(reads('a'.repeat(64_000))).toBeGreaterThan(reads('a') + 20 * 1000);
  });

  test('a class at the end of a long line of them, which holds all that are above it', () => {
    const classes = (count: number) =>
      stepsOf(`class C: pass\nfor i in range(${count}):\n    C = type('C', (C,), {})\n`);
    expect(classes(800)).toBeGreaterThan(3 * classes(400));
  });

  test("handing a configuration's settings on to each class below it", () => {
    const options = { libraries: new Map([['configurations', configurationsModule]]), declares: () => true };
    const first = Array.from({ length: 100 }, (_, index) => `    A${index} = 1\n`).join('');
    const classes = (count: number) =>
      `from configurations import Configuration\nclass C(Configuration):\n${first}${again(count, 'class C(C): pass\n')}`;
    expect(stepsOf(classes(40), options)).toBeGreaterThan(3 * stepsOf(classes(20), options));
  });
});

describe('a file of Python', () => {
  test('that is too long is taken for one that was not read', () => {
    const {
      names: bound,
      open,
      startup: verdict,
    } = evaluateFiles({
      'main.py': 'A = 1\nfrom big import *\nB = C',
      'big.py': again(budgets.source / 6 + 1, 'C = 1\n'),
    });
    expect(verdict).toMatchObject({ ok: null });
    expect(open).toMatch('too long');
    expect(bound.get('B')?.value.kind).toBe('unknown');
  });

  test.each([
    ['brackets', `X = ${again(50_000, '(')}1${again(50_000, ')')}`],
    ['operators', `X = ${again(50_000, '-')}1`],
    ['sums', `X = 1${again(50_000, ' + 1')}`],
    ['attributes', `X = ''${again(50_000, '.a')}`],
    ['conditions', `if 0:\n  X = 0\n${again(20_000, 'elif 0:\n  X = 1\n')}`],
  ])('that nests %s too deeply loses that statement alone', (_title, source) => {
    const { body } = parse(`A = 1\n${source}\nB = 1\n`);
    expect(body.map(({ kind }) => kind)).toEqual(['assign', 'opaque', 'assign']);
  });
});

test.each([
  ['what many texts have in common', "import os.path\nX = os.path.commonprefix(['a' * 50_000] * 100)", 10_000],
  ['a power of many digits', 'X = [i ** i for i in range(2000, 3000)]', 6_000],
  ['all parents of a deep path', "import pathlib\nX = list(pathlib.Path('a/' * 5000).parents)", 100_000],
  [
    'what is wrong with a long literal',
    "import ast\ntry:\n    X = ast.literal_eval('{1:' * 5000)\nexcept Exception as error:\n    X = 1",
    15_000,
  ],
  [
    'the names of a large module',
    `${Array.from({ length: 2000 }, (_, i) => `N${i} = 1`).join('\n')}\nX = dir()`,
    2_500,
  ],
])('%s counts as work', (_title, source, least) => {
  expect(evaluateFiles({ 'main.py': source }, { libraries: libraryModules }).steps).toBeGreaterThan(least);
});

test.each([
  ['brackets', '['.repeat(9000)],
  ['signs of a list', '- '.repeat(9000)],
])('YAML that nests by %s too deeply is not known, and is not gone into', (_title, text) => {
  const source = "import yaml\nwith open('deep.yaml') as f:\n    X = yaml.safe_load(f)\n";
  const libraries = { libraries: libraryModules, declares: () => true };
  const { names: bound } = evaluateFiles({ 'main.py': source, 'deep.yaml': text }, libraries);
  expect(bound.get('X')?.value).toMatchObject({ kind: 'unknown', why: 'the YAML is nested too deeply' });
});
