/** Nothing earns a pass by not being there: a rule about a thing applies only where the thing is. */

import { examine } from 'django-golive/testing';
import { expect, test } from 'vitest';
import { catalogue } from './catalogue.js';

const plain = `
SECRET_KEY = 'django-insecure-0123456789-0123456789-0123456789-0123456789'
DEBUG = True
ALLOWED_HOSTS = []
ROOT_URLCONF = 'config.urls'
MIDDLEWARE = ['django.middleware.security.SecurityMiddleware']
INSTALLED_APPS = ['django.contrib.auth']
DATABASES = {'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': 'db.sqlite3'}}
`;
const files = {
  'manage.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings')\n",
  'config/__init__.py': '',
  'config/settings.py': plain,
  'config/wsgi.py':
    "import os\nfrom django.core.wsgi import get_wsgi_application\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings')\napplication = get_wsgi_application()\n",
  'requirements.txt': 'Django==4.1.1\n',
};

test.each([
  'auth/session-serializer-pickle',
  'cors/allow-all',
  'cors/origin-malformed',
  'cors/regex-broad',
  'database/pool-and-conn-max-age',
  'database/credentials-hardcoded',
  'deps/app-not-declared',
  'deps/pkg-resources-pinned',
  'deps/platform-specific',
  'gunicorn/worker-class-missing',
  'migrations/ignored-by-git',
  'secrets/database-committed',
  'secrets/env-committed',
  'secrets/key-file-committed',
  'settings/debug-apps-enabled',
  'settings/tuple-missing-comma',
  'startup/async-unsafe-allowed',
  'static/staticfiles-app-missing',
  'static/url-invalid',
  'templates/autoescape-off',
  'cache/options-of-another-backend',
  'secrets/credential-setting-literal',
  'secrets/env-not-ignored',
  'heroku/django-heroku',
  'heroku/package-files-several',
  'heroku/virtualenv-committed',
  'pythonanywhere/plan-too-small',
  'pythonanywhere/repository-wsgi-ignored',
  'settings/allowed-hosts-broad-suffix',
  'settings/allowed-hosts-local-only',
  'settings/allowed-hosts-malformed',
  'settings/allowed-hosts-wildcard',
  'settings/debug-string-truthy',
  'settings/orphan-production-module',
  'settings/secret-key-fallbacks-weak',
  'settings/secret-key-weak',
  'startup/unknown',
  'csrf/origin-too-broad',
  'csrf/origin-with-path',
  'csrf/origin-without-scheme',
  'database/sqlite-fallback',
  'deps/django-patch-behind',
  'email/backend-not-real',
  'email/password-hardcoded',
  'media/inside-static',
  'migrations/at-image-build',
  'migrations/makemigrations-in-deploy',
  'wsgi/env-loaded-late',
])('%s does not apply to a new project that has none of what it is about', (id) => {
  const rule = catalogue().find((entry) => entry.rule.id === id)?.rule;
  if (!rule) throw new Error(`There is no rule ${id}.`);
  expect(examine(rule, files).outcome).toBe('notApplicable');
});

test('code that hands out some file is no proof that uploads are handed out', () => {
  const rule = catalogue().find((entry) => entry.rule.id === 'media/not-served')?.rule;
  if (!rule) throw new Error('There is no rule media/not-served.');
  const uploads = {
    ...files,
    'config/settings.py': `${plain}MEDIA_URL = '/media/'\nMEDIA_ROOT = '/srv/media'\nINSTALLED_APPS += ['shop']\n`,
    'config/urls.py': 'urlpatterns = []\n',
    'shop/__init__.py': '',
    'shop/models.py':
      "from django.db import models\n\n\nclass Bill(models.Model):\n    scan = models.FileField(upload_to='bills')\n",
  };
  const report =
    "from django.http import FileResponse\n\n\ndef report(request):\n    return FileResponse(open('/tmp/r.pdf'))\n";
  expect(examine(rule, { ...uploads, 'shop/views.py': report }).outcome).toBe('notApplicable');
  const served =
    "from django.urls import re_path\nfrom django.views.static import serve\n\nurlpatterns = [re_path(r'^media/(?P<path>.*)$', serve)]\n";
  expect(examine(rule, { ...uploads, 'config/urls.py': served }).outcome).toBe('passed');
});

test('a key that debug mode alone falls back to is nothing to praise', () => {
  const outcome = (debug: string) => {
    const settings = `import os\n\nDEBUG = ${debug}\nSECRET_KEY = 'a-key-for-development-0123456789' if DEBUG else os.environ['SECRET_KEY']\n`;
    const rule = catalogue().find((entry) => entry.rule.id === 'settings/secret-key-fallback-literal')?.rule;
    if (!rule) throw new Error('no such rule');
    return examine(rule, { ...files, 'config/settings.py': settings }).report.outcomes[0]?.outcome;
  };
  expect(outcome("os.environ.get('DEBUG', 'True') == 'True'")).toBe('notApplicable');
  expect(outcome("os.environ.get('DEBUG', '') == 'True'")).toBe('passed');
});

test('that all applications have migrations is said where git hands on those of each', () => {
  const rule = catalogue().find((entry) => entry.rule.id === 'migrations/missing')?.rule;
  if (!rule) throw new Error('There is no rule migrations/missing.');
  const model = 'from django.db import models\n\n\nclass Thing(models.Model):\n    name = models.TextField()\n';
  const migration = 'from django.db import migrations\n\n\nclass Migration(migrations.Migration):\n    pass\n';
  const app = (name: string) => ({
    [`${name}/__init__.py`]: '',
    [`${name}/models.py`]: model,
    [`${name}/migrations/__init__.py`]: '',
    [`${name}/migrations/0001_initial.py`]: migration,
  });
  const both = {
    ...files,
    'config/settings.py': `${plain}INSTALLED_APPS += ['shop', 'news']\n`,
    ...app('shop'),
    ...app('news'),
  };
  expect(examine(rule, both).outcome).toBe('passed');
  const untracked = ['news/migrations/__init__.py', 'news/migrations/0001_initial.py'];
  expect(examine(rule, both, { untracked }).outcome).toBe('notApplicable');
  const without = Object.fromEntries(Object.entries(both).filter(([path]) => !untracked.includes(path)));
  expect(examine(rule, { ...without, '.gitignore': 'news/migrations/\n' }).outcome).toBe('notApplicable');
  expect(examine(rule, without).outcome).toBe('failed');
});
