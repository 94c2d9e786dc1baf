/** Questions to values that rules ask again and again, each answered without guessing. */
import type { Setting } from './settings.js';
import type { Truth, Unknown, Value } from './value.js';

/** The text of a known string or path. */
export function stringOf(value: Value | undefined): string | undefined {
  return value?.kind === 'str' || value?.kind === 'path' ? value.value : undefined;
}

/** A known integer as a number; also a bool, as Python has it. */
export function integerOf(value: Value | undefined): number | undefined {
  if (value?.kind === 'int') return Number(value.value);
  if (value?.kind === 'bool') return value.value ? 1 : 0;
  return undefined;
}

/** The known strings of a list, tuple or set. */
export function stringsOf(value: Value | undefined): readonly string[] {
  return itemsOf(value).flatMap((item) => stringOf(item) ?? []);
}

/** The items of a list, tuple or set, of a choice of them the texts that each holds; empty for anything else. */
export function itemsOf(value: Value | undefined): readonly Value[] {
  if (value?.kind === 'choice') {
    const [first, ...others] = value.options.map(itemsOf);
    const held = others.map((items) => new Set(items.map(stringOf)));
    return (first ?? []).filter((item) => item.kind === 'str' && held.every((texts) => texts.has(item.value)));
  }
  return value?.kind === 'list' || value?.kind === 'tuple' || value?.kind === 'set' ? value.items : [];
}

/** The entries of a dict with known string keys. */
export function entriesOf(value: Value | undefined): readonly (readonly [key: string, value: Value])[] {
  if (value?.kind !== 'dict') return [];
  return value.entries.flatMap(([key, item]) => (key.kind === 'str' ? [[key.value, item] as const] : []));
}

/** The value under a string key: `undefined` where the dict does not hold it or it is no dict. */
export function lookup(value: Value | undefined, key: string): Value | undefined {
  if (value?.kind !== 'dict') return undefined;
  for (let index = value.entries.length - 1; index >= 0; index -= 1) {
    const entry = value.entries[index];
    if (entry?.[0].kind === 'str' && entry[0].value === key) return entry[1];
  }
  return undefined;
}

/** Whether a value certainly holds nothing under a string key; what is not there holds nothing. */
export function lacks(value: Value | undefined, key: string): boolean {
  if (value === undefined || value.kind === 'none') return true;
  return value.kind === 'dict' && value.entries.every(([name]) => name.kind === 'str' && name.value !== key);
}

/** Whether every part of a value is known. */
export function isKnown(value: Value): boolean {
  switch (value.kind) {
    case 'unknown':
    case 'choice':
      return false;
    case 'list':
    case 'tuple':
    case 'set':
      return value.items.every(isKnown);
    case 'dict':
      return value.entries.every(([key, item]) => isKnown(key) && isKnown(item));
    default:
      return true;
  }
}

/** The first part of a value that is not known. */
export function firstUnknown(value: Value): Unknown | undefined {
  switch (value.kind) {
    case 'unknown':
      return value;
    case 'choice':
      return first(value.options);
    case 'list':
    case 'tuple':
    case 'set':
      return first(value.items);
    case 'dict':
      return first(value.entries.flat());
    default:
      return undefined;
  }
}

function first(values: readonly Value[]): Unknown | undefined {
  for (const value of values) {
    const found = firstUnknown(value);
    if (found) return found;
  }
  return undefined;
}

/** Whether a list, tuple or set certainly holds a string, certainly does not, or cannot be told. */
export function holds(value: Value, text: string): Truth {
  if (value.kind === 'choice') {
    const truths = new Set(value.options.map((option) => holds(option, text)));
    const [only] = truths;
    return truths.size === 1 && only !== undefined ? only : 'maybe';
  }
  if (value.kind === 'unknown') return 'maybe';
  if (value.kind === 'str') return value.value.includes(text) ? 'yes' : 'no';
  if (value.kind !== 'list' && value.kind !== 'tuple' && value.kind !== 'set') return 'no';
  if (value.items.some((item) => item.kind === 'str' && item.value === text)) return 'yes';
  return value.items.some((item) => item.kind === 'unknown' || item.kind === 'choice') ? 'maybe' : 'no';
}

/** Whether a value certainly is Python's `True` (`is True`), certainly is not, or cannot be told. */
export function isTrue(value: Value): Truth {
  if (value.kind === 'bool') return value.value ? 'yes' : 'no';
  if (value.kind === 'unknown')
    return value.truth === false || (value.type !== undefined && value.type !== 'bool') ? 'no' : 'maybe';
  if (value.kind === 'choice') {
    const truths = new Set(value.options.map(isTrue));
    const [only] = truths;
    return truths.size === 1 && only !== undefined ? only : 'maybe';
  }
  return 'no';
}

/** Whether the project itself gives the setting a value. */
export function isAssigned(setting: Setting): boolean {
  return setting.origin === 'assigned';
}

/** What would make a value known that is not, or not wholly: "`--env NAME=…`"; `undefined` where nothing would. */
export function settledBy(value: Value): string | undefined {
  const variables = variablesOf(value);
  const ways = [
    ...(variables.length > 0 ? [`\`${variables.map((name) => `--env ${name}=…`).join(' ')}\``] : []),
    ...otherWays(value),
  ];
  return ways.length === 0 ? undefined : ways.join(' and ');
}

function otherWays(value: Value): readonly string[] {
  switch (value.kind) {
    case 'unknown':
      return value.settle === undefined ? [] : [value.settle];
    case 'choice':
      return [...new Set(value.options.flatMap(otherWays))];
    case 'list':
    case 'tuple':
    case 'set':
      return [...new Set(value.items.flatMap(otherWays))];
    case 'dict':
      return [...new Set(value.entries.flatMap(([key, item]) => [...otherWays(key), ...otherWays(item)]))];
    default:
      return [];
  }
}

/** The environment variables an unknown value waits for, anywhere inside it. */
export function variablesOf(value: Value): readonly string[] {
  switch (value.kind) {
    case 'unknown':
      return value.variables ?? [];
    case 'choice':
      return [...new Set(value.options.flatMap(variablesOf))];
    case 'list':
    case 'tuple':
    case 'set':
      return [...new Set(value.items.flatMap(variablesOf))];
    case 'dict':
      return [...new Set(value.entries.flatMap(([key, item]) => [...variablesOf(key), ...variablesOf(item)]))];
    default:
      return [];
  }
}
