/** Apache's checklist where the project's files fit another server: each step finds what it needs. */
import { projectRoot } from '@django-golive/core';
import { apacheUbuntu } from '@django-golive/profiles';
import { describe, expect, test } from 'vitest';
import { type Plain, tryRule } from './heroku-pythonanywhere-given.js';

type Files = Readonly<Record<string, string>>;

const tried = (rule: string, files: Files, values: Readonly<Record<string, Plain>> = {}) =>
  tryRule(apacheUbuntu, `apache-ubuntu/${rule}`, { 'manage.py': '', 'config/wsgi.py': '', ...files }, values);
const itemsOf = (
  files: Files,
  values: Readonly<Record<string, Plain>> = {},
  how: Parameters<typeof tryRule>[4] = {},
) => {
  const given = { 'manage.py': '', 'config/wsgi.py': '', ...files };
  const { checklist } = tryRule(apacheUbuntu, 'apache-ubuntu/script-missing', given, values, how);
  return (id: string) => checklist.find((item) => item.id === id);
};
const script = '  WSGIScriptAlias / /srv/shop/config/wsgi.py\n';
const host = (lines = '', address = '*:80') => `<VirtualHost ${address}>\n${lines}${script}</VirtualHost>\n`;

describe('a virtual host', () => {
  const said = (text: string) => itemsOf({ 'site.conf': text })('configuration')?.text;

  test('of another port, or without a name, is changed before certbot looks for it', () => {
    expect(said(`Listen 8000\n${host('', '*:8000')}`)).toContain(
      'give it the address `*:80` in place of port 8000, and a `ServerName`.',
    );
    expect(said(host('  ServerName shop.test\n', '*:8000'))).toContain('the address `*:80` in place of port 8000.');
    expect(said(host())).toContain('give it a `ServerName`.');
    expect(said(host('  ServerName shop.test\n'))).not.toContain('certbot');
  });

  test('is installed without the modules of another system', () => {
    const { commands = [] } =
      itemsOf({ 'site.conf': `LoadModule wsgi_module /etc/httpd/modules/mod_wsgi.so\n${host()}` })('site') ?? {};
    expect(commands[1]).toBe("sudo sed -i -e '/^[[:space:]]*LoadModule/d' /etc/apache2/sites-available/site.conf");
    expect(itemsOf({ 'site.conf': host() })('site')?.commands.join('\n')).not.toContain('sed');
  });

  test('that names another place gets the one of the code, and the environment', () => {
    const files = {
      'site.conf': '<VirtualHost *:80>\n  WSGIScriptAlias / /var/www/html/app/demo/wsgi.py\n</VirtualHost>\n',
      'www/app/demo/wsgi.py': '',
    };
    const item = itemsOf(files);
    expect(item('site')?.commands[1]).toBe(
      "sudo sed -i -e 's#/var/www/html#/srv/project/www#g' /etc/apache2/sites-available/site.conf",
    );
    expect(item('environment')?.text).toContain(
      '`WSGIPythonHome /srv/project/venv` stands outside of the virtual host',
    );
    expect(item('environment')?.text).toContain('which no file of the repository lists');
  });
});

test('the code is fetched, by a program that is there', () => {
  const item = itemsOf({ 'site.conf': host() });
  expect(item('code')?.commands).toEqual([
    'sudo install -d -o "$USER" /srv/shop',
    "read -rp 'Address of the repository: ' repository",
    'git clone "$repository" /srv/shop',
  ]);
  expect(item('packages')?.commands[1]).toContain(' git ');
});

test('a module that the settings import and the repository lacks is written, from its sample', () => {
  const files = { 'site.conf': host(), 'config/own.py.deploy': '', 'config/own.py.example': '' };
  const item = itemsOf(files, {}, { absent: ['config/own.py'] });
  expect(item('local-settings')?.commands).toEqual([
    'cp /srv/shop/config/own.py.example /srv/shop/config/own.py',
    'sudo chgrp www-data /srv/shop/config/own.py',
    'chmod 640 /srv/shop/config/own.py',
    '"${EDITOR:-nano}" /srv/shop/config/own.py',
  ]);
  expect(item('local-settings')?.text).toContain('`config/own.py`');
  const alone = itemsOf({ 'site.conf': host() }, {}, { absent: ['config/own.py'] });
  expect(alone('local-settings')?.commands[0]).toBe('touch /srv/shop/config/own.py');
  expect(itemsOf(files)('local-settings')).toBeUndefined();
});

test('commands that an old Django lacks are not given', () => {
  const item = itemsOf({ 'manage.py': 'from django.core.management import execute_manager\n' });
  expect(item('deploy-check')).toBeUndefined();
  expect(item('migrate')?.commands).toEqual([]);
  expect(item('migrate')?.text).toContain('`execute_manager`');
});

