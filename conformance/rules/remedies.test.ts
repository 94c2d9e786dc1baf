/** Remedies that must fit the project: what they name has to be there, and following them must not do harm. */

import { examine } from 'django-golive/testing';
import { expect, test } from 'vitest';
import { catalogue } from './catalogue.js';

const operator = { settings: 'config.settings' };

function remedyOf(id: string, files: Readonly<Record<string, string>>, target?: string) {
  const rule = catalogue().find((entry) => entry.rule.id === id)?.rule;
  if (!rule) throw new Error(`There is no rule ${id}.`);
  const named = 'config/wsgi.py' in files ? {} : { operator };
  const [finding] = examine(rule, files, { ...named, ...(target === undefined ? {} : { target }) }).findings;
  return finding?.remedy;
}

const statics = (directories: string) =>
  `from pathlib import Path\nBASE_DIR = Path(__file__).resolve().parent.parent\nINSTALLED_APPS = ['django.contrib.staticfiles']\nSTATICFILES_DIRS = [${directories}]\n`;

test('the code of the project is not collected and published', () => {
  const files = {
    'config/settings.py': statics('BASE_DIR'),
    'manage.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings')\n",
  };
  expect(remedyOf('static/root-missing', files)?.summary).toMatch(/^Take `\.` out of `STATICFILES_DIRS`/);
  expect(remedyOf('heroku/collectstatic-fails', files, 'heroku')?.summary).toMatch(/^Take `\.` out/);
  const apart = { ...files, 'config/settings.py': statics("BASE_DIR / 'assets'"), 'assets/site.css': '' };
  expect(remedyOf('static/root-missing', apart)).toMatchObject({
    summary: 'Name a directory that holds nothing else, and keep it out of version control.',
    code: "STATIC_ROOT = BASE_DIR / 'staticfiles'",
  });
});

test('static files are collected into a directory that is free', () => {
  const files = { 'config/settings.py': statics("BASE_DIR / 'staticfiles'"), 'staticfiles/site.css': '' };
  expect(remedyOf('static/root-missing', files)?.code).toBe("STATIC_ROOT = BASE_DIR / 'static_root'");
});

test('a log goes to standard error once', () => {
  const handlers = (more: string) =>
    `LOGGING = {'version': 1, 'handlers': {'file': {'class': 'logging.FileHandler', 'filename': 'a.log'}${more}}, 'root': {'handlers': ['file']}}\n`;
  const remedy = (more: string) => remedyOf('logging/file-on-ephemeral-disk', { 'config/settings.py': handlers(more) });
  expect(remedy('')?.code).toContain('logging.StreamHandler');
  const beside = remedy(", 'console': {'class': 'logging.StreamHandler'}");
  expect(beside?.summary).toMatch(/^Delete the handler `file`, and name `console`/);
  expect(beside?.code).toBeUndefined();
});

test('a user other than root is told of what lies in its home', () => {
  const remedy = (lines: string) =>
    remedyOf(
      'docker/runs-as-root',
      { Dockerfile: `FROM python:3.13-slim\n${lines}\nCMD ["gunicorn", "config.wsgi"]\n`, 'manage.py': '' },
      'docker',
    )?.summary;
  expect(remedy('RUN curl -sSL https://install.python-poetry.org | python3 -')).toMatch(/lies in root's home/);
  expect(remedy('RUN pip install poetry && poetry install')).toMatch(/lies in root's home/);
  expect(remedy('RUN poetry config virtualenvs.create false && poetry install')).not.toMatch(/home/);
  expect(remedy('RUN pip install -r requirements.txt')).not.toMatch(/home/);
});

test('a policy is written in the words of what runs on the Django that is there', () => {
  const remedy = (version: string) =>
    remedyOf('headers/csp-missing', {
      'config/settings.py': 'MIDDLEWARE = []\n',
      'shop/templates/shop/index.html': '<h1>Shop</h1>',
      'requirements.txt': `Django==${version}\n`,
    })?.code;
  expect(remedy('6.0.1')).toContain('SECURE_CSP_REPORT_ONLY');
  expect(remedy('5.2.8')).toContain('CONTENT_SECURITY_POLICY_REPORT_ONLY');
  expect(remedy('3.2.25')).toContain('CSP_REPORT_ONLY = True');
});

test('a setting is written into the file that is for production', () => {
  const files = {
    'config/__init__.py': '',
    'config/settings/__init__.py': 'from .base import *\nfrom .production import *\n',
    'config/settings/base.py': "INSTALLED_APPS = ['django.contrib.sessions']\n",
    'config/settings/production.py': 'DEBUG = False\n',
  };
  expect(remedyOf('cookies/session-insecure', files)?.path).toBe('config/settings/production.py');
});

test('a setting of django-configurations is written into the file of its class', () => {
  const files = {
    'config/__init__.py': '',
    'config/settings/__init__.py': 'from .live import Live\nfrom .tests import Tests\n',
    'config/settings/live.py':
      "from configurations import Configuration\n\n\nclass Live(Configuration):\n    INSTALLED_APPS = ['django.contrib.sessions']\n",
    'config/settings/tests.py': 'from .live import Live\n\n\nclass Tests(Live):\n    DEBUG = True\n',
    'config/wsgi.py':
      "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings')\nos.environ.setdefault('DJANGO_CONFIGURATION', 'Live')\n",
    'requirements.txt': 'django-configurations==2.5\n',
  };
  expect(remedyOf('cookies/session-insecure', files)?.path).toBe('config/settings/live.py');
});
