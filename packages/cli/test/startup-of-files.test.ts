/** Whether the site would start is said of its files too, and not of the settings alone. */
import { projectOf } from '@django-golive/core';
import { expect, test } from 'vitest';
import { auditLoaded } from '../src/audit-project.js';

const startupOf = (urls: string, views = '') => {
  const { startup, summary } = auditLoaded(
    projectOf({
      'manage.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings')\n",
      'requirements.txt': 'Django==5.2\n',
      'config/__init__.py': '',
      'config/settings.py': "ROOT_URLCONF = 'config.urls'\nINSTALLED_APPS = ['shop']\n",
      'config/urls.py': urls,
      'shop/__init__.py': '',
      'shop/views.py': views,
    }),
    { target: 'none', today: '2026-11-20' },
  );
  return { startup, summary };
};

test('a site whose files load starts with its settings', () => {
  expect(startupOf('from shop import views\nurlpatterns = [views.home]\n', 'def home(request): ...\n').startup).toEqual(
    {
      ok: true,
    },
  );
});

test.each([
  ['from shop import views\nurlpatterns = [\n', '', 'SyntaxError', 'config/urls.py'],
  ['from shop import views\nurlpatterns = [views.home]\n', '', 'ImportError', 'config/urls.py'],
  ['from shop import views\nurlpatterns = []\n', 'from .prices import price\n', 'ModuleNotFoundError', 'shop/views.py'],
])('a site whose files do not load does not start: %j', (urls, views, type, path) => {
  const { startup, summary } = startupOf(urls, views);
  expect(startup).toMatchObject({ ok: false, type, location: { path } });
  expect(summary).toContain(`Django would not start with \`config.settings\`: ${type}.`);
});
