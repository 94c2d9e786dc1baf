/** What the body of an enumeration may bind, as `enum.EnumDict` checks it while the body runs. */
import { findInMro } from '../mro.js';
import type { Machine } from '../native.js';
import { boundNativeType, nativeType } from '../native-type.js';
import { type PyClass, type PyDict, type PyList, type PyValue, str, stringKey } from '../value.js';
import { generatedValue } from './enum-auto.js';
import { wordsSince } from './words-since.js';

/** What a body has bound so far. */
export interface EnumBody {
  readonly name: string;
  readonly bases: readonly PyValue[];
  readonly attributes: PyDict;
  /** The names that become members, as a dict of what they are bound to. */
  readonly members: PyDict;
  /** The values so far, for `auto()`. */
  readonly last: PyList;
  /** Set where it is not known what becomes a member. */
  inexact: boolean;
  /** Whether `auto()` has been asked for a value. */
  counted: boolean;
}

/** The bodies under way, by the namespace that they fill. */
export function bodiesOf(machine: Machine): WeakMap<PyDict, EnumBody> {
  return machine.once('enum.bodies', () => new WeakMap<PyDict, EnumBody>());
}

/** Begin a body. */
export function beginBody(
  machine: Machine,
  { name, bases, attributes }: Pick<EnumBody, 'name' | 'bases' | 'attributes'>,
): EnumBody {
  const made = (type: string) => machine.call(machine.builtin(type));
  const members = made('dict') as PyDict;
  const last = made('list') as PyList;
  const body: EnumBody = { name, bases, attributes, members, last, inexact: false, counted: false };
  bodiesOf(machine).set(attributes, body);
  return body;
}

/** The words that a class body may bind between single underscores. */
const sunders =
  /^_(?:order|generate_next_value|numeric_repr|missing|ignore|iter_member|iter_member_by_value|iter_member_by_def|add_alias|add_value_alias|repr_.*)_$/u;

/** What a name of the body is bound to, or the error that it may not be. */
export function bindInBody(machine: Machine, body: EnumBody, name: string, value: PyValue): PyValue {
  const isPrivate = name.startsWith(`_${body.name}__`) && name.length > body.name.length + 3 && !name.endsWith('__');
  if (isPrivate) return value;
  if (/^_[^_](?:.*[^_])?_$/su.test(name)) return bindSunder(machine, body, name, value);
  if (/^__[^_](?:.*[^_])?__$/su.test(name)) return value;
  const already = (before: PyValue) => machine.raise('TypeError', alreadyDefined(machine, name, before));
  const bound = () => body.attributes.entries.get(stringKey(name))?.value;
  return machine.each(body.members, () => {
    if (body.members.entries.has(name)) return already(bound() ?? machine.raise('KeyError', name));
    const ignored = ignoredIn(body);
    if (ignored === undefined) body.inexact = true;
    else if (ignored.includes(name)) return value;
    const kind = sortOf(machine, body, value);
    if (kind === 'unknown') body.inexact = true;
    if (kind !== 'member') return kind === 'plain' ? partOf(value, 'nonmember') : value;
    const before = bound();
    if (before) return already(before);
    const kept = generatedValue(machine, body, name, partOf(value, 'member'));
    machine.setItem(body.members, str(name), kept);
    return kept;
  });
}

function bindSunder(machine: Machine, body: EnumBody, name: string, value: PyValue): PyValue {
  if (!sunders.test(name)) {
    const words = `_sunder_ names, such as '${name}', are reserved for future Enum use`;
    return machine.raise('ValueError', wordsSince(machine, 11, words));
  }
  if (name === '_generate_next_value_' && body.counted)
    return machine.raise('TypeError', '_generate_next_value_ must be defined before members');
  if (name === '_ignore_' && ignoredIn(body, value)?.some((one) => body.members.entries.has(one)) !== false)
    body.inexact = true;
  return value;
}

/** The names that `_ignore_` leaves out; `undefined` where they are not known. */
export function ignoredIn(
  { attributes }: EnumBody,
  given: PyValue | undefined = attributes.entries.get('_ignore_')?.value,
): readonly string[] | undefined {
  if (given === undefined) return [];
  if (given.kind === 'str') return given.value.replaceAll(',', ' ').trim().split(/\s+/u);
  if (given.kind !== 'tuple' && given.kind !== 'list') return undefined;
  const texts = given.items.flatMap((one) => (one.kind === 'str' ? [one.value] : []));
  return texts.length === given.items.length ? texts : undefined;
}

/** Whether a value of a body becomes a member. */
function sortOf(machine: Machine, body: EnumBody, value: PyValue): 'member' | 'plain' | 'descriptor' | 'unknown' {
  switch (value.kind) {
    case 'function':
    case 'descriptor':
      return 'descriptor';
    case 'method':
      return value.callee.kind === 'native' && boundNativeType(value.callee) !== 'method' ? 'member' : 'descriptor';
    case 'native':
      return ['builtin_function_or_method', 'type', 'method'].includes(nativeType(value)) &&
        !descriptors.has(value.qualname)
        ? 'member'
        : 'descriptor';
    case 'unknown':
      return value.type === undefined ? 'unknown' : 'member';
    case 'choice': {
      const sorts = value.options.map((option) => sortOf(machine, body, option));
      return sorts.every((one) => one === sorts[0]) ? (sorts[0] ?? 'unknown') : 'unknown';
    }
    case 'class':
      if (isInside(body, value)) return 'descriptor';
      return hooks.some((hook) => findInMro(value.mro, hook)) || value.mro.some(isDescriptorClass)
        ? 'descriptor'
        : 'member';
    case 'instance':
      if (isPart(value.cls, 'nonmember')) return 'plain';
      if (value.cls.mro.some(({ open }) => open)) return 'unknown';
      if (value.cls.name === 'partial' && value.cls.module === 'functools') return 'unknown';
      return hooks.some((hook) => findInMro(value.cls.mro, hook)) ? 'descriptor' : 'member';
    default:
      return 'member';
  }
}

const hooks = ['__get__', '__set__', '__delete__'];

/** Classes with such a hook that the model does not show. */
const descriptors: ReadonlySet<string> = new Set([
  'super',
  'property',
  'classmethod',
  'staticmethod',
  'functools.cached_property',
  'functools.partialmethod',
  'functools.singledispatchmethod',
  'enum.property',
  'types.DynamicClassAttribute',
]);

const isDescriptorClass = ({ name, module }: PyClass) =>
  descriptors.has(module === 'builtins' ? name : `${module}.${name}`);

/** Whether a class is defined in the body itself. */
function isInside({ name }: EnumBody, { qualname, name: own }: PyClass): boolean {
  return qualname === `${name}.${own}` || qualname.endsWith(`.${name}.${own}`);
}

const isPart = ({ name, module }: PyClass, part: string) => module === 'enum' && name === part;

/** What `member(…)` or `nonmember(…)` stands around. */
function partOf(value: PyValue, part: string): PyValue {
  return value.kind === 'instance' && isPart(value.cls, part)
    ? (value.attributes.entries.get('value')?.value ?? value)
    : value;
}

function alreadyDefined(machine: Machine, name: string, before: PyValue): PyValue {
  const shown = machine.repr(before);
  return shown.kind === 'str'
    ? wordsSince(machine, 11, `'${name}' already defined as ${shown.value}`)
    : machine.derive(shown, { type: 'str', truth: true });
}
