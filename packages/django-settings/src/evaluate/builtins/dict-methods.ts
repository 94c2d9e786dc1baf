/** The methods of `dict`. */

import { begun } from '../advance.js';
import { putItem } from '../changing-items.js';
import { unlessRaised } from '../expected-errors.js';
import type { Interpreter } from '../interpreter.js';
import { getPlainly, hashable } from '../items.js';
import { dropInOrder, endOrder, isOrdered, orderUnknown } from '../key-order.js';
import { classMethod } from '../native.js';
import { oneByOne } from '../one-by-one.js';
import { overDict } from '../over-containers.js';
import { anyOf, stillOf, valuesIn } from '../through-unknowns.js';
import { noteUse } from '../tracing.js';
import type { PyArguments, PyDict, PyNative, PyValue } from '../value.js';
import { bool, emptyDict, none, str, tuple } from '../value.js';
import { viewOf } from './dict-views.js';
import { member } from './member.js';

export function dictMembers(vm: Interpreter): Record<string, PyValue> {
  const view = (name: 'keys' | 'values' | 'items') => member(vm, 'dict', name, '', (self) => viewOf(vm, self, name));
  return {
    keys: view('keys'),
    values: view('values'),
    items: view('items'),
    get: member(vm, 'dict', 'get', 'key, default=, /', (self, args) => {
      const key = args.get('key');
      const otherwise = args.optional('default') ?? none;
      if (key.kind === 'choice') return vm.each(key, (option) => vm.invoke(self, 'get', option, otherwise));
      const found = hashable(vm, key);
      if (found === undefined) return anyOf(vm, [...valuesIn(self), otherwise], key);
      const entry = self.entries.get(found);
      if (entry) {
        noteUse(vm, entry);
        return entry.maybe ? vm.join([entry.value, otherwise]) : entry.value;
      }
      return self.open ? vm.join([stillOf(vm, self.open), otherwise]) : otherwise;
    }),
    setdefault: member(vm, 'dict', 'setdefault', 'key, default=, /', (self, args) => {
      const key = args.get('key');
      const found = hashable(vm, key);
      const entry = found === undefined ? undefined : self.entries.get(found);
      if (entry) return entry.value;
      const value = args.optional('default') ?? none;
      const certain = found !== undefined && !self.open;
      const before = found === undefined ? anyOf(vm, valuesIn(self), key) : vm.derive(self.open ?? key);
      const put = certain ? value : vm.join([value, before]);
      putItem(vm, self, key, put);
      return put;
    }),
    pop: member(vm, 'dict', 'pop', 'key, default=, /', (self, args) => {
      const key = args.get('key');
      // An empty one asks no key for its hash.
      if (self.entries.size === 0 && !self.open) return args.optional('default') ?? vm.raise('KeyError', key);
      const found = hashable(vm, key);
      const otherwise = args.optional('default');
      if (found === undefined) {
        if (!otherwise) unlessRaised(vm, key, () => none, 'KeyError', key);
        vm.spoil(self, vm.derive(key));
        // Any of the keys may be gone.
        if (!self.namespace) self.entries = new Map();
        return vm.derive(key);
      }
      const entry = self.entries.get(found);
      if (entry) {
        noteUse(vm, entry);
        vm.touch(self);
        dropInOrder(self, found);
        return entry.value;
      }
      const { open } = self;
      if (!open) return otherwise ?? vm.raise('KeyError', key);
      if (otherwise) return vm.join([vm.derive(open), otherwise]);
      return unlessRaised(vm, open, () => vm.derive(open), 'KeyError', key);
    }),
    popitem: member(vm, 'dict', 'popitem', '', (self) => {
      if (self.open || !isOrdered(self)) {
        const unknown = self.open ? vm.derive(self.open) : vm.unknown(orderUnknown);
        if (self.entries.size === 0)
          unlessRaised(vm, unknown, () => none, 'KeyError', 'popitem(): dictionary is empty');
        vm.spoil(self, unknown);
        if (!self.namespace) self.entries = new Map();
        return unknown;
      }
      const last = [...self.entries].at(-1);
      if (!last) return vm.raise('KeyError', 'popitem(): dictionary is empty');
      vm.touch(self);
      self.entries.delete(last[0]);
      return tuple([last[1].key, last[1].value]);
    }),
    clear: member(vm, 'dict', 'clear', '', (self) => {
      vm.touch(self);
      self.entries = new Map();
      self.open = undefined;
      self.first = undefined;
      return none;
    }),
    copy: member(
      vm,
      'dict',
      'copy',
      '',
      (self) => {
        const { namespace: _, cls, instance, ...rest } = self;
        // Those of `collections` copy themselves, others are copied as `dict` does.
        const own = cls?.mro.some(({ module }) => module === 'collections') ? { cls, instance } : {};
        return vm.fresh({ ...rest, ...own, entries: new Map(self.entries), options: undefined } as PyDict);
      },
      { type: 'dict' },
    ),
    update: filling(vm, 'update'),
    __init__: filling(vm, '__init__'),
    fromkeys: classMethod(
      'dict.fromkeys',
      '(cls, iterable, value=, /)',
      (_machine, args) => {
        const [cls, keys, value] = [args.get('cls'), args.get('iterable'), args.optional('value') ?? none];
        const own = cls.kind === 'class' && cls !== vm.builtinClass('dict') ? vm.call(cls) : undefined;
        const dict = own?.kind === 'dict' ? own : vm.fresh(emptyDict());
        for (const key of oneByOne(vm, keys, false)) {
          if (key.kind === 'unknown' && key.many) dict.open = dict.open ?? key;
          else putItem(vm, dict, key, value);
        }
        return dict;
      },
      { unknowns: 'accept', written: 'C' },
    ),
    __contains__: member(vm, 'dict', '__contains__', 'key, /', (self, args) => {
      const found = hashable(vm, args.get('key'));
      if (found === undefined) return vm.derive(args.get('key'), { type: 'bool' });
      return self.entries.has(found) ? bool(true) : self.open ? vm.derive(self.open, { type: 'bool' }) : bool(false);
    }),
    __getitem__: member(vm, 'dict', '__getitem__', 'key, /', (self, args) => getPlainly(vm, self, args.get('key'))),
    __setitem__: member(vm, 'dict', '__setitem__', 'key, value, /', (self, args) => {
      putItem(vm, self, args.get('key'), args.get('value'));
      return none;
    }),
    __iter__: member(vm, 'dict', '__iter__', '', (self) => overDict(vm, self, 'dict_keyiterator', ({ key }) => key)),
  };
}

