/** Heroku: how it is recognised, and what its files say of the processes. */
import { createFactReader, deployment, given, type Project, project, projectOf, readNeeds } from '@django-golive/core';
import { heroku } from '@django-golive/profiles';
import { describe, expect, test } from 'vitest';

const readerOf = (files: Project) => createFactReader([given(project, files), ...heroku.providers]);
const deploymentOf = (files: Readonly<Record<string, string>>, untracked: readonly string[] = []) =>
  readerOf(projectOf(files, { untracked }))(deployment);
const detect = (files: Readonly<Record<string, string>>) =>
  heroku.detector.detect(readNeeds(heroku.detector.needs, readerOf(projectOf(files))));

describe('detection', () => {
  test('is sure of files that only Heroku reads, and doubtful of a Procfile alone', () => {
    expect(detect({ 'heroku.yml': 'build:\n  docker:\n    web: Dockerfile\n' })?.confidence).toBe(0.9);
    expect(detect({ 'app.json': '{"addons": ["heroku-postgresql"]}' })?.confidence).toBe(0.9);
    expect(detect({ Procfile: 'web: gunicorn a.wsgi' })?.confidence).toBe(0.55);
    expect(detect({ 'README.md': 'It ran on Heroku once.' })?.confidence).toBe(0.3);
  });

  test('leaves a Procfile to the platform whose own file lies beside it', () => {
    const files = { Procfile: 'release: python manage.py migrate\nweb: gunicorn a.wsgi' };
    expect(detect(files)?.confidence).toBe(0.65);
    expect(detect({ ...files, 'render.yaml': 'services: []\n' })?.confidence).toBe(0.4);
    expect(detect({ ...files, 'backend/nixpacks.toml': '' })?.confidence).toBe(0.4);
    expect(detect({ ...files, 'a/settings.py': "ALLOWED_HOSTS = ['a.up.railway.app']\n" })?.confidence).toBe(0.4);
    expect(detect({ ...files, 'a/settings.py': "HOST = os.environ['RENDER_EXTERNAL_HOSTNAME']\n" })?.confidence).toBe(
      0.4,
    );
    expect(detect({ ...files, 'README.md': 'Runs on Heroku.\n' })?.confidence).toBe(0.75);
    expect(detect({ ...files, 'README.md': 'Live: https://a.onrender.com\n' })?.confidence).toBe(0.4);
    expect(detect({ ...files, 'README.md': 'From Heroku to https://a.onrender.com\n' })?.confidence).toBe(0.65);
    expect(detect({ ...files, 'railway.json': '{}', 'heroku.yml': 'build:\n' })?.confidence).toBe(0.9);
  });

  test('is no match for the own files of another platform where the code only lists an address', () => {
    const hosts = { Procfile: 'web: gunicorn a.wsgi', 'a/settings.py': "CLOUD = ('.railway.app', '.herokuapp.com')\n" };
    const beanstalk = { '.ebextensions/celery.config': 'commands:\n' };
    expect(detect({ ...hosts, ...beanstalk })?.confidence).toBe(0.4);
    expect(detect({ 'a/settings.py': "ALLOWED_HOSTS = ['.herokuapp.com']\n", ...beanstalk })?.confidence).toBe(0.3);
    expect(detect({ ...hosts, ...beanstalk, 'app.json': '{"addons": []}' })?.confidence).toBe(0.9);
    expect(detect({ ...hosts, 'vercel.json': '{}', 'requirements.txt': 'Django\ndjango-heroku\n' })?.confidence).toBe(
      0.85,
    );
  });

  test('says nothing of a project that names nothing of Heroku', () => {
    expect(
      detect({ 'manage.py': '', 'config/settings.py': '# herokuapp.com\nDEBUG = False', 'app.json': '{"expo": {}}' }),
    ).toBeUndefined();
  });

  test('is where a step of CI deploys to, whatever else could be built', () => {
    const pipeline = (script: string) =>
      detect({
        'manage.py': '',
        Procfile: 'web: gunicorn a.wsgi\n',
        Dockerfile: 'FROM python:3.13\n',
        'bitbucket-pipelines.yml': script,
      })?.confidence;
    expect(pipeline('script:\n  - dpl --provider=heroku --app=shop\n')).toBe(0.95);
    expect(pipeline('script:\n  # - dpl --provider=heroku\n  - echo\n')).toBe(0.55);
  });

  test('does not take an address of somebody who may ask, or signs people in, for its own', () => {
    const code = (text: string) => detect({ 'manage.py': '', 'a/settings.py': text })?.confidence;
    expect(code("CORS_ALLOWED_ORIGINS = ['https://page.herokuapp.com']\n")).toBe(0.3);
    expect(code("ALLOWED_HOSTS = ['shop.herokuapp.com']\n")).toBe(0.6);
    expect(code("ALLOWED_HOSTS = ['.herokuapp.com']\n")).toBe(0.6);
  });

  test('gives a reason with a place for each sign', () => {
    const found = detect({
      Procfile: 'web: gunicorn a.wsgi',
      'a/settings.py': "X = 1\nALLOWED_HOSTS = ['shop.herokuapp.com']",
    });
    expect(found?.confidence).toBe(0.85);
    expect(found?.reasons.map(({ at }) => `${at.path}:${at.start.line}`)).toEqual(['Procfile:1', 'a/settings.py:2']);
  });
});

