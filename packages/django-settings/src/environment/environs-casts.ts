/** What environs' typed readers make of a value: marshmallow's fields, with the error messages they raise. */

import { dictOf, keyOf } from '../evaluate/keys.js';
import { strip } from '../evaluate/library/python-text.js';
import { type Bound, type Machine, textOf } from '../evaluate/native.js';
import { bool, list, type PyUnknown, type PyValue, str } from '../evaluate/value.js';
import { castEnum } from './environs-enum.js';
import { castDuration, castUrl, LOG_LEVELS } from './environs-texts.js';
import { messagesOf, refusable, validationError } from './marshmallow.js';
import { packageAtLeast } from './package-version.js';
import { marshmallowBool } from './truth-words.js';

/** The readers by method name. */
export const READERS = [
  '__call__',
  'str',
  'bool',
  'int',
  'float',
  'list',
  'dict',
  'json',
  'path',
  'url',
  'log_level',
  'decimal',
  'datetime',
  'date',
  'time',
  'timedelta',
  'uuid',
  'enum',
] as const;

/** One of them. */
export type EnvironsReader = (typeof READERS)[number];

/** What is certain of what a reader gives. */
export const TYPES: Partial<Record<EnvironsReader, NonNullable<PyUnknown['type']>>> = {
  __call__: 'str',
  str: 'str',
  bool: 'bool',
  int: 'int',
  float: 'float',
  list: 'list',
  dict: 'dict',
  log_level: 'int',
};

/** The keywords that each reader's field is modelled with. */
const OPTIONS: Partial<Record<EnvironsReader, readonly string[]>> = {
  list: ['delimiter'],
  dict: ['subcast_keys', 'subcast_key', 'subcast_values', 'delimiter', 'key_value_delimiter'],
  enum: ['enum', 'type', 'by_value', 'ignore_case'],
  url: ['schemes', 'require_tld'],
  timedelta: ['precision'],
};

/** Raise marshmallow's ValidationError. */
export function invalid(machine: Machine, message: string): never {
  return machine.raise(validationError(machine), message);
}

/** What is read before the field sees it: a text in pieces. The rest goes through as it is. */
export function preprocess(machine: Machine, reader: EnvironsReader, value: PyValue, args: Bound): PyValue {
  if (reader === 'list') return splitList(machine, value, args);
  if (reader === 'dict') return splitDict(machine, value, args);
  if (reader === 'json') return loadJson(machine, value);
  return value;
}

/** What the field makes of the value; raises marshmallow's ValidationError. */
export function deserialize(machine: Machine, reader: EnvironsReader, value: PyValue, args: Bound): PyValue {
  const odd = [...args.extra.keys()].find((name) => !(OPTIONS[reader] ?? []).includes(name));
  if (odd !== undefined) return machine.unknown(`\`${odd}=\` of \`env.${reader}\` is not modelled`);
  if (value.kind === 'unknown') return machine.derive(value, TYPES[reader] ? { type: TYPES[reader] } : {});
  switch (reader) {
    case 'str':
      return castText(machine, value);
    case 'bool':
      return castBool(machine, value);
    case 'int':
    case 'float':
      return castNumber(machine, reader, value);
    case 'log_level':
      return castLevel(machine, value);
    case 'list':
      return castItems(machine, value, args.some('subcast'));
    case 'dict':
      return value.kind === 'dict'
        ? machine.call(machine.builtin('dict'), [value])
        : invalid(machine, 'Not a valid mapping type.');
    case 'path':
      if (machine.typeName(value) === 'PosixPath') return value;
      return machine.call(machine.from('pathlib', 'Path'), [
        packageAtLeast(machine, 'environs', 12) ? value : castText(machine, value),
      ]);
    case 'url':
      return castUrl(machine, value, args);
    case 'timedelta':
      return castDuration(machine, value, args);
    case 'enum':
      return castEnum(machine, value, args);
    case 'json':
    case '__call__':
      return value;
    default:
      return machine.unknown(`\`env.${reader}\` of environs is not modelled`, { truth: true });
  }
}

function castText(machine: Machine, value: PyValue): PyValue {
  return value.kind === 'str' ? value : invalid(machine, 'Not a valid string.');
}

function castBool(machine: Machine, value: PyValue): PyValue {
  const text = textOf(value);
  const found =
    text !== undefined
      ? marshmallowBool(text)
      : value.kind === 'bool' || value.kind === 'int' || value.kind === 'float'
        ? [1, 0].includes(Number(value.value))
          ? Number(value.value) === 1
          : undefined
        : undefined;
  return found === undefined ? invalid(machine, 'Not a valid boolean.') : bool(found);
}

function castNumber(machine: Machine, reader: 'int' | 'float', value: PyValue): PyValue {
  const wrong = reader === 'int' ? 'Not a valid integer.' : 'Not a valid number.';
  if (value.kind === 'bool') return invalid(machine, wrong);
  const convert = () => machine.call(machine.builtin(reader), [value]);
  const number = machine.attempt(
    () => machine.attempt(convert, ['TypeError', 'ValueError'], () => invalid(machine, wrong)),
    ['OverflowError'],
    () => invalid(machine, 'Number too large.'),
  );
  if (number.kind === 'float' && !Number.isFinite(number.value))
    return invalid(machine, 'Special numeric values (nan or infinity) are not permitted.');
  return number;
}

