import { expect, test } from 'vitest';
import type { Environment } from '../src/evaluate/environment.js';
import type { EvaluationOptions } from '../src/evaluate/evaluate-module.js';
import { freeze } from '../src/evaluate/freeze.js';
import { evaluateFiles, show } from './evaluate-support.js';

/** Production's: more may be there than is known. */
const open: Environment = { lookup: () => ({ state: 'absent' }), names: [], closed: false };

function value(
  files: Readonly<Record<string, string>>,
  name: string,
  module = 'main',
  more: Partial<EvaluationOptions> = {},
): string | undefined {
  const binding = evaluateFiles(files, { module, ...more }).names.get(name);
  return binding && show(freeze(binding.value));
}

function error(
  files: Readonly<Record<string, string>>,
  module = 'main',
  more: Partial<EvaluationOptions> = {},
): string {
  const { startup } = evaluateFiles(files, { module, ...more });
  return startup.ok === false ? `${startup.error.type}: ${startup.error.message}` : String(startup.ok);
}

test('a star import takes the public names, or those of __all__', () => {
  expect(
    value(
      {
        'main.py': 'from base import *\nB = sorted(n for n in globals() if not n.startswith("__"))',
        'base.py': 'A = 1\n_x = 2',
      },
      'B',
    ),
  ).toBe("['A']");
  expect(value({ 'main.py': 'from base import *', 'base.py': "__all__ = ['_x']\nA = 1\n_x = 2" }, '_x')).toBe('2');
});

test('relative imports start at the package, absolute ones at the roots', () => {
  const files = {
    'a/__init__.py': '',
    'a/b/__init__.py': 'from ..c import X\nfrom . import d\nY = d.Z',
    'a/c.py': 'X = 1',
    'a/b/d.py': 'Z = 2',
  };
  expect(value(files, 'X', 'a.b')).toBe('1');
  expect(value(files, 'Y', 'a.b')).toBe('2');
});

test('an imported submodule becomes an attribute of its package', () => {
  expect(value({ 'main.py': 'import a.b\nX = a.b.Y', 'a/__init__.py': '', 'a/b.py': 'Y = 3' }, 'X')).toBe('3');
});

test('modules that import each other see what is there so far', () => {
  const files = { 'main.py': 'A = 1\nimport other\nB = other.SEEN', 'other.py': 'import main\nSEEN = main.A' };
  expect(value(files, 'B')).toBe('1');
  expect(error({ 'main.py': 'import other\nA = 1', 'other.py': 'from main import A' })).toBe(
    "ImportError: cannot import name 'A' from partially initialized module 'main' (most likely due to a circular import) (/project/main.py)",
  );
});

test('what the repository does not have under its own package is not there', () => {
  expect(error({ 'main.py': 'import a.nothing', 'a/__init__.py': '' })).toBe(
    "ModuleNotFoundError: No module named 'a.nothing'",
  );
  expect(error({ 'main.py': 'from a import nothing', 'a/__init__.py': '' })).toBe(
    "ImportError: cannot import name 'nothing' from 'a' (/project/a/__init__.py)",
  );
});

test('whether production has a module that each server has for itself is not known', () => {
  const files = { 'a/__init__.py': '', '.gitignore': '*.pyc\n' };
  const main = 'from a import config\nX = config.DEBUG\nY = 1';
  const there = { 'a/config.py.example': 'DEBUG = True' };
  const production = (more: Readonly<Record<string, string>>) =>
    error({ ...files, ...more }, 'main', { environment: open });
  expect(production({ 'main.py': main })).toMatch('ImportError');
  expect(production({ 'main.py': main, ...there })).toBe('null');
  expect(error({ ...files, 'main.py': main, ...there })).toMatch('ImportError');
  expect(value({ ...files, 'main.py': main, ...there }, 'X', 'main', { environment: open })).toBe('?');
  expect(production({ 'main.py': 'import a.local\nfrom a.local import *', '.gitignore': 'local*.py' })).toBe('null');
  expect(production({ 'main.py': 'from a.local import X', 'a/.gitignore': '/local.py' })).toBe('null');
  expect(production({ 'main.py': 'from a.local import X', '.gitignore': 'other.py' })).toMatch('ModuleNotFoundError');
});

test('a handler that waits for its absence finds it absent', () => {
  const main = 'try:\n    from a.local import X\nexcept ImportError:\n    X = 1';
  const files = { 'a/__init__.py': '', 'main.py': main, '.gitignore': 'local.py' };
  expect(value(files, 'X', 'main', { environment: open })).toBe('1');
});

test('a handler that only refuses its absence leaves it to the server', () => {
  const files = { 'a/__init__.py': '', '.gitignore': 'local.py' };
  const startUp = (handler: string) =>
    error(
      { ...files, 'main.py': `import sys\ntry:\n    from a.local import X\nexcept ImportError:\n    ${handler}` },
      'main',
      {
        environment: open,
      },
    );
  expect(startUp("raise RuntimeError('make a/local.py')")).toBe('null');
  expect(startUp("sys.exit('make a/local.py')")).toBe('null');
  expect(startUp("print('make a/local.py')\n    exit(1)")).toBe('null');
});

test('a module that left the standard library is missing from the version on which it did', () => {
  expect(error({ 'main.py': 'import distutils' })).toBe("ModuleNotFoundError: No module named 'distutils'");
});

test('a module is executed once', () => {
  expect(
    value(
      {
        'main.py': 'import a\nimport b\nX = a.L',
        'a.py': 'L = []',
        'b.py': 'from a import L\nL.append(1)\nimport a\na.L.append(2)',
      },
      'X',
    ),
  ).toBe('[1, 2]');
});

test('a trail goes from where a value was written to how it came here', () => {
  const { names: bound, files } = evaluateFiles({
    'main.py': "from base import *\nX.append('b')",
    'base.py': "Y = 'a'\nX = [Y]",
  });
  const binding = bound.get('X');
  expect(files).toEqual(['main.py', 'base.py']);
  expect(binding?.at).toMatchObject({ path: 'main.py', start: { line: 2 } });
  expect(binding?.trail.map(({ at }) => `${at.path}:${at.start.line}`)).toEqual([
    'base.py:1',
    'base.py:2',
    'main.py:1',
    'main.py:2',
  ]);
});
