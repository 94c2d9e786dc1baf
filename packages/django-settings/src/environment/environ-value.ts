/** django-environ's `get_value`: schema, `$` references, casts after the default's type, and defaults left as they are. */

import { type Machine, textOf } from '../evaluate/native.js';
import type { PyInstance, PyUnknown, PyValue } from '../evaluate/value.js';
import { none, str, stringKey } from '../evaluate/value.js';
import { castName } from './cast-name.js';
import { fileVariable } from './environ-file-aware.js';
import { parseCast } from './environ-parse.js';
import { readVariable } from './process.js';

/** What a reader casts to: a Python value as django-environ takes it, and the reader's name for the contract. */
export interface Cast {
  readonly value: PyValue | undefined;
  readonly name: string | undefined;
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
): PyValue {
  if (env.kind !== 'instance') return machine.unknown('it is not a plain Env object');
  return machine.each(variable, (one) => {
    const name = textOf(one);
    return name === undefined ? machine.derive(one) : readNamed(machine, env, name, cast, otherwise, parseDefault, 0);
  });
}

function readNamed(
  machine: Machine,
  env: PyInstance,
  variable: string,
  given: Cast,
  givenDefault: PyValue | undefined,
  parseDefault: boolean,
  depth: number,
): PyValue {
  if (depth > MAX_REFERENCES) return machine.unknown(`the variable \`${variable}\` refers to itself`);
  const prefix = machine.getAttribute(env, 'prefix');
  if (prefix.kind !== 'str') return machine.derive(prefix);
  const name = prefix.value + variable;
  const schema = schemaOf(env, name);
  const cast: Cast = { value: given.value ?? schema.cast, name: given.name };
  const otherwise = givenDefault ?? schema.otherwise;
  const inFile = fileVariable(machine, env, name);
  if (inFile) return finish(machine, env, inFile, cast, otherwise, parseDefault, depth);
  const castTo = cast.name ?? castName(cast.value ?? (otherwise && typeForCast(machine, otherwise)));
  const read = {
    name,
    required: otherwise === undefined,
    ...(castTo === undefined ? {} : { cast: castTo }),
    ...(otherwise === undefined ? {} : { default: otherwise }),
  };
  return readVariable(machine, read, otherwise === undefined ? 'required' : 'defaulted', (found) => {
    if (!found && otherwise === undefined) {
      const type = machine.classFrom('django.core.exceptions', 'ImproperlyConfigured');
      return machine.raise(type, `Set the ${name} environment variable`);
    }
    return finish(machine, env, found ?? otherwise ?? none, cast, otherwise, parseDefault, depth);
  });
}

function finish(
  machine: Machine,
  env: PyInstance,
  value: PyValue,
  given: Cast,
  otherwise: PyValue | undefined,
  parseDefault: boolean,
  depth: number,
): PyValue {
  return machine.each(value, (found) => {
    let one = found;
    if (one.kind === 'str' && one.value.startsWith('$')) {
      const target = one.value.replace(/^\$+/u, '');
      one = readNamed(machine, env, target, given, otherwise, false, depth + 1);
      // The referred value was cast once already; a second cast of anything but text is the library's own trouble.
      if (one.kind !== 'str') return one;
    }
    if (one.kind === 'str' && machine.truth(machine.getAttribute(env, 'escape_proxy')) === 'yes') {
      one = str(one.value.replaceAll('\\$', '$'));
    }
    const cast = given.value ?? smartCast(machine, env, otherwise);
    if (otherwise?.kind === 'none' && one.kind === 'str' && one.value === '') one = none;
    if (one.kind === 'unknown') return unknownOf(machine, one, cast, otherwise);
    const same = otherwise === undefined ? 'no' : machine.equal(one, otherwise);
    if (same === 'yes' && !(parseDefault && one.kind !== 'none')) return one;
    if (same === 'maybe') return machine.join([one, parseCast(machine, one, cast)]);
    return parseCast(machine, one, cast);
  });
}

/** Without a cast, the default's type is the cast. */
function smartCast(machine: Machine, env: PyInstance, otherwise: PyValue | undefined): PyValue | undefined {
  if (otherwise === undefined || otherwise.kind === 'none') return undefined;
  if (machine.truth(machine.getAttribute(env, 'smart_cast')) === 'no') return undefined;
  return machine.typeOf(otherwise);
}

function typeForCast(machine: Machine, otherwise: PyValue): PyValue | undefined {
  return otherwise.kind === 'none' ? undefined : machine.typeOf(otherwise);
}

function schemaOf(env: PyInstance, name: string): { readonly cast?: PyValue; readonly otherwise?: PyValue } {
  const scheme = env.attributes.entries.get('scheme')?.value;
  const info = scheme?.kind === 'dict' ? scheme.entries.get(stringKey(name))?.value : undefined;
  if (!info) return {};
  if ((info.kind === 'tuple' || info.kind === 'list') && info.items.length === 2) {
    const [cast, otherwise] = info.items;
    return { ...(cast ? { cast } : {}), ...(otherwise ? { otherwise } : {}) };
  }
  return { cast: info };
}

/** A value that is set but not known, after its cast. */
function unknownOf(
  machine: Machine,
  value: PyUnknown,
  cast: PyValue | undefined,
  otherwise: PyValue | undefined,
): PyValue {
  const name = castName(cast);
  // A value equal to a default of another type would be returned as it is.
  const mixed = otherwise?.kind === 'str' && name !== 'str';
  if (cast === undefined) return value;
  const types = ['str', 'bool', 'int', 'float', 'list', 'tuple', 'dict'] as const;
  const type = mixed ? undefined : types.find((one) => one === name);
  if (name === 'str' && type === 'str') return value;
  return machine.derive(value, type ? { type } : {});
}
