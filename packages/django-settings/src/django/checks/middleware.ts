/** The middleware that Django's security checks look for: by exact path, so that a subclass does not count. */
import { type Answer, contains } from '../answer.js';
import type { LoadedSettings } from '../loaded.js';

const has =
  (path: string) =>
  (settings: LoadedSettings): Answer =>
    contains(settings.get('MIDDLEWARE'), path);

export const securityMiddleware = has('django.middleware.security.SecurityMiddleware');
export const frameOptionsMiddleware = has('django.middleware.clickjacking.XFrameOptionsMiddleware');
export const csrfMiddleware = has('django.middleware.csrf.CsrfViewMiddleware');
export const sessionMiddleware = has('django.contrib.sessions.middleware.SessionMiddleware');
export const policyMiddleware = has('django.middleware.csp.ContentSecurityPolicyMiddleware');
