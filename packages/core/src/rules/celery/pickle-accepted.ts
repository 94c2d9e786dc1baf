/** Workers that run whatever code a message brings along. */
import { describeValue } from '../../describe.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { isAssigned, isKnown, stringsOf } from '../../facts/value-reading.js';
import { cwe, defineRule, hours, web } from '../../rule.js';
import { writeInSettings } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { isRead } from './celery-settings.js';

const name = 'CELERY_ACCEPT_CONTENT';

export const pickleAccepted = defineRule({
  id: 'celery/pickle-accepted',
  title: 'Celery accepts pickles',
  sound: 'Celery accepts plain data only',
  category: 'security',
  severity: 'medium',
  effort: hours(1),
  risk: 'Whoever can write to the broker runs code on every worker: a message is unpickled before anything looks at it.',
  references: [
    cwe(502),
    web('Celery: Security', 'https://docs.celeryq.dev/en/stable/userguide/security.html#serializers'),
  ],
  since: '0.1.0',
  needs: { project, settings },
  problems: { pickle: '`CELERY_ACCEPT_CONTENT` is {value}.' },
  when: ({ project, settings }) =>
    hasFinalValues(settings) &&
    isKnown(settings.get(name).value) &&
    isAssigned(settings.get(name)) &&
    isRead(project, name),
  *check({ settings }, { problem }) {
    const setting = settings.get(name);
    // Signed pickles come from whoever has the key.
    if (!stringsOf(setting.value).some((type) => type === 'pickle' || type === 'application/x-python-serialize'))
      return;
    yield {
      ...problem('pickle', setting, { value: describeValue(name, setting.value) }),
      // A broker that nothing else reaches is trusted as much as the workers are.
      confidence: confidenceIn(settings, setting) === 'certain' ? 'firm' : 'tentative',
      remedy: writeInSettings(
        settings,
        'Send plain data, such as primary keys instead of objects, and accept JSON only.',
        "CELERY_ACCEPT_CONTENT = ['json']\nCELERY_TASK_SERIALIZER = 'json'\nCELERY_RESULT_SERIALIZER = 'json'",
      ),
    };
  },
});
