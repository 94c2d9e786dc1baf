import { createFactReader, deployment, given, type Profile, project, projectOf, readNeeds } from '@django-golive/core';
import { apacheUbuntu, nginxGunicorn } from '@django-golive/profiles';
import { describe, expect, test } from 'vitest';
import { type Plain, tryRule } from './heroku-pythonanywhere-given.js';

function read(texts: Record<string, string>) {
  const reader = createFactReader([given(project, projectOf(texts)), ...nginxGunicorn.providers]);
  const confidence = (profile: Profile) =>
    profile.detector.detect(readNeeds(profile.detector.needs, reader))?.confidence;
  return { deployment: reader(deployment), confidence };
}

const passing = (target: string, more = '') =>
  `location / {\n  proxy_pass ${target};\n  proxy_set_header Host $host;\n  proxy_set_header X-Forwarded-Proto $scheme;\n${more}}\n`;
const site = (target: string) =>
  `server {\n  listen 80;\n  server_name shop.test;\n  return 301 https://$host$request_uri;\n}\nserver {\n  listen 443 ssl;\n  server_name shop.test;\n  location /static/ { alias /srv/shop/static/; }\n  ${passing(target)}}\n`;
const unit = (command: string, more = '') =>
  `[Service]\nUser=shop\nWorkingDirectory=/srv/shop/src\n${more}ExecStart=/srv/shop/venv/bin/${command}\n`;
const tree = { 'src/config/wsgi.py': '', 'src/config/asgi.py': '', 'src/manage.py': '' };

