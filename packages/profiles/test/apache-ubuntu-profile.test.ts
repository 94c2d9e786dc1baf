import { createFactReader, deployment, given, project, projectOf, readNeeds } from '@django-golive/core';
import { describe, expect, test } from 'vitest';
import { apacheDeployment } from '../src/apache-ubuntu/deployment.js';
import { apacheDetector } from '../src/apache-ubuntu/detection.js';
import { apacheSites } from '../src/apache-ubuntu/virtual-hosts.js';

function read(texts: Record<string, string>, name = 'shop') {
  const reader = createFactReader([given(project, projectOf(texts, { name })), apacheDeployment]);
  return { deployment: reader(deployment), detection: apacheDetector.detect(readNeeds(apacheDetector.needs, reader)) };
}

const site =
  '<VirtualHost *:80>\n  ServerName shop.test\n  Redirect permanent / https://shop.test/\n</VirtualHost>\n<VirtualHost *:443>\n  ServerName shop.test\n  SSLEngine on\n  SetEnv SECRET_KEY x\n  Alias /static/ /srv/shop/static/\n  WSGIDaemonProcess shop python-path=/srv/shop/src\n  WSGIProcessGroup shop\n  WSGIScriptAlias / /srv/shop/src/config/wsgi.py\n</VirtualHost>\n';

