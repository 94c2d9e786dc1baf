/** How pydantic makes a value fit a type: containers item by item, unions by the closest fit, and every problem with its place. */
import { dictOf, keyOf } from '../evaluate/keys.js';
import type { Machine } from '../evaluate/native.js';
import { list, none, type PyClass, type PyUnknown, type PyValue, tuple } from '../evaluate/value.js';
import type { Problem } from './pydantic-errors.js';
import {
  type Checked,
  certainly,
  toBool,
  toFloat,
  toInt,
  toLiteral,
  toMember,
  toPath,
  toText,
} from './pydantic-scalars.js';
import { secretOf } from './pydantic-secret.js';
import type { FieldType } from './pydantic-types.js';

/** A place inside what is validated. */
export type Place = readonly (string | number)[];

/** One validation under way: what is wrong so far, and what is not known to be right. */
export interface Validation {
  readonly machine: Machine;
  readonly problems: Problem[];
  readonly unsure: PyUnknown[];
  /** Validates a model's values, or what is said in an `Annotated` type. */
  readonly model: (one: Validation, cls: PyClass, value: PyValue, at: Place) => PyValue | undefined;
  readonly about: (
    one: Validation,
    type: FieldType,
    about: readonly PyValue[],
    value: PyValue,
    at: Place,
  ) => PyValue | undefined;
}

/** The value as the type has it; `undefined` where a problem was noted. */
export function validate(one: Validation, type: FieldType, value: PyValue, at: Place): PyValue | undefined {
  const { machine } = one;
  if (type.kind === 'any') return value;
  if (type.kind === 'with') return one.about(one, type.type, type.about, value, at);
  if (value.kind === 'choice') return eachOption(one, type, value.options, at);
  if (type.kind === 'unmodelled') return unsure(one, value.kind === 'unknown' ? value : type.why);
  if (type.kind === 'either') return eitherOf(one, type.types, value, at);
  if (value.kind === 'unknown') return ofUnknown(one, type, value);
  switch (type.kind) {
    case 'bool':
      return settle(one, toBool(value), value, at);
    case 'int':
      return settle(one, toInt(value), value, at);
    case 'float':
      return settle(one, toFloat(value), value, at);
    case 'str':
      return settle(one, toText(value), value, at);
    case 'path':
      return settle(one, toPath(machine, value), value, at);
    case 'literal':
      return settle(one, toLiteral(machine, type.values, value), value, at);
    case 'enum':
      return settle(one, toMember(machine, type.cls, value), value, at);
    case 'none':
      return settle(
        one,
        value.kind === 'none' ? { value } : { type: 'none_required', words: 'Input should be None' },
        value,
        at,
      );
    case 'secret': {
      if (value.kind === 'instance' && value.cls.name === 'SecretStr') return value;
      const text = settle(one, toText(value), value, at);
      return text && secretOf(machine, text);
    }
    case 'model':
      return one.model(one, type.cls, value, at);
    case 'dict':
      return dictFrom(one, type, value, at);
    case 'list':
    case 'set':
    case 'frozenset':
    case 'tuple':
      return sequence(one, type, value, at);
    default:
      return type.kind === 'fixed' ? sequence(one, type, value, at) : value;
  }
}

function settle(one: Validation, checked: Checked, input: PyValue, at: Place): PyValue | undefined {
  if ('value' in checked) return checked.value;
  if ('unsure' in checked)
    return unsure(one, one.machine.unknown(`what pydantic makes of ${checked.unsure} is not modelled`));
  one.problems.push({ at, type: checked.type, words: checked.words, input });
  return undefined;
}

/** The value is not known, nor whether it is one that pydantic takes. */
export function unsure(one: Validation, why: PyUnknown): PyUnknown {
  one.unsure.push(why);
  return one.machine.derive(why);
}

