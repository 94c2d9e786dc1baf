/** Which variables a field is looked for under, and what its text is taken for: a value as it is, or JSON. */
import { type Machine, textOf } from '../evaluate/native.js';
import { emptyDict, type PyDict, type PyValue, str, stringKey } from '../evaluate/value.js';
import { pydanticError } from './pydantic-errors.js';
import { aliasesOf, isOn, isPydantic, type ModelField, modelOf, takesNames } from './pydantic-registry.js';
import { type FieldType, isComplex } from './pydantic-types.js';
import { folded, type Taking } from './pydantic-variables.js';

/** How one settings object is filled. */
export interface Filling {
  readonly machine: Machine;
  readonly taking: Taking;
  readonly prefix: string;
  /** What parts the names of values inside values; empty for nothing. */
  readonly delimiter: string;
  readonly config: ReadonlyMap<string, PyValue>;
  /** Set where it is not known of some variable whether it counts as given. */
  readonly perhaps: { given: boolean };
}

/** The names of a field: its key among the values, and the variable, in the order in which they are tried. */
export function placesOf(
  { config, prefix, taking }: Filling,
  field: ModelField,
): readonly { readonly key: string; readonly variable: string; readonly written: string }[] {
  const aliases = aliasesOf(field);
  const place = (key: string, written: string) => ({ key, written, variable: folded(written, taking) });
  const byName =
    aliases && (aliases.length === 0 || takesNames(config)) ? [place(field.name, prefix + field.name)] : [];
  return [...(aliases ?? []).map((name) => place(name, name)), ...byName];
}

/** The text as the field has it before it is checked; `undefined` where it counts as nothing. */
export function decoded(filling: Filling, field: ModelField, text: PyValue, source: string): PyValue | undefined {
  const { machine } = filling;
  const complex = isComplex(field.type);
  if (complex === 'no' || !decodes(filling, field)) return text;
  if (complex === 'unknown')
    return machine.unknown('whether its variable is JSON hangs on a type that is not modelled');
  if (text.kind !== 'str') {
    if (complex === 'yes')
      machine.mayRaise(
        text,
        pydanticError(machine, 'SettingsError'),
        machine.derive(text, { type: 'str', truth: true }),
      );
    return machine.derive(text);
  }
  const made = fromJson(machine, text);
  if (made) return made.kind === 'none' ? undefined : made;
  if (complex === 'either') return text;
  const words = `error parsing value for field "${field.name}" from source "${source}"`;
  return machine.raise(pydanticError(machine, 'SettingsError'), words);
}

/** What JSON says; `undefined` where it is none. */
export function fromJson(machine: Machine, text: PyValue): PyValue | undefined {
  return machine.attempt<PyValue | undefined>(
    () => machine.call(machine.from('json', 'loads'), [text]),
    ['ValueError'],
    () => undefined,
  );
}

function decodes({ machine, config }: Filling, field: ModelField): boolean {
  const marked = (name: string) => field.about.some((one) => one.kind === 'class' && isPydantic(one, name));
  if (marked('NoDecode')) return false;
  const enabled = config.get('enable_decoding');
  return !enabled || isOn(machine, enabled) !== false || marked('ForceDecode');
}

/** The names inside a model's value, in the casing that the model has. */
export function recased(filling: Filling, type: FieldType, value: PyValue): PyValue {
  if (value.kind !== 'dict' || filling.taking.caseSensitive) return value;
  const named = type.kind === 'either' && type.types.length === 2 ? type.types[0] : type;
  const model = named?.kind === 'model' ? modelOf(filling.machine, named.cls) : undefined;
  if (!model) return value;
  const made = emptyDict();
  for (const { key, value: content } of value.entries.values()) {
    const name = textOf(key);
    const found = [...model.fields.values()].find(
      (field) =>
        !field.options.has('validation_alias') &&
        !field.options.has('alias') &&
        field.name.toLowerCase() === name?.toLowerCase(),
    );
    if (name === undefined) return value;
    const [as, inner] = found
      ? [found.name, found.type.kind === 'model' ? recased(filling, found.type, content) : content]
      : [name, content];
    made.entries.set(stringKey(as), { key: str(as), value: inner });
  }
  return made;
}

/** One dict over another: what both have as dicts is put together, the rest replaced. */
export function merged(below: PyDict, above: PyDict): PyDict {
  const made = { ...emptyDict(), entries: new Map(below.entries) };
  for (const [key, entry] of above.entries) {
    const known = made.entries.get(key)?.value;
    const value = known?.kind === 'dict' && entry.value.kind === 'dict' ? merged(known, entry.value) : entry.value;
    made.entries.set(key, { key: entry.key, value });
  }
  return made;
}
