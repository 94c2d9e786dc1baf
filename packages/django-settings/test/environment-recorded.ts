/** How recorded answers of CPython are written in JSON, and values in the same notation. */

import type { Plain } from '../src/evaluate/library/plain.js';
import { PythonError } from '../src/evaluate/library/plain.js';
import { toValue } from '../src/evaluate/library/plain-value.js';
import type { PyValue } from '../src/evaluate/value.js';

/** What a call gave or raised. */
export type Recorded = { readonly gives?: unknown; readonly raises?: string; readonly message?: string };

/** A value in the recorded notation: ints and floats as texts, dicts as pairs, other types by a tag. */
export function noted(value: PyValue): unknown {
  switch (value.kind) {
    case 'none':
      return null;
    case 'bool':
    case 'str':
      return value.value;
    case 'int':
      return { int: value.value.toString() };
    case 'float':
      return { float: floatText(value.value) };
    case 'bytes':
      return { bytes: value.value };
    case 'list':
      return value.items.map(noted);
    case 'tuple':
      return { tuple: value.items.map(noted) };
    case 'set':
      return { set: [...value.entries.values()].map(noted) };
    case 'dict':
      return { dict: [...value.entries.values()].map((entry) => [noted(entry.key), noted(entry.value)]) };
    case 'special':
      return { ellipsis: true };
    default:
      return { unexpected: value.kind };
  }
}

function floatText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

/** What a pure parser gives or raises, in the recorded notation. */
export function answer(run: () => Plain): Recorded {
  try {
    return { gives: noted(toValue(run())) };
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    return { raises: error.type.slice(error.type.lastIndexOf('.') + 1), message: error.message };
  }
}

/** The same answer with the pairs of dicts in order of their keys, where order says nothing. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  if ('dict' in value && Array.isArray(value.dict)) {
    const pairs = value.dict.map(sorted) as [string, unknown][];
    return { dict: pairs.sort(([left], [right]) => (left < right ? -1 : 1)) };
  }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, sorted(one)]));
}
