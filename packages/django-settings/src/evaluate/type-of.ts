/** `type(value)` and its name. */
import type { Interpreter } from './interpreter.js';
import { nativeClass } from './native.js';
import { boundNativeType, nativeType } from './native-type.js';
import { iteratorName, nameInMessages } from './type-names.js';
import type { PyInstance, PyValue } from './value.js';

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

/** A match of `re` has items, but cannot be gone through: it is no sequence. */
export function isNoSequence({ cls }: PyInstance): boolean {
  return cls.module === 're';
}

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
      return value.metaclass?.kind === 'class' ? value.metaclass : vm.builtinClass('type');
    case 'descriptor':
      return vm.builtinClass(value.type === 'cached_property' ? 'property' : value.type);
    case 'iterator':
      return iteratorClass(vm, value.type);
    case 'method':
      return vm.builtinClass(value.callee.kind === 'native' ? boundNativeType(value.callee) : 'method');
    case 'native':
      return vm.builtinClass(nativeType(value));
    case 'special':
      return vm.builtinClass(value.name === 'Ellipsis' ? 'ellipsis' : 'NotImplementedType');
    default:
      return vm.builtinClass(names[value.kind] ?? 'object');
  }
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
  return type.kind === 'class' ? nameInMessages(type) : 'object';
}
