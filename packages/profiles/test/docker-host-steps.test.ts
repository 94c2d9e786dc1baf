/** Docker's checklist where the containers' host is concerned: its name, its code, its variables, its firewall. */
import { docker } from '@django-golive/profiles';
import { expect, test } from 'vitest';
import { type Plain, tryRule } from './heroku-pythonanywhere-given.js';

const files = {
  'manage.py': '',
  Dockerfile: 'FROM python:3.13\nCOPY . .\nCMD ["gunicorn", "config.wsgi", "--bind", "0.0.0.0:8000"]\n',
  'compose.yaml': 'services:\n  web:\n    build: .\n    environment:\n      DB_HOST: db\n',
};
const itemsOf = (more: Readonly<Record<string, string>> = {}, values: Readonly<Record<string, Plain>> = {}) => {
  const how = { required: ['SECRET_KEY', 'DB_HOST'], reads: { SECRET_KEY: ['SHOP_ENV', 'SECRET_KEY'] } };
  const { checklist } = tryRule(docker, 'docker/runs-as-root', { ...files, ...more }, values, how);
  return { item: (id: string) => checklist.find((one) => one.id === id), ids: checklist.map(({ id }) => id) };
};

test('the host is named, has the code before what runs there, and lets visitors in', () => {
  const { item, ids } = itemsOf({}, { ALLOWED_HOSTS: ['shop.test'] });
  expect(item('dns')?.commands).toEqual(['dig +short shop.test']);
  expect(item('engine')?.text).toContain('docs.docker.com/engine/install');
  expect(item('engine')?.commands).toEqual(['sudo usermod -aG docker "$USER"', 'docker compose version']);
  expect(ids.indexOf('engine')).toBe(ids.indexOf('code') - 1);
  expect(ids.indexOf('code')).toBeLessThan(ids.indexOf('variables'));
  expect(item('firewall')?.text).toContain('passes by `ufw`');
  expect(ids.indexOf('firewall')).toBeLessThan(ids.indexOf('tls'));
  expect(item('scan')?.text).toContain('docs.docker.com/scout/install');
});

test('a key is made where one is to be given, also for a stack of Swarm', () => {
  const { item } = itemsOf();
  expect(item('variables')?.text).toContain('demand: `SECRET_KEY`. The first command prints a new key');
  expect(item('variables')?.commands[0]).toContain('token_urlsafe');
  const swarm = itemsOf({ 'deploy.sh': 'docker stack deploy -c compose.yaml shop\n' });
  expect(swarm.item('variables')?.commands).toEqual([
    "python3 -c 'import secrets; print(secrets.token_urlsafe(64))'",
    'set -a; . ./.env; set +a',
  ]);
});

test('a proxy of the host gets a certificate and says itself which scheme a visitor used', () => {
  const published = (ports: string) =>
    itemsOf(
      { 'compose.yaml': `services:\n  web:\n    build: .\n    ports: ["${ports}"]\n` },
      { ALLOWED_HOSTS: ['shop.test', 'www.shop.test'] },
    ).item('tls');
  expect(published('127.0.0.1:8001:8000')?.text).toContain('overwrites `X-Forwarded-Proto`');
  expect(published('127.0.0.1:8001:8000')?.commands).toEqual([
    'sudo apt install caddy',
    "sudo tee /etc/caddy/Caddyfile <<'EOF'\nshop.test, www.shop.test {\n    reverse_proxy 127.0.0.1:8001\n}\nEOF",
    'sudo systemctl reload caddy',
  ]);
  // There is no room for a second one on the port of the first.
  expect(published('80:8000')?.commands).toEqual([]);
  expect(itemsOf().item('tls')?.commands).toEqual([]);
  const nginx = itemsOf({
    'compose.yaml': 'services:\n  web:\n    build: .\n  front:\n    image: nginx:1\n    ports: ["80:80"]\n',
  });
  expect(nginx.item('tls')?.text).toContain('`front` has a certificate');
  expect(nginx.item('tls')?.text).toContain('overwrites what a visitor sends as `X-Forwarded-Proto`');
});

test('the image that runs is kept before anything builds over it, and is the way back', () => {
  const { item, ids } = itemsOf();
  expect(item('keep-image')?.commands).toEqual(['docker tag project-web project-web:before']);
  expect(ids.indexOf('keep-image')).toBeLessThan(ids.indexOf('user'));
  expect(item('rollback')?.text).toContain(
    '`docker tag project-web:before project-web` and `docker compose up -d --no-build`',
  );
  expect(item('scan')?.commands).toEqual(['docker login', 'docker scout cves project-web']);
  const named = (image: string) =>
    itemsOf({ 'compose.yaml': `services:\n  web:\n    build: .\n    image: ${image}\n` }).item('keep-image');
  expect(named('registry.test:5000/shop:latest')?.commands).toEqual([
    'docker tag registry.test:5000/shop:latest registry.test:5000/shop:before',
  ]);
  // Each version has a name of its own.
  expect(named('registry.test:5000/shop:1.4')).toBeUndefined();
});

test('a restart is a restart of the host', () => {
  const compose = 'services:\n  web:\n    build: .\n    restart: always\n';
  expect(itemsOf({ 'compose.yaml': compose }).item('restart')?.commands).toEqual([
    'sudo reboot',
    'cd ~/project',
    'docker compose ps',
  ]);
  expect(itemsOf().item('restart')?.commands).toEqual([]);
});

test('the host that the health check asks for is given with the others, before anything waits for it', () => {
  const health = 'HEALTHCHECK CMD curl --fail http://localhost:8000/health/\n';
  const more = { Dockerfile: `${files.Dockerfile}${health}`, '.env.example': 'ALLOWED_HOSTS=shop.test\n' };
  const variables = (hosts: readonly string[]) =>
    tryRule(
      docker,
      'docker/runs-as-root',
      { ...files, ...more },
      { ALLOWED_HOSTS: hosts },
      { required: ['ALLOWED_HOSTS'], reads: { ALLOWED_HOSTS: ['ALLOWED_HOSTS'] } },
    ).checklist.find(({ id }) => id === 'variables')?.text;
  expect(variables(['shop.test'])).toContain('`ALLOWED_HOSTS` holds `localhost` as well');
  expect(variables(['localhost'])).not.toContain('as well, which');
});
