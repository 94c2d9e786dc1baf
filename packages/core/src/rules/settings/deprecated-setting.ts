/** A setting that this Django still reads and the next one will not. */
import { dependencies } from '../../facts/dependencies.js';
import { operator, project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { isAssigned } from '../../facts/value-reading.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { atLeastSeries } from './django-series.js';
import { hasFinalValues } from './final-values.js';
import { removedSettings } from './removed-settings.js';
import { storagesRemedy } from './storages-remedy.js';

export const deprecatedSetting = defineRule({
  id: 'settings/deprecated-setting',
  title: 'A setting is about to be ignored',
  sound: 'No setting is about to be ignored',
  category: 'structure',
  severity: 'low',
  effort: minutes(15),
  risk: 'After an upgrade of Django the setting is ignored without a word, and what it was there for with it.',
  references: [docs('internals/deprecation')],
  since: '0.1.0',
  needs: { dependencies, operator, project, settings },
  problems: { soon: 'Django {since} no longer reads `{name}`, and Django {django} warns of it; use {instead}.' },
  // Without a declared Django, which of them is out of date is anybody's guess.
  when: ({ dependencies, operator, settings }) =>
    hasFinalValues(settings) && (operator.django !== undefined || dependencies.django?.series !== undefined),
  *check({ project, settings }, { problem }) {
    for (const removed of removedSettings) {
      const { name, deprecated, since, instead } = removed;
      const setting = settings.get(name);
      if (!isAssigned(setting) || setting.value.kind === 'none' || deprecated === undefined) continue;
      if (!atLeastSeries(settings.django, deprecated) || atLeastSeries(settings.django, since)) continue;
      if (!removed.loses(settings)) continue;
      const remedy = storagesRemedy(project, name, settings);
      yield {
        ...problem('soon', setting, {
          django: settings.django,
          name,
          since,
          instead: instead.includes(' ') ? instead : `\`${instead}\``,
        }),
        ...(remedy ? { remedy } : {}),
      };
    }
  },
});
