/** Which of the programs of a container is the one that it is there for. */
import type { ProcessRole } from '@django-golive/core';
import { serverOf } from '../files/application-server.js';
import { roleOf } from '../files/django-command.js';
import type { StartedProgram } from './start-programs.js';

/** Whether a container is called, or starts, what answers requests. */
export function looksLikeWeb(name: string, main: StartedProgram | undefined): boolean {
  return (
    /(^|[-_])(web|app|django|backend|api|server|site)([-_]|$)/i.test(name) ||
    (main !== undefined &&
      /^(apache2|apache2ctl|apachectl|apache2-foreground|httpd|httpd-foreground)$/.test(main.invocation.program))
  );
}

/** The last long-running program; of several in branches, the one that the service's name speaks of. */
export function mainProgram(name: string, programs: readonly StartedProgram[]): StartedProgram | undefined {
  const running = programs.filter(({ invocation }) => {
    const role = roleOf(invocation);
    return role === 'web' || role === 'worker' || role === 'beat';
  });
  const certain = running.filter(({ invocation }) => !invocation.conditional);
  // Of those that are kept up side by side, the one that visitors reach.
  const webs = certain.filter(({ invocation }) => roleOf(invocation) === 'web');
  const side = webs.find(({ supervised }) => supervised !== undefined);
  if (side) return side;
  if (certain.length > 0)
    return webs.findLast((one) => one.invocation.background || one === certain.at(-1)) ?? certain.at(-1);
  const wanted: ProcessRole = /beat|schedul|cron/i.test(name)
    ? 'beat'
    : /worker|celery|queue|rq/i.test(name)
      ? 'worker'
      : 'web';
  const branch = running.filter(({ invocation }) => roleOf(invocation) === wanted);
  // Two different servers in branches: nothing says which one runs.
  if (branch.length > 0)
    return branch.find(({ invocation }) => serverOf(invocation)?.server !== 'runserver') ?? branch[branch.length - 1];
  return running.length > 0
    ? running[running.length - 1]
    : programs.filter(({ invocation }) => !invocation.conditional).pop();
}
