/** django-environ's `get_value`: schema, `$` references, casts after the default's type, and defaults left as they are. */

import { reprText } from '../evaluate/library/python-text.js';
import { type Machine, textOf } from '../evaluate/native.js';
import { lengthOf } from '../evaluate/text.js';
import type { PyInstance, PyUnknown, PyValue } from '../evaluate/value.js';
import { int, none, str } from '../evaluate/value.js';
import { castName } from './cast-name.js';
import { fileVariable } from './environ-file-aware.js';
import { type Parsing, parseCast } from './environ-parse.js';
import { readVariable } from './process.js';
import { pythonAtLeast } from './surroundings.js';
import type { AtLeast } from './version.js';

/** What a reader casts to: a Python value as django-environ takes it, and the reader's name for the contract. */
export interface Cast {
  readonly value: PyValue | undefined;
  readonly name: string | undefined;
}

/** What one read is made of: it goes along with every `$` reference. */
interface Reading {
  readonly env: PyInstance;
  readonly cast: Cast;
  readonly otherwise: PyValue | undefined;
  readonly parseDefault: boolean;
  readonly depth: number;
  readonly how: Parsing;
}

const MAX_REFERENCES = 20;

/** `env.get_value(var, cast, default, parse_default)`; an absent `otherwise` is `NOTSET`. */
export function getValue(
  machine: Machine,
  env: PyValue,
  variable: PyValue,
  cast: Cast,
  otherwise: PyValue | undefined,
  parseDefault: boolean,
  atLeast: AtLeast,
): PyValue {
  if (env.kind !== 'instance') return machine.unknown('it is not a plain Env object');
  const given = isNotset(otherwise) ? undefined : otherwise;
  const how = { cls: env.cls, atLeast };
  return machine.each(variable, (one) => {
    const name = textOf(one);
    if (name === undefined) return machine.derive(one);
    return readNamed(machine, name, { env, cast, otherwise: given, parseDefault, depth: 0, how });
  });
}

/** `Env.NOTSET`, or nothing at all. */
export function isNotset(value: PyValue | undefined): boolean {
  return value === undefined || (value.kind === 'instance' && value.cls.name === 'NoValue');
}

function readNamed(machine: Machine, variable: string, given: Reading): PyValue {
  const { env, how } = given;
  const { atLeast } = how;
  if (given.depth > MAX_REFERENCES) {
    // Before 3.12 the message hangs on which call came last.
    if (!pythonAtLeast(machine, 12)) return machine.unknown(`the variable \`${variable}\` refers to itself`);
    return machine.raise('RecursionError', 'maximum recursion depth exceeded');
  }
  const prefix = atLeast(0, 9) ? machine.str(machine.getAttribute(env, 'prefix')) : str('');
  if (prefix.kind !== 'str') return machine.derive(prefix);
  const name = prefix.value + variable;
  const reading = withSchema(machine, given, name);
  const { cast, otherwise } = reading;
  const inFile = fileVariable(machine, env, name);
  if (inFile) return finish(machine, inFile, reading);
  const castTo = cast.name ?? castName(cast.value ?? (otherwise && typeForCast(machine, otherwise)));
  const read = {
    name,
    required: otherwise === undefined,
    ...(castTo === undefined ? {} : { cast: castTo }),
    ...(otherwise === undefined ? {} : { default: otherwise }),
  };
  return readVariable(machine, read, otherwise === undefined ? 'required' : 'defaulted', (found) => {
    if (found) return finish(machine, found, reading);
    if (otherwise === undefined) {
      const type = machine.classFrom('django.core.exceptions', 'ImproperlyConfigured');
      return machine.raise(type, `Set the ${atLeast(0, 12) ? name : variable} environment variable`);
    }
    return finish(
      machine,
      atLeast(0, 13) && isCallable(machine, otherwise) ? machine.call(otherwise) : otherwise,
      reading,
    );
  });
}

function finish(machine: Machine, value: PyValue, reading: Reading): PyValue {
  const { env, otherwise, parseDefault, how } = reading;
  const { atLeast } = how;
  return machine.each(value, (found) => {
    let one = found;
    if (one.kind === 'bytes' && !atLeast(0, 7))
      return machine.raise('TypeError', 'startswith first arg must be bytes or a tuple of bytes, not str');
    const reference = referenceIn(one);
    if (reference !== undefined)
      one = readNamed(machine, reference, { ...reading, parseDefault: false, depth: reading.depth + 1 });
    if (one.kind === 'choice') return machine.each(one, (option) => settle(machine, option, reading));
    if (atLeast(0, 8) && (one.kind === 'str' || one.kind === 'bytes')) {
      if (machine.truth(machine.getAttribute(env, 'escape_proxy')) === 'yes')
        one = { ...one, value: one.value.replaceAll('\\$', '$') };
    }
    return settle(machine, one, { ...reading, otherwise, parseDefault });
  });
}

