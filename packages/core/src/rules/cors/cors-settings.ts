/** django-cors-headers' settings under both of their names, and whether its middleware runs at all. */
import { truthOf } from '../../describe.js';
import type { Setting, Settings } from '../../facts/settings.js';
import type { Truth } from '../../facts/value.js';
import { isAssigned, stringOf } from '../../facts/value-reading.js';
import { runs } from '../settings/middleware.js';

export const corsMiddleware = 'corsheaders.middleware.CorsMiddleware';

/** Without the middleware none of the settings does anything. */
export function corsRuns(settings: Settings): Truth {
  return runs(settings, corsMiddleware);
}

/**
 * Whether the session goes along with what another site's page asks for: a browser holds a cookie with `SameSite=Lax`, which is
 * Django's default, back.
 */
export function sessionGoesAlong(settings: Settings): Truth {
  const { value } = settings.get('SESSION_COOKIE_SAMESITE');
  if (value.kind === 'unknown' || value.kind === 'choice') return 'maybe';
  return truthOf(value) === 'no' || stringOf(value)?.toLowerCase() === 'none' ? 'yes' : 'no';
}

/** The setting in force: the new name wins, the old one is still read where the new one is absent. */
export function corsSetting(settings: Settings, name: string, legacy: string): Setting {
  const current = settings.get(name);
  const old = settings.get(legacy);
  return !isAssigned(current) && isAssigned(old) ? old : current;
}

export const allowAllOrigins = (settings: Settings): Setting =>
  corsSetting(settings, 'CORS_ALLOW_ALL_ORIGINS', 'CORS_ORIGIN_ALLOW_ALL');

export const allowedOrigins = (settings: Settings): Setting =>
  corsSetting(settings, 'CORS_ALLOWED_ORIGINS', 'CORS_ORIGIN_WHITELIST');

export const allowedRegexes = (settings: Settings): Setting =>
  corsSetting(settings, 'CORS_ALLOWED_ORIGIN_REGEXES', 'CORS_ORIGIN_REGEX_WHITELIST');
