/** What `dataclasses` tells of a data class, and what it makes of its instances. */
import { pythonAtLeast } from '../../environment/surroundings.js';
import { dictOf } from '../keys.js';
import { fn, instance, type Machine } from '../native.js';
import { bool, list, type PyClass, type PyInstance, type PyValue, record, str, stringKey, tuple } from '../value.js';

const FIELDS = '__dataclass_fields__';

/** One field, with what it has where the call gives nothing. */
export interface DataField {
  readonly name: string;
  readonly value: PyValue | undefined;
  readonly factory: PyValue | undefined;
  /** Whether it is a parameter of `__init__`. */
  readonly init: boolean;
  /** Whether `repr` and `==` regard it. */
  readonly shown: boolean;
  readonly compared: boolean;
  /** Whether `__init__` takes it by name alone. */
  readonly kwOnly: boolean;
}

/** Let a class know its fields, as `@dataclass` does. */
export function noteFields(cls: PyClass, field: PyClass, fields: readonly DataField[]): void {
  const made = fields.map((one) => [str(one.name), instance(field, one, record({ name: str(one.name) }))] as const);
  cls.attributes.entries.set(stringKey(FIELDS), { key: str(FIELDS), value: dictOf(made) });
}

/** The fields that a data class was noted to have; none where it is no data class. */
export function notedFields(cls: PyClass): readonly DataField[] {
  const known = cls.attributes.entries.get(stringKey(FIELDS))?.value;
  const fields = known?.kind === 'dict' ? [...known.entries.values()].map(({ value }) => value) : [];
  return fields.flatMap((one) => (one.kind === 'instance' ? [one.payload as DataField] : []));
}

/** Whether a class itself was made a data class, of fields or of none. */
export const isDataClass = ({ attributes }: PyClass): boolean => attributes.entries.has(stringKey(FIELDS));

/** The functions of the module. */
export function dataclassTools(): Readonly<Record<string, PyValue>> {
  return {
    is_dataclass: fn('dataclasses.is_dataclass', '(obj)', (m, args) => {
      const given = args.get('obj');
      const [cls, names] = [classOf(m, given), fieldNames(m, given)];
      return names || !cls?.mro.some(({ open }) => open)
        ? bool(names !== undefined)
        : m.derive(given, { type: 'bool' });
    }),
    fields: fn('dataclasses.fields', '(class_or_instance)', (m, args) => {
      const found = fieldsOf(m, args.get('class_or_instance'));
      return found ? tuple(found) : m.raise('TypeError', 'must be called with a dataclass type or instance');
    }),
    asdict: fn('dataclasses.asdict', '(obj, *, dict_factory=)', (m, args) =>
      args.some('dict_factory')
        ? m.unknown('`dict_factory` is not modelled')
        : isInstanceWithFields(m, args.get('obj'))
          ? plain(m, args.get('obj'), 'dict')
          : m.raise('TypeError', 'asdict() should be called on dataclass instances'),
    ),
    astuple: fn('dataclasses.astuple', '(obj)', (m, args) =>
      isInstanceWithFields(m, args.get('obj'))
        ? plain(m, args.get('obj'), 'tuple')
        : m.raise('TypeError', 'astuple() should be called on dataclass instances'),
    ),
    replace: fn('dataclasses.replace', '(obj, **extra)', (m, args) => {
      const given = args.get('obj');
      if (given.kind !== 'instance' || !isInstanceWithFields(m, given))
        return m.raise('TypeError', 'replace() should be called on dataclass instances');
      for (const { name, init } of notedFields(given.cls))
        if (!init && args.extra.has(name)) {
          const words = `field ${name} is declared with init=False, it cannot be specified with replace()`;
          m.raise(pythonAtLeast(m, 13) ? 'TypeError' : 'ValueError', words);
        }
      const kept = notedFields(given.cls).filter(({ name, init }) => init && !args.extra.has(name));
      const values = kept.map(({ name }) => [name, m.getAttribute(given, name)] as const);
      return m.call(given.cls, [], new Map([...values, ...args.extra]));
    }),
  };
}

/** `repr` of an instance: its class and the fields with their values. */
export function textOfFields(machine: Machine, self: PyInstance, names: readonly string[]): PyValue {
  const texts = names.map((name) => machine.repr(machine.getAttribute(self, name)));
  const doubt = texts.find((text) => text.kind !== 'str');
  if (doubt) return machine.derive(doubt, { type: 'str', truth: true });
  const parts = texts.map((text, index) => `${names[index]}=${text.kind === 'str' ? text.value : ''}`);
  return str(`${self.cls.qualname}(${parts.join(', ')})`);
}

function classOf(machine: Machine, value: PyValue): PyClass | undefined {
  const cls = value.kind === 'class' ? value : machine.typeOf(value);
  return cls.kind === 'class' ? cls : undefined;
}

function fieldsOf(machine: Machine, value: PyValue): readonly PyValue[] | undefined {
  for (const cls of classOf(machine, value)?.mro ?? []) {
    const known = cls.attributes.entries.get(stringKey(FIELDS))?.value;
    if (known?.kind === 'dict') return [...known.entries.values()].map((entry) => entry.value);
  }
  return undefined;
}

function fieldNames(machine: Machine, value: PyValue): readonly string[] | undefined {
  return fieldsOf(machine, value)?.map((field) => {
    const name = machine.getAttribute(field, 'name');
    return name.kind === 'str' ? name.value : '';
  });
}

function isInstanceWithFields(machine: Machine, value: PyValue): boolean {
  return value.kind === 'instance' && fieldNames(machine, value) !== undefined;
}

/** The same values in plain containers, data classes and what is inside of them made into dicts or tuples. */
function plain(machine: Machine, value: PyValue, how: 'dict' | 'tuple'): PyValue {
  machine.spend(1);
  const inside = (one: PyValue): PyValue => plain(machine, one, how);
  if (value.kind === 'instance') {
    const names = fieldNames(machine, value);
    if (!names) return copied(machine, value);
    const values = names.map((name) => inside(machine.getAttribute(value, name)));
    return how === 'tuple' ? tuple(values) : dictOf(values.map((one, index) => [str(names[index] ?? ''), one]));
  }
  if (value.kind === 'list') return value.options ? machine.derive(value) : list(value.items.map(inside));
  if (value.kind === 'tuple' && !value.cls) return tuple(value.items.map(inside));
  if (value.kind !== 'dict' || value.cls) return copied(machine, value);
  if (value.options || value.open) return machine.derive(value);
  return dictOf([...value.entries.values()].map((entry) => [inside(entry.key), inside(entry.value)]));
}

function copied(machine: Machine, value: PyValue): PyValue {
  return machine.call(machine.from('copy', 'deepcopy'), [value]);
}
