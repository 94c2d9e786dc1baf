/** pyproject.toml in its dialects, and Pipfile. */
import { createSourceFile, projectOf } from '@django-golive/core';
import { dependenciesOf } from '@django-golive/python-deps';
import { expect, test } from 'vitest';
import { readPipfile } from '../src/pipfile.js';
import { poetrySpecifier } from '../src/poetry-specifier.js';
import { readPyproject } from '../src/pyproject.js';
import { readToml } from '../src/toml.js';

const pyproject = (text: string) => readPyproject(createSourceFile('pyproject.toml', () => text));
const summary = (reading: ReturnType<typeof pyproject>) =>
  reading.declarations.map((entry) => `${entry.kind} ${entry.name}${entry.specifier}`);

test('PEP 621 and PEP 735 say what is there at run time and what is not', () => {
  const reading = pyproject(`
[project]
requires-python = ">=3.12"
dependencies = [
  "Django>=5.2,<6",
  "psycopg[binary]; sys_platform == 'linux'",
]
[project.optional-dependencies]
s3 = ["django-storages"]
test = ["pytest"]
production = ["gunicorn"]
[dependency-groups]
dev = ["ruff", {include-group = "typing"}]
typing = ["mypy"]
`);
  expect(summary(reading)).toEqual([
    'runtime django>=5.2,<6',
    'runtime psycopg',
    'optional django-storages',
    'dev pytest',
    'runtime gunicorn',
    'dev ruff',
    'dev mypy',
    'dev mypy',
  ]);
  expect(reading.declarations.at(-1)).toMatchObject({ group: 'typing', at: { start: { line: 14, column: 11 } } });
  expect(reading.declarations[1]?.at.start).toEqual({ line: 6, column: 3 });
  expect(reading.python?.specifier).toBe('>=3.12');
});

test('a group has what it includes, and an extra what it names of the project itself', () => {
  const reading = pyproject(`
[project]
name = "shop"
[project.optional-dependencies]
all = ["Shop[s3]"]
s3 = ["boto3"]
[dependency-groups]
prod = [{include-group = "web"}, "sentry-sdk"]
web = ["gunicorn", {include-group = "prod"}]
other = ["x"]
`);
  expect(reading.declarations.map(({ name, kind, group }) => `${kind} ${name} (${group})`)).toEqual([
    'optional boto3 (all)',
    'optional boto3 (s3)',
    'runtime sentry-sdk (prod)',
    'runtime gunicorn (prod)',
    'optional gunicorn (web)',
    'optional sentry-sdk (web)',
    'optional x (other)',
  ]);
});

test('Poetry tables are read, with versions in the words of PEP 440', () => {
  const reading = pyproject(`
[tool.poetry.dependencies]
python = "^3.11"
Django = "~5.2"
celery = {version = "^5.3", extras = ["redis"]}
lib = {git = "https://token:x@example.com/lib.git"}
uvloop = {version = "*", markers = "sys_platform != 'win32'"}
extra = {version = "1.0", optional = true}
old = [{version = "1.0", python = "<3.8"}, {version = "2.0", python = ">=3.8"}]
broken = "banana"
[tool.poetry.group.dev.dependencies]
pytest = "*"
`);
  expect(summary(reading)).toEqual([
    'runtime django>=5.2,<5.3',
    'runtime celery>=5.3,<6',
    'runtime lib',
    'runtime uvloop',
    'optional extra==1.0',
    'runtime old==1.0',
    'runtime old==2.0',
    'dev pytest',
  ]);
  expect(reading.python?.specifier).toBe('>=3.11,<4');
  expect(reading.problems.map((problem) => problem.at.start.line)).toEqual([10]);
  expect(JSON.stringify(reading)).not.toContain('token:x');
});

test.each([
  ['^1.2.3', '>=1.2.3,<2'],
  ['^2.2.2+cpu', '>=2.2.2,<3'],
  ['~2.2.2+cpu', '>=2.2.2,<2.3'],
  ['>=2.2.2+cpu,<3', '>=2.2.2,<3'],
  ['2.2.2+cpu', '==2.2.2+cpu'],
  ['^0.2.3', '>=0.2.3,<0.3'],
  ['^0.0.3', '>=0.0.3,<0.0.4'],
  ['^0', '>=0,<1'],
  ['^0.0', '>=0.0,<0.1'],
  ['^0.0.0', '>=0.0.0,<0.0.1'],
  ['^0.0.0.4', '>=0.0.0.4,<0.0.1'],
  ['^0.0.3.4', '>=0.0.3.4,<0.0.4'],
  ['^1!2.0', '>=1!2.0,<1!3'],
  ['^1!0.2', '>=1!0.2,<1!0.3'],
  ['~1!2.0', '>=1!2.0,<1!2.1'],
  ['^1.0a1', '>=1.0a1,<2'],
  ['X', ''],
  ['*.*', ''],
  ['dev', '==0.0.dev0'],
  ['~1', '>=1,<2'],
  ['~1.2.3', '>=1.2.3,<1.3'],
  ['~=1', '>=1,<2'],
  ['1.2.*', '==1.2.*'],
  ['>= 1.2, < 2', '>=1.2,<2'],
  ['^2.7 || ^3.8', '>=2.7,<3 || >=3.8,<4'],
  ['*', ''],
  ['banana', undefined],
])('Poetry %s is %s', (text, expected) => {
  expect(poetrySpecifier(text)).toBe(expected);
});

