/** How a model is made of named values: each field its own, the defaults of the others, and what is too much. */
import { keyOf } from '../evaluate/keys.js';
import type { Machine } from '../evaluate/native.js';
import {
  none,
  type PyClass,
  type PyDict,
  type PyInstance,
  type PyUnknown,
  type PyValue,
  str,
  stringKey,
} from '../evaluate/value.js';
import { refusable, validateAbout, validateField } from './pydantic-checkers.js';
import type { Problem } from './pydantic-errors.js';
import { isMarker } from './pydantic-markers.js';
import { isOn, keysOf, type Model, type ModelField, modelOf } from './pydantic-registry.js';
import { type Place, unsure, type Validation } from './pydantic-validate.js';

/** A validation with nothing found yet. */
export function beginValidation(
  machine: Machine,
): Validation & { readonly problems: Problem[]; readonly unsure: PyUnknown[] } {
  return { machine, problems: [], unsure: [], model: validateModel, about: validateAbout };
}

/** Fill an instance from values by name; problems are noted, and say that it is not made. */
export function fill(one: Validation, model: Model, self: PyInstance, data: PyDict, at: Place): void {
  const { machine } = one;
  const given = beforeAll(one, model, data, at);
  if (!given) return;
  if (given.kind !== 'dict' || given.open || given.options) {
    openUp(machine, self, unsure(one, machine.unknown('what the model is made of is not known')));
    return;
  }
  const used = new Set<string>();
  const made = new Map<string, PyValue>();
  const before = one.problems.length;
  const present: string[] = [];
  for (const field of model.fields.values()) {
    const value = fieldValue(one, model, field, given, at, used, made, present);
    if (value) made.set(field.name, value);
  }
  const extra = takeExtra(one, model, given, at, used);
  if (one.problems.length > before) return;
  machine.touch(self.attributes);
  const put = (name: string, value: PyValue) => self.attributes.entries.set(stringKey(name), { key: str(name), value });
  for (const [name, value] of [...made, ...extra]) put(name, value);
  for (const [name, value] of model.privates) {
    const own = privateValue(machine, value);
    if (own) put(name, own);
  }
  noteSet(machine, self, [...present, ...extra.keys()]);
  if (machine.findAttribute(self, 'model_post_init')?.kind === 'method') machine.invoke(self, 'model_post_init', none);
  afterAll(one, model, self, given, at);
}

/** The fields that an instance was given, rather than their defaults. */
export function setFields(machine: Machine): WeakMap<PyInstance, readonly string[]> {
  return machine.once('pydantic.fields_set', () => new WeakMap());
}

function noteSet(machine: Machine, self: PyInstance, names: readonly string[]): void {
  setFields(machine).set(self, names);
}

function openUp(machine: Machine, self: PyInstance, why: PyUnknown): void {
  machine.touch(self.attributes);
  self.attributes.open = self.attributes.open ?? why;
}

function fieldValue(
  one: Validation,
  model: Model,
  field: ModelField,
  data: PyDict,
  at: Place,
  used: Set<string>,
  soFar: ReadonlyMap<string, PyValue>,
  present: string[],
): PyValue | undefined {
  const { machine } = one;
  const keys = keysOf(field, model.config);
  if (!keys) return unsure(one, machine.unknown(`the alias of \`${field.name}\` is not modelled`));
  const key = keys.find((name) => data.entries.has(stringKey(name)));
  if (key !== undefined) {
    used.add(key);
    present.push(field.name);
    const value = data.entries.get(stringKey(key))?.value ?? none;
    return validateField(one, model, field, value, [...at, key], soFar);
  }
  const factory = field.options.get('default_factory');
  const written = field.options.get('default');
  if (!factory && !written) {
    one.problems.push({ at: [...at, keys[0] ?? field.name], type: 'missing', words: 'Field required', input: data });
    return undefined;
  }
  const value = factory
    ? fromFactory(machine, factory)
    : machine.call(machine.from('copy', 'deepcopy'), [written ?? none]);
  const wanted = field.options.get('validate_default') ?? model.config.get('validate_default');
  const checks = wanted ? isOn(machine, wanted) : model.settings;
  if (checks === undefined) return unsure(one, machine.unknown('whether defaults are checked is not known'));
  return checks ? validateField(one, model, field, value, [...at, field.name], soFar) : value;
}

