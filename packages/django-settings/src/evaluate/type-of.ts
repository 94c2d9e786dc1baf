/** `type(value)` and its name. */
import type { Interpreter } from './interpreter.js';
import { nativeClass } from './native.js';
import { boundNativeType, nativeType } from './native-type.js';
import { Exhausted } from './raised.js';
import { iteratorName, nameInMessages } from './type-names.js';
import type { PyClass, PyInstance, PyValue } from './value.js';

const names: Partial<Record<PyValue['kind'], string>> = {
  none: 'NoneType',
  bool: 'bool',
  float: 'float',
  str: 'str',
  bytes: 'bytes',
  range: 'range',
  slice: 'slice',
  function: 'function',
  method: 'method',
  module: 'module',
  super: 'super',
};

/** A match of `re` and a union of types take brackets, but cannot be gone through: they are no sequences. */
export function isNoSequence({ cls }: PyInstance): boolean {
  return cls.module === 're' || (cls.module === 'types' && cls.name === 'UnionType');
}

/** Whether a class is modelled for what is a function in CPython, of which a class may be made: `typing.NamedTuple`. */
export const isFunction = ({ metaclass }: PyClass): boolean => metaclass?.kind === 'native';

/** Whether a class is a builtin one that others are derived from for what it holds. */
export const isData = ({ module, name }: PyClass): boolean =>
  module === 'builtins' && ['dict', 'list', 'tuple', 'set', 'str', 'int'].includes(name);

/** Whether a class is modelled, of those beside the builtin ones. */
export const isOfLibrary = ({ module, native }: PyClass): boolean => module !== 'builtins' && native !== undefined;

/** Whether a name is one that an enumeration has of its values, of itself or of its class, as the case may be. */
export const isOfMeta = ({ metaclass }: PyClass, name: string, own: PyValue | undefined): boolean =>
  own?.kind !== 'function' &&
  metaclass?.kind === 'class' &&
  metaclass.mro.some((one) => one.module === 'enum') &&
  /^__(?!members__|class_getitem__|module__|init__|new__|getattr__|class__|mro_entries__)\w+__$/u.test(name);

export function typeOf(vm: Interpreter, value: PyValue): PyValue {
  switch (value.kind) {
    case 'unknown':
      return value.type ? vm.builtinClass(value.type) : vm.derive(value);
    case 'choice':
      return vm.each(value, (option) => typeOf(vm, option));
    case 'instance':
      return value.cls;
    case 'int':
      return value.cls ?? vm.builtinClass('int');
    case 'dict':
      return value.cls ?? vm.builtinClass('dict');
    case 'list':
      return value.cls ?? vm.builtinClass('list');
    case 'tuple':
      return value.cls ?? vm.builtinClass('tuple');
    case 'set':
      return vm.builtinClass(value.frozen ? 'frozenset' : 'set');
    case 'class':
      if (value.metaclass?.kind === 'class') return value.metaclass;
      return vm.builtinClass(isFunction(value) ? 'function' : 'type');
    case 'descriptor':
      return value.type === 'cached_property'
        ? hiddenClass(vm, 'functools', 'cached_property')
        : vm.builtinClass(value.type);
    case 'iterator':
      return iteratorClass(vm, value.type);
    case 'method':
      return typeOfNative(vm, value.callee.kind === 'native' ? boundNativeType(value.callee) : 'method');
    case 'native':
      return typeOfNative(vm, nativeType(value));
    case 'special':
      return vm.builtinClass(value.name === 'Ellipsis' ? 'ellipsis' : 'NotImplementedType');
    default:
      return vm.builtinClass(names[value.kind] ?? 'object');
  }
}

function typeOfNative(vm: Interpreter, type: string): PyValue {
  if (type === 'unknown') return vm.unknown('what a special method is of is not modelled', { truth: true });
  return type === 'Quitter' ? hiddenClass(vm, '_sitebuiltins', type) : vm.builtinClass(type);
}

/** A class of which nothing but the name is modelled. */
function hiddenClass(vm: Interpreter, module: string, name: string): PyValue {
  return vm.once(`${module}.${name}`, () => nativeClass(vm, { name, module, members: {} }));
}

/** Each kind of iterator has a class of its own name. */
function iteratorClass(vm: Interpreter, type: string): PyValue {
  if (type === 'generator') return vm.builtinClass('generator');
  return vm.once(`class of ${type}`, () =>
    nativeClass(vm, {
      name: type,
      module: iteratorName(type) === type ? 'builtins' : 'itertools',
      base: vm.builtinClass('iterator'),
      members: {},
    }),
  );
}

/** What messages call the type of a value. */
export function typeNameOf(vm: Interpreter, value: PyValue): string {
  if (value.kind === 'iterator') return iteratorName(value.type);
  const type = typeOf(vm, value);
  if (type.kind === 'unknown' && (value.kind === 'native' || value.kind === 'method')) throw new Exhausted(type.why);
  return type.kind === 'class' ? nameInMessages(type) : 'object';
}