function ofUnknown(one: Validation, type: FieldType, value: PyUnknown): PyValue {
  // What is certainly a text is a text, and any text is a secret or a path.
  const isText = value.type === 'str';
  if (type.kind === 'secret' && isText) return secretOf(one.machine, value);
  if (!(isText && (type.kind === 'str' || type.kind === 'path')) && value.type !== type.kind) one.unsure.push(value);
  return certainly(one.machine, type.kind === 'fixed' ? 'tuple' : type.kind === 'frozenset' ? 'set' : type.kind, value);
}

function eachOption(one: Validation, type: FieldType, options: readonly PyValue[], at: Place): PyValue {
  const made: PyValue[] = [];
  for (const option of options) {
    const inner = { ...one, problems: [], unsure: one.unsure };
    const value = validate(inner, type, option, at);
    if (!value || inner.problems.length > 0)
      return unsure(one, one.machine.unknown('whether pydantic takes the value hangs on what is not known'));
    made.push(value);
  }
  return one.machine.join(made);
}

/** Items of what counts as a sequence here; `undefined` where it is none. */
function itemsOf(one: Validation, value: PyValue): readonly PyValue[] | PyUnknown | undefined {
  switch (value.kind) {
    case 'list':
      return value.options ? one.machine.derive(value) : value.items;
    case 'tuple':
      return value.items;
    case 'set':
      return value.options || value.open ? one.machine.derive(value) : [...value.entries.values()];
    case 'range':
    case 'iterator':
      return one.machine.iterate(value);
    case 'none':
    case 'bool':
    case 'int':
    case 'float':
    case 'str':
    case 'dict':
    case 'bytes':
      return undefined;
    default:
      return one.machine.unknown('what pydantic makes of such an object is not modelled');
  }
}

type Sequence = Extract<FieldType, { readonly kind: 'list' | 'set' | 'frozenset' | 'tuple' | 'fixed' }>;

function sequence(one: Validation, type: Sequence, value: PyValue, at: Place): PyValue | undefined {
  const { machine } = one;
  const kind = type.kind === 'fixed' ? 'tuple' : type.kind;
  const ordered = kind === 'list' || kind === 'tuple';
  // The order in which a set gives its items is for the interpreter to say.
  const items = value.kind === 'set' && ordered ? machine.iterate(value) : itemsOf(one, value);
  if (items === undefined) {
    const shown = kind === 'frozenset' ? 'frozenset' : kind;
    const name = kind === 'frozenset' ? 'frozen_set_type' : `${kind}_type`;
    return settle(one, { type: name, words: `Input should be a valid ${shown}` }, value, at);
  }
  if ('kind' in items) return unsure(one, items);
  machine.spend(items.length);
  if (type.kind === 'fixed') return fixedTuple(one, type.items, items, value, at);
  const before = one.problems.length;
  const made = items.map((item, index) =>
    item.kind === 'unknown' && item.many ? item : validate(one, type.item, item, [...at, index]),
  );
  if (one.problems.length > before) return undefined;
  const whole = made.filter((item) => item !== undefined);
  if (kind === 'list') return list(whole);
  if (kind === 'tuple') return tuple(whole);
  if (whole.some((item) => !('key' in keyOf(item))))
    return unsure(one, machine.unknown('an item of the set is not known'));
  return machine.call(machine.builtin(kind), [list(whole)]);
}

function fixedTuple(
  one: Validation,
  types: readonly FieldType[],
  items: readonly PyValue[],
  value: PyValue,
  at: Place,
): PyValue | undefined {
  if (items.some((item) => item.kind === 'unknown' && item.many))
    return unsure(one, one.machine.unknown('how many items there are is not known'));
  const before = one.problems.length;
  if (items.length > types.length) {
    const most = types.length;
    const words = `Tuple should have at most ${most} item${most === 1 ? '' : 's'} after validation, not ${items.length}`;
    one.problems.push({ at, type: 'too_long', words, input: value });
    return undefined;
  }
  const made = types.map((type, index) => {
    const item = items[index];
    if (item) return validate(one, type, item, [...at, index]);
    one.problems.push({ at: [...at, index], type: 'missing', words: 'Field required', input: value });
    return undefined;
  });
  return one.problems.length > before ? undefined : tuple(made.filter((item) => item !== undefined));
}