describe('a deployment behind nginx', () => {
  test('is what the units start, and what nginx does in front of it', () => {
    const { deployment, confidence } = read({
      ...tree,
      'deploy/nginx.conf': site('http://unix:/run/shop/gunicorn.sock'),
      'deploy/shop.service': unit(
        'gunicorn --bind unix:/run/shop/gunicorn.sock config.wsgi',
        'Environment=DJANGO_SETTINGS_MODULE=config.live\nEnvironmentFile=/srv/shop/.env\n',
      ),
      'deploy/worker.service': unit('celery -A config worker'),
    });
    expect(confidence(nginxGunicorn)).toBe(0.9);
    expect(confidence(apacheUbuntu)).toBeUndefined();
    expect(deployment.root).toBe('/srv/shop');
    expect(deployment.processes).toMatchObject([
      {
        name: 'shop.service',
        role: 'web',
        application: 'config.wsgi:application',
        directory: 'src',
        settings: { module: 'config.live', at: { path: 'deploy/shop.service', start: { line: 4 } } },
        variablesUnseen: true,
      },
      { name: 'worker.service', role: 'worker', directory: 'src' },
    ]);
    expect([...deployment.traits.keys()]).toEqual([
      'tls-at-proxy',
      'forwarded-proto-trusted',
      'redirects-to-https',
      'serves-static',
    ]);
  });

  test('is read of templates of configuration management, with what they are filled with unknown', () => {
    const { deployment, confidence } = read({
      ...tree,
      'roles/web/templates/site.conf.j2': site('http://unix:/run/shop/gunicorn.sock').replaceAll(
        'shop.test',
        '{{ domain }}',
      ),
      'roles/web/templates/shop.service.j2': unit('gunicorn --bind unix:/run/shop/gunicorn.sock config.wsgi').replace(
        'User=shop',
        'User={{ user }}',
      ),
      'roles/web/templates/beat.conf.j2':
        '[program:beat]\ncommand={{ venv }}/bin/celery -A config beat\ndirectory=/srv/shop/src\n',
    });
    expect(confidence(nginxGunicorn)).toBe(0.9);
    expect(deployment.processes.map(({ name, role }) => [name, role])).toEqual([
      ['shop.service', 'web'],
      ['beat', 'beat'],
    ]);
    expect(deployment.traits.has('redirects-to-https')).toBe(true);
  });

  test('takes what the main file includes for every server', () => {
    const { deployment } = read({
      ...tree,
      'nginx/nginx.conf': 'http {\n  include snippets/proxy.conf;\n  include sites-enabled/*;\n}\n',
      'nginx/snippets/proxy.conf': 'proxy_set_header Host $host;\nproxy_set_header X-Forwarded-Proto $scheme;\n',
      'nginx/sites-enabled/shop':
        'server {\n  listen 443 ssl;\n  server_name shop.test;\n  location / {\n    proxy_pass http://unix:/run/shop/gunicorn.sock;\n  }\n}\n',
      'deploy/shop.service': unit('gunicorn --bind unix:/run/shop/gunicorn.sock config.wsgi'),
    });
    expect(deployment.traits.get('forwarded-proto-trusted')).toMatchObject({ path: 'nginx/snippets/proxy.conf' });
  });

  test('may be started by supervisor, and by a script of the repository', () => {
    const { deployment, confidence } = read({
      ...tree,
      'deploy/site.nginx': site('http://127.0.0.1:8001'),
      'deploy/supervisor.conf':
        '[program:shop]\ncommand=/srv/shop/deploy/start.sh\ndirectory=/srv/shop/src\nenvironment=DJANGO_SETTINGS_MODULE="config.live"\n',
      'deploy/start.sh': '#!/bin/bash\nPORT_OF_SHOP=8001\nexec gunicorn config.wsgi --bind 127.0.0.1:$PORT_OF_SHOP\n',
    });
    expect(confidence(nginxGunicorn)).toBe(0.9);
    expect(deployment.processes).toMatchObject([
      { name: 'shop', role: 'web', application: 'config.wsgi:application', settings: { module: 'config.live' } },
    ]);
    expect(deployment.traits.has('forwarded-proto-trusted')).toBe(true);
  });

  test.each([
    ['gunicorn --bind 127.0.0.1:8000 config.wsgi', 'trusted'],
    ['gunicorn --bind 127.0.0.1:8000 --forwarded-allow-ips 10.0.0.1 config.wsgi', 'untrusted'],
    ['uvicorn config.asgi:application', 'trusted'],
    ['uvicorn --no-proxy-headers config.asgi:application', 'untrusted'],
    ['daphne config.asgi:application', 'untrusted'],
    ['daphne --proxy-headers config.asgi:application', 'trusted'],
    ['gunicorn -c /etc/gunicorn.py --bind 127.0.0.1:8000 config.wsgi', 'unknown'],
  ])('%s: the scheme that nginx tells is %s', (command, told) => {
    const { traits } = read({
      ...tree,
      'deploy/nginx.conf': site('http://localhost:8000'),
      'deploy/shop.service': unit(command),
    }).deployment;
    const found = traits.has('forwarded-proto-trusted')
      ? 'trusted'
      : traits.has('tls-at-proxy')
        ? 'untrusted'
        : 'unknown';
    expect(found).toBe(told);
  });

  test('hides nothing: an open port, a name that nginx alone lets in', () => {
    const { traits } = read({
      ...tree,
      'deploy/nginx.conf': `server { listen 80 default_server; return 444; }\nserver { listen 80; server_name shop.test; ${passing('http://127.0.0.1:8000')}}\n`,
      'deploy/shop.service': unit('gunicorn -b 0.0.0.0:8000 config.wsgi'),
    }).deployment;
    expect([...traits.keys()]).toEqual([
      'tls-at-proxy',
      'tls-unseen',
      'forwarded-proto-trusted',
      'host-validated',
      'app-port-published',
    ]);
  });

  test("is not another machine's, whatever path it is asked for, nor a template that nginx's image fills in", () => {
    const files = site('http://storage:9000/$1');
    expect(read({ ...tree, 'nginx/site.conf': files }).confidence(nginxGunicorn)).toBeUndefined();
    const image = site('http://127.0.0.1:8000');
    expect(read({ ...tree, 'nginx/site.conf.template': image }).confidence(nginxGunicorn)).toBeUndefined();
  });

  test("is not a container's, an example's or Apache's", () => {
    const own = { ...tree, 'nginx/nginx.conf': site('http://127.0.0.1:8000') };
    expect(read(own).confidence(nginxGunicorn)).toBe(0.5);
    for (const more of [
      { 'compose.yaml': 'services:\n  nginx:\n    volumes:\n      - ./nginx/nginx.conf:/etc/nginx/nginx.conf\n' },
      { Dockerfile: 'FROM nginx\nCOPY nginx /etc/nginx/conf.d\n' },
      { 'nginx/nginx.conf': site('http://web:8000') },
    ])
      expect(read({ ...own, ...more }).confidence(nginxGunicorn)).toBeUndefined();
    const beside = {
      'src/deploy/nginx.conf': site('http://127.0.0.1:8000'),
      Dockerfile: 'FROM python\nCOPY src /app\n',
    };
    expect(read({ ...tree, ...beside }).confidence(nginxGunicorn)).toBe(0.5);
    const inImage = {
      'deploy/supervisord.conf': '[program:web]\ncommand=gunicorn config.wsgi\n',
      Dockerfile: 'FROM python\nCOPY . /app\nCMD ["supervisord", "-c", "/app/deploy/supervisord.conf"]\n',
    };
    expect(read({ ...tree, ...inImage }).confidence(nginxGunicorn)).toBeUndefined();
    expect(read({ 'examples/nginx.conf': site('http://127.0.0.1:8000') }).confidence(nginxGunicorn)).toBeUndefined();
    const both = read({
      ...own,
      'deploy/shop.service': unit('gunicorn config.wsgi'),
      'apache/site.conf': '<VirtualHost *:80>\nWSGIScriptAlias / /srv/shop/src/config/wsgi.py\n</VirtualHost>\n',
    });
    expect([both.confidence(nginxGunicorn), both.confidence(apacheUbuntu)]).toEqual([0.6, 0.9]);
  });

  test('shows by its units alone, more so with a script that sets nginx up', () => {
    const alone = { ...tree, 'deploy/shop.service': unit('gunicorn config.wsgi') };
    expect(read(alone).confidence(nginxGunicorn)).toBe(0.6);
    const script = 'apt install -y nginx\ncp deploy/shop.service /etc/systemd/system/shop.service\n';
    expect(read({ ...alone, 'setup.sh': script }).confidence(nginxGunicorn)).toBe(0.8);
    expect(
      read({ ...tree, 'deploy/backup.service': '[Service]\nExecStart=/usr/bin/rsync a b\n' }).confidence(nginxGunicorn),
    ).toBeUndefined();
  });
});

