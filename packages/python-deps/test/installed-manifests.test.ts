/** Which of a repository's manifests production installs, and why. */
import { type LockStep, projectOf } from '@django-golive/core';
import { dependenciesOf } from '@django-golive/python-deps';
import { describe, expect, test } from 'vitest';

const read = (files: Record<string, string>, target = 'docker') =>
  dependenciesOf(projectOf({ 'manage.py': '', ...files }), { target, processes: [] }, '2026-11-20');
const runtime = (files: Record<string, string>, target?: string) =>
  read(files, target)
    .all.filter(({ kind, applies }) => kind === 'runtime' && applies !== false)
    .map(({ name, version }) => (version === undefined ? name : `${name}==${version}`));

const PIPFILE_LOCK = '{"default": {"django": {"version": "==5.2.1"}, "certifi": {"version": "==2020.4.5"}}}';

test('an image that installs a requirements file takes nothing from the lock of another tool', () => {
  const files = {
    Dockerfile: 'FROM python:3.13\nRUN pip install -r requirements.txt',
    'requirements.txt': 'Django==5.2.3',
    'Pipfile.lock': PIPFILE_LOCK,
    'pyproject.toml': '[project]\nname = "shop"\ndependencies = ["celery"]',
  };
  expect(runtime(files)).toEqual(['django==5.2.3']);
  expect(read(files).manifests).toMatchObject([
    { path: 'requirements.txt', kind: 'runtime', because: '`Dockerfile` installs it' },
    { path: 'Pipfile.lock', kind: 'optional', because: '`Dockerfile` installs from other files' },
    { path: 'pyproject.toml', kind: 'optional' },
  ]);
  // A platform that does not build the image may well install from the lock.
  expect(runtime(files, 'none')).toContain('certifi==2020.4.5');
});

test('an image that installs one requirements file does not install the one beside it', () => {
  expect(
    runtime({
      Dockerfile: 'FROM python:3.13\nRUN pip install -r requirements.txt',
      'requirements.txt': '-r requirements/base.txt',
      'requirements/base.txt': 'Django==5.2.3',
      'requirements/production.txt': '-r base.txt\npsycopg==3.2',
    }),
  ).toEqual(['django==5.2.3']);
});

test("an image that installs development's packages is not production's where production has a file", () => {
  const files = {
    Dockerfile: 'FROM python:3.13\nRUN pip install -r requirements/local.txt',
    'requirements/local.txt': 'Django==5.2.3\nipdb',
    'requirements/production.txt': 'Django==5.2.3\ngunicorn',
  };
  expect(runtime(files)).toEqual(['django==5.2.3', 'gunicorn']);
  const { 'requirements/production.txt': _, ...alone } = files;
  expect(runtime(alone)).toEqual(['django==5.2.3', 'ipdb']);
});

test('a build that installs a compiled file is not said to install its source', () => {
  const files = { 'requirements.in': 'django\n', 'requirements.txt': 'django==5.2.3\n' };
  const reasons = (installs: string) =>
    Object.fromEntries(
      read({ ...files, Dockerfile: `FROM python:3.13\nRUN pip install -r ${installs}` }).manifests.map(
        ({ path, because }) => [path, because],
      ),
    );
  expect(reasons('requirements.txt')).toEqual({
    'requirements.in': '`Dockerfile` installs what is compiled from it',
    'requirements.txt': '`Dockerfile` installs it',
  });
  expect(reasons('requirements.in')['requirements.in']).toBe('`Dockerfile` installs it');
});

