/** PythonAnywhere's rules: what they say, and where they stay silent. */
import { pythonanywhere } from '@django-golive/profiles';
import { describe, expect, test } from 'vitest';
import { type Plain, said, tryRule, Unknown } from './heroku-pythonanywhere-given.js';

const mysql = 'django.db.backends.mysql';
const host = 'shop.mysql.pythonanywhere-services.com';
const copy =
  "import os\nimport sys\nsys.path.insert(0, '/home/shop/shop')\nos.environ['DJANGO_SETTINGS_MODULE'] = 'config.settings'\n";

const database = (id: string, entry: Plain, reads: readonly string[] = []) =>
  said(
    tryRule(
      pythonanywhere,
      `pythonanywhere/${id}`,
      {},
      { DATABASES: { default: entry } },
      { reads: { DATABASES: reads } },
    ),
  );

test('a header that the platform may leave to visitors is asked for', () => {
  const header = (SECURE_PROXY_SSL_HEADER: Plain, redirect = false) =>
    tryRule(
      pythonanywhere,
      redirect ? 'https/ssl-redirect-loop' : 'https/proxy-ssl-header-missing',
      {},
      {
        SECURE_PROXY_SSL_HEADER,
        SECURE_SSL_REDIRECT: redirect,
        MIDDLEWARE: ['django.middleware.security.SecurityMiddleware'],
      },
    );
  for (const redirect of [false, true]) {
    const tried = header(['HTTP_X_FORWARDED_PROTOCOL', 'https'], redirect);
    expect(tried.outcome).toBe('undetermined');
    expect(tried.questions[0]?.text).toContain('believes `HTTP_X_FORWARDED_PROTOCOL`');
    expect(header(['HTTP_X_FORWARDED_PROTO', 'https'], redirect).outcome).toBe('passed');
  }
  expect(header(null).questions[0]?.text).toContain('no file shows');
});

describe('databases', () => {
  test("on the machine itself are refused, on a variable's default they are a question", () => {
    for (const HOST of ['', 'localhost', '127.0.0.1', 'db'])
      expect(database('database-host-local', { ENGINE: mysql, HOST }), HOST).toEqual(['problem local']);
    expect(database('database-host-local', { ENGINE: mysql, HOST: 'localhost' }, ['DB_HOST'])).toEqual([
      'question fallback',
    ]);
    expect(database('database-host-local', { ENGINE: mysql, HOST: host })).toEqual([]);
    expect(database('database-host-local', { ENGINE: mysql, HOST: new Unknown('DB_HOST') }, ['DB_HOST'])).toEqual([]);
  });

  test('on a service of a Compose file are said to be that', () => {
    const tried = (HOST: string) =>
      tryRule(
        pythonanywhere,
        'pythonanywhere/database-host-local',
        {},
        { DATABASES: { default: { ENGINE: mysql, HOST } } },
      ).findings[0];
    expect(tried('db')?.message).toContain('on `db`, as a Compose file names its services');
    expect(tried('db')?.risk).toContain('knows no host of that name');
    expect(tried('localhost')?.message).toContain('on `localhost`.');
    expect(tried('localhost')?.risk).toContain('nothing listens');
  });

  test('of MySQL are called by the account', () => {
    expect(database('mysql-name-without-account', { ENGINE: mysql, HOST: host, NAME: 'shop' })).toEqual([
      'problem bare',
    ]);
    expect(database('mysql-name-without-account', { ENGINE: mysql, HOST: host, NAME: 'other$shop' })).toEqual([
      'problem bare',
    ]);
    expect(database('mysql-name-without-account', { ENGINE: mysql, HOST: host, NAME: 'shop$default' })).toEqual([]);
    expect(database('mysql-name-without-account', { ENGINE: mysql, HOST: host, NAME: new Unknown('DB_NAME') })).toEqual(
      [],
    );
    expect(database('mysql-name-without-account', { ENGINE: mysql, HOST: 'db.shop.test', NAME: 'shop' })).toEqual([]);
  });

  test('of PostgreSQL have a port of their own', () => {
    const entry = { ENGINE: 'django.db.backends.postgresql', HOST: 'shop-12.postgres.pythonanywhere-services.com' };
    expect(database('postgres-port-default', entry)).toEqual(['problem usual']);
    expect(database('postgres-port-default', { ...entry, PORT: 5432 })).toEqual(['problem usual']);
    expect(database('postgres-port-default', { ...entry, PORT: '10012' })).toEqual([]);
    expect(database('postgres-port-default', { ...entry, PORT: new Unknown('PORT') })).toEqual([]);
  });

  test('keep connections for less than 300 seconds, or check them', () => {
    const entry = { ENGINE: mysql, HOST: host };
    expect(database('connection-kept-too-long', { ...entry, CONN_MAX_AGE: null })).toEqual(['problem long']);
    expect(database('connection-kept-too-long', { ...entry, CONN_MAX_AGE: 300 })).toEqual(['problem long']);
    expect(database('connection-kept-too-long', { ...entry, CONN_MAX_AGE: 299 })).toEqual([]);
    expect(database('connection-kept-too-long', { ...entry, CONN_MAX_AGE: 600, CONN_HEALTH_CHECKS: true })).toEqual([]);
    expect(database('connection-kept-too-long', entry)).toEqual([]);
  });

  test('set no privileged variables', () => {
    const entry = (init_command: string): Plain => ({ ENGINE: mysql, HOST: host, OPTIONS: { init_command } });
    expect(
      database('init-command-privileged', entry("SET sql_mode='STRICT_TRANS_TABLES', innodb_strict_mode=1")),
    ).toEqual(['problem privileged']);
    expect(database('init-command-privileged', entry('SET GLOBAL max_allowed_packet=1'))).toEqual([
      'problem privileged',
    ]);
    expect(database('init-command-privileged', entry("SET sql_mode='STRICT_TRANS_TABLES'"))).toEqual([]);
  });
});

