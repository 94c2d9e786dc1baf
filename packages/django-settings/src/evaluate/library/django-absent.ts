/** Names of Django that settings import although their release of Django has them no more, or not yet. */
import { djangoAtLeast } from '../../environment/surroundings.js';
import type { Machine } from '../native.js';

/** The first release without a name, from Django's release notes ("Features removed"). */
const REMOVED: Readonly<Record<string, readonly string[]>> = {
  '1.9': ['django.utils.importlib'],
  '1.10': ['django.conf.urls.patterns'],
  '2.0': ['django.core.urlresolvers'],
  '3.0': ['django.utils.six', 'django.utils.lru_cache', 'django.utils.encoding.python_2_unicode_compatible'],
  '4.0': [
    'django.conf.urls.url',
    'django.utils.encoding.force_text',
    'django.utils.encoding.smart_text',
    ...['is_safe_url', 'urlquote', 'urlquote_plus', 'urlunquote', 'urlunquote_plus'].map(
      (name) => `django.utils.http.${name}`,
    ),
    ...['ugettext', 'ugettext_lazy', 'ugettext_noop', 'ungettext', 'ungettext_lazy', 'LANGUAGE_SESSION_KEY'].map(
      (name) => `django.utils.translation.${name}`,
    ),
  ],
  '5.0': ['django.utils.timezone.utc', 'django.utils.datetime_safe', 'django.utils.baseconv'],
};

/** The first release with a name. */
const ADDED: Readonly<Record<string, readonly string[]>> = {
  '6.0': ['django.utils.csp'],
};

/** Whether the project's release of Django certainly lacks a name (a module's, or one inside a module). */
export function isAbsentFromDjango(machine: Machine, dotted: string): boolean {
  if (!dotted.startsWith('django.')) return false;
  const listed = (table: typeof REMOVED, there: boolean) =>
    Object.entries(table).some(([release, names]) => names.includes(dotted) && isFrom(machine, release) === there);
  return listed(REMOVED, true) || listed(ADDED, false);
}

function isFrom(machine: Machine, release: string): boolean | undefined {
  const [major = 0, minor = 0] = release.split('.').map(Number);
  return djangoAtLeast(machine, major, minor);
}
