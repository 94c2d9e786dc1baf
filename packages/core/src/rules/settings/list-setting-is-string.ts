/** A list setting given as one string, most often straight from the environment. */
import { describeValue } from '../../describe.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import type { Value } from '../../facts/value.js';
import { isAssigned } from '../../facts/value-reading.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { takeFromEnvironment } from './environment-style.js';
import { hasFinalValues } from './final-values.js';
import { lacksComma, listSettings } from './list-settings.js';

export const listSettingIsString = defineRule({
  id: 'settings/list-setting-is-string',
  title: 'A list setting is one string',
  sound: 'List settings are lists',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(5),
  risk: 'Django takes each letter for an entry: hosts and origins are refused, commands stop at the checks.',
  references: [docs('ref/settings')],
  since: '0.1.0',
  needs: { project, settings },
  problems: {
    string: '`{name}` is the string {value}; Django goes through it letter by letter.',
    variable: '`{name}` is the text of an environment variable; Django goes through it letter by letter.',
  },
  when: ({ settings }) => hasFinalValues(settings) && listSettings.some((name) => isAssigned(settings.get(name))),
  *check(facts, { problem }) {
    const { settings } = facts;
    for (const name of listSettings) {
      const setting = settings.get(name);
      // An empty string and None are no letters, and a start-up error tells of this fault already.
      if (!isText(setting.value) || lacksComma(setting.current) || toldAtStartup(settings, name)) continue;
      const [variable] = setting.reads;
      const said =
        setting.value.kind === 'str'
          ? problem('string', setting, { name, value: describeValue(name, setting.value) })
          : problem('variable', setting, { name });
      yield {
        ...said,
        remedy: takeFromEnvironment(facts, {
          setting: name,
          ...(variable === undefined ? {} : { variable }),
          wanted: 'list',
          summary:
            setting.reads.length > 0
              ? 'Split the text into a list.'
              : 'Write a list, or take one from the environment.',
        }),
      };
    }
  },
});

function isText(value: Value): boolean {
  return (value.kind === 'str' && value.value !== '') || (value.kind === 'unknown' && value.type === 'str');
}

/** Whether the start-up error is about the same setting. */
export function toldAtStartup(settings: Settings, name: string): boolean {
  return settings.startup.ok === false && settings.startup.error.message.includes(name);
}
