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
  expect(told('pyproject.toml', text)).toEqual({ names: ['gunicorn'], lines: [3] });
});

test('a broken item of a list goes alone', () => {
  const text = '[project]\nname = "shop"\ndependencies = [\n  "django==5.2.1",\n  "lxml,\n  "celery",\n]\n';
  expect(told('pyproject.toml', text)).toEqual({ names: ['celery', 'django'], lines: [5] });
});
