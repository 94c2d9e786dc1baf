/** From a value of the evaluation to what rules see: immutable, of bounded size, without cycles. */
import { namesHostDirectory, type Unknown, type Value } from '@django-golive/core';
import { budgets } from '../budgets.js';
import { iteratorName } from './type-names.js';
import type { Entry, Key, PyDict, PyUnknown, PyValue } from './value.js';

/** What the values that are frozen together may hold; see `budgets`. */
export interface FreezeBudget {
  values: number;
  text: number;
}

/** A budget for values that are frozen together. */
export function freezeBudget(): FreezeBudget {
  return { values: budgets.seenValues, text: budgets.seenText };
}

/** A budget for a value that is only described: what a line of a report has no room for is not needed. */
export function describedBudget(): FreezeBudget {
  return { values: budgets.describedValues, text: budgets.seenText };
}

/** Freeze a value; equal options count once. */
export function freeze(value: PyValue, budget: FreezeBudget = freezeBudget()): Value {
  return freezeIn(value, budget, [], 0);
}

function freezeIn(value: PyValue, budget: FreezeBudget, inside: readonly PyValue[], depth: number): Value {
  budget.values -= 1;
  if (value.kind === 'str' || value.kind === 'bytes') budget.text -= value.value.length;
  if (budget.values < 0 || budget.text < 0) return { kind: 'unknown', why: 'the settings hold too many values' };
  if (depth > budgets.seenDepth || inside.includes(value))
    return { kind: 'unknown', why: 'the value holds itself or is nested too deeply' };
  const within = [...inside, value];
  const each = (items: readonly PyValue[]): Value[] => items.map((item) => freezeIn(item, budget, within, depth + 1));
  switch (value.kind) {
    case 'none':
      return { kind: 'none' };
    case 'bool':
    case 'int':
    case 'float':
    case 'bytes':
      return { kind: value.kind, value: value.value } as Value;
    case 'str':
      return namesHostDirectory(value.value) ? hostDirectory : { kind: 'str', value: value.value };
    case 'special':
      return { kind: 'object', type: value.name === 'Ellipsis' ? 'builtins.ellipsis' : 'builtins.NotImplementedType' };
    case 'list':
      if (value.options)
        return choice(value.options.slice(0, budgets.options).map((items) => ({ kind: 'list', items: each(items) })));
      return { kind: 'list', items: each(value.items) };
    case 'tuple':
      return { kind: 'tuple', items: each(value.items) };
    case 'set': {
      if (value.options)
        return choice(value.options.map((items) => ({ kind: 'set', items: each([...items.values()]) })));
      const items = each([...value.entries.values()]);
      return { kind: 'set', items: value.open ? [...items, many(value.open)] : items };
    }
    case 'dict':
      // Contents that differ in the order of their keys alone are one.
      if (value.options?.some((entries) => entries.size !== value.entries.size))
        return choice(value.options.map((entries) => freezeDict(entries, undefined, budget, within, depth)));
      return freezeDict(value.entries, value.open, budget, within, depth);
    case 'unknown':
      return freezeUnknown(value);
    case 'choice':
      return choice(value.options.map((option) => freezeIn(option, budget, within, depth + 1)));
    case 'range':
      return { kind: 'object', type: 'builtins.range' };
    case 'slice':
      return { kind: 'object', type: 'builtins.slice' };
    case 'iterator':
      return { kind: 'object', type: iteratorName(value.type).replace(/^(?!itertools\.)/u, 'builtins.') };
    case 'function':
      return { kind: 'callable', name: `${value.module}.${nameOfFunction(value)}` };
    case 'native':
      return { kind: 'callable', name: value.qualname };
    case 'method':
      return freezeIn(value.callee, budget, within, depth + 1);
    case 'class':
      return {
        kind: 'callable',
        name: value.module === 'builtins' ? value.qualname : `${value.module}.${nameOf(value)}`,
      };
    case 'descriptor':
      return { kind: 'object', type: value.type };
    case 'module':
      return { kind: 'object', type: 'builtins.module' };
    case 'super':
      return { kind: 'object', type: 'super' };
    case 'instance': {
      const own = value.cls.mro.find((cls) => cls.native?.freeze)?.native?.freeze;
      if (own) {
        const frozen = own(value, (inner) => freezeIn(inner, budget, within, depth + 1));
        return frozen.kind === 'path' && namesHostDirectory(frozen.value) ? hostDirectory : frozen;
      }
      const { module, qualname } = value.cls;
      return { kind: 'object', type: `${module}.${qualname}` };
    }
  }
}

const hostDirectory: Value = {
  kind: 'unknown',
  why: 'what the directory of the repository and those above it are called is a fact of the host',
};

/** A decorator can give a function another name than that of its definition. */
function nameOfFunction({ attributes, name, qualname }: Extract<PyValue, { kind: 'function' }>): string {
  const given = (attribute: string, own: string) => {
    const value = attributes.entries.get(attribute)?.value;
    return value?.kind === 'str' ? value.value : own;
  };
  return nameOf({ name: given('__name__', name), qualname: given('__qualname__', qualname) });
}

/** What is given another name is told by it. */
function nameOf({ name, qualname }: { readonly name: string; readonly qualname: string }): string {
  return qualname === name || qualname.endsWith(`.${name}`) ? qualname : name;
}

function freezeDict(
  entries: ReadonlyMap<Key, Entry>,
  open: PyDict['open'],
  budget: FreezeBudget,
  within: readonly PyValue[],
  depth: number,
): Value {
  const frozen = [...entries.values()].map(
    ({ key, value }) => [freezeIn(key, budget, within, depth + 1), freezeIn(value, budget, within, depth + 1)] as const,
  );
  return { kind: 'dict', entries: open ? [...frozen, [many(open), freezeUnknown(open)] as const] : frozen };
}

function many(unknown: PyUnknown): Unknown {
  return { ...freezeUnknown(unknown), many: true };
}

function freezeUnknown(value: PyUnknown): Unknown {
  const { why, at, variables, settle, type, truth } = value;
  return {
    kind: 'unknown',
    why,
    ...(at ? { at } : {}),
    ...(variables && variables.length > 0 ? { variables } : {}),
    ...(settle ? { settle } : {}),
    ...(type ? { type } : {}),
    ...(truth === undefined ? {} : { truth }),
    ...(value.many ? { many: true } : {}),
  };
}

function choice(options: readonly Value[]): Value {
  const all = options.flatMap((one) => (one.kind === 'choice' ? one.options : [one]));
  const distinct = new Map<string, Value>();
  for (const option of all) {
    const { kind } = option;
    // What is the only one of its kind is like no other: its text, which can be long, need not be made.
    const text = all.some((one) => one !== option && one.kind === kind) ? plainText(option) : kind;
    if (!distinct.has(text)) distinct.set(text, option);
  }
  const [only] = distinct.values();
  return distinct.size === 1 && only ? only : { kind: 'choice', options: [...distinct.values()] };
}

/** The same for equal frozen values, wherever they were made. */
function plainText(value: Value): string {
  return JSON.stringify(value, (key, one: unknown) =>
    key === 'at' ? undefined : typeof one === 'bigint' ? `${one}n` : one,
  );
}
