/** `Enum('Name', 'A B')`: an enumeration made by a call. */
import type { Bound, Machine } from '../native.js';
import { int, type PyClass, type PyDict, type PyValue, str, tuple } from '../value.js';
import { checkBases } from './enum-bases.js';
import { beginBody, bindInBody } from './enum-body.js';

/** The class; unknown where it is asked for in a way that is not modelled. */
export function functionalEnum(machine: Machine, cls: PyClass, args: Bound): PyValue {
  const name = args.get('value');
  const pairs = args.some('type') || args.some('boundary') ? undefined : pairsOf(machine, args);
  const isPlain = cls.module !== 'enum' || cls.name === 'Enum' || cls.name === 'IntEnum';
  if (name.kind !== 'str' || !pairs || !isPlain)
    return machine.unmodelled('an enumeration that is made by such a call is not modelled');
  checkBases(machine, name.value, [cls]);
  const space = machine.call(machine.builtin('dict')) as PyDict;
  const body = beginBody(machine, { name: name.value, bases: [cls], attributes: space });
  for (const [key, value] of pairs) machine.setItem(space, str(key), bindInBody(machine, body, key, value));
  const module = args.optional('module') ?? machine.globals().entries.get('__name__')?.value;
  if (module) machine.setItem(space, str('__module__'), module);
  const made = machine.call(machine.builtin('type'), [name, tuple([cls]), space]);
  return args.some('qualname') ? machine.unknown('an enumeration with a `qualname` is not modelled') : made;
}

function pairsOf(machine: Machine, args: Bound): (readonly [string, PyValue])[] | undefined {
  const names = args.get('names');
  const start = args.optional('start') ?? int(1);
  if (machine.doubt(names) || start.kind !== 'int') return undefined;
  const texts = names.kind === 'str' ? names.value.replaceAll(',', ' ').trim().split(/\s+/u) : undefined;
  if (texts) return texts.filter(Boolean).map((text, index) => [text, int(start.value + BigInt(index))]);
  if (names.kind === 'dict') return textsFirst([...names.entries.values()].map(({ key, value }) => [key, value]));
  if (names.kind !== 'list' && names.kind !== 'tuple') return undefined;
  if (names.items.every((one) => one.kind === 'str'))
    return textsFirst(names.items.map((one, index) => [one, int(start.value + BigInt(index))]));
  return textsFirst(names.items.flatMap((one) => (one.kind === 'tuple' ? [one.items] : [[]])));
}

function textsFirst(pairs: readonly (readonly PyValue[])[]): (readonly [string, PyValue])[] | undefined {
  const made = pairs.flatMap(([key, value, ...rest]) =>
    key?.kind === 'str' && value && rest.length === 0 ? [[key.value, value] as const] : [],
  );
  return made.length === pairs.length ? made : undefined;
}
