/** The OSErrors of files that are not there, as CPython words them on Linux. */
import { noteWantedFile } from '../absent-overrides.js';
import type { Certain, Machine } from '../native.js';
import { int, type PyValue, str } from '../value.js';
import { repositoryPath } from './project-files.js';

/** `FileNotFoundError: [Errno 2] No such file or directory: 'path'`. */
export function raiseMissing(machine: Machine, path: string): never {
  return machine.raise('FileNotFoundError', int(2), str('No such file or directory'), str(path));
}

/**
 * What reading (or opening: `certain` says what it is) a file of the repository gives that is not there. Nothing is certain of it in production, where secrets and
 * other files lie beside the checkout: where a handler expects that it is missing, either may be; where the environment is exactly as given, it is the error.
 */
export function missingFile(machine: Machine, path: string, certain: Certain = { type: 'str' }): PyValue {
  refuseBelowFile(machine, path);
  if (machine.environment.closed) return raiseMissing(machine, path);
  const shown = path.startsWith(`${machine.root}/`) ? path.slice(machine.root.length + 1) : path;
  const lies = () => machine.unknown(`\`${shown}\` is not in the repository`, certain);
  if (fileGuards(machine).around > 0) return machine.branch('maybe', lies, () => raiseMissing(machine, path));
  noteWantedFile(machine, shown);
  return lies();
}

/** The file of the repository that a path goes on below, as if it were a directory. */
export function fileAbove({ project }: Pick<Machine, 'project'>, path: string): string | undefined {
  const parts = path.split('/');
  return parts
    .map((_, count) => parts.slice(0, count).join('/'))
    .find((above) => above !== '' && project.file(above) !== undefined);
}

/** Raises where a path goes on below a file. */
export function refuseBelowFile(machine: Machine, path: string): void {
  const inside = repositoryPath(machine, path);
  if (inside !== undefined && fileAbove(machine, inside) !== undefined)
    machine.raise('NotADirectoryError', int(20), str('Not a directory'), str(path));
}

/** How many handlers around the current line would catch that a file is missing. */
export function fileGuards(machine: Machine): { around: number } {
  return machine.once('file-errors.guards', () => ({ around: 0 }));
}
