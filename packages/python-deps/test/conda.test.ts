/** conda's environment.yml: what pip installs of it, its Python and its Django. */
import { createSourceFile, projectOf } from '@django-golive/core';
import { dependenciesOf } from '@django-golive/python-deps';
import { expect, test } from 'vitest';
import { readConda } from '../src/conda.js';

const read = (text: string) =>
  readConda(
    createSourceFile('environment.yml', () => text),
    'runtime',
  );

const ENVIRONMENT = `name: shop
channels:
  - conda-forge
dependencies:
  - python=3.12  # why
  - openssl
  - "conda-forge::django=5.2"
  - pip:
      - gunicorn==23.0 ; sys_platform == "linux"
      - 'celery[redis]>=5'
      - ???
      - -r requirements.txt
  - nodejs=20
prefix: /srv
`;

test('the part of pip is read as pip reads it, with the place of each line', () => {
  const { declarations, includes, problems, python } = read(ENVIRONMENT);
  expect(declarations.map(({ name, specifier, at }) => [name, specifier, at.start.line, at.start.column])).toEqual([
    ['django', '==5.2.*', 7, 6],
    ['gunicorn', '==23.0', 9, 9],
    ['celery', '>=5', 10, 10],
  ]);
  expect(includes.map(({ path }) => path)).toEqual(['requirements.txt']);
  expect(problems.map(({ at }) => at.start.line)).toEqual([11]);
  expect(python?.specifier).toBe('==3.12.*');
});

test.each([
  ['django', ''],
  ['django=4.2', '==4.2.*'],
  ['django==4.2.1', '==4.2.1'],
  ['django=4.2.1=py312_0', '==4.2.1'],
  ['django>=4.2,<5', '>=4.2,<5'],
  ['django 4.2.*', '==4.2.*'],
  ['django 4.2|5.2', ''],
])('%s is %j', (item, specifier) => {
  expect(read(`dependencies:\n- ${item}\n`).declarations).toMatchObject([{ name: 'django', specifier }]);
});

test('it counts where the build uses conda, or where there is nothing else', () => {
  const of = (files: Record<string, string>) =>
    dependenciesOf(
      projectOf({ 'manage.py': '', 'environment.yml': ENVIRONMENT, ...files }),
      { target: 'docker', processes: [] },
      '2026-11-20',
    );
  const runtime = (files: Record<string, string>) =>
    of(files)
      .all.filter(({ kind }) => kind === 'runtime')
      .map(({ name }) => name);
  expect(runtime({})).toEqual(['celery', 'django', 'gunicorn']);
  expect(of({}).python?.series).toBe('3.12');
  expect(runtime({ 'requirements.txt': 'flask' })).toEqual(['flask']);
  const Dockerfile = 'FROM continuumio/miniconda3\nRUN conda env create -f environment.yml';
  expect(runtime({ Dockerfile })).toEqual(['celery', 'django', 'gunicorn']);
  expect(of({ Dockerfile }).manifests).toMatchObject([{ path: 'environment.yml', because: '`Dockerfile` runs conda' }]);
});

test('other YAML of that name declares nothing', () => {
  expect(read('dependencies: {a: b}\nservices:\n  - x\n').declarations).toEqual([]);
});

test('a package of conda’s own may be any of PyPI’s, so that nothing is known to be missing', () => {
  const why = (item: string) => read(`dependencies:\n- django\n- ${item}\n`).problems.map((problem) => problem.why);
  for (const name of ['pytorch', 'redis-py', 'graphviz'])
    expect(why(`conda-forge::${name}>=3.15`)).toEqual([
      `\`${name}\` comes from conda, which may call packages otherwise than PyPI does`,
    ]);
  for (const item of ['python=3.12', 'libpq', 'nodejs=20', 'pip']) expect(why(item)).toEqual([]);
  expect(why('blas\n- vc=14\n- redis-py\n- tbb')).toEqual([
    '`blas`, `vc`, `redis-py` and 1 more come from conda, which may call packages otherwise than PyPI does',
  ]);
});

test('a package of conda’s own that is known by its name is that of PyPI', () => {
  const text =
    'dependencies:\n- django=5.2\n- gunicorn=23.0.0\n- Celery>=5\n- jinja2\n- psycopg2=2.9.9=py312h\n- pillow\n- certifi\n- djangorestframework\n- python_dateutil\n';
  const { declarations, problems } = read(text);
  expect(declarations.map(({ name, specifier }) => name + specifier)).toEqual([
    'django==5.2.*',
    'gunicorn==23.0.0',
    'celery>=5',
    'jinja2',
    'psycopg2==2.9.9',
    'pillow',
    'certifi',
    'djangorestframework',
    'python-dateutil',
  ]);
  expect(problems).toEqual([]);
});

