/** The fields of a data class, as its annotations and those of its bases give them, and what CPython refuses of them. */
import { pythonAtLeast } from '../../environment/surroundings.js';
import { keyOf } from '../keys.js';
import type { Machine } from '../native.js';
import { type PyClass, type PyInstance, type PyValue, stringKey } from '../value.js';
import { type DataField, notedFields } from './dataclass-tools.js';
import { wordsSince } from './words-since.js';

/** Whether a value is what `field(…)` gave. */
function isField(value: PyValue | undefined): value is PyInstance {
  return value?.kind === 'instance' && value.cls.name === 'Field' && value.cls.module === 'dataclasses';
}

/** Those of the data classes it comes from, then its own; `undefined` where they are not known. What other bases annotate is no field. */
export function fieldsOf(machine: Machine, cls: PyClass, kwOnly: boolean): readonly DataField[] | undefined {
  const fields = new Map<string, DataField>();
  for (const base of cls.mro.slice(1).reverse()) for (const one of notedFields(base)) fields.set(one.name, one);
  const given = cls.attributes.entries.get(stringKey('__annotations__'))?.value;
  if (given && given.kind !== 'dict' && given.kind !== 'none') {
    const shown = machine.repr(cls);
    if (machine.doubt(given) || shown.kind !== 'str') return undefined;
    if (machine.python && machine.python[1] < 13) machine.getAttribute(given, 'items');
    const words = `${shown.value}.__annotations__ is neither a dict nor None`;
    machine.raise('ValueError', wordsSince(machine, 13, words));
  }
  const annotations = given?.kind === 'dict' ? [...given.entries.values()] : [];
  let onlyByName = kwOnly;
  const own = new Set<string>();
  for (const { key, value: annotation } of annotations) {
    if (key.kind !== 'str') {
      if (machine.doubt(key)) return undefined;
      machine.raise('TypeError', `attribute name must be string, not '${machine.typeName(key)}'`);
      continue;
    }
    own.add(key.value);
    if (says(annotation, 'InitVar')) return undefined;
    if (says(annotation, 'KW_ONLY')) onlyByName = true;
    else if (!says(annotation, 'ClassVar')) fields.set(key.value, ownField(machine, cls, key.value, onlyByName));
  }
  for (const { key, value } of cls.attributes.entries.values())
    if (isField(value) && key.kind === 'str' && !own.has(key.value))
      machine.raise('TypeError', `'${key.value}' is a field but has no type annotation`);
  return [...fields.values()];
}

/** Whether an annotation is that of the library, also where it is a text. */
function says(annotation: PyValue, name: string): boolean {
  if (annotation.kind === 'str') return new RegExp(`^\\s*(?:\\w+\\s*\\.)?\\s*${name}\\b`, 'u').test(annotation.value);
  if (annotation.kind === 'instance') return annotation.cls.name === `_${name}_TYPE`;
  return annotation.kind === 'unknown' && new RegExp(`\\b${name}\\b`, 'u').test(annotation.symbol ?? annotation.why);
}

function ownField(machine: Machine, cls: PyClass, name: string, kwOnly: boolean): DataField {
  const given = cls.attributes.entries.get(stringKey(name))?.value;
  const options = isField(given) ? (given.payload as ReadonlyMap<string, PyValue>) : undefined;
  const value = options ? options.get('default') : given;
  const holds = ['list', 'dict', 'set'].includes(value?.kind ?? '');
  if (value && (holds || (value.kind === 'instance' && pythonAtLeast(machine, 11))) && 'unhashable' in keyOf(value)) {
    const type = machine.repr(machine.typeOf(value));
    const words = `for field ${name} is not allowed: use default_factory`;
    machine.raise('ValueError', type.kind === 'str' ? `mutable default ${type.value} ${words}` : type);
  }
  const on = (option: string): boolean => {
    const given = options?.get(option);
    return !given || machine.truth(given) !== 'no';
  };
  return {
    name,
    value,
    factory: options?.get('default_factory'),
    init: on('init'),
    shown: on('repr'),
    compared: on('compare'),
    kwOnly: options?.has('kw_only') ? on('kw_only') : kwOnly,
  };
}

/** The parameters of `__init__` after `self`, those that are given by name alone last. */
export function parametersOf(machine: Machine, fields: readonly DataField[]): readonly string[] {
  const asked = fields.filter(({ init }) => init);
  const hasDefault = ({ value, factory }: DataField) => value !== undefined || factory !== undefined;
  let seen: DataField | undefined;
  for (const field of asked.filter(({ kwOnly }) => !kwOnly)) {
    if (hasDefault(field)) seen = field;
    else if (seen) {
      const words = `non-default argument '${field.name}' follows default argument '${seen.name}'`;
      machine.raise('TypeError', wordsSince(machine, 13, words));
    }
  }
  const shown = (field: DataField) => (hasDefault(field) ? `${field.name}=` : field.name);
  const byName = asked.filter(({ kwOnly }) => kwOnly).map(shown);
  return [...asked.filter(({ kwOnly }) => !kwOnly).map(shown), ...(byName.length > 0 ? ['*', ...byName] : [])];
}
