/** Heroku's rules that look at settings: what they say, and where they stay silent. */
import { heroku } from '@django-golive/profiles';
import { describe, expect, test } from 'vitest';
import { type Plain, said, tryRule, Unknown } from './heroku-pythonanywhere-given.js';

const web = { Procfile: 'web: gunicorn config.wsgi' };
const redis = 'django.core.cache.backends.redis.RedisCache';

describe('collectstatic-fails', () => {
  const check = (values: Readonly<Record<string, Plain>>, files = {}) =>
    said(tryRule(heroku, 'heroku/collectstatic-fails', { 'manage.py': '', ...files }, values));
  const local = { staticfiles: { BACKEND: 'django.contrib.staticfiles.storage.StaticFilesStorage' } };
  const apps = ['django.contrib.staticfiles'];

  test('fails without a root or without the app', () => {
    expect(check({ INSTALLED_APPS: apps, STORAGES: local })).toEqual(['problem rootless']);
    expect(check({ INSTALLED_APPS: apps, STORAGES: local, STATIC_ROOT: '' })).toEqual(['problem rootless']);
    expect(check({ INSTALLED_APPS: ['shop'], STORAGES: local })).toEqual(['problem appless']);
  });

  test('calls nothing sound that it does not know', () => {
    const outcome = (values: Readonly<Record<string, Plain>>): string =>
      tryRule(heroku, 'heroku/collectstatic-fails', { 'manage.py': '' }, { STORAGES: local, ...values }).outcome;
    expect(outcome({ INSTALLED_APPS: apps, STATIC_ROOT: new Unknown('STATIC_ROOT') })).toBe('notApplicable');
    expect(outcome({ INSTALLED_APPS: new Unknown('APPS'), STATIC_ROOT: '/app/static' })).toBe('notApplicable');
    expect(outcome({ INSTALLED_APPS: apps, STATIC_ROOT: '/app/static' })).toBe('passed');
  });

  test('is silent where a root is set, may be set, or is not needed', () => {
    expect(check({ INSTALLED_APPS: apps, STORAGES: local, STATIC_ROOT: '/app/static' })).toEqual([]);
    expect(check({ INSTALLED_APPS: apps, STORAGES: local, STATIC_ROOT: new Unknown('STATIC_ROOT') })).toEqual([]);
    expect(
      check({ INSTALLED_APPS: apps, STORAGES: { staticfiles: { BACKEND: 'storages.backends.s3.S3Storage' } } }),
    ).toEqual([]);
    expect(
      check({ INSTALLED_APPS: apps, STORAGES: local }, { 'app.json': '{"env": {"DISABLE_COLLECTSTATIC": "1"}}' }),
    ).toEqual([]);
  });
});

describe('database-url-ignored', () => {
  const check = (database: Plain, reads: readonly string[] = []) =>
    said(
      tryRule(
        heroku,
        'heroku/database-url-ignored',
        {},
        { DATABASES: { default: database } },
        { reads: { DATABASES: reads } },
      ),
    );
  const postgres = 'django.db.backends.postgresql';

  test('fails for a host that no dyno has', () => {
    for (const HOST of ['', 'localhost', '127.0.0.1', 'db', '/var/run/postgresql'])
      expect(check({ ENGINE: postgres, HOST }), HOST).toEqual(['problem local']);
    expect(check({ ENGINE: postgres })).toEqual(['problem local']);
  });

  test('asks for TLS on a dyno, with a reader that can', () => {
    const code = (line: string): string | undefined =>
      tryRule(
        heroku,
        'heroku/database-url-ignored',
        { 'requirements.txt': line },
        { DATABASES: { default: { ENGINE: postgres, HOST: '' } } },
      ).findings[0]?.remedy?.code;
    expect(code('dj-database-url==2.3.0\n')).toContain("conn_health_checks=True, ssl_require='DYNO' in os.environ)");
    expect(code('dj-database-url==0.4.2\n')).toContain('config(conn_max_age=600)}');
  });

  test('asks where variables or another provider may be right', () => {
    expect(check({ ENGINE: postgres, HOST: 'localhost' }, ['DB_HOST', 'DB_PASSWORD'])).toEqual(['question variables']);
    expect(check({ ENGINE: postgres, HOST: new Unknown('DB_HOST') }, ['DB_HOST'])).toEqual(['question variables']);
    expect(check({ ENGINE: postgres, HOST: 'db.shop.test' })).toEqual(['question external']);
  });

  test('does not apply to SQLite, and passes what follows DATABASE_URL', () => {
    expect(
      tryRule(
        heroku,
        'heroku/database-url-ignored',
        {},
        { DATABASES: { default: { ENGINE: 'django.db.backends.sqlite3' } } },
      ).outcome,
    ).toBe('notApplicable');
    expect(check({ ENGINE: postgres, HOST: 'localhost' }, ['DATABASE_URL'])).toEqual([]);
  });
});

