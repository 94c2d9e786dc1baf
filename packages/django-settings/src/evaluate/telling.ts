/** What a line contributed to a value, in words, with secrets masked. */
import { describeValue, isSensitiveName } from '@django-golive/core';
import { describedBudget, freeze } from './freeze.js';
import type { Content } from './journal.js';
import { sameValue } from './same-value.js';
import type { Entry, Key, PyValue } from './value.js';

/** A container of at most this many plain items is told whole. */
const fewItems = 3;
const mostNamed = 3;
const longestValue = 60;
/** Beyond this a container is only said to have changed. */
const mostCompared = 500;

/** What was done to a container. */
export interface Change {
  readonly added: readonly PyValue[];
  readonly atStart: boolean;
  readonly removed: readonly PyValue[];
  readonly set: readonly (readonly [key: PyValue, value: PyValue])[];
  readonly dropped: readonly PyValue[];
}

/** What an assignment gave. The words are made later; what can change until then is looked at now. */
export function tellBinding(name: string, value: PyValue, reads: ReadonlySet<string>): () => string {
  const shown = shownAs(name, reads);
  switch (value.kind) {
    case 'list':
    case 'tuple':
    case 'set': {
      if (value.kind !== 'tuple' && value.options) return () => `\`${name}\` has contents that depend on a condition`;
      const items = value.kind === 'set' ? [...value.entries.values()] : value.items;
      if (items.length <= fewItems && items.every(isPlain)) {
        const frozen = freeze(value, describedBudget());
        return () => `\`${name}\` is ${describeValue(shown, frozen, longestValue)}`;
      }
      const many = items.some((item) => item.kind === 'unknown' && item.many) ? 'at least ' : '';
      const count = items.filter((item) => !(item.kind === 'unknown' && item.many)).length;
      return () => `\`${name}\` is a ${value.kind} of ${many}${count} ${count === 1 ? 'item' : 'items'}`;
    }
    case 'dict': {
      const keys = [...value.entries.values()].map(({ key }) => key);
      if (keys.length === 0) return () => `\`${name}\` is an empty dict`;
      return () => `\`${name}\` is a dict with ${listed(keys.map((key) => written('', key)))}`;
    }
    case 'function':
      return () => `\`${name}()\` is defined here`;
    case 'class':
    case 'native':
    case 'module':
      return () => `\`${name}\` is ${value.kind === 'module' ? 'imported' : 'taken'} here`;
    case 'unknown':
      return () => `\`${name}\` is not known here: ${value.why}`;
    default:
      return () => `\`${name}\` is ${written(shown, value)}`;
  }
}

/** The difference between two states of a container; `undefined` where that is too much to say. */
export function changeOf(before: Content, after: PyValue): Change | undefined {
  if (before.kind === 'list' && after.kind === 'list') {
    if (before.options || after.options) return undefined;
    return sequenceChange(before.items, after.items);
  }
  if (before.kind === 'set' && after.kind === 'set') {
    if (before.open || after.open || before.entries.size + after.entries.size > mostCompared) return undefined;
    const fresh = [...after.entries].flatMap(([key, item]) => (before.entries.has(key) ? [] : [item]));
    const gone = [...before.entries].flatMap(([key, item]) => (after.entries.has(key) ? [] : [item]));
    return { ...nothing, added: fresh, removed: gone };
  }
  if (before.kind === 'dict' && after.kind === 'dict') {
    if (after.open || before.entries.size + after.entries.size > mostCompared) return undefined;
    return { ...nothing, ...entriesChange(before.entries, after.entries) };
  }
  return undefined;
}

const nothing: Change = { added: [], atStart: false, removed: [], set: [], dropped: [] };

function sequenceChange(before: readonly PyValue[], after: readonly PyValue[]): Change | undefined {
  if (before.length + after.length > mostCompared) return undefined;
  const shortest = Math.min(before.length, after.length);
  let same = 0;
  while (same < shortest && equal(before[same], after[same])) same += 1;
  let tail = 0;
  while (tail < shortest - same && equal(before[before.length - 1 - tail], after[after.length - 1 - tail])) tail += 1;
  return {
    ...nothing,
    added: after.slice(same, after.length - tail),
    removed: before.slice(same, before.length - tail),
    atStart: same === 0 && tail > 0,
  };
}

const equal = (a: PyValue | undefined, b: PyValue | undefined): boolean =>
  a !== undefined && b !== undefined && sameValue(a, b);

/** What became of the entries of a dict. */
export function entriesChange(
  before: ReadonlyMap<Key, Entry>,
  after: ReadonlyMap<Key, Entry>,
): Pick<Change, 'set' | 'dropped'> {
  const set = [...after].flatMap(([key, entry]) =>
    equal(before.get(key)?.value, entry.value) ? [] : [[entry.key, entry.value] as const],
  );
  const dropped = [...before].flatMap(([key, entry]) => (after.has(key) ? [] : [entry.key]));
  return { set, dropped };
}

/** Two changes by the same line, one after the other. */
export function mergeChanges(first: Change, second: Change): Change {
  const both = <T>(a: readonly T[], b: readonly T[]): readonly T[] => [...a, ...b].slice(0, 20);
  return {
    added: both(first.added, second.added),
    atStart: first.atStart && second.atStart,
    removed: both(first.removed, second.removed),
    set: both(first.set, second.set),
    dropped: both(first.dropped, second.dropped),
  };
}

/** A change in words. */
export function tellChange(change: Change | undefined, reads: ReadonlySet<string>): string {
  const parts = change ? partsOf(change, shownAs('', reads)) : [];
  return parts.length === 0 ? 'it is changed here' : parts.join('; ');
}

function partsOf({ added, atStart, removed, set, dropped }: Change, shown: string): string[] {
  const value = (one: PyValue): string => written(shown, one);
  return [
    ...(removed.length > 0 ? [`${listed(removed.map(value))} taken out`] : []),
    ...(added.length > 0 ? [`${listed(added.map(value))} added${atStart ? ' at the start' : ''}`] : []),
    ...(set.length > 0
      ? [listed(set.map(([key, to]) => `${written('', key)} set to ${written(keyed(shown, key), to)}`))]
      : []),
    ...(dropped.length > 0 ? [`${listed(dropped.map((key) => written('', key)))} removed`] : []),
  ];
}

/** A key speaks for its value; a name that is itself a secret speaks for all it holds. */
function keyed(shown: string, key: PyValue): string {
  return isSensitiveName(shown) || key.kind !== 'str' ? shown : key.value;
}

/** What a value that came of secrets is called when it is described. */
function shownAs(name: string, reads: ReadonlySet<string>): string {
  for (const read of reads) if (isSensitiveName(read)) return read;
  return name;
}

function isPlain(value: PyValue): boolean {
  return value.kind === 'str' || value.kind === 'int' || value.kind === 'bool' || value.kind === 'none';
}

function written(name: string, value: PyValue): string {
  return describeValue(name, freeze(value, describedBudget()), longestValue);
}

function listed(texts: readonly string[]): string {
  const shown = texts.slice(0, mostNamed);
  const more = texts.length - shown.length;
  if (more > 0) return `${shown.join(', ')} and ${more} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
