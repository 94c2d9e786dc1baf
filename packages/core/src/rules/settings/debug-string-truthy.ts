/** DEBUG from the environment without a cast: the text "False" is true. */
import { describeValue } from '../../describe.js';
import { deployment } from '../../facts/deployment.js';
import { operator, project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { cwe, defineRule, django, docs, minutes } from '../../rule.js';
import { refusedNo } from './debug-variable.js';
import { takeFromEnvironment } from './environment-style.js';
import { hasFinalValues } from './final-values.js';

export const debugStringTruthy = defineRule({
  id: 'settings/debug-string-truthy',
  title: 'Debug mode stays on when it is switched off',
  sound: 'Debug mode goes off when it is switched off',
  category: 'security',
  severity: 'critical',
  effort: minutes(5),
  risk: 'The operator switches debug mode off, and every error page still shows settings, source and local variables.',
  references: [cwe(489), django('security.W018'), docs('ref/settings', 'debug')],
  since: '0.1.0',
  needs: { deployment, operator, project, settings },
  problems: {
    truthy: "`DEBUG` is {value} in `{module}` although `{variable}` is '{given}': any text is true in Python.",
  },
  // A literal cannot be switched by a text.
  when: ({ deployment, operator, settings }) =>
    hasFinalValues(settings) &&
    (settings.get('DEBUG').reads.length > 0 || refusedNo(settings, deployment, operator) !== undefined),
  *check(facts, { problem }) {
    const { deployment, operator, settings } = facts;
    const refused = refusedNo(settings, deployment, operator);
    if (!refused) return;
    const debug = settings.get('DEBUG');
    yield {
      ...problem('truthy', debug, {
        value: describeValue('DEBUG', debug.value),
        module: settings.module,
        variable: refused.variable,
        given: refused.value,
      }),
      remedy: takeFromEnvironment(facts, {
        setting: 'DEBUG',
        variable: refused.variable,
        wanted: 'boolean',
        summary: 'Compare the text, or let the library turn it into a boolean.',
      }),
    };
  },
});
