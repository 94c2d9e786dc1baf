/** Storing attributes: properties, descriptors and `__setattr__` first. */

import { noAttribute } from './attribute-errors.js';
import type { Interpreter } from './interpreter.js';
import { findInMro } from './mro.js';
import { objectNames } from './object-names.js';
import { Exhausted } from './raised.js';
import {
  isName,
  isReadOnly,
  noneToSet,
  noSetter,
  refuseChange,
  refuseClass,
  refuseImmutable,
  refuseOfClass,
  refuseOfError,
  refuseOfFunction,
} from './refused-attributes.js';
import { isSlot, mayHave, slotsOf } from './slots.js';
import { changeThrough } from './through-unknowns.js';
import { nameInMessages } from './type-names.js';
import type { Key, PyClass, PyDict, PyModule, PyUnknown, PyValue } from './value.js';
import { none, str, stringKey } from './value.js';

/** Whether every object has the attribute of its class. */
const isOfObject = (name: string) => objectNames.includes(name) && !/^__(?:dict|module|weakref)__$/u.test(name);

/** `value.name = to`; `plainly` as `object.__setattr__` does, without a `__setattr__` of the class. */
export function setAttribute(vm: Interpreter, value: PyValue, name: string, to: PyValue, plainly = false): void {
  const key = stringKey(name);
  const put = (dict: PyDict): void => {
    vm.journal.touchName(dict, key);
    dict.entries.set(key, { key: str(name), value: to });
  };
  const own = plainly ? undefined : hookOf(vm, value, '__setattr__');
  if (own) {
    vm.call(own, [value, str(name), to]);
    return;
  }
  if (value.kind === 'class') refuseImmutable(vm, value, name);
  if (name === '__class__' && value.kind !== 'unknown' && value.kind !== 'choice') refuseClass(vm, to);
  switch (value.kind) {
    case 'unknown':
      return changeThrough(vm, value);
    case 'choice':
      vm.each(value, (option) => {
        setAttribute(vm, option, name, to);
        return none;
      });
      return;
    case 'module':
      refuseReplacing(modelledNames(value), value.name, key);
      put(value.namespace);
      return;
    case 'class':
      refuseOfClass(vm, value, name, to);
      if (isName(name) && to.kind === 'str') {
        rename(vm, value, name, to.value);
        return;
      }
      refuseReplacing(value.native ? value.attributes : undefined, value.module, key);
      put(value.attributes);
      return;
    case 'function':
      refuseOfFunction(vm, name, to);
      put(value.attributes);
      return;
    case 'dict':
    case 'instance': {
      const holder = value.kind === 'dict' ? value.instance : value;
      if (!holder) break;
      const cls = value.cls ?? holder.cls;
      if (name === '__dict__' && to.kind !== 'dict' && (cls.name !== 'object' || cls.module !== 'builtins'))
        vm.raise('TypeError', `__dict__ must be set to a dictionary, not a '${vm.typeName(to)}'`);
      if (name === '__dict__' || name === '__class__') throw new Exhausted('an object is given another class');
      refuseOfError(cls, name);
      const found = findInMro(cls.mro, name);
      if (found?.entry.value.kind === 'descriptor' && found.entry.value.type === 'property') {
        const { set } = found.entry.value;
        if (!set) vm.raise('AttributeError', noSetter(found.cls, cls, name, 'setter'));
        vm.call(set, [value, to]);
        return;
      }
      const data = found?.entry.value;
      const setter = data?.kind === 'instance' ? vm.special(data, '__set__') : undefined;
      if (setter) {
        vm.call(setter, [value, to]);
        return;
      }
      const own = holder.attributes.entries.has(key);
      const known = found !== undefined || own;
      if (!own && !mayHave(cls, name))
        vm.raise(
          'AttributeError',
          found || isOfObject(name) ? isReadOnly(nameInMessages(cls), name) : noneToSet(cls, name),
        );
      const open = known ? undefined : cls.mro.find((one) => one.open)?.open;
      if (open) {
        // An unknown base can do anything with what it is given.
        vm.journal.touchName(holder.attributes, key);
        holder.attributes.entries.set(key, { key: str(name), value: vm.derive(open) });
        return;
      }
      put(holder.attributes);
      return;
    }
    default:
  }
  if (name === '__class__') {
    if (vm.doubt(to)) throw new Exhausted('an object is given another class');
    vm.raise('TypeError', '__class__ assignment only supported for mutable types or ModuleType subclasses');
  }
  if (value.kind === 'iterator' && (name === '__name__' || name === '__qualname__') && value.type === 'generator') {
    if (to.kind !== 'str' && !vm.doubt(to)) vm.raise('TypeError', `${name} must be set to a string object`);
    throw new Exhausted('a generator is given another name');
  }
  // A class of the project that comes of a named tuple keeps attributes, unless it says that it has none.
  const named = value.kind === 'tuple' ? value.cls : undefined;
  if (named?.attributes.entries.has('__module__') && !slotsOf(named) && !findInMro(named.mro, name))
    throw new Exhausted('the attributes of a named tuple are not followed');
  refuseChange(vm, value, name, 'set');
}

const modelledNames = ({ path, directory, namespace }: PyModule): PyDict | undefined =>
  path === undefined && directory === undefined ? namespace : undefined;

