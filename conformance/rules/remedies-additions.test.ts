/** A package that is missing is added in the format of the file, or by the tool, that the project keeps its packages with. */

import { examine } from 'django-golive/testing';
import { expect, test } from 'vitest';
import { catalogue } from './catalogue.js';

const rule = catalogue().find(({ rule }) => rule.id === 'deps/app-not-declared')?.rule;

const added = (files: Readonly<Record<string, string>>) => {
  if (!rule) throw new Error('the rule is gone');
  const settings = "INSTALLED_APPS = ['django.contrib.admin', 'corsheaders']\n";
  const { findings } = examine(
    rule,
    { ...files, 'config/settings.py': settings },
    { operator: { settings: 'config.settings' } },
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
