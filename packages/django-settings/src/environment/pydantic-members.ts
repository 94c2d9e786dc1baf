/** The methods that every model has, as far as they are modelled; what else it has is unknown rather than absent. */
import { dictOf } from '../evaluate/keys.js';
import { type Bound, type Machine, method, textOf } from '../evaluate/native.js';
import {
  iterator,
  list,
  none,
  notImplemented,
  type PyInstance,
  type PyValue,
  str,
  stringKey,
  tuple,
} from '../evaluate/value.js';
import { setFields } from './pydantic-make.js';
import { isOn, type Model, modelOf } from './pydantic-registry.js';

type Run = (machine: Machine, self: PyInstance, model: Model, args: Bound) => PyValue;

function on(name: string, signature: string, run: Run): PyValue {
  return method(
    `BaseModel.${name}`,
    `(self${signature})`,
    (machine, args) => {
      const self = args.get('self');
      const model = self.kind === 'instance' ? modelOf(machine, self.cls) : undefined;
      if (self.kind !== 'instance' || !model) return machine.unknown('it is not a plain model');
      return self.attributes.open && name !== '__setattr__'
        ? machine.derive(self.attributes.open)
        : run(machine, self, model, args);
    },
    { unknowns: 'accept' },
  );
}

const UNMODELLED =
  'model_fields model_computed_fields model_extra model_construct model_json_schema model_dump_json model_rebuild ' +
  'model_validate model_validate_json model_validate_strings model_parametrized_name construct copy from_orm json parse_file ' +
  'parse_obj parse_raw schema schema_json update_forward_refs validate __fields__ __fields_set__ __pydantic_fields__ ' +
  '__pydantic_extra__ __pydantic_private__ __signature__ __class_vars__ settings_customise_sources';

/** The members of `BaseModel`, but for `__init__`. */
export function modelMembers(machine: Machine): Readonly<Record<string, PyValue>> {
  const unmodelled = UNMODELLED.split(' ').map((name) => [
    name,
    machine.unknown(`\`${name}\` of pydantic is not modelled`),
  ]);
  const dump = (name: string) => on(name, ', **extra', (m, self, model, args) => dumped(m, self, model, args));
  return {
    ...Object.fromEntries(unmodelled),
    model_dump: dump('model_dump'),
    dict: dump('dict'),
    model_fields_set: propertyOf((m, self) => {
      const names = setFields(m).get(self);
      if (!names) return m.unknown('which fields of the model are given is not known', { type: 'set' });
      return m.call(m.builtin('set'), [list(names.map((name) => str(name)))]);
    }),
    model_copy: on('model_copy', ', *, update=, deep=', (m, self, _, args) => {
      if (args.some('deep')) return m.unknown('a deep copy of a model is not modelled');
      const copy = m.call(m.from('copy', 'copy'), [self]);
      const update = args.some('update');
      if (!update) return copy;
      if (copy.kind !== 'instance' || update.kind !== 'dict' || update.open || update.options)
        return m.unknown('what the copy is updated with is not known');
      for (const { key, value } of update.entries.values())
        if (key.kind === 'str') copy.attributes.entries.set(stringKey(key.value), { key, value });
      return copy;
    }),
    __iter__: on('__iter__', '', (m, self, model) =>
      iterator(
        'generator',
        [...model.fields.keys()].map((name) => tuple([str(name), m.getAttribute(self, name)])),
      ),
    ),
    __eq__: on('__eq__', ', other', (m, self, model, args) => {
      const other = args.get('other');
      if (other.kind !== 'instance' || other.cls !== self.cls) return notImplemented;
      const values = (one: PyInstance) => tuple([...model.fields.keys()].map((name) => m.getAttribute(one, name)));
      return m.compare('==', values(self), values(other));
    }),
    __repr__: on('__repr__', '', (m, self, model) => {
      const inner = shown(m, self, model, ', ');
      return inner === undefined
        ? m.unknown('how the model shows itself is not known', { type: 'str' })
        : str(`${self.cls.name}(${inner})`);
    }),
    __str__: on('__str__', '', (m, self, model) => {
      const inner = shown(m, self, model, ' ');
      return inner === undefined ? m.unknown('how the model shows itself is not known', { type: 'str' }) : str(inner);
    }),
    __setattr__: on('__setattr__', ', name, value', assign),
  };
}

