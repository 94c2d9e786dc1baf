/** A server for development in the web line. */
import { cwe, defineRule, docs, minutes } from '@django-golive/core';
import { aboutEntry, webProcess } from '../web-process.js';

export const developmentServer = defineRule({
  id: 'heroku/development-server',
  title: 'The web process starts a development server',
  sound: 'The web process starts a server made for production',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(15),
  risk: "One process without hardening serves everybody; Django's own documentation warns against it.",
  references: [docs('ref/django-admin', 'runserver'), cwe(489)],
  since: '0.1.0',
  needs: { webProcess },
  problems: {
    runserver: 'The web process runs `{command}`.',
    reload: 'The web process runs {server} with `--reload`, which watches files and restarts.',
  },
  when: ({ webProcess }) => webProcess?.server !== undefined,
  *check({ webProcess }, { problem }) {
    const server = webProcess?.server;
    if (!webProcess || !server) return;
    const about = aboutEntry(webProcess.entry);
    if (server.server === 'runserver') {
      const command =
        server.invocation.args.find((word) => /^runserver|^runsslserver|^testserver/.test(word.text))?.text ??
        'runserver';
      yield {
        ...problem('runserver', about, { command }),
        remedy: { summary: 'Start gunicorn with the WSGI application instead, and declare it among the packages.' },
      };
    } else if (server.reload)
      yield {
        ...problem('reload', about, { server: server.server }),
        remedy: { summary: 'Leave `--reload` out of the Procfile.' },
      };
  },
});
