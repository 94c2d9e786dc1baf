/** Files that bound versions, as the commands of a build name them: `-c`, `--constraint`, `--override`, and variables for them. */
import { projectOf } from '@django-golive/core';
import { dependenciesOf } from '@django-golive/python-deps';
import { expect, test } from 'vitest';

const read = (files: Record<string, string>, target = 'docker') =>
  dependenciesOf(projectOf({ 'manage.py': '', ...files }), { target, processes: [] }, '2026-11-20');
const pinned = (files: Record<string, string>, target?: string) =>
  read(files, target)
    .all.filter(({ kind }) => kind === 'runtime')
    .map(({ name, version, specifier }) => `${name}${version === undefined ? specifier : `==${version}`}`);

const LISTS = {
  'requirements.txt': 'Django>=4.2\nrequests\n',
  'constraints.txt': 'Django==4.2.1\nrequests<3\nlxml==6.0\n',
};
const image = (...lines: string[]) => ({ ...LISTS, Dockerfile: ['FROM python:3.13', ...lines].join('\n') });

test.each([
  ['after the list', 'RUN pip install -r requirements.txt -c constraints.txt'],
  ['before the list', 'RUN pip install -c constraints.txt -r requirements.txt'],
  ['attached', 'RUN pip install -cconstraints.txt -r requirements.txt'],
  ['by the long option', 'RUN pip install --constraint constraints.txt -r requirements.txt'],
  ['with a sign', 'RUN python -m pip install --no-cache-dir -r requirements.txt --constraint=constraints.txt'],
  ['on a line of its own', 'RUN pip install \\\n  -r requirements.txt \\\n  -c constraints.txt'],
  ['of the image', 'WORKDIR /app\nCOPY . .\nRUN pip3 install -r /app/requirements.txt -c /app/constraints.txt'],
  ['of uv', 'RUN uv pip install --system -r requirements.txt --constraint constraints.txt'],
  ['of uv in the plural', 'RUN uv pip install --system -r requirements.txt --constraints constraints.txt'],
  ['by a variable of pip', 'ENV PIP_CONSTRAINT=constraints.txt\nRUN pip install -r requirements.txt'],
  ['by an old form of ENV', 'ENV PIP_CONSTRAINT /app/constraints.txt\nRUN pip install -r requirements.txt'],
  ['by an argument', 'ARG PIP_CONSTRAINT="constraints.txt"\nRUN pip install -r requirements.txt'],
  ['before the command', 'RUN PIP_CONSTRAINT=constraints.txt pip install -r requirements.txt'],
  ['by a variable of uv', 'ENV UV_CONSTRAINT=constraints.txt\nRUN uv pip install -r requirements.txt'],
  ['by a name', 'ARG LIMITS=constraints.txt\nRUN pip install -r requirements.txt -c ${LIMITS}'],
])('constraints bound what a build installs: %s', (_, lines) => {
  expect(pinned(image(lines))).toEqual(['django==4.2.1', 'requests<3']);
});

test.each([
  ['an empty value', 'ENV PIP_CONSTRAINT=\nRUN pip install -r requirements.txt'],
  ['a branch', 'RUN if [ -n "$X" ]; then export PIP_CONSTRAINT=constraints.txt; fi; pip install -r requirements.txt'],
  [
    'a command in a branch',
    'RUN if [ -n "$X" ]; then pip install lxml -c constraints.txt; fi; pip install -r requirements.txt',
  ],
  ['another program', 'RUN sh -c "ls" && conda install -c constraints.txt && pip install -r requirements.txt'],
])('%s is no constraint of what is installed for certain', (_, lines) => {
  const { all, problems } = read(image(lines));
  expect(all.filter(({ name }) => name !== 'lxml').map(({ name, version }) => [name, version])).toEqual([
    ['django', undefined],
    ['requests', undefined],
  ]);
  expect(problems).toEqual([]);
});

test('constraints bound what scripts and platforms install', () => {
  const script = {
    ...image('COPY . .', 'RUN ./build.sh'),
    'build.sh': 'pip install -r requirements.txt -c constraints.txt\n',
  };
  expect(pinned(script)).toEqual(['django==4.2.1', 'requests<3']);
  const render = 'services:\n  - type: web\n    buildCommand: pip install -r requirements.txt -c constraints.txt\n';
  expect(pinned({ ...LISTS, 'render.yaml': render }, 'render')).toEqual(['django==4.2.1', 'requests<3']);
  const variable =
    'services:\n  - type: web\n    buildCommand: pip install -r requirements.txt\n    envVars:\n      - key: PIP_CONSTRAINT\n        value: constraints.txt\n';
  expect(pinned({ ...LISTS, 'render.yaml': variable }, 'render')).toEqual(['django==4.2.1', 'requests<3']);
});

