/** `operator`: operators as functions, and functions that read items and attributes. */
import { indexNumber, wholeNumber } from '../builtins/arguments.js';
import { type Bound, fn, type Machine, type NativeModule } from '../native.js';
import { int, type PyValue, str } from '../value.js';
import { getterClasses } from './operator-getters.js';

const accept = { unknowns: 'accept' } as const;

const OPERATORS: Readonly<Record<string, string>> = {
  add: '+',
  sub: '-',
  mul: '*',
  truediv: '/',
  floordiv: '//',
  mod: '%',
  pow: '**',
  or_: '|',
  and_: '&',
  xor: '^',
  lshift: '<<',
  rshift: '>>',
  matmul: '@',
};
const COMPARISONS: Readonly<Record<string, string>> = {
  eq: '==',
  ne: '!=',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
  is_: 'is',
  is_not: 'is not',
};

/** The module `operator`. */
export const operatorModule: NativeModule = {
  standard: true,
  load: (machine) => ({
    ...getterClasses(machine),
    ...Object.fromEntries(
      Object.entries(OPERATORS).map(([name, sign]) => [
        name,
        fn(`operator.${name}`, '(a, b, /)', (m, args) => m.binary(sign, args.get('a'), args.get('b')), accept),
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(COMPARISONS).map(([name, sign]) => [
        name,
        fn(`operator.${name}`, '(a, b, /)', (m, args) => m.compare(sign, args.get('a'), args.get('b')), accept),
      ]),
    ),
    getitem: fn('operator.getitem', '(a, b, /)', (m, args) => m.getItem(args.get('a'), args.get('b')), accept),
    contains: fn('operator.contains', '(a, b, /)', (m, args) => m.compare('in', args.get('b'), args.get('a')), accept),
    index: fn('operator.index', '(a, /)', (m, args) => int(wholeNumber(m, args.get('a')))),
    truth: fn('operator.truth', '(a, /)', (m, args) => m.call(m.builtin('bool'), [args.get('a')]), accept),
    concat: fn('operator.concat', '(a, b, /)', (m, args) => concatenated(m, args.get('a'), args.get('b'))),
    length_hint: fn('operator.length_hint', '(obj, default=, /)', (m, args) => lengthHint(m, args)),
    __name__: str('operator'),
  }),
};

/** `+` of sequences alone. */
function concatenated(machine: Machine, a: PyValue, b: PyValue): PyValue {
  if (['str', 'bytes', 'list', 'tuple'].includes(a.kind)) return machine.binary('+', a, b);
  if (a.kind === 'instance') return machine.unmodelled('`operator.concat` of an object is not modelled');
  return machine.raise('TypeError', `'${machine.typeName(a)}' object can't be concatenated`);
}

/** How long something may be: what has a length tells it, and what only goes over something may guess. */
function lengthHint(machine: Machine, args: Bound): PyValue {
  const given = args.optional('default');
  const otherwise = int(given ? indexNumber(machine, given) : 0);
  const value = args.get('obj');
  if (['iterator', 'instance', 'class', 'module', 'super'].includes(value.kind))
    return machine.unmodelled('the length that this guesses is not modelled', { type: 'int' });
  return machine.attempt(
    () => machine.call(machine.builtin('len'), [value]),
    ['TypeError'],
    () => otherwise,
  );
}
