/** A timeout of gunicorn that the router never waits for. */
import { defineRule, minutes, project, web } from '@django-golive/core';
import { aboutEntry, webProcess } from '../web-process.js';

export const requestTimeout = defineRule({
  id: 'heroku/request-timeout',
  title: 'gunicorn waits longer than the router',
  sound: 'gunicorn gives up no later than the router',
  category: 'caching-performance',
  severity: 'low',
  effort: minutes(5),
  risk: 'Visitors get an error after 30 seconds, while the worker goes on with work that nobody waits for.',
  references: [web('Heroku: Request timeout', 'https://devcenter.heroku.com/articles/request-timeout')],
  since: '0.1.0',
  needs: { webProcess, project },
  problems: { longer: "gunicorn waits {seconds} seconds for a request; Heroku's router gives up after 30." },
  when: ({ webProcess }) => webProcess?.server?.server === 'gunicorn' && webProcess.server.timeout !== undefined,
  *check({ webProcess }, { problem }) {
    const server = webProcess?.server;
    const seconds = Number(server?.timeout?.text);
    // For other workers it is no limit of a request, but a heartbeat.
    if (
      !webProcess ||
      !server?.timeout?.literal ||
      !(seconds > 30) ||
      (server.workerClass && server.workerClass.text !== 'sync')
    )
      return;
    yield {
      ...problem('longer', server.timeout.at ? { at: server.timeout.at } : aboutEntry(webProcess.entry), {
        seconds: String(seconds),
      }),
      remedy: { summary: 'Set `--timeout` to 30 or less, and move longer work to a worker.' },
    };
  },
});
