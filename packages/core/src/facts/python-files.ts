/** Python files that a server of the target runs by itself, such as `gunicorn.conf.py`: what they end with. */
import { defineFact } from '../fact.js';
import type { Location } from '../source.js';
import type { Value } from './value.js';

/** A name that a file holds at its end. */
export interface PythonName {
  /** Unknown, with the reason, where something decides it that no file shows, such as a variable that may be given. */
  readonly value: Value;
  /** The line that gave it. */
  readonly at: Location | undefined;
}

/** What a file ends with. */
export interface PythonFile {
  readonly names: ReadonlyMap<string, PythonName>;
  /** Why there may be names that are not in `names`. */
  readonly open: string | undefined;
}

/**
 * Runs a file of the project as Python would, in a process to which these variables are given: one that is `undefined` is set
 * to something unknown, and any other may be set or not. Never throws.
 */
export type PythonFiles = (path: string, variables: ReadonlyMap<string, string | undefined>) => PythonFile;

/** The evaluator of Python, for readers of a target's files; where none is provided, nothing is known of them. It needs no deployment, which may rest on it. */
export const pythonFiles = defineFact({
  id: 'python-files',
  needs: {},
  derive: (): PythonFiles => () => ({ names: new Map(), open: 'nothing here reads Python' }),
});
