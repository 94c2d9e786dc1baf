/** Which extras and groups a build installs, by the options of its commands and what the manifest says of its groups. */
import { projectOf } from '@django-golive/core';
import { dependenciesOf } from '@django-golive/python-deps';
import { describe, expect, test } from 'vitest';

/** What runs in the image, but for `django`, which stands for the project's own list. */
const runtime = (command: string, files: Record<string, string>) =>
  dependenciesOf(
    projectOf({ 'manage.py': '', Dockerfile: `FROM python:3.13\n${command}\n`, ...files }),
    { target: 'docker', processes: [] },
    '2026-11-20',
  )
    .all.filter(({ kind, applies }) => kind === 'runtime' && applies !== false)
    .map(({ name }) => name)
    .join(' ');

describe('Poetry installs every group that is not optional', () => {
  const manifest = {
    'pyproject.toml': [
      '[tool.poetry.dependencies]\npython = "^3.13"\ndjango = "^5.2"\nredis = {version = "*", optional = true}',
      '[tool.poetry.extras]\nprod = ["redis"]',
      '[tool.poetry.group.my_web.dependencies]\ngunicorn = "*"',
      '[tool.poetry.group.prod]\noptional = true\n[tool.poetry.group.prod.dependencies]\nsentry-sdk = "*"',
      '[tool.poetry.group.dev.dependencies]\npytest = "*"\n',
    ].join('\n'),
  };
  const locked = (name: string, group: string, more = '') =>
    `[[package]]\nname = "${name}"\nversion = "1.0"\noptional = ${more !== ''}\ngroups = ["${group}"]\n${more}`;
  const lock = {
    'poetry.lock': [
      locked('django', 'main'),
      locked('gunicorn', 'my_web'),
      locked('pytest', 'dev'),
      locked('redis', 'main', 'markers = "extra == \\"prod\\""\n'),
      locked('sentry-sdk', 'prod'),
    ].join('\n'),
  };
  const cases = [
    ['poetry install', 'django gunicorn pytest'],
    ['poetry install --no-dev', 'django'],
    ['poetry install \\\n  --only main', 'django'],
    ['poetry install --without dev', 'django gunicorn'],
    ['poetry sync --without dev,my-web', 'django'],
    ['poetry install --only main', 'django'],
    ['poetry install --only main,my-web', 'django gunicorn'],
    ['poetry install --only=my_web', 'gunicorn'],
    ['poetry install --with prod --without dev', 'django gunicorn sentry-sdk'],
    ['poetry install --only main --with prod', 'django'],
    ['poetry install --all-groups', 'django gunicorn pytest sentry-sdk'],
    ['poetry export -o r.txt', 'django'],
    ['poetry export --with my-web -o r.txt', 'django gunicorn'],
    ['poetry install --only main -E prod', 'django redis'],
    ['poetry install --only main --extras="Prod other"', 'django redis'],
  ] as const;
  test.each(cases)('%s', (command, expected) => {
    expect(runtime(`RUN ${command}`, manifest)).toBe(expected);
    expect(runtime(`RUN ${command}`, { ...manifest, ...lock })).toBe(expected);
  });
});

