/** Storing attributes: properties, descriptors and `__setattr__` first. */

import { noAttribute } from './attribute-errors.js';
import { findAttribute } from './attributes.js';
import type { Interpreter } from './interpreter.js';
import { findInMro } from './mro.js';
import { isClassInPython } from './native-type.js';
import { Exhausted } from './raised.js';
import { isSlot, mayHave, slotsOf } from './slots.js';
import { quote } from './text.js';
import { isNamedWhole, nameInMessages } from './type-names.js';
import type { PyClass, PyDict, PyUnknown, PyValue } from './value.js';
import { none, str, stringKey } from './value.js';

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
      return;
    case 'choice':
      vm.each(value, (option) => {
        setAttribute(vm, option, name, to);
        return none;
      });
      return;
    case 'module':
      put(value.namespace);
      return;
    case 'class':
      refuseOfClass(vm, value, name, to);
      if (isName(name) && to.kind === 'str') {
        rename(vm, value, name, to.value);
        return;
      }
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
      if (name === '__dict__' && to.kind !== 'dict')
        vm.raise('TypeError', `__dict__ must be set to a dictionary, not a '${vm.typeName(to)}'`);
      if (name === '__dict__' || name === '__class__') throw new Exhausted('an object is given another class');
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
          found || name === '__doc__' ? isReadOnly(nameInMessages(cls), name) : noneToSet(cls, name),
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

const isReadOnly = (type: string, name: string) => `'${type}' object attribute '${name}' is read-only`;

const isNotWritable = (type: string, name: string) => `attribute '${name}' of '${type}' objects is not writable`;

/** A class is the least that an object can be given for its class. */
function refuseClass(vm: Interpreter, to: PyValue): void {
  if (to.kind !== 'class' && !(to.kind === 'native' && isClassInPython(to)) && !vm.doubt(to))
    vm.raise('TypeError', `__class__ must be set to a class, not '${vm.typeName(to)}' object`);
}

const fractions = ['numerator', 'denominator'];

/** What has no attributes of its own refuses to change those of its class, and has no others. */
function refuseChange(vm: Interpreter, value: PyValue, name: string, how: 'set' | 'delete'): never {
  // The members of an enumeration of the library take attributes.
  if (value.kind === 'descriptor' && value.type !== 'property')
    throw new Exhausted('the attributes of a descriptor are not followed');
  if (value.kind === 'int' && value.cls) throw new Exhausted('the attributes of a flag are not followed');
  const type = vm.typeName(value);
  if (how === 'delete' && name === '__class__') vm.raise('TypeError', "can't delete __class__ attribute");
  if (value.kind === 'native' || value.kind === 'method') refuseOfModel(vm, value, type, name, how);
  if ((value.kind === 'slice' || value.kind === 'range') && ['start', 'stop', 'step'].includes(name))
    vm.raise('AttributeError', 'readonly attribute');
  const number = ['int', 'bool', 'float'].includes(value.kind);
  if (number && (name === 'real' || name === 'imag' || (value.kind !== 'float' && fractions.includes(name))))
    vm.raise('AttributeError', isNotWritable(value.kind === 'float' ? 'float' : 'int', name));
  if (value.kind === 'iterator' && name.startsWith('gi_')) vm.raise('AttributeError', isNotWritable(type, name));
  const cls = vm.typeOf(value);
  const member = cls.kind === 'class' ? findInMro(cls.mro, name)?.entry.value : undefined;
  if (cls.kind === 'class' && member?.kind === 'descriptor' && member.type === 'property') {
    if (isField(cls, name)) vm.raise('AttributeError', `can't ${how} attribute`);
    const missing = how === 'set' ? 'setter' : 'deleter';
    vm.raise('AttributeError', `property '${name}' of '${type}' object has no ${missing}`);
  }
  const known = name !== '__dict__' && findAttribute(vm, value, name) !== undefined;
  if (known) vm.raise('AttributeError', isReadOnly(type, name));
  return vm.raise('AttributeError', noneOf(type, name));
}