describe('redis-certificate-refused', () => {
  const check = (values: Readonly<Record<string, Plain>>, text = '# settings\n') =>
    said(
      tryRule(
        heroku,
        'heroku/redis-certificate-refused',
        { 'config/settings.py': text, 'README.md': 'Runs on Heroku.' },
        values,
      ),
    );

  test("fails for each use of the add-on's address", () => {
    const url = new Unknown('REDIS_URL');
    expect(check({ CACHES: { default: { BACKEND: redis, LOCATION: url } } })).toEqual(['problem cache']);
    expect(
      check({
        CHANNEL_LAYERS: { default: { BACKEND: 'channels_redis.core.RedisChannelLayer', CONFIG: { hosts: [url] } } },
      }),
    ).toEqual(['problem channels']);
    expect(check({ CELERY_RESULT_BACKEND: url })).toEqual(['problem celery']);
  });

  test("is silent where the option is named anywhere, or the address is another provider's", () => {
    expect(
      check(
        { CACHES: { default: { BACKEND: redis, LOCATION: new Unknown('REDIS_URL') } } },
        "OPTIONS = {'ssl_cert_reqs': None}\n",
      ),
    ).toEqual([]);
    expect(check({ CACHES: { default: { BACKEND: redis, LOCATION: new Unknown('REDISCLOUD_URL') } } })).toEqual([]);
    expect(check({ CACHES: { default: { BACKEND: redis, LOCATION: 'redis://10.0.0.1:6379' } } })).toEqual([]);
  });

  test('is silent on a broker, for which kombu verifies nothing by itself, and not on what its options do not reach', () => {
    const url = new Unknown('REDIS_URL');
    expect(check({ CELERY_BROKER_URL: url })).toEqual([]);
    expect(check({ CELERY_BROKER_URL: url, CELERY_RESULT_BACKEND: 'django-db' })).toEqual([]);
    expect(check({ CELERY_RESULT_BACKEND: url, CELERY_BROKER_USE_SSL: true })).toEqual(['problem celery']);
    expect(check({ CELERY_RESULT_BACKEND: url, CELERY_REDIS_BACKEND_USE_SSL: { ssl_cert_reqs: null } })).toEqual([]);
  });
});

describe('worker-missing', () => {
  const check = (procfile: string, values: Readonly<Record<string, Plain>> = {}) =>
    said(
      tryRule(
        heroku,
        'heroku/worker-missing',
        { Procfile: `web: gunicorn config.wsgi\n${procfile}`, 'requirements.txt': 'celery==5.5.3\n' },
        { CELERY_BROKER_URL: 'redis://x.test', ...values },
      ),
    );
  const schedule = { CELERY_BEAT_SCHEDULE: { report: { task: 'x' } } };

  test('fails without a worker, and without beat where tasks are planned', () => {
    expect(check('')).toEqual(['problem worker']);
    expect(check('worker: celery -A config worker', schedule)).toEqual(['problem beat']);
    expect(check('release: ./release.sh')).toEqual(['problem worker']);
  });

  test('is silent where a line starts one, or may, or tasks run at once', () => {
    expect(check('worker: celery -A config worker -B', schedule)).toEqual([]);
    expect(check('jobs: bin/start-everything', schedule)).toEqual([]);
    expect(check('', { CELERY_TASK_ALWAYS_EAGER: true })).toEqual([]);
    expect(check('', { CELERY_TASK_ALWAYS_EAGER: new Unknown('EAGER') })).toEqual([]);
  });
});

describe('collectstatic-disabled', () => {
  const check = (
    files: Readonly<Record<string, string>>,
    middleware: readonly string[] = ['whitenoise.middleware.WhiteNoiseMiddleware'],
  ) =>
    said(
      tryRule(
        heroku,
        'heroku/collectstatic-disabled',
        { ...web, 'app.json': '{"env": {"DISABLE_COLLECTSTATIC": "1"}}', ...files },
        { MIDDLEWARE: middleware },
      ),
    );

  test('fails where WhiteNoise serves what nothing collects', () => {
    expect(check({})).toEqual(['problem disabled']);
    expect(check({ Procfile: 'web: gunicorn a.wsgi\nrelease: python manage.py collectstatic --noinput' })).toEqual([
      'problem release',
    ]);
  });

  test('is silent where the web line or a hook collects, or something else serves', () => {
    expect(check({ Procfile: 'web: python manage.py collectstatic --noinput && gunicorn a.wsgi' })).toEqual([]);
    expect(check({ 'bin/post_compile': 'python manage.py collectstatic --noinput' })).toEqual([]);
    expect(check({}, ['django.middleware.security.SecurityMiddleware'])).toEqual([]);
  });
});