describe('uv installs its default groups, and what it is asked for', () => {
  const manifest = (defaults: string) => ({
    'pyproject.toml': [
      '[project]\nname = "shop"\nversion = "1"\ndependencies = ["django"]',
      '[project.optional-dependencies]\nmy_s3 = ["boto3"]\nprod = ["redis"]',
      '[dependency-groups]\nweb = ["gunicorn"]\nproduction = ["sentry-sdk"]\ndev = ["pytest"]',
      `[tool.uv]\n${defaults}\n`,
    ].join('\n'),
  });
  const lock = {
    'uv.lock': [
      '[[package]]\nname = "shop"\nversion = "1"\nsource = { editable = "." }\ndependencies = [{ name = "django" }]',
      '[package.optional-dependencies]\nmy-s3 = [{ name = "boto3" }]\nprod = [{ name = "redis" }]',
      '[package.dev-dependencies]\nweb = [{ name = "gunicorn" }]\nproduction = [{ name = "sentry-sdk" }]\ndev = [{ name = "pytest" }]',
      ...['boto3', 'django', 'gunicorn', 'pytest', 'redis', 'sentry-sdk'].map(
        (name) => `[[package]]\nname = "${name}"\nversion = "1.0"\nsource = { registry = "https://pypi.org/simple" }`,
      ),
    ].join('\n'),
  };
  const web = 'default-groups = ["Web"]';
  test.each([
    ['uv sync', web, 'django gunicorn'],
    ['uv sync --no-dev', web, 'django gunicorn'],
    ['uv sync --no-default-groups', web, 'django'],
    ['uv sync --no-group web', web, 'django'],
    ['uv sync', 'default-groups = "all"', 'django gunicorn pytest sentry-sdk'],
    ['uv sync', '', 'django pytest'],
    ['uv run gunicorn', '', 'django pytest'],
    ['uv sync --no-dev && uv run --no-sync gunicorn', '', 'django'],
    ['uv sync --no-dev && UV_NO_SYNC=1 uv run gunicorn', '', 'django'],
    ['uv sync --no-dev && uv run gunicorn', '', 'django pytest'],
    ['uv export -o r.txt', '', 'django pytest'],
    ['UV_NO_DEV=1 uv sync --locked', '', 'django'],
    ['export UV_NO_DEV=true && uv sync', '', 'django'],
    ['UV_NO_DEFAULT_GROUPS=1 uv sync', web, 'django'],
    ['UV_NO_DEV=0 uv sync', '', 'django pytest'],
    ['if [ "$X" = dev ]; then uv sync; else uv sync --no-dev; fi', '', 'django'],
    ['uv sync --no-dev', '', 'django'],
    ['uv sync --all-groups --no-group production', '', 'django gunicorn pytest'],
    ['uv sync --no-dev --group web', '', 'django gunicorn'],
    ['uv sync --only-group web', '', 'gunicorn'],
    ['uv sync --no-dev --extra My.S3', '', 'boto3 django'],
    ['uv sync --no-dev --all-extras --no-extra prod', '', 'boto3 django'],
    ['uv export --no-dev --group=production -o r.txt', '', 'django sentry-sdk'],
    ['uv run --no-dev --group web gunicorn --group production', '', 'django gunicorn'],
  ])('%s with %s', (command, defaults, expected) => {
    expect(runtime(`RUN ${command}`, manifest(defaults))).toBe(expected);
    expect(runtime(`RUN ${command}`, { ...manifest(defaults), ...lock })).toBe(expected);
    // uv 0.4.27 called the table of groups otherwise.
    const early = lock['uv.lock'].replace('package.dev-dependencies', 'package.dependency-groups');
    expect(runtime(`RUN ${command}`, { ...manifest(defaults), 'uv.lock': early })).toBe(expected);
  });
});

describe('pip installs the extras and the groups that it is asked for', () => {
  const files = {
    'pyproject.toml':
      '[project]\nname = "shop"\ndependencies = ["django"]\n[project.optional-dependencies]\nprod = ["redis"]\n"other.x" = ["boto3"]\n[dependency-groups]\nweb = ["gunicorn"]\n',
    'requirements.txt': 'celery\n',
  };
  test.each([
    ['pip install .', 'django'],
    ['pip install -e ".[Other_X]"', 'boto3 django'],
    ['pip install .[prod,other-x]', 'boto3 django redis'],
    ['uv pip install --system ".[prod]"', 'django redis'],
    ['uv pip install -r pyproject.toml --extra prod', 'django redis'],
    ['uv pip install -r pyproject.toml --all-extras', 'boto3 django redis'],
    ['pip install --group web', 'gunicorn'],
    ['pip install --group ./pyproject.toml:Web', 'gunicorn'],
    ['pip install -r requirements.txt --group web', 'celery gunicorn'],
    ['pip install . --group=web', 'django gunicorn'],
  ])('%s', (command, expected) => {
    expect(runtime(`RUN ${command}`, files)).toBe(expected);
  });

  test('of setup.cfg and setup.py as well', () => {
    const cfg = '[options]\ninstall_requires =\n  django\n[options.extras_require]\nprod =\n  redis\n';
    expect(runtime('RUN pip install .', { 'setup.cfg': cfg })).toBe('django');
    expect(runtime('RUN pip install .[prod]', { 'setup.cfg': cfg })).toBe('django redis');
    const py = 'setup(install_requires=["django"], extras_require={"prod": ["redis"]})\n';
    expect(runtime('RUN pip install .', { 'setup.py': py })).toBe('django');
  });

  test('where a variable may ask for more, or no command is read, the name tells', () => {
    expect(runtime('ARG EXTRAS\nRUN pip install ".[$EXTRAS]"', files)).toBe('django redis');
    expect(runtime('ARG EXTRAS=other-x\nRUN pip install ".[$EXTRAS]"', files)).toBe('boto3 django');
    const { 'requirements.txt': _, ...alone } = files;
    expect(runtime('CMD python manage.py', alone)).toBe('django redis');
  });
});

