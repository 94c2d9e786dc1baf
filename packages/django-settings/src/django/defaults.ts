/** What Django itself gives a setting that a project does not: `django.conf.global_settings` of each series. */
import type { Value } from '@django-golive/core';
import { defaultSteps } from './data/defaults.js';
import { settingHistories } from './data/history.js';
import { languageTable } from './data/languages.js';
import { decode, type SettingHistory } from './data-shapes.js';
import { atLeast, before } from './series.js';

/** Django's default of a setting in a series, or `undefined` where that series has none. */
export function djangoDefault(name: string, series: string): Value | undefined {
  if (name === 'LANGUAGES' && atLeast(series, '2.2')) return languages(series);
  // It came with 1.5 as an empty list, and with security releases before as one that lets any host in.
  if (name === 'ALLOWED_HOSTS' && before(series, '1.5')) return undefined;
  const steps = Object.hasOwn(defaultSteps, name) ? defaultSteps[name] : undefined;
  // The tables begin with 1.8: what is older had nearly the same.
  const floor = atLeast(series, '1.8') ? series : '1.8';
  const step = steps?.findLast(([since]) => atLeast(floor, since));
  return step && decode(step[1]);
}

/** The settings that have a default in a series, sorted. */
export function djangoDefaultNames(series: string): readonly string[] {
  return Object.keys(defaultSteps)
    .filter((name) => djangoDefault(name, series) !== undefined)
    .sort();
}

/** The codes of the languages that Django is translated into in a series. */
export function translatedLanguages(series: string): ReadonlySet<string> {
  return new Set(languageTable.filter(([since]) => atLeast(series, since)).map(([, code]) => code));
}

/** When a setting came, was deprecated and went; `undefined` for one that no series changed, or that is not Django's. */
export function settingHistory(name: string): SettingHistory | undefined {
  return Object.hasOwn(settingHistories, name) ? settingHistories[name] : undefined;
}

/** Whether a series no longer, or not yet, looks at a setting. */
export function ignoredSetting(name: string, series: string): boolean {
  const history = settingHistory(name);
  if (!history) return false;
  if (history.added !== undefined && before(series, history.added)) return true;
  return history.removed !== undefined && atLeast(series, history.removed);
}

function languages(series: string): Value {
  return {
    kind: 'list',
    items: languageTable
      .filter(([since]) => atLeast(series, since))
      .map(([, code, name]) => ({
        kind: 'tuple',
        items: [
          { kind: 'str', value: code },
          { kind: 'str', value: name },
        ],
      })),
  };
}
