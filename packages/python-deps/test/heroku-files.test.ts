/** Heroku's build pack installs from one file of the root; whatever else lies there, it does not read. */
import { projectOf } from '@django-golive/core';
import { dependenciesOf } from '@django-golive/python-deps';
import { describe, expect, test } from 'vitest';

const kinds = (files: Record<string, string>) =>
  Object.fromEntries(
    dependenciesOf(projectOf(files), { target: 'heroku', processes: [] }, '2026-11-30').all.map(({ name, kind }) => [
      name,
      kind,
    ]),
  );
const pyproject = '[project]\nname = "shop"\nversion = "1"\ndependencies = ["celery"]\n';

describe('requirements.txt', () => {
  test('is all that pip reads', () => {
    expect(
      kinds({
        'requirements.txt': 'django\n',
        'requirements/production.txt': 'gunicorn\n',
        'pyproject.toml': pyproject,
      }),
    ).toEqual({ django: 'runtime', gunicorn: 'optional', celery: 'optional' });
  });

  test('brings what it includes, the project itself among it', () => {
    const files = {
      'requirements.txt': '-r deploy/more.txt\n-e .\n',
      'deploy/more.txt': 'gunicorn\n',
      'pyproject.toml': pyproject,
    };
    expect(kinds(files)).toEqual({ gunicorn: 'runtime', celery: 'runtime' });
  });

  test('counts whatever an image or the script of another platform would install', () => {
    const files = {
      'requirements.txt': 'django\n',
      'requirements/production.txt': 'gunicorn\n',
      Dockerfile: 'FROM python:3.13\nRUN pip install -r requirements/production.txt\n',
      'build.sh': 'pip install -r requirements/production.txt\n',
    };
    expect(kinds(files)).toEqual({ django: 'runtime', gunicorn: 'optional' });
  });

  test('is joined by what the hooks of the build pack install', () => {
    const hook = { 'bin/post_compile': '#!/bin/sh\npip install -r more.pip\npip install -r requirements/extra.txt\n' };
    expect(kinds({ 'requirements.txt': 'django\n', 'requirements/extra.txt': 'nltk\n', ...hook })).toEqual({
      django: 'runtime',
      nltk: 'runtime',
    });
  });
});

test('a lock file counts with what it was made from', () => {
  const lock = '[[package]]\nname = "celery"\nversion = "5.5.0"\n';
  const other = { 'requirements/production.txt': 'gunicorn\n', 'setup.py': 'setup(install_requires=["raven"])' };
  expect(kinds({ 'uv.lock': lock, 'pyproject.toml': pyproject, ...other })).toEqual({
    celery: 'runtime',
    gunicorn: 'optional',
    raven: 'optional',
  });
});

test('of several files, of which the build pack takes none, each may be the one that stays', () => {
  const files = { 'requirements.txt': 'django\n', 'Pipfile.lock': '{"default": {"celery": {"version": "==5.5.0"}}}' };
  expect(kinds(files)).toEqual({ django: 'runtime', celery: 'runtime' });
});

test('an app that is built from an image installs what the image does', () => {
  const files = {
    'heroku.yml': 'build:\n  docker:\n    web: Dockerfile\n',
    'requirements.txt': 'django\n',
    'requirements/production.txt': 'gunicorn\n',
    Dockerfile: 'FROM python:3.13\nRUN pip install -r requirements/production.txt\n',
  };
  expect(kinds(files)).toEqual({ django: 'optional', gunicorn: 'runtime' });
});

test('where all that Heroku’s list names is not there, what an image installs is production’s, and that is told', () => {
  const files = {
    'requirements.txt': '-r requirements/production.txt\n',
    'requirements/source/production.in': 'celery\n',
    'requirements/generated/production.txt': 'gunicorn\n',
    Dockerfile:
      'FROM python:3.13\nCOPY requirements/generated/ requirements\nRUN pip install -r requirements/production.txt\n',
  };
  expect(kinds(files)).toMatchObject({ gunicorn: 'runtime' });
  const { problems } = dependenciesOf(projectOf(files), { target: 'heroku', processes: [] }, '2026-11-30');
  expect(problems.map(({ at, why }) => `${at.path}:${at.start.line} ${why}`)).toEqual([
    'requirements.txt:1 Heroku would stop here, so that what the Dockerfile installs is taken for production’s',
    'requirements.txt:1 `requirements/production.txt` is not in the repository',
  ]);
  expect(kinds({ ...files, 'requirements.txt': 'django\n-r requirements/production.txt\n' })).toEqual({
    django: 'runtime',
  });
});

test('of an app that heroku.yml builds, the Dockerfile chooses the Python', () => {
  const files = {
    Dockerfile: 'FROM python:3.13\nRUN pip install -r requirements.txt\n',
    'requirements.txt': 'django\n',
    'runtime.txt': 'python-3.8.7',
    '.python-version': '3.9',
  };
  const series = (more: Record<string, string>) =>
    dependenciesOf(projectOf({ ...files, ...more }), { target: 'heroku', processes: [] }, '2026-11-30').python?.series;
  expect(series({})).toBe('3.8');
  expect(series({ 'heroku.yml': 'build:\n  docker:\n    web: Dockerfile\n' })).toBe('3.13');
});
