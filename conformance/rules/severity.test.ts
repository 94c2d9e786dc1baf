/** Holds docs/severity.md and the rules to each other: the same harm, the same severity. */
import { readFileSync } from 'node:fs';
import { recommended, resolve, type Severity, severities } from '@django-golive/core';
import { heroku } from '@django-golive/profiles';
import { describe, expect, test } from 'vitest';
import { catalogue } from './catalogue.js';
import { type Files, findingOf } from './finding-of.js';

const page = readFileSync(new URL('../../docs/severity.md', import.meta.url), 'utf8');
const rules = new Map(catalogue().map(({ rule }) => [rule.id, rule]));
const families = [...page.matchAll(/^\| (.+?) +\| (\w+) +\| (`.+`) +\|$/gm)].map(
  ([, harm = '', severity = '', ids = '']) => ({ harm, severity, ids: ids.replaceAll('`', '').trim().split(', ') }),
);

test('the rubric tells of every severity, worst first', () => {
  const told = [...page.matchAll(/^\| \*\*(\w+)\*\* /gm)].map(([, severity]) => severity);
  expect(told).toEqual(severities);
});

test('no rule is said to do two harms', () => {
  const ids = families.flatMap((family) => family.ids);
  expect(ids.length).toBeGreaterThan(60);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

describe.each(families)('$harm', ({ severity, ids }) => {
  test.each(ids)(`%s is ${severity}`, (id) => {
    expect(rules.get(id)?.severity).toBe(severity);
  });
});

test('each rule that says Django does not start, or migrate does not run, is among them', () => {
  const stops =
    /Django stops (at its start|at once|with)|does not start|server stops|gunicorn stops|`migrate`[^.]* stops|build (stops|ends) with an error|Every request stops|No application server/;
  // What is not sure to happen in production, or does not happen at once.
  const others =
    /^(deps\/unpinned|[\w-]+\/placeholder-left|[\w-]+\/certificate-unusable|pythonanywhere\/relative-path)$/;
  const told = new Set(families.flatMap(({ ids }) => ids));
  const missing = [...rules.values()].filter(({ id, risk }) => stops.test(risk) && !others.test(id) && !told.has(id));
  expect(missing.map(({ id, severity, risk }) => `${severity} ${id}: ${risk}`)).toEqual([]);
});

const severityOf = (id: string, files: Files): Severity | undefined => findingOf(id, files)?.severity;

describe('a finding that stops less than its rule', () => {
  const site = (settings: string, more: Files = {}) => ({ 'config/settings.py': settings, ...more });

  test('an authentication backend that is missing lets the site start', () => {
    const shop = { 'shop/__init__.py': '', 'shop/orders/__init__.py': '' };
    const id = 'structure/local-app-missing';
    expect(severityOf(id, site("INSTALLED_APPS = ['shop.gone']\n", shop))).toBe('critical');
    expect(severityOf(id, site("AUTHENTICATION_BACKENDS = ['shop.gone.Backend']\n", shop))).toBe('high');
  });

  test('a relative place of a file cache exposes nothing where nobody serves it', () => {
    const cache = (place: string) =>
      `MEDIA_ROOT = 'media'\nCACHES = {'default': {'BACKEND': 'django.core.cache.backends.filebased.FileBasedCache', 'LOCATION': '${place}'}}\n`;
    expect(severityOf('cache/location-exposed', site(cache('home/shop/cache')))).toBe('low');
    expect(severityOf('cache/location-exposed', site(cache('media/cache')))).toBe('high');
  });

  test('no application at all may be one that the server has', () => {
    expect(severityOf('wsgi/missing', site("ROOT_URLCONF = 'config.urls'\n"))).toBe('high');
  });

  test('an origin that nothing checks is only refused', () => {
    const cors = "MIDDLEWARE = ['corsheaders.middleware.CorsMiddleware']\nCORS_ALLOWED_ORIGINS = ['app.example.com']\n";
    expect(severityOf('cors/origin-malformed', site(cors))).toBe('medium');
    expect(severityOf('cors/origin-malformed', site(`${cors}INSTALLED_APPS = ['corsheaders']\n`))).toBe('critical');
  });

  test('a host name joined with another is refused, an application stops the start', () => {
    const joined = (text: string) => severityOf('settings/implicit-string-concat', site(text));
    expect(joined("ALLOWED_HOSTS = ['example.com' 'www.example.com']\n")).toBe('high');
    expect(joined("INSTALLED_APPS = ['django.contrib.admin' 'django.contrib.auth']\n")).toBe('critical');
  });

  test('the page for refused forms is checked since Django 3.2', () => {
    const files = (django: string) =>
      site("CSRF_FAILURE_VIEW = 'shop.pages.refused'\n", {
        'shop/__init__.py': '',
        'requirements.txt': `Django==${django}\n`,
      });
    expect(severityOf('csrf/failure-view-invalid', files('2.2.28'))).toBe('low');
    expect(severityOf('csrf/failure-view-invalid', files('5.2.8'))).toBe('critical');
  });

  test('a package that Heroku does not install stops the start there', () => {
    const files = site("INSTALLED_APPS = ['rest_framework']\n", { 'requirements.txt': 'Django==5.2.8\n' });
    expect(severityOf('deps/app-not-declared', files)).toBe('high');
    for (const id of ['deps/app-not-declared', 'database/driver-missing', 'static/whitenoise-not-installed'])
      expect(resolve([...recommended, ...heroku.rules]).find(({ rule }) => rule.id === id)?.severity).toBe('critical');
  });
});
