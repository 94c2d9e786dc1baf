/** WebSockets behind a server that speaks WSGI alone. */

import { changedLine } from '../../changed-text.js';
import { deployment } from '../../facts/deployment.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { holds, isAssigned } from '../../facts/value-reading.js';
import { defineRule, docs, minutes } from '../../rule.js';
import type { Project } from '../../source.js';
import { optionOf, serverOf } from '../gunicorn/server-command.js';
import { hasFinalValues } from '../settings/final-values.js';

export const serverMissing = defineRule({
  id: 'asgi/server-missing',
  title: 'WebSockets reach no server that speaks them',
  sound: 'A server that speaks ASGI runs',
  category: 'deployment',
  severity: 'high',
  effort: minutes(30),
  risk: 'Every WebSocket connection is refused: whatever is live on the pages stands still.',
  references: [docs('howto/deployment/asgi')],
  since: '0.1.0',
  needs: { deployment, project, settings },
  problems: { wsgi: 'The project handles WebSockets, and `{process}` serves it with `{server}` over WSGI.' },
  when: ({ deployment, settings }) =>
    hasFinalValues(settings) &&
    (isAssigned(settings.get('ASGI_APPLICATION')) ||
      holds(settings.get('INSTALLED_APPS').value, 'channels') === 'yes') &&
    deployment.processes.some(({ role }) => role === 'web'),
  *check({ deployment, project, settings }, { problem }) {
    if (!routesWebSockets(project)) return;
    const web = deployment.processes.filter((process) => process.role === 'web');
    // One process that speaks ASGI is enough: the proxy may send it what the others cannot take.
    const served =
      startsAsgiServer(project) ||
      deployment.processes.some((process) => speaksAsgi(process.command ?? '', serverOf(process)));
    const about = web.find((process) => /^(gunicorn|uwsgi|waitress)$/.test(serverOf(process)?.server ?? ''));
    if (served || !about) return;
    const module = settings.module.split('.')[0] ?? 'config';
    yield {
      ...problem('wsgi', about, { process: about.name, server: serverOf(about)?.server ?? '' }),
      confidence: 'firm',
      remedy: {
        summary: 'Serve the ASGI application; this needs the package `uvicorn` or `daphne`.',
        ...changedLine(project, about.at, (line) =>
          /^web:/.test(line)
            ? `web: daphne -b 0.0.0.0 -p $PORT ${module}.asgi:application`
            : `daphne -b 0.0.0.0 -p 8000 ${module}.asgi:application`,
        ),
        language: 'bash',
        ...(about.at.path.endsWith('Procfile') ? {} : { place: 'part' as const }),
      },
    };
  },
});

function speaksAsgi(command: string, server: ReturnType<typeof serverOf>): boolean {
  if (/runserver|\basgi\b/.test(command)) return true;
  if (!server) return false;
  if (/^(uvicorn|daphne|hypercorn|granian)$/.test(server.server)) return true;
  const worker = optionOf(server.args, '--worker-class', '-k') ?? '';
  // A configuration file may name the worker.
  return /uvicorn|asgi/i.test(worker) || optionOf(server.args, '--config', '-c') !== undefined;
}

/** Whether some script or unit starts a server of ASGI, beside the process that the files show. */
function startsAsgiServer(project: Project): boolean {
  return project.paths.some(
    (path) => script.test(path) && /\b(daphne|uvicorn|hypercorn|granian)\b/.test(project.file(path)?.text ?? ''),
  );
}

const script = /(^|\/)(Procfile[\w.-]*|Dockerfile[\w.-]*|[^/]*\.(sh|bash|ya?ml|service|conf|ini|socket))$/;

/** Whether some module routes WebSockets to consumers. */
function routesWebSockets(project: Project): boolean {
  return project.paths.some(
    (path) =>
      /(^|\/)(asgi|routing)\w*\.py$/.test(path) &&
      /['"]websocket['"]|websocket_urlpatterns/.test(project.file(path)?.text ?? ''),
  );
}