test('what only the source of a compiled file names is not installed, and told', () => {
  const files = {
    Dockerfile: 'FROM python:3.13\nRUN pip install -r prod-requirements.txt',
    'prod-requirements.in': '-r base-requirements.in\ngunicorn\nuwsgi>=2\npywin32; sys_platform == "win32"',
    'base-requirements.in': 'Django\ncelery',
    'prod-requirements.txt': 'django==5.2.3\ngunicorn==23.0\n',
  };
  expect(runtime(files)).toEqual(['django==5.2.3', 'gunicorn==23.0']);
  const lacking = ({ at, lock, name }: LockStep) => `${at.path}:${at.start.line} ${lock} lacks ${name}`;
  const { outOfStep = [], problems } = read(files);
  expect(outOfStep.map(lacking)).toEqual([
    'prod-requirements.in:3 prod-requirements.txt lacks uwsgi',
    'base-requirements.in:2 prod-requirements.txt lacks celery',
  ]);
  expect(problems).toEqual([]);
  // A file with ranges was not compiled: nobody knows what it is made from.
  const byHand = read({ ...files, 'prod-requirements.txt': 'django==5.2.3\ngunicorn>=23.0\n' });
  expect(byHand.outOfStep).toEqual([]);
  expect(byHand.problems.map(({ at, why }) => `${at.path}:${at.start.line} ${why}`)).toEqual([
    'prod-requirements.in:3 `prod-requirements.txt` beside it lacks `uwsgi`',
    'base-requirements.in:2 `prod-requirements.txt` beside it lacks `celery`',
  ]);
});

test('the extras that a build asks for are there, with what they bring', () => {
  const files = {
    Dockerfile:
      'FROM python:3.13\nRUN uv export --no-dev --all-extras -o r.txt && uv pip install --index-strategy unsafe-best-match -r r.txt',
    'pyproject.toml':
      '[project]\nname = "shop"\ndependencies = ["django"]\n[project.optional-dependencies]\npg = ["psycopg[c]"]\n[dependency-groups]\nextra = ["ipdb"]',
    'uv.lock': [
      '[[package]]\nname = "shop"\nversion = "1"\nsource = { editable = "." }\ndependencies = [{ name = "django" }]',
      '[package.optional-dependencies]\npg = [{ name = "psycopg", extra = ["c"] }]',
      '[package.dev-dependencies]\nextra = [{ name = "ipdb" }]',
      '[[package]]\nname = "django"\nversion = "5.2.3"',
      '[[package]]\nname = "ipdb"\nversion = "1"',
      '[[package]]\nname = "psycopg"\nversion = "3.2"\n[package.optional-dependencies]\nc = [{ name = "psycopg-c" }]',
      '[[package]]\nname = "psycopg-c"\nversion = "3.2"',
    ].join('\n'),
  };
  expect(runtime(files)).toEqual(['django==5.2.3', 'psycopg==3.2', 'psycopg-c==3.2']);
});

test("poetry's extras: those of a package bring what its lock says, the project's own are there when asked for", () => {
  const files = (extra: string) => ({
    Dockerfile: `FROM python:3.13\nRUN poetry install --only main ${extra}`,
    'pyproject.toml':
      '[tool.poetry.dependencies]\npython = "^3.12"\ndjango = "^5.2"\npsycopg = {version = "^3.1", extras = ["binary"]}\nsentry-sdk = {version = "*", optional = true}\n[tool.poetry.extras]\nwatch = ["sentry-sdk"]',
    'poetry.lock': [
      '[[package]]\nname = "django"\nversion = "5.2.3"\noptional = false',
      '[[package]]\nname = "psycopg"\nversion = "3.1.18"\noptional = false\n[package.dependencies]\npsycopg-binary = {version = "3.1.18", optional = true, markers = "extra == \\"binary\\""}\n[package.extras]\nbinary = ["psycopg-binary (==3.1.18)"]',
      '[[package]]\nname = "psycopg-binary"\nversion = "3.1.18"\noptional = false',
      '[[package]]\nname = "sentry-sdk"\nversion = "2.0"\noptional = true\ngroups = ["main"]',
    ].join('\n'),
  });
  expect(runtime(files(''))).toEqual(['django==5.2.3', 'psycopg==3.1.18', 'psycopg-binary==3.1.18']);
  expect(runtime(files('--extras watch'))).toContain('sentry-sdk==2.0');
});

test('packages that the image of another service installs are not this project’s', () => {
  const files = {
    'web/manage.py': '',
    'web/Dockerfile': 'FROM python:3.13\nRUN pip install -r requirements.txt gunicorn',
    'web/requirements.txt': 'Django==5.2.3',
    'tickets/Dockerfile': 'FROM pretix/standalone\nRUN pip install pretix-pages',
  };
  const { all } = dependenciesOf(projectOf(files), { target: 'docker', processes: [] }, '2026-11-20');
  expect(all.map(({ name }) => name)).toEqual(['django', 'gunicorn']);
});

