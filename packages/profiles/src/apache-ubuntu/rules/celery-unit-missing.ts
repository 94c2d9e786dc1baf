/** Celery in the dependencies, and nothing that starts a worker beside Apache. */
import { defineRule, features, minutes, project, web } from '@django-golive/core';
import { celeryCommandOf } from '../../files/django-command.js';
import { lineAt } from '../../files/shown-line.js';
import { systemdUnits } from '../../own-server/units.js';
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
  needs: { project, features, webApplication, systemdUnits },
  problems: { worker: 'The units in the repository start no Celery worker, though the project uses Celery.' },
  questions: {
    elsewhere: 'The project uses Celery, and no unit in the repository starts a worker. What starts it on the server?',
  },
  when: ({ features, webApplication }) => webApplication !== undefined && features.uses('celery') !== undefined,
  *check({ project, features, webApplication, systemdUnits }, { problem, question }) {
    if (!webApplication) return;
    const started = systemdUnits.some(
      (unit) =>
        unit.start &&
        (celeryCommandOf(unit.start)?.role === 'worker' ||
          unit.start.program === 'celery' ||
          /celery/.test(unit.get('ExecStart')?.value ?? '')),
    );
    const supervised = project.paths.some(
      (path) => /(supervisor[\w./-]*\.(conf|ini)|celeryd)$/.test(path) && /celery/.test(project.file(path)?.text ?? ''),
    );
    if (started || supervised) return;
    const evidence = features.uses('celery')?.evidence ?? [];
    const [unit] = systemdUnits;
    const about = lineAt(project, unit?.entries[0]?.at ?? webApplication.at, 'celery');
    // Other units in the repository say that this is where they are kept.
    if (unit)
      yield {
        ...problem('worker', about),
        confidence: 'firm',
        evidence,
        remedy: {
          summary: 'Add a unit for the worker, with the environment that the site has.',
          code: '[Service]\nUser=www-data\nWorkingDirectory=/srv/app\nEnvironmentFile=/srv/app/.env\nExecStart=/srv/app/venv/bin/celery -A config worker -l info\nRestart=always\n\n[Install]\nWantedBy=multi-user.target',
          language: 'ini',
        },
      };
    else yield { ...question('elsewhere', about), evidence };
  },
});
