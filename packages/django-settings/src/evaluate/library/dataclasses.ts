/** `dataclasses`: classes whose `__init__` is made of their annotations. */
import { pythonAtLeast } from '../../environment/surroundings.js';
import { type Bound, fn, instance, type Machine, method, type NativeModule, nativeClass, textOf } from '../native.js';
import { Exhausted } from '../raised.js';
import { none, notImplemented, type PyClass, type PyInstance, type PyValue, str, stringKey, tuple } from '../value.js';
import { fieldsOf, parametersOf } from './dataclass-fields.js';
import { refuseInheriting, refuseOverwriting } from './dataclass-refusals.js';
import { type DataField, dataclassTools, noteFields, textOfFields } from './dataclass-tools.js';
import { partialClass } from './partial-class.js';

/** The module `dataclasses`. */
export const dataclassesModule: NativeModule = {
  standard: true,
  load(machine) {
    const field = partialClass(machine, { name: 'Field', module: 'dataclasses', members: {} });
    const accept = { unknowns: 'accept' } as const;
    return {
      ...dataclassTools(),
      FrozenInstanceError: nativeClass(machine, {
        name: 'FrozenInstanceError',
        module: 'dataclasses',
        base: machine.builtinClass('AttributeError'),
        members: {},
      }),
      KW_ONLY: instance(nativeClass(machine, { name: '_KW_ONLY_TYPE', module: 'dataclasses', members: {} }), undefined),
      Field: field,
      field: fn(
        'dataclasses.field',
        `(*, ${fieldOptions(machine).join('=, ')}=)`,
        (m, args) => {
          const given = optionsOf(args, fieldOptions(m));
          if (given.has('default') && given.has('default_factory'))
            m.raise('ValueError', 'cannot specify both default and default_factory');
          return instance(field, given);
        },
        accept,
      ),
      dataclass: fn(
        'dataclasses.dataclass',
        `(cls=, /, *, ${classOptions(machine).join('=, ')}=)`,
        (_, outer) => {
          const options = optionsOf(outer, classOptions(_));
          const make = (m: Machine, cls: PyValue): PyValue => {
            if (m.doubt(cls)) return m.unmodelled(notModelled);
            // What refuses this is no class, or a builtin one.
            // It looks for the module by its name.
            const module = m.getAttribute(cls, '__module__');
            if (cls.kind === 'class' && module.kind !== 'str') return m.unmodelled(notModelled);
            if (cls.kind !== 'class' || cls.module === 'builtins') m.setAttribute(cls, '__dataclass_params__', none);
            if (cls.kind !== 'class') m.getAttribute(cls, '__mro__');
            return cls.kind === 'class' ? addInit(m, cls, field, options) : m.unmodelled(notModelled);
          };
          const given = outer.some('cls');
          if (given) return make(_, given);
          return fn('dataclasses.dataclass.<locals>.wrap', '(cls)', (m, args) => make(m, args.get('cls')), accept);
        },
        accept,
      ),
    };
  },
};

const notModelled = 'this data class is not modelled';

/** What `field()` takes: of a version that is not known, all that any takes. */
function fieldOptions(machine: Machine): readonly string[] {
  const options = ['default', 'default_factory', 'init', 'repr', 'hash', 'compare', 'metadata'];
  const [doc, named] = [!machine.python || pythonAtLeast(machine, 14), !machine.python || pythonAtLeast(machine, 10)];
  return [...options, ...(named ? ['kw_only'] : []), ...(doc ? ['doc'] : [])];
}

/** What `@dataclass()` takes. */
function classOptions(machine: Machine): readonly string[] {
  const options = ['init', 'repr', 'eq', 'order', 'unsafe_hash', 'frozen'];
  const [since10, since11] = [10, 11].map((minor) => !machine.python || pythonAtLeast(machine, minor));
  return [...options, ...(since10 ? ['match_args', 'kw_only', 'slots'] : []), ...(since11 ? ['weakref_slot'] : [])];
}

function optionsOf(args: Bound, names: readonly string[]): ReadonlyMap<string, PyValue> {
  return new Map(
    names.flatMap((name) => {
      const value = args.optional(name);
      return value ? [[name, value] as const] : [];
    }),
  );
}

