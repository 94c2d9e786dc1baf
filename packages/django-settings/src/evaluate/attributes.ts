/** Attributes: of instances, classes, modules and builtin values, with descriptors and `super()`. */

import { ofInstances } from './builtins/of-instances.js';
import { protocolAttribute, protocolMember } from './builtins/protocol.js';
import { hasUnmodelled, lacksModel } from './builtins/unmodelled.js';
import { isOfProject } from './defining-module.js';
import { docOfClass } from './docstrings.js';
import { attributeOfCode, classAsFunction } from './function-attributes.js';
import type { Interpreter } from './interpreter.js';
import { namesOfClass, proxyOf } from './mapping-proxy.js';
import { type Found, findInMro } from './mro.js';
import { used } from './names.js';
import { objectNames, ofObjectItself } from './object-names.js';
import { packageValue } from './package-code.js';
import { isSlot, mayHave } from './slots.js';
import { attributeOf } from './through-unknowns.js';
import { noteUse } from './tracing.js';
import { isData, isFunction, isOfMeta } from './type-of.js';
import { ofItsOwn } from './unbound-methods.js';
import { isUnmodelled, unmodelledAttribute } from './unmodelled-attributes.js';
import type { Entry, PyClass, PyDict, PyNative, PyUnknown, PyValue } from './value.js';
import { emptyDict, int, none, str, stringKey, tuple } from './value.js';

/** The attribute, or `undefined` where Python raises AttributeError. */
export function findAttribute(vm: Interpreter, value: PyValue, name: string): PyValue | undefined {
  return knownAttribute(vm, value, name) ?? unmodelledAttribute(vm, value, name);
}

function knownAttribute(vm: Interpreter, value: PyValue, name: string): PyValue | undefined {
  switch (value.kind) {
    case 'unknown':
      return unknownAttribute(vm, value, name);
    case 'choice':
      return vm.each(value, (option) => vm.getAttribute(option, name));
    case 'module': {
      const entry = value.namespace.entries.get(stringKey(name));
      if (entry) return used(vm, entry, name, undefined);
      if (name === '__dict__')
        return value.missing
          ? vm.unknown('what a module holds besides is not modelled', { type: 'dict' })
          : value.namespace;
      if (value.namespace.open) return vm.derive(value.namespace.open);
      const dynamic = value.namespace.entries.get('__getattr__');
      if (dynamic?.value.kind === 'function') return vm.call(dynamic.value, [str(name)]);
      return value.missing?.(name);
    }
    case 'class':
      return classAttribute(vm, value, name);
    case 'instance': {
      if (name === '__class__') return value.cls;
      if (findInMro(value.cls.mro, '__getattribute__')?.entry.value.kind === 'function')
        return vm.unknown('what a `__getattribute__` of the project gives is not followed');
      if (name === '__dict__' && value.cls.mro.some((one) => one.name === 'BaseException'))
        return vm.unknown('the `__dict__` of an exception is not modelled', { type: 'dict' });
      if (name === '__dict__' && !findInMro(value.cls.mro, name)) {
        if (mayHave(value.cls, name)) return value.attributes;
        return findInMro(value.cls.mro, '__getattr__') && vm.unknown('`__getattr__` is asked for `__dict__`');
      }
      if (name === '__doc__' && !value.attributes.entries.has(name)) return docOfClass(vm, value.cls);
      return instanceAttribute(vm, value, value.cls, value.attributes, name);
    }
    case 'super':
      return superAttribute(vm, value.start, value.self, name);
    case 'function':
    case 'native':
    case 'method':
    case 'descriptor':
      return attributeOfCode(vm, value, name);
    case 'dict':
      if (value.instance) {
        if (name === '__class__') return value.cls;
        const cls = value.cls ?? vm.builtinClass('dict');
        if (name === '__dict__') return mayHave(cls, name) ? value.instance.attributes : undefined;
        return instanceAttribute(vm, value, cls, value.instance.attributes, name);
      }
      break;
    case 'slice':
    case 'range':
      if (name !== 'start' && name !== 'stop' && name !== 'step') break;
      return value.kind === 'slice' ? value[name] : int(value[name]);
    default:
  }
  if (name === '__class__') return vm.typeOf(value);
  if (name === '__doc__') return vm.unknown(`the text that documents \`${vm.typeName(value)}\` is not modelled`);
  const cls = classOf(vm, value);
  const found = cls ? inherited(vm, cls, value, name) : undefined;
  return found ?? (cls ? protocolAttribute(vm, value, cls.name, name) : undefined);
}

