/** DEBUG in production: the setting that turns every error into a disclosure. */
import { describeValue, truthOf } from '../../describe.js';
import { settings } from '../../facts/settings.js';
import { cwe, defineRule, django, docs, minutes } from '../../rule.js';

export const debugEnabled = defineRule({
  id: 'settings/debug-enabled',
  title: 'Debug mode is on in production',
  sound: 'Debug mode is off in production',
  category: 'security',
  severity: 'critical',
  effort: minutes(5),
  risk: 'Every error page shows settings, source and local variables to anyone.',
  references: [cwe(489), django('security.W018'), docs('ref/settings', 'debug')],
  since: '0.1.0',
  needs: { settings },
  problems: { enabled: '`DEBUG` is {value} in `{module}`.' },
  questions: { unproven: '`DEBUG` is {value}. Is it false in production?' },
  when: ({ settings }) => settings.path !== undefined,
  *check({ settings }, { problem, question }) {
    const debug = settings.get('DEBUG');
    const value = describeValue('DEBUG', debug.value);
    const on = truthOf(debug.value);
    if (on === 'yes') {
      yield {
        ...problem('enabled', debug, { value, module: settings.module }),
        remedy: {
          summary: 'Take the value from the environment, and let it be false where nothing is set.',
          code: "DEBUG = os.environ.get('DEBUG', '') == 'True'",
          language: 'python',
          path: debug.at.path,
        },
      };
    }
    if (on === 'maybe') yield question('unproven', debug, { value });
  },
});
