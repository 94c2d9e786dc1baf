/** `copy`: fresh containers, shallow or all the way down. */
import { budgets } from '../../budgets.js';
import { findInMro } from '../mro.js';
import { fn, instance, type Machine, type NativeModule } from '../native.js';
import { emptyDict, list, type PyDict, type PyInstance, type PyIterator, type PyValue } from '../value.js';
import { errorClass } from './error-class.js';

/** The module `copy`. */
export const copyModule: NativeModule = {
  standard: true,
  load: (machine) => ({
    copy: fn('copy.copy', '(x)', (m, args) => shallow(m, args.get('x'))),
    deepcopy: fn('copy.deepcopy', '(x, memo=, _nil=)', (m, args) =>
      args.some('memo') || args.optional('_nil')
        ? m.unknown('a `memo` of `deepcopy` is not followed')
        : deep(m, args.get('x'), new Map(), 0),
    ),
    Error: errorClass(machine, { name: 'Error', module: 'copy', base: machine.builtinClass('Exception') }),
  }),
};

function shallow(machine: Machine, value: PyValue): PyValue {
  switch (value.kind) {
    case 'list':
      return list(value.items);
    case 'dict':
      return copiedDict(value);
    case 'set':
      return value.frozen ? value : { ...value, entries: new Map(value.entries), options: undefined };
    case 'instance':
      if (isView(value)) return refused(machine, value);
      if (isStream(value)) return refusedStream(machine, value);
      return machine.findAttribute(value, '__copy__')
        ? machine.invoke(value, '__copy__')
        : { ...instance(value.cls, value.payload), attributes: copiedDict(value.attributes) };
    case 'iterator':
      return copiedIterator(machine, value);
    case 'module':
      return refused(machine, value);
    default:
      return value;
  }
}

/** Generators cannot be copied; other iterators go on from where they are. */
function copiedIterator(machine: Machine, value: PyIterator): PyValue {
  if (value.type === 'generator') return machine.raise('TypeError', `cannot pickle '${value.type}' object`);
  return machine.unmodelled('a copy of an iterator is not modelled');
}

/** What is bound to the process it is in. */
function refused(machine: Machine, value: PyValue): PyValue {
  return machine.raise('TypeError', `cannot pickle '${machine.typeName(value)}' object`);
}

const isView = ({ cls }: PyInstance): boolean => cls.module === 'builtins' && cls.name.startsWith('dict_');

function refusedStream(machine: Machine, { cls }: PyInstance): PyValue {
  return machine.raise(
    'TypeError',
    machine.unknown(`how a \`${cls.name}\` refuses to be copied is not modelled`, { type: 'str' }),
  );
}

const isStream = ({ cls }: PyInstance): boolean => cls.module === '_io' && /Text|Buffered/u.test(cls.name);

function copiedDict({ instance: own, ...dict }: PyDict): PyDict {
  const attributes = own && { instance: { ...own, attributes: copiedDict(own.attributes) } };
  return { ...dict, ...attributes, entries: new Map(dict.entries), options: undefined };
}

/** Shared parts stay shared in the copy, as in Python. */
function deep(machine: Machine, value: PyValue, seen: Map<PyValue, PyValue>, depth: number): PyValue {
  const before = seen.get(value);
  if (before) return before;
  if (depth > budgets.depth) return machine.unknown('the value is nested too deeply to be copied');
  machine.spend(1);
  const inner = (one: PyValue) => deep(machine, one, seen, depth + 1);
  switch (value.kind) {
    case 'list': {
      const copy = list([]);
      seen.set(value, copy);
      copy.items = value.items.map(inner);
      return copy;
    }
    case 'tuple': {
      const items = value.items.map(inner);
      return items.every((item, index) => item === value.items[index]) ? value : { ...value, items };
    }
    case 'dict': {
      const copy: PyDict = { ...copiedDict(value), entries: new Map() };
      seen.set(value, copy);
      const own = copy.instance?.attributes.entries;
      if (own) for (const [key, entry] of own) own.set(key, { ...entry, value: inner(entry.value) });
      for (const [key, entry] of value.entries) {
        if (entry.key.kind === 'module') refused(machine, entry.key);
        copy.entries.set(key, { ...entry, value: inner(entry.value) });
      }
      return copy;
    }
    case 'set':
      return value.frozen ? value : { ...value, entries: new Map(value.entries), options: undefined };
    case 'instance': {
      if (isView(value)) return refused(machine, value);
      if (isStream(value)) return refusedStream(machine, value);
      const modelled = findInMro(value.cls.mro, '__deepcopy__')?.entry.value;
      if (modelled?.kind === 'native') return machine.call(modelled, [value, emptyDict()]);
      if (machine.findAttribute(value, '__deepcopy__')) return machine.unknown('`__deepcopy__` is not followed');
      if (value.cls.native?.identity) return value;
      const attributes = copiedDict(value.attributes);
      const copy: PyValue = { ...instance(value.cls, value.payload), attributes };
      seen.set(value, copy);
      for (const [key, entry] of attributes.entries)
        attributes.entries.set(key, { ...entry, value: inner(entry.value) });
      return copy;
    }
    case 'iterator':
      return copiedIterator(machine, value);
    case 'module':
      return refused(machine, value);
    default:
      return value;
  }
}