describe('a front end', () => {
  const build = (files: Files) => {
    const project = { ...files, 'package.json': '{}', 'package-lock.json': '{}' };
    const dirs: Plain = [['node', `${projectRoot}/node_modules`]];
    return itemsOf({ 'site.conf': host(), ...project }, { STATICFILES_DIRS: dirs })('front-end')?.commands.slice(1);
  };

  test('below a prefix is built as the image builds it', () => {
    expect(build({})).toEqual(['npm ci']);
    const Dockerfile = 'RUN npm install -g sass\nRUN npm ci && npm run build:css:sass\n';
    expect(build({ Dockerfile })).toEqual(['npm ci', 'npm install --no-save sass', 'npm run build:css:sass']);
    expect(build({ Dockerfile: 'RUN npm install -g sass\n' })).toEqual(['npm ci']);
  });
});

test('a redirect that another file of the server may make is doubted', () => {
  const confidence = (text: string) =>
    tryRule(
      apacheUbuntu,
      'https/ssl-redirect-disabled',
      { 'config/wsgi.py': '', 'site.conf': text },
      {
        MIDDLEWARE: ['django.middleware.security.SecurityMiddleware'],
        SECURE_SSL_REDIRECT: false,
      },
    ).findings.map((finding) => finding.confidence);
  expect(confidence(host())).toEqual(['tentative']);
  expect(confidence(host('  SSLEngine on\n', '*:443'))).toEqual(['firm']);
});

describe('what nothing proves', () => {
  test('is no virtual environment that mod_wsgi knows', () => {
    expect(tried('virtualenv-missing', { 'site.conf': host() }).outcome).toBe('notApplicable');
    const home = `WSGIPythonHome /srv/shop/venv\n${host()}`;
    expect(tried('virtualenv-missing', { 'site.conf': home }).outcome).toBe('passed');
  });

  test('is no place where Django puts static files', () => {
    const files = { 'site.conf': host('  Alias /static /srv/shop/static\n') };
    const { outcome, questions } = tried('static-alias-mismatch', files, { STATIC_URL: '/static/', STATIC_ROOT: null });
    expect(outcome).toBe('undetermined');
    expect(questions[0]?.messageId).toBe('uncollected');
  });
});

describe('what the virtual host needs', () => {
  const order = (text: string) => {
    const { checklist } = tryRule(apacheUbuntu, 'apache-ubuntu/script-missing', {
      'manage.py': '',
      'config/wsgi.py': '',
      'site.conf': text,
    });
    return {
      place: (id: string) => checklist.findIndex((one) => one.id === id),
      item: (id: string) => checklist.find((one) => one.id === id),
    };
  };
  const tls = (path: string) =>
    host(
      `  ServerName shop.test\n  SSLEngine on\n  SSLCertificateFile ${path}/fullchain.pem\n  SSLCertificateKeyFile ${path}/privkey.pem\n`,
      '*:443',
    );

  test('are its certificates, before Apache tests a file that names them', () => {
    const { place, item } = order(tls('/etc/letsencrypt/live/shop.test'));
    expect(item('certificate')?.commands[0]).toBe(
      "sudo certbot certonly --apache --cert-name shop.test -d shop.test --deploy-hook 'systemctl reload apache2'",
    );
    expect(place('certificate')).toBeLessThan(place('site'));
    const own = order(tls('/etc/ssl/shop'));
    expect(own.item('certificate')?.text).toContain('`/etc/ssl/shop/privkey.pem`');
    expect(own.place('certificate')).toBeLessThan(own.place('site'));
    const plain = order(host('  ServerName shop.test\n'));
    expect(plain.place('certificate')).toBeGreaterThan(plain.place('site'));
  });

  test('are modules, and packages for those that Apache does not bring', () => {
    const { item } = order(
      host(
        '  <Location />\n    AuthType shibboleth\n    Require shibboleth\n  </Location>\n  ExpiresActive On\n  ProxyPass /ws/ ws://127.0.0.1:9000/ws/\n  <IfModule mod_xsendfile.c>\n    XSendFile On\n  </IfModule>\n',
      ),
    );
    expect(item('packages')?.commands[1]).toContain('apache2 libapache2-mod-wsgi-py3 libapache2-mod-shib git');
    expect(item('site')?.commands).toContain('sudo a2enmod wsgi ssl headers rewrite proxy proxy_wstunnel expires shib');
  });

  test('is the user of its processes', () => {
    const daemon = (user: string) =>
      host(`  WSGIDaemonProcess shop user=${user} group=${user}\n  WSGIProcessGroup shop\n`);
    const { item, place } = order(daemon('shop'));
    expect(item('user')?.commands).toEqual(['id shop || sudo adduser --system --group shop']);
    expect(place('user')).toBeLessThan(place('code'));
    expect(order(daemon('www-data')).item('user')).toBeUndefined();
  });
});
