/** `enum`: plain enumerations are exact; members that are numbers or texts as well are unknown. */
import { pythonAtLeast } from '../../environment/surroundings.js';
import { dictOf } from '../keys.js';
import { instance, type Machine, method, type NativeModule, nativeClass, property } from '../native.js';
import {
  bool,
  emptyDict,
  int,
  iterator,
  type PyClass,
  type PyInstance,
  type PyValue,
  record,
  str,
  stringKey,
} from '../value.js';

/** The module `enum`. */
export const enumModule: NativeModule = {
  standard: true,
  load(machine) {
    const meta = metaclass(machine);
    const plain = withMeta(nativeClass(machine, { name: 'Enum', module: 'enum', members: memberMethods() }), meta);
    const mixed = (name: string) =>
      withMeta(nativeClass(machine, { name, module: 'enum', base: plain, members: {} }), meta);
    return {
      EnumMeta: meta,
      EnumType: meta,
      Enum: plain,
      IntEnum: mixed('IntEnum'),
      StrEnum: mixed('StrEnum'),
      Flag: mixed('Flag'),
      IntFlag: mixed('IntFlag'),
      auto: autoClass(machine),
      unique: machine.once('enum.unique', () => identity()),
    };
  },
};

function identity(): PyValue {
  return method('enum.unique', '(enumeration)', (_, args) => args.get('enumeration'), { unknowns: 'accept' });
}

function withMeta(cls: PyClass, metaclassOf: PyClass): PyClass {
  const made: PyClass = { ...cls, metaclass: metaclassOf, mro: [] };
  (made.mro as PyClass[]).push(made, ...cls.mro.slice(1));
  return made;
}

function memberMethods(): Readonly<Record<string, PyValue>> {
  const named = (self: PyValue, show: (self: PyInstance, name: string) => string): PyValue => {
    const name = self.kind === 'instance' ? self.attributes.entries.get('name')?.value : undefined;
    return str(self.kind === 'instance' && name?.kind === 'str' ? show(self, name.value) : '');
  };
  return {
    __format__: method('enum.Enum.__format__', '(self, format_spec)', (m, args) =>
      m.call(m.builtin('format'), [m.str(args.get('self')), args.get('format_spec')]),
    ),
    __str__: method('enum.Enum.__str__', '(self)', (_, args) =>
      named(args.get('self'), (self, name) => `${self.cls.name}.${name}`),
    ),
  };
}

/** The members of an enumeration, in the order of the class body. */
function membersOf(cls: PyValue): readonly PyInstance[] {
  if (cls.kind !== 'class') return [];
  // A second name of the same member is no further member.
  const values = new Set([...cls.attributes.entries.values()].map((entry) => entry.value));
  return [...values].filter((value): value is PyInstance => value.kind === 'instance' && value.cls === cls);
}

