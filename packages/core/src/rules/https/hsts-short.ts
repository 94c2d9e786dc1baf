/** HSTS that runs out before a visitor comes back. */
import { project } from '../../facts/inputs.js';
import { type Settings, settings, settingsWith } from '../../facts/settings.js';
import { isTrue } from '../../facts/value-reading.js';
import { cwe, defineRule, docs, minutes, web } from '../../rule.js';
import { writeInSettings } from '../settings/environment-style.js';
import { writeFallback } from '../settings/fallback-in-line.js';
import { confidenceIn } from '../settings/final-values.js';
import { changeWhereGiven } from '../settings/where-given.js';
import { headerAtEdge } from './edge-header.js';
import { aYear, inWords, secondsSent, toBeginWith, wantedYear } from './hsts.js';

const halfAYear = aYear / 2;

export const hstsShort = defineRule({
  id: 'https/hsts-short',
  title: 'Browsers insist on HTTPS for a short time only',
  sound: 'Browsers insist on HTTPS for half a year and more',
  category: 'security',
  severity: 'low',
  effort: minutes(5),
  risk: 'Whoever stays away for longer can again be caught on the first plain HTTP request.',
  references: [
    cwe(319),
    docs('ref/middleware', 'http-strict-transport-security'),
    web(
      'MDN: Strict-Transport-Security',
      'https://developer.mozilla.org/docs/Web/HTTP/Headers/Strict-Transport-Security',
    ),
  ],
  since: '0.1.0',
  needs: { project, settings, settingsWith },
  problems: { short: '`SECURE_HSTS_SECONDS` is {seconds}, which is {time}.' },
  questions: {
    beginning:
      '`SECURE_HSTS_SECONDS` is {seconds}, a value to begin with. Do all pages work over HTTPS, so that it can be raised to a year?',
  },
  when: ({ project, settings }) =>
    secondsSent(settings) !== undefined &&
    !toldOfPreload(settings) &&
    headerAtEdge(project, 'Strict-Transport-Security') === undefined,
  *check({ project, settings, settingsWith }, { problem, question }) {
    const setting = settings.get('SECURE_HSTS_SECONDS');
    const seconds = secondsSent(settings);
    if (seconds === undefined || seconds >= halfAYear) return;
    if (seconds <= toBeginWith) {
      yield question('beginning', setting, { seconds: String(seconds) });
      return;
    }
    yield {
      ...problem('short', setting, { seconds: String(seconds), time: inWords(seconds) }),
      confidence: confidenceIn(settings, setting),
      remedy:
        changeWhereGiven({ settings, settingsWith }, setting, wantedYear) ??
        writeFallback({ project, settings }, setting, String(aYear), 'Raise the default to a year.') ??
        writeInSettings(settings, 'Raise it to a year.', `SECURE_HSTS_SECONDS = ${aYear}`),
    };
  },
});

/** Whether the rule about the preload list judges the same seconds. */
function toldOfPreload(settings: Settings): boolean {
  const on = (name: string): boolean => isTrue(settings.get(name).value) === 'yes';
  const seconds = secondsSent(settings) ?? 0;
  return seconds > toBeginWith && seconds < aYear && on('SECURE_HSTS_PRELOAD') && on('SECURE_HSTS_INCLUDE_SUBDOMAINS');
}
