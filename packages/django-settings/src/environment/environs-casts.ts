/** What environs' typed readers make of a text. */

import { dictOf } from '../evaluate/keys.js';
import { strip } from '../evaluate/library/python-text.js';
import { type Bound, type Machine, textOf } from '../evaluate/native.js';
import { bool, list, type PyValue, str } from '../evaluate/value.js';
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
  'dj_db_url',
  'dj_email_url',
  'dj_cache_url',
] as const;

/** One of them. */
export type EnvironsReader = (typeof READERS)[number];

const TYPES: Partial<Record<EnvironsReader, 'str' | 'bool' | 'int' | 'float' | 'list' | 'dict'>> = {
  str: 'str',
  bool: 'bool',
  int: 'int',
  float: 'float',
  list: 'list',
  dict: 'dict',
  log_level: 'int',
  dj_db_url: 'dict',
  dj_email_url: 'dict',
  dj_cache_url: 'dict',
};

/** The value of a variable, as the reader gives it; raises EnvValidationError as environs does. */
export function castEnvirons(
  machine: Machine,
  reader: EnvironsReader,
  name: string,
  value: PyValue,
  args: Bound,
): PyValue {
  return machine.each(value, (one) => {
    const text = textOf(one);
    const type = TYPES[reader];
    if (text === undefined) return one.kind === 'unknown' ? machine.derive(one, type ? { type } : {}) : one;
    return castText(machine, reader, name, text, args);
  });
}

function castText(machine: Machine, reader: EnvironsReader, name: string, text: string, args: Bound): PyValue {
  const fail = (problem: string): never =>
    machine.raise(
      machine.classFrom('environs', 'EnvValidationError'),
      `Environment variable "${name}" invalid: ['${problem}']`,
    );
  const tried = (type: string, problem: string) =>
    machine.attempt(
      () => machine.call(machine.builtin(type), [str(text)]),
      ['ValueError', 'TypeError', 'OverflowError'],
      () => fail(problem),
    );
  switch (reader) {
    case '__call__':
    case 'str':
      return str(text);
    case 'bool': {
      const found = marshmallowBool(text);
      return found === undefined ? fail('Not a valid boolean.') : bool(found);
    }
    case 'int':
      return tried('int', 'Not a valid integer.');
    case 'float':
      return tried('float', 'Not a valid number.');
    case 'log_level': {
      const level = LEVELS[text.toUpperCase()];
      return level === undefined
        ? tried('int', 'Not a valid log level.')
        : machine.call(machine.builtin('int'), [str(String(level))]);
    }
    case 'list': {
      const delimiter = textOf(args.extra.get('delimiter')) ?? ',';
      const cast = args.some('subcast');
      const items = text === '' ? [] : text.split(delimiter);
      return list(items.map((item) => subcast(machine, cast, item, fail)));
    }
    case 'dict':
      return toDict(machine, text, args, fail);
    case 'json':
      return machine.attempt(
        () => machine.call(machine.from('json', 'loads'), [str(text)]),
        ['ValueError'],
        () => fail('Not valid JSON.'),
      );
    case 'path':
      return machine.call(machine.from('pathlib', 'Path'), [str(text)]);
    case 'url':
      return /^[a-zA-Z][a-zA-Z0-9+.-]*:\/\/[^\s/?#]+/u.test(text)
        ? machine.call(machine.from('urllib.parse', 'urlparse'), [str(text)])
        : machine.unknown('whether environs takes this for a URL is not modelled');
    case 'dj_db_url':
      return machine.call(machine.from('dj_database_url', 'parse'), [str(text)], args.extra);
    case 'dj_email_url':
      return machine.call(machine.from('dj_email_url', 'parse'), [str(text)], args.extra);
    default:
      return machine.unknown(
        `\`env.${reader}\` of environs is not modelled`,
        TYPES[reader] ? { type: TYPES[reader] } : {},
      );
  }
}

const LEVELS: Readonly<Record<string, number>> = {
  CRITICAL: 50,
  FATAL: 50,
  ERROR: 40,
  WARNING: 30,
  WARN: 30,
  INFO: 20,
  DEBUG: 10,
  NOTSET: 0,
};

function subcast(machine: Machine, cast: PyValue | undefined, text: string, fail: (problem: string) => never): PyValue {
  if (!cast) return str(text);
  if (cast.kind === 'class' && cast.module === 'builtins') {
    if (cast.name === 'bool') {
      const found = marshmallowBool(text);
      return found === undefined ? fail('Not a valid boolean.') : bool(found);
    }
    if (cast.name === 'str') return str(text);
    if (cast.name === 'int' || cast.name === 'float') {
      return machine.attempt(
        () => machine.call(cast, [str(text)]),
        ['ValueError'],
        () => fail(cast.name === 'int' ? 'Not a valid integer.' : 'Not a valid number.'),
      );
    }
  }
  return machine.call(cast, [str(text)]);
}

function toDict(machine: Machine, text: string, args: Bound, fail: (problem: string) => never): PyValue {
  const keys = args.extra.get('subcast_keys') ?? args.extra.get('subcast_key');
  const values = args.extra.get('subcast_values');
  if (text === '') return dictOf([]);
  return dictOf(
    text.split(textOf(args.extra.get('delimiter')) ?? ',').map((item): readonly [PyValue, PyValue] => {
      const equals = item.indexOf(textOf(args.extra.get('key_value_delimiter')) ?? '=');
      if (equals < 0) return machine.raise('ValueError', 'not enough values to unpack (expected 2, got 1)');
      return [
        subcast(machine, keys, strip(item.slice(0, equals)), fail),
        subcast(machine, values, strip(item.slice(equals + 1)), fail),
      ];
    }),
  );
}
