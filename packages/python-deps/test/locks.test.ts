/** Lock files: exact versions, their places, and what a production install takes from them. */
import { projectOf } from '@django-golive/core';
import { dependenciesOf } from '@django-golive/python-deps';
import { describe, expect, test } from 'vitest';

const read = (files: Record<string, string>) =>
  dependenciesOf(projectOf(files), { target: 'apache-ubuntu', processes: [] }, '2026-11-20');
const rows = (files: Record<string, string>) =>
  read(files).all.map(
    (row) => `${row.kind} ${row.name} ${row.version} ${row.direct ? 'direct' : 'transitive'} ${row.applies}`,
  );

const PYPROJECT = `[project]
name = "shop"
requires-python = ">=3.12"
dependencies = ["django>=5.2"]
[dependency-groups]
dev = ["pytest"]
`;

test('uv.lock: kinds follow from what leads to a package', () => {
  const lock = `version = 1
requires-python = ">=3.12"

[[package]]
name = "asgiref"
version = "3.8.1"
source = { registry = "https://pypi.org/simple" }

[[package]]
name = "colorama"
version = "0.4.6"

[[package]]
name = "django"
version = "5.2.1"
dependencies = [
    { name = "asgiref" },
    { name = "tzdata", marker = "sys_platform == 'win32'" },
]

[[package]]
name = "pytest"
version = "8.0.0"
dependencies = [{ name = "colorama", marker = "sys_platform == 'linux'" }, { name = "asgiref" }]

[[package]]
name = "shop"
version = "0.1.0"
source = { virtual = "." }
dependencies = [{ name = "django" }]

[package.dev-dependencies]
dev = [{ name = "pytest" }]

[[package]]
name = "tzdata"
version = "2024.1"
`;
  const files = { 'pyproject.toml': PYPROJECT, 'uv.lock': lock };
  expect(rows(files)).toEqual([
    'runtime asgiref 3.8.1 transitive true',
    'runtime django 5.2.1 direct true',
    'optional tzdata 2024.1 transitive false',
    'dev colorama 0.4.6 transitive true',
    'dev pytest 8.0.0 direct true',
  ]);
  const django = read(files).get('Django');
  expect(django?.at).toMatchObject({ path: 'pyproject.toml', start: { line: 4, column: 17 } });
  expect(django?.lockedAt).toMatchObject({ path: 'uv.lock', start: { line: 14 } });
  expect(read(files).django).toMatchObject({ version: '5.2.1', series: '5.2', source: 'uv.lock' });
});

test('poetry.lock: stated groups count; without them the graph does', () => {
  const manifest =
    '[tool.poetry.dependencies]\npython = "^3.12"\ndjango = "^5.2"\n[tool.poetry.group.dev.dependencies]\npytest = "*"\n';
  const old = `[[package]]
name = "Django"
version = "5.2.1"
optional = false
[package.dependencies]
asgiref = ">=3"

[[package]]
name = "asgiref"
version = "3.8.1"

[[package]]
name = "pytest"
version = "8.0.0"
`;
  const expected = [
    'runtime asgiref 3.8.1 transitive true',
    'runtime django 5.2.1 direct true',
    'dev pytest 8.0.0 direct true',
  ];
  expect(rows({ 'pyproject.toml': manifest, 'poetry.lock': old })).toEqual(expected);
  const stated = old
    .replace('version = "5.2.1"', 'version = "5.2.1"\ngroups = ["main"]')
    .replace('version = "3.8.1"', 'version = "3.8.1"\ngroups = ["main", "dev"]')
    .replace('version = "8.0.0"', 'version = "8.0.0"\ngroups = ["dev"]');
  expect(rows({ 'pyproject.toml': manifest, 'poetry.lock': stated })).toEqual(expected);
});

test('Pipfile.lock: default is run time, develop is not', () => {
  const lock = JSON.stringify(
    {
      _meta: { requires: { python_version: '3.12' } },
      default: {
        asgiref: { version: '==3.8.1' },
        django: { version: '==5.2.1' },
        gone: { markers: "sys_platform == 'win32'", version: '==1' },
      },
      develop: { pytest: { version: '==8.0.0' }, asgiref: { version: '==3.8.1' } },
    },
    null,
    4,
  );
  const files = { Pipfile: '[packages]\ndjango = "*"\n[dev-packages]\npytest = "*"\n', 'Pipfile.lock': lock };
  expect(rows(files)).toEqual([
    'runtime asgiref 3.8.1 transitive true',
    'runtime django 5.2.1 direct true',
    'runtime gone 1 transitive false',
    'dev pytest 8.0.0 direct true',
  ]);
  expect(read(files).get('django')?.lockedAt?.start.line).toBe(11);
  expect(read(files).python).toMatchObject({ series: '3.12' });
});