describe('processes', () => {
  test('have role, application, settings and the variables of their own line', () => {
    const { processes } = deploymentOf({
      Procfile: [
        'release: python manage.py migrate --settings=config.release',
        'web: DJANGO_SETTINGS_MODULE=config.prod newrelic-admin run-program gunicorn config.wsgi',
        'worker: celery -A config worker',
        'clock: celery -A config beat',
        'admin: gunicorn admin.wsgi',
      ].join('\n'),
    });
    expect(
      processes.map(({ name, role, application, settings, directory }) => [
        name,
        role,
        application,
        settings?.module,
        directory,
      ]),
    ).toEqual([
      ['release', 'release', undefined, 'config.release', ''],
      ['web', 'web', 'config.wsgi:application', 'config.prod', ''],
      ['worker', 'worker', undefined, undefined, ''],
      ['clock', 'beat', undefined, undefined, ''],
      ['admin', 'manage', 'admin.wsgi:application', undefined, ''],
    ]);
    expect(processes[1]?.variables).toMatchObject([
      { name: 'DJANGO_SETTINGS_MODULE', value: 'config.prod', by: 'the command of web' },
    ]);
  });

  test('point at the words that name the settings module', () => {
    const text = 'web: gunicorn config.wsgi --env DJANGO_SETTINGS_MODULE=config.prod';
    const at = deploymentOf({ Procfile: text }).processes[0]?.settings?.at;
    expect(at?.path).toBe('Procfile');
    expect(text.slice(at?.span.start, at?.span.end)).toContain('config.prod');
  });

  test('start where the command goes', () => {
    const directory = (command: string) =>
      deploymentOf({ Procfile: `web: ${command}`, 'src/config/wsgi.py': '' }).processes[0]?.directory;
    expect(directory('gunicorn --chdir src config.wsgi')).toBe('src');
    expect(directory('cd src && gunicorn config.wsgi')).toBe('src');
    expect(directory('gunicorn --pythonpath src config.wsgi')).toBe('src');
    expect(directory('gunicorn --chdir /app/src config.wsgi')).toBe('src');
    expect(directory('gunicorn --chdir $WHERE config.wsgi')).toBeUndefined();
    expect(directory('gunicorn config.wsgi')).toBe('');
  });

  test('include the collectstatic of the build, unless it is turned off', () => {
    const build = (files: Readonly<Record<string, string>>) =>
      deploymentOf(files).processes.find(({ role }) => role === 'build');
    expect(build({ 'src/manage.py': '' })).toMatchObject({
      command: 'python src/manage.py collectstatic --noinput',
      directory: 'src',
    });
    expect(build({ 'a/b/c/manage.py': '' })).toBeUndefined();
    expect(
      build({ 'manage.py': '', 'app.json': '{"env": {"DISABLE_COLLECTSTATIC": {"value": "1"}}}' }),
    ).toBeUndefined();
    expect(build({ 'manage.py': '', 'app.json': '{"env": {"DISABLE_COLLECTSTATIC": "0"}}' })).toBeDefined();
  });

  test('of a container come from heroku.yml, or from the image where it names no command', () => {
    const files = {
      'heroku.yml': 'build:\n  docker:\n    web: Dockerfile\nrelease:\n  command:\n    - python manage.py migrate\n',
      Dockerfile:
        'FROM python:3.13\nENV DJANGO_SETTINGS_MODULE=config.prod\nCMD ["gunicorn", "config.wsgi", "--bind", "0.0.0.0:8000"]\n',
    };
    const found = deploymentOf(files);
    expect(found.processes.map(({ name, application, settings }) => [name, application, settings?.module])).toEqual([
      ['web', 'config.wsgi:application', 'config.prod'],
      ['release', undefined, 'config.prod'],
    ]);
    expect(found.traits.has('forwarded-proto-trusted')).toBe(false);
    expect(Object.keys(found.platformVariables)).toEqual(['DYNO', 'PORT']);
    const run = deploymentOf({
      ...files,
      'heroku.yml': `${files['heroku.yml']}run:\n  web: uvicorn config.asgi:application --host 0.0.0.0 --port $PORT\n`,
    });
    expect(run.processes[0]?.application).toBe('config.asgi:application');
  });
});

