/** Django's middleware by name, and whether a project runs it. */
import type { Settings } from '../../facts/settings.js';
import type { Truth } from '../../facts/value.js';
import { holds } from '../../facts/value-reading.js';

export const securityMiddleware = 'django.middleware.security.SecurityMiddleware';
export const frameMiddleware = 'django.middleware.clickjacking.XFrameOptionsMiddleware';
export const csrfMiddleware = 'django.middleware.csrf.CsrfViewMiddleware';
export const sessionMiddleware = 'django.contrib.sessions.middleware.SessionMiddleware';
export const authenticationMiddleware = 'django.contrib.auth.middleware.AuthenticationMiddleware';
export const messageMiddleware = 'django.contrib.messages.middleware.MessageMiddleware';
export const commonMiddleware = 'django.middleware.common.CommonMiddleware';
export const policyMiddleware = 'django.middleware.csp.ContentSecurityPolicyMiddleware';

/** Whether `MIDDLEWARE` names it exactly, as Django's own checks ask. */
export function runs(settings: Settings, middleware: string): Truth {
  return holds(settings.get('MIDDLEWARE').value, middleware);
}