function castLevel(machine: Machine, value: PyValue): PyValue {
  if (value.kind === 'bool') return invalid(machine, 'Not a valid integer.');
  return machine.attempt(
    () => machine.call(machine.builtin('int'), [value]),
    ['TypeError', 'ValueError'],
    () => {
      const level = LOG_LEVELS.get(textOf(machine.invoke(value, 'upper')) ?? '');
      return level === undefined
        ? invalid(machine, 'Not a valid log level.')
        : machine.call(machine.builtin('int'), [str(String(level))]);
    },
  );
}

function isIterable(machine: Machine, value: PyValue): boolean {
  if (value.kind === 'instance') return machine.findAttribute(value, '__iter__') !== undefined;
  return ['list', 'tuple', 'set', 'dict', 'iterator', 'range', 'bytes'].includes(value.kind);
}

function splitList(machine: Machine, value: PyValue, args: Bound): PyValue {
  if (value.kind === 'unknown') return value;
  if (isIterable(machine, value)) return value;
  if (value.kind === 'none' && packageAtLeast(machine, 'environs', 10)) return value;
  if (textOf(value) === '') return list([]);
  return machine.invoke(value, 'split', args.extra.get('delimiter') ?? str(','));
}

function castItems(machine: Machine, value: PyValue, subcast: PyValue | undefined): PyValue {
  if (
    value.kind === 'str' ||
    value.kind === 'dict' ||
    !['list', 'tuple', 'set', 'iterator', 'range'].includes(value.kind)
  )
    return invalid(machine, 'Not a valid list.');
  const items: PyValue[] = [];
  const errors: (readonly [PyValue, PyValue])[] = [];
  const wanted = subcast && machine.truth(subcast) !== 'no' ? subcast : undefined;
  for (const [index, item] of machine.iterate(value).entries()) {
    refusable<void>(
      machine,
      () => void items.push(castItem(machine, wanted, item)),
      (error) => void errors.push([{ kind: 'int', value: BigInt(index) }, messagesOf(error)]),
    );
  }
  return errors.length > 0 ? machine.raise(validationError(machine), dictOf(errors)) : list(items);
}

/** One item, by a type that marshmallow has a field for, or by any function. */
function castItem(machine: Machine, subcast: PyValue | undefined, item: PyValue): PyValue {
  if (item.kind === 'none') return invalid(machine, 'Field may not be null.');
  if (!subcast) return item;
  if (item.kind === 'unknown') return item;
  if (subcast.kind === 'class' && subcast.module === 'builtins') {
    if (subcast.name === 'bool') return castBool(machine, item);
    if (subcast.name === 'str' || subcast.name === 'bytes') return castText(machine, item);
    if (subcast.name === 'int' || subcast.name === 'float') return castNumber(machine, subcast.name, item);
    if (['tuple', 'list', 'set'].includes(subcast.name)) return item;
  }
  if (subcast.kind === 'class' && ['datetime', 'uuid', 'decimal'].includes(subcast.module))
    return machine.unknown(`\`subcast=${subcast.name}\` is not modelled`);
  if (item.kind !== 'str' && packageAtLeast(machine, 'environs', 15)) return item;
  return machine.call(subcast, [item]);
}

function splitDict(machine: Machine, value: PyValue, args: Bound): PyValue {
  if (value.kind === 'dict' || value.kind === 'unknown') return value;
  const given = (name: string) => {
    const one = args.extra.get(name);
    return one && machine.truth(one) !== 'no' ? one : undefined;
  };
  const [keys, values] = [given('subcast_keys') ?? given('subcast_key'), given('subcast_values')];
  const delimiter = (packageAtLeast(machine, 'environs', 10) ? args.extra.get('delimiter') : undefined) ?? str(',');
  const between = args.extra.get('key_value_delimiter') ?? str('=');
  const pairs: (readonly [PyValue, PyValue])[] = [];
  for (const item of machine.iterate(machine.invoke(value, 'split', delimiter))) {
    if (textOf(value) === '') break;
    const [key, content] = machine.iterate(machine.invoke(item, 'split', between, { kind: 'int', value: 1n }));
    if (!key || !content) return machine.raise('ValueError', 'not enough values to unpack (expected 2, got 1)');
    const made = castItem(machine, keys, str(strip(textOf(key) ?? '')));
    const found = keyOf(made);
    if (!('key' in found)) return machine.unknown('a key of the dict is not known', { type: 'dict' });
    pairs.push([made, castItem(machine, values, str(strip(textOf(content) ?? '')))]);
  }
  return dictOf(pairs);
}

function loadJson(machine: Machine, value: PyValue): PyValue {
  if (value.kind === 'unknown') return value;
  const lenient = packageAtLeast(machine, 'environs', 10);
  if (lenient && value.kind !== 'str')
    return ['dict', 'list', 'none'].includes(value.kind) ? value : invalid(machine, 'Not valid JSON.');
  return machine.attempt(
    () => machine.call(machine.from('json', 'loads'), [value]),
    ['ValueError'],
    () => invalid(machine, 'Not valid JSON.'),
  );
}
