/** The virtual environment of an application behind Apache, as the repository's files tell of it. */
import type { Location, Project, SourceFile } from '@django-golive/core';
import type { SystemdUnit } from '../files/systemd-unit.js';
import type { ApacheSites, DaemonProcess } from './virtual-hosts.js';

/** The environment of the project's processes: the daemon's, by itself or by the directory of its packages, or the one of Apache's own. */
export function environmentOfSite(sites: ApacheSites, daemon: DaemonProcess | undefined): string | undefined {
  const found = namedEnvironment(sites, daemon);
  return found !== undefined && isSystemPrefix(found) ? undefined : found;
}

/** Where the Python of the system or of an image lies, which is no virtual environment. */
export function isSystemPrefix(path: string): boolean {
  return /^\/(usr(\/local)?)?\/*$/.test(path);
}

/** Says with a space before it which such prefix a process has in place of an environment. */
export function insteadOf({ options }: DaemonProcess): string {
  const home = options.get('python-home')?.value;
  return home === undefined ? '' : ` in place of \`${home}\``;
}

function namedEnvironment({ named }: ApacheSites, daemon: DaemonProcess | undefined): string | undefined {
  const holding = (path = ''): string | undefined =>
    /(?:^|:)([^:]+)\/lib\/python3[\d.]+\/site-packages\b/.exec(path)?.[1];
  if (!daemon) return named('WSGIPythonHome')[0]?.args[0]?.text ?? holding(named('WSGIPythonPath')[0]?.args[0]?.text);
  const { options } = daemon;
  return options.get('python-home')?.value ?? holding(options.get('python-path')?.value);
}

/** A virtual environment that the project's scripts make or its units use, as an absolute path. */
export function environmentOf(
  project: Project,
  units: readonly SystemdUnit[],
): { readonly path: string; readonly at: Location } | undefined {
  for (const unit of units) {
    const command = unit.get('ExecStart');
    const match = command && /(\/\S*?(?:venv|env|virtualenvs?\/[\w.-]+))\/bin\//.exec(command.value);
    if (command && match) return { path: match[1] ?? '', at: command.at };
  }
  for (const path of project.paths) {
    if (!/\.(sh|bash)$/.test(path)) continue;
    const file = project.file(path);
    const match = file && /(?:-m\s+venv|virtualenv(?:\s+-p\s+\S+)?)\s+(?:--\S+\s+)*["']?(\/[^\s"'$]+)/.exec(file.text);
    if (file && match)
      return { path: match[1] ?? '', at: file.at({ start: match.index, end: match.index + match[0].length }) };
  }
  return undefined;
}

/** Whether a WSGI script puts the packages of an environment on the path by itself. */
export function findsPackages(script: SourceFile | undefined): boolean {
  return script !== undefined && /activate_this|addsitedir|site-packages/.test(script.text);
}
