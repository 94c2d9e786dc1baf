/** The proxy connects to one port of the machine. */
import { changedLine, defineRule, minutes, project, web } from '@django-golive/core';
import { flyConfig } from '../../files/fly-config.js';
import { ownProxy } from '../own-proxy.js';
import { flyWeb } from '../web-process.js';

export const portMismatch = defineRule({
  id: 'fly/port-mismatch',
  title: 'The server does not listen where the proxy looks',
  sound: 'The server listens where the proxy looks',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(5),
  risk: 'The proxy reaches nothing, the checks fail, and visitors get an error.',
  references: [
    web('Fly.io: the http_service section', 'https://fly.io/docs/reference/configuration/#the-http_service-section'),
  ],
  since: '0.1.0',
  needs: { flyConfig, flyWeb, project },
  problems: {
    loopback: '{server} listens on `{address}`, which the proxy does not reach.',
    port: '{server} listens on port {port}, and the proxy connects to port {wanted}.',
  },
  when: ({ flyConfig, flyWeb }) => flyConfig?.port !== undefined && flyWeb !== undefined,
  *check({ flyConfig, flyWeb, project }, { problem }) {
    const wanted = flyConfig?.port;
    // Another server in the same machine may be the one that is connected to.
    if (!wanted || !flyWeb || ownProxy(project, wanted.number)) return;
    const { server, about, given } = flyWeb;
    const address =
      server.bind.length > 0
        ? server.bind.length === 1
          ? server.bind[0]?.text
          : undefined
        : (server.config && !server.file) || isOpen(given)
          ? undefined
          : fallback[server.server];
    if (address === undefined || /[$`]|^unix:|^fd:/.test(address)) return;
    const evidence = [{ at: wanted.at, note: `The proxy connects to port ${wanted.number}.` }];
    if (/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:|$)/.test(address)) {
      yield {
        ...problem('loopback', about, { server: server.server, address }),
        confidence: 'firm',
        evidence,
        remedy: { summary: `Listen on \`0.0.0.0:${wanted.number}\`.` },
      };
      return;
    }
    const port = /:(\d+)$/.exec(address)?.[1] ?? /^(\d+)$/.exec(address)?.[1];
    if (port === undefined || port === wanted.number) return;
    yield {
      ...problem('port', about, { server: server.server, port, wanted: wanted.number }),
      confidence: 'firm',
      evidence,
      remedy: {
        summary: 'Let the proxy connect to that port.',
        ...changedLine(project, wanted.at, (line) => line.replace(/\d+/, port)),
        language: 'text',
      },
    };
  },
});

/** Where a server listens that is told nothing. */
const fallback: Readonly<Record<string, string>> = {
  gunicorn: '127.0.0.1:8000',
  uvicorn: '127.0.0.1:8000',
  daphne: '127.0.0.1:8000',
  hypercorn: '127.0.0.1:8000',
  runserver: '127.0.0.1:8000',
};

/** Variables that tell a server where to listen. */
const isOpen = (given: ReadonlySet<string>): boolean =>
  ['PORT', 'GUNICORN_CMD_ARGS', 'UVICORN_HOST', 'UVICORN_PORT'].some((name) => given.has(name));
