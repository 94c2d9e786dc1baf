/** How bad a finding is, and what it says happens, by what else the project does. */

import { describe, expect, test } from 'vitest';
import { type Files, findingOf } from './finding-of.js';

const harm = (...of: Parameters<typeof findingOf>) => {
  const found = findingOf(...of);
  return [found?.severity, found?.risk];
};

describe('a forged Host', () => {
  const id = 'settings/allowed-hosts-wildcard';
  const site = (urls: string, views = '', more: Files = {}) => ({
    'config/settings.py':
      "ALLOWED_HOSTS = ['*']\nROOT_URLCONF = 'config.urls'\nINSTALLED_APPS = ['django.contrib.admin', 'rest_framework', 'shop']\n",
    'config/urls.py': `from django.contrib import admin\nfrom django.urls import include, path\nfrom shop import views\n\nurlpatterns = [path('admin/', admin.site.urls), path('', views.home), ${urls}]\n`,
    'shop/__init__.py': '',
    'shop/views.py': `from django.http import HttpResponse\n\n\ndef home(request):\n    return HttpResponse(${views || "'hello'"})\n`,
    ...more,
  });

  test('harms little where nothing takes it', () => {
    expect(harm(id, site(''))).toEqual(['low', expect.stringContaining('Nothing was seen here')]);
    const broad = site('');
    const files = { ...broad, 'config/settings.py': broad['config/settings.py'].replace('*', '.herokuapp.com') };
    expect(harm('settings/allowed-hosts-broad-suffix', files)).toEqual(['low', expect.stringContaining('Nothing')]);
  });

  test.each([
    ['a password reset', site("path('accounts/', include('django.contrib.auth.urls'))")],
    ['a view', site('', "request.build_absolute_uri('/')")],
    ['a page', site('', '', { 'templates/mail.html': 'https://{{ request.get_host }}/\n' })],
    ['a package', site("path('in/', include('allauth.urls'))")],
  ])('harms as ever where %s does', (_name, files) => {
    expect(harm(id, files)).toEqual(['high', expect.stringContaining('password-reset')]);
  });
});