function metaclass(machine: Machine): PyClass {
  return nativeClass(machine, {
    name: 'EnumType',
    module: 'enum',
    base: machine.builtinClass('type'),
    members: {
      __iter__: method('enum.EnumType.__iter__', '(cls)', (m, args) => {
        const members = membersOf(args.get('cls'));
        return iterator(
          'generator',
          members.length > 0
            ? members
            : [m.unknown('the members of this enumeration are not modelled', { many: true })],
        );
      }),
      __contains__: method('enum.EnumType.__contains__', '(cls, value)', (m, args) => {
        const members = membersOf(args.get('cls'));
        const wanted = args.get('value');
        if (members.includes(wanted as PyInstance)) return bool(true);
        const values = members.map((one) => one.attributes.entries.get('value')?.value ?? str(''));
        if (members.length === 0 || (wanted.kind !== 'instance' && pythonAtLeast(m, 12) !== true))
          return m.unknown('whether an enumeration holds a value depends on the version of Python', { type: 'bool' });
        return bool(values.some((value) => m.equal(value, wanted) === 'yes'));
      }),
      __repr__: method('enum.EnumType.__repr__', '(cls)', (m, args) => {
        const cls = args.get('cls') as PyClass;
        const isFlag =
          pythonAtLeast(m, 11) !== false && cls.mro.some((one) => one.module === 'enum' && one.name === 'Flag');
        return str(`<${isFlag ? 'flag' : 'enum'} '${cls.name}'>`);
      }),
      __len__: method('enum.EnumType.__len__', '(cls)', (m, args) => {
        const { length } = membersOf(args.get('cls'));
        return length > 0
          ? int(length)
          : m.unknown('the members of this enumeration are not modelled', { type: 'int' });
      }),
      __members__: property('__members__', (m, cls) => {
        const names = cls.kind === 'class' ? [...cls.attributes.entries.values()] : [];
        const members = names.filter(({ value }) => value.kind === 'instance' && value.cls === cls);
        return members.length > 0
          ? dictOf(members.map(({ key, value }) => [key, value] as const))
          : m.unknown('the members of this enumeration are not modelled', { type: 'dict' });
      }),
      __getitem__: method('enum.EnumType.__getitem__', '(cls, name)', (m, args) => {
        const members = membersOf(args.get('cls'));
        if (members.length === 0) return m.unknown('the members of this enumeration are not modelled');
        const wanted = args.get('name');
        const cls = args.get('cls');
        const key = wanted.kind === 'str' && cls.kind === 'class' ? stringKey(wanted.value) : undefined;
        const found = key === undefined ? undefined : (cls as PyClass).attributes.entries.get(key)?.value;
        if (found && members.includes(found as PyInstance)) return found;
        // As a dict refuses it, whose keys are the names.
        return m.getItem(emptyDict(), wanted);
      }),
      __call__: method('enum.EnumType.__call__', '(cls, value, *rest, **extra)', (m, args) => {
        const cls = args.get('cls');
        const members = membersOf(cls);
        if (members.length === 0) return m.unknown('the members of this enumeration are not modelled');
        const wanted = args.get('value');
        if (members.includes(wanted as PyInstance)) return wanted;
        const found = members.find(
          (one) => m.equal(one.attributes.entries.get('value')?.value ?? str(''), wanted) === 'yes',
        );
        if (found) return found;
        if (cls.kind === 'class' && cls.mro.some(({ attributes }) => attributes.entries.has('_missing_')))
          return m.unknown('what `_missing_` gives is not followed');
        const shown = m.repr(wanted);
        const name = cls.kind === 'class' ? cls.qualname : '';
        return m.raise('ValueError', `${shown.kind === 'str' ? shown.value : '…'} is not a valid ${name}`);
      }),
    },
    behaviour: { construct: (m, _, args) => makeMembers(m, args.positional) },
  });
}

/** `auto()`: a value that the members before it decide. */
function autoClass(machine: Machine): PyClass {
  return nativeClass(machine, { name: 'auto', module: 'enum', members: {} });
}

/** One more than the highest number before it, where all values are numbers and the class has no rule of its own. */
function nextValue(machine: Machine, cls: PyClass, plain: boolean): PyValue {
  const values = membersOf(cls).map((one) => one.attributes.entries.get(stringKey('value'))?.value);
  const numbers = values.flatMap((value) => (value?.kind === 'int' ? [value.value] : []));
  if (!plain || numbers.length < values.length || cls.attributes.entries.has('_generate_next_value_'))
    return machine.unknown('what `auto()` gives here is not modelled');
  let highest = 0n;
  for (const number of numbers) if (number > highest) highest = number;
  return int(highest + 1n);
}

/** Turn the plain values of a class body into members; with another base beside `Enum` they are unknown. */
function makeMembers(machine: Machine, [, bases, , cls]: readonly PyValue[]): PyValue {
  if (cls?.kind !== 'class') return machine.unknown('enumerations made by a call are not modelled');
  const plain =
    bases?.kind === 'tuple' &&
    bases.items.every((base) => base.kind === 'class' && base.name === 'Enum' && base.module === 'enum') &&
    // These decide what a member is, and what its value.
    !['__init__', '__new__', '_ignore_'].some((name) => cls.attributes.entries.has(name));
  for (const [key, entry] of cls.attributes.entries) {
    const automatic =
      entry.value.kind === 'instance' && entry.value.cls.name === 'auto' && entry.value.cls.module === 'enum';
    const value = automatic ? nextValue(machine, cls, plain) : entry.value;
    const name = entry.key.kind === 'str' ? entry.key.value : '';
    if (name.startsWith('_') || ['function', 'native', 'descriptor', 'class'].includes(value.kind)) continue;
    const attributes = record({ name: str(name), value, _name_: str(name), _value_: value });
    const same = membersOf(cls).find(
      (one) => machine.equal(one.attributes.entries.get(stringKey('value'))?.value ?? str(''), value) === 'yes',
    );
    const member: PyValue = plain
      ? (same ?? { ...instance(cls, undefined), attributes })
      : machine.unknown('a member of a mixed enumeration is not modelled');
    cls.attributes.entries.set(key, { ...entry, value: member });
  }
  return cls;
}
