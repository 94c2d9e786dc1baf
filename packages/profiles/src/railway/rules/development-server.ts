/** A server for development as the service. */
import { cwe, defineRule, docs, minutes } from '@django-golive/core';
import { railwayStart } from '../start.js';

export const developmentServer = defineRule({
  id: 'railway/development-server',
  title: 'The service starts a development server',
  sound: 'The service starts a server made for production',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(15),
  risk: "One process without hardening serves everybody; Django's own documentation warns against it.",
  references: [docs('ref/django-admin', 'runserver'), cwe(489)],
  since: '0.1.0',
  needs: { railwayStart },
  problems: { runserver: 'The service runs `runserver`.' },
  when: ({ railwayStart }) => railwayStart?.server !== undefined,
  *check({ railwayStart }, { problem }) {
    if (railwayStart?.server?.server !== 'runserver') return;
    yield {
      ...problem('runserver', { at: railwayStart.at, subject: 'railway:start' }),
      remedy: { summary: 'Start gunicorn with the WSGI application instead, and declare it among the packages.' },
    };
  },
});
