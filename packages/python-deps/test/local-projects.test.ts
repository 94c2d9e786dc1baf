/** Packages of a pyproject.toml that lie in the repository, and what is told of groups that no installer reads. */
import { projectOf } from '@django-golive/core';
import { dependenciesOf } from '@django-golive/python-deps';
import { describe, expect, test } from 'vitest';

const read = (files: Record<string, string>) =>
  dependenciesOf(projectOf({ 'manage.py': '', ...files }), { target: 'none', processes: [] }, '2026-11-20');
const rows = (files: Record<string, string>) =>
  read(files).all.map(({ name, kind, at, read: isRead }) => `${kind} ${name} ${at.path}${isRead ? ' read' : ''}`);
const told = (files: Record<string, string>) => read(files).problems.map(({ at, why }) => `${at.start.line} ${why}`);

const PKG = '[project]\nname = "Shop_Pkg"\ndependencies = ["celery"]\n[dependency-groups]\ndev = ["ruff"]\n';
const MAIN = '[project]\nname = "shop"\ndependencies = ["django==5.2.3", "shop-pkg"]\n';

describe('a package that lies in the repository brings what it declares', () => {
  const expected = [
    'runtime celery libs/pkg/pyproject.toml',
    'runtime django pyproject.toml',
    'runtime shop-pkg pyproject.toml read',
    'dev ruff libs/pkg/pyproject.toml',
  ];
  test.each([
    ['by its path for uv', '[tool.uv.sources]\nshop-pkg = { path = "libs/pkg", editable = true }\n'],
    [
      'as a member of the workspace',
      '[tool.uv.sources]\nshop-pkg = { workspace = true }\n[tool.uv.workspace]\nmembers = ["libs/*"]\n',
    ],
    ['by its path for Poetry 2', '[tool.poetry.dependencies]\nshop-pkg = { path = "./libs/pkg", develop = true }\n'],
  ])('%s', (_, sources) => {
    const files = { 'pyproject.toml': MAIN + sources, 'libs/pkg/pyproject.toml': PKG };
    expect(rows(files)).toEqual(expected);
    expect(read(files).problems).toEqual([]);
  });

  test('in the table of Poetry alone', () => {
    const files = {
      'pyproject.toml': '[tool.poetry.dependencies]\ndjango = "5.2.3"\nshop-pkg = { path = "libs/pkg" }\n',
      'libs/pkg/pyproject.toml': PKG,
    };
    expect(rows(files)).toEqual(expected);
  });

  test('and nothing where a marker decides, where it is a wheel, or where it is not there', () => {
    const main = (source: string) => `${MAIN}[tool.uv.sources]\nshop-pkg = ${source}\n`;
    const files = (source: string) => ({ 'pyproject.toml': main(source), 'libs/pkg/pyproject.toml': PKG });
    const without = 'optional celery libs/pkg/pyproject.toml';
    expect(rows(files('{ path = "libs/pkg-1.0-py3-none-any.whl" }'))).toContain(without);
    expect(told(files('{ path = "../other" }'))).toEqual(['3 `../other` is not in the repository']);
    expect(told({ 'pyproject.toml': main('{ workspace = true }') })).toEqual([
      '3 no package of the repository is called `shop-pkg`',
    ]);
    const marked = files('{ path = "libs/pkg" }');
    marked['pyproject.toml'] = marked['pyproject.toml'].replace('"shop-pkg"', '"shop-pkg; sys_platform == \'win32\'"');
    expect(rows(marked)).toContain(without);
  });
});

test('what Poetry adds to a package of the project table is where it comes from', () => {
  const { all } = read({
    'pyproject.toml':
      '[project]\nname = "shop"\ndependencies = ["django==5.2.3", "lib>=1"]\n[tool.poetry.dependencies]\nlib = { git = "https://me:s3cret@example.com/lib.git" }\ndjango = { version = "5.2.3" }\n',
  });
  expect(all.map(({ name, url }) => [name, url])).toEqual([
    ['django', undefined],
    ['lib', 'https://***@example.com/lib.git'],
  ]);
});

test('a source of uv for each platform is no release of PyPI', () => {
  const sources =
    '[tool.uv.sources]\nshop-pkg = [{ git = "https://example.com/a.git", marker = "sys_platform == \'linux\'" }]\n';
  expect(read({ 'pyproject.toml': MAIN + sources }).get('shop-pkg')?.url).toBe('https://example.com/a.git');
});

test('a group that includes itself, and an item that is no requirement, are told; the rest is kept', () => {
  const files = {
    'pyproject.toml':
      '[project]\nname = "shop"\ndependencies = [\n  "django",\n  5,\n]\n[dependency-groups]\na = ["celery", { include-group = "B" }]\nb = ["redis", { include-group = "a" }]\nc = [\n  true,\n  { path = "x" },\n  "ruff",\n]\nd = [{ include-group = "c" }]\n',
  };
  expect(told(files)).toEqual([
    '5 it is no requirement, and installers stop at it',
    '8 the group `a` includes itself, and installers stop at it',
    '9 the group `b` includes itself, and installers stop at it',
    '11 it is no requirement, and installers stop at it',
    '12 it is no requirement, and installers stop at it',
  ]);
  expect(read(files).all.map(({ name }) => name)).toEqual(['django', 'celery', 'redis', 'ruff']);
});

test('a wheel of the project itself is no package of an index', () => {
  const of = (name: string) =>
    dependenciesOf(
      projectOf({
        'manage.py': '',
        Dockerfile: `FROM python:3.13\nCOPY ./artifacts /wheels\nRUN pip install --no-index -f /wheels ${name}\n`,
        'setup.py':
          'from setuptools import setup\nsetup(name="todo_list", version="1", install_requires=["Django==5.2.18"])\n',
      }),
      { target: 'docker', processes: [] },
      '2026-11-20',
    ).all.map((row) => row.name);
  expect(of('todo-list')).toEqual(['django']);
  expect(of('todo')).toEqual(['django', 'todo']);
});
