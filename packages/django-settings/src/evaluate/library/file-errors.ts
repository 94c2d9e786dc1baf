/** The OSErrors of files that are not there, as CPython words them on Linux. */
import type { Certain, Machine } from '../native.js';
import { int, type PyUnknown, str } from '../value.js';

/** `FileNotFoundError: [Errno 2] No such file or directory: 'path'`. */
export function raiseMissing(machine: Machine, path: string): never {
  return machine.raise('FileNotFoundError', int(2), str('No such file or directory'), str(path));
}

/**
 * What reading (or opening: `certain` says what it is) a file of the repository gives that is not there. Nothing is certain of it in production, where secrets and
 * other files lie beside the checkout; where the environment is exactly as given, it is the error.
 */
export function missingFile(machine: Machine, path: string, certain: Certain = { type: 'str' }): PyUnknown {
  if (machine.environment.closed) return raiseMissing(machine, path);
  const shown = path.startsWith(`${machine.root}/`) ? path.slice(machine.root.length + 1) : path;
  return machine.unknown(`\`${shown}\` is not in the repository`, certain);
}
