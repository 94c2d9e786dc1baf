/** Where packages come from, when it is not PyPI, and what that leaves of its advisories. */
import { projectOf } from '@django-golive/core';
import { dependenciesOf } from '@django-golive/python-deps';
import { describe, expect, test } from 'vitest';

const read = (files: Record<string, string>) =>
  dependenciesOf(projectOf(files), { target: 'none', processes: [] }, '2026-11-30');
const indexes = (files: Record<string, string>) =>
  Object.fromEntries(read(files).all.map(({ name, index }) => [name, index]));
const own = { url: 'https://pip.example.com/simple', chosen: true };
const all = { ...own, chosen: false };

describe('an index beside PyPI', () => {
  test('is named for one package by uv and Poetry, or for all', () => {
    const uv = (more: string) =>
      `[project]\nname = "shop"\ndependencies = ["django", "tools"]\n[tool.uv.sources]\ntools = { index = "own" }\n[[tool.uv.index]]\nname = "own"\nurl = "https://pip.example.com/simple"\n${more}`;
    expect(indexes({ 'pyproject.toml': uv('explicit = true\n') })).toEqual({ django: undefined, tools: own });
    expect(indexes({ 'pyproject.toml': uv('default = true\n') })).toEqual({ django: all, tools: own });
    const poetry =
      '[tool.poetry.dependencies]\npython = "^3.12"\ndjango = "^5.2"\ntools = { version = "1.0", source = "own" }\n[[tool.poetry.source]]\nname = "own"\nurl = "https://pip.example.com/simple"\n';
    expect(indexes({ 'pyproject.toml': poetry })).toEqual({ django: undefined, tools: own });
  });

  test('takes the place of PyPI in a requirements file, and stands beside it as an extra one', () => {
    const lines = (option: string) => ({ 'requirements.txt': `${option}\ndjango==5.2.1\n` });
    expect(indexes(lines('--index-url https://u:secret@pip.example.com/simple'))).toEqual({
      django: { url: 'https://***@pip.example.com/simple', chosen: false },
    });
    expect(indexes(lines('--extra-index-url https://pip.example.com/simple'))).toEqual({ django: undefined });
    expect(indexes(lines('-i https://pypi.org/simple'))).toEqual({ django: undefined });
  });

  test('is what a lock file says of each package', () => {
    const entry = (name: string, registry: string) =>
      `[[package]]\nname = "${name}"\nversion = "1.0"\nsource = { registry = "${registry}" }\n`;
    const mixed = entry('django', 'https://pypi.org/simple') + entry('tools', 'https://pip.example.com/simple');
    expect(indexes({ 'uv.lock': mixed })).toEqual({ django: undefined, tools: own });
    expect(indexes({ 'uv.lock': entry('tools', 'https://pip.example.com/simple') })).toEqual({ tools: all });
    const poetry =
      '[[package]]\nname = "django"\nversion = "1.0"\n[[package]]\nname = "tools"\nversion = "1.0"\n[package.source]\ntype = "legacy"\nurl = "https://pip.example.com/simple"\nreference = "own"\n';
    expect(indexes({ 'poetry.lock': poetry })).toEqual({ django: undefined, tools: own });
    const pipfile = {
      _meta: {
        sources: [
          { name: 'pypi', url: 'https://pypi.org/simple' },
          { name: 'own', url: 'https://pip.example.com/simple' },
        ],
      },
      default: { django: { version: '==1.0', index: 'pypi' }, tools: { version: '==1.0', index: 'own' } },
    };
    expect(indexes({ 'Pipfile.lock': JSON.stringify(pipfile) })).toEqual({ django: undefined, tools: own });
  });
});

describe('an address that ends in a file of the package', () => {
  const version = (line: string) => read({ 'requirements.txt': `${line}\n` }).all[0]?.version;
  test('names the exact version', () => {
    expect(version('requests @ https://files.pythonhosted.org/packages/a/b/requests-2.19.0-py2.py3-none-any.whl')).toBe(
      '2.19.0',
    );
    expect(version('My-Tools @ https://example.com/my_tools-1.2.3.tar.gz#sha256=abc')).toBe('1.2.3');
    const pyproject =
      '[project]\nname = "shop"\ndependencies = ["requests @ https://example.com/requests-2.19.0.tar.gz"]\n';
    expect(read({ 'pyproject.toml': pyproject }).get('requests')?.advisories.length).toBeGreaterThan(0);
  });

  test('or none, where the file is of another name or of no version', () => {
    expect(version('requests @ https://example.com/other-2.19.0.tar.gz')).toBeUndefined();
    expect(version('requests @ https://example.com/requests-latest.tar.gz')).toBeUndefined();
    expect(version('requests @ https://github.com/psf/requests/archive/v2.19.0.tar.gz')).toBeUndefined();
    expect(version('requests @ git+https://example.com/requests.git@2.19.0')).toBeUndefined();
  });
});

describe('uv and groups', () => {
  test('what overrides a bound takes its place', () => {
    const pyproject =
      '[project]\nname = "shop"\ndependencies = ["django>=6.0", "celery>=5"]\n[tool.uv]\noverride-dependencies = ["django==5.2.1", "redis==5.0.0"]\n';
    const lock = ['django 5.2.1', 'celery 5.4.0', 'redis 5.0.0']
      .map((line) => line.split(' '))
      .map(([name, version]) => `[[package]]\nname = "${name}"\nversion = "${version}"\n`)
      .join('');
    expect(read({ 'pyproject.toml': pyproject }).django?.version).toBe('5.2.1');
    expect(read({ 'pyproject.toml': pyproject }).get('redis')).toBeUndefined();
    const locked = read({ 'pyproject.toml': pyproject, 'uv.lock': lock });
    expect([locked.outOfStep, locked.impossible]).toEqual([[], []]);
  });

  test('a group that includes one that is not there is told', () => {
    const pyproject =
      '[project]\nname = "shop"\ndependencies = ["django"]\n[dependency-groups]\nTest_Base = ["pytest"]\ndev = [\n  { include-group = "test-base" },\n  { include-group = "lint" },\n]\n';
    expect(read({ 'pyproject.toml': pyproject }).problems.map(({ at, why }) => [at.start.line, why])).toEqual([
      [8, 'it includes the group `lint`, which is not there, and installers stop at it'],
    ]);
  });
});

test('what is not from PyPI is not clear of advisories, but unknown', () => {
  const unseen = (line: string) => read({ 'requirements.txt': `${line}\n` }).all[0]?.unseen;
  expect(unseen('tools==1.0')).toBeUndefined();
  expect(unseen('tools @ https://files.pythonhosted.org/packages/tools-1.0.tar.gz')).toBeUndefined();
  expect(unseen('tools @ https://example.com/tools-1.0.tar.gz')).toBe('it is not from PyPI');
  const lock = '[[package]]\nname = "tools"\nversion = "1.0"\nsource = { git = "https://example.com/tools.git#abc" }\n';
  expect(read({ 'uv.lock': lock }).get('tools')?.unseen).toBe('it is not from PyPI');
});
