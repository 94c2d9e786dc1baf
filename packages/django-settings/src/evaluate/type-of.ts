/** `type(value)` and its name. */
import type { Interpreter } from './interpreter.js';
import { nativeClass } from './native.js';
import { boundNativeType, nativeType } from './native-type.js';
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

/** A match of `re` has items, but cannot be gone through: it is no sequence. */
export function isNoSequence({ cls }: PyInstance): boolean {
  return cls.module === 're';
}

/** Whether a class is modelled for what is a function in CPython, of which a class may be made: `typing.NamedTuple`. */
export const isFunction = ({ metaclass }: PyClass): boolean => metaclass?.kind === 'native';

/** Whether a class is a builtin one that others are derived from for what it holds. */
export const isData = ({ module, name }: PyClass): boolean =>
  module === 'builtins' && ['dict', 'list', 'tuple', 'set', 'str', 'int'].includes(name);

/** Whether a class is modelled, of those beside the builtin ones. */
export const isOfLibrary = ({ module, native }: PyClass): boolean => module !== 'builtins' && native !== undefined;

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
        ? vm.unknown('the class of a `cached_property` is not modelled')
        : vm.builtinClass(value.type);
    case 'iterator':
      return iteratorClass(vm, value.type);
    case 'method':
      return vm.builtinClass(value.callee.kind === 'native' ? boundNativeType(value.callee) : 'method');
    case 'native':
      return nativeType(value) === 'Quitter' ? quitterClass(vm) : vm.builtinClass(nativeType(value));
    case 'special':
      return vm.builtinClass(value.name === 'Ellipsis' ? 'ellipsis' : 'NotImplementedType');
    default:
      return vm.builtinClass(names[value.kind] ?? 'object');
  }
}

/** `exit` and `quit` are objects of a class that `site` has. */
function quitterClass(vm: Interpreter): PyValue {
  return vm.once('_sitebuiltins.Quitter', () =>
    nativeClass(vm, { name: 'Quitter', module: '_sitebuiltins', members: {} }),
  );
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
