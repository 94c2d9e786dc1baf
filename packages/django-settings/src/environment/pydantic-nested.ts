/** `DATABASE__HOST`: variables that give one value inside another, where the settings say what parts their names. */
import type { Machine } from '../evaluate/native.js';
import { emptyDict, type PyDict, type PyValue, str, stringKey } from '../evaluate/value.js';
import { type Filling, fromJson, placesOf } from './pydantic-lookup.js';
import { type ModelField, modelOf } from './pydantic-registry.js';
import { type FieldType, isComplex } from './pydantic-types.js';
import { folded } from './pydantic-variables.js';

/** The names of a source with a way to what they give. */
export interface Source {
  readonly names: readonly string[];
  readonly read: (name: string) => PyValue | undefined;
}

/** What the variables of such names give a field; raises a ValueError's words where one is no JSON: `'refused'`. */
export function nested(filling: Filling, field: ModelField, source: Source): PyDict | 'refused' {
  const { machine, delimiter, taking } = filling;
  const result = emptyDict();
  if (delimiter === '') return result;
  const prefixes = placesOf(filling, field).map(({ variable }) => `${variable}${delimiter}`);
  const isDict = field.type.kind === 'dict' && !field.type.bare;
  for (const name of source.names) {
    const prefix = prefixes.find((one) => name.startsWith(one));
    const value = prefix === undefined ? undefined : source.read(name);
    if (prefix === undefined || !value) continue;
    const keys = name.slice(prefix.length).split(delimiter);
    const last = keys.pop() ?? '';
    let target: FieldType | undefined = field.type;
    let place: PyValue = result;
    for (const key of keys) {
      target = inside(machine, filling, target, key);
      if (place.kind !== 'dict') continue;
      const known: PyValue | undefined = place.entries.get(stringKey(key))?.value;
      const next: PyValue = known ?? emptyDict();
      if (!known) place.entries.set(stringKey(key), { key: str(key), value: next });
      place = next;
    }
    const own = inside(machine, filling, target, folded(last, taking));
    const made = own || isDict ? decodedInside(machine, own, value) : value;
    if (made === 'refused') return 'refused';
    if (place.kind === 'dict') place.entries.set(stringKey(last), { key: str(last), value: made });
  }
  return result;
}

function decodedInside(machine: Machine, type: FieldType | undefined, value: PyValue): PyValue | 'refused' {
  const complex = type ? isComplex(type) : 'either';
  if (complex === 'no' || (value.kind === 'str' && value.value === '')) return value;
  if (complex === 'unknown')
    return machine.unknown('whether its variable is JSON hangs on a type that is not modelled');
  if (value.kind !== 'str') return machine.derive(value);
  return fromJson(machine, value) ?? (complex === 'either' ? value : 'refused');
}

/** The type of a name inside a type. */
function inside(machine: Machine, filling: Filling, type: FieldType | undefined, key: string): FieldType | undefined {
  if (!type) return undefined;
  if (type.kind === 'with') return inside(machine, filling, type.type, key);
  if (type.kind === 'either') {
    for (const one of type.types) {
      const found = inside(machine, filling, one, key);
      if (found) return found;
    }
    return undefined;
  }
  const model = type.kind === 'model' ? modelOf(machine, type.cls) : undefined;
  for (const field of model?.fields.values() ?? []) {
    const names = [field.name, ...placesOf(filling, field).map(({ written }) => written)];
    if (names.some((name) => folded(name, filling.taking) === folded(key, filling.taking))) return field.type;
  }
  return undefined;
}