describe('services', () => {
  const check = (values: Readonly<Record<string, Plain>>, reads: Readonly<Record<string, readonly string[]>> = {}) =>
    said(tryRule(pythonanywhere, 'pythonanywhere/local-service', {}, values, { reads }));
  const cache = (LOCATION: Plain): Readonly<Record<string, Plain>> => ({
    CACHES: { default: { BACKEND: 'django_redis.cache.RedisCache', LOCATION } },
  });

  test('on the machine itself are refused', () => {
    expect(check(cache('redis://:secret@localhost:6379/1'))).toEqual(['problem refused']);
    expect(check(cache('redis://redis:6379'))).toEqual(['problem refused']);
    expect(check({ CELERY_BROKER_URL: 'amqp://guest:guest@127.0.0.1//' })).toEqual(['problem refused']);
    expect(check({ CHANNEL_LAYERS: { default: { BACKEND: 'x', CONFIG: { hosts: ['redis://127.0.0.1'] } } } })).toEqual([
      'problem refused',
    ]);
  });

  test('elsewhere, or unknown, are let be', () => {
    expect(check(cache('rediss://u:p@redis.shop.test:6380'))).toEqual([]);
    expect(check(cache(new Unknown('REDIS_URL')))).toEqual([]);
    expect(check({ CELERY_BROKER_URL: 'django://' })).toEqual([]);
    expect(
      check({ CACHES: { default: { BACKEND: 'django.core.cache.backends.db.DatabaseCache', LOCATION: 'cache' } } }),
    ).toEqual([]);
    expect(check({ CELERY_BROKER_URL: 'redis://localhost' }, { CELERY_BROKER_URL: ['REDIS_URL'] })).toEqual([
      'question fallback',
    ]);
  });

  test('that are unknown are not called sound', () => {
    const outcome = (rule: string, values: Readonly<Record<string, Plain>>): string =>
      tryRule(pythonanywhere, `pythonanywhere/${rule}`, {}, values).outcome;
    expect(outcome('local-service', cache(new Unknown('REDIS_URL')))).toBe('notApplicable');
    expect(outcome('local-service', cache('rediss://u:p@redis.shop.test:6380'))).toBe('passed');
    expect(
      outcome('database-host-local', { DATABASES: { default: { ENGINE: mysql, HOST: new Unknown('DB_HOST') } } }),
    ).toBe('notApplicable');
  });

  test('are named without their passwords', () => {
    const tried = tryRule(
      pythonanywhere,
      'pythonanywhere/local-service',
      {},
      cache('redis://:hunter2@localhost:6379/1'),
    );
    expect(JSON.stringify(tried.findings)).not.toContain('hunter2');
  });
});

describe('paths', () => {
  const check = (values: Readonly<Record<string, Plain>>) =>
    said(tryRule(pythonanywhere, 'pythonanywhere/relative-path', {}, values));

  test('that are relative depend on where a worker starts', () => {
    expect(check({ DATABASES: { default: { ENGINE: 'django.db.backends.sqlite3', NAME: 'db.sqlite3' } } })).toEqual([
      'problem relative',
    ]);
    expect(check({ STATIC_ROOT: './static', MEDIA_ROOT: 'media' })).toEqual(['problem relative', 'problem relative']);
  });

  test('that are absolute or in memory are let be, and asked for where they are unknown', () => {
    for (const NAME of ['/home/shop/db.sqlite3', ':memory:', 'file:x?mode=memory', '']) {
      expect(check({ DATABASES: { default: { ENGINE: 'django.db.backends.sqlite3', NAME } } }), NAME).toEqual([]);
    }
    expect(
      check({ STATIC_ROOT: new Unknown('STATIC_ROOT'), DATABASES: { default: { ENGINE: mysql, NAME: 'shop' } } }),
    ).toEqual(['question unknown']);
  });
});

