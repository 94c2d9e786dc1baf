/** What a settings class is filled with: what it is called with, the environment, its files, one over the other. */
import type { Origin } from '../evaluate/origin.js';
import { emptyDict, none, type PyDict, type PyUnknown, type PyValue, str, stringKey } from '../evaluate/value.js';
import { noteVariable } from './files.js';
import { type Asking, readVariable } from './process.js';
import { pydanticError } from './pydantic-errors.js';
import { decoded, type Filling, merged, placesOf, recased } from './pydantic-lookup.js';
import { nested, type Source } from './pydantic-nested.js';
import { keysOf, type Model, type ModelField, modelOf, takesNames } from './pydantic-registry.js';
import { apart } from './pydantic-trail.js';
import { isComplex } from './pydantic-types.js';
import { type FiledVariables, openProcess, processNames, shownName } from './pydantic-variables.js';

/** The values by name, and why some of them are not known. */
export interface Filled {
  readonly data: PyDict;
  readonly why: PyUnknown | undefined;
  /** What each field came of. */
  readonly trails: ReadonlyMap<string, Origin>;
}

/** Everything that a settings object is made of. */
export function fillings(filling: Filling, model: Model, given: PyDict, files: FiledVariables): Filled {
  const trails = new Map<string, Origin>();
  const environment = fromEnvironment(filling, model, given, files, trails);
  const filed = fromFiles(filling, model, files, trails);
  const why = files.why ?? openProcess(filling.machine);
  return { data: merged(filed, merged(environment, given)), why, trails };
}

function put(dict: PyDict, key: string, value: PyValue): void {
  dict.entries.set(stringKey(key), { key: str(key), value });
}

function fromEnvironment(
  filling: Filling,
  model: Model,
  given: PyDict,
  files: FiledVariables,
  trails: Map<string, Origin>,
): PyDict {
  const data = emptyDict();
  const names = processNames(filling.machine, filling.taking);
  const source: Source = {
    names: [...names.keys()],
    read: (name) => readOne(filling, names.get(name) ?? [name], 'supplied', undefined, undefined),
  };
  const read = (field: ModelField): void => {
    const places = placesOf(filling, field);
    const elsewhere = places.some(({ key, variable }) => given.entries.has(stringKey(key)) || files.all.has(variable));
    const [first] = places;
    if (!first) return;
    const present = places.filter(({ variable }) => names.has(variable));
    const prefixes = filling.delimiter === '' ? [] : places.map(({ variable }) => variable + filling.delimiter);
    const inParts = [...names.keys(), ...files.all.keys()].some((name) => prefixes.some((one) => name.startsWith(one)));
    const otherwise = field.options.get('default') ?? (field.options.has('default_factory') ? none : undefined);
    const how: Asking = elsewhere || inParts ? 'supplied' : otherwise ? 'defaulted' : 'required';
    if (how === 'required' && present.length === 0 && partly(filling, field)) {
      const parts = requiredParts(filling, field, first.written);
      if (parts) put(data, first.key, parts);
      if (parts) return;
    }
    let text: PyValue | undefined;
    // Where none gives a value, the last is the one that counts as looked at.
    let key = places.at(-1)?.key ?? first.key;
    for (const place of present.length > 0 ? present : [first]) {
      const written = names.get(place.variable) ?? [shownName(place.written, filling.taking)];
      text = readOne(filling, written, how, field, otherwise);
      if (!text) continue;
      key = place.key;
      break;
    }
    const value = prepared(filling, field, text, source, 'EnvSettingsSource');
    if (value) put(data, keyFor(filling, field, key), recased(filling, field.type, value));
  };
  for (const field of model.fields.values()) apart(filling.machine, trails, field.name, () => read(field));
  return data;
}

/** The key that a value gets: the first of the field's, but its name where it came by that and names are taken. */
function keyFor(filling: Filling, field: ModelField, key: string): string {
  if (key === field.name && takesNames(filling.config)) return key;
  return placesOf(filling, field)[0]?.key ?? key;
}

/** Whether the field is a model whose parts have variables of their own. */
function partly({ delimiter, machine }: Filling, { type }: ModelField): boolean {
  return (
    delimiter !== '' && type.kind === 'model' && !machine.environment.closed && modelOf(machine, type.cls) !== undefined
  );
}

/** What an operator gives a model that the settings do not start without. */
function requiredParts(filling: Filling, field: ModelField, written: string): PyDict | undefined {
  const model = field.type.kind === 'model' ? modelOf(filling.machine, field.type.cls) : undefined;
  if (!model || model.unmodelled) return undefined;
  const parts = emptyDict();
  for (const part of model.fields.values()) {
    const keys = keysOf(part, model.config);
    const name = `${written}${filling.delimiter}${keys?.[0] ?? part.name}`;
    const otherwise = part.options.get('default') ?? (part.options.has('default_factory') ? none : undefined);
    if (!otherwise && partly(filling, part)) {
      const inner = requiredParts(filling, part, name);
      if (inner) put(parts, keys?.[0] ?? part.name, inner);
      continue;
    }
    const how: Asking = otherwise ? 'defaulted' : 'required';
    const text = readOne(filling, [shownName(name, filling.taking)], how, part, otherwise);
    if (text) put(parts, keys?.[0] ?? part.name, isComplex(part.type) === 'no' ? text : filling.machine.derive(text));
  }
  return parts;
}