/** Functions of Python code take attributes, and are shared by all who use their model; those of C code take none. */
function refuseOfModel(vm: Interpreter, value: PyValue, type: string, name: string, how: 'set' | 'delete'): void {
  const isPlain = !name.startsWith('__') && !('decorated' in value && value.decorated);
  if (isPlain && withoutAttributes.includes(type)) vm.raise('AttributeError', noneOf(type, name));
  if (isPlain && type === 'function' && how === 'delete')
    vm.raise('AttributeError', `'function' object has no attribute '${name}'`);
  throw new Exhausted('the attributes of a modelled function do not change');
}

const withoutAttributes: readonly string[] = [
  ...['builtin_function_or_method', 'builtin_method', 'method'],
  ...['method-wrapper', 'method_descriptor', 'wrapper_descriptor'],
];

/** Whether it is an item of a named tuple. */
function isField(cls: PyClass, name: string): boolean {
  const fields = findInMro(cls.mro, '_fields')?.entry.value;
  return fields?.kind === 'tuple' && fields.items.some((item) => item.kind === 'str' && item.value === name);
}

/** Members of classes written in C have words of their own. */
function noSetter(owner: PyClass, cls: PyClass, name: string, what: 'setter' | 'deleter'): string {
  if (owner.module === 're' || (owner.module === 'datetime' && owner.name === 'timedelta')) return 'readonly attribute';
  if (owner.module === 'datetime' || owner.module === 'builtins') return isNotWritable(nameInMessages(owner), name);
  return `property '${name}' of '${cls.qualname}' object has no ${what}`;
}

const noneOf = (type: string, name: string) =>
  `'${type}' object has no attribute '${name}' and no __dict__ for setting new attributes`;

const noneToSet = (cls: PyClass, name: string) => noneOf(nameInMessages(cls), name);

/** Classes written in C, almost all, stay as they are. */
function refuseImmutable(vm: Interpreter, cls: PyClass, name: string): void {
  if (cls.module !== 'builtins' && !isNamedWhole(cls)) return;
  if (cls.name === 'ExceptionGroup' || (cls.module === 'builtins' && cls.open)) return;
  vm.raise('TypeError', `cannot set ${quote(name)} attribute of immutable type '${nameInMessages(cls)}'`);
}

/** What a class is told by its own type stays as it is, or golive does not follow it. */
function refuseOfClass(vm: Interpreter, { name: cls }: PyClass, name: string, to: PyValue): void {
  if (isName(name) && to.kind !== 'str' && !vm.doubt(to))
    vm.raise('TypeError', `can only assign string to ${cls}.${name}, not '${vm.typeName(to)}'`);
  if (name === '__dict__') vm.raise('AttributeError', "attribute '__dict__' of 'type' objects is not writable");
  if (['__bases__', '__class__', '__mro__'].includes(name) || (isName(name) && to.kind !== 'str'))
    throw new Exhausted('a class is given another name or other bases');
}

const isName = (name: string): name is '__name__' | '__qualname__' => name === '__name__' || name === '__qualname__';

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

/** What a function is made of takes values of one type. */
function refuseOfFunction(vm: Interpreter, name: string, to: PyValue): void {
  if (vm.doubt(to)) return;
  const refuse = (what: string) => vm.raise('TypeError', `${name} must be set to a ${what} object`);
  if ((name === '__name__' || name === '__qualname__') && to.kind !== 'str') refuse('string');
  if (name === '__code__') refuse('code');
  if (name === '__dict__') throw new Exhausted('a function is given other attributes as a whole');
  if (to.kind === 'none') return;
  if (name === '__defaults__' && to.kind !== 'tuple') refuse('tuple');
  if ((name === '__kwdefaults__' || name === '__annotations__') && to.kind !== 'dict') refuse('dict');
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
      return drop(value.namespace);
    case 'function':
      if (/^__\w+__$/u.test(name)) throw new Exhausted('that a function loses what every one has is not followed');
      return drop(value.attributes);
    case 'class':
      refuseImmutable(vm, value, name);
      if (name === '__doc__' || name === '__name__' || name === '__qualname__')
        vm.raise('TypeError', `cannot delete '${name}' attribute of immutable type '${value.name}'`);
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
