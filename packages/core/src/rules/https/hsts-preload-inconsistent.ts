/** A wish for the browsers' preload list together with a time that the list refuses. */
import { project } from '../../facts/inputs.js';
import { settings, settingsWith } from '../../facts/settings.js';
import { isTrue } from '../../facts/value-reading.js';
import { defineRule, docs, minutes, web } from '../../rule.js';
import { writeInSettings } from '../settings/environment-style.js';
import { writeFallback } from '../settings/fallback-in-line.js';
import { confidenceIn } from '../settings/final-values.js';
import { changeWhereGiven } from '../settings/where-given.js';
import { aYear, inWords, secondsSent, toBeginWith, wantedYear } from './hsts.js';

export const hstsPreloadInconsistent = defineRule({
  id: 'https/hsts-preload-inconsistent',
  title: 'HSTS asks for the preload list, which would refuse it',
  sound: 'HSTS promises what the preload list asks for',
  category: 'security',
  severity: 'low',
  effort: minutes(5),
  risk: 'The site is not put on the list, or is taken off it, while everybody believes it to be there.',
  references: [
    docs('ref/settings', 'secure-hsts-preload'),
    web('HSTS preload list: submission requirements', 'https://hstspreload.org/#submission-requirements'),
  ],
  since: '0.1.0',
  needs: { project, settings, settingsWith },
  problems: {
    age: '`SECURE_HSTS_PRELOAD` is on, and `SECURE_HSTS_SECONDS` is {seconds} ({time}); the list asks for a year.',
  },
  // A value to begin with is asked about elsewhere, and so is a promise that leaves out the subdomains.
  when: ({ settings }) =>
    (secondsSent(settings) ?? 0) > toBeginWith &&
    isTrue(settings.get('SECURE_HSTS_PRELOAD').value) === 'yes' &&
    isTrue(settings.get('SECURE_HSTS_INCLUDE_SUBDOMAINS').value) === 'yes',
  *check({ project, settings, settingsWith }, { problem }) {
    const [preload, setting] = [settings.get('SECURE_HSTS_PRELOAD'), settings.get('SECURE_HSTS_SECONDS')];
    const seconds = secondsSent(settings);
    if (seconds === undefined || seconds >= aYear) return;
    yield {
      ...problem('age', setting, { seconds: String(seconds), time: inWords(seconds) }),
      confidence: confidenceIn(settings, setting, preload),
      evidence: [{ at: preload.at, note: '`SECURE_HSTS_PRELOAD` is on here.' }],
      remedy:
        changeWhereGiven({ settings, settingsWith }, setting, wantedYear) ??
        writeFallback({ project, settings }, setting, String(aYear), 'Raise the default to a year.') ??
        writeInSettings(settings, 'Raise it to a year.', `SECURE_HSTS_SECONDS = ${aYear}`),
    };
  },
});
