/** Mirrors of django.core.checks.security.base: transport, headers, DEBUG and ALLOWED_HOSTS. */
import {
  type Answer,
  anyOf,
  both,
  either,
  equalsText,
  isNone,
  isTrue,
  iterated,
  not,
  overOptions,
  truth,
} from '../answer.js';
import type { LoadedSettings } from '../loaded.js';
import { check, type SettingsCheck } from './check.js';
import { frameOptionsMiddleware, securityMiddleware } from './middleware.js';

const openerPolicies = ['same-origin', 'same-origin-allow-popups', 'unsafe-none'];
const referrerPolicies = [
  'no-referrer',
  'no-referrer-when-downgrade',
  'origin',
  'origin-when-cross-origin',
  'same-origin',
  'strict-origin',
  'strict-origin-when-cross-origin',
  'unsafe-url',
];

/** SecurityMiddleware is there and a setting of it is not `True`. */
function unlessTrue(name: string, ...also: readonly ((settings: LoadedSettings) => Answer)[]) {
  return (settings: LoadedSettings): Answer =>
    both(
      () => securityMiddleware(settings),
      ...also.map((part) => () => part(settings)),
      () => not(isTrue(settings.get(name))),
    );
}

const strictTransport = (settings: LoadedSettings): Answer => truth(settings.get('SECURE_HSTS_SECONDS'));

export const securityChecks: readonly SettingsCheck[] = [
  check('security.W001', ['MIDDLEWARE'], (settings) => not(securityMiddleware(settings))),
  check('security.W002', ['MIDDLEWARE'], (settings) => not(frameOptionsMiddleware(settings))),
  check('security.W004', ['MIDDLEWARE', 'SECURE_HSTS_SECONDS'], (settings) =>
    both(
      () => securityMiddleware(settings),
      () => not(strictTransport(settings)),
    ),
  ),
  check(
    'security.W005',
    ['MIDDLEWARE', 'SECURE_HSTS_SECONDS', 'SECURE_HSTS_INCLUDE_SUBDOMAINS'],
    unlessTrue('SECURE_HSTS_INCLUDE_SUBDOMAINS', strictTransport),
  ),
  check(
    'security.W021',
    ['MIDDLEWARE', 'SECURE_HSTS_SECONDS', 'SECURE_HSTS_PRELOAD'],
    unlessTrue('SECURE_HSTS_PRELOAD', strictTransport),
    { since: '1.11' },
  ),
  check('security.W006', ['MIDDLEWARE', 'SECURE_CONTENT_TYPE_NOSNIFF'], unlessTrue('SECURE_CONTENT_TYPE_NOSNIFF')),
  check('security.W007', ['MIDDLEWARE', 'SECURE_BROWSER_XSS_FILTER'], unlessTrue('SECURE_BROWSER_XSS_FILTER'), {
    removed: '3.0',
  }),
  check('security.W008', ['MIDDLEWARE', 'SECURE_SSL_REDIRECT'], unlessTrue('SECURE_SSL_REDIRECT')),
  check('security.W018', ['DEBUG'], (settings) => truth(settings.get('DEBUG'))),
  check('security.W019', ['MIDDLEWARE', 'X_FRAME_OPTIONS'], (settings) =>
    both(
      () => frameOptionsMiddleware(settings),
      () => not(equalsText(settings.get('X_FRAME_OPTIONS'), 'DENY')),
    ),
  ),
  check('security.W020', ['ALLOWED_HOSTS'], (settings) => not(truth(settings.get('ALLOWED_HOSTS')))),
  check(
    'security.W022',
    ['MIDDLEWARE', 'SECURE_REFERRER_POLICY'],
    (settings) =>
      both(
        () => securityMiddleware(settings),
        () => isMissing(settings),
      ),
    { since: '3.0' },
  ),
  check(
    'security.E023',
    ['MIDDLEWARE', 'SECURE_REFERRER_POLICY'],
    (settings) =>
      both(
        () => securityMiddleware(settings),
        () => not(isMissing(settings)),
        () => referrerPolicyWrong(settings),
      ),
    { since: '3.0' },
  ),
  check('security.E024', ['MIDDLEWARE', 'SECURE_CROSS_ORIGIN_OPENER_POLICY'], openerPolicyWrong, { since: '4.0' }),
  check(
    'security.E100',
    ['DEFAULT_HASHING_ALGORITHM'],
    (settings) => not(among(settings, 'DEFAULT_HASHING_ALGORITHM', ['sha1', 'sha256'])),
    { since: '3.1', removed: '4.0' },
  ),
];

function isMissing(settings: LoadedSettings): Answer {
  const policy = settings.get('SECURE_REFERRER_POLICY');
  return policy ? isNone(policy) : 'crash';
}

function referrerPolicyWrong(settings: LoadedSettings): Answer {
  const policy = settings.get('SECURE_REFERRER_POLICY');
  if (!policy) return 'crash';
  return overOptions(policy, (option) => {
    if (option.kind === 'str') {
      return option.value.split(',').every((part) => referrerPolicies.includes(part.trim())) ? 'no' : 'yes';
    }
    const values = iterated(option);
    if (values === 'crash') return 'crash';
    if (!values) return 'maybe';
    if (values.some(({ kind }) => kind === 'list' || kind === 'dict' || kind === 'set')) return 'crash';
    return anyOf(values, (value) =>
      not(either(...referrerPolicies.map((policyName) => () => equalsText(value, policyName)))),
    );
  });
}

function openerPolicyWrong(settings: LoadedSettings): Answer {
  const policy = settings.get('SECURE_CROSS_ORIGIN_OPENER_POLICY');
  return both(
    () => securityMiddleware(settings),
    () => (policy ? not(isNone(policy)) : 'crash'),
    () => not(among(settings, 'SECURE_CROSS_ORIGIN_OPENER_POLICY', openerPolicies)),
  );
}

/** `setting in {…}`: an unhashable value makes Python raise TypeError. */
function among(settings: LoadedSettings, name: string, texts: readonly string[]): Answer {
  const value = settings.get(name);
  if (!value) return 'crash';
  return overOptions(value, (option) =>
    option.kind === 'list' || option.kind === 'dict' || option.kind === 'set'
      ? 'crash'
      : either(...texts.map((text) => () => equalsText(option, text))),
  );
}
