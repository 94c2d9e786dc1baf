/** ALLOWED_HOSTS with nothing in it: the commonest reason why a first deployment answers 400 to everything. */
import { describeValue, truthOf } from '../../describe.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { isKnown, itemsOf, stringOf, variablesOf } from '../../facts/value-reading.js';
import { defineRule, django, docs, minutes } from '../../rule.js';
import { atLeastSeries } from './django-series.js';
import { takeFromEnvironment } from './environment-style.js';
import { confidenceIn, hasFinalValues, namesOf, openVariables } from './final-values.js';

export const allowedHostsEmpty = defineRule({
  id: 'settings/allowed-hosts-empty',
  title: 'No host name is allowed',
  sound: 'At least one host name is allowed',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(5),
  risk: 'With `DEBUG` off every request is answered with 400 Bad Request.',
  references: [django('security.W020'), docs('ref/settings', 'allowed-hosts')],
  since: '0.1.0',
  needs: { project, settings },
  problems: {
    empty: '`ALLOWED_HOSTS` is {value} in `{module}`.',
    blank: '`ALLOWED_HOSTS` is {value} in `{module}`: an empty string matches no host.',
  },
  questions: {
    unproven: '`ALLOWED_HOSTS` is {value}. Does it hold the name visitors use?',
    variable: '`ALLOWED_HOSTS` is {value} where {variables} is not given. Is it given in production?',
  },
  strengths: { required: '`ALLOWED_HOSTS` comes from {variables}, and the settings stop without it.' },
  // Django looks at hosts since 1.5; security releases before let any in where nothing is set.
  when: ({ settings }) => hasFinalValues(settings) && atLeastSeries(settings.django, '1.5'),
  *check(facts, { problem, question, strength }) {
    const { settings } = facts;
    const setting = settings.get('ALLOWED_HOSTS');
    const value = describeValue(setting.name, setting.value);
    const items = itemsOf(setting.value);
    const blank = items.length > 0 && items.every((item) => stringOf(item)?.trim() === '');
    const filled = truthOf(setting.value);
    if (filled === 'yes' && !blank) return;
    const open = [...new Set([...openVariables(settings, setting), ...variablesOf(setting.value)])];
    const required = open.filter((name) => settings.environment.find((read) => read.name === name)?.required);
    if (filled === 'maybe' && open.length > 0 && required.length === open.length) {
      yield strength('required', setting, { variables: namesOf(open) });
    } else if (filled === 'maybe' && (open.length === 0 || !isKnown(setting.value))) {
      yield question('unproven', setting, { value });
    } else if (open.length > 0) {
      yield question('variable', setting, { value, variables: namesOf(open) });
    } else {
      yield {
        ...problem(blank ? 'blank' : 'empty', setting, { value, module: settings.module }),
        confidence: confidenceIn(settings, setting),
        remedy: takeFromEnvironment(facts, {
          setting: 'ALLOWED_HOSTS',
          wanted: 'list',
          summary: 'List the names visitors use, or take them from the environment.',
        }),
      };
    }
  },
});
