/** What works is said of what is there, and of nothing else. */
import { examine } from 'django-golive/testing';
import { expect, test } from 'vitest';
import { catalogue } from './catalogue.js';

const outcomeOf = (id: string, files: Readonly<Record<string, string>>) => {
  const rule = catalogue().find((entry) => entry.rule.id === id)?.rule;
  if (!rule) throw new Error(`There is no rule ${id}.`);
  return examine(rule, files, { operator: { settings: 'config.settings' } }).outcome;
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
