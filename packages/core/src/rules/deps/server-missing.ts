/** A server that production starts and does not install. */
import { dependencies } from '../../facts/dependencies.js';
import { deployment } from '../../facts/deployment.js';
import { project } from '../../facts/inputs.js';
import { purposeOf } from '../../file-purpose.js';
import { defineRule, docs, minutes } from '../../rule.js';
import type { Project } from '../../source.js';
import { serverOf } from '../gunicorn/server-command.js';
import { confidenceInAbsence, declaredAs, declareRemedy, hasReadableManifest, mayBring } from './declared.js';

const distributions = {
  gunicorn: ['gunicorn', 'uvicorn-worker'],
  uvicorn: ['uvicorn', 'uvicorn-worker'],
  daphne: ['daphne'],
  hypercorn: ['hypercorn'],
  granian: ['granian'],
  uwsgi: ['uwsgi', 'pyuwsgi', 'uwsgi-binary'],
  waitress: ['waitress'],
} as const;

export const serverMissing = defineRule({
  id: 'deps/server-missing',
  title: 'The server that is started is not declared',
  sound: 'The server that is started is declared',
  category: 'dependencies',
  severity: 'high',
  effort: minutes(5),
  risk: 'The web process ends at once with "command not found".',
  references: [docs('howto/deployment')],
  since: '0.1.0',
  needs: { dependencies, deployment, project },
  problems: {
    missing: '`{process}` starts `{server}`, and no dependency file declares it.',
    development: '`{process}` starts `{server}`, which is not among the packages of production.',
  },
  // Heroku's own rule knows from which of the files it installs.
  when: ({ dependencies, deployment }) =>
    deployment.target !== 'heroku' &&
    hasReadableManifest(dependencies) &&
    deployment.processes.some((process) => process.role === 'web' && serverOf(process) !== undefined),
  *check({ dependencies, deployment, project }, { problem }) {
    for (const process of deployment.processes) {
      const server = process.role === 'web' ? serverOf(process)?.server : undefined;
      if (server === undefined) continue;
      const names = distributions[server];
      const declared = declaredAs(dependencies, names);
      if (declared === 'runtime' || mayBring(dependencies, [], ['uvicorn-worker', 'channels', 'fastapi'])) continue;
      if (declared === 'no' && (isInstalledByScript(project, server) || isOfSystem(process.command, server))) continue;
      yield {
        ...problem(declared === 'no' ? 'missing' : 'development', process, { process: process.name, server }),
        // An operating system may bring a server along; nothing in the files says that it does.
        confidence: declared === 'no' && confidenceInAbsence(dependencies) === 'certain' ? 'firm' : 'tentative',
        remedy: declareRemedy(dependencies, server, 'Declare the server among the packages of production.'),
      };
    }
  },
});

/** Whether the line starts the program that a package of the system brings: pip puts none there. */
function isOfSystem(command: string | undefined, server: string): boolean {
  return (
    command?.split(/\s+/).some((word) => /^(?:\/usr)?\/s?bin\/[^/]+$/.test(word) && word.endsWith(`/${server}`)) ??
    false
  );
}

/** Whether a script that sets the server up installs it by itself: `pip install gunicorn`. */
function isInstalledByScript(project: Project, server: string): boolean {
  const installs = new RegExp(`^[^#\\n]*\\bpip[\\d.]*\\s+install\\s[^#\\n]*(?<![\\w./-])${server}(?![\\w-])`, 'm');
  return project.paths.some(
    (path) =>
      /\.(sh|bash)$/.test(path) && purposeOf(path) !== 'development' && installs.test(project.file(path)?.text ?? ''),
  );
}
