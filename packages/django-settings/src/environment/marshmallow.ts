/** marshmallow's `ValidationError` and its validators, which environs hands on to settings. */
import { type Bound, type Machine, method, type NativeModule, nativeClass, textOf } from '../evaluate/native.js';
import { Raised } from '../evaluate/raised.js';
import { list, none, type PyClass, type PyInstance, type PyValue, str, stringKey, tuple } from '../evaluate/value.js';

/** The module `marshmallow`, and `marshmallow.exceptions`. */
export const marshmallowModule: NativeModule = {
  standard: false,
  isPackage: true,
  load: (machine) => ({ ValidationError: validationError(machine) }),
};

/** The module `marshmallow.validate`. */
export const marshmallowValidateModule: NativeModule = { standard: false, load: validators };

/** `marshmallow.ValidationError`, one class in an evaluation. */
export function validationError(machine: Machine): PyClass {
  return machine.once('marshmallow.ValidationError', () =>
    nativeClass(machine, {
      name: 'ValidationError',
      module: 'marshmallow.exceptions',
      base: machine.builtinClass('Exception'),
      members: {
        __init__: method(
          'marshmallow.ValidationError.__init__',
          '(self, message, field_name=, data=, valid_data=, **extra)',
          (m, args) => {
            const message = args.get('message');
            m.setAttribute(args.get('self'), 'args', tuple([message]));
            const alone = message.kind === 'str' || message.kind === 'bytes';
            m.setAttribute(args.get('self'), 'messages', alone ? list([message]) : message);
            return none;
          },
          { unknowns: 'accept' },
        ),
      },
    }),
  );
}

/** Run something that may refuse a value; `refused` gets the error. */
export function refusable<T>(machine: Machine, run: () => T, refused: (error: PyInstance) => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof Raised && error.exception.cls.mro.includes(validationError(machine)))
      return refused(error.exception);
    throw error;
  }
}

/** What a `ValidationError` says, always as a list or a dict. */
export function messagesOf(error: PyInstance): PyValue {
  return error.attributes.entries.get(stringKey('messages'))?.value ?? none;
}

/** Ask one validator or several; all of their complaints are raised in one error. */
export function validateWith(machine: Machine, validate: PyValue, value: PyValue, falseRefuses: boolean): void {
  const complaints: PyValue[] = [];
  const several = ['list', 'tuple', 'set', 'iterator'].includes(validate.kind);
  for (const validator of several ? machine.iterate(validate) : [validate]) {
    refusable<void>(
      machine,
      () => {
        const answer = machine.call(validator, [value]);
        if (falseRefuses && answer.kind === 'bool' && !answer.value) complaints.push(str('Invalid value.'));
      },
      (error) => {
        const messages = messagesOf(error);
        if (messages.kind === 'dict') complaints.push(messages);
        else complaints.push(...machine.iterate(messages));
      },
    );
  }
  if (complaints.length > 0) machine.raise(validationError(machine), list(complaints));
}

/** What a validator does: it gives the words of its complaint, or nothing. */
type Check = (machine: Machine, value: PyValue, options: Bound) => PyValue | undefined;

function validators(machine: Machine): Readonly<Record<string, PyValue>> {
  const made = (name: string, signature: string, check: Check) => validator(machine, name, signature, check);
  const unsure = (name: string) =>
    made(name, '(self, *args, **extra)', (m) => m.unknown(`\`validate.${name}\` is not modelled`));
  return {
    Range: made('Range', '(self, min=, max=, *, min_inclusive=, max_inclusive=, error=)', checkRange),
    Length: made('Length', '(self, min=, max=, *, equal=, error=)', checkLength),
    Equal: made('Equal', '(self, comparable, *, error=)', (m, value, options) =>
      m.equal(value, options.get('comparable')) === 'yes'
        ? undefined
        : words(m, options, 'Must be equal to {other}.', { input: value, other: options.get('comparable') }),
    ),
    OneOf: made('OneOf', '(self, choices, labels=, *, error=)', (m, value, options) => {
      const choices = m.iterate(options.get('choices'));
      if (choices.some((choice) => m.equal(choice, value) === 'yes')) return undefined;
      return words(m, options, 'Must be one of: {choices}.', { input: value, choices: joined(m, choices) });
    }),
    NoneOf: made('NoneOf', '(self, iterable, *, error=)', (m, value, options) => {
      const values = m.iterate(options.get('iterable'));
      if (!values.some((one) => m.equal(one, value) === 'yes')) return undefined;
      return words(m, options, 'Invalid input.', { input: value, values: joined(m, values) });
    }),
    ContainsOnly: made('ContainsOnly', '(self, choices, labels=, *, error=)', (m, value, options) => {
      const choices = m.iterate(options.get('choices'));
      const items = m.iterate(value);
      if (items.every((item) => choices.some((choice) => m.equal(choice, item) === 'yes'))) return undefined;
      const message = 'One or more of the choices you made was not in: {choices}.';
      return words(m, options, message, { input: joined(m, items), choices: joined(m, choices) });
    }),
    Regexp: made('Regexp', '(self, regex, flags=, *, error=)', (m, value, options) => {
      const regex = options.get('regex');
      const flags = options.optional('flags');
      const pattern = regex.kind === 'str' ? m.call(m.from('re', 'compile'), flags ? [regex, flags] : [regex]) : regex;
      const found = m.invoke(pattern, 'match', value);
      if (found.kind === 'unknown') return found;
      return found.kind === 'none'
        ? words(m, options, 'String does not match expected pattern.', { input: value, regex })
        : undefined;
    }),
    Predicate: unsure('Predicate'),
    URL: unsure('URL'),
    Email: unsure('Email'),
    ContainsNoneOf: unsure('ContainsNoneOf'),
    ValidationError: validationError(machine),
  };
}

