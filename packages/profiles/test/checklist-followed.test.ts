/** Checklists that can be followed step by step: each command has what it needs by then, and what is still to be written is printed. */
import { type Profile, projectRoot } from '@django-golive/core';
import { docker, heroku, nginxGunicorn, pythonanywhere } from '@django-golive/profiles';
import { describe, expect, test } from 'vitest';
import { type Plain, tryRule } from './heroku-pythonanywhere-given.js';

const listOf =
  (profile: Profile, rule: string) =>
  (
    values: Readonly<Record<string, Plain>> = {},
    required: readonly string[] = [],
    files: Readonly<Record<string, string>> = {},
    how: Parameters<typeof tryRule>[4] = {},
  ) => {
    const items = tryRule(profile, rule, { 'manage.py': '', ...files }, values, { required, ...how }).checklist;
    const place = (id: string): number => items.findIndex((item) => item.id === id);
    return { item: (id: string) => items[place(id)], place, ids: items.map(({ id }) => id) };
  };

describe('with nginx, where no file of the server is there', () => {
  const list = listOf(nginxGunicorn, 'nginx-gunicorn/runs-as-root');
  const site = { WSGI_APPLICATION: 'config.wsgi.application', ALLOWED_HOSTS: ['shop.test'] };

  test('the unit reads the variables that the settings demand, and so does every command of Django', () => {
    const { item } = list(site, ['SECRET_KEY']);
    expect(item('service')?.commands[0]).toContain('EnvironmentFile=/etc/project.env\n');
    expect(item('variables')?.commands).toEqual([
      "python3 -c 'import secrets; print(secrets.token_urlsafe(64))'",
      'sudo touch /etc/project.env',
      'sudo chgrp www-data /etc/project.env',
      'sudo chmod 640 /etc/project.env',
      'sudoedit /etc/project.env',
    ]);
    for (const id of ['deploy-check', 'migrate'])
      expect(item(id)?.commands.at(-1)).toContain('-p EnvironmentFile=/etc/project.env ');
  });

  test('settings that load a file have the variables from there', () => {
    const settings = { 'config/settings.py': 'from decouple import config\n' };
    const { item } = list(site, ['SECRET_KEY'], settings);
    expect(item('service')?.commands[0]).not.toContain('EnvironmentFile');
    expect(item('variables')?.text).toContain('The environment file that the settings load holds `SECRET_KEY`');
  });

  test('nginx serves the files that the one who runs the application may write', () => {
    const { item } = list({ ...site, STATIC_URL: '/static/', STATIC_ROOT: '/srv/project/collected' });
    expect(item('configuration')?.commands[0]).toContain('    location /static/ { alias /srv/project/collected/; }\n');
    expect(item('configuration')?.commands[0]).toContain('    server_name shop.test;\n');
    expect(item('collectstatic')?.commands[0]).toBe('sudo install -d -o www-data -m 755 /srv/project/collected');
  });

  test('WebSockets have a server that carries them, and nginx hands them on', () => {
    const { item } = list({
      ...site,
      INSTALLED_APPS: ['channels'],
      ASGI_APPLICATION: 'config.asgi.application',
      CHANNEL_LAYERS: { default: { BACKEND: 'channels_redis.core.RedisChannelLayer' } },
    });
    expect(item('service')?.commands[0]).toContain(
      "/bin/uvicorn config.asgi:application --uds /run/project/gunicorn.sock --forwarded-allow-ips='*'\n",
    );
    expect(item('environment')?.commands.at(-1)).toContain("pip install 'uvicorn[standard]'");
    expect(item('configuration')?.commands[0]).toContain('proxy_set_header Upgrade $http_upgrade;');
  });

  test('the directory of SQLite can be written before the database is migrated', () => {
    const { place } = list({ DATABASES: { default: { ENGINE: 'django.db.backends.sqlite3', NAME: '/srv/x/db' } } });
    expect(place('sqlite')).toBeGreaterThan(0);
    expect(place('sqlite')).toBeLessThan(place('migrate'));
  });
});

