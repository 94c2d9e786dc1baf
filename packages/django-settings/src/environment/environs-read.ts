/** One read with environs: the variable or its default, checked by version, and the error that stops or waits for `seal()`. */
import { type Bound, type Machine, textOf } from '../evaluate/native.js';
import { Raised } from '../evaluate/raised.js';
import { list, none, type PyInstance, type PyValue, str } from '../evaluate/value.js';
import { deserialize, type EnvironsReader, preprocess, TYPES } from './environs-casts.js';
import { attributeOf, findVariable, isSet } from './environs-variable.js';
import { messagesOf, refusable, validateWith, validationError } from './marshmallow.js';
import { packageAtLeast } from './package-version.js';

/** `env.bool('DEBUG', default=False)` and its relatives. */
export function readByField(machine: Machine, self: PyInstance, reader: EnvironsReader, args: Bound): PyValue {
  checkSealed(machine, self);
  const name = nameOf(self, args);
  if (name === undefined) return machine.unknown('the name of the variable is not known');
  const given = args.optional('default');
  const otherwise = given?.kind === 'special' ? undefined : given;
  // Since 14 a default is handed back as it is; before, it took the place of the text.
  const asIs = packageAtLeast(machine, 'environs', 14);
  const cast = reader === '__call__' ? undefined : reader;
  const lookup = { name, cast, otherwise: asIs ? undefined : otherwise, default: otherwise };
  return findVariable(machine, self, lookup, ({ value, source }) => {
    if (!value) return asIs && otherwise !== undefined ? otherwise : notSet(machine, self, name, source);
    return machine.each(value, (one) => {
      if (one.kind === 'unknown') {
        mayBeRefused(machine, one);
        return machine.derive(one, TYPES[reader] ? { type: TYPES[reader] } : {});
      }
      let seen: PyValue = one;
      return refusable(
        machine,
        () => {
          seen = preprocess(machine, reader, one, args);
          // Null is let through where it is the default.
          const parsed = reader === 'enum' && !packageAtLeast(machine, 'environs', 13);
          if (seen.kind === 'none' && otherwise?.kind === 'none' && !parsed) return none;
          if (seen.kind === 'none' && !parsed) return machine.raise(validationError(machine), 'Field may not be null.');
          const made = deserialize(machine, reader, seen, args);
          const validate = args.some('validate');
          if (validate && made.kind !== 'unknown') validateWith(machine, validate, made, falseRefuses(machine));
          return made;
        },
        (error) => refused(machine, self, name, source, error) ?? seen,
      );
    });
  });
}

/** Another text may be none that the reader takes. */
function mayBeRefused(machine: Machine, value: PyValue): void {
  const [told, messages] = [machine.derive(value, { type: 'str', truth: true }), machine.derive(value)];
  machine.mayRaise(value, machine.classFrom('environs', 'EnvValidationError'), told, messages);
}

/** `env.dj_db_url(…)` and parsers of the project: the default goes through the parser as well. */
export function readByParser(
  machine: Machine,
  self: PyInstance,
  reader: string,
  args: Bound,
  parse: (value: PyValue, keywords: ReadonlyMap<string, PyValue>) => PyValue,
): PyValue {
  checkSealed(machine, self);
  const name = nameOf(self, args);
  if (name === undefined) return machine.unknown('the name of the variable is not known');
  const given = args.optional('default');
  const otherwise = given?.kind === 'special' ? undefined : given;
  return findVariable(machine, self, { name, cast: reader, otherwise, default: otherwise }, ({ value, source }) => {
    if (!value) return notSet(machine, self, name, source);
    if (value.kind === 'unknown') mayBeRefused(machine, value);
    return refusable(
      machine,
      () => ownErrors(machine, () => parse(value, args.extra)),
      (error) => refused(machine, self, name, source, error) ?? value,
    );
  });
}

/** An EnvError that a parser raises counts as a refusal, with its first argument for a message. */
function ownErrors(machine: Machine, run: () => PyValue): PyValue {
  try {
    return run();
  } catch (error) {
    const own = error instanceof Raised && error.exception.cls.mro.includes(machine.classFrom('environs', 'EnvError'));
    if (!own) throw error;
    const [first = none] = machine.iterate(machine.getAttribute(error.exception, 'args'));
    return machine.raise(validationError(machine), first);
  }
}

function checkSealed(machine: Machine, self: PyInstance): void {
  if (!isSet(machine, self, '_sealed')) return;
  const message = 'Env has already been sealed. New values cannot be parsed.';
  machine.raise(machine.classFrom('environs', 'EnvSealedError'), message);
}

/** The name with the prefix, where there is one. */
function nameOf(self: PyInstance, args: Bound): string | undefined {
  const given = textOf(args.get('name'));
  const prefix = attributeOf(self, '_prefix') ?? none;
  if (given === undefined || (prefix.kind !== 'none' && prefix.kind !== 'str')) return undefined;
  return (prefix.kind === 'str' ? prefix.value : '') + given;
}

function notSet(machine: Machine, self: PyInstance, name: string, source: string): PyValue {
  if (isSet(machine, self, 'eager')) {
    const message = `Environment variable "${source}" not set`;
    const raise = (type: string, ...more: readonly PyValue[]) =>
      machine.raise(machine.classFrom('environs', type), message, ...more);
    if (packageAtLeast(machine, 'environs', 15, 1)) return raise('EnvNotSetError');
    if (packageAtLeast(machine, 'environs', 8, 1)) return raise('EnvError');
    return raise('EnvValidationError', list([str('Environment variable not set.')]));
  }
  keepErrors(machine, self, name, [str('Environment variable not set.')]);
  return none;
}

/** Raises, or keeps the error for `seal()` and gives nothing. */
function refused(
  machine: Machine,
  self: PyInstance,
  name: string,
  source: string,
  error: PyInstance,
): PyValue | undefined {
  if (!isSet(machine, self, 'eager')) {
    keepErrors(machine, self, name, machine.iterate(messagesOf(error)));
    return undefined;
  }
  const args = machine.getAttribute(error, 'args');
  const [first = none] = machine.iterate(args);
  const shown = textOf(machine.str(first));
  if (shown === undefined) return machine.unknown('whether environs refuses the variable is not known');
  const message = `Environment variable "${source}" invalid: ${shown}`;
  return machine.raise(machine.classFrom('environs', 'EnvValidationError'), message, messagesOf(error));
}

function keepErrors(machine: Machine, self: PyInstance, name: string, messages: readonly PyValue[]): void {
  const errors = attributeOf(self, '_errors');
  if (errors?.kind !== 'dict') return;
  const before = machine.invoke(errors, 'get', str(name));
  const all = before.kind === 'list' ? [...before.items, ...messages] : messages;
  machine.setItem(errors, str(name), list(all));
}

/** marshmallow 4 no longer takes a validator's False for a refusal. */
function falseRefuses(machine: Machine): boolean {
  const old = !packageAtLeast(machine, 'marshmallow', 4);
  return old || !packageAtLeast(machine, 'environs', 12);
}
