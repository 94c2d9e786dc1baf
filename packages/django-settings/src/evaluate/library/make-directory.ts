/** Making a directory: what the system refuses of it, as far as the repository tells. */
import type { Machine } from '../native.js';
import { int, type PyValue, str } from '../value.js';
import { refuseBelowFile } from './file-errors.js';
import { markMade, probe, repositoryPath } from './project-files.js';

/** Takes note of it, or raises; `again` says that it may be there already (`exist_ok`). */
export function makeDirectory(machine: Machine, path: string, again: PyValue | undefined): void {
  const mayBeThere = again ? machine.truth(again) : 'no';
  if (stands(machine, path, 'file') || (mayBeThere === 'no' && stands(machine, path, 'directory')))
    machine.raise('FileExistsError', int(17), str('File exists'), str(path));
  refuseBelowFile(machine, path);
  markMade(machine, path, 'directory');
}

/** Whether it is certainly there: a directory is no part of a repository that keeps nothing in it. */
function stands(machine: Machine, path: string, what: 'file' | 'directory'): boolean {
  const found = probe(machine, path, what);
  if (found.kind !== 'bool' || !found.value) return false;
  const inside = repositoryPath(machine, path);
  const { project } = machine;
  if (what === 'file' || inside === undefined || !project.isDirectory(inside)) return true;
  return project.paths.some((one) => one.startsWith(`${inside}/`) && project.tracked(one) !== false);
}
