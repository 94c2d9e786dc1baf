/** ADMINS in a shape that Django refuses at the moment when it has an error to tell of. */
import { type Settings, settings } from '../../facts/settings.js';
import type { Value } from '../../facts/value.js';
import { isAssigned, itemsOf } from '../../facts/value-reading.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { atLeastSeries } from '../settings/django-series.js';
import { writeInSettings } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';

export const adminsMalformed = defineRule({
  id: 'email/admins-malformed',
  title: 'ADMINS has a shape that Django refuses',
  sound: 'ADMINS has the shape that Django asks for',
  category: 'logging-monitoring',
  severity: 'medium',
  effort: minutes(5),
  risk: 'The mail about an error fails itself, at the moment when it is needed.',
  references: [docs('ref/settings', 'admins')],
  since: '0.1.0',
  needs: { settings },
  problems: {
    pairs: '`{name}` must be a list of pairs (name, address) for Django {django}; `mail_{who}()` raises `ValueError`.',
  },
  // Django looks at the shape from 3.0 on; from 6.0 on it is a list of addresses, and pairs are still taken.
  when: ({ settings }) =>
    hasFinalValues(settings) &&
    atLeastSeries(settings.django, '3.0') &&
    !atLeastSeries(settings.django, '6.0') &&
    names.some((name) => isAssigned(settings.get(name)) && itemsOf(settings.get(name).value).length > 0),
  *check({ settings }, { problem }) {
    for (const name of names) {
      const setting = settings.get(name);
      // MANAGERS = ADMINS is told of once.
      if (!isAssigned(setting) || !isMalformed(setting.value) || (name === 'MANAGERS' && same(settings))) continue;
      yield {
        ...problem('pairs', setting, { name, django: settings.django, who: name.toLowerCase() }),
        confidence: confidenceIn(settings, setting),
        remedy: writeInSettings(settings, 'Write a pair for each person.', `${name} = [('Ada', 'ada@example.com')]`),
      };
    }
  },
});

const names = ['ADMINS', 'MANAGERS'] as const;

const same = (settings: Settings): boolean =>
  JSON.stringify(settings.get('ADMINS').value) === JSON.stringify(settings.get('MANAGERS').value);

/** `all(isinstance(a, (list, tuple)) and len(a) == 2 for a in settings.ADMINS)`, as far as it is certain. */
function isMalformed(value: Value): boolean {
  if (value.kind === 'str') return value.value !== '';
  return itemsOf(value).some((item) => {
    if (item.kind === 'list' || item.kind === 'tuple')
      return item.items.length !== 2 && item.items.every((part) => part.kind !== 'unknown' || !part.many);
    return item.kind !== 'unknown' && item.kind !== 'choice';
  });
}
