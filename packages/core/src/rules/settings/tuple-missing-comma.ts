/** Brackets that make no tuple: a comma is missing, and a list setting is one string. */
import { settings } from '../../facts/settings.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { hasFinalValues } from './final-values.js';
import { toldAtStartup } from './list-setting-is-string.js';
import { lacksComma, listSettings } from './list-settings.js';

export const tupleMissingComma = defineRule({
  id: 'settings/tuple-missing-comma',
  title: 'A comma is missing in a list of one',
  sound: 'Lists of one are lists',
  category: 'deployment',
  severity: 'high',
  effort: minutes(2),
  risk: 'Django goes through the entry letter by letter and finds none of them.',
  references: [docs('ref/settings')],
  since: '0.1.0',
  needs: { settings },
  problems: { comma: '`{name}` is a string in brackets, not a tuple: the comma is missing.' },
  when: ({ settings }) =>
    hasFinalValues(settings) &&
    listSettings.some((name) => {
      const { current, origin, value } = settings.get(name);
      return origin === 'assigned' && (value.kind === 'tuple' || (value.kind === 'str' && lacksComma(current)));
    }),
  *check({ settings }, { problem }) {
    for (const name of listSettings) {
      const setting = settings.get(name);
      if (setting.value.kind !== 'str' || !lacksComma(setting.current) || toldAtStartup(settings, name)) continue;
      yield {
        ...problem('comma', setting, { name }),
        remedy: {
          summary: 'Put a comma behind the entry, or write a list.',
          code: setting.current.trim().replace(/\)\s*(#.*)?$/s, ',)'),
          language: 'python',
          path: setting.at.path,
        },
      };
    }
  },
});
