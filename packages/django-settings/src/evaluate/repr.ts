/** `str()` and `repr()` of any value: text, or an unknown. */
import { intText } from './builtins/number-constructors.js';
import type { Interpreter } from './interpreter.js';
import { floatText, quote, quoteBytes } from './text.js';
import type { PyUnknown, PyValue } from './value.js';
import { str } from './value.js';

export function strOf(vm: Interpreter, value: PyValue): PyValue {
  if (value.kind === 'str') return value;
  if (value.kind === 'choice') return vm.each(value, (option) => vm.str(option));
  if (value.kind === 'unknown') return value.type === 'str' ? value : vm.derive(value, { type: 'str' });
  const method =
    value.kind === 'instance' || (value.kind === 'dict' && value.instance) ? vm.special(value, '__str__') : undefined;
  if (method) return vm.call(method);
  return vm.repr(value);
}

export function reprOf(vm: Interpreter, value: PyValue): PyValue {
  if (value.kind === 'choice') return vm.each(value, (option) => vm.repr(option));
  try {
    return str(text(vm, value, new Set()));
  } catch (error) {
    if (error instanceof NotKnown) return vm.derive(error.unknown, { type: 'str', truth: true });
    throw error;
  }
}

/** Thrown inside only: a part of the text is not known. */
class NotKnown {
  constructor(readonly unknown: PyUnknown) {}
}

function text(vm: Interpreter, value: PyValue, inside: Set<PyValue>): string {
  vm.spend(1);
  switch (value.kind) {
    case 'none':
      return 'None';
    case 'bool':
      return value.value ? 'True' : 'False';
    case 'int':
      return intText(vm, value.value);
    case 'float':
      return floatText(value.value);
    case 'str':
      return quote(value.value);
    case 'bytes':
      return quoteBytes(value.value);
    case 'special':
      return value.name;
    case 'unknown':
      throw new NotKnown(value);
    case 'choice':
      throw new NotKnown(vm.unknown('a condition is not known'));
    case 'range':
      return value.step === 1n
        ? `range(${value.start}, ${value.stop})`
        : `range(${value.start}, ${value.stop}, ${value.step})`;
    case 'slice':
      return `slice(${[value.start, value.stop, value.step].map((one) => text(vm, one, inside)).join(', ')})`;
    case 'list':
    case 'tuple':
    case 'set':
    case 'dict':
      return container(vm, value, inside);
    case 'class':
      return `<class '${value.module === 'builtins' ? '' : `${value.module}.`}${value.qualname}'>`;
    case 'module':
      return `<module '${value.name}'>`;
    case 'instance': {
      const method = vm.special(value, '__repr__');
      if (method) {
        const result = vm.call(method);
        if (result.kind === 'str') return result.value;
        if (result.kind === 'unknown') throw new NotKnown(result);
      }
      throw new NotKnown(vm.unknown('an address in memory is part of the text'));
    }
    default:
      throw new NotKnown(vm.unknown('an address in memory is part of the text'));
  }
}

function container(
  vm: Interpreter,
  value: Extract<PyValue, { kind: 'list' | 'tuple' | 'set' | 'dict' }>,
  inside: Set<PyValue>,
): string {
  const doubt =
    'options' in value && value.options
      ? vm.unknown('a condition is not known')
      : 'open' in value
        ? value.open
        : undefined;
  if (doubt) throw new NotKnown(doubt);
  if (inside.has(value)) return value.kind === 'dict' ? '{...}' : '[...]';
  inside.add(value);
  const each = (items: Iterable<PyValue>) => [...items].map((item) => text(vm, item, inside)).join(', ');
  let out: string;
  if (value.kind === 'list') out = `[${each(value.items)}]`;
  else if (value.kind === 'tuple')
    out = value.items.length === 1 ? `(${each(value.items)},)` : `(${each(value.items)})`;
  else if (value.kind === 'dict') {
    if (value.cls) {
      const own = vm.special(value, '__repr__');
      if (own) {
        const result = vm.call(own);
        if (result.kind === 'str') return result.value;
      }
      throw new NotKnown(vm.unknown('the text of a subclass of dict is not modelled'));
    }
    const pairs = [...value.entries.values()].map(
      (entry) => `${text(vm, entry.key, inside)}: ${text(vm, entry.value, inside)}`,
    );
    out = `{${pairs.join(', ')}}`;
  } else {
    // The order of a set of strings depends on the process: only small ones of numbers are certain, and none of more than one string.
    if (value.entries.size > 1) throw new NotKnown(vm.unknown('the order of a set is not known'));
    const items = each(value.entries.values());
    out = value.frozen ? (items ? `frozenset({${items}})` : 'frozenset()') : items ? `{${items}}` : 'set()';
  }
  inside.delete(value);
  return out;
}