describe('django-heroku', () => {
  test('is found where it is called, not where it is mentioned', () => {
    const check = (text: string) => tryRule(heroku, 'heroku/django-heroku', { 'config/settings.py': text });
    expect(
      check('import django_heroku\nX = 1\ndjango_heroku.settings(locals())\n').findings[0]?.location.start.line,
    ).toBe(3);
    expect(said(check('# django_heroku.settings(locals())\n'))).toEqual([]);
  });
});

describe('rules of files', () => {
  const check = (id: string, files: Readonly<Record<string, string>>) => said(tryRule(heroku, id, files));

  test('port-not-bound lets servers be that read PORT, and proxies that take it', () => {
    for (const line of [
      'gunicorn a.wsgi',
      'gunicorn a.wsgi -b :$PORT',
      'bin/start-nginx gunicorn a.wsgi -b unix:/tmp/x',
      'waitress-serve --port=$PORT a.wsgi:application',
      'hypercorn -b 0.0.0.0:$PORT a.asgi:application',
      'uwsgi --http :$PORT -w a.wsgi',
    ]) {
      expect(check('heroku/port-not-bound', { Procfile: `web: ${line}` }), line).toEqual([]);
    }
    expect(
      check('heroku/port-not-bound', {
        Procfile: 'web: gunicorn a.wsgi',
        'gunicorn.conf.py': "import os\nbind = '0.0.0.0:' + os.environ['PORT']",
      }),
    ).toEqual([]);
    expect(check('heroku/port-not-bound', { Procfile: 'web: daphne -p $PORT a.asgi:application' })).toEqual([
      'problem loopback',
    ]);
    expect(check('heroku/port-not-bound', { Procfile: 'web: waitress-serve a.wsgi:application' })).toEqual([
      'problem unnamed',
    ]);
  });

  test('web-module-missing believes a declared package and a star import', () => {
    expect(
      check('heroku/web-module-missing', { Procfile: 'web: gunicorn saleor.wsgi', 'requirements.txt': 'saleor==3' }),
    ).toEqual([]);
    expect(
      check('heroku/web-module-missing', { Procfile: 'web: gunicorn a.wsgi:app', 'a/wsgi.py': 'from b.wsgi import *' }),
    ).toEqual([]);
    expect(check('heroku/web-module-missing', { Procfile: 'web: gunicorn $MODULE' })).toEqual([]);
  });

  test('web-module-missing names the one module of its kind', () => {
    const files = { Procfile: 'web: gunicorn myproject.wsgi --log-file -', 'olympics/wsgi.py': '' };
    const remedy = (more: Readonly<Record<string, string>>) =>
      tryRule(heroku, 'heroku/web-module-missing', { ...files, ...more }).findings[0]?.remedy;
    const venv = { 'env/lib/python3.12/site-packages/django/core/wsgi.py': '' };
    expect(remedy(venv)?.code).toBe('web: gunicorn olympics.wsgi --log-file -');
    expect(remedy({ 'shop/wsgi.py': '' })).toBeNull();
  });

  test('server-not-installed believes extras and URLs', () => {
    expect(
      check('heroku/server-not-installed', {
        Procfile: 'web: daphne a.asgi:application',
        'requirements.txt': 'channels[daphne]==4',
      }),
    ).toEqual([]);
    expect(
      check('heroku/server-not-installed', {
        Procfile: 'web: gunicorn a.wsgi',
        'requirements.txt': 'shop @ git+https://git.test/shop',
      }),
    ).toEqual([]);
  });

  test('server-not-installed names the file that Heroku installs from', () => {
    const { findings } = tryRule(heroku, 'heroku/server-not-installed', {
      Procfile: 'web: gunicorn a.wsgi',
      'requirements.txt': 'django==5.2.1\n',
      'requirements.in': 'django\ngunicorn\n',
    });
    expect(findings[0]?.message).toContain('`requirements.txt`');
    expect(findings[0]?.message).not.toContain('no dependency file');
  });

  test('package files that .slugignore takes away do not count', () => {
    const files = { 'requirements.txt': '', 'poetry.lock': '' };
    expect(check('heroku/package-files-several', files)).toEqual(['problem several']);
    expect(check('heroku/package-files-several', { ...files, '.slugignore': '# local\n/requirements.txt\n' })).toEqual(
      [],
    );
  });

  test('app-json-secret never prints the secret', () => {
    const tried = tryRule(heroku, 'heroku/app-json-secret', {
      'app.json': '{"env": {"API_TOKEN": "s3cr3t-value", "SECRET_KEY": {"value": ""}}}',
    });
    expect(said(tried)).toEqual(['problem literal']);
    expect(JSON.stringify(tried.findings)).not.toContain('s3cr3t-value');
  });
});

