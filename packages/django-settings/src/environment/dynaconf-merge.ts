/** dynaconf's `object_merge`: what is there already into what is new. The new value is changed, as dynaconf changes it. */
import type { Machine } from '../evaluate/native.js';
import { type PyDict, type PyList, type PyValue, str, stringKey } from '../evaluate/value.js';
import { casingIn, entryIn, readItem } from './dynaconf-box.js';
import { DynaconfDoubt } from './dynaconf-doubt.js';
import { type Mark, markOf } from './dynaconf-meta.js';

const MERGE = 'dynaconf_merge';
const UNIQUE = 'dynaconf_merge_unique';

/** Whether two values are certainly equal or certainly not. */
export function sameFor(machine: Machine, left: PyValue, right: PyValue): boolean {
  const truth = markOf(left) || markOf(right) ? (left === right ? 'yes' : 'no') : machine.equal(left, right);
  if (truth === 'maybe')
    throw new DynaconfDoubt('what is merged is not wholly known', machine.doubt(left) ?? machine.doubt(right));
  return truth === 'yes';
}

/** `object_merge(old, new, unique, full_path)`. */
export function mergeObjects(
  machine: Machine,
  old: PyValue,
  fresh: PyValue,
  unique = false,
  path: readonly string[] = [],
): PyValue {
  machine.spend(10);
  certainContainer(old);
  certainContainer(fresh);
  if (old.kind === 'none' || fresh.kind === 'none' || sameFor(machine, old, fresh)) return fresh;
  if (old.kind === 'list' && fresh.kind === 'list') mergeLists(machine, old, fresh, unique);
  if (old.kind === 'dict' && fresh.kind === 'dict') mergeDicts(machine, old, fresh, path);
  return fresh;
}

/** Several possible contents, or more than are known, cannot be merged. */
function certainContainer(value: PyValue): void {
  if (value.kind === 'unknown' || value.kind === 'choice')
    throw new DynaconfDoubt('what is merged is not known', value);
  if ((value.kind === 'list' || value.kind === 'dict') && value.options)
    throw new DynaconfDoubt('what is merged has several possible contents', value);
  if (value.kind === 'dict' && value.open) throw new DynaconfDoubt('what is merged is not wholly known', value.open);
  if (value.kind === 'list' && value.items.some((item) => item.kind === 'unknown' && item.many))
    throw new DynaconfDoubt('what is merged is not wholly known', value);
}

function includes(machine: Machine, list: PyList, item: PyValue): boolean {
  return list.items.some((one) => sameFor(machine, one, item));
}

/** Take a mark out of a list; gives whether it was there. */
function takeOut(list: PyList, word: string): boolean {
  const at = list.items.findIndex((item) => item.kind === 'str' && item.value === word);
  if (at >= 0) list.items.splice(at, 1);
  return at >= 0;
}

function mergeLists(machine: Machine, old: PyList, fresh: PyList, unique: boolean): void {
  const once = takeOut(fresh, UNIQUE) || unique;
  for (const item of [...old.items].reverse()) {
    if (!(once && includes(machine, fresh, item))) fresh.items.unshift(item);
  }
}

function mergeDicts(machine: Machine, old: PyDict, fresh: PyDict, path: readonly string[]): void {
  const existing = path.length > 0 ? valueAt(old, path) : undefined;
  for (const [key, entry] of [...fresh.entries]) {
    const name = entry.key.kind === 'str' ? casingIn(entry.key.value, old) : undefined;
    if (entry.key.kind === 'str' && (name === undefined || name === '')) continue;
    // Taken out and put in again, it comes last.
    fresh.entries.delete(key);
    if (name === undefined) fresh.entries.set(key, entry);
    else fresh.entries.set(stringKey(name), { key: str(name), value: entry.value });
  }
  const mark = pop(machine, fresh, MERGE);
  if (!mark || isTrue(machine, mark)) {
    for (const [key, { key: name, value }] of old.entries) {
      if (existing && existing.kind !== 'none' && name.kind !== 'str') leaveOpen(machine, 'a key is no text');
      const last = path.at(-1)?.toLowerCase();
      if (existing && name.kind === 'str' && name.value.toLowerCase() === last && existing === value) continue;
      const own = fresh.entries.get(key);
      if (!own) fresh.entries.set(key, { key: name, value });
      else mergeObjects(machine, value, readItem(fresh, own.value), false, path.slice(1));
    }
  }
  followMarks(machine, old, fresh);
}

/** The value at a path of attributes; `undefined` where there is none, or where reading makes a new list. */
function valueAt(from: PyDict, path: readonly string[]): PyValue | undefined {
  let found: PyValue | undefined = from;
  for (const name of path) found = found?.kind === 'dict' ? entryIn(found, str(name)) : undefined;
  return found?.kind === 'list' || found?.kind === 'none' ? undefined : found;
}

