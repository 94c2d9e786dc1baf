/** `FileAwareEnv`: a variable `NAME_FILE` names a file that holds the value of `NAME`. */

import { missingFile } from '../evaluate/library/file-errors.js';
import { readProjectFile } from '../evaluate/library/project-files.js';
import { universalNewlines } from '../evaluate/library/python-text.js';
import type { Machine } from '../evaluate/native.js';
import { none, type PyInstance, type PyValue, str } from '../evaluate/value.js';
import { readVariable } from './process.js';

/** The value from a file, where the reader looks for one and the environment names it. */
export function fileVariable(machine: Machine, env: PyInstance, name: string): PyValue | undefined {
  if (!env.cls.mro.some((cls) => cls.name === 'FileAwareEnv')) return undefined;
  const read = { name: `${name}_FILE`, required: false };
  const value = readVariable(machine, read, 'presence', (found) => {
    if (!found || (found.kind === 'str' && found.value === '')) return none;
    if (found.kind === 'unknown') return machine.derive(found, { type: 'str' });
    const file = readProjectFile(machine, found.value);
    if ('text' in file) return str(universalNewlines(file.text));
    if ('unknown' in file) return machine.unknown(file.unknown, { type: 'str' });
    return missingFile(machine, found.value);
  });
  return value.kind === 'none' ? undefined : value;
}
