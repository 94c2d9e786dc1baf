/** Jobs that are written for cron, which PythonAnywhere does not give to its accounts. */
import {
  defineRule,
  entriesOf,
  hasFinalValues,
  holds,
  isAssigned,
  itemsOf,
  minutes,
  settings,
  web,
} from '@django-golive/core';

export const crontabUnavailable = defineRule({
  id: 'pythonanywhere/crontab-unavailable',
  title: 'Jobs are planned with cron',
  sound: 'No job is planned with cron',
  category: 'deployment',
  severity: 'high',
  effort: minutes(30),
  risk: 'The jobs never run, and nothing reports it.',
  references: [web('PythonAnywhere: Scheduled tasks', 'https://help.pythonanywhere.com/pages/ScheduledTasks/')],
  since: '0.1.0',
  needs: { settings },
  problems: { crontab: '`CRONJOBS` plans {count} for django-crontab; accounts of PythonAnywhere have no crontab.' },
  when: ({ settings }) => hasFinalValues(settings) && isAssigned(settings.get('CRONJOBS')),
  *check({ settings }, { problem }) {
    const jobs = settings.get('CRONJOBS');
    const count = itemsOf(jobs.value).length || entriesOf(jobs.value).length;
    if (count === 0 || holds(settings.get('INSTALLED_APPS').value, 'django_crontab') !== 'yes') return;
    yield {
      ...problem('crontab', jobs, { count: count === 1 ? 'one job' : `${count} jobs` }),
      remedy: {
        summary: 'Make each job a management command, and enter it on the Tasks page (daily or hourly, paid plans).',
      },
    };
  },
});