function dictFrom(
  one: Validation,
  type: Extract<FieldType, { readonly kind: 'dict' }>,
  value: PyValue,
  at: Place,
): PyValue | undefined {
  if (value.kind !== 'dict') {
    if (itemsOf(one, value) && value.kind === 'instance')
      return unsure(one, one.machine.unknown('what pydantic makes of such an object is not modelled'));
    return settle(one, { type: 'dict_type', words: 'Input should be a valid dictionary' }, value, at);
  }
  if (value.open || value.options || value.cls) return unsure(one, one.machine.derive(value, { type: 'dict' }));
  const before = one.problems.length;
  const made: (readonly [PyValue, PyValue])[] = [];
  for (const { key, value: content } of value.entries.values()) {
    const shown = key.kind === 'str' ? key.value : key.kind === 'int' ? Number(key.value) : undefined;
    if (shown === undefined && !(type.key.kind === 'any' && type.value.kind === 'any'))
      return unsure(one, one.machine.unknown('a key of this kind is not followed'));
    const place = [...at, shown ?? ''];
    const newKey = validate(one, type.key, key, [...place, '[key]']);
    const newValue = validate(one, type.value, content, place);
    if (newKey && newValue) made.push([newKey, newValue]);
  }
  if (one.problems.length > before) return undefined;
  if (made.some(([key]) => !('key' in keyOf(key)))) return unsure(one, one.machine.unknown('a key is not known'));
  return dictOf(made);
}

/** The member of a union that fits a value as it is, else the first that can be made of it. */
function eitherOf(one: Validation, types: readonly FieldType[], value: PyValue, at: Place): PyValue | undefined {
  const others = types.filter(({ kind }) => kind !== 'none');
  const nullable = others.length < types.length;
  if (nullable && value.kind === 'none') return none;
  const [only] = others;
  if (others.length === 1 && only) {
    if (value.kind !== 'unknown' || !nullable || value.notNone || value.type) return validate(one, only, value, at);
    return unsure(one, value);
  }
  if (value.kind === 'unknown') {
    const same = others.find(({ kind }) => kind === value.type);
    return same ? validate(one, same, value, at) : unsure(one, value);
  }
  const exact = others.filter((type) => type.kind === value.kind && isScalar(type));
  if (exact[0]) return validate(one, exact[0], value, at);
  const holds = ['list', 'dict', 'set', 'tuple'].includes(value.kind);
  if (value.kind !== 'str' && !holds && !['none', 'bool', 'int', 'float'].includes(value.kind))
    return unsure(one, vague(one));
  // How well nested values fit decides among several containers: that is not followed.
  const fitting: PyValue[] = [];
  const refused: Problem[] = [];
  for (const type of others) {
    const inner = { ...one, problems: [], unsure: [] };
    const made = validate(inner, type, value, [...at, labelOf(type)]);
    if (inner.unsure.length > 0) return unsure(one, vague(one));
    if (made && inner.problems.length === 0) fitting.push(made);
    else refused.push(...inner.problems);
  }
  if (fitting.length > 1 && !(value.kind === 'str' && others.every(isScalar))) return unsure(one, vague(one));
  if (fitting[0]) return fitting[0];
  const named = others.every(isScalar);
  one.problems.push(...refused.map((problem) => (named ? problem : { ...problem, words: undefined })));
  return undefined;
}

const vague = ({ machine }: Validation) =>
  machine.unknown('which type of a union pydantic chooses is not modelled here');

function isScalar({ kind }: FieldType): boolean {
  return kind === 'bool' || kind === 'int' || kind === 'float' || kind === 'str';
}

function labelOf(type: FieldType): string {
  return isScalar(type) ? type.kind : `${type.kind}[…]`;
}
