/** Allowed origins that no browser sends, and that the package's own check refuses. */
import { maskText } from '../../describe.js';
import { project } from '../../facts/inputs.js';
import { type Setting, type Settings, type SettingsWith, settings, settingsWith } from '../../facts/settings.js';
import { holds, stringsOf } from '../../facts/value-reading.js';
import { defineRule, minutes, type Remedy, web } from '../../rule.js';
import type { Project } from '../../source.js';
import { writeInstead } from '../settings/entry-remedy.js';
import { writeInSettings } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { changeEntryWhereGiven } from '../settings/where-given.js';
import { allowedOrigins, corsRuns } from './cors-settings.js';

export const originMalformed = defineRule({
  id: 'cors/origin-malformed',
  title: 'An allowed origin is not an origin',
  sound: 'Allowed origins are written as browsers send them',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(5),
  risk: 'Scripts from that origin are refused; with `corsheaders` in `INSTALLED_APPS`, `migrate` and every command that runs checks stops.',
  references: [
    web(
      'django-cors-headers: CORS_ALLOWED_ORIGINS',
      'https://github.com/adamchainz/django-cors-headers#cors_allowed_origins-sequencestr',
    ),
  ],
  since: '0.1.0',
  needs: { project, settings, settingsWith },
  problems: {
    scheme: '`{name}` holds `{origin}`, which has no scheme (corsheaders.E013).',
    path: '`{name}` holds `{origin}`, which has a path (corsheaders.E014).',
  },
  when: ({ settings }) =>
    hasFinalValues(settings) && corsRuns(settings) === 'yes' && stringsOf(allowedOrigins(settings).value).length > 0,
  *check(facts, { problem }) {
    const { settings } = facts;
    const setting = allowedOrigins(settings);
    const checks = holds(settings.get('INSTALLED_APPS').value, 'corsheaders') === 'yes';
    for (const origin of stringsOf(setting.value)) {
      // Browsers send these for pages that have no origin of their own.
      if (origin === 'null' || origin === '' || origin.startsWith('file://')) continue;
      const about = { ...setting, subject: `${setting.subject}:${maskText(origin)}` };
      const shown = { name: setting.name, origin: maskText(origin) };
      const remedy = remedyFor(facts, setting, origin);
      // Without the application nothing checks the list, and one origin is refused.
      const sure = {
        confidence: confidenceIn(settings, setting),
        remedy,
        ...(checks ? {} : ({ severity: 'medium' } as const)),
      };
      if (!origin.includes('://')) yield { ...problem('scheme', about, shown), ...sure };
      // The middleware compares without the path: only the check of the application stops at it.
      else if (checks && /^\w[\w+.-]*:\/\/[^/?#]+[/?#]/.test(origin))
        yield { ...problem('path', about, shown), ...sure };
    }
  },
});

/** The origin as a browser sends it; a star is none, whatever else reads it as all of them. */
function remedyFor(
  facts: { readonly project: Project; readonly settings: Settings; readonly settingsWith: SettingsWith },
  setting: Setting,
  origin: string,
): Remedy {
  const all = setting.name === 'CORS_ORIGIN_WHITELIST' ? 'CORS_ORIGIN_ALLOW_ALL' : 'CORS_ALLOW_ALL_ORIGINS';
  const local = /^(localhost|127\.|0\.0\.0\.0|\[::1\])/.test(origin);
  const [sent = ''] =
    /^[\w+.-]+:\/\/[^/?#]+/.exec(/:\/\//.test(origin) ? origin : `http${local ? '' : 's'}://${origin}`) ?? [];
  const given = changeEntryWhereGiven(facts, setting, origin, {
    says: /\*/.test(origin)
      ? 'names the origins in full, such as `https://app.example.com`'
      : `holds \`${maskText(sent)}\``,
  });
  const open = `Only where every site may read the answers, set \`${all} = True\` instead.`;
  if (given) return origin === '*' ? { ...given, summary: `${given.summary} ${open}` } : given;
  if (!/\*/.test(origin))
    return {
      summary: 'Write it as browsers send it: the scheme and the host, with no path.',
      ...writeInstead(facts.project, setting.at, origin, `'${maskText(sent)}'`),
    };
  const good = stringsOf(setting.value).filter((one) => /^https?:\/\/[^/*]+$/.test(one));
  const kept = (good.length > 0 ? good : ['https://app.example.com']).map((one) => `    '${maskText(one)}',\n`);
  return writeInSettings(
    facts.settings,
    origin === '*'
      ? `Name the origins that need it: a star is none. ${open}`
      : 'Name the origins in full; a pattern for several of them goes into `CORS_ALLOWED_ORIGIN_REGEXES`.',
    `${setting.name} = [\n${kept.join('')}]`,
  );
}
