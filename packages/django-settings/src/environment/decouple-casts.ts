/** python-decouple's `Csv` and `Choices`: casts that are objects. */

import { stripOf } from '../evaluate/library/python-text.js';
import { type Machine, method, nativeClass, textOf } from '../evaluate/native.js';
import { list, none, type PyClass, type PyIterator, type PyValue, str } from '../evaluate/value.js';
import { castName } from './cast-name.js';
import { shlexTokens } from './shlex.js';
import type { AtLeast } from './version.js';

const WHITESPACE = ' \t\n\r\x0b\x0c';
const accept = { unknowns: 'accept' } as const;

/** `Csv(cast=str, delimiter=',', strip=string.whitespace, post_process=list)` */
export function csvClass(machine: Machine, atLeast: AtLeast): PyClass {
  return nativeClass(machine, {
    name: 'Csv',
    module: 'decouple',
    members: {
      __init__: method(
        'decouple.Csv.__init__',
        '(self, cast=, delimiter=, strip=, post_process=)',
        (m, args) => {
          const self = args.get('self');
          m.setAttribute(self, 'cast', args.optional('cast') ?? m.builtin('str'));
          m.setAttribute(self, 'delimiter', args.optional('delimiter') ?? str(','));
          m.setAttribute(self, 'strip', args.optional('strip') ?? str(WHITESPACE));
          m.setAttribute(self, 'post_process', args.optional('post_process') ?? m.builtin('list'));
          return none;
        },
        accept,
      ),
      __call__: method(
        'decouple.Csv.__call__',
        '(self, value)',
        (m, args) => m.each(args.get('value'), (value) => splitValue(m, args.get('self'), value, atLeast)),
        accept,
      ),
    },
  });
}

function splitValue(machine: Machine, self: PyValue, value: PyValue, atLeast: AtLeast): PyValue {
  const attribute = (name: string) => machine.getAttribute(self, name);
  const finish = attribute('post_process');
  if (value.kind === 'unknown' && value.type !== undefined && value.type !== 'str') return machine.derive(value);
  if (value.kind === 'unknown') {
    machine.mayRaise(value, 'ValueError');
    const made = castName(finish);
    const type = made === 'list' || made === 'tuple' || made === 'set' ? made : undefined;
    return machine.derive(value, type ? { type } : { notNone: true });
  }
  if (value.kind === 'none') {
    return atLeast(3, 7) ? machine.call(finish) : machine.unknown('`Csv` waits for standard input when it gets None');
  }
  return machine.call(finish, [tokensOf(attribute, value)]);
}

/** The generator that `post_process` gets: each item is split off and cast when it is asked for. */
function tokensOf(attribute: (name: string) => PyValue, value: PyValue): PyIterator {
  let split: ReturnType<typeof shlexTokens> | undefined;
  return {
    kind: 'iterator',
    type: 'generator',
    items: [],
    next: 0,
    state: 0,
    step(m, self) {
      const at = self.state as number;
      m.touch(self);
      self.state = undefined;
      split ??= splitUp(m, value, attribute('delimiter'));
      const token = split.tokens[at];
      if (token === undefined) {
        if (split.error) return m.raise(split.error.type, split.error.message);
        return undefined;
      }
      const item = m.call(attribute('cast'), [stripped(m, token, attribute('strip'))]);
      self.state = at + 1;
      return item;
    },
  };
}

function splitUp(machine: Machine, value: PyValue, delimiter: PyValue): ReturnType<typeof shlexTokens> {
  const text = textOf(value);
  if (text === undefined)
    return machine.raise('AttributeError', `'${machine.typeName(value)}' object has no attribute 'read'`);
  if (delimiter.kind !== 'str' && text !== '')
    return machine.raise('TypeError', `argument of type '${machine.typeName(delimiter)}' is not iterable`);
  return shlexTokens(text, textOf(delimiter) ?? '');
}

function stripped(machine: Machine, token: string, characters: PyValue): PyValue {
  if (characters.kind === 'str') return str(stripOf(token, characters.value));
  return machine.invoke(str(token), 'strip', characters);
}

/** `Choices(flat=None, cast=str, choices=None)` */
export function choicesClass(machine: Machine): PyClass {
  return nativeClass(machine, {
    name: 'Choices',
    module: 'decouple',
    members: {
      __init__: method('decouple.Choices.__init__', '(self, flat=, cast=, choices=)', (m, args) => {
        const self = args.get('self');
        const orEmpty = (value: PyValue | undefined) => (value && m.truth(value) !== 'no' ? value : list([]));
        const flat = orEmpty(args.some('flat'));
        const choices = orEmpty(args.some('choices'));
        m.setAttribute(self, 'flat', flat);
        m.setAttribute(self, 'cast', args.optional('cast') ?? m.builtin('str'));
        m.setAttribute(self, 'choices', choices);
        const first = m.iterate(choices).map((pair) => firstOf(m, pair));
        m.setAttribute(self, '_valid_values', list([...m.iterate(flat), ...first]));
        return none;
      }),
      __call__: method(
        'decouple.Choices.__call__',
        '(self, value)',
        (m, args) => m.each(args.get('value'), (value) => choose(m, args.get('self'), value)),
        accept,
      ),
    },
  });
}

/** `value for value, _ in choices`. */
function firstOf(machine: Machine, pair: PyValue): PyValue {
  if (pair.kind === 'unknown') return machine.derive(pair);
  const parts = machine.iterate(pair);
  if (parts.length > 2) return machine.raise('ValueError', 'too many values to unpack (expected 2)');
  if (parts.length < 2)
    return machine.raise('ValueError', `not enough values to unpack (expected 2, got ${parts.length})`);
  return parts[0] ?? none;
}

function choose(machine: Machine, self: PyValue, value: PyValue): PyValue {
  if (value.kind === 'unknown') return machine.derive(value);
  const found = machine.call(machine.getAttribute(self, 'cast'), [value]);
  const valid = machine.getAttribute(self, '_valid_values');
  const there = machine.truth(machine.compare('in', found, valid));
  return machine.branch(
    there,
    () => found,
    () => {
      const shown = [machine.repr(value), machine.repr(valid)].map((one) => textOf(one) ?? '…');
      return machine.raise('ValueError', `Value not in list: ${shown[0]}; valid values are ${shown[1]}`);
    },
  );
}
