/** Apache's checklist where the files configure a container as well, the whole server, or an embedded application. */
import { projectRoot } from '@django-golive/core';
import { apacheUbuntu } from '@django-golive/profiles';
import { describe, expect, test } from 'vitest';
import { type Plain, tryRule } from './heroku-pythonanywhere-given.js';

type Files = Readonly<Record<string, string>>;

const tried = (rule: string, files: Files, values: Readonly<Record<string, Plain>> = {}) =>
  tryRule(apacheUbuntu, rule, { 'manage.py': '', 'config/wsgi.py': '', ...files }, values);
const itemsOf = (files: Files, values: Readonly<Record<string, Plain>> = {}) => {
  const { checklist } = tried('apache-ubuntu/script-missing', files, values);
  return (id: string) => checklist.find((item) => item.id === id);
};
const granted = '  <Directory /srv/shop/config>\n    Require all granted\n  </Directory>\n';
const onServerLevel = `WSGIScriptAlias / /srv/shop/config/wsgi.py
WSGIPythonPath /srv/shop
<VirtualHost *:80>
  ErrorLog \${APACHE_LOG_DIR}/shop.log
${granted}</VirtualHost>
`;
const ofContainer = `ServerRoot "/usr/local/apache2"
Listen 80
ErrorLog /proc/self/fd/2
CustomLog /dev/stdout common
<VirtualHost *:80>
  ProxyPass / http://web:8000/
</VirtualHost>
`;
const host = (lines: string, root = '/srv/shop') =>
  `<VirtualHost *:80>\n  ServerName shop.test\n${lines}  WSGIScriptAlias / ${root}/config/wsgi.py\n</VirtualHost>\n`;

describe('of several configurations', () => {
  const item = itemsOf({ 'apache/apache.conf': ofContainer, 'apache/django.conf': onServerLevel });

  test('the one that serves the application is the site', () => {
    expect(item('site')?.commands).toEqual([
      'sudo cp /srv/shop/apache/django.conf /etc/apache2/sites-available/django.conf',
      expect.stringContaining('a2enmod'),
      'sudo a2dissite 000-default',
      'sudo a2ensite django',
      'sudo apachectl configtest',
      'sudo systemctl reload apache2',
    ]);
  });

  test('no log of a container is read or made on the server', () => {
    expect(item('log')?.commands).toEqual(['sudo tail -n 50 /var/log/apache2/error.log /var/log/apache2/shop.log']);
    const alone = itemsOf({ 'apache.conf': ofContainer.replace('http://web', 'http://127.0.0.1') });
    expect(alone('log')?.commands).toEqual(['sudo tail -n 50 /var/log/apache2/error.log']);
    expect(alone('site')?.commands.join()).not.toMatch(/install -d/);
  });

  test('a log of a host that needs a module gets its directory', () => {
    const secure = `<IfModule mod_ssl.c>\n${host('  ErrorLog /srv/shop/logs/error.log\n')}</IfModule>\n`;
    expect(itemsOf({ 'site.conf': secure })('site')?.commands[0]).toBe('sudo install -d /srv/shop/logs');
  });

  test('a whole one leaves to Ubuntu what Ubuntu says already', () => {
    const alone = itemsOf({ 'apache.conf': ofContainer.replace('http://web', 'http://127.0.0.1') });
    expect(alone('site')?.commands[1]).toBe(
      "sudo sed -i -e '/^[[:space:]]*\\(ServerRoot\\|Listen[[:space:]]\\+\\(80\\|443\\)[[:space:]]*$\\)/d' /etc/apache2/sites-available/apache.conf",
    );
  });
});

describe('an alias on the level of the server', () => {
  const files = { 'apache/apache.conf': ofContainer, 'apache/django.conf': onServerLevel };

  test('is granted by the host that inherits it', () => {
    expect(tried('apache-ubuntu/access-not-granted', files).outcome).toBe('passed');
    expect(tried('apache-ubuntu/access-not-granted', { 'django.conf': onServerLevel }).outcome).toBe('passed');
    const closed = { 'django.conf': onServerLevel.replace(granted, '') };
    expect(tried('apache-ubuntu/access-not-granted', closed).findings).toHaveLength(1);
  });

  test('is served without TLS where its hosts have none', () => {
    const values = { MIDDLEWARE: ['django.middleware.security.SecurityMiddleware'], SECURE_SSL_REDIRECT: false };
    const { findings } = tried('https/ssl-redirect-disabled', { 'django.conf': onServerLevel }, values);
    expect(findings[0]?.remedy?.summary).toMatch(/^First let the server speak TLS/);
  });
});

