/** Lines of requirements files that are not requirements, and what the build's environment puts into them. */
import { createSourceFile, projectOf } from '@django-golive/core';
import { dependenciesOf } from '@django-golive/python-deps';
import { expect, test } from 'vitest';
import { readRequirementsFile } from '../src/requirements-file.js';

const read = (text: string, variables: Record<string, string> = {}) =>
  readRequirementsFile(
    createSourceFile('requirements.txt', () => text),
    'runtime',
    new Map(Object.entries(variables)),
  );
const of = (files: Record<string, string>) =>
  dependenciesOf(projectOf({ 'manage.py': '', ...files }), { target: 'docker', processes: [] }, '2026-11-20');

test('an option that pip does not know is told: the install stops there', () => {
  const { problems } = read('--process-dependency-links\na==1 --install-option=x\n--index-url "https://x\n');
  expect(problems.map(({ why }) => why)).toEqual([
    'pip knows no option `--process-dependency-links` in a requirements file',
    'pip knows no option `--install-option` in a requirements file',
    'a quotation mark is never closed',
  ]);
});

test('a variable is put in where the image gives it, and is unknown where nothing does', () => {
  expect(read('Django==${DJANGO}', { DJANGO: '5.2.3' }).declarations).toMatchObject([{ specifier: '==5.2.3' }]);
  const { declarations, problems } = read('Django==${DJANGO}\nlib @ https://${TOKEN}@example.com/lib.zip');
  expect(declarations.map(({ name }) => name)).toEqual(['django', 'lib']);
  expect(problems.map(({ why }) => why)).toEqual(['`${DJANGO}` comes from the environment, which is not known']);
  const files = {
    Dockerfile: 'FROM python:3.13\nARG DJANGO=5.2.3\nRUN pip install -r requirements.txt',
    'requirements.txt': 'Django==${DJANGO}',
  };
  expect(of(files).get('django')).toMatchObject({ version: '5.2.3' });
});

test("`-e .[prod]` brings what the project's own files declare, with the extra", () => {
  const { all, problems } = of({
    'requirements/production.txt': '-e .[prod]\ngunicorn\n./missing',
    'pyproject.toml':
      '[project]\nname = "shop"\ndependencies = ["Django==5.2.3"]\n[project.optional-dependencies]\nprod = ["psycopg"]\ntest = ["pytest"]',
    Dockerfile: 'FROM python:3.13\nRUN pip install -r requirements/production.txt',
  });
  expect(all.map(({ name, kind }) => [name, kind])).toEqual([
    ['django', 'runtime'],
    ['gunicorn', 'runtime'],
    ['psycopg', 'runtime'],
    ['pytest', 'dev'],
  ]);
  expect(problems.map(({ at, why }) => `${at.start.line} ${why}`)).toEqual([
    '3 `./missing` holds neither `pyproject.toml` nor `setup.py`',
  ]);
});

test('a requirement over several lines has the place of all of them', () => {
  const [django] = read('# x\nDjango \\\n  >=5,\\\n  <6  # why\n').declarations;
  expect(django).toMatchObject({
    specifier: '>=5,  <6',
    at: { start: { line: 2, column: 1 }, end: { line: 4, column: 5 } },
  });
});

test('what lies in no file of the repository is told, and only what lists packages leaves some out', () => {
  const { problems } = of({
    'requirements.txt':
      '-r https://bob:s3cret@example.com/base.txt\n-r ${LISTS}/web.txt\n-c https://example.com/limits.txt\n-r more.txt\nDjango==5.2.3',
    'more.txt': '-r https://example.com/x.txt',
  });
  expect(problems.map(({ at, why, versions }) => [`${at.path}:${at.start.line}`, why, versions])).toEqual([
    [
      'requirements.txt:1',
      '`https://***@example.com/base.txt` is not in the repository, so what it lists is not known',
      undefined,
    ],
    ['requirements.txt:2', '`${LISTS}/web.txt` is not in the repository, so what it lists is not known', undefined],
    [
      'requirements.txt:3',
      '`https://example.com/limits.txt` is not in the repository, so the versions that it allows are not known',
      true,
    ],
    ['more.txt:1', '`https://example.com/x.txt` is not in the repository, so what it lists is not known', undefined],
  ]);
});
