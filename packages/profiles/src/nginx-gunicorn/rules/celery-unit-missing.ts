/** A Celery application, and nothing that starts a worker beside the site. */
import { defineRule, features, isTrue, minutes, project, settings, web } from '@django-golive/core';
import { celeryApplication } from '../../checklist-steps.js';
import { lineAt } from '../../files/shown-line.js';
import { services } from '../../own-server/services.js';

export const celeryUnitMissing = defineRule({
  id: 'nginx-gunicorn/celery-unit-missing',
  title: 'Nothing starts a Celery worker on the server',
  sound: 'A service starts a Celery worker',
  category: 'deployment',
  severity: 'high',
  effort: minutes(30),
  risk: 'Tasks are queued and never run.',
  references: [web('Celery: Daemonization', 'https://docs.celeryq.dev/en/stable/userguide/daemonizing.html')],
  since: '0.1.0',
  needs: { project, settings, features, services },
  problems: {
    worker: 'The services in the repository start no Celery worker, though the project has an application of Celery.',
  },
  questions: {
    elsewhere:
      '`{path}` speaks of a Celery worker, and no service in the repository starts one. What starts it on the server?',
  },
  when: ({ project, settings, features, services }) =>
    services.some(({ role }) => role === 'web') &&
    features.uses('celery') !== undefined &&
    celeryApplication(project, settings) !== undefined &&
    isTrue(settings.get('CELERY_TASK_ALWAYS_EAGER').value) !== 'yes',
  *check({ project, settings, features, services }, { problem, question }) {
    if (services.some(({ command, role }) => role === 'worker' || /celery/.test(command))) return;
    const [site] = services;
    if (!site) return;
    const about = lineAt(project, site.at, 'celery');
    const path = project.paths.find(
      (item) =>
        /\.(sh|conf|ini|ya?ml)$|(^|\/)celeryd$/.test(item) &&
        /celery\b[^\n]*\bworker\b/.test(project.file(item)?.text ?? ''),
    );
    if (path !== undefined) {
      yield question('elsewhere', about, { path });
      return;
    }
    const application = celeryApplication(project, settings) ?? 'config';
    yield {
      ...problem('worker', about),
      confidence: 'firm',
      evidence: features.uses('celery')?.evidence ?? [],
      remedy: {
        summary: 'Add a unit for the worker, with the environment that the site has.',
        code: `[Service]\nUser=${site.user?.text ?? 'www-data'}\nWorkingDirectory=${site.directory?.text ?? '/srv/app'}\nExecStart=/srv/app/venv/bin/celery -A ${application} worker -l info\nRestart=always\n\n[Install]\nWantedBy=multi-user.target`,
        language: 'ini',
        path: site.path.replace(/[^/]*$/, 'celery.service'),
      },
    };
  },
});