function validator(machine: Machine, name: string, signature: string, check: Check): PyClass {
  return nativeClass(machine, {
    name,
    module: 'marshmallow.validate',
    members: {
      __init__: method(
        `marshmallow.validate.${name}.__init__`,
        signature,
        (m, args) => {
          const self = args.get('self');
          if (self.kind !== 'instance') return none;
          m.touch(self);
          self.payload = args;
          return none;
        },
        { unknowns: 'accept' },
      ),
      __call__: method(`marshmallow.validate.${name}.__call__`, '(self, value)', (m, args) => {
        const self = args.get('self');
        const value = args.get('value');
        if (self.kind !== 'instance' || m.doubt(value)) return value;
        const complaint = check(m, value, self.payload as Bound);
        if (!complaint) return value;
        if (complaint.kind !== 'unknown') return m.raise(validationError(m), complaint);
        return m.branch(
          'maybe',
          () => value,
          () => m.raise(validationError(m), complaint),
          complaint,
        );
      }),
    },
  });
}

function checkRange(machine: Machine, value: PyValue, options: Bound): PyValue | undefined {
  const [min, max] = [options.some('min'), options.some('max')];
  const open = (side: string) => {
    const given = options.optional(side);
    return given !== undefined && machine.truth(given) === 'no';
  };
  const breaks = (operator: string, bound: PyValue) => machine.truth(machine.compare(operator, value, bound)) === 'yes';
  const low = open('min_inclusive') ? 'greater than' : 'greater than or equal to';
  const high = open('max_inclusive') ? 'less than' : 'less than or equal to';
  const tooLow = min && breaks(open('min_inclusive') ? '<=' : '<', min);
  const tooHigh = max && !tooLow && breaks(open('max_inclusive') ? '>=' : '>', max);
  if (!tooLow && !tooHigh) return undefined;
  const message =
    min && max ? `Must be ${low} {min} and ${high} {max}.` : min ? `Must be ${low} {min}.` : `Must be ${high} {max}.`;
  return words(machine, options, message, { input: value, min: min ?? none, max: max ?? none });
}

function checkLength(machine: Machine, value: PyValue, options: Bound): PyValue | undefined {
  const length = machine.call(machine.builtin('len'), [value]);
  const [min, max, equal] = [options.some('min'), options.some('max'), options.some('equal')];
  const fills = { input: value, min: min ?? none, max: max ?? none, equal: equal ?? none };
  if (equal)
    return machine.equal(length, equal) === 'yes'
      ? undefined
      : words(machine, options, 'Length must be {equal}.', fills);
  const short = min && machine.truth(machine.compare('<', length, min)) === 'yes';
  const long = max && machine.truth(machine.compare('>', length, max)) === 'yes';
  if (!short && !long) return undefined;
  const message =
    min && max
      ? 'Length must be between {min} and {max}.'
      : min
        ? 'Shorter than minimum length {min}.'
        : 'Longer than maximum length {max}.';
  return words(machine, options, message, fills);
}

function joined(machine: Machine, items: readonly PyValue[]): PyValue {
  const texts = items.map((item) => textOf(machine.str(item)));
  return texts.every((text) => text !== undefined)
    ? str(texts.join(', '))
    : machine.unknown('the choices are not known');
}

/** The complaint: the validator's own words or those it was given, with the value in them. */
function words(machine: Machine, options: Bound, message: string, fills: Readonly<Record<string, PyValue>>): PyValue {
  const own = options.some('error');
  const format = machine.getAttribute(own ?? str(message), 'format');
  return machine.call(format, [], new Map(Object.entries(fills)));
}
