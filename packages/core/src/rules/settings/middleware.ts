/** Django's middleware by name, and whether a project runs it. */
import type { Setting, Settings } from '../../facts/settings.js';
import type { Truth } from '../../facts/value.js';
import { holds, stringsOf } from '../../facts/value-reading.js';
import { atLeastSeries } from './django-series.js';

export const securityMiddleware = 'django.middleware.security.SecurityMiddleware';
/** django-secure's, which became Django's own: it reads the same SECURE_* settings. */
export const secureMiddleware = 'djangosecure.middleware.SecurityMiddleware';
export const frameMiddleware = 'django.middleware.clickjacking.XFrameOptionsMiddleware';
export const csrfMiddleware = 'django.middleware.csrf.CsrfViewMiddleware';
export const sessionMiddleware = 'django.contrib.sessions.middleware.SessionMiddleware';
export const authenticationMiddleware = 'django.contrib.auth.middleware.AuthenticationMiddleware';
export const messageMiddleware = 'django.contrib.messages.middleware.MessageMiddleware';
export const commonMiddleware = 'django.middleware.common.CommonMiddleware';
export const policyMiddleware = 'django.middleware.csp.ContentSecurityPolicyMiddleware';

/** The setting that Django reads them from: before 1.10 `MIDDLEWARE_CLASSES`, and up to 1.11 where `MIDDLEWARE` is None. */
export function middlewareOf(settings: Settings): Setting {
  const current = settings.get('MIDDLEWARE');
  if (atLeastSeries(settings.django, '2.0')) return current;
  const reads = atLeastSeries(settings.django, '1.10') && current.value.kind !== 'none';
  return reads ? current : settings.get('MIDDLEWARE_CLASSES');
}

/** Whether no cookie of Django's says who is calling; middleware of another name may still read one. */
export function knowsNobody(settings: Settings): boolean {
  return [sessionMiddleware, authenticationMiddleware].every((name) => runs(settings, name) === 'no');
}

/** Whether the middleware names it, as Django's own checks ask; a class of the same name elsewhere may do its work. */
export function runs(settings: Settings, middleware: string): Truth {
  const { value } = middlewareOf(settings);
  const named = holds(value, middleware);
  const name = middleware.slice(middleware.lastIndexOf('.'));
  return named === 'no' && stringsOf(value).some((entry) => entry.endsWith(name)) ? 'maybe' : named;
}
