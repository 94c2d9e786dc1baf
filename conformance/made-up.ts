/** Reads the recorded made-up settings back: Python values as the recorder wrote them. */
import type { Value } from '@django-golive/core';

/** What `record_checks.py` wrote of a series. */
export interface MadeUpSets {
  /** Settings that Django finds nothing wrong with. */
  readonly sound: Readonly<Record<string, unknown>>;
  readonly sets: readonly MadeUp[];
}

/** One set of settings, and what Django said of it. */
export interface MadeUp {
  /** Whether it is the sound settings with these changes, or these alone. */
  readonly sound?: true;
  readonly changed: Readonly<Record<string, unknown>>;
  /** What Django's loader raised. */
  readonly error?: readonly [type: string, message: string];
  readonly checks?: readonly string[];
  readonly silenced?: readonly string[];
}

/** The settings of a set, by name. */
export function valuesOf(set: MadeUp, { sound }: MadeUpSets): ReadonlyMap<string, Value> {
  const settings = { ...(set.sound ? sound : {}), ...set.changed };
  return new Map(Object.entries(settings).map(([name, value]) => [name, decode(value)]));
}

/** A value of `record_checks.py`: what JSON lacks stands under a `$` key. */
export function decode(encoded: unknown): Value {
  if (encoded === null) return { kind: 'none' };
  if (typeof encoded === 'boolean') return { kind: 'bool', value: encoded };
  if (typeof encoded === 'number') return { kind: 'int', value: BigInt(encoded) };
  if (typeof encoded === 'string') return { kind: 'str', value: encoded };
  const [[kind, inside] = ['', []]] = Object.entries(encoded as Record<string, unknown>);
  const items = Array.isArray(inside) ? inside : [];
  switch (kind) {
    case '$float':
      return { kind: 'float', value: inside === 'inf' ? Number.POSITIVE_INFINITY : Number(inside) };
    case '$timedelta':
      return { kind: 'timedelta', seconds: Number(inside) };
    case '$bytes':
      return { kind: 'bytes', value: String(inside) };
    case '$path':
      return { kind: 'path', value: String(inside) };
    case '$dict':
      return { kind: 'dict', entries: items.map(([key, value]: [unknown, unknown]) => [decode(key), decode(value)]) };
    case '$list':
      return { kind: 'list', items: items.map(decode) };
    case '$tuple':
      return { kind: 'tuple', items: items.map(decode) };
    default:
      return { kind: 'set', items: items.map(decode) };
  }
}

const unknown: Value = { kind: 'unknown', why: 'it was put in place of a value' };

/** The value with one part of it, or all of it, replaced by an unknown, in every way. */
export function* withUnknowns(value: Value): Iterable<Value> {
  yield unknown;
  if (value.kind === 'list' || value.kind === 'tuple' || value.kind === 'set') {
    for (const [index, item] of value.items.entries()) {
      for (const other of withUnknowns(item)) yield { ...value, items: value.items.with(index, other) };
    }
  }
  if (value.kind === 'dict') {
    for (const [index, [key, item]] of value.entries.entries()) {
      for (const other of withUnknowns(item)) yield { ...value, entries: value.entries.with(index, [key, other]) };
      yield { ...value, entries: value.entries.with(index, [unknown, item]) };
    }
  }
}