/** The class of any value, unknown ones apart. */
export function classOf(vm: Interpreter, value: PyValue): PyClass | undefined {
  const found = vm.typeOf(value);
  return found.kind === 'class' ? found : undefined;
}

/** Look a name up in a class and bind it to a value. */
function inherited(vm: Interpreter, cls: PyClass, self: PyValue, name: string): PyValue | undefined {
  const found = findInMro(cls.mro, name);
  if (found) return bindEntry(vm, found.entry, self, cls, name);
  const open = cls.mro.find((one) => one.open)?.open;
  return open ? { ...vm.derive(open), reaches: self } : undefined;
}

/** An attribute of a class, bound to a value; what is made with it came of what made it. */
function bindEntry(vm: Interpreter, entry: Entry, self: PyValue, cls: PyClass, name: string): PyValue {
  if (entry.origin) noteUse(vm, entry);
  return bindTo(vm, entry.value, self, cls, name);
}

/** `special` methods are looked up in the class only. */
export function special(vm: Interpreter, value: PyValue, name: string): PyValue | undefined {
  const cls = classOf(vm, value);
  if (!cls) return undefined;
  const found = findInMro(cls.mro, name);
  return found ? bindEntry(vm, found.entry, value, cls, name) : undefined;
}

function instanceAttribute(
  vm: Interpreter,
  self: PyValue,
  cls: PyClass,
  attributes: PyDict,
  name: string,
): PyValue | undefined {
  const found = findInMro(cls.mro, name);
  if (found?.entry.value.kind === 'descriptor' && found.entry.value.type === 'property') {
    return bindEntry(vm, found.entry, self, cls, name);
  }
  const data = found?.entry.value;
  if (found && data?.kind === 'instance' && findInMro(data.cls.mro, '__set__') && findInMro(data.cls.mro, '__get__')) {
    return bindTo(vm, data, self, cls, name);
  }
  const own = attributes.entries.get(stringKey(name));
  if (own?.maybe) {
    const rest = withoutOwn(vm, self, cls, attributes, name, found);
    const value = used(vm, own, name, undefined);
    return rest ? vm.join([value, rest]) : value;
  }
  if (own) return used(vm, own, name, undefined);
  return withoutOwn(vm, self, cls, attributes, name, found);
}

/** What the class gives where the instance has no attribute of its own. */
function withoutOwn(
  vm: Interpreter,
  self: PyValue,
  cls: PyClass,
  attributes: PyDict,
  name: string,
  found: Found | undefined,
): PyValue | undefined {
  if (attributes.open) return vm.derive(attributes.open);
  if (found) {
    const value = bindEntry(vm, found.entry, self, cls, name);
    if (found.entry.value.kind === 'descriptor' && found.entry.value.type === 'cached_property') {
      vm.journal.touchName(attributes, stringKey(name));
      attributes.entries.set(stringKey(name), { key: str(name), value });
    }
    return value;
  }
  const open = cls.mro.find((one) => one.open)?.open;
  if (open) return { ...vm.derive(open), reaches: self };
  const dynamic = findInMro(cls.mro, '__getattr__');
  // A class of C code keeps its module to itself.
  if (cls.module === 'builtins' && /^__(?:module|weakref)__$/u.test(name)) return undefined;
  if (objectNames.includes(name)) return objectMember(vm, self, name);
  if (isUnmodelled(cls, name)) return vm.unknown(`\`${name}\` of this is not modelled`);
  if (dynamic) return vm.call(bindTo(vm, dynamic.entry.value, self, cls, '__getattr__'), [str(name)]);
  return undefined;
}