test('pdm.lock and pylock.toml give exact versions', () => {
  const pdm =
    '[[package]]\nname = "django"\nversion = "5.2.1"\ngroups = ["default"]\n\n[[package]]\nname = "pytest"\nversion = "8.0.0"\ngroups = ["dev"]\n';
  expect(rows({ 'pyproject.toml': PYPROJECT, 'pdm.lock': pdm })).toEqual([
    'runtime django 5.2.1 direct true',
    'dev pytest 8.0.0 direct true',
  ]);
  const pylock = 'lock-version = "1.0"\n[[packages]]\nname = "django"\nversion = "5.2.1"\n';
  expect(rows({ 'pylock.toml': pylock })).toEqual(['runtime django 5.2.1 direct true']);
});

test('what pylock.toml takes from a repository, an archive or a directory is there, with its address', () => {
  const table = (name: string, ...lines: string[]) => `[[packages]]\nname = "${name}"\n${lines.join('\n')}\n`;
  const pylock = [
    'lock-version = "1.0"',
    table('Django', 'version = "5.2.1"', 'wheels = []'),
    table('shop-lib', 'vcs = { type = "git", url = "https://me:secret@git.shop.eu/lib", commit-id = "0f3a" }'),
    table('pdf', 'marker = "python_version < \'3\'"', 'archive = { url = "https://files.shop.eu/pdf-2.1.tar.gz" }'),
    table('near', '[packages.directory]', 'path = "./libs/near"', 'editable = true'),
    table('shop', 'directory = { path = ".", editable = true }'),
    table('dated', 'version = "3.0"', 'archive = { path = "files/dated-3.0.zip" }'),
  ].join('\n');
  const { all, problems } = read({ 'pylock.toml': pylock });
  expect(all.map(({ name, version, declared, applies, url }) => [name, version, declared, applies, url])).toEqual([
    ['dated', '3.0', 'dated==3.0', true, 'files/dated-3.0.zip'],
    ['django', '5.2.1', 'django==5.2.1', true, undefined],
    ['near', undefined, 'near @ ./libs/near', true, './libs/near'],
    ['pdf', '2.1', 'pdf @ https://files.shop.eu/pdf-2.1.tar.gz', false, 'https://files.shop.eu/pdf-2.1.tar.gz'],
    [
      'shop-lib',
      undefined,
      'shop-lib @ git+https://***@git.shop.eu/lib@0f3a',
      true,
      'git+https://***@git.shop.eu/lib@0f3a',
    ],
  ]);
  expect(problems).toEqual([]);
});

test('two versions of one package for two platforms leave the version open, unless a marker settles it', () => {
  const lock = (first: string, second: string) => `[[package]]
name = "numpy"
version = "1.26.0"
resolution-markers = ["${first}"]

[[package]]
name = "numpy"
version = "2.0.0"
resolution-markers = ["${second}"]
`;
  const manifest = PYPROJECT.replace('django>=5.2', 'numpy');
  const decided = {
    'pyproject.toml': manifest,
    'uv.lock': lock("python_full_version < '3.12'", "python_full_version >= '3.12'"),
  };
  expect(read(decided).get('numpy')?.version).toBe('2.0.0');
  const open = {
    'pyproject.toml': manifest,
    'uv.lock': lock("platform_machine == 'arm64'", "platform_machine != 'arm64'"),
  };
  expect(read(open).get('numpy')?.version).toBeUndefined();
});

test('a lock file that is not readable loses itself alone', () => {
  const { problems, get } = read({
    'requirements.txt': 'django==5.2.1',
    'Pipfile.lock': '{ "default": ',
    'poetry.lock': '[[package',
  });
  expect(get('django')?.version).toBe('5.2.1');
  expect(problems.map((problem) => problem.at.path).sort()).toEqual(['Pipfile.lock', 'poetry.lock']);
});

