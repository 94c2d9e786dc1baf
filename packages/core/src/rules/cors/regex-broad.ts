/** Origin patterns that strangers can satisfy. */
import { truthOf } from '../../describe.js';
import { settings } from '../../facts/settings.js';
import { itemsOf } from '../../facts/value-reading.js';
import { cwe, defineRule, minutes, web } from '../../rule.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { isSharedSuffix } from '../settings/shared-suffix.js';
import { allowAllOrigins, allowedRegexes, corsRuns } from './cors-settings.js';

export const regexBroad = defineRule({
  id: 'cors/regex-broad',
  title: 'A pattern of origins admits strangers',
  sound: "Patterns of origins admit this site's own",
  category: 'security',
  severity: 'medium',
  effort: minutes(15),
  risk: 'A stranger who picks a fitting name can read answers across origins.',
  references: [
    cwe(625),
    web(
      'django-cors-headers: CORS_ALLOWED_ORIGIN_REGEXES',
      'https://github.com/adamchainz/django-cors-headers#cors_allowed_origin_regexes-sequencestr--patternstr',
    ),
  ],
  since: '0.1.0',
  needs: { settings },
  problems: {
    everything: '`{name}` holds `{pattern}`, which matches every origin.',
    open: '`{name}` holds `{pattern}`, which has no end: it matches `https://{example}` too.',
    shared: '`{name}` holds `{pattern}`; anyone can have a name under {suffix}.',
  },
  when: ({ settings }) =>
    hasFinalValues(settings) &&
    corsRuns(settings) === 'yes' &&
    // Where every origin is admitted, a pattern decides nothing.
    truthOf(allowAllOrigins(settings).value) !== 'yes' &&
    itemsOf(allowedRegexes(settings).value).length > 0,
  *check({ settings }, { problem }) {
    const setting = allowedRegexes(settings);
    for (const item of itemsOf(setting.value)) {
      const pattern = item.kind === 'regex' ? item.pattern : item.kind === 'str' ? item.value : undefined;
      if (pattern === undefined || pattern.length > 500) continue;
      const about = { ...setting, subject: `${setting.subject}:${pattern}` };
      const confidence = confidenceIn(settings, setting);
      const shown = { name: setting.name, pattern };
      const host = /^\^?(?:https\??|\(?https?\)?|\\w\+):\\?\/\\?\/(.*?)\$?$/.exec(pattern)?.[1];
      if (/^\^?(https\??:\\?\/\\?\/)?\(?\.[*+]\)?\$?$/.test(pattern)) {
        yield { ...problem('everything', about, shown), confidence };
      } else if (host !== undefined && !pattern.endsWith('$') && /^[\w.\\()+*?[\]^-]*\\?\.[a-z]{2,}$/i.test(host)) {
        const example = `${host.replace(/.*[\])+*]/, 'x').replaceAll('\\', '')}.stranger.test`;
        yield { ...problem('open', about, { ...shown, example }), confidence };
      } else {
        const suffix = /(?:[\])+*])\\?\.([a-z0-9-]+(?:\\?\.[a-z]{2,})+)\$$/i.exec(pattern)?.[1]?.replaceAll('\\', '');
        if (suffix !== undefined && /^\^?https/.test(pattern) && isSharedSuffix(suffix)) {
          yield { ...problem('shared', about, { ...shown, suffix }), confidence: 'firm' };
        }
      }
    }
  },
});
