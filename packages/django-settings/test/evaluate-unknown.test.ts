import { describe, expect, test } from 'vitest';
import { libraryModules } from '../src/evaluate/library/index.js';
import { evaluateFiles, names, startup } from './evaluate-support.js';

const unknown = 'import socket\nU = socket.name\n';

const cases: Readonly<Record<string, readonly [source: string, values: Readonly<Record<string, string>>]>> = {
  'equal results of two ways stay known': [
    "if U == 'a':\n    A = [1]\nelse:\n    A = [1]\nA.append(2)",
    { A: '[1, 2]' },
  ],
  'different results become a choice': ["A = 1\nif U == 'a':\n    A = 2", { A: '2 | 1' }],
  'a change of a list on one way makes a choice of contents, for every name': [
    "A = [1]\nB = A\nif U == 'a':\n    A.append(2)\nB += [3]",
    { A: '[1, 2, 3] | [1, 3]', B: '[1, 2, 3] | [1, 3]' },
  ],
  'a name bound on one way only may be unbound': ["if U == 'a':\n    A = 1", { A: '1 or unbound' }],
  'later conditions on one name agree with earlier ones': [
    "if U == 'a':\n    E = 'prod'\nelse:\n    E = 'dev'\nif E == 'prod':\n    D = False\nelif E == 'dev':\n    D = True\nelse:\n    raise ValueError(E)",
    { D: 'False | True' },
  ],
  'a return on one way joins what is returned after it': [
    "def f():\n    if U == 'a':\n        return 1\n    return 2\nA = f()",
    { A: '2 | 1' },
  ],
  'an exception on one way joins what its handler does': [
    "try:\n    A = 0\n    if U == 'a':\n        raise ValueError\n    A = 1\nexcept ValueError:\n    A += 10",
    { A: '1 | 10' },
  ],
  'a break on one way joins the state after the loop': [
    "A = 0\nfor i in range(3):\n    if U == 'a':\n        break\n    A += 1",
    { A: '3 | 0 | 1 | 2' },
  ],
  'a list that an unknown loop extends keeps its items': [
    "A = ['k']\nfor x in U.split(','):\n    A.append(x)",
    { A: "['k', *?]" },
  ],
  'so does one that it extends on a condition, but not one that it changes at its start': [
    "A = ['k']\nB = ['k']\nfor x in U.split(','):\n    if x not in A:\n        A.append(x)\n        B.insert(0, x)\nC = 'k' in A, 'k' in B",
    { A: "['k', *?]", B: '[*?]', C: '(True, ?)' },
  ],
  'what is handed to code that is not known may have lost its keys': [
    "import unseen\nD = {'k': 1}\nunseen.f(D)\nA = 'k' in D, len(D)",
    { D: '{*?: ?}', A: '(?, ?)' },
  ],
  'membership of a known item of a partly unknown list is certain': [
    "A = 'k' in ['k'] + U.split(',')\nB = 'q' in ['k'] + U.split(',')",
    { A: 'True', B: '?' },
  ],
  'a handler that waits for an error says that a value may lead to it': [
    "try:\n    A = int(U)\nexcept ValueError:\n    A = None\ntry:\n    B = U.split(',')[1]\nexcept IndexError:\n    B = None",
    { A: '? | None', B: '? | None' },
  ],
  'so may unpacking and a key of a dict that is partly known': [
    "try:\n    A, B = U.split(':')\nexcept ValueError:\n    A = B = 0\ntry:\n    C = {U: 1}['k']\nexcept (KeyError, TypeError):\n    C = 0",
    { A: '? | 0', B: '? | 0', C: '? | 0' },
  ],
  'where a line is not evaluated, what follows it in a `try` need not be run': [
    "A = 0\ntry:\n    [] = ''.rjust(919923)\n    A = 1\nexcept ValueError:\n    pass\nB = 2",
    { A: '?', B: '2' },
  ],
  'but an import that is not there is the only thing that a `try` around imports waits for': [
    "A = 0\ntry:\n    [] = ''.rjust(919923)\n    A = 1\nexcept ImportError:\n    pass",
    { A: '1' },
  ],
  'a handler that only raises something else waits for nothing': [
    "try:\n    A = int(U)\nexcept ValueError:\n    raise RuntimeError('not a number')",
    { A: '?' },
  ],
  'a loop over something unknown may end early': [
    "def f():\n    for x in U.split(','):\n        if x == 'q':\n            return 1\n    return 2\nA = f()\nfor x in U.split(','):\n    if x == 'q':\n        break\nelse:\n    B = 1",
    { A: '2 | 1', B: '1 or unbound' },
  ],
  'an attribute set on a condition leaves the one of the class': [
    "class C:\n    K = 1\ni = C()\ndef f(): pass\nif U == 'a':\n    i.K = 3\n    f.x = 1\n    i.new = 2\nA = i.K\nB = hasattr(f, 'x'), getattr(i, 'new', 0)",
    { A: '3 | 1', B: '(?, 2 | 0)' },
  ],
  'what an unknown loop counts is unknown': ["A = 0\nwhile U != 'q':\n    A += 1", { A: '?' }],
  'what a loop may have made of a name is changed under its other names too': [
    "A = [1]\nE = A\nfor x in U.split(','):\n    E = E + [0]\nE.append(2)",
    { A: '[1, 2] | [1]' },
  ],
  'nested conditions keep the contents of a dict apart': [
    "A = {}\nif U == 'a':\n    if U.isdigit():\n        A['n'] = 1\ntry:\n    B = A['k']\nexcept KeyError:\n    B = 0",
    { B: '0' },
  ],
  'a loop that sets names that are not known leaves room for more names': [
    "for x in U.split(','):\n    globals()[x] = 1\nA = 'B' in globals()",
    { A: '?' },
  ],
  'a statement that is given up may have changed what it, and what it calls, mentions': [
    'A = [1]\nB = [1]\nC = [1]\nD = 1\ndef f():\n    global D\n    D = 2\n    B.append(2)\nif True:\n    while len(A) < 2:\n        pass\n    A.append(2)\n    f()',
    { A: '[*?]', B: '[*?]', C: '[1]', D: '?' },
  ],
  'a key that is not known may be any of those that a dict has': [
    "D = {'k': 1}\nD.pop(U, None)\nE = {'k': 1}\ndel E[U]\nA = 'k' in D, 'k' in E",
    { A: '(?, ?)' },
  ],
  'unknown entries come beside known ones': [
    "A = {'a': 1, **socket.thing}\nB = {**socket.thing, 'a': 1}",
    { B: "{'a': 1, *?: ?}" },
  ],
  'a default is one of the values': ["A = U or 'x'", { A: "? | 'x'" }],
  'lists made on two ways stay two where another name holds one of them': [
    "if U == 'a':\n    E = []\nelse:\n    E = []\n    A = E\nE.append(0)",
    { A: '[] | [0] or unbound', E: '[0] | []' },
  ],
  'an index that none of several lists has is an error for certain': [
    "A = []\nE = A\nif U == 'a':\n    E = []\nE.append(0)\ntry:\n    B = E[1]\nexcept IndexError:\n    B = 'none'",
    { B: "'none'" },
  ],
  'what is not known but certainly a number has no items': [
    "A = int(U == 'a') + 1\ntry:\n    B = list(A)\nexcept TypeError:\n    B = 'none'",
    { B: "'none'" },
  ],
  'one of too many objects stays one that another name holds': [
    'E = A = [0]\nfor i in range(9):\n    if U == str(i):\n        E = [i]\nE += [1]\nB = E is A',
    { B: '?' },
  ],
  'a loop over one of several lists may return from one of them': [
    "def f():\n    for x in ['a'] if U == 'a' else []:\n        return x\n    return 'none'\nA = f()",
    { A: "'none' | 'a'" },
  ],
  'the order of the keys of a dict is known as far as no way differs': [
    "D = {'a': 1}\nif U == 'a':\n    D['b'] = 2\nD['c'] = 3\nD['b'] = 4\nA = list(D)\nB = ','.join(D)\nC = D['b'], len(D), sorted(D)",
    { A: "['a', 'b' | 'c', 'c' | 'b']", B: "'a,b,c' | 'a,c,b'", C: "(4, 3, ['a', 'b', 'c'])" },
  ],
  'after keys that are not known a new key has no certain place': [
    "D = {'a': 1, **socket.thing, 'b': 2}\nA = list(D)\nB = D['b']\nC = str(D)\nE, *F = D",
    { A: "['a', *?]", B: '2', C: '?', E: "'a'", F: '[*?]' },
  ],
  'a key that an unknown loop puts in again may have changed its place': [
    "D = {'a': 1, 'b': 2}\nfor x in U:\n    D['a'] = D.pop('a', 0)\nA = next(iter(D)), D.popitem(), 'b' in {'b': 1, **D}",
    { A: '(?, ?, True)' },
  ],
  'what a method is given with stars that are not known may have changed its object': [
    "D = {'k': 1}\nD.update(**socket.thing)\nA = [1]\nA.extend(*socket.thing)\nclass C(dict):\n    def __init__(self, *args, **more):\n        super().__init__(*args, **more)\nB = C(**socket.thing)",
    { D: "{'k': 1 | ?, *?: ?}", A: '[*?]', B: '{*?: ?}' },
  ],
  'a function of the project runs with arguments that are not known': [
    'A = []\ndef f(a, b=2, *rest, **more):\n    A.append(b)\n    return rest, more, 3\nB = f(1, **socket.thing)\nC = f(1, 5, *socket.thing)[2]',
    { A: '[2 | ?, 5]', B: '((*?), {*?: ?}, 3)', C: '3' },
  ],
  'what an unknown base does with its object is not known': [
    'class C(dict, socket.Base):\n    pass\nA = C(k=1)\nB = C(k=1)\nA.fill()',
    { A: '{*?: ?}', B: "{'k': 1}" },
  ],
  'text that is certain not to be None is not None': ['A = U is None\nB = U == None', { A: 'False', B: 'False' }],
};

