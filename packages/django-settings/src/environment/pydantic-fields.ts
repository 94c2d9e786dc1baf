/** The fields of a model: what it and its bases annotate, with the defaults that stand beside. */
import { findInMro } from '../evaluate/mro.js';
import type { Machine } from '../evaluate/native.js';
import { type PyClass, type PyUnknown, type PyValue, stringKey } from '../evaluate/value.js';
import { type WrittenType, writtenType } from '../evaluate/written-types.js';
import { fieldOptions } from './pydantic-markers.js';
import { isPydantic, type ModelField, modelOf } from './pydantic-registry.js';
import { type FieldType, fieldType } from './pydantic-types.js';

/** The names that a class body annotates, in their order. */
export function annotationsOf(cls: PyClass): readonly string[] {
  const given = cls.attributes.entries.get(stringKey('__annotations__'))?.value;
  if (given?.kind !== 'dict') return [];
  return [...given.entries.values()].flatMap(({ key }) => (key.kind === 'str' ? [key.value] : []));
}

/** Whether a name is annotated with that word of `typing`. */
export function says(machine: Machine, cls: PyClass, name: string, word: string): boolean {
  const type = writtenType(machine, cls.attributes, name);
  return type !== undefined && isWord(type, word);
}

function isWord(type: WrittenType, word: string): boolean {
  const value = type.kind === 'of' ? type.origin : type.kind === 'plain' ? type.value : undefined;
  return value?.kind === 'unknown' && new RegExp(`^typing(?:_extensions)?\\.${word}$`, 'u').test(value.symbol ?? '');
}

/** Every field, those of the remotest base first. Their defaults are no attributes of the class any more. */
export function collectFields(
  machine: Machine,
  cls: PyClass,
  doubt: (why: string | PyUnknown) => void,
): ReadonlyMap<string, ModelField> {
  const inherited = new Map<string, ModelField>();
  for (const base of [...cls.bases].reverse())
    for (const [name, field] of (base.kind === 'class' ? modelOf(machine, base)?.fields : undefined) ?? [])
      inherited.set(name, field);
  const annotated = new Map<string, PyClass>();
  for (const one of [...cls.mro].reverse()) for (const name of annotationsOf(one)) annotated.set(name, one);
  const fields = new Map<string, ModelField>();
  const own = new Set(annotationsOf(cls));
  machine.touch(cls.attributes);
  for (const [name, owner] of annotated) {
    if (name === 'model_config' || name.startsWith('_') || says(machine, owner, name, 'ClassVar')) continue;
    const found = findInMro(cls.mro, name);
    const field = inherited.get(name);
    if (!found && field && !own.has(name)) {
      fields.set(name, field);
      continue;
    }
    const value = found?.entry.value;
    if (says(machine, owner, name, 'Final')) doubt(`the field \`${name}\` is final, which is not modelled`);
    const isBase = found && ['BaseModel', 'BaseSettings'].some((base) => isPydantic(found.cls, base));
    if (isBase || value?.kind === 'function' || value?.kind === 'descriptor' || value?.kind === 'native')
      doubt(`the field \`${name}\` has the name of a method`);
    if (found?.cls === cls) cls.attributes.entries.delete(stringKey(name));
    fields.set(name, fieldOf(machine, owner, name, value));
  }
  return fields;
}

function fieldOf(machine: Machine, owner: PyClass, name: string, value: PyValue | undefined): ModelField {
  const written = writtenType(machine, owner.attributes, name);
  const isModel = (one: PyClass) => modelOf(machine, one) !== undefined;
  const why = machine.unknown(`the annotation of \`${name}\` is not evaluated`);
  let type: FieldType = written ? fieldType(machine, written, isModel) : { kind: 'unmodelled', why, text: false };
  const about: PyValue[] = [];
  while (type.kind === 'with') {
    about.unshift(...type.about);
    type = type.type;
  }
  const options = new Map<string, PyValue>();
  for (const one of about) for (const [option, given] of fieldOptions(one) ?? []) options.set(option, given);
  const own = fieldOptions(value);
  if (own) for (const [option, given] of own) options.set(option, given);
  else if (value) options.set('default', value);
  if (own?.has('default') || (value && !own)) options.delete('default_factory');
  if (own?.has('default_factory')) options.delete('default');
  if (options.get('default')?.kind === 'special') options.delete('default');
  const odd = [...options.keys()].find((option) => UNMODELLED.has(option));
  if (odd !== undefined)
    type = { kind: 'unmodelled', why: machine.unknown(`\`${odd}=\` of \`Field\` is not modelled`), text: true };
  return { name, type, options, about: about.filter((one) => !fieldOptions(one)) };
}

const UNMODELLED = new Set([
  'discriminator',
  'strict',
  'coerce_numbers_to_str',
  'union_mode',
  'fail_fast',
  'regex',
  'const',
]);
