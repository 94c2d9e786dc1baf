/** `auto()` in the body of an enumeration: a value that those before it decide. */
import { pythonAtLeast } from '../../environment/surroundings.js';
import { findInMro } from '../mro.js';
import { instance, type Machine, nativeClass } from '../native.js';
import { bindArguments, parseSignature } from '../signature.js';
import { int, type PyArguments, type PyClass, type PyInstance, type PyValue, record, str } from '../value.js';
import type { EnumBody } from './enum-body.js';
import { wordsSince } from './words-since.js';

const parameters = parseSignature('(self, value=)');

export function autoClass(machine: Machine): PyClass {
  const construct = (m: Machine, cls: PyClass, args: PyArguments) => {
    const refuse = (words: string) => m.raise('TypeError', wordsSince(m, 11, words));
    const bound = bindArguments(
      'auto.__init__',
      parameters,
      { ...args, positional: [cls, ...args.positional] },
      refuse,
      m.python,
    );
    const given = bound.optional('value');
    const value = given ?? m.unknown('what stands for no value yet is not modelled', { truth: true });
    return instance(cls, given, record({ value }));
  };
  return nativeClass(machine, { name: 'auto', module: 'enum', members: {}, behaviour: { construct } });
}

const isAuto = (value: PyValue): value is PyInstance =>
  value.kind === 'instance' && value.cls.name === 'auto' && value.cls.module === 'enum';

/** The value of a member: what stands for `auto()` is worked out, also inside of a tuple. */
export function generatedValue(machine: Machine, body: EnumBody, name: string, value: PyValue): PyValue {
  const note = (one: PyValue): PyValue => {
    machine.invoke(body.last, 'append', one);
    return one;
  };
  if (isAuto(value)) return note(nextValue(machine, body, name, value));
  if (value.kind === 'tuple' && !value.cls && value.items.some(isAuto))
    return {
      ...value,
      items: value.items.map((one) => (isAuto(one) ? note(nextValue(machine, body, name, one)) : one)),
    };
  return note(value);
}

function nextValue(machine: Machine, body: EnumBody, name: string, { payload }: PyInstance): PyValue {
  if (payload) return payload as PyValue;
  body.counted = true;
  const own = ruleOf(body);
  if (own === 'unknown' || body.last.options || body.members.options)
    return machine.unmodelled('what `auto()` gives here is not modelled');
  if (own) {
    const last = machine.call(machine.builtin('list'), [body.last]);
    return machine.call(own, [str(name), int(1), int(body.members.entries.size), last]);
  }
  return oneMore(machine, body.last.items);
}

/** The project's own rule, or a class's of the library; `undefined` for what `Enum` does. */
function ruleOf({ attributes, bases }: EnumBody): PyValue | 'unknown' | undefined {
  const [first] = bases.slice(-1);
  const found =
    attributes.entries.get('_generate_next_value_') ??
    (first?.kind === 'class' ? findInMro(first.mro, '_generate_next_value_')?.entry : undefined);
  if (found?.value.kind === 'descriptor') return found.value.get;
  if (found) return found.value.kind === 'function' || found.value.kind === 'native' ? found.value : 'unknown';
  const isOwn = first?.kind === 'class' && first.mro.some(({ module, name }) => module === 'enum' && name === 'Flag');
  return isOwn || first?.kind !== 'class' ? 'unknown' : undefined;
}

/** One more than the highest value before it. */
function oneMore(machine: Machine, last: readonly PyValue[]): PyValue {
  if (last.length === 0) return int(1);
  const numbers = last.filter((one) => one.kind === 'int' || one.kind === 'bool' || one.kind === 'float');
  if (last.some((one) => machine.doubt(one)) || (numbers.length < last.length && !pythonAtLeast(machine, 13)))
    return machine.unmodelled('what `auto()` gives here is not modelled');
  const sorted = machine.attempt<PyValue>(
    () => machine.call(machine.builtin('sorted'), [{ kind: 'tuple', items: last }]),
    ['TypeError'],
    () => machine.raise('TypeError', 'unable to sort non-numeric values'),
  );
  const highest = machine.getItem(sorted, int(-1));
  return machine.attempt(
    () => machine.binary('+', highest, int(1)),
    ['TypeError'],
    () => {
      const shown = machine.repr(highest);
      return machine.raise(
        'TypeError',
        shown.kind === 'str' ? wordsSince(machine, 13, `unable to increment ${shown.value}`) : shown,
      );
    },
  );
}