test('a pylock.toml installs its default groups', () => {
  const locked = (name: string, marker: string) =>
    `[[packages]]\nname = "${name}"\nversion = "1.0"\nmarker = "${marker}"\n`;
  const lock = [
    'lock-version = "1.0"\ndependency-groups = ["My_Web", "other"]\nextras = ["s3"]\ndefault-groups = ["My_Web"]\n',
    locked('gunicorn', "'my-web' in dependency_groups"),
    locked('celery', "'other' in dependency_groups"),
    locked('boto3', "'s3' in extras"),
  ].join('\n');
  expect(runtime('CMD python manage.py', { 'pylock.toml': lock })).toBe('gunicorn');
});

describe('pipenv installs the categories that it is given', () => {
  const files = {
    Pipfile: '[packages]\ndjango = "*"\n[web]\ngunicorn = "*"\n[prod]\nredis = "*"\n[dev-packages]\npytest = "*"\n',
  };
  const lock = {
    'Pipfile.lock': JSON.stringify({
      default: { django: { version: '==5.2' } },
      develop: { pytest: { version: '==9.0' } },
      prod: { redis: { version: '==6.0' } },
      web: { gunicorn: { version: '==23.0' } },
    }),
  };
  test.each([
    ['pipenv install --system --deploy', 'django'],
    ['pipenv install --categories "packages web"', 'django gunicorn'],
    ['pipenv sync --categories=packages,prod', 'django redis'],
    ['pipenv sync --categories web', 'gunicorn'],
    ['pipenv install --dev --system', 'django pytest'],
    ['pipenv sync -d', 'django pytest'],
  ])('%s', (command, expected) => {
    expect(runtime(`RUN ${command}`, files)).toBe(expected);
    expect(runtime(`RUN ${command}`, { ...files, ...lock })).toBe(expected);
  });
});

