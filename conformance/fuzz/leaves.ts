/** Texts without holes, by kind: what an expression ends in. */

import { bytesText, float, formatSpec, integer, percentField, text, variableNames } from './literals.js';
import type { Random } from './random.js';
import type { Kind } from './scope.js';

const of =
  (...texts: readonly string[]) =>
  (random: Random) =>
    random.pick(texts);

const listOf = (item: (random: Random) => string) => (random: Random) =>
  `[${Array.from({ length: random.below(5) }, () => item(random)).join(', ')}]`;

const json = of(
  '1',
  '-2.5',
  'true',
  'null',
  '"a"',
  '[]',
  '{"k": [1, 2]}',
  '1e3',
  '"\\u00e9"',
  '12345678901234567890',
  ' 7 ',
  '"x", 3',
  'NaN',
);

/** What each kind ends in. */
export const leaves: Readonly<Record<Kind, (random: Random) => string>> = {
  int: integer,
  small: of('0', '1', '2', '3', '-1', '4', '2', '1'),
  step: of('-1', '2', '-2', '1', '3', '0', 'None'),
  float,
  num: (random) => (random.chance(0.7) ? integer(random) : float(random)),
  bool: of('True', 'False'),
  cond: of('True', 'False', 'DEBUG', "''", '[]', "'x'", '0', 'None', '1'),
  str: text,
  onechar: of("'*'", "'-'", "'é'", "' '", "'0'", "'😀'", "'ab'", "''"),
  bytes: bytesText,
  list: (random) => listOf(random.chance(0.5) ? text : random.chance(0.5) ? integer : anyLeaf)(random),
  strs: listOf(text),
  ints: listOf(integer),
  tuple: (random) =>
    random.pick([
      `(${text(random)}, ${integer(random)})`,
      '()',
      `(${integer(random)},)`,
      `(${text(random)}, ${text(random)}, None)`,
    ]),
  dict: (random) =>
    random.pick([
      '{}',
      `{'a': ${integer(random)}, 'b': ${text(random)}}`,
      `{${text(random)}: ${anyLeaf(random)}}`,
      `{${integer(random)}: ${text(random)}, 'a': {'b': ${anyLeaf(random)}}}`,
      `{'a': ${listOf(text)(random)}}`,
    ]),
  set: of('set()', '{1, 2}', '{0, 5, 10}', "{'a'}", '{3, 1, 2}', 'frozenset([1])'),
  none: of('None'),
  path: of(
    "pathlib.Path('a/b.txt')",
    "pathlib.Path('/srv/app')",
    "pathlib.Path('.')",
    "pathlib.PurePath('a', '..', 'b')",
    "pathlib.Path('/')",
  ),
  delta: of(
    'datetime.timedelta(days=1)',
    'datetime.timedelta(seconds=30)',
    'datetime.timedelta()',
    'datetime.timedelta(minutes=90)',
  ),
  fn: of('str', 'len', 'bool', 'repr', 'lambda x: x', 'int'),
  type: of('int', 'str', 'bool', 'float', 'list', 'dict', 'tuple', 'set', 'bytes', 'object', 'type', 'Exception'),
  error: of(
    'ValueError',
    'KeyError',
    'TypeError',
    'IndexError',
    'AttributeError',
    'Exception',
    'RuntimeError',
    'ZeroDivisionError',
    'NameError',
    'LookupError',
    'OSError',
    'ImportError',
    'StopIteration',
    'AssertionError',
    'ArithmeticError',
    'UnicodeError',
  ),
  any: anyLeaf,
  any_literal: (random) => random.pick(['None', 'True', '0', '1', "'a'", "''", '1.5', '-1', "b'a'"]),
  pattern: of('x', '_', '0', "'a'", 'None', 'int()', 'str()', '[x, y]'),
  envname: (random) => `'${random.pick(variableNames)}'`,
  raw_spec: formatSpec,
  raw_pct: (random) => percentField(random),
  raw_pctname: (random) => percentField(random, random.pick(['a', 'b', 'a', 'c'])),
  raw_lit: of('', '', 'x', ' - ', 'é', '{{}}', ': ', '\\n', '%%', '\\t', '#', '\\x41', '\\N{DEGREE SIGN}', '😀'),
  raw_lit2: of('1', '[1, 2]', '"a" "b"', '3 +', 'y if y else x'),
  raw_expr: of('1 + 1', '[x for x in (1, 2)]', 'A', '__name__', '(1,', "len('abc')", 'undefined', '1 if 2 else 3'),
  raw_digits: of('12', '007', '1010', 'ff', '3_4', '', '9', 'z1', '0b1', '-5', '99'),
  raw_attr: of('real', 'a', 'upper', 'name', 'x', '__class__', '__len__', 'append', 'keys', 'imag'),
  raw_case: of('upper', 'lower', 'title', 'strip', 'split', 'swapcase', 'nothing'),
  raw_urlpart: of(
    'scheme',
    'netloc',
    'path',
    'query',
    'hostname',
    'port',
    'username',
    'password',
    'fragment',
    'params',
  ),
  raw_json: json,
  raw_module: of('os', 'json', 'missing_module', 'os.path', 'config', 'config.missing', 'sys', 're as R'),
  raw_regex: of(
    'a',
    '\\d+',
    '[a-c]+',
    '.',
    '\\s*',
    '^\\w+',
    'b|c',
    '(a)(b)?',
    '.*?$',
    '[^a-z]',
    '\\b',
    'x{2,3}',
    '(?i)A',
    '',
    ',\\s*',
    '(?:l+)o',
    '\\W',
    '(',
    '[^/]+',
  ),
};

function anyLeaf(random: Random): string {
  return random.pick([integer, text, float, of('None', 'True', 'False', '[]', '{}', '()', "['a', 1]")])(random);
}