describe('the checklist', () => {
  const list = (files: Record<string, string>, values: Readonly<Record<string, Plain>> = {}) =>
    tryRule(nginxGunicorn, 'nginx-gunicorn/runs-as-root', { 'manage.py': '', ...files }, values).checklist;
  const commands = (items: ReturnType<typeof list>, id: string) => items.find((item) => item.id === id)?.commands;

  test('has the names that the files and the script of the project use', () => {
    const items = list({
      'config/wsgi.py': '',
      'deploy/nginx.conf': site('http://unix:/run/shop/g.sock'),
      'deploy/gunicorn.service':
        '[Service]\nUser=shop\nWorkingDirectory=/srv/shop\nEnvironmentFile=/srv/shop/.env\nExecStart=/srv/shop/env/bin/gunicorn -b unix:/run/shop/g.sock config.wsgi\n',
      'deploy/setup.sh':
        '#!/bin/bash\nNAME=shop-site\ncp deploy/gunicorn.service "/etc/systemd/system/$NAME.service"\ncp deploy/nginx.conf /etc/nginx/sites-available/$NAME\n',
    });
    expect(commands(items, 'units')).toEqual([
      'sudo cp /srv/shop/deploy/gunicorn.service /etc/systemd/system/shop-site.service',
      'sudo systemctl daemon-reload',
      'sudo systemctl enable --now shop-site.service',
    ]);
    expect(commands(items, 'site')?.slice(0, 2)).toEqual([
      'sudo cp /srv/shop/deploy/nginx.conf /etc/nginx/sites-available/shop-site',
      'sudo ln -sf /etc/nginx/sites-available/shop-site /etc/nginx/sites-enabled/',
    ]);
    expect(commands(items, 'migrate')?.[0]).toMatch(
      /^sudo systemd-run .*--uid=shop -p EnvironmentFile=\/srv\/shop\/\.env -p WorkingDirectory=\/srv\/shop \/srv\/shop\/env\/bin\/python \/srv\/shop\/manage\.py migrate/,
    );
    expect(commands(items, 'certificate')?.[0]).toBe('sudo certbot --nginx -d shop.test --redirect');
  });

  test('writes the unit where there is none', () => {
    const [unitCommand] = commands(list({}, { WSGI_APPLICATION: 'config.wsgi.application' }), 'service') ?? [];
    expect(unitCommand).toContain('gunicorn config.wsgi:application --bind unix:/run/');
    expect(commands(list({}), 'service')).toEqual([]);
  });

  test('knows the programs of supervisor', () => {
    const items = list({
      'config/wsgi.py': '',
      'deploy/shop.conf':
        '[program:shop]\ncommand=/srv/shop/env/bin/gunicorn config.wsgi\ndirectory=/srv/shop\nuser=shop\n',
    });
    expect(commands(items, 'units')).toEqual([
      'sudo cp /srv/shop/deploy/shop.conf /etc/supervisor/conf.d/',
      'sudo supervisorctl reread',
      'sudo supervisorctl update',
    ]);
    expect(commands(items, 'reload')).toEqual(['sudo supervisorctl restart shop']);
  });
});