describe('a list whose name looks like development is installed where a command asks for it by that name', () => {
  const manifest = [
    '[project]\nname = "shop"\nversion = "1"\ndependencies = ["django"]',
    '[project.optional-dependencies]\nsandbox = ["boto3"]\ndev = ["pytest"]',
    '[dependency-groups]\nlocal = ["gunicorn"]\ntest = ["tox"]\n',
  ].join('\n');
  const uvLock = [
    '[[package]]\nname = "shop"\nversion = "1"\nsource = { editable = "." }\ndependencies = [{ name = "django" }]',
    '[package.optional-dependencies]\nsandbox = [{ name = "boto3" }]\ndev = [{ name = "pytest" }]',
    '[package.dev-dependencies]\nlocal = [{ name = "gunicorn" }]\ntest = [{ name = "tox" }]',
    ...['boto3', 'django', 'gunicorn', 'pytest', 'tox'].map(
      (name) => `[[package]]\nname = "${name}"\nversion = "1.0"\nsource = { registry = "https://pypi.org/simple" }`,
    ),
  ].join('\n');

  test.each([
    ['pip install .[sandbox]', 'boto3 django'],
    ['pip install .[dev]', 'django pytest'],
    ['pip install .', 'django'],
    ['uv pip install -r pyproject.toml --all-extras', 'boto3 django pytest'],
    ['pip install . --group local', 'django gunicorn'],
    ['pip install . --group test', 'django tox'],
  ])('%s', (command, expected) => {
    expect(runtime(`RUN ${command}`, { 'pyproject.toml': manifest })).toBe(expected);
  });

  test.each([
    ['uv sync --no-dev --group local', 'django gunicorn'],
    ['uv sync --no-dev --extra sandbox', 'boto3 django'],
    ['uv sync --all-groups', 'django gunicorn tox'],
    ['uv sync --group local --no-group local', 'django'],
  ])('%s', (command, expected) => {
    expect(runtime(`RUN ${command}`, { 'pyproject.toml': manifest })).toBe(expected);
    expect(runtime(`RUN ${command}`, { 'pyproject.toml': manifest, 'uv.lock': uvLock })).toBe(expected);
  });

  test('by Poetry, and by a line of production’s file', () => {
    const poetry =
      '[tool.poetry.dependencies]\ndjango = "*"\n[tool.poetry.group.build.dependencies]\ngunicorn = "*"\n[tool.poetry.group.tools.dependencies]\nblack = "*"\n';
    expect(runtime('RUN poetry install --with build', { 'pyproject.toml': poetry })).toBe('black django gunicorn');
    expect(runtime('RUN poetry install --only main,build', { 'pyproject.toml': poetry })).toBe('django gunicorn');
    expect(runtime('RUN poetry install', { 'pyproject.toml': poetry })).toBe('black django gunicorn');
    const py = 'setup(install_requires=["django"], extras_require={"demo": ["redis"]})\n';
    const files = { 'setup.py': py, 'requirements.txt': '-e .[demo]\n' };
    expect(runtime('RUN pip install -r requirements.txt', files)).toBe('django redis');
  });
});

describe('of groups that exclude one another, the one that is installed tells the version', () => {
  const manifest =
    '[project]\nname = "shop"\nversion = "1"\nrequires-python = ">=3.11"\ndependencies = ["django>=5.2"]\n[dependency-groups]\nLTS = ["django~=5.2.0"]\nnewest = ["django~=6.0.0"]\n[tool.uv]\nconflicts = [[{ group = "LTS" }, { group = "newest" }]]\n';
  const fork = (name: string) => `extra == 'group-4-shop-${name}'`;
  const none = "extra != 'group-4-shop-lts'";
  const lock = [
    'version = 1\nconflicts = [[\n    { package = "shop", group = "lts" },\n    { package = "shop", group = "newest" },\n]]\n',
    '[[package]]\nname = "shop"\nversion = "1"\nsource = { editable = "." }\ndependencies = [',
    `    { name = "django", version = "5.2.16", marker = "python_full_version < '3.12' or ${fork('lts')}" },`,
    `    { name = "django", version = "6.0.7", marker = "(python_full_version >= '3.12' and ${fork('newest')}) or (python_full_version >= '3.12' and ${none})" },\n]\n`,
    '[package.dev-dependencies]\nlts = [{ name = "django", version = "5.2.16" }]\nnewest = [{ name = "django", version = "6.0.7" }]\n',
    '[[package]]\nname = "django"\nversion = "5.2.16"\n\n[[package]]\nname = "django"\nversion = "6.0.7"\n',
  ].join('\n');
  test.each([
    ['uv sync --no-default-groups --group LTS', '5.2.16'],
    ['uv sync --no-default-groups --group newest', '6.0.7'],
    ['uv sync --no-dev', '6.0.7'],
  ])('%s', (command, version) => {
    const files = { Dockerfile: `FROM python:3.13\nRUN ${command}\n`, 'pyproject.toml': manifest, 'uv.lock': lock };
    const { django } = dependenciesOf(projectOf(files), { target: 'docker', processes: [] }, '2026-11-20');
    expect(django?.version).toBe(version);
  });
});