function fromFactory(machine: Machine, factory: PyValue): PyValue {
  const parameters =
    factory.kind === 'function' ? (factory.body as { parameters?: readonly unknown[] }).parameters : [];
  if ((parameters ?? []).length > 0)
    return machine.unknown('a factory of defaults that looks at other fields is not followed');
  return machine.call(factory);
}

function privateValue(machine: Machine, value: PyValue): PyValue | undefined {
  if (!isMarker(value, 'ModelPrivateAttr')) return machine.call(machine.from('copy', 'deepcopy'), [value]);
  const options = value.payload as ReadonlyMap<string, PyValue>;
  const factory = options.get('default_factory');
  if (factory && factory.kind !== 'none') return machine.call(factory);
  const written = options.get('default');
  return written && written.kind !== 'special' ? machine.call(machine.from('copy', 'deepcopy'), [written]) : undefined;
}

/** What no field takes: forbidden, kept or left out. */
function takeExtra(
  one: Validation,
  model: Model,
  data: PyDict,
  at: Place,
  used: ReadonlySet<string>,
): ReadonlyMap<string, PyValue> {
  const { machine } = one;
  const said = model.config.get('extra');
  const what =
    said === undefined || said.kind === 'none'
      ? model.settings
        ? 'forbid'
        : 'ignore'
      : said.kind === 'str'
        ? said.value
        : '?';
  const kept = new Map<string, PyValue>();
  for (const { key, value } of data.entries.values()) {
    if (key.kind !== 'str') {
      unsure(one, machine.unknown('a name that is no text is not followed'));
      continue;
    }
    if (used.has(key.value)) continue;
    if (what === 'allow') kept.set(key.value, value);
    else if (what === 'forbid')
      one.problems.push({
        at: [...at, key.value],
        type: 'extra_forbidden',
        words: 'Extra inputs are not permitted',
        input: value,
      });
    else if (what !== 'ignore') unsure(one, machine.unknown('what becomes of further values is not known'));
  }
  return kept;
}

function beforeAll(one: Validation, model: Model, data: PyDict, at: Place): PyValue | undefined {
  const { machine } = one;
  let value: PyValue = data;
  for (const checker of [...model.checkers].reverse()) {
    if (checker.kind !== 'model' || checker.mode !== 'before') continue;
    const given = value;
    const callee = machine.getAttribute(model.cls, checker.name);
    const made = refusable(one, () => machine.call(callee, [given]), given, at);
    if (!made) return undefined;
    value = made;
  }
  return value;
}

function afterAll(one: Validation, model: Model, self: PyInstance, data: PyValue, at: Place): void {
  const { machine } = one;
  for (const checker of model.checkers) {
    if (checker.kind !== 'model' || checker.mode !== 'after') continue;
    const made = refusable(one, () => machine.invoke(self, checker.name), data, at);
    if (!made) return;
    if (made !== self) openUp(machine, self, unsure(one, machine.unknown(`\`${checker.name}\` gives another object`)));
  }
}

/** A value of a model's type: the instance itself, or a dict that it is made of. */
function validateModel(one: Validation, cls: PyClass, value: PyValue, at: Place): PyValue | undefined {
  const { machine } = one;
  const model = modelOf(machine, cls);
  if (value.kind === 'instance' && value.cls.mro.includes(cls)) return value;
  if (!model || model.unmodelled || model.settings || cls.attributes.entries.has('__init__'))
    return unsure(one, model?.unmodelled ?? machine.unknown(`how \`${cls.name}\` is made is not modelled`));
  if (value.kind === 'dict' && !value.open && !value.options) {
    if ([...value.entries.values()].some(({ key }) => !('key' in keyOf(key))))
      return unsure(one, machine.unknown('a key is not known'));
    const self = machine.call(machine.getAttribute(machine.builtin('object'), '__new__'), [cls]);
    if (self.kind !== 'instance') return unsure(one, machine.unknown(`how \`${cls.name}\` is made is not modelled`));
    const before = one.problems.length;
    fill(one, model, self, value, at);
    return one.problems.length > before ? undefined : self;
  }
  if (!['none', 'bool', 'int', 'float', 'str', 'list', 'tuple'].includes(value.kind))
    return unsure(one, machine.unknown('what pydantic makes of such an object is not modelled'));
  const words = `Input should be a valid dictionary or instance of ${cls.name}`;
  one.problems.push({ at, type: 'model_type', words, input: value });
  return undefined;
}
