/** Celery in the dependencies, and nothing that starts a worker beside Apache. */
import { defineRule, features, minutes, project, settings, web } from '@django-golive/core';
import { celeryApplication } from '../../checklist-steps.js';
import { lineAt } from '../../files/shown-line.js';
import { services } from '../../own-server/services.js';
import { webApplication } from '../web-application.js';

export const celeryUnitMissing = defineRule({
  id: 'apache-ubuntu/celery-unit-missing',
  title: 'Nothing starts a Celery worker on the server',
  sound: 'A unit starts a Celery worker',
  category: 'deployment',
  severity: 'high',
  effort: minutes(30),
  risk: 'Tasks are queued and never run.',
  references: [web('Celery: Daemonization', 'https://docs.celeryq.dev/en/stable/userguide/daemonizing.html')],
  since: '0.1.0',
  needs: { project, settings, features, webApplication, services },
  problems: { worker: 'The units in the repository start no Celery worker, though the project uses Celery.' },
  questions: {
    elsewhere: 'The project uses Celery, and no unit in the repository starts a worker. What starts it on the server?',
  },
  when: ({ features, webApplication }) => webApplication !== undefined && features.uses('celery') !== undefined,
  *check({ project, settings, features, webApplication, services }, { problem, question }) {
    if (!webApplication) return;
    if (services.some(({ command, role }) => role === 'worker' || /celery/.test(command))) return;
    // Debian's init script reads what to start from such a file.
    if (project.paths.some((path) => /(^|\/)celeryd$/.test(path))) return;
    const evidence = features.uses('celery')?.evidence ?? [];
    const [service] = services;
    const about = lineAt(project, service?.at ?? webApplication.at, 'celery');
    // Other units in the repository say that this is where they are kept.
    if (service)
      yield {
        ...problem('worker', about),
        confidence: 'firm',
        evidence,
        remedy: {
          summary: 'Add a unit for the worker, with the environment that the site has.',
          code: `[Service]\nUser=www-data\nWorkingDirectory=/srv/app\nEnvironmentFile=/srv/app/.env\nExecStart=/srv/app/venv/bin/celery -A ${celeryApplication(project, settings) ?? 'config'} worker -l info\nRestart=always\n\n[Install]\nWantedBy=multi-user.target`,
          language: 'ini',
          ...(service.at.path.endsWith('.service')
            ? { path: service.at.path.replace(/[^/]*$/, 'celery.service') }
            : {}),
        },
      };
    else yield { ...question('elsewhere', about), evidence };
  },
});
