/** The shapes in which generated data modules write Python values and a setting's history, and how a value is read back. */
import type { Value } from '@django-golive/core';

/** A Python value as JSON has it, with what JSON lacks under a `$` key. */
export type Encoded =
  | null
  | boolean
  | number
  | string
  | { readonly $list: readonly Encoded[] }
  | { readonly $tuple: readonly Encoded[] }
  | { readonly $dict: readonly (readonly [key: Encoded, value: Encoded])[] }
  /** Not in the data, and why. */
  | { readonly $unknown: string }
  /** The setting has no default from this series on. */
  | { readonly $absent: true };

/** The series (`major.minor`) of a setting's life; absent: before the oldest known series, or not yet. */
export interface SettingHistory {
  readonly added?: string;
  readonly deprecated?: string;
  /** The first series that ignores it. */
  readonly removed?: string;
  /** What to write instead. */
  readonly replacement?: string;
}

/** The value, or `undefined` for one that says there is none. */
export function decode(encoded: Encoded): Value | undefined {
  if (encoded === null) return { kind: 'none' };
  if (typeof encoded === 'boolean') return { kind: 'bool', value: encoded };
  if (typeof encoded === 'number') return { kind: 'int', value: BigInt(encoded) };
  if (typeof encoded === 'string') return { kind: 'str', value: encoded };
  if ('$list' in encoded) return { kind: 'list', items: encoded.$list.map(decodeInside) };
  if ('$tuple' in encoded) return { kind: 'tuple', items: encoded.$tuple.map(decodeInside) };
  if ('$dict' in encoded) {
    return { kind: 'dict', entries: encoded.$dict.map(([key, value]) => [decodeInside(key), decodeInside(value)]) };
  }
  return '$unknown' in encoded ? { kind: 'unknown', why: encoded.$unknown } : undefined;
}

function decodeInside(encoded: Encoded): Value {
  return decode(encoded) ?? { kind: 'none' };
}
