/** What is known of each class that pydantic makes: its fields, its configuration, and the functions that check values. */
import type { Machine } from '../evaluate/native.js';
import type { PyClass, PyUnknown, PyValue } from '../evaluate/value.js';
import type { FieldType } from './pydantic-types.js';

/** One field of a model. */
export interface ModelField {
  readonly name: string;
  readonly type: FieldType;
  /** What `Field(…)` was given, in the annotation and as the default. */
  readonly options: ReadonlyMap<string, PyValue>;
  /** What stands beside the type in `Annotated`. */
  readonly about: readonly PyValue[];
}

/** A function of the class that checks or changes values. */
export interface Checker {
  /** The name of the class that it has. */
  readonly name: string;
  readonly kind: 'field' | 'model';
  readonly mode: string;
  /** The fields that it is for, `*` for all. */
  readonly fields: readonly string[];
  readonly old: boolean;
}

/** A model. */
export interface Model {
  readonly cls: PyClass;
  /** Whether it takes its values from the environment. */
  readonly settings: boolean;
  readonly fields: ReadonlyMap<string, ModelField>;
  readonly config: ReadonlyMap<string, PyValue>;
  readonly checkers: readonly Checker[];
  readonly privates: ReadonlyMap<string, PyValue>;
  /** Properties that count as fields where the model is written out. */
  readonly computed: readonly string[];
  /** Whether functions of the class say how it is written out. */
  readonly ownWriting: boolean;
  /** Why what its instances hold is not known. */
  readonly unmodelled: PyUnknown | undefined;
}

function models(machine: Machine): WeakMap<PyClass, Model> {
  return machine.once('pydantic.models', () => new WeakMap<PyClass, Model>());
}

/** What is known of a model; `undefined` for any other class. */
export function modelOf(machine: Machine, cls: PyClass): Model | undefined {
  return models(machine).get(cls);
}

/** Note a model, once its class is made. */
export function noteModel(machine: Machine, model: Model): void {
  models(machine).set(model.cls, model);
}

/** Whether a class is the one of that name of pydantic or pydantic-settings. */
export function isPydantic({ module, name }: PyClass, wanted: string): boolean {
  return name === wanted && /^pydantic(?:_settings)?\b/u.test(module);
}

/** The aliases of a field: none, several, or `undefined` where they are not modelled. */
export function aliasesOf({ options }: ModelField): readonly string[] | undefined {
  const [wanted, other] = [options.get('validation_alias'), options.get('alias')];
  const alias = wanted && wanted.kind !== 'none' ? wanted : other;
  return !alias || alias.kind === 'none' ? [] : namesOf(alias);
}

/** Whether the name of a field will do beside its aliases. */
export function takesNames(config: ReadonlyMap<string, PyValue>): boolean {
  return ['populate_by_name', 'validate_by_name'].some((one) => {
    const given = config.get(one);
    return given?.kind === 'bool' && given.value;
  });
}

/** The names that a field's value may have among the values of its model, the first of them for messages. */
export function keysOf(field: ModelField, config: ReadonlyMap<string, PyValue>): readonly string[] | undefined {
  const aliases = aliasesOf(field);
  if (!aliases || aliases.length === 0) return aliases && [field.name];
  return takesNames(config) ? [...aliases, field.name] : aliases;
}

function namesOf(alias: PyValue): readonly string[] | undefined {
  if (alias.kind === 'str') return [alias.value];
  if (alias.kind !== 'instance' || !isPydantic(alias.cls, 'AliasChoices')) return undefined;
  const choices = alias.payload as readonly PyValue[];
  const names = choices.flatMap((one) => (one.kind === 'str' ? [one.value] : []));
  return names.length === choices.length && names.length > 0 ? names : undefined;
}

/** Whether an option of the configuration is on; `undefined` where that is not known. */
export function isOn(machine: Machine, value: PyValue | undefined): boolean | undefined {
  if (!value) return false;
  const truth = machine.truth(value);
  return truth === 'maybe' ? undefined : truth === 'yes';
}
