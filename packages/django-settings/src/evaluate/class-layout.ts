/** Classes that CPython cannot make of their parts: metaclasses that do not fit, bases with layouts of their own, and wrong slots. */
import type { ClassSpec, Interpreter } from './interpreter.js';
import { isClassInPython } from './native-type.js';
import { isNoIterable } from './no-iterable.js';
import { Exhausted } from './raised.js';
import { slotsOf } from './slots.js';
import { nameInMessages } from './type-names.js';
import type { PyClass, PyDict, PyValue } from './value.js';

/** The builtin classes whose instances are laid out in a way of their own. */
const laidOut = (
  'int str float complex bytes bytearray list tuple dict set frozenset type property super staticmethod classmethod ' +
  'BaseException BaseExceptionGroup OSError SyntaxError ImportError NameError AttributeError StopIteration SystemExit ' +
  'UnicodeDecodeError UnicodeEncodeError UnicodeTranslateError'
).split(' ');

/** Those of a size that varies, which have no room for slots. */
const ofAnySize = ['int', 'bytes', 'tuple', 'type'];

const conflict =
  'metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases';

/** Whether a class that is given as a metaclass is none: it is called as any class is. */
export function isNoMetaclass(vm: Interpreter, meta: PyClass): boolean {
  return !meta.mro.includes(vm.builtinClass('type')) && !meta.mro.some(({ open }) => open);
}

export function refuseMetaclass(vm: Interpreter): never {
  return vm.raise('TypeError', conflict);
}

/** Classes written in C that nothing can be made of. */
const final =
  /^(?:bool|NoneType|range|slice|memoryview|function|generator|method|method-wrapper|\w+_descriptor|builtin_\w+|code|mappingproxy|ellipsis|NotImplementedType|o?dict_\w+|\w+_\w*iterator|sys\.\w+|datetime\.timezone|types\.UnionType|re\.\w+|operator\.\w+|functools\._lru_cache_wrapper)$/u;

export function refuseFinal(vm: Interpreter, base: PyClass): void {
  const name = nameInMessages(base);
  if ((base.module === 'builtins' || name !== base.name) && final.test(name))
    vm.raise('TypeError', `type '${name}' is not an acceptable base type`);
}

/** The keywords of a class statement that its metaclass is called with. */
export function withoutMeta({ keywords }: ClassSpec): Map<string, PyValue> {
  return new Map([...keywords].filter(([name]) => name !== 'metaclass'));
}

/** The metaclass of all: the first, or one that comes of it. */
export function winnerOf(metas: readonly (PyValue | undefined)[]): PyValue | undefined {
  return metas.reduce((best, one) => {
    const isBelow = one?.kind === 'class' && best?.kind === 'class' && one.mro.includes(best);
    return isBelow ? one : (best ?? one);
  }, undefined);
}

/** Raises where the metaclass of a base is neither a parent nor a child of the others. */
export function refuseMetaclasses(vm: Interpreter, given: PyValue | undefined, bases: readonly PyValue[]): void {
  const metas = bases.map((base) => metaclassOf(vm, base));
  let winner = given ?? metas[0];
  for (const one of metas) {
    if (winner?.kind !== 'class' || !isPlain(winner) || !one || !isPlain(one)) return;
    if (winner.mro.includes(one)) continue;
    if (!one.mro.includes(winner)) refuseMetaclass(vm);
    winner = one;
  }
}

/** The type of a base, which what is no class has as well; `undefined` where it is not known, or not of the builtin kinds. */
function metaclassOf(vm: Interpreter, base: PyValue): PyClass | undefined {
  const type = vm.builtinClass('type');
  if (base.kind === 'native' && isClassInPython(base)) return type;
  if (base.kind === 'instance' && (base.cls.open || vm.special(base, '__mro_entries__'))) return undefined;
  const meta = base.kind === 'class' ? (base.metaclass ?? type) : base.kind === 'unknown' ? base : vm.typeOf(base);
  return meta.kind === 'class' ? meta : undefined;
}

/** Whether all that it is made of is code of the project or builtin. */
function isPlain({ mro }: PyClass): boolean {
  return mro.every(({ module, native, open }) => !open && (module === 'builtins' || !native));
}

/** Raises where the bases, or the slots, of a class cannot be laid out together. */
export function refuseLayout(vm: Interpreter, bases: readonly PyClass[], attributes: PyDict): void {
  if (attributes.open || bases.some(({ mro }) => mro.some(({ open }) => open))) return;
  if (!bases.every(isPlain)) return refuseSlots(vm, bases, attributes);
  const layouts = bases.map(layoutOf).filter((one) => one !== undefined);
  const fits = layouts.every((one) => layouts.every((other) => one.mro.includes(other) || other.mro.includes(one)));
  if (!fits) vm.raise('TypeError', 'multiple bases have instance lay-out conflict');
  refuseSlots(vm, bases, attributes);
}

/** The nearest class that lays out its instances anew. */
function layoutOf({ mro }: PyClass): PyClass | undefined {
  return mro.find((one) =>
    one.module === 'builtins'
      ? laidOut.includes(one.name)
      : (slotsOf(one) ?? []).some((slot) => slot.kind !== 'str' || !slot.value.startsWith('__')),
  );
}

function refuseSlots(vm: Interpreter, bases: readonly PyClass[], attributes: PyDict): void {
  const given = attributes.entries.get('__slots__')?.value;
  if (given && isNoIterable(vm, given)) vm.iterate(given);
  if (given?.kind === 'instance' || given?.kind === 'iterator')
    throw new Exhausted('the slots of a class are not followed');
  const slots =
    given?.kind === 'bytes' || given?.kind === 'range' ? vm.iterate(given) : (slotsOf({ attributes }) ?? []);
  if (slots.length === 0 || slots.some(({ kind }) => kind === 'unknown' || kind === 'choice')) return;
  const sized = bases
    .flatMap(({ mro }) => mro)
    .find((one) => one.module === 'builtins' && ofAnySize.includes(one.name));
  if (sized && bases.length === 1)
    vm.raise('TypeError', `nonempty __slots__ not supported for subtype of '${bases[0]?.name}'`);
  if (sized) return;
  for (const slot of slots) {
    if (slot.kind !== 'str')
      return vm.raise('TypeError', `__slots__ items must be strings, not '${vm.typeName(slot)}'`);
    if (!/^[\p{XID_Start}_]\p{XID_Continue}*$/u.test(slot.value))
      return vm.raise('TypeError', '__slots__ must be identifiers');
  }
  for (const special of ['__dict__', '__weakref__'])
    if (slots.filter((slot) => slot.kind === 'str' && slot.value === special).length > 1)
      vm.raise('TypeError', `${special} slot disallowed: we already got one`);
  for (const slot of slots)
    if (slot.kind === 'str' && !slot.value.startsWith('__') && attributes.entries.has(slot.value))
      vm.raise('ValueError', `'${slot.value}' in __slots__ conflicts with class variable`);
}

/** Refuses a base that is no class: what its type makes of being called like a metaclass is told in many words. */
export function refuseBase(vm: Interpreter): never {
  const words = vm.unknown('a base that is no class is called', { type: 'str', truth: true });
  return vm.raise('TypeError', words);
}