describe('a deployment behind Apache', () => {
  test('is what mod_wsgi starts', () => {
    const { deployment, detection } = read({ 'deploy/site.conf': site, 'src/config/wsgi.py': '', 'src/manage.py': '' });
    expect(detection?.confidence).toBe(0.9);
    expect(deployment.root).toBe('/srv/shop');
    expect(deployment.processes).toMatchObject([
      { name: 'shop', role: 'web', application: 'config.wsgi:application', directory: 'src', variables: [] },
    ]);
    expect([...deployment.traits.keys()]).toEqual(['tls-in-server', 'redirects-to-https', 'serves-static']);
  });

  test('shows no TLS where its hosts are plain HTTP alone', () => {
    const plain = '<VirtualHost *:80>\n  WSGIScriptAlias / /srv/shop/config/wsgi.py\n</VirtualHost>\n';
    const traits = (text: string) => read({ 'site.conf': text, 'config/wsgi.py': '' }).deployment.traits;
    expect(traits(plain).has('tls-unseen')).toBe(true);
    expect(traits(plain + plain.replace('*:80>', '*:443>\n  SSLEngine on')).has('tls-unseen')).toBe(false);
  });

  test('is made of what its files include, each part for the host that names it', () => {
    const texts = {
      'deploy/site.conf':
        '<VirtualHost *:80>\n  ServerName shop.test\n  Include conf-available/wsgi.conf\n  IncludeOptional conf.d/\n</VirtualHost>\n<VirtualHost *:80>\n  ServerName other.test\n  DocumentRoot /srv/other\n  Include /etc/apache2/nowhere.conf\n</VirtualHost>\n',
      'deploy/conf-available/wsgi.conf':
        'WSGIDaemonProcess shop python-path=/srv/shop/src\nWSGIScriptAlias / /srv/shop/src/config/wsgi.py\nInclude conf-available/wsgi.conf\n',
      'deploy/conf.d/static.conf': 'Alias /static/ /srv/shop/static/\n',
      'src/config/wsgi.py': '',
      'src/manage.py': '',
    };
    const { deployment } = read(texts);
    expect(deployment.processes).toMatchObject([{ application: 'config.wsgi:application', directory: 'src' }]);
    expect(deployment.traits.get('serves-static')).toMatchObject({ path: 'deploy/conf.d/static.conf' });
    const sites = createFactReader([given(project, projectOf(texts))])(apacheSites);
    expect(sites.configs.map(({ path }) => path)).toEqual(['deploy/site.conf']);
    expect(sites.scripts.map(({ host }) => host?.serverName?.args[0]?.text)).toEqual(['shop.test']);
    // What is not in the repository stays an Include, and so does a file that includes itself.
    expect(sites.named('Include').map(({ args }) => args[0]?.text)).toEqual([
      'conf-available/wsgi.conf',
      '/etc/apache2/nowhere.conf',
    ]);
  });

  test('is read of a template of configuration management, with what it is filled with unknown', () => {
    const filled =
      '<VirtualHost *:443>\n  ServerName {{ domain }}\n  SSLEngine on\n  WSGIDaemonProcess shop python-path={{ app_root }}/src\n  WSGIProcessGroup shop\n  WSGIScriptAlias / {{ app_root }}/src/config/wsgi.py\n</VirtualHost>\n';
    const files = { 'src/config/wsgi.py': '', 'src/manage.py': '' };
    const { deployment, detection } = read({ ...files, 'ansible/roles/web/templates/shop.conf.j2': filled });
    expect(detection?.confidence).toBe(0.9);
    expect(deployment.root).toBeUndefined();
    expect(deployment.processes).toMatchObject([{ application: 'config.wsgi:application', directory: 'src' }]);
    expect(deployment.traits.has('tls-in-server')).toBe(true);
    // Which lines a branch leaves is not known, and a directory of samples is for nobody.
    const branched = filled.replace('  SSLEngine on\n', '{% if tls %}\n  SSLEngine on\n{% endif %}\n');
    expect(read({ ...files, 'ansible/roles/web/templates/shop.conf.j2': branched }).deployment.processes).toEqual([]);
    expect(read({ ...files, 'templates/shop.conf': filled }).deployment.processes).toEqual([]);
  });

  test('has units beside it, with an environment of their own', () => {
    const { deployment } = read({
      'deploy/site.conf': site,
      'src/config/wsgi.py': '',
      'src/manage.py': '',
      'deploy/worker.service':
        '[Service]\nEnvironment=DJANGO_SETTINGS_MODULE=config.live\nWorkingDirectory=/srv/shop/src\nExecStart=/srv/shop/venv/bin/celery -A config worker\n',
    });
    expect(
      deployment.processes.map(({ name, role, directory, settings }) => [name, role, directory, settings?.module]),
    ).toEqual([
      ['shop', 'web', 'src', undefined],
      ['worker.service', 'worker', 'src', 'config.live'],
    ]);
  });

  test('starts workers by supervisor too, and units with a file of variables', () => {
    const { deployment } = read({
      'deploy/site.conf': site,
      'src/config/wsgi.py': '',
      'src/manage.py': '',
      'deploy/shop.env': 'BROKER=redis://localhost\nexport LOST=1\n',
      'deploy/worker.service':
        '[Service]\nEnvironmentFile=/srv/shop/deploy/shop.env\nWorkingDirectory=/srv/shop/src\nExecStart=/srv/shop/venv/bin/celery -A config worker\n',
      'deploy/supervisor.conf': '[program:beat]\ncommand=celery -A config beat\ndirectory=/srv/shop/src\n',
    });
    expect(
      deployment.processes.map(({ name, role, variables }) => [name, role, variables.map(({ name }) => name)]),
    ).toEqual([
      ['shop', 'web', []],
      ['worker.service', 'worker', ['BROKER']],
      ['beat', 'beat', []],
    ]);
  });

  test('is a proxy where everything goes to a server of its own', () => {
    const { deployment } = read({
      'contrib/apache.conf':
        '<VirtualHost *:443>\n  SSLEngine on\n  RequestHeader set "X-Forwarded-Proto" expr=%{REQUEST_SCHEME}\n  <Location />\n    ProxyPass http://127.0.0.1:8001/\n  </Location>\n</VirtualHost>\n',
      'contrib/web.service': '[Service]\nExecStart=/v/bin/gunicorn config.wsgi\n',
      'config/wsgi.py': '',
    });
    expect(deployment.processes).toMatchObject([
      { name: 'web.service', role: 'web', application: 'config.wsgi:application' },
    ]);
    expect([...deployment.traits.keys()]).toEqual(['tls-at-proxy', 'forwarded-proto-trusted']);
  });

  test('reads the settings module out of a script that is no module', () => {
    const { deployment } = read({
      'apache/site.conf': '<VirtualHost *:80>\nWSGIScriptAlias / /srv/x/deploy/shop.wsgi\n</VirtualHost>\n',
      'deploy/shop.wsgi': "import os\nos.environ['DJANGO_SETTINGS_MODULE'] = 'shop.live'\n",
    });
    expect(deployment.processes[0]?.settings).toMatchObject({
      module: 'shop.live',
      at: { path: 'deploy/shop.wsgi', start: { line: 2 } },
    });
  });

  test('is not a configuration for nginx, a mention or an example', () => {
    expect(read({ 'nginx/site.conf': 'server { listen 80; }\n' }).detection).toBeUndefined();
    expect(read({ 'README.md': 'We use Apache2.\n' }).detection?.confidence).toBe(0.3);
    expect(read({ 'docs/site.conf': site }).detection).toBeUndefined();
    expect(read({ 'manage.py': '' }, 'shop-apache').detection).toMatchObject({
      confidence: 0.3,
      reasons: [{ note: 'The project is called `shop-apache`.' }],
    });
    expect(read({ 'manage.py': '' }, 'apaches').detection).toBeUndefined();
    expect(read({ 'shop.wsgi': 'import os\n' }).detection?.confidence).toBe(0.6);
    expect(read({ 'index.wsgi': 'import sae\nfrom shop import wsgi\n' }).detection).toBeUndefined();
    expect(
      read({
        Dockerfile: 'FROM debian\nCOPY apache/site.conf /etc/apache2/sites-enabled/\n',
        'apache/site.conf': site,
        'src/config/wsgi.py': '',
      }).detection?.confidence,
    ).toBe(0.5);
  });
});