function isTrue(machine: Machine, value: PyValue): boolean {
  const truth = machine.truth(value);
  if (truth === 'maybe') throw new DynaconfDoubt('whether it is merged is not known', value);
  return truth === 'yes';
}

/** Take a mark out of a dict. In another case it would be found, and not taken out. */
function pop(machine: Machine, dict: PyDict, name: string): PyValue | undefined {
  const entry = dict.entries.get(stringKey(name));
  if (!entry && casingIn(name, dict) !== undefined) leaveOpen(machine, `\`${name}\` in another case is not followed`);
  dict.entries.delete(stringKey(name));
  return entry?.value;
}

/** `handle_metavalues`. */
function followMarks(machine: Machine, old: PyDict, fresh: PyDict): void {
  for (const [key, entry] of [...fresh.entries]) {
    const put = (value: PyValue) => fresh.entries.set(key, { key: entry.key, value });
    const before = entryIn(old, entry.key);
    const mark = markOf(entry.value);
    if (mark?.kind === 'delete') {
      fresh.entries.delete(key);
      continue;
    }
    if (mark) put(markedValue(machine, mark, before && readItem(old, before)));
    const value = fresh.entries.get(key)?.value;
    if (value?.kind === 'list') {
      const all = { ...value, items: [...value.items] };
      const isMerge = takeOut(all, MERGE);
      const once = !isMerge && takeOut(all, UNIQUE);
      if (!isMerge && !once) continue;
      if (before?.kind !== 'list') return noList(machine, before);
      for (const item of [...before.items].reverse())
        if (!(once && includes(machine, all, item))) all.items.unshift(item);
      put(all);
    } else if (value?.kind === 'dict') {
      const outcome = takeMarks(machine, value);
      if (outcome.instead) put(outcome.instead);
      if (outcome.merge) put(mergeObjects(machine, before ?? { kind: 'none' }, outcome.instead ?? value));
    }
  }
}

/** Only a list, or a text of its characters, can be gone through from its end. */
function noList(machine: Machine, before: PyValue | undefined): never {
  const type = before ? machine.typeName(before) : 'NoneType';
  if (/^(?:NoneType|int|float|bool)$/u.test(type)) machine.raise('TypeError', `'${type}' object is not subscriptable`);
  return leaveOpen(machine, 'what is merged is no list');
}

/** Where dynaconf may fail as well. */
function leaveOpen(machine: Machine, why: string): never {
  const doubt = machine.unknown(why);
  machine.branch(
    'maybe',
    () => doubt,
    () => machine.raise('KeyError', doubt),
    doubt,
  );
  throw new DynaconfDoubt(why, doubt);
}

/** What a mark makes of the value that is there. */
export function markedValue(machine: Machine, { kind, value, index }: Mark, before: PyValue | undefined): PyValue {
  if (kind === 'insert') {
    if (before?.kind !== 'list') return { kind: 'list', items: [value], options: undefined };
    const items = [...before.items];
    // As `list.insert`, which counts from the end for what is below zero.
    items.splice(index < 0 ? Math.max(0, items.length + index) : index, 0, value);
    return { kind: 'list', items, options: undefined };
  }
  return mergeObjects(machine, before ?? { kind: 'none' }, value, kind === 'merge-unique');
}

/** The marks of a dict, taken out: whether it is to be merged, and the value of a mark that holds one. */
export function takeMarks(
  machine: Machine,
  value: PyDict,
): { readonly merge: boolean; readonly refused: boolean; readonly instead: PyValue | undefined } {
  const unique = pop(machine, value, UNIQUE);
  const local = pop(machine, value, MERGE) ?? unique;
  if (!local) return { merge: false, refused: false, instead: undefined };
  const isSwitch = local.kind === 'bool' || local.kind === 'none' || local.kind === 'int' || local.kind === 'float';
  const instead = !isSwitch && value.entries.size === 0 ? local : undefined;
  return { merge: isTrue(machine, local), refused: local.kind === 'bool' && !local.value, instead };
}

/** `_merge_before_set`: marks within the value, and merging for a whole file or object. */
export function mergeMarked(machine: Machine, existing: PyValue, given: PyValue, context: boolean): PyValue {
  let value = given;
  if (given.kind === 'dict') {
    const { merge, refused, instead } = takeMarks(machine, given);
    value = instead ?? given;
    if (merge || (context && !refused)) value = mergeObjects(machine, existing, value);
  }
  // A mark can hold a list that takes the place of the dict.
  if (value.kind !== 'list') return value;
  const items: PyList = { ...value, items: [...value.items] };
  const isMerge = takeOut(items, MERGE);
  const once = !isMerge && takeOut(items, UNIQUE);
  return isMerge || once || context ? mergeObjects(machine, existing, items, once) : items;
}