describe('on PythonAnywhere', () => {
  const list = listOf(pythonanywhere, 'pythonanywhere/relative-path');

  test('a console has the variables before it asks Django anything', () => {
    const { item, place } = list({}, ['SECRET_KEY']);
    const hook = '~/.virtualenvs/project-venv/bin/postactivate';
    expect(item('environment')?.commands.slice(-2)).toEqual([
      `echo 'set -a; source ~/project/.env; set +a' >> ${hook}`,
      `source ${hook}`,
    ]);
    expect(place('environment')).toBeLessThan(place('deploy-check'));
    expect(item('deploy-check')?.commands[0]).toBe('cd ~/project');
  });

  test('a console needs no help where the settings load the file', () => {
    const { item } = list({}, ['SECRET_KEY'], { 'config/settings.py': 'from decouple import config\n' });
    expect(item('environment')?.commands).toEqual([
      "python3 -c 'import secrets; print(secrets.token_urlsafe(64))'",
      'git -C ~/project check-ignore -q ~/project/.env || echo .env >> ~/project/.git/info/exclude',
      'touch ~/project/.env && chmod 600 ~/project/.env',
      'nano ~/project/.env',
    ]);
  });

  test('what chooses the settings is among the variables, and so is a key that has a fallback', () => {
    const how = { optional: ['SECRET_KEY'], reads: { SECRET_KEY: ['SECRET_KEY'] } };
    const { item } = list({}, [], {}, { ...how, optional: ['SHOP_ENV', 'SECRET_KEY'], assumed: { SHOP_ENV: 'prod' } });
    expect(item('environment')?.text).toContain('web app and consoles `SHOP_ENV=prod`, `SECRET_KEY`, from');
  });

  test("packages of apps that only another file names are installed beside the platform's file", () => {
    const files = {
      'requirements-pythonanywhere.txt': 'Django==4.2.16\n',
      'requirements.txt': 'Django==5.2.18\ndjango-jazzmin==3.0.1\n',
    };
    const { item } = list({ INSTALLED_APPS: ['jazzmin'] }, [], files);
    expect(item('virtualenv')?.commands.at(-1)).toMatch(
      /-r ~\/project\/(requirements\.txt|requirements-pythonanywhere\.txt django-jazzmin)$/,
    );
    expect(item('virtualenv')?.text).toContain('`workon project-venv` comes first');
  });

  test('a front end is built, and the console is back at manage.py', () => {
    const files = { 'package.json': '{}', 'package-lock.json': '{}' };
    const { item, place } = list(
      { STATIC_ROOT: '/home/a/s', STATICFILES_DIRS: [`${projectRoot}/node_modules`] },
      [],
      files,
    );
    expect(item('front-end')?.commands).toEqual(['cd ~/project', 'npm ci', 'cd ~/project']);
    expect(place('front-end')).toBeLessThan(place('collectstatic'));
  });

  test("a domain of one's own has its record and certificate before HTTPS is forced", () => {
    const { item, place } = list({ ALLOWED_HOSTS: ['www.shop.test'] });
    expect(item('domain')?.commands).toEqual(['dig +short CNAME www.shop.test']);
    expect(place('domain')).toBeLessThan(place('force-https'));
    expect(list({ ALLOWED_HOSTS: ['shop.pythonanywhere.com'] }).ids).not.toContain('domain');
  });
});

