/** SECURE_PROXY_SSL_HEADER written so that it never matches, or so that Django refuses every request. */
import { describeValue } from '../../describe.js';
import { settings } from '../../facts/settings.js';
import { isKnown, itemsOf, stringOf } from '../../facts/value-reading.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { writeInSettings } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';

export const proxySslHeaderMalformed = defineRule({
  id: 'https/proxy-ssl-header-malformed',
  title: "The proxy's header is named in a way that never matches",
  sound: "The proxy's header is named as Django looks for it",
  category: 'deployment',
  severity: 'high',
  effort: minutes(5),
  risk: 'Django takes every request for plain HTTP, or refuses it.',
  references: [docs('ref/settings', 'secure-proxy-ssl-header')],
  since: '0.1.0',
  needs: { settings },
  problems: {
    shape: '`SECURE_PROXY_SSL_HEADER` is {value}, not a tuple of a header and a value; Django refuses every request.',
    name: '`SECURE_PROXY_SSL_HEADER` names {name}; Django looks for `{key}` in `request.META`.',
  },
  questions: {
    unproven: '`SECURE_PROXY_SSL_HEADER` is {value}. Does it name the header as `HTTP_X_FORWARDED_PROTO` does?',
  },
  when: ({ settings }) => hasFinalValues(settings) && settings.get('SECURE_PROXY_SSL_HEADER').value.kind !== 'none',
  *check({ settings }, { problem, question }) {
    const setting = settings.get('SECURE_PROXY_SSL_HEADER');
    const value = describeValue(setting.name, setting.value);
    if (!isKnown(setting.value)) {
      yield question('unproven', setting, { value });
      return;
    }
    const confidence = confidenceIn(settings, setting);
    const remedy = (name: string, secure: string) =>
      writeInSettings(
        settings,
        'Name the header as it stands in request.META.',
        `SECURE_PROXY_SSL_HEADER = ('${name}', '${secure}')`,
      );
    const items = itemsOf(setting.value);
    const [header, secure] = items;
    const name = stringOf(header);
    if (items.length !== 2 || name === undefined) {
      yield { ...problem('shape', setting, { value }), confidence, remedy: remedy('HTTP_X_FORWARDED_PROTO', 'https') };
      return;
    }
    // wsgi.url_scheme and HTTPS are set by the server itself, not by a header.
    if (/^HTTP_[A-Z0-9_]+$/.test(name) || name === 'HTTPS' || name.startsWith('wsgi.')) return;
    const key = `HTTP_${name
      .replace(/^HTTP[_-]/i, '')
      .replaceAll('-', '_')
      .toUpperCase()}`;
    yield {
      ...problem('name', setting, { name: describeValue('', header ?? { kind: 'none' }), key }),
      confidence,
      remedy: remedy(key, stringOf(secure) ?? 'https'),
    };
  },
});
