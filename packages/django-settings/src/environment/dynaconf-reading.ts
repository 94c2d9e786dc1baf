/** One setting of a dynaconf object: what it holds, unless the environment gives another value. */
import type { Machine } from '../evaluate/native.js';
import type { PyValue } from '../evaluate/value.js';
import { freshLists } from './dynaconf-box.js';
import { DynaconfDoubt } from './dynaconf-doubt.js';
import type { Loaded } from './dynaconf-load.js';
import type { DynaconfOptions } from './dynaconf-options.js';
import { parseVariable } from './dynaconf-parse.js';
import { type Asking, type Found, readVariable } from './process.js';

/** How a setting is asked for, and what is used where nothing gives it. */
export interface Question {
  readonly how: Asking;
  readonly otherwise?: PyValue | undefined;
  readonly cast?: string | undefined;
}

/** Go on with the value of a setting, `undefined` where it is not there. */
export function withSetting(
  machine: Machine,
  { store, given }: Loaded,
  options: DynaconfOptions,
  name: string,
  question: Question,
  then: (value: PyValue | undefined) => PyValue,
): PyValue {
  if (store.open) return then(store.open);
  const held = store.values.get(name);
  const own = held && freshLists(held);
  const gave = given.get(name);
  if (gave) {
    for (const variable of gave)
      readVariable(
        machine,
        { name: variable, required: false },
        'supplied',
        (found) => found ?? held ?? store.open ?? noValue,
      );
    return then(own);
  }
  const variable = variableOf(options, name);
  // A dict is given piece by piece, if at all.
  if (variable === undefined || own?.kind === 'dict') return then(own);
  const how = own ? 'defaulted' : question.how;
  const otherwise = own ?? question.otherwise;
  const read = {
    name: variable,
    required: how === 'required',
    ...(otherwise === undefined ? {} : { default: otherwise }),
    ...(question.cast === undefined ? {} : { cast: question.cast }),
  };
  return readVariable(machine, read, how, (found) => then(found ? castFound(machine, found) : own));
}

const noValue: PyValue = { kind: 'none' };

/** What dynaconf makes of a variable that the scenario gives. */
function castFound(machine: Machine, found: Found): PyValue {
  if (found.kind === 'unknown')
    return machine.derive(found, { ...(found.variables ? { variables: found.variables } : {}) });
  try {
    return parseVariable(machine, found.value);
  } catch (error) {
    if (!(error instanceof DynaconfDoubt)) throw error;
    return machine.unknown(error.why);
  }
}

/** The variable that sets a setting. */
export function variableOf({ prefix }: DynaconfOptions, name: string): string | undefined {
  if (prefix === null) return undefined;
  if (prefix === false) return name;
  return `${prefix.split(',').at(-1)?.toUpperCase() ?? ''}_${name}`;
}
