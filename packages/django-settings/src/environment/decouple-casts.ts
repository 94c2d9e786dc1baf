/** python-decouple's `Csv` and `Choices`: casts that are objects. */

import { raisePython } from '../evaluate/library/plain-value.js';
import { stripOf } from '../evaluate/library/python-text.js';
import { instance, type Machine, method, nativeClass, textOf } from '../evaluate/native.js';
import { iterator, list, none, type PyArguments, type PyClass, type PyValue, str } from '../evaluate/value.js';
import { shlexTokens } from './shlex.js';

interface CsvState {
  readonly cast: PyValue;
  readonly delimiter: string;
  readonly strip: string;
  readonly finish: PyValue;
}

const WHITESPACE = ' \t\n\r\x0b\x0c';

/** `Csv(cast=str, delimiter=',', strip=string.whitespace, post_process=list)` */
export function csvClass(machine: Machine): PyClass {
  return nativeClass(machine, {
    name: 'Csv',
    module: 'decouple',
    members: {
      __call__: method(
        'decouple.Csv.__call__',
        '(self, value)',
        (m, args) => {
          const self = args.get('self');
          return self.kind === 'instance'
            ? splitValue(m, self.payload as CsvState | undefined, args.get('value'))
            : none;
        },
        { gives: { notNone: true } },
      ),
    },
    behaviour: {
      construct(m, cls, args) {
        const at = (index: number, name: string) => args.positional[index] ?? args.keywords.get(name);
        const delimiter = at(1, 'delimiter') ?? str(',');
        const strip = at(2, 'strip') ?? str(WHITESPACE);
        if (delimiter.kind !== 'str' || strip.kind !== 'str') return m.unknown('the delimiter of `Csv` is not known');
        const state: CsvState = {
          cast: at(0, 'cast') ?? m.builtin('str'),
          delimiter: delimiter.value,
          strip: strip.value,
          finish: at(3, 'post_process') ?? m.builtin('list'),
        };
        return instance(cls, state);
      },
    },
  });
}

function splitValue(machine: Machine, state: CsvState | undefined, value: PyValue): PyValue {
  if (!state) return machine.unknown('it is not a plain Csv object');
  // Since 3.7; before, it waits for standard input.
  if (value.kind === 'none') return machine.call(state.finish);
  const text = textOf(value);
  if (text === undefined)
    return machine.raise('AttributeError', `'${machine.typeName(value)}' object has no attribute 'read'`);
  const tokens = raisePython(machine, () => shlexTokens(text, state.delimiter));
  const items = tokens.map((token) => machine.call(state.cast, [str(stripOf(token, state.strip))]));
  return machine.call(state.finish, [iterator('generator', items)]);
}

interface ChoicesState {
  readonly cast: PyValue;
  readonly valid: readonly PyValue[];
}

/** `Choices(flat=None, cast=str, choices=None)` */
export function choicesClass(machine: Machine): PyClass {
  return nativeClass(machine, {
    name: 'Choices',
    module: 'decouple',
    members: {
      __call__: method('decouple.Choices.__call__', '(self, value)', (m, args) => {
        const self = args.get('self');
        const state = self.kind === 'instance' ? (self.payload as ChoicesState | undefined) : undefined;
        if (!state) return m.unknown('it is not a plain Choices object');
        return choose(m, state, args.get('value'));
      }),
    },
    behaviour: { construct: constructChoices },
  });
}

function constructChoices(machine: Machine, cls: PyClass, args: PyArguments): PyValue {
  const at = (index: number, name: string): PyValue | undefined => {
    const value = args.positional[index] ?? args.keywords.get(name);
    return value?.kind === 'none' ? undefined : value;
  };
  const flat = at(0, 'flat');
  const pairs = at(2, 'choices');
  const valid: PyValue[] = flat ? [...machine.iterate(flat)] : [];
  for (const pair of pairs ? machine.iterate(pairs) : []) valid.push(machine.iterate(pair)[0] ?? none);
  return instance(cls, { cast: at(1, 'cast') ?? machine.builtin('str'), valid } satisfies ChoicesState);
}

function choose(machine: Machine, state: ChoicesState, value: PyValue): PyValue {
  const found = machine.call(state.cast, [value]);
  const valid = list(state.valid);
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
