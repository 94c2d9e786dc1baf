/** The OSErrors of files that are not there, as CPython words them on Linux. */
import type { Machine } from '../native.js';
import { int, str } from '../value.js';

/** `FileNotFoundError: [Errno 2] No such file or directory: 'path'`. */
export function raiseMissing(machine: Machine, path: string): never {
  return machine.raise('FileNotFoundError', int(2), str('No such file or directory'), str(path));
}