test('the list of an extra in a file of its own is there where a command asks for the extra', () => {
  const files = {
    'pyproject.toml':
      '[project]\nname = "shop"\ndynamic = ["dependencies", "optional-dependencies"]\n[tool.setuptools.dynamic]\ndependencies = {file = "base.txt"}\noptional-dependencies.prod = {file = ["live.txt"]}\n',
    'base.txt': 'django\n',
    'live.txt': 'redis\n',
  };
  expect(runtime('RUN pip install .', files)).toBe('django');
  expect(runtime('RUN pip install .[prod]', files)).toBe('django redis');
  expect(runtime('RUN uv sync --all-extras', files)).toBe('django redis');
});

test('a pylock.toml has the extras that a command asks for', () => {
  const lock = [
    'lock-version = "1.0"\nextras = ["s3", "pdf"]\n',
    '[[packages]]\nname = "django"\nversion = "5.2"\n',
    `[[packages]]\nname = "boto3"\nversion = "1.0"\nmarker = "'s3' in extras"\n`,
    `[[packages]]\nname = "reportlab"\nversion = "1.0"\nmarker = "'pdf' in extras"\n`,
  ].join('\n');
  expect(runtime('RUN uv pip sync pylock.toml --extra s3', { 'pylock.toml': lock })).toBe('boto3 django');
});

describe('of a group for development, where it is told', () => {
  const pyproject =
    '[project]\nname = "shop"\nversion = "1"\ndependencies = ["django"]\n[dependency-groups]\ndev = ["python-dotenv", "django"]\n';
  const poetry =
    '[tool.poetry.dependencies]\ndjango = "*"\n[tool.poetry.group.dev.dependencies]\npython-dotenv = "*"\n';
  const rowsOf = (files: Record<string, string>, target = 'docker') => {
    const { get } = dependenciesOf(projectOf({ 'manage.py': '', ...files }), { target, processes: [] }, '2026-11-20');
    return { dotenv: get('python-dotenv'), django: get('django') };
  };
  const image = (command: string) => ({ Dockerfile: `FROM python:3.13\n${command}\n` });

  test('its name goes with what it alone asks for', () => {
    const { dotenv, django } = rowsOf({ 'pyproject.toml': pyproject, ...image('RUN uv sync') });
    expect(dotenv).toMatchObject({ kind: 'runtime', group: 'dev' });
    expect(django?.group).toBeUndefined();
    const pipfile = '[packages]\ndjango = "*"\n[dev-packages]\npython-dotenv = "*"\n';
    const { dotenv: other } = rowsOf({ Pipfile: pipfile, ...image('RUN pipenv install --dev') });
    expect(other).toMatchObject({ kind: 'runtime', group: 'dev-packages' });
  });

  test.each([
    ['nothing says how production installs', { 'pyproject.toml': pyproject }, 'none', true],
    ['Poetry, in the same way', { 'pyproject.toml': poetry }, 'none', true],
    [
      'only a branch installs it',
      { 'pyproject.toml': pyproject, ...image('RUN if [ "$X" = dev ]; then uv sync; else uv sync --no-dev; fi') },
      'docker',
      true,
    ],
    ['a variable may leave it out', { 'pyproject.toml': pyproject, ...image('RUN uv sync $FLAGS') }, 'docker', true],
    [
      'an image is not what the target runs',
      { 'pyproject.toml': pyproject, ...image('RUN uv sync') },
      'apache-ubuntu',
      true,
    ],
    ['it is told not to', { 'pyproject.toml': pyproject, ...image('RUN uv sync --no-dev') }, 'docker', undefined],
    ['pip installs the project', { 'pyproject.toml': pyproject, ...image('RUN pip install .') }, 'docker', undefined],
    ['Heroku', { 'pyproject.toml': pyproject, 'uv.lock': 'version = 1\n' }, 'heroku', undefined],
  ])('%s', (_, files, target, perhaps) => {
    expect(rowsOf(files, target).dotenv).toMatchObject({ kind: 'dev' });
    expect(rowsOf(files, target).dotenv?.perhaps).toBe(perhaps);
  });
});

