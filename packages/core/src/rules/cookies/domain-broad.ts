/** Cookies for a domain that strangers have sites under. */
import { settings } from '../../facts/settings.js';
import { stringOf } from '../../facts/value-reading.js';
import { cwe, defineRule, docs, minutes } from '../../rule.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { isSharedSuffix } from '../settings/shared-suffix.js';

const domains = ['SESSION_COOKIE_DOMAIN', 'CSRF_COOKIE_DOMAIN', 'LANGUAGE_COOKIE_DOMAIN'];

import { inHome } from '../settings/environment-style.js';

export const domainBroad = defineRule({
  id: 'cookies/domain-broad',
  title: 'Cookies are meant for a domain that others have sites under',
  sound: 'Cookies are for the project’s own domain',
  category: 'security',
  severity: 'medium',
  effort: minutes(5),
  risk: 'Browsers drop the cookie, so nobody can sign in, or send it to the sites of strangers.',
  references: [cwe(1275), docs('ref/settings', 'session-cookie-domain')],
  since: '0.1.0',
  needs: { settings },
  problems: { shared: '`{name}` is `{domain}`, under which anybody can have a site.' },
  when: ({ settings }) =>
    hasFinalValues(settings) && domains.some((name) => domainOf(settings.get(name)) !== undefined),
  *check({ settings }, { problem }) {
    for (const name of domains) {
      const setting = settings.get(name);
      const domain = domainOf(setting);
      if (domain === undefined || !isSharedSuffix(domain.replace(/^\./, ''))) continue;
      yield {
        ...problem('shared', setting, { name, domain }),
        confidence: confidenceIn(settings, setting),
        remedy: {
          summary: 'Leave it out: the cookie is then for the very host that set it.',
          code: `${name} = None`,
          language: 'python',
          ...inHome(settings),
        },
      };
    }
  },
});

function domainOf({ value }: { readonly value: Parameters<typeof stringOf>[0] }): string | undefined {
  const domain = stringOf(value);
  return domain === '' ? undefined : domain;
}
