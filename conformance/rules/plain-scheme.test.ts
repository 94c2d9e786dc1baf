/** A proxy that tells Django its own scheme, and speaks plain HTTP: with a redirect in Django nobody gets further. */
import { expect, test } from 'vitest';
import { type Files, remedyOf } from './finding-of.js';

const files = (nginx: string, settings = ''): Files => ({
  'requirements.txt': 'Django==5.2.8\n',
  'compose.production.yaml':
    'services:\n  web:\n    image: shop/web\n    command: gunicorn config.wsgi --bind 0.0.0.0:8000\n  gateway:\n    image: shop/gateway\n    ports: ["9000:80"]\n',
  'gateway/Dockerfile': 'FROM nginx:1.27\nCOPY nginx.conf /etc/nginx/templates/default.conf.template\n',
  'gateway/nginx.conf': nginx,
  Dockerfile: 'FROM python:3.13-slim\nCOPY . /app\nCMD ["gunicorn", "config.wsgi", "--bind", "0.0.0.0:8000"]\n',
  'manage.py': '',
  'config/settings.py': `DEBUG = False\nMIDDLEWARE = ['django.middleware.security.SecurityMiddleware']\n${settings}`,
});
const server = (listen: string, scheme: string) =>
  `server {\n  ${listen}\n  location / {\n    proxy_set_header X-Forwarded-Proto ${scheme};\n    proxy_pass http://web:8000;\n  }\n}\n`;
const summary = (...of: Parameters<typeof files>) =>
  remedyOf('https/ssl-redirect-disabled', files(...of), 'docker')?.summary;

test('the redirect waits for a proxy that hands on the scheme of the one before it', () => {
  const first = 'First let `gateway/nginx.conf` pass on what the proxy with the certificate says';
  expect(summary(server('listen 80;', '$scheme'))).toContain(first);
  expect(summary(server('listen 80;', '$scheme'))).toContain('`$http_x_forwarded_proto`');
  const header = "SECURE_PROXY_SSL_HEADER = ('HTTP_X_FORWARDED_PROTO', 'https')\n";
  expect(summary(server('listen 80;', '$scheme'), header) ?? first).toContain(first);
});

test('but not where it speaks TLS, or hands on what it is told', () => {
  for (const text of [
    server('listen 443 ssl;', '$scheme'),
    server('listen 80;', '$http_x_forwarded_proto'),
    server('listen 80;\n  include /etc/letsencrypt/options-ssl-nginx.conf;', '$scheme'),
    server('listen 80;', '$scheme') + server('listen 81;', 'https'),
  ])
    expect(summary(text) ?? '', text).not.toContain('First let `gateway');
});
