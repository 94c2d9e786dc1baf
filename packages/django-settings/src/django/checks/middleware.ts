/** The middleware that Django's security checks look for: by exact path, so that a subclass does not count. */
import { type Answer, contains, either, isNone } from '../answer.js';
import type { LoadedSettings } from '../loaded.js';
import { atLeast } from '../series.js';

const has =
  (path: string) =>
  (settings: LoadedSettings): Answer =>
    either(
      // Django 1.10 and 1.11 look into both settings.
      ...(atLeast(settings.series, '2.0') ? [] : [() => contains(settings.get('MIDDLEWARE_CLASSES'), path)]),
      ...(atLeast(settings.series, '1.10') ? [() => inCurrent(settings, path)] : []),
    );

/** Up to 1.11 `MIDDLEWARE` is None where a project does not set it. */
function inCurrent(settings: LoadedSettings, path: string): Answer {
  const value = settings.get('MIDDLEWARE');
  return value && isNone(value) === 'yes' && !atLeast(settings.series, '2.0') ? 'no' : contains(value, path);
}

export const securityMiddleware = has('django.middleware.security.SecurityMiddleware');
export const frameOptionsMiddleware = has('django.middleware.clickjacking.XFrameOptionsMiddleware');
export const csrfMiddleware = has('django.middleware.csrf.CsrfViewMiddleware');
export const sessionMiddleware = has('django.contrib.sessions.middleware.SessionMiddleware');
export const policyMiddleware = has('django.middleware.csp.ContentSecurityPolicyMiddleware');
