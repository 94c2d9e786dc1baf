/** `dataclasses`: classes whose `__init__` is made of their annotations. */
import { fn, instance, type Machine, method, type NativeModule, nativeClass, textOf } from '../native.js';
import { none, notImplemented, type PyClass, type PyInstance, type PyValue, str, stringKey } from '../value.js';
import { type DataField, dataclassTools, notedFields, noteFields, textOfFields } from './dataclass-tools.js';

/** The module `dataclasses`. */
export const dataclassesModule: NativeModule = {
  standard: true,
  load(machine) {
    const field = nativeClass(machine, { name: 'Field', module: 'dataclasses', members: {} });
    const accept = { unknowns: 'accept' } as const;
    return {
      ...dataclassTools(),
      FrozenInstanceError: nativeClass(machine, {
        name: 'FrozenInstanceError',
        module: 'dataclasses',
        base: machine.builtinClass('AttributeError'),
        members: {},
      }),
      Field: field,
      field: fn('dataclasses.field', '(**extra)', (_, args) => instance(field, args.extra), accept),
      dataclass: fn(
        'dataclasses.dataclass',
        '(cls=, /, **extra)',
        (_, outer) => {
          const own = outer.extra.get('init') ?? outer.extra.get('slots');
          const make = (m: Machine, cls: PyValue): PyValue => {
            if (cls.kind !== 'class' || own) return m.unknown('this data class is not modelled');
            return addInit(m, cls, field, outer.extra);
          };
          const given = outer.optional('cls');
          if (given) return make(_, given);
          return fn('dataclasses.dataclass', '(cls)', (m, args) => make(m, args.get('cls')), accept);
        },
        accept,
      ),
    };
  },
};

/** Those of the data classes it comes from, then its own: what other bases annotate is no field. */
function fieldsOf(machine: Machine, cls: PyClass): DataField[] {
  const fields = new Map<string, DataField>();
  for (const base of cls.mro.slice(1).reverse()) for (const one of notedFields(base)) fields.set(one.name, one);
  const annotations = cls.attributes.entries.get(stringKey('__annotations__'))?.value;
  if (annotations?.kind !== 'dict') return [...fields.values()];
  for (const { key, value: annotation } of annotations.entries.values()) {
    if (key.kind !== 'str' || (annotation.kind === 'unknown' && /ClassVar/u.test(annotation.symbol ?? annotation.why)))
      continue;
    const given = cls.attributes.entries.get(stringKey(key.value))?.value;
    const options =
      given?.kind === 'instance' && given.cls.name === 'Field'
        ? (given.payload as ReadonlyMap<string, PyValue>)
        : undefined;
    const value = options ? options.get('default') : given;
    if (value?.kind === 'list' || value?.kind === 'dict' || (value?.kind === 'set' && !value.frozen)) {
      const message = `mutable default <class '${value.kind}'> for field ${key.value} is not allowed: use default_factory`;
      machine.raise('ValueError', message);
    }
    const on = (option: string): boolean => {
      const given = options?.get(option);
      return !given || machine.truth(given) !== 'no';
    };
    fields.set(key.value, {
      name: key.value,
      value,
      factory: options?.get('default_factory'),
      init: on('init'),
      shown: on('repr'),
      compared: on('compare'),
    });
  }
  return [...fields.values()];
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
  const fields = fieldsOf(machine, cls);
  const parameters = fields
    .filter(({ init }) => init)
    .map(({ name, value, factory }) => (value || factory ? `${name}=` : name));
  const init = method(
    `${cls.name}.__init__`,
    `(${['self', ...(on('kw_only') && parameters.length > 0 ? ['*'] : []), ...parameters].join(', ')})`,
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
  for (const [name, value] of [
    ['__init__', init],
    ...(off('eq') ? [] : [['__eq__', same] as const]),
    // One whose instances are equal by fields that can change is no key of a dict.
    ...(off('eq') || on('frozen') || on('unsafe_hash') ? [] : [['__hash__', none] as const]),
    ...(off('repr') ? [] : [['__repr__', show] as const]),
    ...(on('frozen') ? refusals(cls, fields) : []),
    ...(on('order') ? comparisons(cls, fields) : []),
  ] as const) {
    if (!cls.attributes.entries.has(name)) cls.attributes.entries.set(name, { key: str(name), value });
  }
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
