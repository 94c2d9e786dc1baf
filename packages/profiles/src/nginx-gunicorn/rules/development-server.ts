/** Django's development server as what the server keeps running. */
import { defineRule, docs, minutes, project } from '@django-golive/core';
import { lineAt } from '../../files/shown-line.js';
import { services } from '../../own-server/services.js';

export const developmentServer = defineRule({
  id: 'nginx-gunicorn/development-server',
  title: 'The service starts the development server',
  sound: 'The service starts a server that is made for production',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(30),
  risk: 'One process that was never hardened answers everybody; it restarts on every file change and serves static files only in debug mode.',
  references: [docs('ref/django-admin', 'runserver'), docs('howto/deployment/wsgi/gunicorn')],
  since: '0.1.0',
  needs: { project, services },
  problems: { runserver: '`{name}` starts `manage.py runserver`.' },
  when: ({ services }) => services.some(({ server }) => server !== undefined),
  *check({ project, services }, { problem }) {
    for (const { name, server, at, manager } of services) {
      if (server?.server !== 'runserver') continue;
      yield {
        ...problem('runserver', lineAt(project, at, `${name}:server`), { name }),
        remedy: {
          summary: 'Start gunicorn at a socket that nginx passes to; `config` stands for your package.',
          code: `${manager === 'systemd' ? 'ExecStart' : 'command'}=/srv/app/venv/bin/gunicorn config.wsgi:application --bind unix:/run/app/gunicorn.sock`,
          language: 'ini',
          path: at.path,
          place: 'instead',
        },
      };
    }
  },
});