test('what only a lock file names beside a requirements file that is as likely may not be there', () => {
  const { all } = read({ 'requirements.txt': 'Django==5.2.1', 'Pipfile.lock': PIPFILE_LOCK }, 'none');
  expect(all.map(({ name, applies }) => [name, applies])).toEqual([
    ['certifi', undefined],
    ['django', true],
  ]);
  expect(read({ 'Pipfile.lock': PIPFILE_LOCK }, 'none').get('certifi')?.applies).toBe(true);
});

test('the image of a service with packages of its own, or of an editor, does not say what the project installs', () => {
  const files = {
    'mail/Dockerfile': 'FROM python:3.9\nRUN uv sync --extra smtp',
    'mail/pyproject.toml': '[project]\nname = "mail"\ndependencies = ["aiosmtpd"]',
    '.devcontainer/Dockerfile': 'FROM python:3.10\nRUN uv sync --group smtp',
    'shop/manage.py': '',
    'shop/pyproject.toml':
      '[project]\nname = "shop"\ndependencies = ["django"]\n[project.optional-dependencies]\nsmtp = ["nodemailer"]',
    'shop/uv.lock': '[[package]]\nname = "django"\nversion = "5.2.18"',
  };
  const { python, manifests } = dependenciesOf(projectOf(files), { target: 'docker', processes: [] }, '2026-11-20');
  expect(python?.series).toBeUndefined();
  expect(manifests.find(({ path }) => path === 'shop/uv.lock')?.because).toBe('its name is the usual one');
  const image = { 'shop/Dockerfile': 'FROM python:3.13\nRUN uv sync --frozen' };
  const built = dependenciesOf(projectOf({ ...files, ...image }), { target: 'docker', processes: [] }, '2026-11-20');
  expect(built.python?.series).toBe('3.13');
  expect(built.manifests.find(({ path }) => path === 'shop/uv.lock')?.because).toBe('`shop/Dockerfile` runs uv');
  expect(built.get('nodemailer')?.kind).toBe('optional');
});

test('an image that installs the project’s own list takes nothing from the lock beside it, whatever is audited', () => {
  const files = {
    'pyproject.toml': '[project]\nname = "shop"\nversion = "1"\ndependencies = ["django>=5.2"]\n',
    'uv.lock': [
      '[[package]]\nname = "shop"\nversion = "1"\nsource = { editable = "." }\ndependencies = [{ name = "django" }]\n',
      '[[package]]\nname = "django"\nversion = "5.2.3"\ndependencies = [{ name = "sqlparse" }]\n',
      '[[package]]\nname = "sqlparse"\nversion = "0.5.3"\n',
    ].join('\n'),
  };
  const image = (run: string) => ({ Dockerfile: `FROM python:3.13\nRUN ${run}\n` });
  for (const target of ['none', 'docker', 'nginx-gunicorn'])
    expect(runtime({ ...files, ...image('uv pip install -r pyproject.toml') }, target)).toEqual(['django']);
  expect(runtime({ ...files, ...image('uv sync --no-dev') }, 'none')).toEqual(['django==5.2.3', 'sqlparse==0.5.3']);
  expect(runtime(files, 'none')).toEqual(['django==5.2.3', 'sqlparse==0.5.3']);
});

test('what another program installs from a list of its own is none of requirements', () => {
  const files = { 'requirements.txt': 'django\n', 'collections.yml': 'collections:\n  - name: a.b\n' };
  const run =
    'FROM python:3.13\nRUN pip install -r requirements.txt && ansible-galaxy collection install -r collections.yml\n';
  expect(read({ ...files, Dockerfile: run }).manifests.map(({ path }) => path)).toEqual(['requirements.txt']);
});