describe('variables', () => {
  const given = (files: Readonly<Record<string, string>>) =>
    deploymentOf({ Procfile: 'web: gunicorn a.wsgi', ...files }).processes[0]?.variables.map(({ name, value }) => [
      name,
      value,
    ]);

  test('come from app.json: a value, a generated one, a required one, none for an optional one', () => {
    const env = {
      DEBUG: 'False',
      KEY: { generator: 'secret' },
      HOST: { description: 'x' },
      OPTIONAL: { required: false },
      EMPTY: { value: '', required: false },
    };
    expect(given({ 'app.json': JSON.stringify({ env }) })).toEqual([
      ['DEBUG', 'False'],
      ['KEY', undefined],
      ['HOST', undefined],
    ]);
    expect(deploymentOf({ 'app.json': JSON.stringify({ env }) }).documented.map(({ name }) => name)).toEqual([
      'KEY',
      'HOST',
      'OPTIONAL',
      'EMPTY',
    ]);
  });

  test('come from add-ons, under the name they are attached as', () => {
    expect(
      given({
        'app.json': '{"addons": ["heroku-postgresql:mini", {"plan": "cloudamqp", "as": "RABBITMQ"}, "unheard-of"]}',
      }),
    ).toEqual([
      ['DATABASE_URL', undefined],
      ['RABBITMQ_URL', undefined],
    ]);
  });

  test('of a database or Redis follow from the client that is declared', () => {
    expect(given({ 'requirements.txt': 'django\npsycopg2-binary==2.9\nredis>=5\n' })).toEqual([
      ['DATABASE_URL', undefined],
      ['REDIS_URL', undefined],
    ]);
    expect(given({ 'requirements.txt': '# psycopg2\ndjango-redisboard\n' })).toEqual([]);
  });

  test('of an example file are names without values', () => {
    const found = deploymentOf({
      '.env.example': 'SECRET_KEY=change-me\nDEBUG=True\n',
      Procfile: 'web: gunicorn a.wsgi',
    });
    expect(found.documented.map(({ name }) => name)).toEqual(['SECRET_KEY', 'DEBUG']);
    expect(found.processes[0]?.variables).toEqual([]);
  });
});

describe('traits', () => {
  const trusted = (web: string, files: Readonly<Record<string, string>> = {}) =>
    deploymentOf({ Procfile: `web: ${web}`, ...files }).traits.has('forwarded-proto-trusted');

  test('of every dyno: TLS ends at the router, hosts are checked there, the disk is lost', () => {
    const { traits, root } = deploymentOf({ Procfile: 'worker: celery -A a worker' });
    expect([...traits.keys()]).toEqual(['tls-at-proxy', 'host-validated', 'ephemeral-disk']);
    expect(root).toBe('/app');
  });

  test('show that gunicorn and uvicorn believe the router, as the build pack tells them to', () => {
    expect(trusted('gunicorn a.wsgi')).toBe(true);
    expect(trusted('uvicorn a.asgi:application --host 0.0.0.0 --port $PORT')).toBe(true);
    expect(trusted('daphne a.asgi:application')).toBe(false);
    expect(trusted('waitress-serve --port=$PORT a.wsgi:application')).toBe(false);
  });

  test('follow options and configuration files that say otherwise', () => {
    expect(trusted('gunicorn a.wsgi --forwarded-allow-ips=127.0.0.1')).toBe(false);
    expect(trusted('gunicorn a.wsgi --forwarded-allow-ips="*"')).toBe(true);
    expect(trusted('gunicorn a.wsgi', { 'gunicorn.conf.py': 'forwarded_allow_ips = "10.0.0.1"' })).toBe(false);
    expect(trusted('gunicorn -c elsewhere.py a.wsgi')).toBe(false);
    expect(trusted('uvicorn a.asgi:application --no-proxy-headers')).toBe(false);
    expect(trusted('bin/start-nginx gunicorn a.wsgi')).toBe(false);
  });
});

test('no input makes the deployment fail', () => {
  for (const text of [
    '',
    '\0\0',
    'web: "',
    'web: gunicorn $(',
    'web: sh -c "sh -c \'sh -c x\'"',
    '['.repeat(50_000),
    `web: ${'x '.repeat(20_000)}`,
  ]) {
    const files = {
      Procfile: text,
      'app.json': text,
      'heroku.yml': text,
      Dockerfile: text,
      '.env.example': text,
      'requirements.txt': text,
    };
    expect(() => deploymentOf(files)).not.toThrow();
    expect(() => detect(files)).not.toThrow();
  }
});

test('every feature has one row in the capability matrix', () => {
  const names = heroku.capabilities.map(({ feature }) => feature);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toHaveLength(11);
});