/** `dict.update`, or `dict.__init__`, which does the same. */
function filling(vm: Interpreter, name: 'update' | '__init__'): PyNative {
  const fill = (self: PyDict, { positional, keywords, open }: PyArguments): PyValue => {
    if (positional.length > 1)
      vm.raise(
        'TypeError',
        `${name === 'update' ? name : 'dict'} expected at most 1 argument, got ${positional.length}`,
      );
    for (const other of positional) update(vm, self, other);
    if (open) openUp(vm, self, vm.derive(open));
    for (const [key, value] of keywords) putItem(vm, self, str(key), value);
    return none;
  };
  return member(
    vm,
    'dict',
    name,
    '*args, **kwargs',
    (self, args) => fill(self, { positional: args.rest, keywords: args.extra }),
    {},
    'dict',
    (_machine, { positional: [self, ...rest], keywords, open }) =>
      self?.kind === 'dict' && open
        ? vm.each(self, () => fill(self, { positional: rest, keywords, open }))
        : vm.unknown('what is filled is not known'),
  );
}

/** `dict.update(other)` */
export function update(vm: Interpreter, self: PyDict, other: PyValue): void {
  if (other.kind === 'choice' || (other.kind === 'dict' && other.options)) {
    vm.each(other, (option) => {
      updatePlain(vm, self, option);
      return none;
    });
    return;
  }
  updatePlain(vm, self, other);
}

function updatePlain(vm: Interpreter, self: PyDict, other: PyValue): void {
  if (other.kind === 'dict') {
    if (other.open) openUp(vm, self, vm.derive(other.open));
    else if (!isOrdered(other)) {
      vm.touch(self);
      endOrder(self);
    }
    for (const entry of [...other.entries.values()]) putItem(vm, self, entry.key, entry.value);
    return;
  }
  if (other.kind === 'unknown') {
    openUp(vm, self, vm.derive(other));
    return;
  }
  const keys = vm.findAttribute(other, 'keys');
  // In a class `keys` asks for an object first.
  if (keys?.kind === 'native' && other.kind === 'class')
    vm.raise('TypeError', vm.unknown('how a class is refused for a mapping is not modelled', { type: 'str' }));
  if (keys) {
    const given = vm.call(keys);
    const refuse = () =>
      vm.raise('TypeError', `${vm.typeName(other)}.keys() returned a non-iterable (type ${vm.typeName(given)})`);
    for (const key of vm.iterate(begun(vm, given, refuse))) {
      if (key.kind === 'unknown' && key.many) openUp(vm, self, vm.derive(key));
      else putItem(vm, self, key, vm.getItem(other, key));
    }
    return;
  }
  let at = -1;
  for (const pair of oneByOne(vm, other, false)) {
    at += 1;
    if (pair.kind === 'unknown') {
      openUp(vm, self, vm.derive(pair));
      continue;
    }
    const items = vm.attempt<readonly PyValue[]>(
      () => vm.iterate(pair),
      ['TypeError'],
      () => vm.raise('TypeError', `cannot convert dictionary update sequence element #${at} to a sequence`),
    );
    const [key, value] = items;
    if (!key || !value || items.length !== 2) {
      vm.raise('ValueError', `dictionary update sequence element #${at} has length ${items.length}; 2 is required`);
    }
    putItem(vm, self, key, value);
  }
}

/** Any number of entries that are not known are put in: each known value may be another now. */
function openUp(vm: Interpreter, self: PyDict, unknown: ReturnType<Interpreter['derive']>): void {
  vm.touch(self);
  for (const [key, entry] of self.entries) self.entries.set(key, { ...entry, value: vm.join([entry.value, unknown]) });
  self.open = self.open ?? unknown;
}
