/** What the checklists of a server of one's own have to make, fill in, build and restart, so that each step finds what it needs. */
import { type Profile, projectRoot } from '@django-golive/core';
import { apacheUbuntu, nginxGunicorn } from '@django-golive/profiles';
import { describe, expect, test } from 'vitest';
import { type Plain, tryRule, Unknown } from './heroku-pythonanywhere-given.js';

type How = Parameters<typeof tryRule>[4];

function listOf(
  profile: Profile,
  files: Readonly<Record<string, string>> = {},
  values: Readonly<Record<string, Plain>> = {},
  how: How = {},
) {
  const rule = profile === nginxGunicorn ? 'nginx-gunicorn/runs-as-root' : 'apache-ubuntu/script-missing';
  const items = tryRule(profile, rule, { 'manage.py': '', ...files }, values, how).checklist;
  const place = (id: string): number => items.findIndex((item) => item.id === id);
  return { item: (id: string) => items[place(id)], place };
}

const shopUnit = (lines: string) => `[Service]\nUser=shop\nWorkingDirectory=/srv/shop\n${lines}\n`;
const web = shopUnit('ExecStart=/srv/shop/venv/bin/gunicorn config.wsgi --bind 127.0.0.1:8000');
const server = (lines = '', listen = '80') =>
  `server {\n  listen ${listen};\n  server_name shop.test;\n  ${lines}\n  location / { proxy_pass http://127.0.0.1:8000; }\n}\n`;
const host =
  '<VirtualHost *:80>\n  ServerName shop.test\n  WSGIDaemonProcess shop python-home=/srv/shop/venv\n  WSGIProcessGroup shop\n  WSGIScriptAlias / /srv/shop/config/wsgi.py\n</VirtualHost>\n';
const behindNginx = { 'deploy/shop.service': web, 'config/wsgi.py': '', 'deploy/site.conf': server() };
const behindApache = { 'site.conf': host, 'config/wsgi.py': '' };

