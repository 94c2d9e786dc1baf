/** Python's key equality and hashability, as keys of a JavaScript Map. */
import { nameInMessages } from './type-names.js';
import type { Entry, Key, PyDict, PyMethod, PySet, PyUnknown, PyValue } from './value.js';
import { emptyDict, stringKey } from './value.js';

/** UTF-16 units of what stands for a tuple or a frozenset. */
const longestKey = 100_000;

/** Why a value cannot be a key. */
export type NoKey = { readonly unhashable: string } | { readonly unknown: PyUnknown };

/** The map key of a value: equal for values that are equal in Python, such as `1`, `1.0` and `True`. */
export function keyOf(value: PyValue): { readonly key: Key } | NoKey {
  switch (value.kind) {
    case 'str':
      return { key: stringKey(value.value) };
    case 'none':
      return { key: null };
    case 'bool':
      return { key: value.value ? 1 : 0 };
    case 'int':
      return { key: numberKey(value.value) };
    case 'float':
      if (Number.isInteger(value.value)) return { key: numberKey(BigInt(value.value)) };
      return { key: Number.isNaN(value.value) ? value : value.value };
    case 'bytes':
      return { key: `\0b${value.value}` };
    case 'tuple': {
      // A named tuple's class may say itself what is equal.
      const own = value.cls?.mro.find(
        ({ attributes: { entries } }) => entries.has('__eq__') || entries.has('__hash__'),
      );
      const hash = own?.attributes.entries.get('__hash__')?.value;
      if (own && (!hash || hash.kind === 'none')) return { unhashable: own.name };
      return own ? { unknown: { kind: 'unknown', why: ownEquality } } : sequenceKey('t', value.items);
    }
    case 'set':
      if (!value.frozen) return { unhashable: 'set' };
      if (value.open) return { unknown: value.open };
      return sequenceKey('f', [...value.entries.values()], true);
    case 'list':
      return { unhashable: 'list' };
    case 'dict':
      return { unhashable: value.cls ? nameInMessages(value.cls) : 'dict' };
    case 'slice':
      return sequenceKey('l', [value.start, value.stop, value.step]);
    case 'unknown':
      return { unknown: value };
    case 'choice':
      return { unknown: { kind: 'unknown', why: 'a condition is not known', notNone: true } };
    case 'range':
      return { key: `\0r${value.start},${value.stop},${value.step}` };
    case 'instance': {
      if (/^o?dict_(?:keys|items)$/.test(value.cls.name) && value.cls.module === 'builtins')
        return { unhashable: nameInMessages(value.cls) };
      const identity = value.cls.mro.find((cls) => cls.native?.identity)?.native?.identity;
      // Of classes that share it, instances can be equal.
      const shared = value.cls.mro.findLast((cls) => cls.native?.identity === identity);
      if (identity && shared) return { key: `\0o${shared.name}\0${identity(value)}` };
      const own = value.cls.mro.find((cls) => ['__eq__', '__hash__'].some((name) => cls.attributes.entries.has(name)));
      const hash = own?.attributes.entries.get('__hash__')?.value;
      const equality = own?.attributes.entries.get('__eq__')?.value;
      // A class that says when its instances are equal, and not how they are hashed, has none that can be keys.
      if (hash?.kind === 'none' || (!hash && equality?.kind === 'function'))
        return { unhashable: nameInMessages(value.cls) };
      return hash?.kind === 'function' || equality?.kind === 'function' || equality?.kind === 'native'
        ? { unknown: { kind: 'unknown', why: ownEquality } }
        : { key: value };
    }
    case 'method':
      return isPlainSelf(value.self)
        ? { unknown: { kind: 'unknown', why: 'whether two methods are of one object is not known' } }
        : { key: methodKey(value) };
    default:
      return { key: value };
  }
}

/** A method is bound anew whenever it is looked up, and equals every other of the same function and object. */
const methodKeys = new WeakMap<object, Map<PyValue, object>>();

/** Whether equal ones may be one object, or several. */
const isPlainSelf = ({ kind }: PyValue) => ['str', 'bytes', 'int', 'float', 'tuple', 'range', 'unknown'].includes(kind);

function methodKey({ self, callee }: PyMethod): object {
  const ofSelf = methodKeys.get(self) ?? new Map<PyValue, object>();
  methodKeys.set(self, ofSelf);
  const known = ofSelf.get(callee) ?? {};
  ofSelf.set(callee, known);
  return known;
}

const ownEquality = 'keys that say themselves when they are equal are not followed';

function numberKey(value: bigint): Key {
  return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;
}

/** Lengths stand before contents, so that nested sequences cannot meet by accident. */
function sequenceKey(tag: string, items: readonly PyValue[], sorted = false): { readonly key: Key } | NoKey {
  const parts: string[] = [];
  let length = 0;
  let holdsObject = false;
  for (const item of items) {
    const part = keyOf(item);
    if (!('key' in part)) return part;
    const { key } = part;
    if (key !== null && typeof key === 'object') {
      holdsObject = true;
      continue;
    }
    const text = key === null ? 'n' : typeof key === 'string' ? `s${key}` : `d${key}`;
    length += text.length;
    if (length > longestKey) return { unknown: { kind: 'unknown', why: 'a key is too large to be followed' } };
    parts.push(`${text.length}:${text}`);
  }
  if (holdsObject) return { unknown: { kind: 'unknown', why: 'a key holds an object' } };
  if (sorted) parts.sort();
  return { key: `\0${tag}${parts.join('')}` };
}

/** A dict of pairs whose keys are known and hashable; pairs with other keys are left out. */
export function dictOf(pairs: Iterable<readonly [PyValue, PyValue]>): PyDict {
  const dict = emptyDict();
  for (const [key, value] of pairs) {
    const found = keyOf(key);
    if ('key' in found) putEntry(dict.entries, found.key, key, value);
  }
  return dict;
}

/** Python keeps the first of equal keys and the last value. */
export function putEntry(entries: Map<Key, Entry>, key: Key, pyKey: PyValue, value: PyValue): void {
  const before = entries.get(key);
  entries.set(key, { key: before ? before.key : pyKey, value });
}

/** A set of items that are known and hashable; others are left out. */
export function setOf(items: Iterable<PyValue>, frozen = false): PySet {
  const set: PySet = { kind: 'set', frozen, entries: new Map(), open: undefined, options: undefined };
  for (const item of items) {
    const found = keyOf(item);
    if ('key' in found && !set.entries.has(found.key)) set.entries.set(found.key, item);
  }
  return set;
}
