/** Trusted origins that strangers can own: a plain HTTP origin, or every customer of a shared domain. */
import { maskText, truthOf } from '../../describe.js';
import { project } from '../../facts/inputs.js';
import { settings, settingsWith } from '../../facts/settings.js';
import { stringsOf } from '../../facts/value-reading.js';
import { cwe, defineRule, docs, minutes } from '../../rule.js';
import { atLeastSeries } from '../settings/django-series.js';
import { writeInstead } from '../settings/entry-remedy.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { isSharedSuffix } from '../settings/shared-suffix.js';
import { changeEntryWhereGiven } from '../settings/where-given.js';

export const originTooBroad = defineRule({
  id: 'csrf/origin-too-broad',
  title: 'A trusted origin can belong to strangers',
  sound: 'Trusted origins belong to this site',
  category: 'security',
  severity: 'medium',
  effort: minutes(10),
  risk: "The check of the origin lets forms of that page pass, and the token alone is left to stop one that is posted in a visitor's name.",
  references: [cwe(346), docs('ref/settings', 'csrf-trusted-origins')],
  since: '0.1.0',
  needs: { project, settings, settingsWith },
  problems: {
    shared: '`CSRF_TRUSTED_ORIGINS` holds `{origin}`, which every customer of {suffix} can own.',
    everything: '`CSRF_TRUSTED_ORIGINS` holds `{origin}`, which trusts every site.',
    plain: '`CSRF_TRUSTED_ORIGINS` holds `{origin}`: whoever is on the network can answer for it.',
  },
  when: ({ settings }) =>
    hasFinalValues(settings) &&
    atLeastSeries(settings.django, '4.0') &&
    truthOf(settings.get('CSRF_TRUSTED_ORIGINS').value) !== 'no',
  *check({ project, settings, settingsWith }, { problem }) {
    const setting = settings.get('CSRF_TRUSTED_ORIGINS');
    const confidence = confidenceIn(settings, setting);
    for (const origin of stringsOf(setting.value)) {
      const [, scheme, host = ''] = /^(https?):\/\/([^/:?#\s]+)/.exec(origin) ?? [];
      if (scheme === undefined) continue;
      const given = (says: string) => changeEntryWhereGiven({ settings, settingsWith }, setting, origin, { says });
      const named = given('names the origins of this site alone, each in full: `https://shop.example.com`') ?? {
        summary: 'Name the origins of this site alone, each in full: `https://shop.example.com`.',
        path: setting.at.path,
      };
      const safe = maskText(origin.replace(/^http:/, 'https:'));
      const about = { ...setting, subject: `${setting.subject}:${host}` };
      const shown = { origin: maskText(origin) };
      const suffix = host.startsWith('*.') ? host.slice(2) : '';
      if (host === '*') yield { ...problem('everything', about, shown), confidence, remedy: named };
      else if (suffix !== '' && isSharedSuffix(suffix))
        yield { ...problem('shared', about, { ...shown, suffix }), confidence, remedy: named };
      else if (scheme === 'http' && !isLocal(host))
        yield {
          ...problem('plain', about, shown),
          confidence,
          risk: onTheWay,
          remedy: given(`holds \`${safe}\`, once the site answers there`) ?? {
            summary: 'Write it with https://, once the site answers there.',
            ...writeInstead(project, setting.at, origin, `'${safe}'`),
          },
        };
    }
  },
});

const onTheWay =
  "Who answers in that name can also set the cookie that the token is compared with, and so post forms in a visitor's name.";

/** The machine itself, a private network, or a container's name: nothing that a stranger on the way can answer for. */
function isLocal(host: string): boolean {
  return (
    !host.replace(/^\*\./, '').includes('.') ||
    /(^|\.)(localhost|local|internal|lan|test|home\.arpa)$|^(127|10|192\.168|172\.(1[6-9]|2\d|3[01]))\./.test(host)
  );
}
