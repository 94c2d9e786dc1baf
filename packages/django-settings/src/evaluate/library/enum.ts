/** `enum`: plain enumerations are exact; of members that are numbers or texts as well, their names and values are. */
import { instance, method, type NativeModule, nativeClass, property } from '../native.js';
import { type PyClass, type PyInstance, type PyValue, record, str } from '../value.js';
import { withMetaclass } from './abc.js';
import { autoClass } from './enum-auto.js';
import { enumMeta } from './enum-meta.js';
import { membersOf } from './enum-registry.js';
import { wordsSince } from './words-since.js';

/** The module `enum`. */
export const enumModule: NativeModule = {
  standard: true,
  load(machine) {
    const meta = enumMeta(machine);
    const plain = withMetaclass(nativeClass(machine, { name: 'Enum', module: 'enum', members: memberMethods() }), meta);
    const derived = (name: string, bases: readonly PyClass[], members = {}) => {
      const made = withMetaclass(nativeClass(machine, { name, module: 'enum', base: plain, members }), meta);
      const rest = bases.flatMap(({ mro }) => mro).filter((one, index, all) => all.lastIndexOf(one) === index);
      return { ...made, bases, mro: [] as PyClass[], rest };
    };
    const placed = ({ rest, ...cls }: ReturnType<typeof derived>): PyClass => {
      cls.mro.push(cls, ...rest);
      return cls;
    };
    const lower = method('enum.StrEnum._generate_next_value_', '(name, start, count, last_values)', (m, args) =>
      m.invoke(args.get('name'), 'lower'),
    );
    const repr = placed(derived('ReprEnum', [plain]));
    const flag = placed(derived('Flag', [plain]));
    const around = (name: string) =>
      nativeClass(machine, {
        name,
        module: 'enum',
        members: {},
        behaviour: {
          construct: (m, cls, { positional, keywords }) => {
            if (positional.length === 1 && keywords.size === 0) return wrapped(cls, positional[0]);
            const words = m.unknown(`how \`${name}\` refuses these arguments is not modelled`, { type: 'str' });
            return m.raise('TypeError', words);
          },
        },
      });
    return {
      EnumMeta: meta,
      EnumType: meta,
      Enum: plain,
      ReprEnum: repr,
      IntEnum: placed(derived('IntEnum', [machine.builtinClass('int'), repr])),
      StrEnum: placed(derived('StrEnum', [machine.builtinClass('str'), repr], { _generate_next_value_: lower })),
      Flag: flag,
      IntFlag: placed(derived('IntFlag', [machine.builtinClass('int'), repr, flag])),
      auto: autoClass(machine),
      member: around('member'),
      nonmember: around('nonmember'),
      unique: machine.once('enum.unique', () => unique()),
    };
  },
};

function wrapped(cls: PyClass, value: PyValue | undefined): PyValue {
  return instance(cls, undefined, record(value ? { value } : {}));
}

/** Refuses an enumeration in which a member has several names. */
function unique(): PyValue {
  return method(
    'enum.unique',
    '(enumeration)',
    (m, args) => {
      const cls = args.get('enumeration');
      m.getAttribute(cls, '__members__');
      const members = membersOf(m, cls);
      const aliases = (members?.all ?? []).filter(({ name, canonical }) => name !== canonical);
      if (!members?.exact || aliases.length === 0) return cls;
      const shown = m.repr(cls);
      const details = aliases.map(({ name, canonical }) => `${name} -> ${canonical}`).join(', ');
      return m.raise('ValueError', `duplicate values found in ${shown.kind === 'str' ? shown.value : ''}: ${details}`);
    },
    { unknowns: 'accept' },
  );
}

function memberMethods(): Readonly<Record<string, PyValue>> {
  const named = (self: PyValue, show: (self: PyInstance, name: string) => string): PyValue => {
    const name = self.kind === 'instance' ? self.attributes.entries.get('_name_')?.value : undefined;
    return str(self.kind === 'instance' && name?.kind === 'str' ? show(self, name.value) : '');
  };
  return {
    __format__: method('enum.Enum.__format__', '(self, format_spec)', (m, args) =>
      m.call(m.builtin('format'), [m.str(args.get('self')), args.get('format_spec')]),
    ),
    __str__: method('enum.Enum.__str__', '(self)', (_, args) =>
      named(args.get('self'), (self, name) => `${self.cls.name}.${name}`),
    ),
    __repr__: method('enum.Enum.__repr__', '(self)', (m, args) => {
      const self = args.get('self');
      const value = self.kind === 'instance' ? self.attributes.entries.get('_value_')?.value : undefined;
      const shown = value ? m.repr(value) : m.derive(self, { type: 'str', truth: true });
      return shown.kind === 'str' ? named(self, ({ cls }, name) => `<${cls.name}.${name}: ${shown.value}>`) : shown;
    }),
    __copy__: method('enum.Enum.__copy__', '(self)', (_, args) => args.get('self')),
    __deepcopy__: method('enum.Enum.__deepcopy__', '(self, memo)', (_, args) => args.get('self')),
    __dict__: property('__dict__', (m) => m.unmodelled('what a member of an enumeration keeps is not modelled')),
    ...protections(),
  };
}

/** A member's name and value stay what they are, where its class does not say otherwise. */
function protections(): Readonly<Record<string, PyValue>> {
  const hook = (name: string, signature: string, verb: string) =>
    method(
      `enum.Enum.${name}`,
      signature,
      (m, args) => {
        const [self, attribute] = [args.get('self'), args.get('name')];
        const wanted = attribute.kind === 'str' ? attribute.value : '';
        const isOwn = self.kind === 'instance' && self.cls.mro.some(({ attributes }) => attributes.entries.has(wanted));
        if ((wanted === 'name' || wanted === 'value') && !isOwn)
          m.raise('AttributeError', wordsSince(m, 11, `<enum 'Enum'> cannot ${verb} attribute '${wanted}'`));
        const plainly = (given: readonly PyValue[]) => m.call(m.getAttribute(m.builtin('object'), name), given);
        // What the model reads them from is what the class reads them from.
        if (wanted === '_name_' || wanted === '_value_')
          plainly([self, str(wanted.replaceAll('_', '')), ...args.all().slice(2)]);
        return plainly(args.all());
      },
      { unknowns: 'accept' },
    );
  return {
    __setattr__: hook('__setattr__', '(self, name, value)', 'set'),
    __delattr__: hook('__delattr__', '(self, name)', 'delete'),
  };
}
