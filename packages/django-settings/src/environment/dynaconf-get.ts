/** `settings.get(key, default, cast)`: names in any case, nested ones with dots, and casts. */
import { type Machine, textOf } from '../evaluate/native.js';
import { bool, none, type PyValue, str } from '../evaluate/value.js';
import { boxed, entryIn, freshLists } from './dynaconf-box.js';
import type { Loaded } from './dynaconf-load.js';
import { type DynaconfOptions, isRenamed } from './dynaconf-options.js';
import { withSetting } from './dynaconf-reading.js';

/** How it is asked. */
export interface Ask {
  readonly otherwise?: PyValue | undefined;
  readonly cast?: PyValue | string | undefined;
  /** Raises for what is not there. */
  readonly wanted?: (key: string) => never;
}

/** What an object gives for a key. */
export function getSetting(
  machine: Machine,
  { loaded, options }: { readonly loaded: Loaded; readonly options: DynaconfOptions },
  key: PyValue,
  ask: Ask,
): PyValue {
  const text = textOf(key);
  if (text !== undefined && isInternalName(text)) return machine.unknown(`\`${text}\` is an option of dynaconf`);
  if (text === undefined)
    return key.kind === 'unknown' ? machine.derive(key) : machine.unknown('such a key is not followed');
  const [head = '', ...rest] = text.replaceAll('__', '.').split('.');
  const cast = typeof ask.cast === 'string' ? str(ask.cast) : ask.cast;
  const otherwise = ask.otherwise ?? none;
  const how = ask.wanted ? 'required' : ask.otherwise ? 'defaulted' : 'optional';
  const castName = { '@bool': 'bool', '@int': 'int', '@float': 'float', '@json': 'json' }[textOf(cast) ?? ''];
  const question = { how, otherwise: ask.wanted ? undefined : ask.otherwise, cast: castName } as const;
  return withSetting(machine, loaded, options, head.toUpperCase(), question, (value) => {
    const found =
      value && rest.length > 0 ? nested(machine, ask.wanted ? undefined : otherwise, head, value, rest) : value;
    if (found === undefined && ask.wanted) return ask.wanted(text);
    return castValue(machine, found ?? boxed(machine, freshLists(otherwise)), cast);
  });
}

/** The value at a path into another; `undefined` where it is not there. */
function nested(
  machine: Machine,
  otherwise: PyValue | undefined,
  name: string,
  value: PyValue,
  [next = '', ...rest]: readonly string[],
): PyValue | undefined {
  if (value.kind === 'unknown' || value.kind === 'choice' || ('options' in value && value.options))
    return machine.derive(value);
  // What equals the default ends the search.
  const ends = otherwise ? machine.equal(value, otherwise) : 'no';
  if (ends === 'maybe') return machine.unknown('whether it equals the default is not known');
  if (ends === 'yes') return value;
  const path = [name, next, ...rest].join('.');
  if (value.kind === 'list' || value.kind === 'dict') {
    // An empty one counts as none, and then dynaconf looks among all settings.
    if (machine.truth(value) !== 'yes') return machine.unknown('a look into what may be empty is not followed');
  } else
    return machine.raise('AttributeError', `Invalid dotted lookup in ${path}. ${name} is a ${machine.typeName(value)}`);
  const key = next.toUpperCase();
  if (value.kind === 'list' && !/^\d+$/u.test(key)) return machine.raise('ValueError', `Expected integer, got: ${key}`);
  const found =
    value.kind === 'list'
      ? machine.getItem(value, { kind: 'int', value: BigInt(key) })
      : (entryIn(value, str(key)) ?? (value.open && machine.derive(value.open)));
  if (!found || rest.length === 0) return found && freshLists(found);
  return nested(machine, otherwise, next, found, rest);
}

/** Names that dynaconf has values for by itself. */
const isInternalName = (name: string): boolean => {
  const upper = name.toUpperCase();
  return upper.endsWith('_FOR_DYNACONF') || isRenamed(upper);
};

const TRUE = /^(?:t|true|enabled|1|on|yes)$/u;

function castValue(machine: Machine, value: PyValue, cast: PyValue | undefined): PyValue {
  if (!cast || machine.truth(cast) === 'no') return value;
  const name = textOf(cast);
  if (name === '@int' || name === '@float' || name === '@str')
    return machine.call(machine.builtin(name.slice(1)), [value]);
  if (name === '@json') return boxed(machine, machine.call(machine.from('json', 'loads'), [value]));
  if (name !== '@bool') return machine.unknown('such a cast of dynaconf is not followed');
  return machine.each(value, (one) => {
    // The text of a list or a dict is no word for true.
    if (one.kind === 'list' || one.kind === 'dict') return bool(false);
    const text = textOf(machine.str(one));
    return text === undefined ? machine.derive(one, { type: 'bool' }) : bool(TRUE.test(text.toLowerCase()));
  });
}