describe('what is not known stays apart from what is', () => {
  for (const [title, [source, values]] of Object.entries(cases)) {
    test(title, () => {
      expect(names(unknown + source)).toMatchObject(values);
    });
  }
});

test('a module that was imported on one way is executed on the other when it is imported there', () => {
  const files = {
    'config/__init__.py': '',
    'config/base.py': "APPS = ['shop']\n",
    'config/more.py': "from .base import APPS\nAPPS.append('more')\nMODE = 'more'\n",
    'config/settings.py':
      "import socket\nfrom .base import APPS\nif socket.name == 'a':\n    from .more import MODE\nBEFORE = list(APPS)\nfrom .more import MODE\nAFTER = list(APPS)\n",
  };
  const { names: bound, startup: start } = evaluateFiles(files, { module: 'config.settings' });
  const after = bound.get('AFTER')?.value;
  const possible = after?.kind === 'list' ? (after.options ?? []).map((items) => items.length) : [];
  expect(possible).toContain(2);
  expect(bound.get('MODE')).toMatchObject({ certain: true, value: { value: 'more' } });
  expect(start.ok).toBe(true);
});

test('an unknown says why, and where it became so', () => {
  const { names: bound } = evaluateFiles({ 'main.py': 'import thing\nA = [thing.value]' });
  expect(bound.get('A')?.value).toMatchObject({
    items: [
      {
        why: '`thing.value` is code of the package `thing`, which golive does not run',
        at: { path: 'main.py', start: { line: 2 } },
      },
    ],
  });
});

