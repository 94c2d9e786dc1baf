/** WebSockets of a project whose containers serve WSGI alone. */
import { defineRule, docs, minutes, project } from '@django-golive/core';
import { lineAt } from '../../files/shown-line.js';
import { websocketRouting } from '../../files/websocket-routing.js';
import { containers } from '../containers.js';
import type { StartedProgram } from '../start-programs.js';

export const websocketsNotServed = defineRule({
  id: 'docker/websockets-not-served',
  title: "No container serves the project's WebSockets",
  sound: 'A container serves WebSockets',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(30),
  risk: 'Every WebSocket fails with 404; whatever is live on a page stands still.',
  references: [docs('howto/deployment/asgi')],
  since: '0.1.0',
  needs: { project, containers },
  problems: {
    wsgi: 'The project routes WebSockets, and `{name}` starts {server} with the WSGI application `{application}`.',
  },
  when: ({ project, containers }) =>
    websocketRouting(project) !== undefined &&
    containers.all.some(({ django, server }) => django && server !== undefined),
  *check({ project, containers }, { problem }) {
    const servers = containers.all.flatMap((container) =>
      container.django && container.server && container.main
        ? [{ ...container, server: container.server, main: container.main }]
        : [],
    );
    const synchronous = servers.filter(
      ({ server }) =>
        /^(gunicorn|uwsgi|waitress)$/.test(server.server) &&
        !/uvicorn|asgi/i.test(server.workerClass?.text ?? '') &&
        /(^|\.)wsgi(:|$)/.test(server.application?.text ?? ''),
    );
    const [first] = synchronous;
    // One server that is not certainly WSGI may carry them, and so may a start that cannot be read.
    if (
      !first ||
      synchronous.length < servers.length ||
      containers.all.some(({ django, start, role }) => django && role === undefined && start.opaque) ||
      containers.all.some(({ django, start }) => django && start.programs.some(speaksAsgi))
    )
      return;
    const application = first.server.application?.text ?? '';
    yield {
      ...problem('wsgi', lineAt(project, first.main.at, `${first.name}:asgi`), {
        name: first.name,
        server: first.server.server,
        application,
      }),
      confidence: 'firm',
      evidence: [websocketRouting(project)].flatMap((at) => (at ? [{ at, note: 'WebSockets are routed here.' }] : [])),
      remedy: {
        summary: 'Serve the ASGI application, with an ASGI server among the dependencies.',
        code: `uvicorn ${application.replace(/wsgi/, 'asgi').replace(/^([^:]*)$/, '$1:application')} --host 0.0.0.0 --port 8000`,
        language: 'bash',
      },
    };
  },
});

/** A start script may run a second server beside the one that it ends in. */
function speaksAsgi({ invocation }: StartedProgram): boolean {
  return /^(daphne|uvicorn|hypercorn|granian)$/.test(invocation.program);
}
