/** `re.RegexFlag`: the flags of `re`, numbers that show their names. */
import { type Machine, nativeClass, property } from '../native.js';
import { int, none, type PyClass, type PyInt, type PyValue, str, stringKey } from '../value.js';

/** In the order in which they are shown. */
const FLAGS = [
  ['ASCII', 'A', 256],
  ['IGNORECASE', 'I', 2],
  ['LOCALE', 'L', 4],
  ['UNICODE', 'U', 32],
  ['MULTILINE', 'M', 8],
  ['DOTALL', 'S', 16],
  ['VERBOSE', 'X', 64],
  ['TEMPLATE', 'T', 1],
  ['DEBUG', undefined, 128],
] as const;

/** The class, its members and their short names, as the module has them. */
export function regexFlags(machine: Machine): Readonly<Record<string, PyValue>> {
  const cls: PyClass = nativeClass(machine, {
    name: 'RegexFlag',
    module: 're',
    base: machine.builtinClass('int'),
    members: {
      name: property('name', (m, self) => nameOfFlag(m, self)),
      value: property('value', (m, self) => (self.kind === 'int' ? int(self.value) : m.derive(self))),
    },
    behaviour: {
      construct: (m, _, args) => {
        const given = args.positional[0];
        return given?.kind === 'int' && given.value >= 0n
          ? { ...given, cls }
          : m.unknown('this `RegexFlag` is not modelled');
      },
    },
  });
  const members: Record<string, PyValue> = {};
  for (const [name, short, bit] of FLAGS) {
    if (name === 'TEMPLATE' && isFrom(machine, 13)) continue;
    const flag: PyInt = { ...int(bit), cls };
    members[name] = flag;
    if (short) members[short] = flag;
  }
  if (isFrom(machine, 11)) members.NOFLAG = { ...int(0), cls };
  for (const [name, value] of Object.entries(members))
    cls.attributes.entries.set(stringKey(name), { key: str(name), value });
  return { ...members, RegexFlag: cls };
}

/** `re.IGNORECASE|re.MULTILINE`; `undefined` where the versions of CPython do not agree. */
export function textOfFlags(machine: Machine, value: bigint): string | undefined {
  if (value === 0n) return isFrom(machine, 11) ? 're.NOFLAG' : undefined;
  return namesIn(machine, value)
    ?.map((name) => (name.startsWith('0') ? name : `re.${name}`))
    .join('|');
}

function namesIn(machine: Machine, value: bigint): readonly string[] | undefined {
  const named = FLAGS.filter(
    ([name, , bit]) => (value & BigInt(bit)) !== 0n && !(name === 'TEMPLATE' && isFrom(machine, 13)),
  );
  const rest = named.reduce((left, [, , bit]) => left & ~BigInt(bit), value);
  if (value < 0n || named.length === 0) return undefined;
  return [...named.map(([name]) => name), ...(rest === 0n ? [] : [`0x${rest.toString(16)}`])];
}

function nameOfFlag(machine: Machine, self: PyValue): PyValue {
  const names = self.kind === 'int' ? namesIn(machine, self.value) : undefined;
  if (!names) return machine.unknown('the name of this flag is not modelled');
  return names.length > 1 && !isFrom(machine, 11) ? none : str(names.join('|'));
}

/** Whether the project's Python is at least 3.`minor`, taken to be a late one where it is not known. */
export function isFrom(machine: Machine, minor: number): boolean {
  return !machine.python || machine.python[1] >= minor;
}
