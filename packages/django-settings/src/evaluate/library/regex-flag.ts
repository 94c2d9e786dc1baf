/** `re.RegexFlag`: the flags of `re`, numbers that show their names. */

import { type Implementation, type Machine, method, nativeClass, property } from '../native.js';
import { bool, int, iterator, none, type PyClass, type PyInt, type PyValue, str, stringKey } from '../value.js';
import { withMetaclass } from './abc.js';

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
  const cls: PyClass = withMetaclass(
    nativeClass(machine, {
      name: 'RegexFlag',
      module: 're',
      base: machine.builtinClass('int'),
      members: {
        name: property('name', (m, self) => nameOfFlag(m, self)),
        value: property('value', (m, self) => (self.kind === 'int' ? int(self.value) : m.derive(self))),
        ...(isFrom(machine, 11) ? containing(() => cls) : {}),
      },
      behaviour: {
        construct: (m, _, args) => {
          const [given, ...others] = args.positional;
          return given?.kind === 'int' && given.value >= 0n && others.length === 0 && args.keywords.size === 0
            ? { ...given, cls }
            : m.unmodelled('this `RegexFlag` is not modelled');
        },
      },
    }),
    machine.classFrom('enum', 'EnumMeta'),
  );
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

/** Since Python 3.11 a flag holds the flags that it is made of. */
function containing(cls: () => PyClass): Readonly<Record<string, PyValue>> {
  const partsOf = (self: PyValue): PyInt[] => {
    const value = self.kind === 'int' ? self.value : 0n;
    return FLAGS.flatMap(([, , bit]) => ((value & BigInt(bit)) === 0n ? [] : [{ ...int(bit), cls: cls() }]));
  };
  const on = (name: string, signature: string, run: Implementation) => method(`re.RegexFlag.${name}`, signature, run);
  return {
    __iter__: on('__iter__', '(self)', (_, args) => iterator('generator', partsOf(args.get('self')))),
    __len__: on('__len__', '(self)', (_, args) => int(partsOf(args.get('self')).length)),
    __contains__: on('__contains__', '(self, other)', (m, args) => {
      const [self, other] = [args.get('self'), args.get('other')];
      if (other.kind !== 'int' || other.cls !== cls())
        return m.raise('TypeError', `unsupported operand type(s) for 'in': '${nameOf(m, other)}' and 'RegexFlag'`);
      return bool(self.kind === 'int' && (self.value & other.value) === other.value);
    }),
  };
}

/** `type(value).__qualname__` */
function nameOf(machine: Machine, value: PyValue): string {
  const type = machine.typeOf(value);
  return type.kind === 'class' ? type.qualname : machine.typeName(value);
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
  if (!names) return machine.unmodelled('the name of this flag is not modelled');
  return names.length > 1 && !isFrom(machine, 11) ? none : str(names.join('|'));
}

/** Whether the project's Python is at least 3.`minor`, taken to be a late one where it is not known. */
export function isFrom(machine: Machine, minor: number): boolean {
  return !machine.python || machine.python[1] >= minor;
}
