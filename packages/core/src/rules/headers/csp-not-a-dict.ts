/** Django 6's policy settings with something in them that is no policy. */
import { describeValue } from '../../describe.js';
import { settings } from '../../facts/settings.js';
import { isAssigned } from '../../facts/value-reading.js';
import { defineRule, django, docs, minutes } from '../../rule.js';
import { atLeastSeries } from '../settings/django-series.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';

export const policySettings = ['SECURE_CSP', 'SECURE_CSP_REPORT_ONLY'];

export const cspNotADict = defineRule({
  id: 'headers/csp-not-a-dict',
  title: 'The content security policy is not a dictionary',
  sound: 'The content security policy is a dictionary',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(10),
  risk: '`migrate` and every other command that runs all checks stops, and responses fail.',
  references: [django('security.E026'), docs('ref/settings', 'secure-csp')],
  since: '0.1.0',
  needs: { settings },
  problems: { type: '`{name}` is {value}, not a dictionary of directives.' },
  questions: { unproven: '`{name}` is {value}. Is it a dictionary in production?' },
  when: ({ settings }) =>
    hasFinalValues(settings) &&
    atLeastSeries(settings.django, '6.0') &&
    policySettings.some((name) => isAssigned(settings.get(name))),
  *check({ settings }, { problem, question }) {
    for (const name of policySettings) {
      const setting = settings.get(name);
      const { kind } = setting.value;
      const value = describeValue(name, setting.value);
      if (kind === 'unknown' && setting.value.type !== undefined && setting.value.type !== 'dict') {
        yield { ...problem('type', setting, { name, value }), confidence: confidenceIn(settings, setting) };
      } else if (kind === 'unknown' && setting.value.type === 'dict') continue;
      else if (kind === 'unknown' || kind === 'choice' || kind === 'object')
        yield question('unproven', setting, { name, value });
      else if (kind !== 'none' && kind !== 'dict') {
        yield { ...problem('type', setting, { name, value }), confidence: confidenceIn(settings, setting) };
      }
    }
  },
});