function bindTo(vm: Interpreter, value: PyValue, self: PyValue, cls: PyClass, name: string): PyValue {
  if (value.kind === 'function' || (value.kind === 'native' && value.method))
    return { kind: 'method', self, callee: value };
  if (value.kind === 'descriptor') {
    if (value.type === 'staticmethod') return value.get;
    if (value.type === 'classmethod') return { kind: 'method', self: cls, callee: value.get };
    if (value.type === 'property' && value.get.kind === 'none')
      return vm.raise('AttributeError', `property '${name}' of '${cls.qualname}' object has no getter`);
    return vm.call(value.get, [self]);
  }
  if (value.kind === 'instance') {
    const get = findInMro(value.cls.mro, '__get__');
    if (get) return vm.call(bindTo(vm, get.entry.value, value, value.cls, '__get__'), [self, cls]);
  }
  return value;
}

function classAttribute(vm: Interpreter, cls: PyClass, name: string): PyValue | undefined {
  if (isFunction(cls)) return classAsFunction(vm, cls, name);
  if (name === '__name__') return str(cls.name);
  if (name === '__qualname__') return str(cls.qualname);
  if (name === '__dict__') return proxyOf(vm, () => namesOfClass(vm, cls));
  if (name === '__mro__') return tuple(cls.mro);
  if (name === '__bases__') return cls.open ? vm.derive(cls.open, { type: 'tuple', truth: true }) : tuple(cls.bases);
  if (name === '__class__') return vm.typeOf(cls);
  if (name === '__doc__') return docOfClass(vm, cls);
  const found = findInMro(cls.mro, name);
  if (isOfMeta(cls, name, found?.entry.value)) return vm.unknown(`\`${name}\` of an enumeration is not modelled`);
  if (found) {
    used(vm, found.entry, name, undefined);
    return givenByClass(vm, cls, found);
  }
  if (isSlot(cls, name) || cls.mro.some((one) => one.module === 'builtins' && lacksModel(one, name)))
    return vm.unknown('the descriptor of a slot is not modelled', { truth: true });
  if (name === '__module__') return str(cls.module);
  if (/^__(?:annotations|weakref)__$/u.test(name) && cls.module === 'builtins') return undefined;
  if (name === '__annotations__') return isOfProject(vm, cls) ? emptyDict() : vm.unknown(notModelled(name));
  if (cls.metaclass?.kind === 'class') {
    const meta = findInMro(cls.metaclass.mro, name);
    // What `object` has is found before it, but for a property.
    if (meta && (meta.entry.value.kind === 'descriptor' || !ofObjectItself.includes(name)))
      return bindTo(vm, meta.entry.value, cls, cls.metaclass, name);
  }
  const open = cls.mro.find((one) => one.open)?.open;
  if (open) return vm.derive(open);
  const special = cls.module === 'builtins' ? protocolMember(vm, cls.name, name) : undefined;
  if (special) return special;
  const ofType = name === '__new__' ? vm.typeMember(name, cls) : undefined;
  if (ofType) return ofType;
  const plain = vm.builtinClass('object.members').attributes.entries.get(name)?.value;
  const initialises = ['list', 'dict', 'set', 'property', 'super', 'type'].includes(cls.name) && name === '__init__';
  if (plain && !(cls.module === 'builtins' && initialises)) return ofInstances(vm, cls, plain);
  if (
    name === 'mro' ||
    (name.startsWith('__') && name.endsWith('__') && objectNames.includes(name)) ||
    (cls.module === 'builtins' && hasUnmodelled(cls.name, name)) ||
    (!cls.metaclass && cls.mro.some((one) => isData(one) && hasUnmodelled(one.name, name))) ||
    hasUnmodelled('type', name)
  )
    return vm.unknown(notModelled(name));
  const dynamic = cls.metaclass?.kind === 'class' ? findInMro(cls.metaclass.mro, '__getattr__') : undefined;
  if (dynamic && cls.metaclass?.kind === 'class')
    return vm.call(bindTo(vm, dynamic.entry.value, cls, cls.metaclass, '__getattr__'), [str(name)]);
  return undefined;
}