function addInit(machine: Machine, cls: PyClass, field: PyClass, options: ReadonlyMap<string, PyValue>): PyValue {
  const on = (option: string): boolean => {
    const given = options.get(option);
    return given !== undefined && machine.truth(given) === 'yes';
  };
  const off = (option: string): boolean => {
    const given = options.get(option);
    return given !== undefined && machine.truth(given) === 'no';
  };
  const fields = fieldsOf(machine, cls, on('kw_only'));
  if (!fields || on('slots') || [...options.values()].some((given) => machine.truth(given) === 'maybe'))
    return machine.unknown(notModelled);
  refuseInheriting(machine, cls, on('frozen'));
  // They are written into the text of its methods.
  if (!fields.every(({ name }) => /^[\p{XID_Start}_]\p{XID_Continue}*$/u.test(name)))
    throw new Exhausted('a field of a data class has a name that is none');
  if (on('order') && off('eq')) machine.raise('ValueError', 'eq must be true if order is true');
  const init = method(
    `${cls.name}.__init__`,
    `(${['self', ...(off('init') ? [] : parametersOf(machine, fields))].join(', ')})`,
    (m, args) => {
      const self = args.get('self');
      if (self.kind !== 'instance') return none;
      for (const { name, value, factory, init: asked } of fields) {
        const made = (asked ? args.optional(name) : undefined) ?? value ?? (factory ? m.call(factory) : undefined);
        if (made) m.call(m.getAttribute(m.builtin('object'), '__setattr__'), [self, str(name), made]);
      }
      if (m.findAttribute(self, '__post_init__')) m.invoke(self, '__post_init__');
      return none;
    },
    { unknowns: 'accept' },
  );
  const same = method(`${cls.name}.__eq__`, '(self, other)', (m, args) => {
    const [left, right] = [args.get('self'), args.get('other')];
    if (left.kind !== 'instance' || right.kind !== 'instance' || left.cls !== right.cls)
      return { kind: 'bool', value: false };
    return m.compare('==', valuesOf(m, left, fields), valuesOf(m, right, fields));
  });
  const show = method(`${cls.name}.__repr__`, '(self)', (m, args) => {
    const self = args.get('self');
    return self.kind === 'instance'
      ? textOfFields(
          m,
          self,
          fields.filter(({ shown }) => shown).map(({ name }) => name),
        )
      : m.derive(self);
  });
  machine.touch(cls.attributes);
  noteFields(cls, field, fields);
  // Whatever has `__eq__` alone gets a hash of None by that.
  const hash = cls.attributes.entries.get('__hash__')?.value;
  const explicitHash = hash !== undefined && (hash.kind !== 'none' || !cls.attributes.entries.has('__eq__'));
  for (const [name, value] of [
    ...(off('init') ? [] : [['__init__', init] as const]),
    // One whose instances are equal by fields that can change is no key of a dict, unless the class says how.
    ...(hash || off('eq') || on('frozen') || on('unsafe_hash') ? [] : [['__hash__', none] as const]),
    ...(off('repr') ? [] : [['__repr__', show] as const]),
    ...(off('eq') ? [] : [['__eq__', same] as const]),
    ...(on('order') ? comparisons(cls, fields) : []),
    ...(on('frozen') ? refusals(cls, fields) : []),
  ] as const) {
    if (!cls.attributes.entries.has(name)) cls.attributes.entries.set(name, { key: str(name), value });
    else refuseOverwriting(machine, cls, name);
  }
  const shown: readonly (readonly [string, PyValue])[] = [
    ['__doc__', machine.unknown('the text that documents a data class is not modelled', { type: 'str', truth: true })],
    ['__match_args__', tuple(fields.flatMap(({ name, init: asked, kwOnly }) => (asked && !kwOnly ? [str(name)] : [])))],
  ];
  for (const [name, value] of shown.slice(0, pythonAtLeast(machine, 10) && !off('match_args') ? 2 : 1))
    if (!cls.attributes.entries.has(name)) cls.attributes.entries.set(name, { key: str(name), value });
  if (on('unsafe_hash') && explicitHash) refuseOverwriting(machine, cls, '__hash__');
  for (const { name, value } of fields) {
    const entry = cls.attributes.entries.get(stringKey(name));
    // A field made by `field(…)` is no attribute of the class, save its plain default.
    if (entry?.value.kind !== 'instance' || entry.value.cls.name !== 'Field') continue;
    if (value) cls.attributes.entries.set(stringKey(name), { ...entry, value });
    else cls.attributes.entries.delete(stringKey(name));
  }
  return cls;
}

/** Of data classes that are frozen: their fields cannot be assigned to, nor deleted. */
function refusals(cls: PyClass, fields: readonly DataField[]): readonly (readonly [string, PyValue])[] {
  const refuse = (hook: string, parameters: string, what: string) =>
    method(`${cls.name}.${hook}`, parameters, (m, args) => {
      const [self, name] = [args.get('self'), textOf(args.get('name')) ?? ''];
      if ((self.kind === 'instance' && self.cls === cls) || fields.some((field) => field.name === name))
        return m.raise(m.classFrom('dataclasses', 'FrozenInstanceError'), `cannot ${what} field '${name}'`);
      return m.call(m.getAttribute(m.builtin('object'), hook), args.all());
    });
  return [
    ['__setattr__', refuse('__setattr__', '(self, name, value)', 'assign to')],
    ['__delattr__', refuse('__delattr__', '(self, name)', 'delete')],
  ];
}

/** Of data classes that are ordered: as tuples of their fields, among instances of the very class. */
function comparisons(cls: PyClass, fields: readonly DataField[]): readonly (readonly [string, PyValue])[] {
  const signs = { __lt__: '<', __le__: '<=', __gt__: '>', __ge__: '>=' };
  return Object.entries(signs).map(([name, sign]) => [
    name,
    method(`${cls.name}.${name}`, '(self, other)', (m, args) => {
      const [left, right] = [args.get('self'), args.get('other')];
      return left.kind === 'instance' && right.kind === 'instance' && left.cls === right.cls
        ? m.compare(sign, valuesOf(m, left, fields), valuesOf(m, right, fields))
        : notImplemented;
    }),
  ]);
}

function valuesOf(machine: Machine, self: PyInstance, fields: readonly DataField[]): PyValue {
  return {
    kind: 'tuple',
    items: fields.filter(({ compared }) => compared).map(({ name }) => machine.getAttribute(self, name)),
  };
}