test('pip’s part includes a file of the repository; what lies elsewhere is told', () => {
  const { get, problems } = dependenciesOf(
    projectOf({
      'manage.py': '',
      'environment.yml':
        'dependencies:\n- pip:\n  - -r lists/web.txt\n  - -r https://bob:s3cret@example.com/more.txt\n  - -r gone.txt\n',
      'lists/web.txt': 'Django==5.2.3',
    }),
    { target: 'none', processes: [] },
    '2026-11-20',
  );
  expect(get('django')).toMatchObject({ kind: 'runtime', version: '5.2.3', at: { path: 'lists/web.txt' } });
  expect(problems.map(({ at, why }) => `${at.path}:${at.start.line} ${why}`)).toEqual([
    'environment.yml:4 `https://***@example.com/more.txt` is not in the repository, so what it lists is not known',
    'environment.yml:5 `gone.txt` is not in the repository',
  ]);
});

test("conda's one `=` before three numbers is a version", () => {
  const conda = (django: string) =>
    readConda(
      projectOf({ 'environment.yml': `dependencies:\n  - ${django}\n` }).file('environment.yml') as never,
      'runtime',
    ).declarations[0]?.specifier;
  expect(conda('django=4.2.1')).toBe('==4.2.1');
  expect(conda('django=4.2')).toBe('==4.2.*');
});

test('what conda exported is conda’s under whatever name, unless the build has pip install it', () => {
  const exported =
    '# This file may be used to create an environment using:\n# $ conda create --name <env> --file <this file>\n# platform: osx-64\ndjango=4.0=pyhd8ed1ab_1\nblas=1.0=mkl\ndj-shop=1.2=pypi_0\npython=3.9.7=h88f2d9e_1\n';
  const of = (files: Record<string, string>) =>
    dependenciesOf(
      projectOf({ 'manage.py': '', 'requirements.txt': exported, ...files }),
      { target: 'docker', processes: [] },
      '2026-11-20',
    );
  const alone = of({});
  expect(alone.manifests).toMatchObject([{ path: 'requirements.txt', format: 'conda', kind: 'runtime' }]);
  expect(alone.get('django')).toMatchObject({ version: '4.0', at: { start: { line: 4, column: 1 } } });
  expect(alone.get('dj-shop')?.version).toBe('1.2');
  expect(alone.python?.series).toBe('3.9');
  expect(of({ 'environment.yml': 'dependencies:\n- django=4.0\n' }).django).toMatchObject({ series: '4.0' });
  const installed = of({ Dockerfile: 'FROM python:3.9\nCOPY . .\nRUN pip install -r requirements.txt\n' });
  expect(installed.manifests).toMatchObject([{ path: 'requirements.txt', format: 'requirements' }]);
});

test('where only conda’s files are left, the one that lies where the project does is meant', () => {
  const { manifests, django } = dependenciesOf(
    projectOf({
      'web/manage.py': '',
      'web/environment.yml': 'dependencies:\n- python=3.13\n- pip:\n  - django==5.1.4\n',
      'Bot/environment.yml': 'dependencies:\n- python=3.10\n- pip:\n  - rasa==3.6.20\n',
    }),
    { target: 'none', processes: [] },
    '2026-11-20',
  );
  expect(manifests).toMatchObject([
    { path: 'web/environment.yml', kind: 'runtime' },
    { path: 'Bot/environment.yml', kind: 'optional' },
  ]);
  expect(django?.version).toBe('5.1.4');
});

test('the file that a build names is read, by whatever name', () => {
  const of = (command: string) =>
    dependenciesOf(
      projectOf({
        'manage.py': '',
        'ENV.yml': 'dependencies:\n  - django=4.2.1\n',
        Dockerfile: `FROM continuumio/miniconda3\nCOPY . .\nRUN ${command}\n`,
      }),
      { target: 'docker', processes: [] },
      '2026-11-20',
    );
  for (const command of ['conda env create -f ENV.yml && conda clean -afy', 'mamba env update -n base --file=ENV.yml'])
    expect(of(command)).toMatchObject({
      manifests: [{ path: 'ENV.yml', format: 'conda', kind: 'runtime', because: '`Dockerfile` runs conda' }],
      django: { version: '4.2.1' },
    });
  expect(of('conda env create').manifests).toEqual([]);
});
