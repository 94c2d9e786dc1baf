/** One value, or one content, out of several that are all possible: what they share stays known. */

import { budgets } from '../budgets.js';
import type { Content } from './journal.js';
import { isOrdered, ordered, sameBeginning } from './key-order.js';
import { joinOrigins } from './origin.js';
import { sameValue } from './same-value.js';
import type { Entry, Key, PyDict, PyUnknown, PyValue } from './value.js';

/** What joining asks of its surroundings. */
export interface Joining {
  /** Two containers made on different ways that may become one, or undefined. */
  unify(values: readonly PyValue[]): PyValue | undefined;
  unknown(why: string): PyUnknown;
  /** Values that are forgotten: what is done to the result would be done to one of them. */
  forget(values: readonly PyValue[]): void;
}

export function joinValues(values: readonly PyValue[], joining: Joining): PyValue {
  const [first, ...others] = values;
  if (first === undefined) return joining.unknown('a condition is not known');
  if (others.every((other) => sameValue(first, other))) return first;
  const unified = joining.unify(values);
  if (unified) return unified;
  const many = values.find((value) => value.kind === 'unknown' && value.many);
  if (many) return many;
  const options: PyValue[] = [];
  for (const value of values.flatMap((one) => (one.kind === 'choice' ? one.options : [one]))) {
    if (!options.some((option) => sameValue(option, value))) options.push(value);
  }
  const [only] = options;
  if (options.length === 1 && only) return only;
  if (options.length > budgets.options) {
    joining.forget(options);
    return { ...joining.unknown(whyOf(options) ?? 'it depends on conditions that are not known'), shared: true };
  }
  return { kind: 'choice', options };
}

function whyOf(options: readonly PyValue[]): string | undefined {
  for (const option of options) if (option.kind === 'unknown') return option.why;
  return undefined;
}

/** The content of one value after any of several ways. */
export function joinContents(contents: readonly Content[], namespace: boolean, joining: Joining): Content {
  const [first] = contents;
  if (!first) throw new TypeError('Nothing to join');
  if (first.kind === 'list')
    return joinLists(
      contents.filter((one) => one.kind === 'list'),
      joining,
    );
  if (first.kind === 'dict') {
    const dicts = contents.filter((one) => one.kind === 'dict');
    return namespace ? joinNamespaces(dicts, joining) : joinDicts(dicts, joining);
  }
  if (first.kind === 'set')
    return joinSets(
      contents.filter((one) => one.kind === 'set'),
      joining,
    );
  if (first.kind === 'iterator') {
    const iterators = contents.filter((one) => one.kind === 'iterator');
    if (
      iterators.every(({ next, items, state }) => next === first.next && items === first.items && state === first.state)
    )
      return first;
    const unknown = joining.unknown('how far an iterator was used is not known');
    return { kind: 'iterator', items: [{ ...unknown, many: true }], next: 0, state: undefined };
  }
  if (first.kind === 'instance' && contents.every((one) => one.kind === 'instance' && one.payload === first.payload))
    return first;
  return { kind: 'instance', payload: undefined };
}

type ListContent = Extract<Content, { kind: 'list' }>;
type DictContent = Extract<Content, { kind: 'dict' }>;
type SetContent = Extract<Content, { kind: 'set' }>;

function joinLists(contents: readonly ListContent[], joining: Joining): ListContent {
  const all: (readonly PyValue[])[] = [];
  for (const items of contents.flatMap((one) => one.options ?? [one.items])) {
    if (!all.some((other) => sameItems(other, items))) all.push(items);
  }
  const [first = []] = all;
  if (all.length === 1) return { kind: 'list', items: first, options: undefined };
  if (all.every((items) => items.length === first.length)) {
    return {
      kind: 'list',
      items: first.map((_, i) =>
        joinValues(
          all.map((items) => items[i] as PyValue),
          joining,
        ),
      ),
      options: undefined,
    };
  }
  return { kind: 'list', items: commonItems(all, joining), options: all.length > budgets.options ? undefined : all };
}

function sameItems(a: readonly PyValue[], b: readonly PyValue[]): boolean {
  return a.length === b.length && a.every((item, index) => sameValue(item, b[index] as PyValue));
}

/** The items at both ends that all contents share, with any number of unknown ones between. */
export function commonItems(all: readonly (readonly PyValue[])[], joining: Joining): PyValue[] {
  const [first = []] = all;
  const least = Math.min(...all.map((items) => items.length));
  let head = 0;
  while (head < least && all.every((items) => sameValue(items[head] as PyValue, first[head] as PyValue))) head += 1;
  let tail = 0;
  const last = (items: readonly PyValue[]) => items[items.length - 1 - tail] as PyValue;
  while (tail < least - head && all.every((items) => sameValue(last(items), last(first)))) tail += 1;
  const unknown: PyUnknown = { ...joining.unknown('a condition is not known'), many: true };
  return [...first.slice(0, head), unknown, ...first.slice(first.length - tail)];
}