test('a package that is not in the repository is opaque, and can change what it is given', () => {
  expect(names('import thing\nA = [1]\nB = (1,)\nthing.register(A, B)\nC = thing.value')).toEqual({
    A: '[*?]',
    B: '(1)',
    C: '?',
  });
});

test('a guarded import succeeds if the package is declared, fails if it is not, and does both if that is not known', () => {
  const source = 'try:\n    import thing\n    A = 1\nexcept ImportError:\n    A = 2';
  expect(names(source, { declares: () => true })).toEqual({ A: '1' });
  expect(names(source, { declares: () => false })).toEqual({ A: '2' });
  expect(names(source, { declares: () => undefined })).toEqual({ A: '1 | 2' });
});

test('a star import of a package leaves no name certain', () => {
  expect(names('A = 1\nfrom thing import *\nB = C')).toEqual({ A: '1 | ?', B: '?' });
});

describe('budgets bound every evaluation', () => {
  const hostile: Readonly<Record<string, string>> = {
    'an endless loop': 'n = 0\nwhile True:\n    n += 1',
    'endless recursion': 'def f(n): return f(n + 1)\nX = f(0)',
    'a list that doubles': 'x = [1]\nfor i in range(100):\n    x = x + x',
    'text that doubles': "x = 'a'\nfor i in range(100):\n    x += x",
    'a huge number': 'X = 9 ** 9 ** 9',
    'a huge range': 'X = list(range(10 ** 12))',
    'a huge repetition': "X = 'a' * 10 ** 12",
    'a deep expression': `X = ${Array.from({ length: 20_000 }, () => '1').join('+')}`,
    'many conditions': `import socket\n${Array.from({ length: 60 }, (_, i) => `${' '.repeat(i)}if socket.name != '${i}':`).join('\n')}\n${' '.repeat(60)}X = 1`,
  };
  for (const [title, source] of Object.entries(hostile)) {
    test(`${title} ends, and what follows is still known`, () => {
      expect(names(`${source}\nAFTER = 1`)).toMatchObject({ AFTER: '1' });
      expect(startup(`${source}\nAFTER = 1`)).not.toMatch(/^\w+Error/);
    });
  }

  test('a list that holds itself can be frozen and compared', () => {
    expect(names('A = []\nA.append(A)\nB = repr(A)\nC = A == A')).toEqual({ A: '[?]', B: "'[[...]]'", C: 'True' });
  });
});