/** Cast a value, unless it is the default. */
function settle(
  machine: Machine,
  value: PyValue,
  { env, cast: given, otherwise, parseDefault, how }: Reading,
): PyValue {
  const { atLeast } = how;
  const cast = (given.value?.kind === 'none' ? undefined : given.value) ?? smartCast(machine, env, otherwise, atLeast);
  const one = atLeast(0, 8) && otherwise?.kind === 'none' && textOf(value) === '' ? none : value;
  if (one.kind === 'unknown') return unknownOf(machine, one, cast, otherwise);
  const same = otherwise === undefined ? 'no' : machine.equal(one, otherwise);
  const parses = parseDefault && (atLeast(0, 10) ? one.kind !== 'none' : machine.truth(one) !== 'no');
  if (same === 'yes' && !parses) return one;
  if (same === 'maybe') return machine.join([one, parseCast(machine, one, cast, how)]);
  return parseCast(machine, one, cast, how);
}

/** The name behind the `$` that a value begins with. */
function referenceIn(value: PyValue): string | undefined {
  if (value.kind === 'str' && value.value.startsWith('$')) return value.value.replace(/^\$+/u, '');
  if (value.kind === 'bytes' && value.value.startsWith('$')) return `b${reprText(value.value.replace(/^\$+/u, ''))}`;
  return undefined;
}

/** Without a cast, the default's type is the cast. */
function smartCast(
  machine: Machine,
  env: PyInstance,
  otherwise: PyValue | undefined,
  atLeast: AtLeast,
): PyValue | undefined {
  if (otherwise === undefined || otherwise.kind === 'none') return undefined;
  if (atLeast(0, 13) && isCallable(machine, otherwise)) return undefined;
  if (atLeast(0, 5) && machine.truth(machine.getAttribute(env, 'smart_cast')) === 'no') return undefined;
  return machine.typeOf(otherwise);
}

function isCallable(machine: Machine, value: PyValue): boolean {
  if (['function', 'native', 'method', 'class'].includes(value.kind)) return true;
  return value.kind === 'instance' && machine.findAttribute(value, '__call__') !== undefined;
}

function typeForCast(machine: Machine, otherwise: PyValue): PyValue | undefined {
  return otherwise.kind === 'none' ? undefined : machine.typeOf(otherwise);
}

/** A schema entry of two parts is a cast and a default, anything else is a cast: whatever has two parts counts. */
function withSchema(machine: Machine, reading: Reading, name: string): Reading {
  const scheme = machine.getAttribute(reading.env, 'scheme');
  const there = machine.compare('in', str(name), scheme);
  if (machine.truth(there) !== 'yes') return reading;
  const info = machine.getItem(scheme, str(name));
  const { cast, otherwise } = reading;
  const hasCast = cast.value !== undefined && machine.truth(cast.value) !== 'no';
  if (sizeOf(info) !== 2) return { ...reading, cast: hasCast ? cast : { ...cast, value: info } };
  const first = hasCast ? cast.value : machine.getItem(info, int(0));
  const second = otherwise ?? machine.getItem(info, int(1));
  return {
    ...reading,
    cast: { ...cast, value: first },
    otherwise: isNotset(second) ? undefined : second,
  };
}

function sizeOf(value: PyValue): number | undefined {
  switch (value.kind) {
    case 'tuple':
    case 'list':
      return value.items.length;
    case 'str':
      return lengthOf(value.value);
    case 'dict':
    case 'set':
      return value.entries.size;
    default:
      return undefined;
  }
}

/** A value that is set but not known, after its cast. */
function unknownOf(
  machine: Machine,
  value: PyUnknown,
  cast: PyValue | undefined,
  otherwise: PyValue | undefined,
): PyValue {
  const name = cast?.kind === 'list' || cast?.kind === 'tuple' || cast?.kind === 'dict' ? cast.kind : castName(cast);
  // A value equal to a default of another type would be returned as it is.
  const mixed = otherwise?.kind === 'str' && name !== 'str';
  if (cast === undefined) return value;
  const types = ['str', 'bool', 'int', 'float', 'list', 'tuple', 'dict'] as const;
  const type = mixed ? undefined : types.find((one) => one === name);
  if (name === 'str' && type === 'str') return value;
  if (name !== 'bool') machine.mayRaise(value, 'ValueError');
  return machine.derive(value, type ? { type } : {});
}
