/** A bracket that is never closed costs the entry that it stands in, and no other. */
import { projectOf } from '@django-golive/core';
import { dependenciesOf } from '@django-golive/python-deps';
import { expect, test } from 'vitest';

const read = (files: Record<string, string>) =>
  dependenciesOf(projectOf(files), { target: 'docker', processes: [] }, '2026-11-20');
const told = (path: string, text: string) => {
  const { all, problems } = read({ [path]: text });
  return { names: all.map(({ name }) => name), lines: problems.map(({ at }) => at.start.line) };
};

test('of an inline table in a Pipfile', () => {
  const text =
    '[packages]\ndjango = "==5.2.1"\nfoo = {version = "==1", extras = ["a"]\nlxml = "==5.0"\n[dev-packages]\npytest = "*"\n';
  expect(told('Pipfile', text)).toEqual({ names: ['django', 'lxml', 'pytest'], lines: [3] });
});

test('of a list in pyproject.toml', () => {
  const text =
    '[project]\nname = "shop"\ndependencies = [\n  "django==5.2.1",\n  "lxml",\n\n[dependency-groups]\nlive = ["gunicorn"]\n';
  expect(told('pyproject.toml', text)).toEqual({ names: ['django', 'gunicorn', 'lxml'], lines: [3] });
});

test('a comma that is missing in a list costs nothing but a notice, in whatever table', () => {
  const own = '[project]\nname = "shop"\ndependencies = [\n  "django==5.2.1"\n  "lxml==6.0",\n]\n';
  expect(told('pyproject.toml', own)).toEqual({ names: ['django', 'lxml'], lines: [4] });
  const crlf = own.replaceAll('\n', '\r\n');
  expect(told('pyproject.toml', crlf)).toEqual({ names: ['django', 'lxml'], lines: [4] });
  const others =
    '[project]\ndependencies = ["django==5.2.1"]\n[tool.uv]\ndev-dependencies = ["a" "b",, "c"]\n[tool.pdm.dev-dependencies]\n' +
    'test = ["d" "e"]\n[dependency-groups]\nlive = [\n  {include-group = "web"} # first\n  "f"\n]\nweb = ["g"\n';
  expect(told('pyproject.toml', others)).toEqual({
    names: ['django', 'f', 'g', 'a', 'b', 'c', 'd', 'e'],
    lines: [4, 4, 6, 9, 12],
  });
  const { all } = read({ 'pyproject.toml': '[project]\ndependencies = ["django==5.2.1" "lxml",\n  "x"]\n' });
  expect(all.map(({ name, at }) => [name, at.start.line, at.start.column])).toEqual([
    ['django', 2, 17],
    ['lxml', 2, 33],
    ['x', 3, 3],
  ]);
});

test('where nothing is left out, the list counts as read to its end', () => {
  const problems = (list: string) =>
    read({ 'pyproject.toml': `[project]\ndependencies = [${list}\n` }).problems.map(
      ({ versions }) => versions === true,
    );
  expect(problems('"django" "lxml"]')).toEqual([true]);
  expect(problems('"django", "lxml"')).toEqual([true]);
  expect(problems('"django", "lxml]')).toEqual([false]);
});

test('the marks of a merge in a list go alone', () => {
  const inside =
    '[project]\ndependencies = [\n  "django==5.2.1",\n<<<<<<< HEAD\n  "lxml",\n=======\n  "pillow",\n>>>>>>> other\n  "x",\n]\n';
  expect(told('pyproject.toml', inside)).toEqual({ names: ['django', 'lxml', 'pillow', 'x'], lines: [4, 6, 8] });
  const around =
    '[project]\n<<<<<<< HEAD\ndependencies = [\n  "django==5.2.1",\n]\n=======\ndependencies = [\n  "django==5.2.2",\n]\n>>>>>>> other\n[dependency-groups]\nlive = ["gunicorn"]\n';
  expect(told('pyproject.toml', around)).toEqual({ names: ['django', 'gunicorn'], lines: [2, 6, 7, 10] });
});

test('a quotation mark that is missing in a list costs its line', () => {
  const lines = '[project]\ndependencies = [\n  "django==5.2.1",\n  lxml==6.0",\n  "x",\n]\n';
  expect(told('pyproject.toml', lines)).toEqual({ names: ['django', 'x'], lines: [4] });
  const one = '[project]\ndependencies = ["django==5.2.1", "lxml]\n[dependency-groups]\nlive = ["gunicorn"]\n';
  expect(told('pyproject.toml', one)).toEqual({ names: ['django', 'gunicorn'], lines: [2] });
});

test('a broken item of a list goes alone', () => {
  const text = '[project]\nname = "shop"\ndependencies = [\n  "django==5.2.1",\n  "lxml,\n  "celery",\n]\n';
  expect(told('pyproject.toml', text)).toEqual({ names: ['celery', 'django'], lines: [5] });
});
