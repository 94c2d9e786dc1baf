/** The members that the body of an enumeration makes. */
import { findInMro } from '../mro.js';
import { instance, type Machine, textOf } from '../native.js';
import {
  list,
  type PyClass,
  type PyDict,
  type PyInstance,
  type PyValue,
  record,
  str,
  stringKey,
  tuple,
} from '../value.js';
import { dataTypeOf, isEnum } from './enum-bases.js';
import { beginBody, bindInBody, bodiesOf, type EnumBody, ignoredIn } from './enum-body.js';
import { canonical, type Member, noteMembers } from './enum-registry.js';
import { wordsSince } from './words-since.js';

/** Turn what a class body has bound into members. */
export function makeMembers(machine: Machine, [name, bases, attributes, cls]: readonly PyValue[]): PyValue {
  if (cls?.kind !== 'class' || name?.kind !== 'str' || bases?.kind !== 'tuple' || attributes?.kind !== 'dict')
    return machine.unmodelled('enumerations made by a call are not modelled');
  const body = bodiesOf(machine).get(attributes) ?? filled(machine, cls, bases.items, attributes);
  const { entries } = body.members;
  for (const one of ignoredIn(body) ?? []) cls.attributes.entries.delete(stringKey(one));
  cls.attributes.entries.delete('_ignore_');
  const order = cls.attributes.entries.get('_order_')?.value;
  cls.attributes.entries.delete('_order_');
  if (entries.has('mro'))
    return machine.raise('ValueError', wordsSince(machine, 11, "invalid enum member name(s) 'mro'"));
  const open = attributes.open || attributes.options || body.members.open || body.members.options;
  let exact = !(body.inexact || open || [...attributes.entries.values()].some(({ maybe }) => maybe));
  if (cls.open) exact = false;
  const dataType = dataTypeOf(machine, cls);
  const own = findInMro(cls.mro, '__new__')?.entry.value;
  const all: Member[] = [];
  for (const { key } of exact ? entries.values() : []) {
    if (key.kind !== 'str') continue;
    const entry = cls.attributes.entries.get(stringKey(key.value));
    if (!entry) continue;
    const made = own ? undefined : makeMember(machine, cls, dataType, key.value, entry.value);
    if (!made) {
      exact = false;
      break;
    }
    // A value is looked for as in a dict: the same object is equal to itself, NaN too.
    const isOne = (one: Member) => machine.truth(machine.compare('in', made.value, tuple([one.value])));
    const same = all.map((one) => ({ one, equal: isOne(one) }));
    if (same.some(({ equal }) => equal === 'maybe')) exact = false;
    const before = same.find(({ equal }) => equal === 'yes')?.one;
    const member = before?.member ?? made.member;
    all.push({ name: key.value, canonical: before?.canonical ?? key.value, value: made.value, member });
    cls.attributes.entries.set(stringKey(key.value), { ...entry, value: member });
  }
  if (!exact) forget(machine, cls, entries.keys());
  if (exact && order) checkOrder(machine, order, all);
  const names = open ? [] : [...entries.values()].flatMap(({ key }) => (key.kind === 'str' ? [key.value] : []));
  // Of flags some are no members of their own, but made of others.
  noteMembers(machine, cls, { names, all, exact: exact && !isEnum(cls, 'Flag') });
  return cls;
}

/** The members are not known, but that they are there. */
function forget(machine: Machine, cls: PyClass, names: Iterable<unknown>): void {
  for (const name of names) {
    const entry = typeof name === 'string' ? cls.attributes.entries.get(name) : undefined;
    const value = machine.unknown('a member of this enumeration is not modelled');
    if (entry && typeof name === 'string') cls.attributes.entries.set(name, { ...entry, value });
  }
}

/** A namespace that was there before the class, as a call gives it. */
function filled(machine: Machine, cls: PyClass, bases: readonly PyValue[], attributes: PyDict): EnumBody {
  const before = [...attributes.entries];
  attributes.entries = new Map();
  const body = beginBody(machine, { name: cls.name, bases, attributes });
  for (const [key, entry] of before) {
    const value = entry.key.kind === 'str' ? bindInBody(machine, body, entry.key.value, entry.value) : entry.value;
    attributes.entries.set(key, { ...entry, value });
  }
  return body;
}

/** A member and its value; `undefined` where it is not known what makes it. */
function makeMember(
  machine: Machine,
  cls: PyClass,
  dataType: PyClass | 'object' | undefined,
  name: string,
  given: PyValue,
): { readonly member: PyValue; readonly value: PyValue } | undefined {
  if (dataType === undefined) return undefined;
  const args = given.kind === 'tuple' && !given.cls ? given.items : [given];
  const init = findInMro(cls.mro, '__init__')?.entry.value;
  if (dataType !== 'object') {
    // Of too many arguments its `__new__` says other words than the class that is called.
    const tooMany = args.length > 2 && !isEnum(cls, 'StrEnum');
    if (args.some((one) => machine.doubt(one)) || init || tooMany) return undefined;
    const text = isEnum(cls, 'StrEnum') ? refuseText(machine, args) : undefined;
    const value = text ?? machine.call(dataType, args);
    return { member: machine.unknown('a member of a mixed enumeration is not modelled'), value };
  }
  if (isEnum(cls, 'Flag'))
    return { member: machine.unknown('a member of an enumeration of flags is not modelled'), value: given };
  const words = { name: str(name), value: given, _name_: str(name), _value_: given, __objclass__: cls };
  const member: PyInstance = { ...instance(cls, undefined), attributes: record(words) };
  if (init) machine.call(init, [member, ...args]);
  return { member, value: given };
}

/** What `StrEnum` makes of no texts. */
function refuseText(machine: Machine, args: readonly PyValue[]): PyValue | undefined {
  const shown = (value: PyValue, put: (text: string) => string): PyValue => {
    const text = machine.repr(value);
    return text.kind === 'str' ? str(put(text.value)) : machine.derive(text, { type: 'str', truth: true });
  };
  if (args.length > 3)
    return machine.raise(
      'TypeError',
      shown({ kind: 'tuple', items: args }, (text) => `too many arguments for str(): ${text}`),
    );
  const [text, encoding, errors] = args;
  if (args.length === 1 && text && text.kind !== 'str')
    return machine.raise(
      'TypeError',
      shown(text, (one) => `${one} is not a string`),
    );
  if (encoding && encoding.kind !== 'str')
    return machine.raise(
      'TypeError',
      shown(encoding, (one) => `encoding must be a string, not ${one}`),
    );
  if (errors && errors.kind !== 'str')
    return machine.raise(
      'TypeError',
      shown(errors, (one) => `errors must be a string, not ${one}`),
    );
  return undefined;
}

/** `_order_` says again in which order the members are. */
function checkOrder(machine: Machine, order: PyValue, all: readonly Member[]): void {
  const given = order.kind === 'str' ? order.value.replaceAll(',', ' ').trim().split(/\s+/u) : undefined;
  if (!given) {
    machine.unmodelled('how this `_order_` is held to is not modelled');
    return;
  }
  const aliases = all.filter((one) => one.name !== one.canonical).map(({ name }) => name);
  const wanted = given.filter((one) => one !== '' && !aliases.includes(one));
  const names = canonical({ all }).map(({ name }) => name);
  if (wanted.length === 0 || wanted.join() === names.join()) return;
  const shown = (texts: readonly string[]) => textOf(machine.repr(list(texts.map((text) => str(text))))) ?? '';
  const words = `member order does not match _order_:\n  ${shown(names)}\n  ${shown(wanted)}`;
  machine.raise('TypeError', wordsSince(machine, 11, words));
}