describe('files that no checkout brings', () => {
  const wanted = ['secrets.json', '/etc/shop.json'];

  test('are put where the settings open them, before the first command that loads the settings', () => {
    const { item, place } = listOf(nginxGunicorn, { ...behindNginx, 'secrets.json.example': '' }, {}, { wanted });
    expect(item('opened-files')?.text).toMatch(
      /^Put `secrets\.json` \(`\S+`, line 1, opens it\) and `\/etc\/shop\.json` \(.*, readable by `shop`: the repository lacks them/,
    );
    expect(item('opened-files')?.commands).toEqual([
      'cp /srv/shop/secrets.json.example /srv/shop/secrets.json',
      'sudo chgrp shop /srv/shop/secrets.json',
      'chmod 640 /srv/shop/secrets.json',
      '"${EDITOR:-nano}" /srv/shop/secrets.json',
      'sudo touch /etc/shop.json',
      'sudo chgrp shop /etc/shop.json',
      'sudo chmod 640 /etc/shop.json',
      'sudoedit /etc/shop.json',
    ]);
    expect(place('opened-files')).toBeLessThan(place('deploy-check'));
    expect(listOf(apacheUbuntu, behindApache, {}, { wanted }).item('opened-files')).toBeDefined();
    expect(listOf(apacheUbuntu, behindApache).item('opened-files')).toBeUndefined();
  });

  test('are the directories of logs that Apache does not make', () => {
    const logs = host.replace(
      'ServerName shop.test',
      'ServerName shop.test\n  ErrorLog /srv/shop/logs/error.log\n  CustomLog ${APACHE_LOG_DIR}/shop.log combined\n  CustomLog "|/usr/bin/rotatelogs /srv/x.log 86400" combined',
    );
    const commands = listOf(apacheUbuntu, { ...behindApache, 'site.conf': logs }).item('site')?.commands;
    expect(commands?.filter((command) => command.includes('install -d'))).toEqual(['sudo install -d /srv/shop/logs']);
  });
});

describe('variables', () => {
  const how = { optional: ['DB_HOST', 'DB_PASSWORD', 'SECRET_KEY'], assumed: { SHOP_ENV: 'prod' } };
  const reads = { SECRET_KEY: ['SECRET_KEY'], DATABASES: ['DB_HOST', 'DB_PASSWORD'] };

  test('that choose the settings, or whose fallback production must not have, are named', () => {
    const files = { ...behindNginx, 'deploy/shop.service': `${web}EnvironmentFile=/srv/shop/.env\n` };
    const { item } = listOf(nginxGunicorn, files, {}, { ...how, optional: ['SHOP_ENV', ...how.optional], reads });
    expect(item('variables')?.text).toContain(
      'gets `SHOP_ENV=prod`, `DB_PASSWORD`, `SECRET_KEY` from `/srv/shop/.env`',
    );
    expect(item('variables')?.text).toContain('also read `DB_HOST`: give those');
    // sudoedit edits nothing where whoever asks may write.
    expect(item('variables')?.commands.at(-1)).toBe('"${EDITOR:-nano}" /srv/shop/.env');
  });

  test('come from the file of the unit, which is there before any command reads it', () => {
    const files = { ...behindNginx, 'deploy/shop.service': `${web}EnvironmentFile=/run/shop/env\n` };
    const { item, place } = listOf(nginxGunicorn, files);
    expect(item('variables')?.commands).toEqual([
      'sudo install -d -m 755 /run/shop',
      'sudo touch /run/shop/env',
      'sudo chgrp shop /run/shop/env',
      'sudo chmod 640 /run/shop/env',
      'sudoedit /run/shop/env',
    ]);
    expect(item('variables')?.text).toContain('gone after a restart of the server');
    expect(place('variables')).toBeLessThan(place('deploy-check'));
  });

  test('are written where the settings look for them', () => {
    const files = { ...behindApache, 'config/settings.py': 'from decouple import config\n' };
    expect(listOf(apacheUbuntu, files, {}, { required: ['SECRET_KEY'] }).item('variables')?.commands).toEqual([
      "python3 -c 'import secrets; print(secrets.token_urlsafe(64))'",
      'git -C /srv/shop check-ignore -q /srv/shop/.env || echo .env >> /srv/shop/.git/info/exclude',
      'touch /srv/shop/.env',
      'sudo chgrp www-data /srv/shop/.env',
      'chmod 640 /srv/shop/.env',
      '"${EDITOR:-nano}" /srv/shop/.env',
    ]);
  });
});

describe('directories', () => {
  const logging = { LOGGING: { handlers: { file: { filename: '/var/log/shop/site.log' } } } };

  test('of logs are made for the one who runs Django before its first command', () => {
    for (const [profile, files, user] of [
      [nginxGunicorn, behindNginx, 'shop'],
      [apacheUbuntu, behindApache, 'www-data'],
    ] as const) {
      const { item, place } = listOf(profile, files, logging);
      expect(item('directories')?.commands).toEqual([`sudo install -d -o ${user} -m 755 /var/log/shop`]);
      expect(place('directories')).toBeLessThan(place('deploy-check'));
      expect(item('migrate')?.commands.at(-1)).toContain(`sudo -u ${user} `);
    }
    expect(listOf(apacheUbuntu, behindApache).item('directories')).toBeUndefined();
  });

  test('that only a service writes its logs to are made as well', () => {
    const unit = web.replace('--bind', '--error-logfile /var/log/shop/error.log --bind');
    const files = { ...behindNginx, 'deploy/shop.service': unit };
    expect(listOf(nginxGunicorn, files).item('directories')?.commands).toHaveLength(1);
    const made = { ...files, 'deploy/shop.service': `${unit}LogsDirectory=shop\n` };
    expect(listOf(nginxGunicorn, made).item('directories')).toBeUndefined();
  });

  test('of static files outside of the code belong to the one who collects', () => {
    const collect = (root: string) => listOf(apacheUbuntu, behindApache, { STATIC_ROOT: root }).item('collectstatic');
    expect(collect('/var/www/shop/static')?.commands[0]).toBe('sudo install -d -o "$USER" -m 755 /var/www/shop/static');
    expect(collect('/srv/shop/static')?.commands[0]).toBe('cd /srv/shop');
  });

  test("of the site's own logs are there when nginx is tested", () => {
    const files = { ...behindNginx, 'deploy/site.conf': server('access_log /srv/logs/shop/access.log;') };
    expect(listOf(nginxGunicorn, files).item('site')?.commands[0]).toBe('sudo install -d /srv/logs/shop');
  });
});

test('a database that variables name is made before it is migrated', () => {
  const values = { DATABASES: { default: { ENGINE: new Unknown('DB_ENGINE'), NAME: new Unknown('DB_NAME') } } };
  const how = { reads: { DATABASES: ['DB_ENGINE', 'DB_NAME'] } };
  for (const [profile, files] of [
    [nginxGunicorn, behindNginx],
    [apacheUbuntu, behindApache],
  ] as const) {
    const { item, place } = listOf(profile, { ...files, 'requirements.txt': 'psycopg2==2.9.9\n' }, values, how);
    expect(item('database')?.text).toContain(
      'in PostgreSQL, on this server or another, and give `DB_ENGINE`, `DB_NAME`',
    );
    expect(place('database')).toBeLessThan(place('migrate'));
  }
});

test('a site gets an account of its own where the one that may do everything is a mere fallback', () => {
  const database = { ENGINE: 'django.db.backends.postgresql', NAME: 'shop', USER: 'postgres', HOST: 'localhost' };
  const values = { DATABASES: { default: database } };
  const commands = (reads: readonly string[]) =>
    listOf(nginxGunicorn, behindNginx, values, { reads: { DATABASES: reads } }).item('database')?.commands;
  expect(commands(['DB_USER'])).toEqual([
    'sudo -u postgres createuser --pwprompt shop',
    'sudo -u postgres createdb --owner=shop shop',
  ]);
  expect(commands([])?.[0]).toContain('password postgres');
});

test('the one who runs the site can write the file of SQLite, made before or after', () => {
  const values = { DATABASES: { default: { ENGINE: 'django.db.backends.sqlite3', NAME: '/srv/data/shop.db' } } };
  expect(listOf(apacheUbuntu, behindApache, values).item('sqlite')?.commands).toEqual([
    'sudo chgrp www-data /srv/data',
    'sudo chmod g+w /srv/data',
    '[ ! -e /srv/data/shop.db ] || sudo chown www-data /srv/data/shop.db',
  ]);
});

describe('units', () => {
  const worker = shopUnit('ExecStart=/srv/shop/venv/bin/celery -A config worker');

  test('are all restarted after a deployment', () => {
    const files = { ...behindNginx, 'deploy/tasks.service': worker };
    expect(listOf(nginxGunicorn, files).item('reload')?.commands).toEqual(['sudo systemctl restart shop tasks']);
    const apache = listOf(apacheUbuntu, { ...behindApache, 'deploy/tasks.service': worker });
    expect(apache.item('reload')?.commands).toEqual([
      'touch /srv/shop/config/wsgi.py',
      'sudo systemctl restart tasks.service',
    ]);
  });

  test('of sockets are started with their services, and so is whatever stays up', () => {
    const files = {
      ...behindNginx,
      'deploy/shop.socket': '[Socket]\nListenStream=8000\n',
      'deploy/bot.service': shopUnit('ExecStart=/srv/shop/venv/bin/python bot.py'),
    };
    const { item } = listOf(nginxGunicorn, files);
    expect(item('units')?.commands.at(-1)).toBe('sudo systemctl enable --now shop.socket bot.service shop.service');
    expect(item('reload')?.commands).toEqual(['sudo systemctl restart shop bot']);
  });

  test('that are templates are filled in, and of two with one name none is taken', () => {
    const { item } = listOf(nginxGunicorn, {
      ...behindNginx,
      'deploy/tasks.service.j2': worker.replace('User=shop', 'User={{ user }}'),
    });
    expect(item('units')?.commands.join('\n')).not.toContain('j2');
    expect(item('units')?.text).toContain('`deploy/tasks.service.j2` is a template');
    const twice = listOf(apacheUbuntu, { ...behindApache, 'a/tasks.service': worker, 'b/tasks.service': worker });
    expect(twice.item('units')?.commands.join('\n')).not.toContain('sudo cp');
    expect(twice.item('units')?.text).toContain('is the one of `a/tasks.service`, `b/tasks.service` that is yours');
  });

  test('do not serve what Apache serves, and none of another project is started', () => {
    const other = worker.replace('/srv/shop\n', '/srv/wallet\n');
    const { item } = listOf(apacheUbuntu, { ...behindApache, 'shop.service': web, 'wallet.service': other });
    expect(item('units')).toBeUndefined();
  });

  test('that a timer starts are left to it', () => {
    const files = {
      ...behindNginx,
      'deploy/poll.service': shopUnit('Type=oneshot\nExecStart=/srv/shop/venv/bin/python manage.py poll'),
      'deploy/poll.timer': '[Timer]\nOnCalendar=hourly\n',
    };
    const { item } = listOf(nginxGunicorn, files);
    expect(item('units')?.commands.at(-1)).toBe('sudo systemctl enable --now poll.timer shop.service');
    expect(item('reload')?.commands).toEqual(['sudo systemctl restart shop']);
  });

  test("are written for Celery's worker and schedule where none runs them", () => {
    const files = {
      ...behindNginx,
      'requirements.txt': 'celery==5.4.0\n',
      'config/celery.py': "from celery import Celery\n\napp = Celery('shop')\n",
    };
    const values = { CELERY_BROKER_URL: 'redis://r.test', CELERY_BEAT_SCHEDULE: { nightly: { task: 'clean' } } };
    const commands = listOf(nginxGunicorn, files, values).item('units')?.commands ?? [];
    expect(commands.join('\n')).toContain('ExecStart=/srv/shop/venv/bin/celery -A config worker --loglevel=info\n');
    expect(commands.join('\n')).toContain('celery -A config beat ');
    expect(commands.at(-1)).toBe(
      'sudo systemctl enable --now shop.service project-worker.service project-beat.service',
    );
    const run = { ...files, 'deploy/tasks.service': worker };
    expect(
      listOf(nginxGunicorn, run, { CELERY_BROKER_URL: 'redis://r.test' }).item('units')?.commands.join('\n'),
    ).not.toContain('tee');
  });
});

describe('certificates', () => {
  const site = (path: string) =>
    listOf(nginxGunicorn, {
      ...behindNginx,
      'deploy/site.conf': server(
        `ssl_certificate ${path}/fullchain.pem;\n  ssl_certificate_key ${path}/privkey.pem;`,
        '443 ssl',
      ),
    });

  test('that the site names are there, by that name, before nginx is tested', () => {
    const { item, place } = site('/etc/letsencrypt/live/shop');
    expect(item('certificate')?.commands[0]).toBe(
      "sudo certbot certonly --nginx --cert-name shop -d shop.test --deploy-hook 'systemctl reload nginx'",
    );
    expect(place('certificate')).toBeLessThan(place('site'));
  });

  test('of another authority are told, and a site without any gets them afterwards', () => {
    const { item, place } = site('/etc/ssl/shop');
    expect(item('certificate')).toMatchObject({
      text: expect.stringContaining('`/etc/ssl/shop/privkey.pem`'),
      commands: [],
    });
    expect(place('certificate')).toBeLessThan(place('site'));
    const plain = listOf(nginxGunicorn, behindNginx);
    expect(plain.place('certificate')).toBeGreaterThan(plain.place('site'));
    expect(plain.item('certificate')?.commands[0]).toContain('certbot --nginx -d shop.test');
  });
});

test('a site that is a template is filled in and not copied', () => {
  const { 'deploy/site.conf': text, ...files } = behindNginx;
  const { item } = listOf(nginxGunicorn, { ...files, 'deploy/site.conf.j2': text });
  expect(item('site')?.text).toContain('`deploy/site.conf.j2` is a template');
  expect(item('site')?.commands.join('\n')).not.toContain('j2');
});

test('translations are compiled by one who may write them', () => {
  const { item } = listOf(nginxGunicorn, { ...behindNginx, 'shop/locale/nl/LC_MESSAGES/django.po': '' });
  expect(item('messages')?.commands).toContain('sudo chown -R shop /srv/shop/shop/locale');
});

describe('a front end', () => {
  const sources = { 'package.json': '{"scripts": {"build": "vite build"}}', 'package-lock.json': '{}' };
  const list = (directory: string, files: Readonly<Record<string, string>> = sources) =>
    listOf(nginxGunicorn, { ...behindNginx, ...files }, { STATICFILES_DIRS: [`${projectRoot}/${directory}`] });

  test('is installed or built before its files are collected', () => {
    const { item, place } = list('node_modules');
    expect(item('front-end')?.commands).toEqual(['cd /srv/shop', 'npm ci']);
    expect(place('front-end')).toBeLessThan(place('collectstatic'));
    expect(item('packages')?.commands[1]).toContain('nodejs npm');
    expect(list('dist/assets').item('front-end')?.commands.slice(1)).toEqual(['npm ci', 'npm run build']);
  });

  test('that the repository holds, or that nothing there builds, is left alone', () => {
    expect(list('static', { ...sources, 'static/site.css': '' }).item('front-end')).toBeUndefined();
    expect(list('dist', { 'package.json': '{"scripts": {}}' }).item('front-end')).toBeUndefined();
    expect(list('dist', {}).item('front-end')).toBeUndefined();
  });

  test('that nginx opens by itself is built as well', () => {
    const files = { 'client/package.json': '{"scripts": {"build": "ng build"}}' };
    const site = server('root /srv/shop/client/dist/browser;');
    const { item } = listOf(nginxGunicorn, { ...behindNginx, ...files, 'deploy/site.conf': site });
    expect(item('front-end')?.commands).toEqual(['cd /srv/shop/client', 'npm install', 'npm run build']);
  });
});

test('of requirements that lead to nothing another file is installed, and what apps lack beside it', () => {
  const files = {
    ...behindApache,
    'requirements/prod.txt': '-r base.txt\n',
    'requirements/base.txt': '\n',
    'requirements.txt': 'Django==5.2.18\n',
  };
  expect(listOf(apacheUbuntu, files).item('environment')?.commands.slice(1)).toEqual([
    '/srv/shop/venv/bin/pip install -r /srv/shop/requirements.txt',
  ]);
});

test.each([
  ['compiled', '#\n# This file is autogenerated by pip-compile with Python 3.13\n#    pip-compile\ndjango==5.2.18\n'],
  ['pinned', 'django==5.2.18\n'],
])('a %s list is installed, and its source is not', (_, text) => {
  for (const Dockerfile of ['FROM python:3.13\n', 'FROM python:3.13\nRUN pip install -r requirements.txt\n']) {
    const files = { ...behindApache, Dockerfile, 'requirements.in': 'Django~=5.2\n', 'requirements.txt': text };
    expect(listOf(apacheUbuntu, files).item('environment')?.commands.slice(1)).toEqual([
      '/srv/shop/venv/bin/pip install -r /srv/shop/requirements.txt',
    ]);
  }
});

test('packages of apps that only another file names are installed beside', () => {
  const files = {
    ...behindApache,
    'requirements.txt': 'Django==5.2.18\n',
    'requirements/base.txt': 'Django==5.2.18\ndjango-filter==24.3\n',
  };
  const commands = (apps: readonly string[], more: Readonly<Record<string, string>> = {}) =>
    listOf(apacheUbuntu, { ...files, ...more }, { INSTALLED_APPS: apps })
      .item('environment')
      ?.commands.slice(2);
  expect(commands(['django.contrib.auth', 'django_filters'])).toEqual(['/srv/shop/venv/bin/pip install django-filter']);
  expect(commands(['django.contrib.auth'])).toEqual([]);
  expect(commands(['django_filters'], { 'requirements.txt': '-r requirements/base.txt\n' })).toEqual([]);
});

describe('what is not in the repository is written, and its name asked for where none is known', () => {
  const values = {
    WSGI_APPLICATION: 'config.wsgi.application',
    STATIC_URL: '/static/',
    STATIC_ROOT: '/srv/project/static',
  };

  test('a virtual host of Apache', () => {
    const named = listOf(apacheUbuntu, {}, { ...values, ALLOWED_HOSTS: ['shop.test', 'www.shop.test'] });
    const [command = ''] = named.item('configuration')?.commands ?? [];
    for (const line of [
      "sudo tee /etc/apache2/sites-available/project.conf <<'EOF'\nWSGIDaemonProcess project python-home=/srv/project/venv python-path=/srv/project ",
      '    ServerName shop.test\n    ServerAlias www.shop.test\n    Alias /static/ /srv/project/static/\n',
      '    WSGIScriptAlias / /srv/project/config/wsgi.py\n    WSGIProcessGroup project\n',
    ])
      expect(command).toContain(line);
    expect(command).not.toContain('WSGIPassAuthorization');
    const asked = listOf(apacheUbuntu, { 'requirements.txt': 'djangorestframework==3.18.2\n' }, values);
    expect(asked.item('configuration')?.commands[0]).toBe("read -rp 'Domain: ' domain");
    expect(asked.item('configuration')?.commands[1]).toMatch(
      /<<EOF\n[\s\S]*ServerName \$domain[\s\S]*WSGIPassAuthorization On/,
    );
  });

  test('a server of nginx, whose own variables the shell leaves alone', () => {
    const channels = {
      INSTALLED_APPS: ['channels'],
      ASGI_APPLICATION: 'config.asgi.application',
      CHANNEL_LAYERS: { default: { BACKEND: 'channels_redis.core.RedisChannelLayer' } },
    };
    const commands = listOf(nginxGunicorn, {}, { ...values, ...channels }).item('configuration')?.commands ?? [];
    expect(commands[0]).toBe("read -rp 'Domain: ' domain");
    expect(commands[1]).toContain('server_name $domain;\n');
    expect(commands[1]).toContain('proxy_set_header Upgrade \\$http_upgrade;');
  });

  test('a unit that starts beside manage.py, with the settings that were judged', () => {
    const values = { WSGI_APPLICATION: 'config.wsgi.application' };
    const files = { 'src/manage.py': '', 'src/config/wsgi.py': '' };
    const items = tryRule(nginxGunicorn, 'nginx-gunicorn/runs-as-root', files, values).checklist;
    const [command = ''] = items.find(({ id }) => id === 'service')?.commands ?? [];
    expect(command).toContain(
      'WorkingDirectory=/srv/project/src\nEnvironment=DJANGO_SETTINGS_MODULE=config.settings\n',
    );
  });
});

test('a file of variables in the clone is left out of git, and belongs to whoever cloned', () => {
  const unit = `${web}EnvironmentFile=/srv/shop/.env\n`;
  const of = (more: Readonly<Record<string, string>>) =>
    listOf(
      nginxGunicorn,
      { ...behindNginx, 'deploy/shop.service': unit, ...more },
      {},
      { required: ['SECRET_KEY'] },
    ).item('variables');
  expect(of({})?.text).toContain('which only you and `shop` can read');
  expect(of({})?.commands[1]).toBe(
    'git -C /srv/shop check-ignore -q /srv/shop/.env || echo .env >> /srv/shop/.git/info/exclude',
  );
  expect(of({ '.gitignore': '.env\n' })?.commands[1]).toBe('touch /srv/shop/.env');
});

test('nothing is built for a driver that brings its library, and what nobody uploads is not saved', () => {
  const values = { DATABASES: { default: { ENGINE: 'django.db.backends.postgresql', NAME: 'shop' } } };
  const packages = (driver: string) =>
    listOf(nginxGunicorn, { ...behindNginx, 'requirements.txt': `${driver}\n` }, values).item('packages')?.commands[1];
  expect(packages('psycopg2-binary==2.9.10')).not.toContain('libpq-dev');
  expect(packages('psycopg[binary]==3.2.9')).not.toContain('libpq-dev');
  expect(packages('psycopg2==2.9.10')).toContain('postgresql libpq-dev');
  expect(packages('Django==5.2.18')).toContain('postgresql libpq-dev');
  expect(listOf(nginxGunicorn, behindNginx).item('backups')?.text).toMatch(/^The database is saved every day/);
});