describe('a configuration without a virtual host', () => {
  const text = (lines: string) =>
    itemsOf({ 'apache.conf': `${lines}WSGIScriptAlias / /srv/shop/config/wsgi.py\n` })('configuration')?.text;

  test('keeps outside what mod_wsgi takes there alone', () => {
    expect(text('WSGIPythonPath /srv/shop\nWSGIRestrictEmbedded On\n')).toMatch(
      / certbot looks for a virtual host on port 80: put all but `WSGIPythonPath` and `WSGIRestrictEmbedded` into a `<VirtualHost \*:80>` with a `ServerName`\.$/,
    );
    expect(text('WSGIDaemonProcess shop\nWSGIProcessGroup shop\n')).toContain('put all but `WSGIDaemonProcess` into');
    expect(text('')).toContain('put the directives into a `<VirtualHost');
  });
});

test('a name of this machine alone is no name for certbot', () => {
  const said = (name: string) =>
    itemsOf({ 'site.conf': host('').replace('shop.test', name) })('configuration')?.text ?? '';
  expect(said('localhost\n  ServerAlias 127.0.0.1')).toContain('give it a `ServerName` in place of `localhost`.');
  expect(said('shop.test')).not.toContain('give it');
});

test('packages that the path of an embedded application names lie in its environment', () => {
  const path = 'WSGIPythonPath /srv/shop:/srv/env/lib/python3.4/site-packages\n';
  const files = { 'site.conf': `${path}${host('')}` };
  const item = itemsOf(files)('environment');
  expect(item?.commands[0]).toBe('/usr/bin/python3 -m venv /srv/env');
  const { questions } = tried('apache-ubuntu/python-of-another-build', files);
  expect(questions[0]?.messageId).toBe('none');
});

describe("a Python's own prefix", () => {
  const files = { 'site.conf': host('  WSGIDaemonProcess shop python-home=/usr/local\n  WSGIProcessGroup shop\n') };

  test('is no place for a virtual environment', () => {
    const item = itemsOf(files);
    expect(item('environment')?.commands[0]).toBe('/usr/bin/python3 -m venv /srv/shop/venv');
    expect(item('environment')?.text).toContain(
      '`WSGIDaemonProcess` gets `python-home=/srv/shop/venv` in place of `/usr/local`',
    );
    expect(item('migrate')?.commands.join()).toContain('/srv/shop/venv/bin/python');
  });

  test('is no virtual environment that mod_wsgi knows', () => {
    const { outcome, questions } = tried('apache-ubuntu/virtualenv-missing', files);
    expect(outcome).toBe('undetermined');
    expect(questions[0]?.messageId).toBe('prefix');
    const global = { 'site.conf': `WSGIPythonHome /usr\n${host('')}` };
    expect(tried('apache-ubuntu/virtualenv-missing', global).questions[0]?.messageId).toBe('prefix');
  });
});

test('mod_wsgi that pip builds needs the headers of Apache', () => {
  const files = { 'site.conf': host(''), 'requirements.txt': 'Django==5.2\nmod_wsgi==5.0.0\n' };
  expect(itemsOf(files)('packages')?.commands[1]).toContain(' build-essential python3-dev apache2-dev');
});

test('a home directory lets Apache through', () => {
  const { text, commands } = itemsOf({ 'site.conf': host('', '/home/shop/site') })('code') ?? {};
  expect(commands?.at(-1)).toBe('sudo chmod o+x /home/shop');
  expect(text).toContain('Ubuntu lets nobody else into `/home/shop`');
  expect(itemsOf({ 'site.conf': host('') })('code')?.commands.join()).not.toContain('chmod');
});

test('without a daemon process Apache itself is reloaded', () => {
  expect(itemsOf({ 'site.conf': host('') })('reload')?.commands).toEqual(['sudo systemctl reload apache2']);
  const daemon = host('  WSGIDaemonProcess shop\n  WSGIProcessGroup shop\n');
  expect(itemsOf({ 'site.conf': daemon })('reload')?.commands).toEqual(['touch /srv/shop/config/wsgi.py']);
});

