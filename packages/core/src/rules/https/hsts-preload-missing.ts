/** HSTS preload: told as advice only, because joining the browsers' list is a decision that is hard to undo. */
import { describeValue, truthOf } from '../../describe.js';
import { type Settings, settings } from '../../facts/settings.js';
import { isAssigned, isTrue, stringsOf } from '../../facts/value-reading.js';
import { defineRule, django, docs, minutes, web } from '../../rule.js';
import { atLeastSeries } from '../settings/django-series.js';
import { conclude, confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { runs, securityMiddleware } from '../settings/middleware.js';
import { isSharedSuffix } from '../settings/shared-suffix.js';

export const hstsPreloadMissing = defineRule({
  id: 'https/hsts-preload-missing',
  title: "HSTS does not ask for the browsers' preload list",
  sound: "HSTS asks for the browsers' preload list",
  category: 'security',
  severity: 'info',
  effort: minutes(30),
  risk: 'The very first visit of a browser that never saw this site can begin over plain HTTP.',
  references: [
    django('security.W021'),
    docs('ref/settings', 'secure-hsts-preload'),
    web('HSTS preload list submission', 'https://hstspreload.org/'),
  ],
  since: '0.1.0',
  needs: { settings },
  problems: { missing: '`SECURE_HSTS_PRELOAD` is {value}.' },
  questions: { unproven: '`SECURE_HSTS_PRELOAD` is {value}. Is the site meant to be on the preload list?' },
  when: ({ settings }) =>
    hasFinalValues(settings) &&
    // Where Django has the setting, which came with 1.11.
    atLeastSeries(settings.django, '1.11') &&
    runs(settings, securityMiddleware) !== 'no' &&
    truthOf(settings.get('SECURE_HSTS_SECONDS').value) === 'yes' &&
    !leavesSubdomainsOut(settings) &&
    !liesBelowDomains(settings),
  *check({ settings }, { problem, question }) {
    const setting = settings.get('SECURE_HSTS_PRELOAD');
    const value = describeValue(setting.name, setting.value);
    const verdict = conclude(runs(settings, securityMiddleware), isTrue(setting.value));
    if (verdict === 'open') yield question('unproven', setting, { value });
    if (verdict === 'wrong') {
      yield { ...problem('missing', setting, { value }), confidence: confidenceIn(settings, setting) };
    }
  },
});

/** The list takes no domain without its subdomains, and these are left out on purpose. */
function leavesSubdomainsOut(settings: Settings): boolean {
  const subdomains = settings.get('SECURE_HSTS_INCLUDE_SUBDOMAINS');
  return isAssigned(subdomains) && isTrue(subdomains.value) === 'no' && subdomains.reads.length === 0;
}

/** The list takes domains as they are registered, not the names below them. */
function liesBelowDomains(settings: Settings): boolean {
  const hosts = stringsOf(settings.get('ALLOWED_HOSTS').value).filter(
    (host) => !/^(localhost|\[.*\]|[\d.]+)$/.test(host),
  );
  return (
    hosts.length > 0 &&
    hosts.every((host) => {
      const [first, ...rest] = host.replace(/^\./, '').split('.');
      return rest.length > 1 && first !== 'www' && !isSharedSuffix(rest.join('.'));
    })
  );
}
