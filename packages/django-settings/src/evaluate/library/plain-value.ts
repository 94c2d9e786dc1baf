/** The bridge from the pure parsers to the interpreter: their data become values, their errors Python exceptions. */
import { dictOf } from '../keys.js';
import type { Machine } from '../native.js';
import { bool, float, int, list, none, type PyValue, str, tuple } from '../value.js';
import { type Plain, PythonError, Undecided } from './plain.js';

/** Plain data as a value. */
export function toValue(plain: Plain): PyValue {
  if (plain === null) return none;
  if (typeof plain === 'boolean') return bool(plain);
  if (typeof plain === 'bigint') return int(plain);
  if (typeof plain === 'number') return float(plain);
  if (typeof plain === 'string') return str(plain);
  if (plain instanceof Map)
    return dictOf([...plain].map(([key, value]: [string, Plain]) => [str(key), toValue(value)]));
  if (Array.isArray(plain)) return list(plain.map(toValue));
  if ('ready' in plain) return plain.ready;
  return 'tuple' in plain ? tuple(plain.tuple.map(toValue)) : none;
}

/** Run a parser; its `PythonError` is raised in the evaluated program. */
export function raisePython<T>(machine: Machine, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    const dot = error.type.lastIndexOf('.');
    if (dot < 0) return machine.raise(error.type, error.message);
    return machine.raise(machine.classFrom(error.type.slice(0, dot), error.type.slice(dot + 1)), error.message);
  }
}

/** Run a parser to a value; what it cannot decide is unknown. */
export function parsedValue(machine: Machine, run: () => Plain): PyValue {
  try {
    return toValue(raisePython(machine, run));
  } catch (error) {
    if (error instanceof Undecided) return machine.unknown(error.message);
    throw error;
  }
}