describe('a database', () => {
  const said = (more: Readonly<Record<string, Plain>>) =>
    itemsOf(
      { 'site.conf': host('') },
      { DATABASES: { default: { ENGINE: 'django.db.backends.postgresql', NAME: 'shop', USER: 'shop', ...more } } },
    )('database');

  test("at another port than the server's own is not made there", () => {
    const item = said({ HOST: 'localhost', PORT: '10000' });
    expect(item?.commands).toEqual([]);
    expect(item?.text).toContain('port 10000');
    expect(said({ HOST: 'db.example.org', PORT: 6432 })?.text).toContain('on `db.example.org`, port 6432, lets');
    expect(said({ HOST: 'localhost', PORT: 5432 })?.commands).toHaveLength(2);
    const mysql = { ENGINE: 'django.db.backends.mysql', HOST: 'localhost', PORT: '3307' };
    // The client of MySQL takes the socket for that name, whatever the port.
    expect(said(mysql)?.commands).toHaveLength(2);
    expect(said({ ...mysql, HOST: '127.0.0.1' })?.text).toContain('port 3307');
  });
});

test('what runs by hand and what is written anew take the settings that the virtual host means', () => {
  const config =
    '<VirtualHost *:80>\n  ServerName shop.test\n  SetEnv DJANGO_SETTINGS_MODULE config.live\n  WSGIScriptAlias / /srv/shop/config/wsgi.py\n</VirtualHost>\n';
  const live = (filename: string) =>
    `from .settings import *\n\nLOGGING = {'handlers': {'file': {'class': 'logging.FileHandler', 'filename': ${filename}, 'mode': 'a'}}}\n`;
  const list = (files: Readonly<Record<string, string>>) =>
    tryRule(
      apacheUbuntu,
      'apache-ubuntu/setenv-not-environment',
      { 'manage.py': '', 'config/wsgi.py': '', 'site.conf': config, ...files },
      { BASE_DIR: projectRoot, CELERY_BROKER_URL: 'redis://localhost' },
    );
  const item = (files: Readonly<Record<string, string>>) => {
    const { checklist } = list(files);
    return (id: string) => checklist.find((one) => one.id === id);
  };
  const there = item({ 'config/live.py': live("BASE_DIR / 'logs' / 'django.log'") });
  expect(there('migrate')?.commands.at(-1)).toBe(
    'sudo -u www-data /srv/shop/venv/bin/python /srv/shop/manage.py migrate --noinput --settings=config.live',
  );
  expect(there('directories')?.commands).toEqual(['sudo install -d -o www-data -m 755 /srv/shop/logs']);
  for (const filename of ["os.path.join(BASE_DIR, 'logs', 'a.log')", "str(BASE_DIR / 'logs/a.log')"])
    expect(item({ 'config/live.py': live(filename) })('directories')?.commands).toEqual([
      'sudo install -d -o www-data -m 755 /srv/shop/logs',
    ]);
  expect(item({ 'config/live.py': live("'/var/log/shop/a.log'") })('directories')?.commands).toEqual([
    'sudo install -d -o www-data -m 755 /var/log/shop',
  ]);
  // A module that the repository does not hold cannot be loaded by hand either.
  expect(item({})('migrate')?.commands.at(-1)).toContain('--settings=config.settings');
  expect(item({})('directories')).toBeUndefined();
  expect(list({ 'config/live.py': '' }).findings[0]?.remedy?.summary).toContain(
    'audit anew before you change `config.settings`',
  );
  expect(list({}).findings[0]?.remedy?.summary).toBe('Set it in the WSGI script.');
});

test('directories below MEDIA_ROOT that a clone makes are given away as well', () => {
  const media = (files: Files) =>
    itemsOf({ 'site.conf': host(''), ...files }, { MEDIA_ROOT: `${projectRoot}/media`, MEDIA_URL: '/media/' })('media')
      ?.commands;
  expect(media({})).toHaveLength(1);
  expect(media({ 'media/images/logo.png': '' })?.[1]).toBe('sudo chown -R www-data:www-data /srv/shop/media');
});

test('a broker that Celery looks for on the server is installed there', () => {
  const packages = (url: string) =>
    itemsOf(
      { 'site.conf': host(''), 'requirements.txt': 'celery==5.4.0\n' },
      { CELERY_BROKER_URL: url },
    )('packages')?.commands.join('\n');
  expect(packages('redis://localhost')).toContain('redis-server');
  expect(packages('redis://127.0.0.1:6379/0')).toContain('redis-server');
  expect(packages('redis://broker.example.org:6379')).not.toContain('redis-server');
});
