/** `__slots__`: the attributes that instances of a class can have, where it names them all. */
import type { PyClass, PyValue } from './value.js';

/** The slots that a class itself names; `undefined` where it has none, or they are not known. */
export function slotsOf({ attributes: { entries } }: Pick<PyClass, 'attributes'>): readonly PyValue[] | undefined {
  const slots = entries.get('__slots__')?.value;
  if (slots?.kind === 'str') return [slots];
  if (slots?.kind === 'dict')
    return slots.options || slots.open ? undefined : [...slots.entries.values()].map(({ key }) => key);
  if (slots?.kind === 'set') return slots.options || slots.open ? undefined : [...slots.entries.values()];
  return (slots?.kind === 'tuple' || slots?.kind === 'list') && !('options' in slots && slots.options)
    ? slots.items
    : undefined;
}

/** Modelled classes whose instances have no attributes but their own. */
const bare =
  /^(?:dataclasses\.Field|pathlib\.(?:_local\.)?\w+|datetime\.\w+|operator\.\w+|re\.\w+|collections\.defaultdict|types\.UnionType|builtins\.(?:dict|o?dict_\w+|code|mappingproxy))$/u;

/** Whether instances of a class can have an attribute of that name: not where `__slots__` names all that they can have. */
export function mayHave(cls: PyClass, name: string): boolean {
  if (bare.test(`${cls.module}.${cls.name}`))
    return name === 'default_factory' || (/^_(?!_dict__$)/u.test(name) && cls.module.startsWith('pathlib'));
  const own = cls.mro.filter((one) => one.name !== 'object');
  if (own.some((one) => one.native || one.open || one.module === 'builtins')) return true;
  return own.map(slotsOf).some((slots) => {
    if (slots === undefined) return true;
    return slots.some((slot) => slot.kind !== 'str' || slot.value === name || slot.value === '__dict__');
  });
}

/** Whether a name is a slot of a class, or of one that it comes from. */
export function isSlot(cls: PyClass, name: string): boolean {
  if (name.startsWith('__') && name.endsWith('__')) return false;
  return cls.mro.some((one) => slotsOf(one)?.some((slot) => slot.kind === 'str' && mangled(one, slot.value) === name));
}

/** Private names are told apart by their class. */
function mangled({ name }: PyClass, slot: string): string {
  return slot.startsWith('__') && !slot.endsWith('__') ? `_${name.replace(/^_+/u, '')}${slot}` : slot;
}
