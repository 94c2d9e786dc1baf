/** What a function, of the project or modelled, and a `property` have as attributes. */
import { docValue } from './docstrings.js';
import type { Body } from './functions.js';
import type { Interpreter } from './interpreter.js';
import { calledName } from './native-call.js';
import { nativeType } from './native-type.js';
import type { PyClass, PyDescriptor, PyFunction, PyNative, PyValue } from './value.js';
import { none, record, str, stringKey, tuple } from './value.js';

const unfollowed = [
  '__annotations__',
  '__code__',
  '__globals__',
  '__closure__',
  '__builtins__',
  '__type_params__',
  '__get__',
];

export function attributeOfCode(
  vm: Interpreter,
  value: Extract<PyValue, { kind: 'function' | 'native' | 'method' | 'descriptor' }>,
  name: string,
): PyValue | undefined {
  if (value.kind === 'function') return functionAttribute(vm, value, name);
  if (value.kind === 'native') return nativeAttribute(vm, value, name);
  return value.kind === 'method' ? methodAttribute(vm, value, name) : descriptorAttribute(vm, value, name);
}

function functionAttribute(
  vm: Interpreter,
  value: Extract<PyValue, { kind: 'function' }>,
  name: string,
): PyValue | undefined {
  const own = value.attributes.entries.get(stringKey(name));
  if (own) return own.value;
  if (name === '__name__') return str(value.name);
  if (name === '__qualname__') return str(value.qualname);
  if (name === '__module__') return str(value.module);
  if (name === '__doc__') return docValue(vm, value.doc);
  if (name === '__defaults__' || name === '__kwdefaults__') return defaultsOf(vm, value, name === '__kwdefaults__');
  if (unfollowed.includes(name)) return vm.unknown(`\`${name}\` of a function is not modelled`);
  if (name === '__dict__') return value.attributes;
  if (name === '__call__') return callOf(value);
  if (name === '__class__') return vm.typeOf(value);
  return undefined;
}

/** `f.__call__`, which does what `f` does. */
function callOf(self: PyValue): PyValue {
  const callee: PyNative = {
    kind: 'native',
    name: '__call__',
    qualname: 'function.__call__',
    method: true,
    slot: true,
    call: (machine, { positional: [value = self, ...positional], keywords, open }) =>
      open ? machine.unmodelled(open.why) : machine.call(value, positional, keywords),
  };
  return { kind: 'method', self, callee };
}

function methodAttribute(
  vm: Interpreter,
  value: Extract<PyValue, { kind: 'method' }>,
  name: string,
): PyValue | undefined {
  if (name === '__self__') return value.self;
  if (name === '__func__' && vm.typeName(value) === 'method') return value.callee;
  if (name === '__call__') return callOf(value);
  if (name === '__class__') return vm.typeOf(value);
  return vm.findAttribute(value.callee, name);
}

function nativeAttribute(vm: Interpreter, value: PyNative, name: string): PyValue | undefined {
  const { qualname } = value;
  if (name === '__name__') return str(value.name);
  const known = name === '__qualname__' ? nativeQualname(vm, value) : undefined;
  if (known !== undefined) return str(known);
  if (name === '__module__' && !qualname.includes('.') && !value.decorated) return str('builtins');
  return ['__doc__', '__module__', '__qualname__'].includes(name) || (value.decorated && name.startsWith('__'))
    ? vm.unknown(`\`${name}\` of \`${value.name}\` is not modelled`)
    : undefined;
}

/** A member of a builtin class is told with its class; that of a library's class may be another class's. */
function nativeQualname(vm: Interpreter, value: PyNative): string | undefined {
  const { qualname, method } = value;
  if (qualname.startsWith('BaseException.__')) return undefined;
  if (vm.builtins.entries.has(qualname.split('.')[0] ?? '')) return qualname;
  const isElsewhere = method || nativeType(value) === 'method' || qualname.startsWith('pathlib.');
  return isElsewhere ? undefined : calledName(qualname);
}

/** A function that is modelled as a class has a name as functions do, and nothing that classes have. */
export function classAsFunction(vm: Interpreter, cls: PyClass, name: string): PyValue | undefined {
  if (name === '__name__' || name === '__qualname__') return str(cls.name);
  if (name === '__module__') return str(cls.module);
  return name.startsWith('__') ? vm.unknown(`\`${name}\` of \`${cls.name}\` is not modelled`) : undefined;
}

function descriptorAttribute(vm: Interpreter, value: PyDescriptor, name: string): PyValue | undefined {
  const holds = value.type === 'property' ? ['fget'] : ['__func__', '__wrapped__'];
  if (value.type !== 'cached_property' && holds.includes(name)) return value.get;
  if (value.type === 'cached_property') return vm.unknown(`\`${name}\` of a \`cached_property\` is not modelled`);
  if (value.type !== 'property' || (name !== 'setter' && name !== 'getter' && name !== 'deleter')) return undefined;
  return {
    kind: 'native',
    name,
    qualname: `property.${name}`,
    method: false,
    call: (machine, args) => {
      const [given, ...others] = args.positional;
      if (!given || others.length > 0 || args.keywords.size > 0)
        return machine.raise(
          'TypeError',
          machine.unknown(`how \`property.${name}\` refuses these is not modelled`, { type: 'str' }),
        );
      if (name === 'deleter') return { ...value, delete: given };
      return name === 'setter' ? { ...value, set: given } : { ...value, get: given };
    },
  };
}

/** `__defaults__`, or `__kwdefaults__`. */
function defaultsOf(vm: Interpreter, value: PyFunction, keywordOnly: boolean): PyValue {
  const { parameters, defaults } = value.body as Body;
  const all = parameters.flatMap(({ name, kind }) => {
    const one = defaults.get(name);
    return one && (kind === 'keyword-only') === keywordOnly ? [[name, one] as const] : [];
  });
  if (all.length === 0) return none;
  return keywordOnly ? vm.fresh(record(all)) : tuple(all.map(([, one]) => one));
}
