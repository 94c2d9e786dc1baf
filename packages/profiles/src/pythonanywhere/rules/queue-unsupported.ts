/** Celery on a platform that does not support it. */
import { defineRule, features, hasFinalValues, minutes, settings, web } from '@django-golive/core';

export const queueUnsupported = defineRule({
  id: 'pythonanywhere/queue-unsupported',
  title: 'Tasks need a Celery worker that a web app cannot start',
  sound: 'No task needs a Celery worker',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(240),
  risk: 'Tasks are handed to a queue that nobody empties, or the request that hands them over fails.',
  references: [
    web('PythonAnywhere: Asynchronous work in web apps', 'https://help.pythonanywhere.com/pages/AsyncInWebApps/'),
  ],
  since: '0.1.0',
  needs: { features, settings },
  problems: {},
  questions: {
    worker:
      'The project uses Celery, which PythonAnywhere does not support. Does an always-on task (paid) run its worker, with a broker elsewhere?',
  },
  when: ({ features, settings }) => features.uses('celery') !== undefined && hasFinalValues(settings),
  *check({ features }, { question }) {
    const [first, ...rest] = features.uses('celery')?.evidence ?? [];
    if (first) yield { ...question('worker', { at: first.at, subject: 'celery' }), evidence: [first, ...rest] };
  },
});