describe('a Procfile beside manage.py, below the root', () => {
  const of = (files: Record<string, string>, target = 'none') =>
    Object.fromEntries(
      dependenciesOf(
        projectOf({ 'api/manage.py': '', ...files }),
        { target, processes: [] },
        '2026-11-20',
      ).manifests.map(({ path, kind, because }) => [path, `${kind}: ${because}`]),
    );
  const files = {
    'api/requirements.txt': 'django==5.2.18\n',
    'api/pyproject.toml': '[project]\nname = "x"\nversion = "1"\ndependencies = ["django>=5.2"]\n',
    'api/pdm.lock': '[[package]]\nname = "django"\nversion = "5.2.18"\n',
  };

  test('installs what its lines do', () => {
    const Procfile = 'release: python manage.py migrate\nweb: pip install -r requirements.txt && gunicorn site.wsgi\n';
    expect(of({ ...files, 'api/Procfile': Procfile }, 'railway')).toMatchObject({
      'api/requirements.txt': 'runtime: `api/Procfile` installs it',
      'api/pdm.lock': 'optional: `api/Procfile` installs from other files',
    });
  });

  test.each(['none', 'heroku'])('has what lies beside it installed: %s', (target) => {
    const own = { 'api/requirements.txt': 'django==5.2.18\n', 'api/Procfile': 'web: gunicorn site.wsgi\n' };
    const others = {
      Pipfile: '[packages]\ndjango = "*"\n',
      'Pipfile.lock': '{"default": {"django": {"version": "==4.1"}}}',
    };
    const told = of({ ...own, ...others }, target);
    expect(told['api/requirements.txt']).toMatch(/^runtime: /);
    expect(told['Pipfile.lock']).toMatch(/^optional: /);
    expect(told.Pipfile).toMatch(/^optional: /);
    expect(of({ ...own, ...others, Procfile: 'web: gunicorn site.wsgi\n' }, target)['Pipfile.lock']).toMatch(
      /^runtime: /,
    );
  });
});

describe('a file with a name for development', () => {
  const lists = {
    'requirements/base.txt': 'Django==5.2.18\n',
    'requirements/local.txt': 'django-debug-toolbar==6.0.0\n',
  };
  const image = (run: string, more: Record<string, string> = {}) => ({
    ...lists,
    ...more,
    Dockerfile: `FROM python:3.13\nCOPY . .\n${run}\n`,
  });
  const both = 'RUN pip install -r requirements/base.txt\nRUN pip install -r requirements/local.txt';

  test('is production’s where the image installs it beside others', () => {
    expect(runtime(image(both))).toEqual(['django==5.2.18', 'django-debug-toolbar==6.0.0']);
  });

  test('is none where it may not be installed, or the image is not the one of production', () => {
    const asked =
      'ARG DEV\nRUN pip install -r requirements/base.txt && if [ "$DEV" ]; then pip install -r requirements/local.txt; fi';
    expect(runtime(image(asked))).toEqual(['django==5.2.18']);
    expect(runtime(image(both), 'apache-ubuntu')).toEqual(['django==5.2.18']);
    expect(runtime(image(both, { 'requirements/production.txt': 'gunicorn==23.0.0' }))).toEqual(['django==5.2.18']);
  });
});

test('lists that lie deeper inside are the project’s where it has no other', () => {
  const layers = {
    'config/requirements/base.txt': 'Django==5.2.3',
    'config/requirements/server.in': '-r base.txt\nmysqlclient~=2.1',
    'config/requirements/extras.txt': 'flask',
    'config/requirements/dev.txt': 'ipdb',
  };
  expect(runtime(layers, 'none')).toEqual(['django==5.2.3', 'mysqlclient']);
  expect(runtime({ ...layers, 'requirements.txt': 'Django==5.2.4' }, 'none')).toEqual(['django==5.2.4']);
  // Of two places, neither; nor of a project beside it.
  expect(runtime({ ...layers, 'jobs/requirements/base.txt': 'flask' }, 'none')).toEqual([]);
  expect(runtime({ 'jobs/requirements/base.txt': 'flask', 'jobs/manage.py': '' }, 'none')).toEqual([]);
});

