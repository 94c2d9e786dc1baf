/** Commands of a build that pass by what a lock pins, and those that stop at a lock that has stayed behind. */
import { projectOf } from '@django-golive/core';
import { dependenciesOf } from '@django-golive/python-deps';
import { describe, expect, test } from 'vitest';

const FILES = {
  'manage.py': '',
  'pyproject.toml': '[project]\nname = "shop"\nversion = "1"\ndependencies = ["django>=5.2.4"]\n',
  'uv.lock': '[[package]]\nname = "django"\nversion = "5.2.4"\n',
};
const PIPENV = {
  'manage.py': '',
  Pipfile: '[packages]\ndjango = ">=5.2.4"\n',
  'Pipfile.lock': '{"default": {"django": {"version": "==5.2.4"}}}',
};
const read = (run: string, files: Record<string, string> = FILES) =>
  dependenciesOf(
    projectOf({ ...files, Dockerfile: `FROM python:3.13\nCOPY . .\nRUN ${run}\n` }),
    { target: 'docker', processes: [] },
    '2026-11-20',
  );

describe('a lock whose pins the build passes by', () => {
  test.each([
    ['uv sync -U', FILES, 'uv.lock'],
    ['uv sync --no-dev --upgrade', FILES, 'uv.lock'],
    ['uv lock --upgrade && uv sync', FILES, 'uv.lock'],
    ['pipenv install --system --skip-lock', PIPENV, 'Pipfile.lock'],
    ['pipenv lock && pipenv sync --system', PIPENV, 'Pipfile.lock'],
  ])('%s', (run, files, lock) => {
    const { get, manifests } = read(run, files);
    expect(get('django')?.version).toBeUndefined();
    expect(get('django')?.kind).toBe('runtime');
    expect(manifests.find(({ path }) => path === lock)).toMatchObject({
      kind: 'optional',
      because: expect.stringContaining('`Dockerfile` has'),
    });
  });

  test.each([
    ['uv sync', FILES],
    ['uv sync --upgrade-package celery', FILES],
    ['uv sync && pip install -U pip', FILES],
    ['uv lock --check && uv sync', FILES],
    ['pipenv install --system --deploy', PIPENV],
    ['pipenv lock -r > list.txt && pipenv sync', PIPENV],
  ])('not by %s', (run, files) => {
    expect(read(run, files).get('django')?.version).toBe('5.2.4');
  });
});

describe('a lock that has stayed behind', () => {
  const behind = { ...FILES, 'pyproject.toml': FILES['pyproject.toml'].replace('4"]', '4", "celery"]') };
  const behindPipenv = { ...PIPENV, Pipfile: `${PIPENV.Pipfile}celery = "*"\n` };
  const stops = (run: string, files: Record<string, string>) =>
    read(run, files).outOfStep?.map(({ name, stops }) => [name, stops]);

  test.each([
    ['uv sync --locked', behind],
    ['uv lock --check && uv sync --frozen', behind],
    ['pipenv install --system --deploy', behindPipenv],
    ['pipenv verify && pipenv sync', behindPipenv],
  ])('stops %s', (run, files) => {
    expect(stops(run, files)).toEqual([
      ['celery', `\`Dockerfile\` runs \`${run.split(' && ')[0]?.replace(' --system', '')}\``],
    ]);
  });

  test.each([
    ['uv sync', behind],
    ['uv sync --frozen', behind],
    ['uv sync --locked || uv sync', behind],
    ['pipenv sync', behindPipenv],
  ])('does not stop %s', (run, files) => {
    expect(stops(run, files)).toEqual([['celery', undefined]]);
  });
});