/** Why there may be further entries; one of several contents that are all known has none besides. */
function openOf(contents: readonly (DictContent | SetContent)[]): PyUnknown | undefined {
  return contents.find((one) => one.open && !one.options)?.open;
}

function joinDicts(contents: readonly DictContent[], joining: Joining): DictContent {
  const open = openOf(contents);
  const all: ReadonlyMap<Key, Entry>[] = [];
  for (const entries of contents.flatMap((one) => one.options ?? [one.entries])) {
    if (!all.some((other) => sameEntries(other, entries))) all.push(entries);
  }
  const [first = new Map<Key, Entry>()] = all;
  const certain = Math.min(...contents.map((one) => (one.options ? Number.POSITIVE_INFINITY : ordered(one))));
  const beginning = Math.min(certain, sameBeginning(all));
  if (all.length === 1)
    return {
      kind: 'dict',
      entries: first,
      open,
      options: undefined,
      first: beginning < first.size ? beginning : undefined,
    };
  const shared = new Map<Key, Entry>();
  for (const [key, entry] of first) {
    const others = all.map((entries) => entries.get(key));
    if (others.every((other) => other !== undefined)) {
      shared.set(key, {
        key: entry.key,
        value: joinValues(
          others.map((other) => other.value),
          joining,
        ),
      });
    }
  }
  const alike = all.every((entries) => entries.size === shared.size);
  if (alike && beginning === shared.size) return { kind: 'dict', entries: shared, open, options: undefined };
  const whole = !open && contents.every((one) => one.options || isOrdered(one));
  return {
    kind: 'dict',
    entries: shared,
    open: alike ? open : (open ?? joining.unknown('a condition is not known')),
    options: whole && all.length <= budgets.options ? all : undefined,
    first: beginning,
  };
}

function sameEntries(a: ReadonlyMap<Key, Entry>, b: ReadonlyMap<Key, Entry>): boolean {
  if (a.size !== b.size) return false;
  const others = b.entries();
  for (const [key, entry] of a) {
    const [otherKey, other] = others.next().value ?? [];
    if (!other || key !== otherKey || !sameValue(entry.value, other.value)) return false;
  }
  return true;
}

function joinSets(contents: readonly SetContent[], joining: Joining): SetContent {
  const open = openOf(contents);
  const all: ReadonlyMap<Key, PyValue>[] = [];
  for (const entries of contents.flatMap((one) => one.options ?? [one.entries])) {
    const known = all.some(
      (other) => other.size === entries.size && [...entries.keys()].every((key) => other.has(key)),
    );
    if (!known) all.push(entries);
  }
  const [first = new Map<Key, PyValue>()] = all;
  if (all.length === 1) return { kind: 'set', entries: first, open, options: undefined };
  const shared = new Map([...first].filter(([key]) => all.every((entries) => entries.has(key))));
  return {
    kind: 'set',
    entries: shared,
    open: open ?? joining.unknown('a condition is not known'),
    options: all.length > budgets.options || open ? undefined : all,
  };
}

/** Names: each joined by itself; one that only some ways bind is `maybe`. */
function joinNamespaces(contents: readonly DictContent[], joining: Joining): DictContent {
  const entries = new Map<Key, Entry>();
  for (const content of contents) {
    for (const [key, own] of content.entries) {
      if (entries.has(key)) continue;
      // Of many names, most are what they were on all ways.
      if (contents.every((one) => one.entries.get(key) === own)) {
        entries.set(key, own);
        continue;
      }
      const entry = joinEntries(
        contents.map((one) => one.entries.get(key)),
        joining,
      );
      if (entry) entries.set(key, entry);
    }
  }
  return { kind: 'dict', entries, open: contents.find((one) => one.open)?.open, options: undefined };
}

/** The same where each way says only which names it changed; the others are as in the namespace. */
export function joinNames(
  namespace: PyDict,
  ways: readonly ReadonlyMap<Key, Entry | undefined>[],
  joining: Joining,
): Content {
  const entries = new Map<Key, Entry | undefined>();
  for (const way of ways) {
    for (const key of way.keys()) {
      if (entries.has(key)) continue;
      const found = ways.map((one) => (one.has(key) ? one.get(key) : namespace.entries.get(key)));
      entries.set(key, joinEntries(found, joining));
    }
  }
  return { kind: 'names', entries };
}

function joinEntries(all: readonly (Entry | undefined)[], joining: Joining): Entry | undefined {
  const found = all.filter((entry) => entry !== undefined);
  const [first] = found;
  if (!first) return undefined;
  if (found.length === all.length && found.every((one) => one === first)) return first;
  const maybe = found.length < all.length || found.some((one) => one.maybe);
  const origin = joinOrigins(found.flatMap((one) => (one.origin ? [one.origin] : [])));
  const value = joinValues(
    found.map((one) => one.value),
    joining,
  );
  return { key: first.key, value, ...(origin ? { origin } : {}), ...(maybe ? { maybe: true } : {}) };
}
