/** Mirrors of the checks of URLs, of the current site, and of the middleware that asks everyone to log in. */
import type { Value } from '@django-golive/core';
import { type Answer, both, equalsText, isNone, not, overOptions, truth } from '../answer.js';
import { djangoDefault } from '../defaults.js';
import type { LoadedSettings } from '../loaded.js';
import { atLeast } from '../series.js';
import { check, type SettingsCheck } from './check.js';
import { installed } from './installed.js';
import { findClass } from './subclasses.js';

const authentication = 'django.contrib.auth.middleware.AuthenticationMiddleware';
const loginRequired = 'django.contrib.auth.middleware.LoginRequiredMiddleware';

export const requestChecks: readonly SettingsCheck[] = [
  check('urls.E006', ['STATIC_URL', 'MEDIA_URL'], urlsWithoutSlash),
  check('sites.E101', ['INSTALLED_APPS', 'SITE_ID'], siteWrong, { since: '3.2' }),
  check('auth.E013', ['INSTALLED_APPS', 'MIDDLEWARE'], loginBeforeAuthentication, { since: '5.1' }),
  check(
    '1_10.W001',
    ['MIDDLEWARE', 'MIDDLEWARE_CLASSES'],
    (settings) =>
      both(
        () => not(isNone(settings.get('MIDDLEWARE') ?? { kind: 'none' })),
        () => classesChanged(settings),
      ),
    { since: '1.10', removed: '2.0' },
  ),
];

/** Whether MIDDLEWARE_CLASSES differs from Django's own. */
function classesChanged(settings: LoadedSettings): Answer {
  const value = settings.get('MIDDLEWARE_CLASSES');
  const own = djangoDefault('MIDDLEWARE_CLASSES', settings.series);
  if (settings.assigned('MIDDLEWARE_CLASSES') === 'no') return 'no';
  if (!value || value.kind === 'unknown' || value.kind === 'choice') return 'maybe';
  const [here, there] = [value, own].map((one) => (one?.kind === 'list' ? one.items : undefined));
  if (!here || !there || here.length !== there.length) return 'yes';
  return not(both(...here.map((item, index) => () => equalsText(item, textOf(there[index])))));
}

const textOf = (value: Value | undefined): string => (value?.kind === 'str' ? value.value : '');

/** Both are looked at before anything is printed. */
function urlsWithoutSlash(settings: LoadedSettings): Answer {
  const answers = ['STATIC_URL', 'MEDIA_URL'].map((name): Answer => {
    const value = settings.get(name);
    return value ? overOptions(value, (option) => withoutSlash(option, settings.series)) : 'crash';
  });
  if (answers.includes('crash')) return 'crash';
  return answers.includes('maybe') ? 'maybe' : answers.includes('yes') ? 'yes' : 'no';
}

function withoutSlash(value: Value, series: string): Answer {
  if (value.kind === 'none') return 'no';
  if (value.kind === 'unknown' || value.kind === 'object') return 'maybe';
  // From 3.1 on a relative one, even an empty one, is put under the script's prefix.
  if (value.kind !== 'str') return atLeast(series, '3.1') || truth(value) !== 'no' ? 'crash' : 'no';
  return value.value === '' || value.value.endsWith('/') ? 'no' : 'yes';
}

function siteWrong(settings: LoadedSettings): Answer {
  const there = installed(settings, 'sites');
  const site = settings.get('SITE_ID');
  if (there === 'no' || !site) return there === 'crash' ? 'crash' : 'no';
  return both(
    () => there,
    () => settings.assigned('SITE_ID'),
    () => overOptions(site, (option) => noSite(option, settings.series)),
  );
}

/** Up to 5.2 a whole number or None is asked for, later what is equal to a whole number. */
function noSite(value: Value, series: string): Answer {
  switch (value.kind) {
    case 'none':
    case 'int':
    case 'bool':
      return 'no';
    case 'unknown':
    case 'object':
      return 'maybe';
    case 'float':
      if (!atLeast(series, '6.0')) return 'yes';
      if (!Number.isFinite(value.value)) return Number.isNaN(value.value) ? 'yes' : 'crash';
      return Number.isInteger(value.value) ? 'no' : 'yes';
    default:
      return 'yes';
  }
}

function loginBeforeAuthentication(settings: LoadedSettings): Answer {
  return both(
    () => installed(settings, 'auth'),
    () => {
      const middleware = settings.get('MIDDLEWARE');
      const login = findClass(middleware, [loginRequired], /login|auth|access/i);
      if (login.answer !== 'yes') return login.answer;
      const known = findClass(middleware, [authentication]);
      if (login.mayStop || login.suspect !== undefined || known.answer === 'crash') return 'maybe';
      if (known.answer !== 'yes') return known.answer === 'no' ? 'yes' : 'maybe';
      // The order of a set is Python's affair.
      if (middleware?.kind === 'set') return 'maybe';
      if (known.index < login.index) return 'no';
      return known.suspect === undefined && !known.mayStop ? 'yes' : 'maybe';
    },
  );
}
