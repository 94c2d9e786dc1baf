/** DEBUG in production: the setting that turns every error into a disclosure. */
import { describeValue, truthOf } from '../../describe.js';
import { deployment } from '../../facts/deployment.js';
import { operator, project } from '../../facts/inputs.js';
import { settings, settingsWith } from '../../facts/settings.js';
import { cwe, defineRule, django, docs, minutes } from '../../rule.js';
import { refusedNo } from './debug-variable.js';
import { takeFromEnvironment } from './environment-style.js';
import { confidenceIn, hasFinalValues, unlessGiven } from './final-values.js';
import { changeWhereGiven, type Wanted } from './where-given.js';

/** Texts that readers of variables take for no; which of them, each has its own mind about. */
const off: Wanted = {
  says: 'is false',
  texts: ['False', '0', 'false', 'off', 'no', ''],
  is: (value) => truthOf(value) === 'no',
};

export const debugEnabled = defineRule({
  id: 'settings/debug-enabled',
  title: 'Debug mode is on in production',
  sound: 'Debug mode is off in production',
  refutedBy: ['settings/debug-string-truthy'],
  category: 'security',
  severity: 'critical',
  effort: minutes(5),
  risk: 'Every error page shows settings, source and local variables to anyone.',
  references: [cwe(489), django('security.W018'), docs('ref/settings', 'debug')],
  since: '0.1.0',
  needs: { deployment, operator, project, settings, settingsWith },
  problems: { enabled: '`DEBUG` is {value} in `{module}`{unless}.' },
  questions: { unproven: '`DEBUG` is {value}. Is it false in production?' },
  when: ({ settings }) => hasFinalValues(settings),
  *check(facts, { problem, question }) {
    const { deployment, operator, settings } = facts;
    const debug = settings.get('DEBUG');
    const value = describeValue('DEBUG', debug.value);
    const on = truthOf(debug.value);
    // Text taken for truth is the same fault with another cure; it has a rule of its own.
    if (on === 'yes' && !refusedNo(settings, deployment, operator)) {
      yield {
        ...problem('enabled', debug, { value, module: settings.module, unless: unlessGiven(settings, debug) }),
        confidence: confidenceIn(settings, debug),
        remedy:
          changeWhereGiven(facts, debug, off) ??
          takeFromEnvironment(facts, {
            setting: 'DEBUG',
            wanted: 'boolean',
            summary: 'Take the value from the environment, and let it be false where nothing is set.',
          }),
      };
    }
    if (on === 'maybe') yield question('unproven', debug, { value });
  },
});