test('uv: development dependencies and sources', () => {
  const reading = pyproject(`
[project]
dependencies = ["django", "lib", "ours"]
[tool.uv]
dev-dependencies = ["ruff"]
[tool.uv.sources]
lib = {git = "https://example.com/lib.git"}
ours = {workspace = true}
`);
  expect(summary(reading)).toEqual(['runtime django', 'runtime lib', 'runtime ours', 'dev ruff']);
  expect(reading.declarations[2]?.url).toBe('workspace');
  expect(reading.declarations[1]?.url).toBe('https://example.com/lib.git');
});

test('a broken line costs that line, and the problem says where', () => {
  const reading = pyproject(
    '[project]\nname = "x"\ndependencies = [\n  "django==5.2",\n  "pillow==11.0,\n  "celery==5.4",\n]\n',
  );
  expect(summary(reading)).toEqual(['runtime django==5.2', 'runtime celery==5.4']);
  expect(reading.problems[0]?.at.start.line).toBe(5);
});

test('keys that objects have by themselves are keys like any other', () => {
  const { value } = readToml('[a]\n__proto__ = 1\nconstructor = 2\n[b]\nconstructor = "3"\n');
  expect(Object.keys(value)).toContain('b');
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('Pipfile: categories, markers in parts, and a source without certificates', () => {
  const reading = readPipfile(
    createSourceFile(
      'Pipfile',
      () => `
[[source]]
url = "https://pypi.org/simple"
verify_ssl = true
name = "pypi"
[[source]]
url = "https://mirror.example.com/simple"
verify_ssl = false
[packages]
django = "==5.2.1"
pywin32 = {version = "*", sys_platform = "== 'win32'"}
[dev-packages]
pytest = "*"
[requires]
python_version = "3.12"
`,
    ),
  );
  expect(reading.declarations.map((entry) => [entry.kind, entry.name, entry.specifier, entry.marker])).toEqual([
    ['runtime', 'django', '==5.2.1', undefined],
    ['runtime', 'pywin32', '', "sys_platform == 'win32'"],
    ['dev', 'pytest', '', undefined],
  ]);
  expect(reading.python?.specifier).toBe('3.12');
  expect(reading.sources).toMatchObject([{ url: 'https://mirror.example.com/simple', insecure: true }]);
});

test('dependencies that are dynamic are read from the files that setuptools or hatch is given', () => {
  const { includes } = pyproject(`
[project]
dynamic = ["dependencies", "optional-dependencies"]
[tool.setuptools.dynamic]
dependencies = { file = ["requirements.in", "more.txt"] }
optional-dependencies.test = { file = "test.txt" }
[tool.hatch.metadata.hooks.requirements_txt]
files = ["hatch.txt"]
`);
  expect(includes.map(({ path, kind, at }) => [path, kind, at.start.line])).toEqual([
    ['requirements.in', 'runtime', 5],
    ['more.txt', 'runtime', 5],
    ['test.txt', 'dev', 6],
    ['hatch.txt', 'runtime', 8],
  ]);
});

test('indexes of uv, Poetry and PDM are sources, PyPI itself is none', () => {
  const { sources } = pyproject(`
[tool.uv]
index-url = "https://bob:s3cret@pypi.example.com/simple"
extra-index-url = ["http://plain.example.com/simple"]
[[tool.uv.index]]
url = "https://pypi.org/simple"
[[tool.poetry.source]]
name = "inner"
url = "https://poetry.example.com/simple"
[[tool.pdm.source]]
url = "https://pdm.example.com/simple"
verify_ssl = false
`);
  expect(sources.map(({ url, kind, insecure }) => [url, kind, insecure])).toEqual([
    ['https://poetry.example.com/simple', 'index', false],
    ['https://pdm.example.com/simple', 'index', true],
    ['https://***@pypi.example.com/simple', 'index', false],
    ['http://plain.example.com/simple', 'extra-index', true],
  ]);
});

test("Poetry's several constraints and several ranges of Python become markers, PDM's editable packages are named", () => {
  const { declarations } = pyproject(`
[tool.poetry.dependencies]
old = [{version = "1.0", python = "~2.7 || <3.8"}, {version = "2.0", python = ">=3.8", platform = "linux"}]
[tool.pdm.dev-dependencies]
dev = ["-e file:///\${PROJECT_ROOT}/lib#egg=lib", "ipdb"]
`);
  expect(declarations.map(({ name, specifier, marker }) => [name, specifier, marker])).toEqual([
    ['lib', '', undefined],
    ['ipdb', '', undefined],
    ['old', '==1.0', '(python_full_version >= "2.7" and python_full_version < "2.8" or python_full_version < "3.8")'],
    ['old', '==2.0', 'python_full_version >= "3.8" and sys_platform == "linux"'],
  ]);
});

test("a group of Poetry's has what it includes", () => {
  const reading = pyproject(`
[tool.poetry.dependencies]
python = "^3.12"
[tool.poetry.group.prod]
include-groups = ["web", "missing"]
[tool.poetry.group.prod.dependencies]
sentry-sdk = "^2.0"
[tool.poetry.group.web]
optional = true
include-groups = ["prod"]
[tool.poetry.group.web.dependencies]
gunicorn = "^23.0"
`);
  expect(reading.declarations.map(({ name, kind, group }) => `${kind} ${name} (${group})`)).toEqual([
    'runtime sentry-sdk (prod)',
    'runtime gunicorn (prod)',
    'optional gunicorn (web)',
    'optional sentry-sdk (web)',
  ]);
});

test("dependencies that are dynamic are those of Poetry's own table, where it is there", () => {
  const told = (table: string) => {
    const text = `[project]\nname = "shop"\ndynamic = ["dependencies"]\n${table}`;
    const { all, problems, manifests } = dependenciesOf(
      projectOf({ 'manage.py': '', 'pyproject.toml': text }),
      { target: 'none', processes: [] },
      '2026-11-20',
    );
    return [all.map(({ name }) => name), problems.map(({ why }) => why), manifests.map(({ listedIn }) => listedIn)];
  };
  expect(told('[tool.poetry.dependencies]\npython = "^3.12"\ndjango = "^5.2"\n')).toEqual([
    ['django'],
    [],
    [undefined],
  ]);
  expect(told('[tool.poetry]\npackages = []\n')[1]).toEqual([
    'its dependencies are dynamic, and no file that is known lists them',
  ]);
});

test('a bare version of a Pipfile is that one, as pipenv takes it', () => {
  const { declarations, problems } = readPipfile(
    createSourceFile('Pipfile', () => '[packages]\ndjango = "5.2.1"\ncelery = "*"\nredis = ">=5"\n'),
  );
  expect(problems).toEqual([]);
  expect(declarations.map(({ specifier }) => specifier)).toEqual(['==5.2.1', '', '>=5']);
});

test('what only a table of Poetry names is not installed beside a list of the project itself', () => {
  const poetry =
    '[tool.poetry.dependencies]\npython = "^3.12"\ncelery = "^5.4"\ndjango = {source = "ours"}\nboto3 = {version = "*", optional = true}\n';
  const names = (project: string, more = '') =>
    pyproject(`[project]\nname = "shop"\n${project}\n${poetry}${more}`).declarations.map(
      ({ name, kind }) => `${kind} ${name}`,
    );
  expect(names('dependencies = ["django>=5.2"]')).toEqual(['runtime django']);
  expect(names('dynamic = ["dependencies"]')).toEqual(['runtime celery', 'runtime django', 'optional boto3']);
  expect(names('dependencies = []')).toEqual(['runtime celery', 'runtime django', 'optional boto3']);
  expect(names('dynamic = ["dependencies"]\n[project.optional-dependencies]\ns3 = ["boto3"]')).toEqual([
    'optional boto3',
    'runtime celery',
    'runtime django',
  ]);
  expect(names('dependencies = ["django"]\ndynamic = ["optional-dependencies"]')).toEqual([
    'runtime django',
    'optional boto3',
  ]);
  const groups =
    '[tool.poetry.group.web.dependencies]\ngunicorn = "*"\n[tool.poetry.group.other.dependencies]\nredis = "*"\n';
  expect(names('dependencies = ["django"]\n[dependency-groups]\nweb = ["uvicorn"]', groups)).toEqual([
    'runtime django',
    'optional uvicorn',
    'optional redis',
  ]);
});
