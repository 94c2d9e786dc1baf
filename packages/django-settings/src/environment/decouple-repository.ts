/** The files python-decouple reads: `.env` or the `[settings]` of an ini file. */

import { raiseMissing } from '../evaluate/library/file-errors.js';
import { iniValue, readIni } from '../evaluate/library/ini.js';
import { raisePython } from '../evaluate/library/plain-value.js';
import { readProjectFile } from '../evaluate/library/project-files.js';
import type { Machine } from '../evaluate/native.js';
import { type PyValue, str } from '../evaluate/value.js';
import { readDecoupleEnv } from './decouple-files.js';
import { deployedText } from './files.js';

/** The end of decouple's message for a variable that nothing gives. */
export const UNDECLARED = 'not found. Declare it as envvar or define a default value.';

/** One source of variables beside the environment. */
export interface Repository {
  readonly format: 'empty' | 'env' | 'ini' | 'secret';
  /** The file, as an absolute path, where it was read. */
  readonly path: string | undefined;
  find(machine: Machine, name: string): PyValue | undefined;
}

/** A repository over a file. `insist`: raise where the file is not there, as `RepositoryEnv(path)` does. */
export function createRepository(
  machine: Machine,
  path: string | undefined,
  format: Repository['format'],
  insist = false,
): Repository {
  const text = path === undefined ? undefined : deployedText(machine, path);
  if (path === undefined || text === undefined) {
    // A file that is not under version control may be there in production: then it gives what the environment would.
    if (insist && path !== undefined && 'missing' in readProjectFile(machine, path) && machine.environment.closed) {
      return raiseMissing(machine, path);
    }
    return { format, path: undefined, find: () => undefined };
  }
  if (format === 'ini') {
    const file = raisePython(machine, () => readIni(text, path, { interpolation: 'basic', allowNoValue: false }));
    return {
      format,
      path,
      find(m, name) {
        const value = raisePython(m, () => iniValue(file, 'settings', name, 'basic'));
        return value === undefined || value === null ? undefined : str(value);
      },
    };
  }
  const variables = readDecoupleEnv(text);
  return {
    format,
    path,
    find(_, name) {
      const value = variables.get(name);
      return value === undefined ? undefined : str(value);
    },
  };
}

/** The repository inside a `Repository…` object. */
export function repositoryOf(value: PyValue | undefined): Repository | undefined {
  if (value?.kind !== 'instance' || value.cls.module !== 'decouple') return undefined;
  const payload = value.payload;
  return typeof payload === 'object' && payload !== null && 'find' in payload ? (payload as Repository) : undefined;
}
