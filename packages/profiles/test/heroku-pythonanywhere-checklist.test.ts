/** The checklists: made of this project's own names, with commands that run as printed. */
import type { Profile } from '@django-golive/core';
import { heroku, pythonanywhere } from '@django-golive/profiles';
import { describe, expect, test } from 'vitest';
import { type Plain, tryRule } from './heroku-pythonanywhere-given.js';

const listOf = (
  profile: Profile,
  rule: string,
  files: Readonly<Record<string, string>>,
  values: Readonly<Record<string, Plain>> = {},
  required: readonly string[] = [],
) => tryRule(profile, rule, files, values, { required }).checklist;

const postgres = { DATABASES: { default: { ENGINE: 'django.db.backends.postgresql', HOST: 'x.test' } } };

describe('of Heroku', () => {
  const list = (
    files: Readonly<Record<string, string>>,
    values: Readonly<Record<string, Plain>> = {},
    required: readonly string[] = [],
  ) => listOf(heroku, 'heroku/procfile-missing', files, values, required);

  test('names the settings module, the script, the processes and the domain of the project', () => {
    const items = list(
      { Procfile: 'web: gunicorn a.wsgi\nworker: celery -A a worker\n', 'src/manage.py': '' },
      { ...postgres, ALLOWED_HOSTS: ['www.shop.test', 'shop.herokuapp.com'] },
      ['SECRET_KEY'],
    );
    const commands = items.flatMap((item) => item.commands);
    expect(commands).toContain('python src/manage.py check --deploy --settings=config.settings');
    expect(commands).toContain('heroku config:set DJANGO_SETTINGS_MODULE=config.settings');
    expect(commands).toContain('heroku ps:scale worker=1');
    expect(commands).toContain('heroku domains:add www.shop.test');
    expect(commands).toContain('heroku addons:create heroku-postgresql:essential-0');
    expect(commands).toContain('heroku run python src/manage.py migrate --noinput');
    expect(items.find(({ id }) => id === 'config-vars')?.text).toContain('`SECRET_KEY`');
  });

  test('leaves out what the project does not have, and settles what a rule proved', () => {
    const items = list({ Procfile: 'release: python manage.py migrate\nweb: gunicorn a.wsgi\n', 'manage.py': '' });
    expect(items.map(({ id }) => id)).not.toContain('scale');
    expect(items.map(({ id }) => id)).not.toContain('redis');
    expect(items.find(({ id }) => id === 'migrate')?.commands).toEqual(['heroku releases:output']);
    expect(items.find(({ id }) => id === 'start-files')?.state).toBe('settled');
  });

  test('quotes names that a shell would read otherwise', () => {
    const commands = list({ 'my $(site)/manage.py': '' }).flatMap((item) => item.commands);
    expect(commands).toContain("python 'my $(site)/manage.py' check --deploy --settings=config.settings");
  });

  test('has each item once, with phases in order', () => {
    const items = list({ Procfile: 'web: gunicorn a.wsgi' }, postgres).filter(({ id }) => !id.startsWith('question-'));
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    const order = items.map(({ phase }) => ['before', 'during', 'after'].indexOf(phase));
    expect(order).toEqual([...order].sort());
  });
});

describe('of PythonAnywhere', () => {
  const list = (
    files: Readonly<Record<string, string>>,
    values: Readonly<Record<string, Plain>> = {},
    required: readonly string[] = [],
  ) => listOf(pythonanywhere, 'pythonanywhere/relative-path', files, values, required);

  test('names the directory, the requirements file, the mappings and the host of the project', () => {
    const items = list(
      {
        'manage.py': '',
        'requirements.txt': 'django==5.2\n',
        '.python-version': '3.12\n',
        'shop_pythonanywhere_com_wsgi.py': "import sys\nsys.path.insert(0, '/home/shop/site')\n",
      },
      {
        ALLOWED_HOSTS: ['shop.pythonanywhere.com'],
        STATIC_URL: '/static/',
        STATIC_ROOT: '/home/shop/site/static',
        MEDIA_URL: '/media/',
        MEDIA_ROOT: '/home/shop/site/media',
      },
      ['SECRET_KEY'],
    );
    const commands = items.flatMap((item) => item.commands);
    expect(commands).toContain('mkvirtualenv project-venv --python=/usr/bin/python3.12');
    expect(commands).toContain('pip install --no-cache-dir -r /home/shop/site/requirements.txt');
    expect(commands).toContain('touch /home/shop/site/.env && chmod 600 /home/shop/site/.env');
    expect(commands).toContain('touch /var/www/shop_pythonanywhere_com_wsgi.py');
    expect(commands).toContain('curl -sI https://shop.pythonanywhere.com/');
    expect(items.find(({ id }) => id === 'static-mapping')?.text).toBe(
      "Map '/static/' to '/home/shop/site/static' on the Web tab.",
    );
    expect(items.find(({ id }) => id === 'media-mapping')?.text).toContain("'/media/'");
  });

  test('prints no command for a host that it does not know', () => {
    const items = list({ 'manage.py': '' });
    expect(items.map(({ id }) => id)).not.toContain('answers');
    expect(items.flatMap((item) => item.commands).join('\n')).not.toMatch(/undefined|<[a-z]+>/);
    expect(items.find(({ id }) => id === 'static-mapping')).toBeUndefined();
  });
});
