/** Plain Python data, as the pure parsers give it, before it becomes a value of the interpreter. */

import type { PyValue } from '../value.js';

/** `bigint` is an int, `number` a float, `Map` a dict, an array a list. */
export type Plain =
  | null
  | boolean
  | bigint
  | number
  | string
  | PlainTuple
  | Ready
  | readonly Plain[]
  | ReadonlyMap<string, Plain>;

/** A tuple, told apart from a list. */
export interface PlainTuple {
  readonly tuple: readonly Plain[];
}

/** A part that is a value of the interpreter already. */
export interface Ready {
  readonly ready: PyValue;
}

/** A Python exception that a pure parser ends with. `type` is the class's dotted name where it is not a builtin. */
export class PythonError extends Error {
  override readonly name = 'PythonError';

  constructor(
    readonly type: string,
    message: string,
  ) {
    super(message);
  }
}

/** What a parser cannot decide: it becomes an unknown value with this reason. */
export class Undecided extends Error {
  override readonly name = 'Undecided';
}