describe('a file that the build installs and nobody sees here', () => {
  const files = { 'requirements/production.in': 'Django==5.2.18\n', Dockerfile: '' };
  const told = (dockerfile: string) =>
    read({ ...files, Dockerfile: `FROM python:3.13\n${dockerfile}\n` }).problems.map(({ why, build }) => [why, build]);
  const why =
    '`requirements/production.txt` is not in the repository: what it lists is not known, and the build stops here unless something else puts it there';

  test('is told, and what is taken in its place is less sure', () => {
    const install = 'COPY . .\nRUN pip install -r requirements/production.txt';
    expect(told(install)).toEqual([[why, true]]);
    expect(read({ ...files, Dockerfile: `FROM python:3.13\n${install}\n` }).get('django')?.applies).toBeUndefined();
  });

  test.each([
    'RUN pip-compile -o requirements/production.txt && pip install -r requirements/production.txt',
    'RUN [ -f x ] && pip install -r requirements/production.txt',
    'COPY --from=lists /out /app\nRUN pip install -r requirements/production.txt',
    'RUN pip install -r requirements/dev.txt',
  ])('is not where it may be made: %s', (dockerfile) => {
    expect(told(dockerfile).filter(([, build]) => build)).toEqual([]);
  });
});

test('an image that installs what is for development is said to be passed by', () => {
  const files = {
    Dockerfile: 'FROM python:3.13\nRUN pip install -r requirements/dev.txt',
    'requirements/dev.txt': 'Django==5.2.3\nipdb',
    'requirements/prod.txt': 'Django==5.2.3\ngunicorn',
  };
  expect(read(files).problems).toMatchObject([
    {
      at: { path: 'Dockerfile', start: { line: 2 } },
      why: '`Dockerfile` installs `requirements/dev.txt`, which is for development by its name: `requirements/prod.txt` is taken for what production installs',
    },
  ]);
  const { 'requirements/prod.txt': _, ...alone } = files;
  expect(read(alone).problems).toEqual([]);
});

test('a list with a slip in its name is read like any other', () => {
  for (const name of ['requirments.txt', 'requirement.txt', 'requierments.txt', 'requriements.txt', 'requiremnts.txt'])
    expect(
      read({ [name]: 'Django==5.2.3' }).all.map(({ version }) => version),
      name,
    ).toEqual(['5.2.3']);
  expect(read({ 'requests.txt': 'Django==5.2.3', 'acquirements.txt': 'celery' }).all).toEqual([]);
});

test('a list that a tool made of another is read whatever it is called', () => {
  const made = (source: string) => `# autogenerated by pip-compile\ndjango==5.2.3\n    # via -r ${source}\n`;
  const files = { 'base.in': 'django', 'base.txt': made('base.in'), 'dev.in': 'pytest', 'dev.txt': made('dev.in') };
  expect(read(files).manifests.map(({ path, kind }) => `${path} ${kind}`)).toEqual(
    expect.arrayContaining(['base.txt runtime', 'dev.txt dev']),
  );
  expect(read({ 'robots.txt': 'Disallow: /', 'MANIFEST.in': 'include x' }).manifests).toEqual([]);
});

test('a package may come from PyPI where PyPI is one of the indexes', () => {
  const indexOf = (more: string) =>
    read({ 'requirements.txt': `--index-url https://pypi.shop.test/simple\n${more}Django==5.2.3` }).all[0]?.index?.url;
  expect(indexOf('')).toBe('https://pypi.shop.test/simple');
  expect(indexOf('--extra-index-url https://pypi.org/simple\n')).toBeUndefined();
});

test("a package that a lock takes from an address is not PyPI's", () => {
  const head = 'version = 1\nrequires-python = ">=3.12"\n';
  const own =
    '[[package]]\nname = "shop"\nversion = "1"\nsource = { virtual = "." }\ndependencies = [{ name = "till" }]\n';
  const till = '[[package]]\nname = "till"\nversion = "1.0"\nsource = { url = "https://shop.test/till-1.0.whl" }\n';
  const pyproject = '[project]\nname = "shop"\nversion = "1"\ndependencies = ["till"]\n';
  const row = read({ 'uv.lock': head + own + till, 'pyproject.toml': pyproject }).all.find(
    ({ name }) => name === 'till',
  );
  expect(row?.unseen).toBeDefined();
});

test('what pylock.toml takes from a repository is among the packages', () => {
  const text =
    'lock-version = "1.0"\n[[packages]]\nname = "till"\nvcs = { type = "git", url = "https://shop.test/till", commit-id = "abc" }\n';
  expect(read({ 'pylock.toml': text }).all.map(({ name, direct }) => [name, direct])).toEqual([['till', true]]);
});
