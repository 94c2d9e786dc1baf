/** Attributes that cannot be set or deleted, and the words in which each kind of value says so. */
import { findAttribute } from './attributes.js';
import type { Interpreter } from './interpreter.js';
import { findInMro } from './mro.js';
import { isClassInPython } from './native-type.js';
import { Exhausted } from './raised.js';
import { quote } from './text.js';
import { isNamedWhole, nameInMessages } from './type-names.js';
import type { PyClass, PyValue } from './value.js';

export const isReadOnly = (type: string, name: string) => `'${type}' object attribute '${name}' is read-only`;

const isNotWritable = (type: string, name: string) => `attribute '${name}' of '${type}' objects is not writable`;

/** A class is the least that an object can be given for its class. */
export function refuseClass(vm: Interpreter, to: PyValue): void {
  if (to.kind !== 'class' && !(to.kind === 'native' && isClassInPython(to)) && !vm.doubt(to))
    vm.raise('TypeError', `__class__ must be set to a class, not '${vm.typeName(to)}' object`);
}

const fractions = ['numerator', 'denominator'];

/** What has no attributes of its own refuses to change those of its class, and has no others. */
export function refuseChange(vm: Interpreter, value: PyValue, name: string, how: 'set' | 'delete'): never {
  if (value.kind === 'descriptor' && value.type !== 'property')
    throw new Exhausted('the attributes of a descriptor are not followed');
  // The members of an enumeration of the library take attributes.
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
export function noSetter(owner: PyClass, cls: PyClass, name: string, what: 'setter' | 'deleter'): string {
  if (
    owner.module === 're' ||
    owner.name === 'BaseExceptionGroup' ||
    (owner.module === 'functools' && owner.name === 'partial') ||
    (owner.module === 'datetime' && owner.name === 'timedelta')
  )
    return 'readonly attribute';
  if (owner.module === 'datetime' || owner.module === 'builtins') return isNotWritable(nameInMessages(owner), name);
  return `property '${name}' of '${cls.qualname}' object has no ${what}`;
}

const noneOf = (type: string, name: string) =>
  `'${type}' object has no attribute '${name}' and no __dict__ for setting new attributes`;

export const noneToSet = (cls: PyClass, name: string) => noneOf(nameInMessages(cls), name);

/** Classes written in C, almost all, stay as they are. */
export function refuseImmutable(vm: Interpreter, cls: PyClass, name: string): void {
  if (cls.module !== 'builtins' && !isNamedWhole(cls)) return;
  if (cls.name === 'ExceptionGroup' || (cls.module === 'builtins' && cls.open)) return;
  vm.raise('TypeError', `cannot set ${quote(name)} attribute of immutable type '${nameInMessages(cls)}'`);
}

/** What a class is told by its own type stays as it is, or golive does not follow it. */
export function refuseOfClass(vm: Interpreter, { name: cls }: PyClass, name: string, to: PyValue): void {
  if (isName(name) && to.kind !== 'str' && !vm.doubt(to))
    vm.raise('TypeError', `can only assign string to ${cls}.${name}, not '${vm.typeName(to)}'`);
  if (name === '__dict__') vm.raise('AttributeError', "attribute '__dict__' of 'type' objects is not writable");
  if (['__bases__', '__class__', '__mro__'].includes(name) || (isName(name) && to.kind !== 'str'))
    throw new Exhausted('a class is given another name or other bases');
}

export const isName = (name: string): name is '__name__' | '__qualname__' =>
  name === '__name__' || name === '__qualname__';

/** What the words of an error are made of, as such errors have it, which are written in C. */
const inWords: Readonly<Record<string, readonly string[]>> = {
  OSError: ['characters_written', 'errno', 'filename', 'filename2', 'strerror'],
  ImportError: ['msg'],
  SyntaxError: ['filename', 'lineno', 'msg'],
  UnicodeError: ['encoding', 'end', 'object', 'reason', 'start'],
};

export function refuseOfError(cls: PyClass, name: string): void {
  if (cls.mro.some((one) => one.module === 'builtins' && inWords[one.name]?.includes(name)))
    throw new Exhausted('an error is given other words');
}

/** What a function is made of takes values of one type. */
export function refuseOfFunction(vm: Interpreter, name: string, to: PyValue): void {
  if (vm.doubt(to)) return;
  const refuse = (what: string) => vm.raise('TypeError', `${name} must be set to a ${what} object`);
  if ((name === '__name__' || name === '__qualname__') && to.kind !== 'str') refuse('string');
  if (name === '__code__') refuse('code');
  if (name === '__dict__') throw new Exhausted('a function is given other attributes as a whole');
  if (to.kind === 'none') return;
  if (name === '__defaults__' && to.kind !== 'tuple') refuse('tuple');
  if ((name === '__kwdefaults__' || name === '__annotations__') && to.kind !== 'dict') refuse('dict');
}