describe('on Heroku', () => {
  const list = listOf(heroku, 'heroku/procfile-missing');

  test('Django is checked where it has its config vars', () => {
    const { item, place } = list({}, ['SECRET_KEY']);
    expect(place('deploy-check')).toBeGreaterThan(place('push'));
    expect(item('deploy-check')?.commands).toEqual(['heroku run --exit-code -- python manage.py check --deploy']);
    expect(item('static-files')?.text).toContain('give your shell `SECRET_KEY`');
  });

  test('the shell that tries to collect has what chooses the settings, as the build has', () => {
    const text = (assumed: Readonly<Record<string, string>>) =>
      list({}, ['SECRET_KEY'], {}, { assumed }).item('static-files')?.text;
    expect(text({ DEBUG: 'False' })).toContain('give your shell `SECRET_KEY`, `DEBUG=False`.');
    expect(text({})).toContain('give your shell `SECRET_KEY`.');
  });

  test('what is to be known is told, and not run', () => {
    const { item } = list();
    expect(item('rollback')?.commands).toEqual(['heroku releases']);
    expect(item('rollback')?.text).toContain('To go back at once: `heroku rollback`');
    expect(item('account')?.text).toContain('devcenter.heroku.com/articles/heroku-cli');
  });

  test('settings that may connect as they load are told to need an address before there is a database', () => {
    const postgres = { DATABASES: { default: { ENGINE: 'django.db.backends.postgresql' } } };
    const text = (optional: readonly string[]) =>
      list(postgres, ['SECRET_KEY'], {}, { optional }).item('static-files')?.text;
    expect(text(['DATABASE_URL'])).toContain('need a `DATABASE_URL` as well');
    expect(text([])).not.toContain('DATABASE_URL');
  });

  test('what chooses the settings is a config var, and what has a fallback is told', () => {
    const how = { optional: ['SHOP_ENV', 'STRIPE_KEY'], assumed: { SHOP_ENV: 'prod' } };
    const vars = list({}, ['SECRET_KEY'], {}, how).item('config-vars');
    expect(vars?.commands[0]).toContain(' SHOP_ENV=prod');
    expect(vars?.text).toContain('`SHOP_ENV=prod` chooses the settings of production.');
    expect(vars?.text).toContain('also read `STRIPE_KEY`: give those');
  });

  test('other build packs come before that of Python', () => {
    const modules = { STATICFILES_DIRS: [`${projectRoot}/node_modules`] };
    const create = (values: Readonly<Record<string, Plain>>, files: Readonly<Record<string, string>> = {}) =>
      list(values, [], files).item('create')?.commands.slice(1);
    expect(create(modules, { 'package.json': '{}' })).toEqual(['heroku buildpacks:add --index 1 heroku/nodejs']);
    expect(create(modules)).toEqual([]);
    expect(create(modules, { 'package.json': '{}', 'node_modules/a/a.js': '' })).toEqual([]);
    expect(create({ DATABASES: { default: { ENGINE: 'django.contrib.gis.db.backends.postgis' } } })).toEqual([
      'heroku buildpacks:add --index 1 https://github.com/heroku/heroku-geo-buildpack.git',
    ]);
  });

  test('a new app has a host that names of another one do not cover', () => {
    const hosts = (names: readonly string[]) => list({ ALLOWED_HOSTS: names }).item('hosts')?.text;
    expect(hosts(['old-1.herokuapp.com', 'shop.test'])).toContain("`old-1.herokuapp.com` is another app's");
    expect(hosts(['shop.test'])).toContain('not among its names');
    for (const names of [['*'], ['.herokuapp.com'], [], ['localhost']]) expect(hosts(names)).toBeUndefined();
  });
});

