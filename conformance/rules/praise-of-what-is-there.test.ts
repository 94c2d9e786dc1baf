/** What works is said of what is there, and of nothing else. */
import { recommended, resolve } from '@django-golive/core';
import { pythonanywhere } from '@django-golive/profiles';
import { examine } from 'django-golive/testing';
import { expect, test } from 'vitest';
import { catalogue } from './catalogue.js';

const outcomeOf = (id: string, files: Readonly<Record<string, string>>, target?: string) => {
  const rule = catalogue().find((entry) => entry.rule.id === id)?.rule;
  if (!rule) throw new Error(`There is no rule ${id}.`);
  const named = files['config/wsgi.py'] === undefined ? { operator: { settings: 'config.settings' } } : {};
  return examine(rule, files, { ...named, ...(target === undefined ? {} : { target }) }).outcome;
};

test('a directory of static files that is not there is praised by nobody, whoever asks for its files', () => {
  const files = {
    'requirements.txt': 'Django==5.2.8\n',
    'config/settings.py':
      "from pathlib import Path\nBASE_DIR = Path(__file__).resolve().parent.parent\nINSTALLED_APPS = ['django.contrib.staticfiles']\nSTATICFILES_DIRS = [BASE_DIR / 'static']\n",
  };
  expect(outcomeOf('static/dir-missing', files)).toBe('notApplicable');
  expect(outcomeOf('static/dir-missing', { ...files, 'static/site.css': '' })).toBe('passed');
});

test('WhiteNoise is connected where the middleware names it, not where nginx serves the files', () => {
  const files = (middleware: string) => ({
    'requirements.txt': 'Django==5.2.8\nwhitenoise==6.9.0\n',
    'nginx.conf': 'server {\n  listen 80;\n  location /static/ {\n    alias /var/www/static/;\n  }\n}\n',
    'config/settings.py': `INSTALLED_APPS = ['django.contrib.staticfiles']\nSTATIC_URL = '/static/'\nSTATIC_ROOT = '/var/www/static'\nMIDDLEWARE = ['django.middleware.security.SecurityMiddleware'${middleware}]\n`,
  });
  expect(outcomeOf('static/whitenoise-middleware-missing', files(''))).toBe('notApplicable');
  expect(
    outcomeOf('static/whitenoise-middleware-missing', files(", 'whitenoise.middleware.WhiteNoiseMiddleware'")),
  ).toBe('passed');
});

test('a key that is spelt out is not praised because a variable may take its place', () => {
  const key = "SECRET_KEY = '=io2hk^@juu3rhfywpm6pm8v56i2cu(kb55bo_*-yfv6lvn)q8'\n";
  const rule = catalogue().find((entry) => entry.rule.id === 'settings/secret-key-hardcoded')?.rule;
  const outcome = (text: string) =>
    rule &&
    examine(
      rule,
      {
        'app.json': '{"env": {"SECRET_KEY": {"generator": "secret"}}}',
        'requirements.txt': 'Django==4.2.16\ndjango-heroku==0.3.1\n',
        'manage.py': '',
        Procfile: 'web: gunicorn config.wsgi\n',
        'config/settings.py': `import os\nimport django_heroku\nBASE_DIR = '/app'\nMIDDLEWARE = []\n${text}django_heroku.settings(locals())\n`,
      },
      { target: 'heroku', operator: { settings: 'config.settings' } },
    ).outcome;
  expect(outcome(key)).not.toBe('passed');
  expect(outcome("SECRET_KEY = os.environ['SECRET_KEY']\n")).toBe('passed');
});

test('production settings that are judged for their name alone are not the ones that are loaded', () => {
  const files = (module: string) => ({
    'manage.py': `import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', '${module}')\n`,
    'config/__init__.py': '',
    'config/wsgi.py': `import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', '${module}')\n`,
    'config/settings/__init__.py': '',
    'config/settings/base.py': "INSTALLED_APPS = []\nROOT_URLCONF = 'config.urls'\n",
    'config/settings/development.py': 'from .base import *\nDEBUG = True\n',
    'config/settings/production.py': 'from .base import *\nDEBUG = False\n',
  });
  const id = 'settings/orphan-production-module';
  expect(outcomeOf(id, files('config.settings.production'))).toBe('passed');
  expect(outcomeOf(id, files('config.settings.development'), 'apache-ubuntu')).toBe('notApplicable');
});

test('a server of a container hands nothing out beside Apache', () => {
  const files = {
    'config/__init__.py': '',
    'config/wsgi.py':
      "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings')\napplication = None\n",
    'config/settings.py':
      "INSTALLED_APPS = ['shop']\nROOT_URLCONF = 'config.urls'\nSTATIC_URL = '/static/'\nMEDIA_URL = '/media/'\nMEDIA_ROOT = '/srv/shop/media'\n",
    'config/urls.py': 'urlpatterns = []\n',
    'shop/__init__.py': '',
    'shop/models.py':
      "from django.db import models\n\n\nclass Bill(models.Model):\n    scan = models.FileField(upload_to='bills')\n",
    'apache/shop.conf':
      '<VirtualHost *:80>\nServerName shop.example.org\nWSGIDaemonProcess shop python-path=/srv/shop\nWSGIProcessGroup shop\nWSGIScriptAlias / /srv/shop/config/wsgi.py\nAlias /static/ /srv/shop/static/\n</VirtualHost>\n',
    'nginx/nginx.conf': 'server {\n  location /media/ {\n    alias /media/;\n  }\n}\n',
  };
  expect(outcomeOf('media/not-served', files, 'apache-ubuntu')).toBe('failed');
  expect(outcomeOf('media/not-served', files, 'nginx-gunicorn')).toBe('passed');
});

test('a mail password of a template is none, whatever it is called', () => {
  const settings = (password: string) => ({ 'config/settings.py': `EMAIL_HOST_PASSWORD = '${password}'\n` });
  for (const password of ['email_host_password', 'EMAIL-PASSWORD', 'my_email_password'])
    expect(outcomeOf('email/password-hardcoded', settings(password)), password).toBe('passed');
  expect(outcomeOf('email/password-hardcoded', settings('hw2-email-kTq8'))).toBe('failed');
});

test('a key that only a variable holds is not there where the platform gives none and no file is loaded', () => {
  const entry = resolve([...recommended, ...pythonanywhere.rules]).find(
    ({ rule }) => rule.id === 'settings/secret-key-missing',
  );
  if (!entry) throw new Error('no such rule');
  const outcome = (first: string) =>
    examine(
      entry.rule,
      { 'config/settings.py': `import os\n${first}SECRET_KEY = os.getenv('SECRET_KEY')\n` },
      { operator: { settings: 'config.settings' }, target: 'pythonanywhere' },
    ).outcome;
  expect(outcome('')).toBe('notApplicable');
  expect(outcome('from dotenv import load_dotenv\nload_dotenv()\n')).toBe('passed');
});
