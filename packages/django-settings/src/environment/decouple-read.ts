/** python-decouple: how one option is read and cast, whatever the repository. */

import { reprText } from '../evaluate/library/python-text.js';
import type { Machine } from '../evaluate/native.js';
import { bool, type PyValue, str } from '../evaluate/value.js';
import { castName } from './cast-name.js';
import { isOwnRepository, noteRepository, repositoryHas, repositoryValue } from './decouple-repository.js';
import { readVariable } from './process.js';
import { oldDecoupleBool, strtobool } from './truth-words.js';
import type { AtLeast } from './version.js';

/** `Config(repository).get(name, default, cast)`; an absent `otherwise` is `undefined`. */
export function readOption(
  machine: Machine,
  repository: PyValue,
  name: string,
  given: PyValue | undefined,
  cast: PyValue | undefined,
  atLeast: AtLeast,
): PyValue {
  const otherwise = isUndefined(given) ? undefined : given;
  const castTo = castName(cast);
  const own = isOwnRepository(repository) ? repository : undefined;
  const there = own ? repositoryHas(machine, own, name) : machine.truth(machine.compare('in', str(name), repository));
  const how = there !== 'no' ? 'supplied' : otherwise === undefined ? 'required' : 'defaulted';
  const read = {
    name,
    required: how === 'required',
    ...(castTo === undefined ? {} : { cast: castTo }),
    ...(otherwise === undefined ? {} : { default: otherwise }),
  };
  return readVariable(machine, read, how, (found) => {
    if (found) return castValue(machine, found, cast, atLeast);
    return machine.branch(
      there,
      () => {
        if (own) noteRepository(machine, own, name);
        const value = own ? repositoryValue(machine, own, name) : machine.getItem(repository, str(name));
        return castValue(machine, value, cast, atLeast);
      },
      () => {
        if (otherwise !== undefined) return castValue(machine, otherwise, cast, atLeast);
        const message = `${name} not found. Declare it as envvar or define a default value.`;
        return machine.raise(machine.classFrom('decouple', 'UndefinedValueError'), message);
      },
    );
  });
}

function isUndefined(value: PyValue | undefined): boolean {
  return (
    value === undefined ||
    (value.kind === 'instance' && value.cls.mro.some((cls) => cls.name === 'Undefined' && cls.module === 'decouple'))
  );
}

function castValue(machine: Machine, value: PyValue, cast: PyValue | undefined, atLeast: AtLeast): PyValue {
  if (cast === undefined || isUndefined(cast)) return value;
  if (cast.kind !== 'class' || cast.module !== 'builtins' || cast.name !== 'bool') return machine.call(cast, [value]);
  return machine.each(value, (one) => {
    const text = machine.str(one);
    if (text.kind !== 'str') {
      machine.mayRaise(text, 'ValueError');
      return machine.derive(text, { type: 'bool' });
    }
    return boolOf(machine, text.value, atLeast);
  });
}

/** `cast=bool`: the empty string is false, and what is no word of the list stops the settings, in the words of the release. */
function boolOf(machine: Machine, text: string, atLeast: AtLeast): PyValue {
  const found = atLeast(3, 3) ? (text === '' ? false : strtobool(text)) : oldDecoupleBool(text);
  if (found !== undefined) return bool(found);
  return machine.raise('ValueError', atLeast(3, 3) ? notAWord(text, atLeast) : `Not a boolean: ${text}`);
}

/** The message for what is neither true nor false. */
export function notAWord(text: string, atLeast: AtLeast): string {
  const word = text.toLowerCase();
  return atLeast(3, 6) ? `Invalid truth value: ${word}` : `invalid truth value ${reprText(word)}`;
}
