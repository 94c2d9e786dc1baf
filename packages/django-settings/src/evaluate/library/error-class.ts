/** Exceptions of the standard library that are written in Python: each asks for its own arguments and makes its message of them. */
import { type Bound, type Machine, method } from '../native.js';
import { none, type PyClass, type PyValue, str, stringKey } from '../value.js';
import { partialClass } from './partial-class.js';

interface ErrorSpec {
  readonly name: string;
  readonly module: string;
  readonly base: PyClass;
  /** What its `__init__` takes after `self`; absent: what its base takes. */
  readonly takes?: string;
  /** The message that it keeps, and what else of its instances is known; absent: neither is. */
  readonly keeps?: (machine: Machine, args: Bound) => Kept;
}

interface Kept {
  readonly message: PyValue;
  readonly attributes?: Readonly<Record<string, PyValue>>;
}

/** A class whose instances, where a model raises them, have their message as it is given. */
export function errorClass(machine: Machine, { name, module, base, takes, keeps }: ErrorSpec): PyClass {
  const why = `the words of \`${module}.${name}\` are not modelled`;
  const init = method(
    `${module}.${name}.__init__`,
    `(self, ${takes})`,
    (m, args) => {
      const self = args.get('self');
      const { message, attributes = {} } = keeps?.(m, args) ?? {
        message: isOdd(m, args)
          ? m.unmodelled(why, { type: 'str', truth: true })
          : m.unknown(why, { type: 'str', truth: true }),
      };
      m.call(m.getAttribute(m.builtinClass('Exception'), '__init__'), [self, message]);
      if (self.kind !== 'instance') return none;
      m.touch(self.attributes);
      for (const [name, value] of Object.entries(attributes))
        self.attributes.entries.set(stringKey(name), { key: str(name), value });
      return none;
    },
    { unknowns: 'accept' },
  );
  return partialClass(machine, {
    name,
    module,
    base,
    members: takes === undefined ? {} : { __init__: init },
    behaviour: { wordsItself: true },
  });
}

/** Whether a place is told by what is no number, or there is more than one could know what for. */
function isOdd(machine: Machine, args: Bound): boolean {
  const isNumber = (value: PyValue) => value.kind === 'int' || machine.doubt(value) !== undefined;
  const places = ['lineno', 'pos'].flatMap((name) => args.some(name) ?? []);
  return args.rest.length > 0 || !places.every(isNumber);
}

/** `Error(msg='')` */
export function plainMessage(machine: Machine, args: Bound): Kept {
  const message = args.optional('msg') ?? str('');
  const isText = message.kind === 'str' || machine.doubt(message);
  return { message: isText ? message : machine.unmodelled('its words are no text', { type: 'str' }) };
}
