/** Where a view that asks for an account sends whoever has none: nobody is served by a page that is not there. */
import type { Settings } from '../../facts/settings.js';
import type { Urls } from '../../facts/urls.js';
import { stringOf } from '../../facts/value-reading.js';

/** What the site needs besides, as the end of a remedy; empty where a page to sign in is there, or may be. */
export function withSignIn(settings: Settings, urls: Urls): string {
  const setting = settings.get('LOGIN_URL');
  const target = stringOf(setting.value) ?? (setting.origin === 'default' ? '/accounts/login/' : undefined);
  if (!urls.complete || target === undefined || /^https?:|^\/\//.test(target)) return '';
  const isPath = target.includes('/');
  const path = target.replace(/^\/|\?.*$/g, '');
  const answers = urls.routes.some(({ pattern, name, includes }) => {
    // What a package serves below its prefix, or a pattern with parts to fill in, may be it.
    const plain = pattern.replace(/[\^$?]|\\(?=\W)/g, '');
    if (includes !== undefined && includes !== 'django.contrib.admin') return isPath ? path.startsWith(plain) : true;
    if (includes !== undefined) return target === 'admin:login' || path === `${plain}login/`;
    const [fixed = ''] = plain.split(/[<(*+[.]/);
    return isPath ? plain === path || (fixed !== plain && path.startsWith(fixed)) : name === target.split(':').at(-1);
  });
  if (answers) return '';
  const admin = urls.routes.some(({ includes }) => includes === 'django.contrib.admin');
  return ` Nothing answers at \`${target}\`, where it sends whoever is not signed in: ${
    admin ? "set `LOGIN_URL = 'admin:login'` where only staff sign in, or else " : ''
  }serve Django's own views (\`path('accounts/', include('django.contrib.auth.urls'))\`) with a template \`registration/login.html\`.`;
}