function propertyOf(get: (machine: Machine, self: PyInstance) => PyValue): PyValue {
  return { kind: 'descriptor', type: 'property', get: on('property', '', (m, self) => get(m, self)) };
}

function shown(machine: Machine, self: PyInstance, model: Model, between: string): string | undefined {
  const names = [...model.fields.values()].flatMap(({ name, options }) => {
    const wanted = options.get('repr');
    return wanted?.kind === 'bool' && !wanted.value ? [] : [name];
  });
  const parts = [...names, ...model.computed].map((name) => {
    const text = textOf(machine.repr(machine.getAttribute(self, name)));
    return text === undefined ? undefined : `${name}=${text}`;
  });
  return parts.includes(undefined) || keepsMore(model) ? undefined : parts.join(between);
}

/** Whether instances keep what is no field. */
function keepsMore({ config }: Model): boolean {
  const extra = config.get('extra');
  return extra?.kind === 'str' && extra.value === 'allow';
}

function dumped(machine: Machine, self: PyInstance, model: Model, args: Bound): PyValue {
  const odd = [...args.extra].find(([name]) => name !== 'include' && name !== 'exclude');
  const marked = [...model.fields.values()].some(({ options }) => options.has('exclude'));
  if (odd || marked || model.ownWriting || keepsMore(model))
    return machine.unknown('how the model is written out is not modelled', { type: 'dict' });
  const [only, without] = [namesIn(args.extra.get('include')), namesIn(args.extra.get('exclude'))];
  if (only === 'unclear' || without === 'unclear')
    return machine.unknown('how the model is written out is not modelled', { type: 'dict' });
  const kept = [...model.fields.keys(), ...model.computed].filter(
    (name) => !without?.has(name) && (!only || only.has(name)),
  );
  return dictOf(kept.map((name) => [str(name), plainly(machine, machine.getAttribute(self, name))]));
}

/** The names that a set says; a dict of them says more than that. */
function namesIn(given: PyValue | undefined): ReadonlySet<string> | undefined | 'unclear' {
  if (!given || given.kind === 'none') return undefined;
  if (given.kind !== 'set' || given.open || given.options) return 'unclear';
  const names = [...given.entries.values()].map(textOf);
  return names.includes(undefined) ? 'unclear' : new Set(names.filter((name) => name !== undefined));
}

/** Models in what is written out are written out themselves. */
function plainly(machine: Machine, value: PyValue): PyValue {
  if (value.kind === 'list') return value.options ? value : list(value.items.map((item) => plainly(machine, item)));
  if (value.kind === 'tuple') return tuple(value.items.map((item) => plainly(machine, item)));
  if (value.kind === 'dict' && !value.open && !value.options && !value.cls)
    return dictOf([...value.entries.values()].map((entry) => [entry.key, plainly(machine, entry.value)]));
  return value.kind === 'instance' && modelOf(machine, value.cls) ? machine.invoke(value, 'model_dump') : value;
}

/** Only fields can be given another value, and those of a frozen model cannot. */
function assign(machine: Machine, self: PyInstance, model: Model, args: Bound): PyValue {
  const [name, value] = [textOf(args.get('name')) ?? '', args.get('value')];
  const plainlySet = () =>
    machine.call(machine.getAttribute(machine.builtin('object'), '__setattr__'), [self, str(name), value]);
  if (model.unmodelled || self.attributes.open) return plainlySet();
  if (name.startsWith('_')) return plainlySet();
  const own = model.cls.mro.map(({ attributes }) => attributes.entries.get(stringKey(name))?.value).find(Boolean);
  if (own?.kind === 'descriptor' && !model.fields.has(name)) return plainlySet();
  const frozen = isOn(machine, model.config.get('frozen'));
  const isOwn = model.fields.has(name) || keepsMore(model);
  if (frozen === false && isOwn && !model.fields.get(name)?.options.has('frozen')) return plainlySet();
  if (frozen === false && !isOwn && !own)
    return machine.raise('ValueError', `"${self.cls.name}" object has no field "${name}"`);
  machine.touch(self.attributes);
  self.attributes.open =
    self.attributes.open ?? machine.unknown(`whether \`${name}\` of the model can be assigned to is not modelled`);
  return none;
}