describe('the environment', () => {
  const check = (files: Readonly<Record<string, string>>) =>
    said(tryRule(pythonanywhere, 'pythonanywhere/environment-not-loaded', files, {}, { required: ['SECRET_KEY'] }));

  test('is asked for where the WSGI file is not known, and missed where it is', () => {
    expect(check({})).toEqual(['question outside']);
    expect(check({ 'shop_pythonanywhere_com_wsgi.py': copy })).toEqual(['problem absent']);
    expect(
      check({
        'shop_pythonanywhere_com_wsgi.py': `${copy}from dotenv import load_dotenv\nload_dotenv('/home/shop/.env')\n`,
      }),
    ).toEqual([]);
  });

  test('is there where the settings load it', () => {
    expect(check({ 'config/settings.py': 'from decouple import config\n' })).toEqual([]);
    expect(check({ 'config/settings.py': 'environ.Env.read_env()\n' })).toEqual([]);
    expect(check({ 'config/settings.py': '# load_dotenv()\n' })).toEqual(['question outside']);
  });

  test("that only the repository's wsgi.py prepares is not the web app's", () => {
    const wsgi = (files: Readonly<Record<string, string>>) =>
      said(tryRule(pythonanywhere, 'pythonanywhere/repository-wsgi-ignored', files));
    const loads = { 'config/wsgi.py': 'from dotenv import load_dotenv\nload_dotenv()\n' };
    expect(wsgi(loads)).toEqual(['question imported']);
    expect(wsgi({ ...loads, 'shop_pythonanywhere_com_wsgi.py': copy })).toEqual(['problem dotenv']);
    expect(
      wsgi({ ...loads, 'shop_pythonanywhere_com_wsgi.py': `${copy}from config.wsgi import application\n` }),
    ).toEqual([]);
    expect(wsgi({ 'config/wsgi.py': "os.environ['DJANGO_SETTINGS_MODULE'] = 'config.settings'\n" })).toEqual([]);
    expect(wsgi({ ...loads, 'config/settings.py': 'load_dotenv()\n' })).toEqual([]);
  });
});

describe('what the platform does not do', () => {
  test('is a problem where it is certain, a question where the plan decides', () => {
    const files = { 'shop_pythonanywhere_com_wsgi.py': copy };
    const channels = { INSTALLED_APPS: ['channels'] };
    expect(said(tryRule(pythonanywhere, 'pythonanywhere/websockets-unsupported', {}, channels))).toEqual([
      'question site',
    ]);
    expect(said(tryRule(pythonanywhere, 'pythonanywhere/websockets-unsupported', files, channels))).toEqual([
      'problem wsgi',
    ]);
    expect(
      said(tryRule(pythonanywhere, 'pythonanywhere/queue-unsupported', {}, { CELERY_BROKER_URL: 'redis://x.test' })),
    ).toEqual(['question worker']);
    expect(
      said(
        tryRule(
          pythonanywhere,
          'pythonanywhere/crontab-unavailable',
          {},
          { INSTALLED_APPS: ['django_crontab'], CRONJOBS: ['x'] },
        ),
      ),
    ).toEqual(['problem crontab']);
    expect(
      said(
        tryRule(
          pythonanywhere,
          'pythonanywhere/crontab-unavailable',
          {},
          { INSTALLED_APPS: ['shop'], CRONJOBS: ['x'] },
        ),
      ),
    ).toEqual([]);
  });

  test('asks for the plan once a feature', () => {
    const check = (values: Readonly<Record<string, Plain>>, requirements = '') =>
      said(tryRule(pythonanywhere, 'pythonanywhere/plan-too-small', { 'requirements.txt': requirements }, values));
    expect(
      check({ DATABASES: { default: { ENGINE: mysql, HOST: host }, other: { ENGINE: mysql, HOST: host } } }),
    ).toEqual(['question mysql']);
    expect(check({ DEBUG: false }, 'torch==2.8.0\n')).toEqual(['question disk']);
    expect(check({ DATABASES: { default: { ENGINE: 'django.db.backends.sqlite3', NAME: '/x' } } })).toEqual([]);
  });

  test('does not ask for a mapping that nothing needs', () => {
    const check = (values: Readonly<Record<string, Plain>>) =>
      said(tryRule(pythonanywhere, 'pythonanywhere/static-mapping-unseen', {}, values));
    expect(check({ STATIC_URL: '/static/', STATIC_ROOT: '/x' })).toEqual(['question mapping']);
    expect(
      check({ STATIC_URL: '/static/', STATIC_ROOT: '/x', MIDDLEWARE: ['whitenoise.middleware.WhiteNoiseMiddleware'] }),
    ).toEqual([]);
    expect(check({ STATIC_URL: 'https://cdn.shop.test/', STATIC_ROOT: '/x' })).toEqual([]);
  });

  test('praises neither a mapping without a directory nor a plan that only development was read for', () => {
    const outcome = (rule: string, values: Readonly<Record<string, Plain>>): string =>
      tryRule(pythonanywhere, `pythonanywhere/${rule}`, {}, values).outcome;
    expect(outcome('static-mapping-unseen', { STATIC_URL: '/static/', STATIC_ROOT: null })).toBe('notApplicable');
    const mail = { EMAIL_BACKEND: 'django.core.mail.backends.smtp.EmailBackend', EMAIL_HOST: 'smtp.shop.test' };
    expect(outcome('plan-too-small', { ...mail, DEBUG: true })).toBe('notApplicable');
  });
});
