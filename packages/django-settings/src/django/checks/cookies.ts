/** Mirrors of django.core.checks.security.sessions and .csrf: cookies that leave over plain HTTP, and the CSRF middleware. */
import { type Answer, both, contains, equalsText, isTrue, not, truth } from '../answer.js';
import type { LoadedSettings } from '../loaded.js';
import { atLeast } from '../series.js';
import { check, type Finding, type SettingsCheck } from './check.js';
import { csrfMiddleware, sessionMiddleware } from './middleware.js';

const sessionReads = ['INSTALLED_APPS', 'MIDDLEWARE'];

export const cookieChecks: readonly SettingsCheck[] = [
  check('security.W003', ['MIDDLEWARE'], (settings) => not(csrfMiddleware(settings))),
  check('security.W016', ['CSRF_USE_SESSIONS', 'MIDDLEWARE', 'CSRF_COOKIE_SECURE'], (settings) =>
    both(
      () => (atLeast(settings.series, '1.11') ? not(truth(settings.get('CSRF_USE_SESSIONS'))) : 'yes'),
      () => csrfMiddleware(settings),
      () => not(isOn(settings, 'CSRF_COOKIE_SECURE')),
    ),
  ),
  check(
    'security.W017',
    ['MIDDLEWARE', 'CSRF_COOKIE_HTTPONLY'],
    (settings) =>
      both(
        () => csrfMiddleware(settings),
        () => not(truth(settings.get('CSRF_COOKIE_HTTPONLY'))),
      ),
    { removed: '1.11' },
  ),
  {
    since: '1.8',
    reads: ['SESSION_COOKIE_SECURE', ...sessionReads],
    run: (settings) => sessionCookie(settings, 'SESSION_COOKIE_SECURE', ['W010', 'W011', 'W012']),
  },
  {
    since: '1.8',
    reads: ['SESSION_COOKIE_HTTPONLY', ...sessionReads],
    run: (settings) => sessionCookie(settings, 'SESSION_COOKIE_HTTPONLY', ['W013', 'W014', 'W015']),
  },
  {
    since: '3.2',
    reads: ['CSRF_FAILURE_VIEW'],
    run: (settings) => {
      const wrong = failureViewWrong(settings);
      // Whether importing the view's module fails is not known from settings, where the view is not found.
      return [
        { id: 'security.E101', printed: wrong },
        { id: 'security.E102', printed: wrong === 'maybe' ? 'maybe' : 'no' },
      ];
    },
  },
];

/** Django asked for a true value up to 4.0, and for `True` itself from 4.1 on. */
function isOn(settings: LoadedSettings, name: string): Answer {
  const value = settings.get(name);
  return atLeast(settings.series, '4.1') ? isTrue(value) : truth(value);
}

/** One id for the application, one for the middleware, and a third alone where both are there. */
function sessionCookie(
  settings: LoadedSettings,
  name: string,
  [application, middleware, together]: readonly [string, string, string],
): readonly Finding[] {
  const off = not(isOn(settings, name));
  const installed = contains(settings.get('INSTALLED_APPS'), 'django.contrib.sessions');
  const used = sessionMiddleware(settings);
  const finding = (id: string, ...parts: readonly Answer[]): Finding => ({
    id: `security.${id}`,
    printed: both(...parts.map((part) => () => part)),
  });
  if (off === 'crash' || (off === 'yes' && (installed === 'crash' || used === 'crash'))) return [];
  return [
    finding(application, off, installed, not(used)),
    finding(middleware, off, not(installed), used),
    finding(together, off, installed, used),
  ];
}

function failureViewWrong(settings: LoadedSettings): Answer {
  const view = settings.get('CSRF_FAILURE_VIEW');
  if (equalsText(view, 'django.views.csrf.csrf_failure') === 'yes') return 'no';
  const takes = view?.kind === 'str' ? settings.takesReason(view.value) : undefined;
  return takes === undefined ? 'maybe' : takes ? 'no' : 'yes';
}