test.each([
  ['a tuple with a dict', "D = {'a': 1}\nsocket.thing((D,))\nX = D", { D: '{*?: ?}', X: '{*?: ?}' }],
  [
    'an object',
    "class Plain:\n    pass\nplain = Plain()\nplain.hosts = ['a']\nsocket.thing(plain)\nX = plain.hosts",
    { X: '?' },
  ],
  ['one of two lists', "A = ['a']\nB = ['b']\nsocket.thing(A if socket.flag else B)", { A: '[*?]', B: '[*?]' }],
])('what code that is not known is given is not known any more: %s', (_, source, expected) => {
  expect(names(`import socket\n${source}`)).toEqual(expected);
});

test('code of a package may raise what a handler around waits for, save that it cannot be imported', () => {
  const tried = (error: string) =>
    names(`import package\ntry:\n    X = package.load()\n    Y = 1\nexcept ${error}:\n    Y = 2`, {
      declares: () => true,
    });
  expect(tried('Exception')).toEqual({ X: '? or unbound', Y: '1 | 2' });
  expect(tried('(KeyError, ImportError)')).toEqual({ X: '? or unbound', Y: '1 | 2' });
  expect(tried('ImportError')).toEqual({ X: '?', Y: '1' });
});

test('a line that cannot be read as Python may have changed what it names', () => {
  const line = 'A.append(f"{"{a"}")';
  expect(names(`A = ['x']\nB = ['y']\n${line}`)).toEqual({ A: '[*?]', B: "['y']" });
});

test('what stands before a line that cannot be read as Python may never run', () => {
  const line = `print(f'{["""a"b"""]}')`;
  expect(startup(`X = Y\n${line}`)).toBe('perhaps a statement cannot be read as Python');
});

test('what only a model leaves out, Python knows', () => {
  const lines = 'import logging\nfor X in logging.getLogger():\n    pass';
  expect(startup(lines, { libraries: libraryModules })).toBe('perhaps `logging.RootLogger` is modelled in part');
});

test('what no model describes may raise what a handler around waits for', () => {
  const tried = (error: string) =>
    names(`import glob\ntry:\n    X = glob.escape(5)\n    Y = 1\nexcept ${error}:\n    Y = 2`);
  expect(tried('TypeError')).toEqual({ X: '? or unbound', Y: '1 | 2' });
  expect(tried('ImportError')).toEqual({ X: '?', Y: '1' });
});

test('what is put in the place of a function of the library is used by others of it, which are not followed', () => {
  const source = (line: string) => `import os.path\nfrom pathlib import Path\n${line}\nHOME = 1`;
  const run = (line: string) => startup(source(line), { libraries: libraryModules });
  expect(run('os.path.expanduser = lambda path: "/srv"')).toBe(
    'perhaps what is modelled is replaced by something else',
  );
  expect(run('Path.exists = lambda path: True')).toBe('perhaps what is modelled is replaced by something else');
  expect(run('os.port = 5')).toBe('ok');
});

test('a filter of warnings with a category that is none is looked at by those that come after', () => {
  const source = 'import warnings\nwarnings.simplefilter("ignore", 3)\nwarnings.warn("old")';
  expect(startup(source, { libraries: libraryModules })).toMatch('perhaps');
});