describe('a unit that is a template', () => {
  const template =
    '[Service]\nUser={{ app_user }}\nWorkingDirectory={{ app_dir }}/current\nEnvironment="SECRET_KEY={{ vault_key }}" MODE=live\nEnvironmentFile={{ app_dir }}/.env\nExecStart={{ app_dir }}/venv/bin/gunicorn config.wsgi:application --bind 127.0.0.1:{{ port }}\nRestart=always\n\n[Install]\nWantedBy=multi-user.target\n';

  test('gives what is certain of it, and nothing for its holes', () => {
    const { deployment } = read({ ...tree, 'ansible/shop.service.j2': template });
    expect(deployment.processes).toMatchObject([
      {
        name: 'shop.service',
        role: 'web',
        application: 'config.wsgi:application',
        at: { path: 'ansible/shop.service.j2', start: { line: 6, column: 1 } },
        variablesUnseen: true,
      },
    ]);
    expect(deployment.processes[0]?.variables.map(({ name, value }) => [name, value])).toEqual([
      ['SECRET_KEY', undefined],
      ['MODE', 'live'],
    ]);
  });

  test('is not read where it has branches', () => {
    const branched = template.replace('Restart', '{% if keep %}\nUser=root\n{% endif %}\nRestart');
    expect(read({ ...tree, 'ansible/shop.service.j2': branched }).deployment.processes).toEqual([]);
  });

  test.each(
    nginxGunicorn.rules.map((item) => ('rule' in item ? item.rule : item).id).filter((id) => id.startsWith('nginx')),
  )('%s finds nothing in its holes', (id) => {
    const { findings } = tryRule(nginxGunicorn, id, {
      ...tree,
      'ansible/shop.service.j2': template,
      'ansible/nginx.conf.j2': site('http://127.0.0.1:{{ port }}')
        .replaceAll('shop.test', '{{ domain }}')
        .replace('443 ssl;', '443 ssl;\n  ssl_certificate {{ cert }};\n  ssl_certificate_key {{ key }};')
        .replace('alias /srv/shop/static/', 'alias {{ app_dir }}/static/'),
    });
    expect(findings.map(({ message }) => message)).toEqual([]);
  });
});