test('constraints bound the project itself and packages by name', () => {
  const own = { 'pyproject.toml': '[project]\nname = "shop"\ndependencies = ["Django>=4.2"]\n' };
  const files = { ...own, 'constraints.txt': 'Django==4.2.1\ngunicorn==23.0.0\n' };
  expect(pinned({ ...files, Dockerfile: 'FROM python:3.13\nRUN pip install . -c constraints.txt' })).toEqual([
    'django==4.2.1',
  ]);
  const run = 'FROM python:3.13\nRUN pip install -c constraints.txt gunicorn\nRUN pip install .';
  expect(pinned({ ...files, Dockerfile: run })).toEqual(['django>=4.2', 'gunicorn==23.0.0']);
});

test('constraints are for what their command installs, and for what that includes', () => {
  const files = { ...LISTS, 'requirements.txt': '-r base.txt\nrequests\n', 'base.txt': 'Django>=4.2\n' };
  const both = 'FROM python:3.13\nRUN pip install -r requirements.txt -c constraints.txt\nRUN pip install lxml';
  expect(pinned({ ...files, Dockerfile: both })).toEqual(['django==4.2.1', 'lxml', 'requests<3']);
  const installer = 'FROM python:3.13\nRUN pip install -U pip\nRUN pip install -r requirements.txt -c constraints.txt';
  expect(pinned({ ...files, Dockerfile: installer })).toEqual(['django==4.2.1', 'requests<3']);
});

test('overrides of uv take the place of what lists ask for', () => {
  const files = { 'requirements.txt': 'Django==4.2.1\nrequests\n', 'overrides.txt': 'Django==5.2.3\n' };
  const run = 'FROM python:3.13\nRUN uv pip install -r requirements.txt --override overrides.txt';
  expect(pinned({ ...files, Dockerfile: run })).toEqual(['django==5.2.3', 'requests']);
});

test('a file of constraints installs nothing, whatever its name, and one that is not there is told', () => {
  const files = { 'requirements.txt': 'Django>=4.2\n', 'requirements-constraints.txt': 'Django==4.2.1\nlxml==6.0\n' };
  const run = 'FROM python:3.13\nRUN pip install -r requirements.txt -c requirements-constraints.txt';
  const all = read({ ...files, Dockerfile: run }).all.map(({ name, version }) => [name, version]);
  expect(all).toEqual([['django', '4.2.1']]);
  const { problems } = read({
    'requirements.txt': 'Django>=4.2\n',
    Dockerfile: 'FROM python:3.13\nRUN pip install -r requirements.txt -c https://example.com/constraints.txt',
  });
  expect(problems).toMatchObject([
    {
      at: { start: { line: 2 } },
      why: '`https://example.com/constraints.txt` is not in the repository, so the versions that it allows are not known',
      versions: true,
    },
  ]);
  const made =
    'FROM python:3.13\nRUN uv export --no-dev -o constraints.txt\nRUN pip install -r requirements.txt -c constraints.txt';
  expect(read({ 'requirements.txt': 'Django>=4.2\n', Dockerfile: made }).problems).toEqual([]);
});

test('constraints of a list for development alone bound nothing of production', () => {
  const files = {
    'manage.py': '',
    'requirements/production.in': 'Django==5.2.18\ndj-rest-auth\n',
    'requirements/development.in': '-r production.in\n-c constraints.txt\nipdb\n',
    'requirements/constraints.txt': 'dj-rest-auth<=4.0.1\nipdb<1\n',
  };
  const specifierOf = (name: string, more: Record<string, string> = {}) =>
    dependenciesOf(projectOf({ ...files, ...more }), { target: 'none', processes: [] }, '2026-11-20').get(name)
      ?.specifier;
  expect(specifierOf('dj-rest-auth')).toBe('');
  expect(specifierOf('ipdb')).toBe('<1');
  const bounded = { 'requirements/production.in': '-c constraints.txt\ndj-rest-auth\n' };
  expect(specifierOf('dj-rest-auth', bounded)).toBe('<=4.0.1');
});
