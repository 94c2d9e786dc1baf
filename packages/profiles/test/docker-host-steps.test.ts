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
  expect(item('code')?.commands[0]).toBe('docker compose version');
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
