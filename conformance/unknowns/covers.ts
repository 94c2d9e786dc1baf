/** Whether a value that may be partly unknown admits another: what is known of it must be so, what is not leaves room. */
import type { Value } from '@django-golive/core';

/** `said` was worked out without knowing something; `is` with a value for it. What `is` leaves open is not judged. */
export function covers(said: Value, is: Value): boolean {
  if (is.kind === 'unknown') return true;
  if (is.kind === 'choice') return is.options.some((option) => covers(said, option));
  if (said.kind === 'unknown') return said.many !== true && admits(said, is);
  if (said.kind === 'choice') return said.options.some((option) => covers(option, is));
  if ((said.kind === 'list' || said.kind === 'tuple') && is.kind === said.kind)
    return is.items.some(isMany) || coverItems(said.items, is.items);
  if (said.kind === 'set' && is.kind === 'set') return is.items.some(isMany) || coversSet(said.items, is.items);
  if (said.kind === 'dict' && is.kind === 'dict')
    return is.entries.some(([key]) => isMany(key)) || coversEntries(said.entries, is.entries);
  return isSame(said, is);
}

/** The type and the truth that an unknown value claims. */
function admits(said: Extract<Value, { kind: 'unknown' }>, is: Value): boolean {
  if (said.type !== undefined && said.type !== is.kind) return false;
  return said.truth === undefined || said.truth === (truthOf(is) ?? said.truth);
}

function truthOf(value: Value): boolean | undefined {
  switch (value.kind) {
    case 'none':
      return false;
    case 'bool':
      return value.value;
    case 'int':
      return value.value !== 0n;
    case 'float':
      return value.value !== 0;
    case 'str':
    case 'bytes':
      return value.value !== '';
    case 'list':
    case 'tuple':
    case 'set':
      return value.items.length > 0;
    case 'dict':
      return value.entries.length > 0;
    default:
      return undefined;
  }
}

const isMany = (value: Value): boolean => value.kind === 'unknown' && value.many === true;

/** An unknown number of items stands for none, one or several. */
function coverItems(said: readonly Value[], is: readonly Value[]): boolean {
  const [first, ...rest] = said;
  if (first === undefined) return is.length === 0;
  if (isMany(first)) return [...is, undefined].some((_, from) => coverItems(rest, is.slice(from)));
  const [head, ...tail] = is;
  return head !== undefined && covers(first, head) && coverItems(rest, tail);
}

function coversSet(said: readonly Value[], is: readonly Value[]): boolean {
  const known = said.filter((item) => !isMany(item));
  if (!known.every((item) => is.some((one) => covers(item, one)))) return false;
  return known.length < said.length || is.every((one) => known.some((item) => covers(item, one)));
}

type Entries = readonly (readonly [Value, Value])[];

/** Dicts in another order are equal to Python. */
function coversEntries(said: Entries, is: Entries): boolean {
  const known = said.filter(([key]) => !isMany(key));
  if (known.length === said.length && known.length !== is.length) return false;
  return known.every(([key, value]) => is.some((one) => covers(key, one[0]) && covers(value, one[1])));
}

function isSame(said: Value, is: Value): boolean {
  return textOf(said) === textOf(is);
}

/** A value as text, without the places where it was made. */
export function textOf(value: Value): string {
  return JSON.stringify(value, (key, one: unknown) => {
    if (key === 'at' || key === 'why' || key === 'variables') return undefined;
    if (typeof one === 'bigint') return `${one}n`;
    return Object.is(one, -0) ? '-0' : one;
  });
}
