/** What keeps connections besides Django: a pool, a pooler in between, a server that has no threads to keep them for. */
import type { Deployment } from '../../facts/deployment.js';
import type { Settings } from '../../facts/settings.js';
import type { Value } from '../../facts/value.js';
import { integerOf, isAssigned, lacks, lookup, stringOf } from '../../facts/value-reading.js';
import type { Project } from '../../source.js';

/** Whether a pool of psycopg or a pooler such as PgBouncer keeps the connections, or that cannot be told. */
export function isPooled(project: Project, options: Value): boolean {
  const port = lookup(options, 'PORT');
  return (
    !lacks(lookup(options, 'OPTIONS'), 'pool') ||
    !lacks(options, 'DISABLE_SERVER_SIDE_CURSORS') ||
    (stringOf(port) ?? String(integerOf(port) ?? '')) === '6432' ||
    /bouncer|pool/i.test(stringOf(lookup(options, 'HOST')) ?? '') ||
    project.paths.some((path) => /pg_?bouncer|pgpool|pgcat|proxysql/i.test(path))
  );
}

/** Whether requests are served in coroutines, for which Django advises against connections that stay. */
export function servedByCoroutines(settings: Settings, deployment: Deployment): boolean {
  return (
    isAssigned(settings.get('ASGI_APPLICATION')) ||
    isAssigned(settings.get('CHANNEL_LAYERS')) ||
    deployment.processes.some(
      ({ application, command, role }) =>
        role === 'web' &&
        /asgi|uvicorn|daphne|hypercorn|granian|gevent|eventlet/i.test(`${application ?? ''} ${command ?? ''}`),
    )
  );
}