test('uv.lock: an extra that is asked for brings what it requires, another one does not', () => {
  const lock = `[[package]]
name = "channels"
version = "4.3.2"
dependencies = [{ name = "asgiref" }]

[package.optional-dependencies]
daphne = [{ name = "daphne" }]
tests = [{ name = "async-timeout" }]

[[package]]
name = "asgiref"
version = "3.8.1"

[[package]]
name = "async-timeout"
version = "5.0.0"

[[package]]
name = "daphne"
version = "4.2.0"

[[package]]
name = "shop"
version = "0.1.0"
source = { virtual = "." }
dependencies = [{ name = "asgiref" }, { name = "channels", extra = ["daphne"] }]
`;
  const files = {
    'pyproject.toml': '[project]\nname = "shop"\nversion = "0.1.0"\ndependencies = ["channels[daphne]>=4"]\n',
    'uv.lock': lock,
  };
  const kinds = Object.fromEntries(read(files).all.map(({ name, kind }) => [name, kind]));
  expect(kinds).toMatchObject({ channels: 'runtime', asgiref: 'runtime', daphne: 'runtime' });
  expect(kinds['async-timeout']).not.toBe('runtime');
});

test('uv.lock: of a workspace counts what the project requires, through its other members', () => {
  const lock = `[[package]]
name = "shop"
source = { editable = "." }
dependencies = [{ name = "django" }, { name = "basket", extra = ["s3"], marker = "python_version >= '3'" }]
[package.dev-dependencies]
dev = [{ name = "tools" }]

[[package]]
name = "basket"
source = { editable = "basket" }
dependencies = [{ name = "celery" }, { name = "shop" }]
[package.optional-dependencies]
s3 = [{ name = "boto3" }]
redis = [{ name = "redis" }]

[[package]]
name = "tools"
source = { editable = "tools" }
dependencies = [{ name = "black" }]

[[package]]
name = "other"
source = { editable = "other" }
dependencies = [{ name = "flask" }]
${['django', 'celery', 'boto3', 'redis', 'black', 'flask']
  .map((name) => `\n[[package]]\nname = "${name}"\nversion = "1.0"\n`)
  .join('')}`;
  expect(rows({ 'pyproject.toml': '[project]\nname = "shop"\n', 'uv.lock': lock })).toEqual([
    'runtime boto3 1.0 direct true',
    'runtime celery 1.0 direct true',
    'runtime django 1.0 direct true',
    'optional flask 1.0 transitive false',
    'optional redis 1.0 transitive false',
    'dev black 1.0 direct true',
  ]);
});

test('Pipfile.lock: what comes from an address is there, without a version', () => {
  const lock = {
    default: {
      lib: { editable: true, git: 'https://t0ken@example.com/lib.git', ref: 'abc' },
      here: { path: '.' },
      nothing: {},
    },
  };
  const { all } = read({ 'Pipfile.lock': JSON.stringify(lock) });
  expect(all.map(({ name, url, version, kind }) => [name, url, version, kind])).toEqual([
    ['here', '.', undefined, 'runtime'],
    ['lib', 'https://***@example.com/lib.git', undefined, 'runtime'],
  ]);
});

test('what a lock file says of the versions that packages accept of others tells which of them refuse an upgrade', () => {
  const files = (accepted: string) => ({
    'pyproject.toml': '[tool.poetry.dependencies]\npython = "^3.12"\nfastapi = "*"',
    'poetry.lock': [
      `[[package]]\nname = "fastapi"\nversion = "0.100.0"\n[package.dependencies]\nstarlette = "${accepted}"`,
      '[[package]]\nname = "starlette"\nversion = "0.27.0"',
    ].join('\n'),
  });
  const starlette = read(files('>=0.27.0,<0.28.0')).get('starlette');
  expect(starlette?.upgrade).toBeDefined();
  expect(starlette?.heldBy).toEqual([{ name: 'fastapi', version: '0.100.0', specifier: '>=0.27.0,<0.28.0' }]);
  expect(read(files('^0.27')).get('starlette')?.heldBy).toMatchObject([{ specifier: '>=0.27,<0.28' }]);
  expect(read(files('>=0.27')).get('starlette')?.heldBy).toBeUndefined();
});

test('nobody is sent below what is declared where the lock has stayed behind it', () => {
  const pillow = (declared: string) =>
    read({
      'pyproject.toml': `[tool.poetry.dependencies]\npython = "^3.12"\npillow = "${declared}"`,
      'poetry.lock': '[[package]]\nname = "pillow"\nversion = "9.0.0"',
    }).get('pillow')?.upgrade;
  expect(pillow('>=13.0.1')).toBe('13.0.1');
  expect(pillow('>=12.3.0')).toBe('13.0.0');
  expect(pillow('>=9.0')).not.toBe('9.0.0');
});

