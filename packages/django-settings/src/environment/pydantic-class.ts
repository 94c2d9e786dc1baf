/** What a class statement makes of a subclass of `BaseModel` or `BaseSettings`. */
import { findInMro } from '../evaluate/mro.js';
import type { Machine } from '../evaluate/native.js';
import {
  none,
  type PyClass,
  type PyDescriptor,
  type PyUnknown,
  type PyValue,
  str,
  stringKey,
} from '../evaluate/value.js';
import { refuseBare } from './pydantic-bare.js';
import { configOf, unmodelledOption } from './pydantic-config.js';
import { collectFields, says } from './pydantic-fields.js';
import { type Decorated, decorated } from './pydantic-markers.js';
import { type Checker, isPydantic, type Model, modelOf, noteModel } from './pydantic-registry.js';

/** Finish a class: find its fields, and put what its decorators took back in its place. */
export function finishModel(
  machine: Machine,
  [, , , made]: readonly PyValue[],
  given: ReadonlyMap<string, PyValue> | undefined,
): PyValue {
  if (made?.kind !== 'class') return made ?? none;
  const cls = made;
  const bases = cls.mro.slice(1).flatMap((base) => modelOf(machine, base) ?? []);
  const isOpen =
    cls.open ?? (cls.attributes.open || [...cls.attributes.entries.values()].find(({ maybe }) => maybe)?.value);
  let unmodelled: PyUnknown | undefined = isOpen ? machine.derive(machine.doubt(isOpen) ?? isOpen) : undefined;
  const doubt = (why: string | PyUnknown): void => {
    unmodelled ??= typeof why === 'string' ? machine.unknown(why) : why;
  };
  for (const base of [...bases].reverse()) if (base.unmodelled) doubt(base.unmodelled);
  const config = configOf(machine, cls, bases, given, doubt);
  const odd = unmodelledOption(config);
  if (odd !== undefined) doubt(`\`${odd}\` in a \`model_config\` is not modelled`);
  const privates = new Map([...bases].reverse().flatMap(({ privates: own }) => [...own]));
  refuseBare(machine, cls, bases, doubt);
  takePrivates(machine, cls, privates, doubt);
  const { checkers, computed, ownWriting } = takeDecorated(machine, cls, bases, doubt);
  const fields = collectFields(machine, cls, doubt);
  for (const { name, fields: wanted, kind } of checkers)
    for (const one of kind === 'field' ? wanted : [])
      if (one !== '*' && !fields.has(one)) doubt(`\`${name}\` checks \`${one}\`, which is no field of the class`);
  for (const hook of [
    'settings_customise_sources',
    '__pydantic_init_subclass__',
    '__get_pydantic_core_schema__',
    '__new__',
  ]) {
    const found = findInMro(cls.mro, hook);
    if (found && !isPydanticBase(found.cls)) doubt(`\`${hook}\` of the class is not followed`);
  }
  if (config.size > 0)
    put(machine, cls, 'model_config', machine.unknown('the configuration of a model is not followed'));
  const settings = cls.mro.some((one) => isPydantic(one, 'BaseSettings'));
  noteModel(machine, { cls, settings, fields, config, checkers, privates, computed, ownWriting, unmodelled });
  return cls;
}

const isPydanticBase = (cls: PyClass) =>
  ['BaseModel', 'BaseSettings'].some((name) => isPydantic(cls, name)) || cls.module === 'builtins';

function put(machine: Machine, cls: PyClass, name: string, value: PyValue): void {
  machine.touch(cls.attributes);
  cls.attributes.entries.set(stringKey(name), { key: str(name), value });
}

/** What begins with an underscore is no field: each instance gets it for itself. */
function takePrivates(
  machine: Machine,
  cls: PyClass,
  privates: Map<string, PyValue>,
  doubt: (why: string) => void,
): void {
  machine.touch(cls.attributes);
  for (const [key, { key: name, value }] of cls.attributes.entries) {
    if (name.kind !== 'str' || !/^_(?!_)/u.test(name.value)) continue;
    if (value.kind === 'function' || value.kind === 'descriptor' || decorated(value)) continue;
    if (says(machine, cls, name.value, 'ClassVar')) continue;
    if (value.kind === 'class' && value.module === cls.module) continue;
    if (value.kind === 'native' || value.kind === 'unknown') doubt(`what becomes of \`${name.value}\` is not modelled`);
    privates.set(name.value, value);
    cls.attributes.entries.delete(key);
  }
}

function takeDecorated(
  machine: Machine,
  cls: PyClass,
  bases: readonly Model[],
  doubt: (why: string) => void,
): Pick<Model, 'checkers' | 'computed' | 'ownWriting'> {
  const checkers = new Map<string, Checker>();
  const computed = new Set<string>();
  let ownWriting = bases.some((base) => base.ownWriting);
  for (const base of [...bases].reverse()) {
    for (const one of base.checkers) checkers.set(one.name, one);
    for (const one of base.computed) computed.add(one);
  }
  for (const { key, value } of [...cls.attributes.entries.values()]) {
    const mark = decorated(value);
    if (key.kind !== 'str') continue;
    if (!mark) {
      if (checkers.has(key.value)) doubt(`\`${key.value}\` stands in the place of a function that checks`);
      continue;
    }
    const name = key.value;
    put(machine, cls, name, unwrapped(mark));
    if (mark.kind === 'computed') computed.add(name);
    else if (mark.kind === 'written') ownWriting = true;
    else if (mark.kind === 'other' || mark.fields.includes(undefined) || decorated(mark.wrapped))
      doubt(`the decorator of \`${name}\` is not modelled`);
    else if (!['before', 'after', ...(mark.kind === 'field' ? ['plain'] : [])].includes(mark.mode))
      doubt(`the mode of the validator \`${name}\` is not modelled`);
    else {
      const fields = mark.fields.filter((one) => one !== undefined);
      checkers.set(name, { name, kind: mark.kind, mode: mark.mode, fields, old: mark.old === true });
    }
  }
  return { checkers: [...checkers.values()], computed: [...computed], ownWriting };
}

/** A validator whose first parameter is `cls` is a class method, also without the decorator. */
function unwrapped(mark: Decorated): PyValue {
  const { wrapped } = mark;
  if (mark.kind === 'computed') return wrapped.kind === 'function' ? asDescriptor('property', wrapped) : wrapped;
  if (wrapped.kind !== 'function') return wrapped;
  return firstParameter(wrapped) === 'cls' ? asDescriptor('classmethod', wrapped) : wrapped;
}

function firstParameter(value: Extract<PyValue, { kind: 'function' }>): string | undefined {
  return (value.body as { readonly parameters?: readonly { readonly name: string }[] }).parameters?.[0]?.name;
}

const asDescriptor = (type: PyDescriptor['type'], get: PyValue): PyDescriptor => ({ kind: 'descriptor', type, get });
