/** A package that is missing is added in the format of the file, or by the tool, that the project keeps its packages with. */

import { examine } from 'django-golive/testing';
import { expect, test } from 'vitest';
import { catalogue } from './catalogue.js';

const rule = catalogue().find(({ rule }) => rule.id === 'deps/app-not-declared')?.rule;

const added = (files: Readonly<Record<string, string>>, target?: string) => {
  if (!rule) throw new Error('the rule is gone');
  const settings = "INSTALLED_APPS = ['django.contrib.admin', 'corsheaders']\n";
  const { findings } = examine(
    rule,
    { ...files, 'config/settings.py': settings },
    { operator: { settings: 'config.settings' }, ...(target === undefined ? {} : { target }) },
  );
  const { code, path, place } = findings[0]?.remedy ?? {};
  return { code, path, place };
};

const pyproject = '[project]\nname = "shop"\nversion = "1"\ndependencies = ["django>=5.2"]\n';
const computed = '[project]\nname = "shop"\nversion = "1"\ndynamic = ["dependencies"]\n';
const dynamic = `${computed}[tool.setuptools.dynamic]\ndependencies = { file = ["lists/base.txt"] }\n`;
const poetry = '[tool.poetry.dependencies]\npython = "^3.12"\ndjango = "^5.2"\n';
const lock = '[[package]]\nname = "django"\nversion = "5.2.18"\n';

test.each([
  ['requirements.txt', { 'requirements.txt': 'Django==5.2.18\n' }, 'django-cors-headers', 'end'],
  [
    'requirements/production.txt',
    { 'requirements/production.txt': '-r base.txt\n', 'requirements/base.txt': 'Django==5.2.18\n' },
    'django-cors-headers',
    'end',
  ],
  [
    'pyproject.toml',
    { 'pyproject.toml': pyproject },
    '[project]\ndependencies = [\n    # beside what is there\n    "django-cors-headers",\n]',
    'part',
  ],
  ['pyproject.toml', { 'pyproject.toml': pyproject, 'uv.lock': lock }, 'uv add django-cors-headers', 'terminal'],
  ['pyproject.toml', { 'pyproject.toml': pyproject, 'pdm.lock': lock }, 'pdm add django-cors-headers', 'terminal'],
  ['pyproject.toml', { 'pyproject.toml': poetry }, 'poetry add django-cors-headers', 'terminal'],
  ['pyproject.toml', { 'pyproject.toml': poetry, 'poetry.lock': lock }, 'poetry add django-cors-headers', 'terminal'],
  ['Pipfile', { Pipfile: '[packages]\ndjango = "*"\n' }, 'pipenv install django-cors-headers', 'terminal'],
  ['lists/base.txt', { 'pyproject.toml': dynamic, 'lists/base.txt': 'Django==5.2.18\n' }, 'django-cors-headers', 'end'],
  [
    'lists/base.txt',
    { 'pyproject.toml': dynamic, 'lists/base.txt': 'Django==5.2.18\n', 'uv.lock': lock, 'requirements.txt': 'django' },
    'django-cors-headers',
    'end',
  ],
  [
    'setup.py',
    {
      'pyproject.toml': `${computed}[project.optional-dependencies]\ns3 = ["boto3"]\n`,
      'setup.py': 'from setuptools import setup\n\nsetup(install_requires=["django"])\n',
    },
    undefined,
    undefined,
  ],
])('%s: %o', (path, files, code, place) => {
  expect(added(files)).toEqual({ path, code, place });
});

test('nothing is missing from a list that nobody sees', () => {
  const files = { 'pyproject.toml': `${computed}[project.optional-dependencies]\ns3 = ["boto3"]\n` };
  expect(added(files)).toEqual({ path: undefined, code: undefined, place: undefined });
});

test('a list that an image installs is written in, whatever lock lies beside it', () => {
  const of = (list: string) =>
    added(
      {
        Dockerfile: 'FROM python:3.13\nRUN pip install -r requirements.txt\n',
        'pyproject.toml': poetry,
        'poetry.lock': lock,
        'requirements.txt': list,
      },
      'docker',
    );
  expect(of('Django==5.2.18\nPillow==12.0.0\n')).toEqual({
    path: 'requirements.txt',
    code: 'django-cors-headers',
    place: 'end',
  });
  const marker = "; python_version >= '3.12'";
  expect(of(`asgiref==3.8.1 ${marker}\ndjango==5.2.18 ${marker}\nsqlparse==0.5.3 ${marker}\n`)).toEqual({
    path: 'requirements.txt',
    code: 'poetry add django-cors-headers\n# then make requirements.txt anew',
    place: 'terminal',
  });
});