test('what a merge left in a Pipfile.lock is told where it stands', () => {
  const merged = (ours: string, theirs: string) =>
    `{\n    "_meta": {},\n    "default": {\n        "django": {\n<<<<<<< HEAD\n${ours}\n=======\n${theirs}\n>>>>>>> other\n        },\n        "redis": {\n            "version": "==5.0.0"\n        }\n    },\n    "develop": {}\n}\n`;
  const version = (number: string) => `            "version": "==${number}"`;
  const { all, problems } = read({ 'Pipfile.lock': merged(version('5.2.1'), version('5.2.3')) });
  expect(problems.map(({ at, why }) => `${at.start.line} ${why}`)).toEqual([
    '5 the lock file is not JSON here, and what this line belongs to is left out',
    '4 `django` has no version that can be read, and is left out',
  ]);
  expect(all.map(({ name, version }) => [name, version])).toEqual([['redis', '5.0.0']]);
  // Nothing is lost of what is left, and pipenv refuses the file all the same.
  const between = merged(version('5.2.1'), '').replace('\n\n', '\n');
  expect(read({ 'Pipfile.lock': between }).problems.map(({ at }) => at.start.line)).toEqual([5]);
});

describe('poetry.lock says on which platforms a package is there', () => {
  const manifest = (more = '') =>
    `[tool.poetry.dependencies]\npython = "^3.12"\ndjango = "*"\nconnexion = "*"\n${more}`;
  const applying = (files: Record<string, string>) =>
    read(files)
      .all.filter(({ kind, applies }) => kind === 'runtime' && applies !== false)
      .map(({ name }) => name)
      .join(' ');

  test('before it had groups, where others require it', () => {
    const own = (name: string, requires = '') =>
      `[[package]]\nname = "${name}"\nversion = "1.0"\ncategory = "main"\noptional = false\npython-versions = "*"\n${requires}`;
    const lock = [
      own('django', '[package.dependencies]\ntzdata = {version = "*", markers = "sys_platform == \\"win32\\""}\n'),
      own(
        'connexion',
        '[package.dependencies]\nimportlib-metadata = {version = ">=1", markers = "python_version < \\"3.10\\""}\npyyaml = "*"\n',
      ),
      own('importlib-metadata', '[package.dependencies]\nzipp = ">=0.5"\n'),
      ...['pyyaml', 'tzdata', 'zipp'].map((name) => own(name)),
      own('left-over'),
    ].join('\n');
    expect(applying({ 'pyproject.toml': manifest(), 'poetry.lock': lock })).toBe('connexion django left-over pyyaml');
    // Without what asks for them, nothing tells.
    expect(applying({ 'poetry.lock': own('tzdata') })).toBe('tzdata');
  });

  test('for each group by itself', () => {
    const own = (name: string, groups: string, marker = '') =>
      `[[package]]\nname = "${name}"\nversion = "1.0"\noptional = false\npython-versions = "*"\ngroups = [${groups}]\n${marker}`;
    const windows = 'sys_platform == \\"win32\\"';
    const lock = [
      own('django', '"main"'),
      own('tzdata', '"main", "deployment"', `markers = {main = "${windows}"}\n`),
      own('colorama', '"main", "deployment"', `markers = "${windows}"\n`),
      own('pywin32', '"main", "deployment"', `markers = {main = "${windows}", deployment = "${windows}"}\n`),
      own('tomli', '"main", "dev"', `markers = {main = "python_version < \\"3.11\\""}\n`),
    ].join('\n');
    const groups =
      '[tool.poetry.group.deployment.dependencies]\ncelery = "*"\n[tool.poetry.group.dev.dependencies]\npytest = "*"\n';
    const files = { 'pyproject.toml': manifest(groups), 'poetry.lock': lock };
    const locked = 'celery connexion django';
    expect(applying(files)).toBe(`${locked} tzdata`);
    const image = (command: string) => ({ ...files, Dockerfile: `FROM python:3.13\nRUN ${command}\n` });
    expect(applying(image('poetry install --only main'))).toBe('connexion django');
    expect(applying(image('poetry install --without dev'))).toBe(`${locked} tzdata`);
  });
});
