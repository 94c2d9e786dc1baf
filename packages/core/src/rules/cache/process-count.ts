/** Whether one process serves the site or several do, as far as the deployment's files show. */
import type { Deployment } from '../../facts/deployment.js';
import type { Project } from '../../source.js';
import { optionOf, serverOf } from '../gunicorn/server-command.js';

/** How many processes answer requests. */
export function processCount(project: Project, deployment: Deployment): 'one' | 'several' | 'unknown' {
  const web = deployment.processes.filter(({ role }) => role === 'web');
  if (web.some(({ variables }) => variables.some(({ name, value }) => name === 'WEB_CONCURRENCY' && value !== '1')))
    return 'several';
  // Heroku tells gunicorn how many to start by the size of the dyno, and that is more than one.
  if (deployment.target === 'heroku') return 'several';
  const counts = web.map((process) => {
    const found = serverOf(process);
    if (!found) return 'unknown';
    const { args, server } = found;
    const wanted = optionOf(args, '-w', '--workers', '--processes', '-p');
    if (wanted !== undefined && server !== 'daphne' && server !== 'waitress')
      return /^\d+$/.test(wanted) ? (Number(wanted) > 1 ? 'several' : 'one') : 'several';
    if (server === 'daphne' || server === 'waitress' || server === 'uvicorn') return 'one';
    return server === 'gunicorn' ? workersInFiles(project, args) : 'unknown';
  });
  if (counts.includes('several')) return 'several';
  if (severalInFiles(project)) return 'several';
  if (deployment.target === 'apache-ubuntu' && oneInFiles(project)) return 'one';
  return counts.length > 0 && counts.every((count) => count === 'one') ? 'one' : 'unknown';
}

/** mod_wsgi's daemon group is one process unless it says otherwise. */
function oneInFiles(project: Project): boolean {
  const texts = project.paths.filter((path) => /\.conf$/.test(path)).map((path) => project.file(path)?.text ?? '');
  return (
    texts.some((text) => /^\s*WSGIDaemonProcess\b/m.test(text)) && !texts.some((text) => /\bprocesses=/.test(text))
  );
}

/** gunicorn starts one worker unless a file says otherwise. */
function workersInFiles(project: Project, args: readonly string[]): 'one' | 'several' | 'unknown' {
  const files = project.paths.filter((path) => /(^|\/)gunicorn[^/]*\.py$/.test(path));
  const named = optionOf(args, '-c', '--config') !== undefined;
  const texts = files.map((path) => project.file(path)?.text ?? '');
  const workers = texts.flatMap((text) => /^\s*workers\s*=\s*(.+)$/m.exec(text)?.[1]?.trim() ?? []);
  if (workers.some((value) => value !== '1')) return 'several';
  return named && files.length === 0 ? 'unknown' : 'one';
}

/** Apache's daemon and uWSGI start one process unless their files say otherwise. */
function severalInFiles(project: Project): boolean {
  return project.paths.some((path) => {
    const text = (): string => project.file(path)?.text ?? '';
    if (/(^|\/)uwsgi[^/]*\.(ini|conf|ya?ml)$/.test(path))
      return /^\s*(processes|workers)\s*[=:]\s*(?!1\s*$)\S/m.test(text());
    return (
      /\.conf$|(^|\/)(apache2?|httpd|sites-(available|enabled))\//.test(path) &&
      /^\s*WSGIDaemonProcess\b.*\bprocesses=([2-9]|\d{2,})/m.test(text())
    );
  });
}
