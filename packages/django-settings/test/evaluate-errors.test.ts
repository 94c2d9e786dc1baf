import { describe, expect, test } from 'vitest';
import { evaluateFiles, names, startup } from './evaluate-support.js';

/** Python lines and the exception CPython 3.13 stops with. */
const errors: readonly (readonly [source: string, error: string])[] = [
  ["D = {}\nD['SECRET']", "KeyError: 'SECRET'"],
  ['if 1:\n    print(UNDEFINED)', "NameError: name 'UNDEFINED' is not defined"],
  ['x = ()\nx.append(1)', "AttributeError: 'tuple' object has no attribute 'append'"],
  ['x = None\nx.append(1)', "AttributeError: 'NoneType' object has no attribute 'append'"],
  ["'a' + 1", 'TypeError: can only concatenate str (not "int") to str'],
  ["1 + 'a'", "TypeError: unsupported operand type(s) for +: 'int' and 'str'"],
  ["int('a b')", "ValueError: invalid literal for int() with base 10: 'a b'"],
  ['a, b = 1, 2, 3', 'ValueError: too many values to unpack (expected 2)'],
  ['def f(a, b): pass\nf(1)', "TypeError: f() missing 1 required positional argument: 'b'"],
  ['def f(a): pass\nf(1, 2)', 'TypeError: f() takes 1 positional argument but 2 were given'],
  ['def f(a): pass\nf(1, b=2)', "TypeError: f() got an unexpected keyword argument 'b'"],
  [
    'def f():\n    print(q)\n    q = 1\nf()',
    "UnboundLocalError: cannot access local variable 'q' where it is not associated with a value",
  ],
  ["class E(Exception): pass\nraise E('no')", 'main.E: no'],
  ["raise SystemExit('stop')", 'SystemExit: stop'],
  ['1 / 0', 'ZeroDivisionError: division by zero'],
  ['[1][5]', 'IndexError: list index out of range'],
  ["'%s %s' % ('a',)", 'TypeError: not enough arguments for format string'],
  ["assert 0, 'why'", 'AssertionError: why'],
  ['from . import x', 'ImportError: attempted relative import with no known parent package'],
  [
    'MODE = 0755',
    'SyntaxError: leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers',
  ],
  ["print 'x'", "SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?"],
  ['x = (1\ny = 2', "SyntaxError: '(' was never closed"],
  ['return 1', "SyntaxError: 'return' outside function"],
];

describe('an error that stops the settings is the one CPython stops with', () => {
  for (const [source, error] of errors) {
    test(error, () => {
      expect(startup(source)).toBe(error);
    });
  }
});

test('an error names its line and the lines that led to it', () => {
  const { startup: verdict } = evaluateFiles({
    'main.py': 'import base\n',
    'base.py': "A = 1\nB = {}['x']\n",
  });
  expect(verdict).toMatchObject({
    ok: false,
    error: {
      type: 'KeyError',
      at: { path: 'base.py', start: { line: 2 } },
      trail: [{ at: { path: 'main.py', start: { line: 1 } } }],
    },
  });
});

test('after an error the rest is still read when that is asked for, and the first error is kept', () => {
  const options = { recover: true };
  expect(names("A = 1\nB = {}['x']\nC = 3\nD = E", options)).toEqual({ A: '1', B: '?', C: '3', D: '?' });
  expect(startup("B = {}['x']\nD = E", options)).toBe("KeyError: 'x'");
});

test('what the statement would have written into a container is not known after it', () => {
  const written = (statement: string) => names(`A = {'x': {'y': 1}, 'z': 2}\n${statement}`, { recover: true }).A;
  expect(written("A['x'] = B")).toBe("{'x': ?, 'z': 2}");
  expect(written("A['x']['y'] += B")).toBe("{'x': {'y': ?}, 'z': 2}");
  expect(written("A['x'].update(B)")).toBe("{'x': {*?: ?}, 'z': 2}");
  expect(written('print(A, B)')).toBe("{'x': {'y': 1}, 'z': 2}");
});

test('a handler gets the exception, and what it does counts', () => {
  expect(
    names("try:\n    {}['x']\nexcept (KeyError, ValueError) as e:\n    A = str(e), e.args\nelse:\n    A = 0"),
  ).toEqual({
    A: "(''x'', ('x'))",
  });
});

test('what a handler hands to code that is not known says nothing known any more', () => {
  const lines =
    "try:\n    int('x')\nexcept ValueError as e:\n    socket.thing(e)\n    A = str(e)\n    B = repr(e)\n    C = e.args";
  expect(names(`import socket\n${lines}`)).toEqual({ A: '?', B: '?', C: '?' });
});

test('how a text that ends in a backslash is refused is not told', () => {
  expect(names("try:\n    eval('1 + \\\\')\nexcept SyntaxError as e:\n    A = str(e)\nB = 1")).toEqual({
    A: '?',
    B: '1',
  });
});

test('the words of an error whose attributes are changed are not followed', () => {
  const lines =
    "try:\n    raise OSError(2, 'No such file', '/x')\nexcept OSError as e:\n    e.strerror = 'gone'\n    A = str(e)\nB = 1";
  expect(names(lines)).toMatchObject({ A: expect.stringContaining('?'), B: '1' });
});

test('an error where a condition is not known is not certain', () => {
  expect(startup("import socket\nif socket.flag:\n    raise RuntimeError('x')\nA = 1")).toBe(
    'perhaps RuntimeError: x where a condition holds that is not known',
  );
});

test('an error on all ways is certain where it is the same at the same place', () => {
  const refuse = "import socket\ndef refuse():\n    raise RuntimeError('x')\n";
  expect(startup(`${refuse}if socket.flag:\n    refuse()\nelse:\n    refuse()`)).toBe('RuntimeError: x');
  expect(
    startup("import socket\nif socket.flag:\n    raise RuntimeError('x')\nelse:\n    raise ValueError('y')"),
  ).toMatch(/^perhaps/);
});

test('an error is not certain after one that may come before it, or after a statement that was given up', () => {
  expect(startup("import socket\nif socket.flag:\n    raise RuntimeError('x')\nraise ValueError('y')")).toBe(
    'perhaps RuntimeError: x where a condition holds that is not known',
  );
  expect(startup("while True:\n    pass\nraise ValueError('y')")).toMatch(/^perhaps/);
});

test('what is wrong with a text that is compiled under a name is told with that name', () => {
  expect(startup('compile("1 +", "lib.py", "exec")')).toBe('SyntaxError: invalid syntax (lib.py, line 1)');
});