/** The text of a variable; an unknown where it hangs on a condition whether it is set; `undefined` where it is not. */
function readOne(
  { machine, taking, perhaps }: Filling,
  names: readonly string[],
  how: Asking,
  field: ModelField | undefined,
  otherwise: PyValue | undefined,
): PyValue | undefined {
  const [name] = names;
  if (name === undefined) return undefined;
  if (names.length > 1)
    return machine.unknown(
      `\`${names.join('` and `')}\` are the same variable here, and which comes last is not known`,
    );
  const found: (PyValue | undefined)[] = [];
  const read = {
    name,
    required: how === 'required',
    ...(field ? { cast: castOf(field) } : {}),
    ...(otherwise ? { default: otherwise } : {}),
  };
  readVariable(machine, read, how, (value) => {
    found.push(value);
    return none;
  });
  const [value] = found;
  if (found.length !== 1) {
    perhaps.given = true;
    return machine.unknown(`whether \`${name}\` is given is not known`, { variables: [name] });
  }
  if (!taking.ignoreEmpty || !value) return value;
  if (value.kind === 'str') return value.value === '' ? undefined : value;
  if (value.kind !== 'unknown' || value.truth) return value;
  // An empty one counts as none, and leaves the field to the files and the default.
  perhaps.given = true;
  return machine.derive(value);
}

function castOf({ type }: ModelField): string {
  if (type.kind === 'either') {
    const others = type.types.filter(({ kind }) => kind !== 'none');
    if (others.length === 1 && others[0]) return castOf({ type: others[0] } as ModelField);
  }
  if (type.kind === 'enum' || type.kind === 'model') return type.cls.name;
  const names: Readonly<Record<string, string>> = { secret: 'SecretStr', path: 'Path', literal: 'str', fixed: 'tuple' };
  return names[type.kind] ?? (['either', 'any', 'none', 'unmodelled', 'with'].includes(type.kind) ? 'str' : type.kind);
}

function prepared(
  filling: Filling,
  field: ModelField,
  text: PyValue | undefined,
  source: Source,
  name: string,
): PyValue | undefined {
  if (isComplex(field.type) === 'no') return text;
  const value = text && text.kind !== 'none' ? decoded(filling, field, text, name) : undefined;
  if (text && text.kind !== 'none' && value?.kind !== 'dict') return value;
  const parts = nested(filling, field, source);
  if (parts === 'refused') {
    const words = `error parsing value for field "${field.name}" from source "${name}"`;
    return filling.machine.raise(pydanticError(filling.machine, 'SettingsError'), words);
  }
  if (value?.kind === 'dict') return merged(value, parts);
  return parts.entries.size > 0 ? parts : undefined;
}

function fromFiles(filling: Filling, model: Model, files: FiledVariables, trails: Map<string, Origin>): PyDict {
  const { machine } = filling;
  const data = emptyDict();
  const value = (name: string): PyValue | undefined => {
    const found = files.all.get(name);
    if (found?.path !== undefined) noteVariable(machine, found.path, found.name);
    return found?.value.kind === 'none' ? undefined : found?.value;
  };
  const source: Source = { names: [...files.all.keys()], read: value };
  const variables = new Set<string>();
  const heads: string[] = [];
  for (const field of model.fields.values()) {
    const places = placesOf(filling, field);
    for (const { variable } of places) {
      variables.add(variable);
      if (isComplex(field.type) !== 'no') heads.push(variable);
    }
    const found = places.find(({ variable }) => (files.all.get(variable)?.value ?? none).kind !== 'none');
    const made = apart(machine, trails, field.name, () =>
      prepared(filling, field, found && value(found.variable), source, 'DotEnvSettingsSource'),
    );
    if (made)
      put(data, keyFor(filling, field, found?.key ?? places.at(-1)?.key ?? ''), recased(filling, field.type, made));
  }
  const extra = filling.config.get('extra');
  const forbids = extra === undefined || (extra.kind === 'str' && extra.value === 'forbid');
  for (const [name, { value: text }] of files.all) {
    if (machine.truth(text) === 'no' || data.entries.has(stringKey(name))) continue;
    if (variables.has(name) || heads.some((head) => name.startsWith(head))) continue;
    const short = !forbids && name.startsWith(filling.prefix);
    put(data, short ? name.slice(filling.prefix.length) : name, text);
  }
  return data;
}
