/** The router reaches a dyno at $PORT alone. */
import { defineRule, minutes, type Project, project, web } from '@django-golive/core';
import { isListener, listeningCommand, unreached } from '../../platform/listening.js';
import { aboutEntry, webProcess } from '../web-process.js';

export const portNotBound = defineRule({
  id: 'heroku/port-not-bound',
  title: 'The web process does not listen on $PORT',
  sound: 'The web process listens on $PORT',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(5),
  risk: 'Heroku stops the dyno after a minute (R10, boot timeout), and the app never answers.',
  references: [web('Heroku: error R10', 'https://devcenter.heroku.com/articles/error-codes#r10-boot-timeout')],
  since: '0.1.0',
  needs: { webProcess, project },
  problems: {
    fixed: 'The web process listens on `{address}`; the router connects to `$PORT`.',
    loopback: 'The web process listens on `{address}`, which the router cannot reach.',
    unnamed: 'The web process starts {server} without `$PORT`: {server} then listens on {address}.',
  },
  questions: {
    dokku:
      'The web process does not listen on `$PORT`, as Heroku asks. Does Dokku, which the files speak of, run it with a port of its own?',
  },
  // Django's own server is a finding of its own.
  when: ({ webProcess }) => isListener(webProcess?.server),
  *check({ webProcess, project }, { problem, question }) {
    const server = webProcess?.server;
    const found = webProcess && isListener(server) ? unreached(server) : undefined;
    if (!webProcess || !server || !found) return;
    // Dokku reads the same file, and a port that is set by hand is right there.
    const about = found.at ? { at: found.at, subject: 'gunicorn:bind' } : aboutEntry(webProcess.entry);
    if (found.kind !== 'loopback' && speaksOfDokku(project)) {
      yield question('dokku', about);
      return;
    }
    const verdict =
      found.kind === 'unnamed'
        ? problem('unnamed', about, { server: server.server, address: found.address })
        : problem(found.kind, about, { address: found.address });
    yield found.at
      ? verdict
      : {
          ...verdict,
          remedy: {
            summary: 'Listen on the port that Heroku gives.',
            code: `web: ${listeningCommand(server)}`,
            language: 'text' as const,
            path: 'Procfile',
            place: 'instead' as const,
          },
        };
  },
});

/** Its file of health checks, or a README that pushes to it. */
function speaksOfDokku(project: Project): boolean {
  return project.paths.some(
    (path) =>
      path === 'CHECKS' || (/^readme(\.\w+)?$/i.test(path) && /\bdokku\b/i.test(project.file(path)?.text ?? '')),
  );
}