test('what Compose gives to uv is for what it starts, not for the build', () => {
  const at = {
    path: 'compose.yml',
    start: { line: 1, column: 1 },
    end: { line: 1, column: 2 },
    span: { start: 0, end: 1 },
  };
  const names = (run: string, start: string, command?: string) =>
    dependenciesOf(
      projectOf({
        'manage.py': '',
        'pyproject.toml':
          '[project]\nname = "shop"\nversion = "1"\ndependencies = ["django"]\n[dependency-groups]\ndev = ["pytest"]\n',
        'start.sh': 'set -e\nuv run gunicorn config.wsgi\n',
        Dockerfile: `FROM python:3.13\nCOPY . .\nRUN ${run}\n${start}\n`,
      }),
      {
        target: 'docker',
        processes: [
          {
            ...{ name: 'web', role: 'web', at, current: '', subject: 'web' },
            ...(command === undefined ? {} : { command }),
            variables: [{ name: 'UV_NO_DEV', value: '1', at, by: 'compose `environment` of web' }],
          },
        ],
      },
      '2026-11-20',
    )
      .all.filter(({ kind }) => kind === 'runtime')
      .map(({ name }) => name)
      .join(' ');
  expect(names('uv sync --no-dev', 'CMD ["uv", "run", "gunicorn", "config.wsgi"]')).toBe('django');
  expect(names('uv sync --no-dev', 'CMD ["./start.sh"]')).toBe('django');
  expect(names('uv sync --no-dev', '', 'uv run gunicorn config.wsgi')).toBe('django');
  expect(names('uv sync', '', 'uv run gunicorn config.wsgi')).toBe('django pytest');
  expect(names('uv run manage.py collectstatic', '')).toBe('django pytest');
});

describe('uv sync takes away what the one before it brought', () => {
  const names = (dockerfile: string) =>
    dependenciesOf(
      projectOf({
        'manage.py': '',
        'pyproject.toml':
          '[project]\nname = "shop"\nversion = "1"\ndependencies = ["django"]\n[dependency-groups]\ndev = ["pytest"]\n',
        Dockerfile: dockerfile,
      }),
      { target: 'docker', processes: [] },
      '2026-11-20',
    )
      .all.filter(({ kind }) => kind === 'runtime')
      .map(({ name }) => name)
      .join(' ');
  const base = 'FROM python:3.13 AS base\nCOPY . .\nRUN uv sync --frozen\n';
  const final = 'FROM python:3.13-slim\nCOPY --from=deps /app/.venv /app/.venv\n';
  test.each([
    ['in one stage', 'FROM python:3.13\nCOPY . .\nRUN uv sync\nRUN uv sync --no-dev\n', 'django'],
    ['in a stage upon it', `${base}FROM base AS deps\nRUN uv sync --no-dev\n${final}`, 'django'],
    [
      'not where it leaves the rest',
      `${base}FROM base AS deps\nRUN uv sync --no-dev --inexact\n${final}`,
      'django pytest',
    ],
    [
      'not where it may not run',
      `${base}FROM base AS deps\nRUN if [ -f x ]; then uv sync --no-dev; fi\n${final}`,
      'django pytest',
    ],
    [
      'not where the other is copied',
      `${base}FROM python:3.13 AS deps\nRUN uv sync --no-dev\n${final}COPY --from=base /app/.venv /venv\n`,
      'django pytest',
    ],
    [
      'not where a third is made from it',
      `${base}FROM base AS tested\nRUN uv sync --no-dev\nFROM base AS deps\nCOPY --from=tested /tmp/passed /tmp/\n${final}`,
      'django pytest',
    ],
    [
      'and pages that another stage made bring none of its packages',
      `${base}FROM python:3.13 AS deps\nCOPY . .\nRUN uv sync --no-dev\n${final}COPY --from=base /app/static /app/static\n`,
      'django',
    ],
  ])('%s', (_, dockerfile, expected) => {
    expect(names(dockerfile)).toBe(expected);
  });
});
