/** Tasks that run inside the request that sends them. */
import { truthOf } from '../../describe.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { isAssigned } from '../../facts/value-reading.js';
import { defineRule, minutes, web } from '../../rule.js';
import { writeInSettings } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues, openVariables } from '../settings/final-values.js';
import { hasOtherBranch } from '../structure/conditional-assignment.js';
import { isRead } from './celery-settings.js';

const names = ['CELERY_TASK_ALWAYS_EAGER', 'CELERY_ALWAYS_EAGER'];

export const alwaysEager = defineRule({
  id: 'celery/always-eager',
  title: 'Celery runs tasks inside the request',
  sound: 'Celery hands tasks to its workers',
  category: 'deployment',
  severity: 'medium',
  effort: minutes(10),
  risk: 'Visitors wait for every task, a task that fails fails the page, and workers have nothing to do.',
  references: [
    web(
      'Celery: task_always_eager',
      'https://docs.celeryq.dev/en/stable/userguide/configuration.html#task-always-eager',
    ),
  ],
  since: '0.1.0',
  needs: { project, settings },
  problems: { eager: '`{name}` is on in `{module}`.' },
  questions: { branch: '`{name}` is on unless a condition of the settings says otherwise. Does it in production?' },
  when: ({ project, settings }) =>
    hasFinalValues(settings) && names.some((name) => isAssigned(settings.get(name)) && isRead(project, name)),
  *check({ project, settings }, { problem, question }) {
    for (const name of names) {
      const setting = settings.get(name);
      if (truthOf(setting.value) !== 'yes' || !isRead(project, name)) continue;
      if (openVariables(settings, setting).length > 0 || hasOtherBranch(project, settings, setting)) {
        yield question('branch', setting, { name });
        continue;
      }
      yield {
        ...problem('eager', setting, { name, module: settings.module }),
        confidence: confidenceIn(settings, setting),
        remedy: writeInSettings(settings, 'Switch it off in production; tests can switch it on.', `${name} = False`),
      };
    }
  },
});
