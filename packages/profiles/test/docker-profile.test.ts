import { createFactReader, deployment, given, project, projectOf, readNeeds } from '@django-golive/core';
import { describe, expect, test } from 'vitest';
import { containers } from '../src/docker/containers.js';
import { dockerDeployment } from '../src/docker/deployment.js';
import { dockerDetector } from '../src/docker/detection.js';

function read(texts: Record<string, string>, untracked: readonly string[] = []) {
  const reader = createFactReader([given(project, projectOf(texts, { untracked })), dockerDeployment]);
  return {
    deployment: reader(deployment),
    containers: reader(containers),
    detection: dockerDetector.detect(readNeeds(dockerDetector.needs, reader)),
  };
}

const image =
  'FROM python:3.13-slim\nENV DJANGO_SETTINGS_MODULE=config.settings.production\nWORKDIR /srv/app\nCOPY . .\nCMD ["gunicorn", "config.wsgi", "--bind", "0.0.0.0:8000"]\n';

describe('a deployment in containers', () => {
  test('is an image by itself', () => {
    const { deployment, detection } = read({ Dockerfile: image, 'manage.py': '' });
    expect(detection?.confidence).toBe(0.75);
    expect(deployment.root).toBe('/srv/app');
    expect(deployment.processes).toMatchObject([
      {
        name: 'web',
        role: 'web',
        application: 'config.wsgi:application',
        directory: '',
        settings: { module: 'config.settings.production', at: { path: 'Dockerfile', start: { line: 2 } } },
      },
    ]);
  });

  test('is surer where the script that deploys starts it', () => {
    const confidence = (name: string, script: string) =>
      read({
        Dockerfile: image,
        'manage.py': '',
        'compose.yaml': 'services:\n  web:\n    build: .\n  db:\n    image: postgres:17\n',
        [name]: script,
      }).detection?.confidence;
    expect(confidence('deploy.sh', 'docker compose build\ndocker compose up -d db web\n')).toBe(0.95);
    expect(confidence('scripts/deploy.sh', 'docker-compose -f compose.yaml up -d\n')).toBe(0.95);
    for (const [name, script] of [
      ['deploy.sh', 'docker compose up -d db\nsystemctl restart gunicorn\n'],
      ['deploy.sh', 'docker compose up -d db\n'],
      ['deploy.sh', '# docker compose up -d\necho "now run docker compose up -d"\n'],
      ['deploy.sh', 'docker compose -f compose.search.yaml up -d\n'],
      ['start.sh', 'docker compose up\n'],
      ['dev/deploy.sh', 'docker compose up\n'],
    ] as const)
      expect([name, confidence(name, script)]).toEqual([name, 0.8]);
  });

  test('names the stage that a service is built to, and none where only a platform knows which', () => {
    const Dockerfile = `${image.replace('\n', ' AS live\n')}FROM live AS tools\nRUN pip install ipdb\n`;
    const build = 'services:\n  web:\n    build:\n      context: .\n      target: live\n';
    const images = (more: Record<string, string>) =>
      read({ Dockerfile, 'manage.py': '', ...more }).deployment.images?.map(({ path, start }) => [path, start.line]);
    expect(images({ 'compose.prod.yaml': build })).toEqual([['Dockerfile', 1]]);
    expect(images({ 'compose.prod.yaml': build.replace(/ +target.*\n/, '') })).toEqual([['Dockerfile', 6]]);
    expect(images({})).toBeUndefined();
  });

  test('takes the stage that workflows build for production, and the last one where they say nothing of it', () => {
    const Dockerfile = `${image.replace('\n', ' AS base\n')}FROM base AS dev\nENV DJANGO_SETTINGS_MODULE=config.settings.dev\nCMD python manage.py runserver 0.0.0.0:8000\n`;
    const served = (...targets: readonly string[]) => {
      const steps = targets.map(
        (target, index) =>
          `      - uses: docker/build-push-action@v6\n        with: {push: true, tags: "me/shop${index}"${target && `, target: ${target}`}}\n`,
      );
      const workflow = `on: push\njobs:\n  build:\n    steps:\n${steps.join('')}`;
      const { containers } = read({ Dockerfile, 'manage.py': '', '.github/workflows/image.yml': workflow });
      return containers.all[0]?.server?.server;
    };
    expect(served('base', 'dev')).toBe('gunicorn');
    expect(served('base')).toBe('gunicorn');
    expect(served('dev')).toBe('runserver');
    expect(served('base', '')).toBe('runserver');
    expect(served('${{ matrix.target }}', 'base')).toBe('runserver');
  });

  test('is the image that a workflow builds and Compose starts by its name', () => {
    const started = (step: string, name: string) => {
      const { containers } = read({
        'backend/Dockerfile': image,
        'backend/manage.py': '',
        'gateway/Dockerfile': 'FROM nginx:1.28\n',
        '.github/workflows/main.yml': `on: push\nenv:\n  IMAGE: \${{ secrets.USER }}/shop\njobs:\n  build:\n    steps:\n      - ${step}\n`,
        'docker-compose.production.yml': `services:\n  backend:\n    image: ${name}\n  db:\n    image: postgres:17\n`,
      });
      return [containers.compose?.paths[0], containers.all[0]?.image?.context, containers.all[0]?.server?.server];
    };
    const whole = ['docker-compose.production.yml', 'backend', 'gunicorn'];
    const action = (tags: string, context = './backend/') =>
      `uses: docker/build-push-action@v6\n        with: {context: ${context}, push: true, tags: "${tags}"}`;
    expect(started(action('me/shop:latest'), 'me/shop')).toEqual(whole);
    expect(started(action('${{ secrets.USER }}/shop:latest'), 'me/shop:1')).toEqual(whole);
    expect(
      started('run: docker build -t $IMAGE:latest -t $IMAGE:${{ github.sha }} backend', '${IMAGE:-me/shop:latest}'),
    ).toEqual(whole);
    expect(started('run: cd backend && docker build --tag=me/shop .', 'me/shop')).toEqual(whole);
    // Another account's, another name, a build of something else.
    expect(started(action('me/shop:latest'), 'you/shop')[0]).toBeUndefined();
    expect(started(action('me/shop:latest'), 'me/store')[0]).toBeUndefined();
    expect(started(action('me/shop:latest', './gateway'), 'me/shop')[0]).toBeUndefined();
  });

  test('is what runs in the background of a shell, and what stays in front', () => {
    const started = (command: string) =>
      read({
        Dockerfile: `FROM python:3.13-slim\nWORKDIR /app\nCOPY . /app\nCMD ["sh", "-c", "${command}"]\n`,
        'manage.py': '',
      }).deployment.processes.map(({ name, role }) => [name, role]);
    expect(started('python manage.py migrate && gunicorn config.wsgi & celery -A config worker')).toEqual([
      ['web', 'web'],
      ['web: migrate', 'release'],
      ['web: celery', 'worker'],
    ]);
    expect(started('celery -A config worker & gunicorn config.wsgi')).toEqual([
      ['web', 'web'],
      ['web: celery', 'worker'],
    ]);
    expect(started('gunicorn config.wsgi; celery -A config worker')).toEqual([['web', 'worker']]);
  });

  test('is all that supervisord keeps up in one container', () => {
    const { deployment, containers } = read({
      Dockerfile:
        'FROM python:3.13-slim\nWORKDIR /app\nCOPY . /app\nCOPY docker/supervisord.conf /etc/supervisord.conf\nCMD ["supervisord", "-n", "-c", "/etc/supervisord.conf"]\n',
      'docker/supervisord.conf':
        '[supervisord]\nnodaemon=true\n[program:nginx]\ncommand=nginx -g "daemon off;"\n[program:worker]\ncommand=celery -A config worker\n[program:site]\ncommand=gunicorn config.wsgi --bind 127.0.0.1:8000\nenvironment=DJANGO_SETTINGS_MODULE="config.live"\n[program:beat]\ncommand=celery -A config beat\n[program:shell]\ncommand=celery -A config flower\nautostart=false\n',
      'manage.py': '',
    });
    expect(deployment.processes.map(({ name, role, at }) => [name, role, at.path, at.start.line])).toEqual([
      ['web', 'web', 'docker/supervisord.conf', 8],
      ['web: worker', 'worker', 'docker/supervisord.conf', 6],
      ['web: beat', 'beat', 'docker/supervisord.conf', 11],
    ]);
    expect(deployment.processes[0]).toMatchObject({
      application: 'config.wsgi:application',
      settings: { module: 'config.live' },
    });
    expect(containers.all[0]?.server?.bind.map(({ text }) => text)).toEqual(['127.0.0.1:8000']);
  });

  test('is what a script starts that the Dockerfile writes out itself', () => {
    const text =
      'FROM python:3.13-slim\nWORKDIR /app\nCOPY . /app\nCOPY --chmod=755 <<EOF /start.sh\n#!/bin/sh\n# first the database\npython manage.py migrate --noinput\nexec gunicorn config.wsgi --bind 0.0.0.0:8000\nEOF\nCMD ["/start.sh"]\n';
    const { deployment } = read({ Dockerfile: text, 'manage.py': '' });
    expect(deployment.processes.map(({ name, role, at }) => [name, role, at.path, at.start.line])).toEqual([
      ['web', 'web', 'Dockerfile', 8],
      ['web: migrate', 'release', 'Dockerfile', 7],
    ]);
    expect(deployment.processes[0]?.application).toBe('config.wsgi:application');
  });

  test('is an image whose build runs manage.py, whatever it is made of', () => {
    const { detection } = read({
      Dockerfile:
        'ARG BASE=quay.io/centos/centos:stream10\nFROM $BASE\nCOPY ./manage.py /srv/\nRUN /srv/manage.py collectstatic --noinput\nCMD /start\n',
      'manage.py': '',
    });
    expect(detection?.confidence).toBe(0.75);
  });

  test('is the image where Compose only starts a development environment, though something else gives its command', () => {
    const { deployment } = read({
      Dockerfile:
        'FROM python:3.13-slim\nENV DJANGO_SETTINGS_MODULE=config.settings.production SECRET_KEY=demo LANG=C\nCOPY . /app\n',
      'Dockerfile.dev': 'FROM python:3.13-slim\nCOPY . /app\n',
      'docker-compose.yml':
        'services:\n  web:\n    build:\n      context: .\n      dockerfile: Dockerfile.dev\n    command: python manage.py runserver 0.0.0.0:8000\n',
      'manage.py': '',
    });
    expect(deployment.processes).toMatchObject([{ name: 'web', settings: { module: 'config.settings.production' } }]);
    // What lets a build run is not what the site runs with.
    const given = new Map(deployment.processes[0]?.variables.map(({ name, value }) => [name, value]));
    expect(given.has('SECRET_KEY')).toBe(true);
    expect([given.get('SECRET_KEY'), given.get('LANG')]).toEqual([undefined, 'C']);
  });

  test('is a Compose file that is named for an environment and nothing else', () => {
    const service = 'services:\n  django:\n    build: .\n    command: gunicorn config.wsgi\n    volumes:\n';
    const files = {
      Dockerfile: image,
      'manage.py': '',
      'production.yml': `${service}      - media:/srv/app/media\n`,
      'local.yml': `${service}      - .:/srv/app\n`,
    };
    const { deployment, containers, detection } = read(files);
    expect(containers.compose?.paths).toEqual(['production.yml']);
    expect(detection?.confidence).toBe(0.9);
    expect(deployment.volumes).toEqual(['/srv/app/media']);
    const elsewhere = { 'local.yml': files['local.yml'], Dockerfile: image, 'manage.py': '' };
    expect(read(elsewhere).containers.compose).toBeUndefined();
    // An inventory or a chart's values start nothing.
    for (const text of ['services:\n  web:\n    replicas: 2\n', 'all:\n  hosts:\n    web1:\n', 'services: [web]\n'])
      expect(read({ ...elsewhere, 'production.yml': text }).containers.compose).toBeUndefined();
  });

  test('is a service that is given settings of this project, though its image is built elsewhere', () => {
    const started = (service: string) =>
      read({ 'config/settings/prod.py': '', 'compose_prod.yml': `services:\n  backend:\n${service}` });
    const given = '    environment: [DJANGO_SETTINGS_MODULE=config.settings.prod]\n';
    expect(started(`    build: ../elsewhere\n${given}`).detection?.confidence).toBe(0.9);
    expect(started(`    image: postgres:17\n${given}`).detection?.confidence).toBe(0.15);
    expect(started(`    build: ../elsewhere\n${given.replace('config', 'other')}`).detection?.confidence).toBe(0.15);
  });

  test('is no Compose file whose services say that they are for development', () => {
    const started = (service: string) =>
      read({
        Dockerfile: image,
        'manage.py': '',
        '.env.dev': 'LANG=C\n',
        'compose.yaml': `services:\n  web:\n    build: .\n${service}`,
      }).containers.compose;
    expect(started('    env_file: .env\n')).toBeDefined();
    expect(started('    env_file: .env.dev\n')).toBeUndefined();
    expect(started('    env_file: [.env.dev, .env.prod]\n')).toBeDefined();
    expect(started('    command: web-dev\n')).toBeUndefined();
    expect(started('    command: web-prod\n')).toBeDefined();
    expect(started('    environment:\n      APP_ENV: local\n')).toBeUndefined();
  });

  test('is services whose environment wins over the image', () => {
    const { deployment, detection } = read({
      Dockerfile: image,
      'manage.py': '',
      'compose.prod.yaml':
        'services:\n  web:\n    build: .\n    environment:\n      DJANGO_SETTINGS_MODULE: config.settings.eu\n    ports: ["8000:8000"]\n    volumes: ["media:/srv/app/media"]\n  worker:\n    build: .\n    command: celery -A config worker\n  db:\n    image: postgres:17\n',
    });
    expect(detection?.confidence).toBe(0.9);
    expect(deployment.processes.map(({ name, role, settings }) => [name, role, settings?.module])).toEqual([
      ['web', 'web', 'config.settings.eu'],
      ['worker', 'worker', 'config.settings.production'],
    ]);
    expect(deployment.volumes).toEqual(['/srv/app/media']);
    expect([...deployment.traits.keys()].sort()).toEqual(['app-port-published', 'containers', 'ephemeral-disk']);
  });

  test('follows an entrypoint into the repository', () => {
    const { deployment } = read({
      'docker/Dockerfile':
        'FROM python:3.13\nWORKDIR /app\nCOPY backend /app\nCOPY docker/entry.sh /entry.sh\nENTRYPOINT ["/entry.sh"]\nCMD ["web"]\n',
      'docker/entry.sh':
        '#!/bin/bash\nset -e\nexport DJANGO_SETTINGS_MODULE=config.live\npython manage.py migrate\nif [ "$1" = web ]; then\n  exec gunicorn config.wsgi:application -b :8000\nelse\n  exec "$@"\nfi\n',
      'backend/manage.py': '',
      'backend/config/wsgi.py': '',
    });
    expect(
      deployment.processes.map(({ role, directory, settings, at }) => [
        role,
        directory,
        settings?.module,
        at.path,
        at.start.line,
      ]),
    ).toEqual([
      ['web', 'backend', 'config.live', 'docker/entry.sh', 6],
      ['release', 'backend', 'config.live', 'docker/entry.sh', 4],
    ]);
    expect(deployment.root).toBeUndefined();
  });

  test('is not what a file for development starts', () => {
    const dev =
      'services:\n  web:\n    build: .\n    command: python manage.py runserver 0.0.0.0:8000\n    environment: [DJANGO_SETTINGS_MODULE=config.settings.local]\n    volumes: [".:/srv/app"]\n';
    const beside = read({ Dockerfile: image, 'manage.py': '', 'compose.yaml': dev });
    expect(beside.deployment.processes.map(({ settings }) => settings?.module)).toEqual(['config.settings.production']);
    const alone = read({ Dockerfile: 'FROM python:3.13\nCOPY . /app\n', 'manage.py': '', 'compose.yaml': dev });
    expect(alone.deployment.processes).toEqual([]);
    expect(alone.containers.passedOver?.paths).toEqual(['compose.yaml']);
    expect(
      read({ 'Dockerfile.dev': image, 'manage.py': '', 'compose.override.yaml': dev }).detection?.confidence,
    ).toBeLessThan(0.3);
  });

  test('is one that gets a certificate, whatever its settings are called', () => {
    const compose = (label: string) =>
      read({
        Dockerfile: 'FROM python:3.13-slim\nCOPY . /app\n',
        'manage.py': '',
        'compose.yaml': `services:\n  web:\n    build: .\n    command: gunicorn shop.wsgi\n    environment:\n      DJANGO_SETTINGS_MODULE: shop.settings.dev\n  traefik:\n    image: traefik:v3\n    command:\n      - "--providers.docker=true"\n${label}`,
      });
    const served = compose('      - "--certificatesresolvers.le.acme.tlschallenge=true"\n');
    expect(served.containers.passedOver).toBeUndefined();
    expect(served.deployment.traits.has('certificate-ordered')).toBe(true);
    const hidden = compose('      # - "--certificatesresolvers.le.acme.tlschallenge=true"\n');
    expect(hidden.containers.passedOver?.paths).toEqual(['compose.yaml']);
  });

  test('has what its Caddyfile says of HTTPS', () => {
    const traits = (address: string, ports = '["80:80", "443:443"]') => {
      const { deployment } = read({
        Dockerfile: image,
        'manage.py': '',
        'compose.yaml': `services:\n  web:\n    build: .\n  caddy:\n    image: caddy:2\n    ports: ${ports}\n    volumes: ["./Caddyfile:/etc/caddy/Caddyfile"]\n`,
        Caddyfile: `${address} {\n\treverse_proxy web:8000\n}\n`,
      });
      return [...deployment.traits.keys()].filter((one) => /https|tls/.test(one)).sort();
    };
    expect(traits('shop.example.com')).toEqual(['redirects-to-https', 'tls-at-proxy']);
    expect(traits(':80', '["80:80"]')).toEqual(['tls-at-proxy', 'tls-unseen']);
    expect(traits('http://shop.example.com')).toEqual(['tls-at-proxy', 'tls-unseen']);
    expect(traits('{$SITE_ADDRESS}')).toEqual(['tls-at-proxy']);
  });

  test('gives the application what uwsgi.ini says, and nothing else of what it starts', () => {
    const { deployment } = read({
      Dockerfile: 'FROM python:3.13-slim\nWORKDIR /app\nCOPY . .\nCMD ["sh", "start.sh"]\n',
      'manage.py': '',
      'start.sh': 'python manage.py migrate\nexec uwsgi --http :8000 uwsgi.ini\n',
      'uwsgi.ini':
        '[uwsgi]\nmodule = shop.wsgi:application\nenv = DJANGO_SETTINGS_MODULE=shop.live\nenv = HOME=$(HOME)\n',
    });
    const [web, release] = deployment.processes;
    expect(web?.settings).toMatchObject({ module: 'shop.live', at: { path: 'uwsgi.ini' } });
    expect(web?.variables.find(({ name }) => name === 'HOME')).toMatchObject({ value: undefined });
    expect([release?.name, release?.settings, release?.variables]).toEqual(['web: migrate', undefined, []]);
  });

  test('is not a file whose start script is named for development', () => {
    const { deployment, containers } = read({
      Dockerfile: 'FROM python:3.13\nWORKDIR /app\nCOPY . .\n',
      'manage.py': '',
      'docker-entrypoint.dev.sh': '#!/bin/sh\nexec "$@"\n',
      'compose.yaml':
        'services:\n  web:\n    build: .\n    entrypoint: ./docker-entrypoint.dev.sh\n    command: python manage.py runserver 0.0.0.0:8000\n    environment: [DJANGO_SETTINGS_MODULE=shop.settings.docker]\n',
    });
    expect(deployment.processes).toEqual([]);
    expect(containers.passedOver?.paths).toEqual(['compose.yaml']);
  });

  test('is not a file whose application takes settings for development, where others are for production', () => {
    const files = {
      Dockerfile: 'FROM python:3.13\nCOPY . /app\n',
      'manage.py': '',
      'compose.yaml':
        'services:\n  web:\n    build: .\n    command: gunicorn --reload shop.wsgi:application\n    environment: [DEBUG=True]\n',
      'shop/wsgi.py': "os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings.local')\n",
      'shop/settings/local.py': '',
    };
    expect(read(files).deployment.processes).toHaveLength(1);
    const both = read({ ...files, 'shop/settings/prod.py': '' });
    expect(both.deployment.processes).toEqual([]);
    expect(both.containers.passedOver?.paths).toEqual(['compose.yaml']);
    const served = read({
      ...files,
      'shop/settings/prod.py': '',
      'manage.py': "os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings.local')\n",
      'compose.yaml':
        'services:\n  web:\n    build: .\n    restart: always\n    command: python manage.py runserver 0.0.0.0:8000\n    environment: [DEBUG=True]\n',
    });
    expect(served.deployment.processes).toEqual([]);
    expect(served.containers.passedOver?.paths).toEqual(['compose.yaml']);
  });

  test('is what an image named for production makes, though its application takes other settings by default', () => {
    const { containers, deployment } = read({
      'docker-compose.yml':
        'services:\n  web:\n    build:\n      context: .\n      dockerfile: production.Dockerfile\n',
      'production.Dockerfile':
        'FROM python:3.13-slim\nWORKDIR /app\nCOPY . .\nCMD ["gunicorn", "config.wsgi", "--bind", "0.0.0.0:8000"]\n',
      Dockerfile: 'FROM python:3.13-slim\nCOPY . .\nRUN python manage.py migrate\n',
      'manage.py': '',
      'config/wsgi.py': "os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings.dev')\n",
      'config/settings/dev.py': '',
      'config/settings/production.py': '',
    });
    expect(containers.passedOver).toBeUndefined();
    expect(deployment.files).toEqual(['docker-compose.yml', 'production.Dockerfile']);
  });

  test('is published by no port of a development server', () => {
    const compose = (command: string): string =>
      `services:\n  web:\n    build: .\n    command: ${command}\n    ports: ["8000:8000"]\n`;
    const published = (command: string): boolean =>
      read({
        Dockerfile: 'FROM python:3.13\nCOPY . /app\n',
        'manage.py': '',
        'compose.yaml': compose(command),
      }).deployment.traits.has('app-port-published');
    expect(published('python manage.py runserver 0.0.0.0:8000')).toBe(false);
    expect(published('gunicorn shop.wsgi --bind 0.0.0.0:8000')).toBe(true);
  });

  test('is not a database alone, nor another service in Python', () => {
    expect(
      read({ 'manage.py': '', 'compose.yaml': 'services:\n  db:\n    image: postgres\n' }).detection?.confidence,
    ).toBeLessThan(0.3);
    expect(
      read({
        'manage.py': '',
        'api/main.py': '',
        'api/Dockerfile': 'FROM python\nCOPY . /x\nCMD ["uvicorn", "main:app", "--host", "0.0.0.0"]\n',
      }).deployment.processes,
    ).toEqual([]);
    expect(read({ 'manage.py': '' }).detection).toBeUndefined();
  });

  test('trusts a proxy only where the server is told to', () => {
    const compose = (command: string): Record<string, string> => ({
      Dockerfile: image,
      'manage.py': '',
      'compose.prod.yaml': `services:\n  web:\n    build: .\n    command: ${command}\n  nginx:\n    image: nginx\n    ports: ["80:80", "443:443"]\n    volumes: ["./nginx:/etc/nginx/conf.d"]\n`,
      'nginx/site.conf':
        'server { listen 80; return 301 https://$host$request_uri; }\nserver { listen 443 ssl; location /static/ { alias /static/; } }\n',
    });
    const traits = (command: string): readonly string[] => [...read(compose(command)).deployment.traits.keys()];
    expect(traits('gunicorn config.wsgi -b :8000')).toEqual(
      expect.arrayContaining(['tls-at-proxy', 'redirects-to-https', 'serves-static']),
    );
    expect(traits('gunicorn config.wsgi -b :8000')).not.toContain('forwarded-proto-trusted');
    expect(traits('gunicorn config.wsgi -b :8000 --forwarded-allow-ips "*"')).toContain('forwarded-proto-trusted');
  });

  test('gives no value that is only on this machine', () => {
    const { deployment } = read(
      {
        Dockerfile: image,
        'manage.py': '',
        '.env': 'SECRET_KEY=mine\n',
        'compose.prod.yaml': 'services:\n  web:\n    build: .\n    env_file: .env\n',
      },
      ['.env'],
    );
    expect(deployment.processes[0]?.variables.find(({ name }) => name === 'SECRET_KEY')?.value).toBeUndefined();
  });

  test('is behind a server of the host where its port answers on this machine alone', () => {
    const compose = (port: string): string =>
      `services:\n  web:\n    build: .\n    ports: ["${port}"]\n    restart: always\n`;
    const traits = (port: string, start = image) => [
      ...read({ 'compose.yaml': compose(port), Dockerfile: start, 'manage.py': '' }).deployment.traits.keys(),
    ];
    expect(traits('127.0.0.1:8000:8000')).toContain('behind-host-server');
    expect(traits('8000:8000')).not.toContain('behind-host-server');
    expect(
      traits('127.0.0.1:8443:8000', image.replace('"config.wsgi"', '"config.wsgi", "--certfile", "/tls/crt.pem"')),
    ).not.toContain('behind-host-server');
  });
});