const notModelled = (name: string) => `\`${name}\` of a class is not modelled`;

/** What is found in a class, or above it, as the class gives it. */
function givenByClass(vm: Interpreter, cls: PyClass, { entry: { value }, cls: owner }: Found): PyValue {
  if (value.kind === 'descriptor') {
    // In CPython it is a property only where the class is written in Python.
    if (value.type === 'property' && value.get.kind === 'native' && !owner.module.startsWith('pathlib'))
      return vm.unknown('the descriptor of an attribute is not modelled', { truth: true });
    if (value.type === 'staticmethod') return value.get;
    return value.type === 'classmethod' ? { kind: 'method', self: cls, callee: value.get } : value;
  }
  if (value.kind === 'native' && value.method && owner.module !== 'builtins') return ofItsOwn(value, owner);
  const get = value.kind === 'instance' ? findInMro(value.cls.mro, '__get__') : undefined;
  return get && value.kind === 'instance'
    ? vm.call(bindTo(vm, get.entry.value, value, value.cls, '__get__'), [none, cls])
    : value;
}

/** `object.__init__` and its like, reached through `super()` or an instance. */
function objectMember(vm: Interpreter, self: PyValue, name: string, isBelow = false): PyValue | undefined {
  // A class that is no metaclass has nothing of `type` among the classes above it.
  if (self.kind === 'class' && !(isBelow && !self.mro.includes(vm.builtinClass('type')))) {
    const member = vm.typeMember(name, self);
    if (member) return member;
  }
  const own = vm.builtinClass('object.members').attributes.entries.get(name);
  if (own) return name === '__new__' ? own.value : { kind: 'method', self, callee: own.value };
  return objectNames.includes(name) ? vm.unknown(`\`object.${name}\` is not modelled`) : undefined;
}

/** `super().name`: the classes after `start` in the order of the object's class. */
function superAttribute(vm: Interpreter, start: PyClass, self: PyValue, name: string): PyValue | undefined {
  if (name === '__class__') return vm.builtinClass('super');
  // A class below `start` gives what a class gives, functions unbound; a class that `start` makes is an instance of it.
  const isBelow = self.kind === 'class' && self.mro.includes(start);
  const cls = isBelow ? self : classOf(vm, self);
  if (!cls) return undefined;
  const rest = cls.mro.slice(cls.mro.indexOf(start) + 1);
  const found = findInMro(rest, name);
  if (found) return isBelow ? givenByClass(vm, cls, found) : bindEntry(vm, found.entry, self, cls, name);
  const builtin = rest.find((one) => one.module === 'builtins' && one.name !== 'object');
  const special = builtin && (isBelow || self.kind !== 'class') ? protocolMember(vm, builtin.name, name) : undefined;
  const bound = (callee: PyNative): PyValue => (isBelow ? callee : { kind: 'method', self, callee });
  if (special) return bound(special);
  const open = rest.find((one) => one.open)?.open ?? start.open;
  if (open) return { ...vm.derive(open), reaches: self };
  const member = objectMember(vm, self, name, isBelow);
  return isBelow && member?.kind === 'method' ? member.callee : member;
}

function unknownAttribute(vm: Interpreter, value: PyUnknown, name: string): PyValue | undefined {
  if (value.type) {
    const method = findInMro(vm.builtinClass(value.type).mro, name);
    if (method) return { kind: 'method', self: value, callee: method.entry.value };
    return undefined;
  }
  if (value.symbol !== undefined) return packageValue(vm, `${value.symbol}.${name}`);
  return attributeOf(vm, value, name);
}