/** What is modelled is used by other models, which would not see what is put in its place. */
function refuseReplacing(space: PyDict | undefined, module: string, key: Key): void {
  const before = space?.entries.get(key)?.value;
  if (
    before &&
    !/^(?:sys|warnings)\.|^os\.environ$/u.test(`${module}.${String(key)}`) &&
    ['native', 'class', 'instance', 'descriptor'].includes(before.kind)
  )
    throw new Exhausted('what is modelled is replaced by something else', true);
}

/** Nothing but the class itself holds its name, which cannot be taken back; what a model's name is, others rely on. */
function rename(vm: Interpreter, cls: PyClass, name: '__name__' | '__qualname__', to: string): void {
  const isOwn = cls.module !== 'builtins' && !cls.native && !cls.open;
  if (!isOwn || vm.forks.depth > 0) throw new Exhausted('a class is given another name', true);
  Object.assign(cls, name === '__name__' ? { name: to } : { qualname: to });
}

/** The method with which a class of the project, or a modelled one, stores or deletes attributes itself: it is asked before all else. */
function hookOf(vm: Interpreter, value: PyValue, method: string): PyValue | undefined {
  const cls = value.kind === 'instance' || value.kind === 'dict' ? value.cls : metaclassOf(vm, value);
  const found = cls && findInMro(cls.mro, method);
  if (!found || found.cls.module === 'builtins') return undefined;
  // A property in its place is read, which fails for want of what is set.
  if (found.entry.value.kind === 'descriptor') vm.special(value, method);
  return ['function', 'native'].includes(found.entry.value.kind) ? found.entry.value : undefined;
}

function metaclassOf(vm: Interpreter, value: PyValue): PyClass | undefined {
  const meta = value.kind === 'class' && value.metaclass ? vm.typeOf(value) : undefined;
  return meta?.kind === 'class' ? meta : undefined;
}

/** `del value.name`; `plainly` as `object.__delattr__` does. */
export function deleteAttribute(vm: Interpreter, value: PyValue, name: string, plainly = false): void {
  const own = plainly ? undefined : hookOf(vm, value, '__delattr__');
  if (own) {
    vm.call(own, [value, str(name)]);
    return;
  }
  const key = stringKey(name);
  const drop = (dict: PyDict): void => {
    if (!dict.entries.has(key)) {
      if (dict.open) return;
      vm.raise('AttributeError', noAttribute(vm, value, name));
    }
    vm.journal.touchName(dict, key);
    dict.entries.delete(key);
  };
  if (/^__(?:class|dict)__$/u.test(name) && ['instance', 'dict', 'class', 'function'].includes(value.kind))
    throw new Exhausted('that a value loses what every one has is not followed');
  switch (value.kind) {
    case 'unknown':
      return;
    case 'choice':
      vm.each(value, (option) => {
        deleteAttribute(vm, option, name);
        return none;
      });
      return;
    case 'module':
      if (!value.namespace.entries.has(key) && !value.namespace.open)
        vm.raise('AttributeError', `'module' object has no attribute '${name}'`);
      refuseReplacing(modelledNames(value), value.name, key);
      return drop(value.namespace);
    case 'function':
      if (/^__\w+__$/u.test(name)) throw new Exhausted('that a function loses what every one has is not followed');
      return drop(value.attributes);
    case 'class':
      refuseImmutable(vm, value, name);
      if (name === '__doc__' || name === '__name__' || name === '__qualname__')
        vm.raise('TypeError', `cannot delete '${name}' attribute of immutable type '${value.name}'`);
      refuseReplacing(value.native ? value.attributes : undefined, value.module, key);
      return drop(value.attributes);
    case 'dict':
    case 'instance': {
      const holder = value.kind === 'dict' ? value.instance : value;
      if (!holder) break;
      const cls = value.cls ?? holder.cls;
      const member = findInMro(cls.mro, name);
      const found = member?.entry.value;
      if (member && found?.kind === 'descriptor' && found.type === 'property') {
        if (!found.delete) vm.raise('AttributeError', noSetter(member.cls, cls, name, 'deleter'));
        vm.call(found.delete, [value]);
        return;
      }
      const deleter = found?.kind === 'instance' ? vm.special(found, '__delete__') : undefined;
      if (deleter) vm.call(deleter, [value]);
      else if (isSlot(cls, name) && !holder.attributes.entries.has(key) && !holder.attributes.open)
        vm.raise('AttributeError', name);
      else if (!mayHave(cls, name)) vm.raise('AttributeError', noneToSet(cls, name));
      else if (cls.mro.some(({ open }) => open) && !holder.attributes.entries.has(key))
        vm.unmodelled(`whether \`${cls.name}\` has this attribute to delete is not known`);
      else drop(holder.attributes);
      return;
    }
    default:
  }
  refuseChange(vm, value, name, 'delete');
}

/** After a change of an attribute whose name is not known, none of them is. */
export function spoilAttributes(vm: Interpreter, owner: PyValue, why: PyUnknown): void {
  vm.each(owner, (one) => {
    if (one.kind === 'module') vm.spoil(one.namespace, why);
    else if (one.kind === 'class' || one.kind === 'function') vm.spoil(one.attributes, why);
    else vm.spoil(one, why);
    return none;
  });
}
