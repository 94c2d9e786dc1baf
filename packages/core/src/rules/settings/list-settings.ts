/** Settings that Django iterates over: a string in their place is taken letter by letter. */

export const listSettings: readonly string[] = [
  'ALLOWED_HOSTS',
  'AUTHENTICATION_BACKENDS',
  'AUTH_PASSWORD_VALIDATORS',
  'CORS_ALLOWED_ORIGINS',
  'CORS_ALLOWED_ORIGIN_REGEXES',
  'CORS_ORIGIN_WHITELIST',
  'CSRF_TRUSTED_ORIGINS',
  'DATABASE_ROUTERS',
  'FILE_UPLOAD_HANDLERS',
  'FIXTURE_DIRS',
  'INSTALLED_APPS',
  'INTERNAL_IPS',
  'LOCALE_PATHS',
  'MIDDLEWARE',
  'PASSWORD_HASHERS',
  'SECRET_KEY_FALLBACKS',
  'SECURE_REDIRECT_EXEMPT',
  'STATICFILES_DIRS',
  'STATICFILES_FINDERS',
];

/** A name in brackets without a comma: `('x')` is the text, not a tuple of it. */
export function lacksComma(source: string): boolean {
  return /^[A-Z_][A-Z0-9_]*\s*(:[^=]+)?=\s*\(\s*[rRuUbBfF]{0,2}(['"])(?:\\.|(?!\2).)*\2\s*\)\s*(#.*)?$/s.test(
    source.trim(),
  );
}
