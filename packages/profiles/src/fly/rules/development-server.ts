/** A server for development on the machines. */
import { cwe, defineRule, docs, minutes } from '@django-golive/core';
import { flyWeb } from '../web-process.js';

export const developmentServer = defineRule({
  id: 'fly/development-server',
  title: 'The machines start a development server',
  sound: 'The machines start a server made for production',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(15),
  risk: "One process without hardening serves everybody; Django's own documentation warns against it.",
  references: [docs('ref/django-admin', 'runserver'), cwe(489)],
  since: '0.1.0',
  needs: { flyWeb },
  problems: { runserver: 'The machines run `runserver`.' },
  when: ({ flyWeb }) => flyWeb !== undefined,
  *check({ flyWeb }, { problem }) {
    if (flyWeb?.server.server !== 'runserver') return;
    yield {
      ...problem('runserver', flyWeb.about),
      remedy: { summary: 'Start gunicorn with the WSGI application instead, and declare it among the packages.' },
    };
  },
});