describe('the Python to name', () => {
  const python = (files: Readonly<Record<string, string>>, rule = 'heroku/python-unspecified') => {
    const [finding] = tryRule(heroku, rule, { 'manage.py': '', ...files }).findings;
    return finding && [finding.severity, finding.remedy?.code, finding.remedy?.summary];
  };
  const packages = { 'requirements.txt': 'Django==5.2.8\n' };
  const shown = (path: string) =>
    `Write the Python release line of \`${path}\` into \`.python-version\`, and commit it.`;

  test.each([
    ['venv/pyvenv.cfg', 'home = C:\\Python312\nversion = 3.12.4\n', '3.12'],
    ['render.yaml', 'services:\n  - envVars:\n      - key: PYTHON_VERSION\n        value: 3.11.0\n', '3.11'],
    ['.github/workflows/ci.yml', "steps:\n  - with:\n      python-version: '3.12'\n", '3.12'],
    ['Dockerfile', 'FROM python:3.11-slim\nCOPY . .\nRUN pip install -r requirements.txt\n', '3.11'],
  ])('is that of %s', (path, text, series) => {
    expect(python({ ...packages, [path]: text })).toEqual(['medium', series, shown(path)]);
  });

  test('is one that nothing was tried with where no file shows any, and none that Heroku lacks', () => {
    const untried = 'Write a Python release line into `.python-version`, try the site with it, and commit it.';
    expect(python(packages)).toEqual(['medium', '3.14', untried]);
    expect(python({ ...packages, 'venv/pyvenv.cfg': 'version = 3.8.10\n' })?.[2]).toBe(untried);
  });

  test('is no newer than what a pinned driver loads on', () => {
    const files = (pin: string) => ({ 'requirements.txt': `Django==5.2.8\n${pin}\n` });
    const critical = (pin: string, more = {}) => python({ ...files(pin), ...more }, 'heroku/python-unsupported');
    expect(critical('psycopg2-binary==2.9.9')?.slice(0, 2)).toEqual(['critical', '3.12']);
    expect(python(files('psycopg2-binary==2.9.9'))).toBeUndefined();
    expect(critical('psycopg2==2.8.6', { 'render.yaml': 'PYTHON_VERSION\n value: 3.11.0' })).toEqual([
      'critical',
      '3.11',
      'Raise psycopg2, or write the newest Python release line that it runs on and that the site is tried with into `.python-version`; `render.yaml` names this one.',
    ]);
    const free: readonly (readonly [string, string])[] = [
      ['psycopg2-binary==2.9.10', '3.13'],
      ['psycopg2-binary==2.9.11', '3.14'],
      ['psycopg2-binary>=2.9', '3.14'],
      ['psycopg==3.1.1', '3.14'],
    ];
    for (const [pin, series] of free) {
      expect(critical(pin), pin).toBeUndefined();
      expect(python(files(pin))?.[1], pin).toBe(series);
    }
  });
});

test('a virtual environment that `.gitignore` keeps out already is only taken out', () => {
  const code = (ignore: string) =>
    tryRule(heroku, 'heroku/virtualenv-committed', {
      'manage.py': '',
      'venv/pyvenv.cfg': 'home = /usr/bin\n',
      '.gitignore': ignore,
    }).findings[0]?.remedy?.code;
  const commit = "git commit -m 'Take the virtual environment out'";
  expect(code('*.log\nvenv/\n')).toBe(`git rm -r --cached 'venv'\n${commit}`);
  expect(code('*.log\n')).toBe(`git rm -r --cached 'venv'\necho '/venv/' >> .gitignore\ngit add .gitignore\n${commit}`);
});

describe('a process that does not find what it starts', () => {
  const outcome = (rule: string, procfile: string): string =>
    tryRule(
      heroku,
      `heroku/${rule}`,
      { Procfile: procfile, 'backend/manage.py': '', 'requirements.txt': 'Django==5.2.8\ncelery==5.4.0\n' },
      {
        CELERY_BROKER_URL: 'redis://cache.example:6379',
        INSTALLED_APPS: ['django.contrib.auth'],
        DATABASES: { default: { ENGINE: 'django.db.backends.postgresql', NAME: 'shop' } },
      },
    ).outcome;

  test('is no reason to praise a release that migrates', () => {
    const web = 'web: gunicorn --chdir backend config.wsgi\n';
    expect(outcome('migrations-not-released', `release: python manage.py migrate\n${web}`)).toBe('notApplicable');
    expect(outcome('migrations-not-released', `release: python backend/manage.py migrate\n${web}`)).toBe('passed');
  });
});
