/** DEBUG_PROPAGATE_EXCEPTIONS: a switch for test runners that takes the error page away from production. */
import { describeValue, truthOf } from '../../describe.js';
import { settings } from '../../facts/settings.js';
import { isAssigned } from '../../facts/value-reading.js';
import { cwe, defineRule, docs, minutes } from '../../rule.js';
import { writeInSettings } from './environment-style.js';
import { confidenceIn, hasFinalValues } from './final-values.js';

export const debugPropagateExceptions = defineRule({
  id: 'settings/debug-propagate-exceptions',
  title: "Exceptions go past Django's error handling",
  sound: 'Django handles exceptions itself',
  category: 'security',
  severity: 'high',
  effort: minutes(5),
  risk: 'The server shows or drops the exception: no error page, no mail to the admins, on some servers a traceback.',
  references: [cwe(209), docs('ref/settings', 'debug-propagate-exceptions')],
  since: '0.1.0',
  needs: { settings },
  problems: { on: '`DEBUG_PROPAGATE_EXCEPTIONS` is {value} in `{module}`.' },
  questions: { unproven: '`DEBUG_PROPAGATE_EXCEPTIONS` is {value}. Is it false in production?' },
  when: ({ settings }) => hasFinalValues(settings) && isAssigned(settings.get('DEBUG_PROPAGATE_EXCEPTIONS')),
  *check({ settings }, { problem, question }) {
    const setting = settings.get('DEBUG_PROPAGATE_EXCEPTIONS');
    const value = describeValue(setting.name, setting.value);
    const on = truthOf(setting.value);
    if (on === 'maybe') yield question('unproven', setting, { value });
    if (on !== 'yes') return;
    yield {
      ...problem('on', setting, { value, module: settings.module }),
      confidence: confidenceIn(settings, setting),
      remedy: writeInSettings(
        settings,
        'Delete the line, or keep it to the test settings.',
        'DEBUG_PROPAGATE_EXCEPTIONS = False',
      ),
    };
  },
});
