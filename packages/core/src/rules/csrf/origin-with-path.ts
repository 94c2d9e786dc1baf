/** Trusted origins that end in a slash or a path: they look right and never match what a browser sends. */
import { maskText, truthOf } from '../../describe.js';
import { project } from '../../facts/inputs.js';
import { settings, settingsWith } from '../../facts/settings.js';
import { stringsOf } from '../../facts/value-reading.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { atLeastSeries } from '../settings/django-series.js';
import { writeInstead } from '../settings/entry-remedy.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { changeEntryWhereGiven } from '../settings/where-given.js';

export const originWithPath = defineRule({
  id: 'csrf/origin-with-path',
  title: 'A trusted origin never matches',
  sound: 'Trusted origins are written as browsers send them',
  category: 'deployment',
  severity: 'medium',
  effort: minutes(5),
  risk: 'Forms posted from that origin are refused with "Origin checking failed".',
  references: [docs('ref/settings', 'csrf-trusted-origins')],
  since: '0.1.0',
  needs: { project, settings, settingsWith },
  problems: { path: '`CSRF_TRUSTED_ORIGINS` holds `{origin}`; a browser sends `{sent}`, without a path.' },
  when: ({ settings }) =>
    hasFinalValues(settings) &&
    atLeastSeries(settings.django, '4.0') &&
    truthOf(settings.get('CSRF_TRUSTED_ORIGINS').value) !== 'no',
  *check({ project, settings, settingsWith }, { problem }) {
    const setting = settings.get('CSRF_TRUSTED_ORIGINS');
    for (const origin of stringsOf(setting.value)) {
      // Of an entry with a `*`, wherever it stands, Django takes the scheme and the host alone.
      if (origin.includes('*')) continue;
      const [, sent] = /^(https?:\/\/[^/?#\s]+)[/?#]/.exec(origin) ?? [];
      if (sent === undefined) continue;
      yield {
        ...problem(
          'path',
          { ...setting, subject: `${setting.subject}:${hostOf(sent)}` },
          { origin: maskText(origin), sent: maskText(sent) },
        ),
        confidence: confidenceIn(settings, setting),
        remedy: changeEntryWhereGiven({ settings, settingsWith }, setting, origin, {
          says: `holds \`${maskText(sent)}\``,
        }) ?? {
          summary: 'Leave the slash and all behind it out.',
          ...writeInstead(project, setting.at, origin, `'${maskText(sent)}'`),
        },
      };
    }
  },
});

const hostOf = (origin: string): string => origin.replace(/^https?:\/\//, '').replace(/^.*@/, '');
