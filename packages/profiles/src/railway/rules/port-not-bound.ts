/** The edge reaches a service at its port alone. */
import { defineRule, minutes, web } from '@django-golive/core';
import { isListener, listeningCommand, unreached } from '../../platform/listening.js';
import { railwayStart } from '../start.js';

export const portNotBound = defineRule({
  id: 'railway/port-not-bound',
  title: 'The service does not listen where Railway looks',
  sound: 'The service listens where Railway looks',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(5),
  risk: 'Visitors get "Application failed to respond", and a health check never succeeds.',
  references: [
    web(
      'Railway: Application failed to respond',
      'https://docs.railway.com/networking/troubleshooting/application-failed-to-respond',
    ),
  ],
  since: '0.1.0',
  needs: { railwayStart },
  problems: {
    loopback: 'The service listens on `{address}`, which no other machine reaches.',
    unnamed: 'The service starts {server} without an address: {server} then listens on {address}.',
  },
  questions: {
    fixed: 'The service listens on `{address}` and not on `$PORT`. Is that the port of its public domain?',
  },
  when: ({ railwayStart }) => isListener(railwayStart?.server),
  *check({ railwayStart }, { problem, question }) {
    const server = railwayStart?.server;
    if (!railwayStart || !isListener(server)) return;
    const found = unreached(server, (name) => railwayStart.image?.variables.has(name) ?? false);
    if (!found) return;
    const about = found.at
      ? { at: found.at, subject: 'gunicorn:bind' }
      : { at: railwayStart.at, subject: 'railway:start' };
    const remedy = {
      summary: `Listen on all addresses, on the port that Railway gives: \`${listeningCommand(server)}\`.`,
    };
    if (found.kind === 'fixed') yield question('fixed', about, { address: found.address });
    else if (found.kind === 'loopback') yield { ...problem('loopback', about, { address: found.address }), remedy };
    else yield { ...problem('unnamed', about, { server: server.server, address: found.address }), remedy };
  },
});
