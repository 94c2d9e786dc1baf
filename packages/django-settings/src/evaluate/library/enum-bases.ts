/** What the bases of an enumeration make of it: what is checked before its body runs, and the type of its values. */
import type { Machine } from '../native.js';
import type { PyClass, PyValue } from '../value.js';
import { membersOf } from './enum-registry.js';
import { wordsSince } from './words-since.js';

/** Whether a class is an enumeration, or one that comes from that class of the module. */
export function isEnum({ mro }: PyClass, name = 'Enum'): boolean {
  return mro.some((one) => one.module === 'enum' && one.name === name);
}

/** Builtin classes that make their instances themselves, and `object` apart all are. */
const making = ['int', 'str', 'float', 'complex', 'bytes', 'bytearray', 'list', 'tuple', 'dict', 'set', 'frozenset'];

/** Raises where a class cannot be an enumeration on these bases. */
export function checkBases(machine: Machine, name: string, bases: readonly PyValue[]): void {
  for (const base of bases) {
    for (const one of base.kind === 'class' ? base.mro : []) {
      if ((membersOf(machine, one)?.names.length ?? 0) === 0) continue;
      const shown = machine.repr(one);
      const words = shown.kind === 'str' ? `<enum '${name}'> cannot extend ${shown.value}` : '';
      machine.raise('TypeError', wordsSince(machine, 11, words));
    }
  }
  const last = bases.at(-1);
  if (last && last.kind === 'class' && !last.open && !isEnum(last))
    machine.raise(
      'TypeError',
      'new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`',
    );
  const types = new Set(bases.flatMap((base) => (base.kind === 'class' ? (mixedIn(base) ?? []) : [])));
  if (types.size < 2) return;
  const words = `too many data types for '${name}'`;
  machine.raise('TypeError', machine.derive(machine.unknown(words), { type: 'str', truth: true }));
}

/** The type that an enumeration's values are made with, `'object'` where they stay as they are; `undefined` where it is not known. */
export function dataTypeOf(_machine: Machine, cls: PyClass): PyClass | 'object' | undefined {
  for (const base of cls.mro.slice(1)) {
    if (base.open || base.attributes.entries.has('__dataclass_fields__')) return undefined;
    if (base.module === 'builtins' && making.includes(base.name))
      return ['int', 'str', 'float'].includes(base.name) ? base : undefined;
  }
  return isEnum(cls, 'IntFlag') ? undefined : 'object';
}

function mixedIn({ mro }: PyClass): PyClass | undefined {
  return mro.find((one) => one.module === 'builtins' && making.includes(one.name));
}