describe('on Docker', () => {
  const list = listOf(docker, 'docker/runs-as-root');
  const files = {
    'requirements.txt': 'celery==5.4.0\n',
    'shop/celery.py': "from celery import Celery\n\napp = Celery('shop')\n",
  };

  test('a worker is asked for where no service runs one', () => {
    const broker = { CELERY_BROKER_URL: 'redis://r.test' };
    expect(list(broker, [], files).item('worker')?.text).toContain('runs `celery -A shop worker`');
    const compose = 'services:\n  web:\n    build: .\n  tasks:\n    build: .\n    command: celery -A shop worker\n';
    const image = 'FROM python:3.13\nCOPY . .\nCMD ["gunicorn", "config.wsgi", "--bind", "0.0.0.0:8000"]\n';
    const both = { ...files, 'compose.yaml': compose, Dockerfile: image };
    expect(list(broker, [], both).ids).not.toContain('worker');
  });

  test('the environment file is made from the example, and the image that is looked at is that of today', () => {
    const compose = 'services:\n  web:\n    build: .\n    env_file: .env\n';
    const image = 'FROM python:3.13\nCOPY . .\nCMD ["gunicorn", "config.wsgi", "--bind", "0.0.0.0:8000"]\n';
    const { item } = list({}, [], { 'compose.yaml': compose, Dockerfile: image, '.env.example': 'SECRET_KEY=\n' });
    expect(item('variables')?.commands).toEqual([
      'cp -n .env.example .env',
      'chmod 600 .env',
      '"${EDITOR:-nano}" .env',
      'docker compose config --quiet',
    ]);
    expect(item('user')?.commands).toEqual(['docker compose run --rm --build --entrypoint id web']);
  });

  test('a stack has its image pushed, and Django runs in a container of it', () => {
    const compose =
      'services:\n  web:\n    image: registry.test/shop\n    build: .\n  db:\n    image: postgres:17\n    volumes: [data:/var/lib/postgresql/data]\nvolumes:\n  data:\n';
    const { item, place } = list({ INSTALLED_APPS: ['django.contrib.admin'] }, [], {
      'docker-stack.yml': compose,
      'deploy.sh': 'docker stack deploy -c docker-stack.yml shop\n',
      Dockerfile: 'FROM python:3.13\nCOPY . .\nCMD ["gunicorn", "config.wsgi", "--bind", "0.0.0.0:8000"]\n',
    });
    const web = '"$(docker ps -q -f name=shop_web | head -n 1)"';
    expect(item('build')?.commands).toEqual([
      'docker compose -f docker-stack.yml build --pull',
      'docker compose -f docker-stack.yml push',
    ]);
    expect(item('up')?.commands).toEqual(['docker stack deploy --with-registry-auth -c docker-stack.yml shop']);
    expect(item('user')?.commands).toEqual([`docker exec ${web} id`]);
    expect(item('migrate')?.commands).toEqual([`docker exec ${web} python manage.py migrate --noinput`]);
    expect(item('administrator')?.commands).toEqual([`docker exec -it ${web} python manage.py createsuperuser`]);
    expect(item('backup')?.commands[0]).toMatch(/^docker exec "\$\(docker ps -q -f name=shop_db \|/);
    expect(place('migrate')).toBeGreaterThan(place('up'));
    expect(item('restart')?.text).not.toContain('restart:');
    expect(item('keep-image')).toBeUndefined();
    expect(item('rollback')?.text).not.toContain('docker tag');
  });

  test('a volume over the static files gets those of each new image', () => {
    const compose = 'services:\n  web:\n    build: .\n    volumes: [static:/app/static]\nvolumes:\n  static:\n';
    const image = (command: string) =>
      `FROM python:3.13\nWORKDIR /app\nCOPY . .\nRUN python manage.py collectstatic --noinput\nCMD ${command}\n`;
    const at = { STATIC_ROOT: '/app/static' };
    const built = image('["gunicorn", "config.wsgi", "--bind", "0.0.0.0:8000"]');
    expect(list(at, [], { 'compose.yaml': compose, Dockerfile: built }).item('static-volume')?.commands).toEqual([
      'docker compose run --rm web python manage.py collectstatic --noinput',
    ]);
    const both = image('python manage.py collectstatic --noinput && exec gunicorn config.wsgi --bind 0.0.0.0:8000');
    expect(list(at, [], { 'compose.yaml': compose, Dockerfile: both }).ids).not.toContain('static-volume');
  });
});
