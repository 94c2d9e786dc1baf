/** A server for development as the web service. */
import { cwe, defineRule, docs, minutes } from '@django-golive/core';
import { renderWeb } from '../web-process.js';

export const developmentServer = defineRule({
  id: 'render/development-server',
  title: 'The web service starts a development server',
  sound: 'The web service starts a server made for production',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(15),
  risk: "One process without hardening serves everybody; Django's own documentation warns against it.",
  references: [docs('ref/django-admin', 'runserver'), cwe(489)],
  since: '0.1.0',
  needs: { renderWeb },
  problems: {
    runserver: 'The web service runs `runserver`.',
    reload: 'The web service runs {server} with `--reload`, which watches files and restarts.',
  },
  when: ({ renderWeb }) => renderWeb?.server !== undefined,
  *check({ renderWeb }, { problem }) {
    const server = renderWeb?.server;
    if (!renderWeb || !server) return;
    if (server.server === 'runserver')
      yield {
        ...problem('runserver', renderWeb.about),
        remedy: { summary: 'Start gunicorn with the WSGI application instead, and declare it among the packages.' },
      };
    // Of gunicorn another rule tells.
    else if (server.reload && server.server !== 'gunicorn')
      yield {
        ...problem('reload', renderWeb.about, { server: server.server }),
        remedy: { summary: 'Leave `--reload` out of the start command.' },
      };
  },
});
