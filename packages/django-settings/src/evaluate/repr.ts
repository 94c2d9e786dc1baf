/** `str()` and `repr()` of any value: text, or an unknown. */

import { budgets } from '../budgets.js';
import { intText } from './builtins/number-constructors.js';
import { classText } from './defining-module.js';
import type { Interpreter } from './interpreter.js';
import { orderOf } from './iterate.js';
import { textOfFlags } from './library/regex-flag.js';
import { findInMro } from './mro.js';
import { isClassInPython } from './native-type.js';
import { Exhausted } from './raised.js';
import { payForText } from './sizes.js';
import { resultOfKind } from './special-results.js';
import { floatText, quote, quoteBytes } from './text.js';
import { isFunction } from './type-of.js';
import type { PyDict, PyTuple, PyUnknown, PyValue } from './value.js';
import { str, tuple } from './value.js';

export function strOf(vm: Interpreter, value: PyValue): PyValue {
  if (value.kind === 'str') return value;
  if (value.kind === 'choice') return vm.each(value, (option) => vm.str(option));
  if (value.kind === 'unknown') return value.type === 'str' ? value : vm.derive(value, { type: 'str' });
  const isOwn = value.kind === 'instance' || ((value.kind === 'dict' || value.kind === 'tuple') && value.cls);
  // Without a `__str__`, `object`'s asks `__repr__`, and what that gives is the text's own.
  const method =
    (isOwn ? vm.special(value, '__str__') : undefined) ??
    (value.kind === 'instance' ? vm.special(value, '__repr__') : undefined);
  if (!method) return vm.repr(value);
  return resultOfKind(vm, vm.call(method), ['str'], (type) => `__str__ returned non-string (type ${type})`);
}

export function reprOf(vm: Interpreter, value: PyValue): PyValue {
  if (value.kind === 'choice') return vm.each(value, (option) => vm.repr(option));
  try {
    return str(text(vm, value));
  } catch (error) {
    if (error instanceof NotKnown) return vm.derive(error.unknown, { type: 'str', truth: true });
    throw error;
  }
}

/** Thrown inside only: a part of the text is not known. */
class NotKnown {
  constructor(readonly unknown: PyUnknown) {}
}

function text(vm: Interpreter, value: PyValue): string {
  vm.spend(1);
  if (vm.showing.size > budgets.depth) throw new Exhausted('a value is nested too deeply');
  switch (value.kind) {
    case 'none':
      return 'None';
    case 'bool':
      return value.value ? 'True' : 'False';
    case 'int':
      return value.cls ? flagText(vm, value.value) : intText(vm, value.value);
    case 'float':
      return floatText(value.value);
    case 'str':
      payForText(vm, value.value.length);
      return quote(value.value);
    case 'bytes':
      payForText(vm, value.value.length);
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
      return `slice(${[value.start, value.stop, value.step].map((one) => text(vm, one)).join(', ')})`;
    case 'list':
    case 'tuple':
    case 'set':
    case 'dict':
      return container(vm, value);
    case 'class': {
      if (isFunction(value)) throw new NotKnown(vm.unknown('an address in memory is part of the text'));
      const method = value.metaclass ? vm.special(value, '__repr__') : undefined;
      const own = method ? vm.call(method) : undefined;
      const text = own?.kind === 'str' || own?.kind === 'unknown' ? own : classText(vm, value);
      if (text.kind === 'str') return text.value;
      throw new NotKnown(vm.derive(text));
    }
    case 'native':
      if (isClassInPython(value)) return `<class '${value.qualname}'>`;
      if (value.qualname.includes('.') || value.decorated)
        throw new NotKnown(vm.unknown('an address in memory is part of the text'));
      return `<built-in function ${value.name}>`;
    case 'module':
      if (value.path !== undefined) return `<module '${value.name}' from '${vm.root}/${value.path}'>`;
      if (['sys', 'builtins', 'itertools', 'time'].includes(value.name)) return `<module '${value.name}' (built-in)>`;
      throw new NotKnown(vm.unknown('where a module of the library lies is not known'));
    case 'instance': {
      const method = vm.special(value, '__repr__');
      if (method) {
        const refusal = (type: string) => `__repr__ returned non-string (type ${type})`;
        const result = resultOfKind(vm, vm.call(method), ['str'], refusal);
        if (result.kind === 'str') return result.value;
        if (result.kind === 'unknown') throw new NotKnown(result);
      }
      throw new NotKnown(vm.unknown('an address in memory is part of the text'));
    }
    default:
      throw new NotKnown(vm.unknown('an address in memory is part of the text'));
  }
}

function flagText(vm: Interpreter, value: bigint): string {
  const shown = textOfFlags(vm, value);
  if (shown === undefined) throw new NotKnown(vm.unknown('the text of this flag depends on the version of Python'));
  return shown;
}

/** What contains others: in the text of itself it is told by dots. */
type Container = Extract<PyValue, { kind: 'list' | 'tuple' | 'set' | 'dict' }>;

function container(vm: Interpreter, value: Container): string {
  const doubt =
    'options' in value && value.options
      ? vm.unknown('a condition is not known')
      : 'open' in value
        ? value.open
        : undefined;
  if (doubt) throw new NotKnown(doubt);
  if (vm.showing.has(value)) return ofItself(vm, value);
  if (value.kind === 'tuple' && value.cls) return namedText(vm, value);
  vm.showing.add(value);
  try {
    const out = contents(vm, value);
    payForText(vm, out.length);
    return out;
  } finally {
    vm.showing.delete(value);
  }
}

/** A container's text inside its own. */
function ofItself(vm: Interpreter, value: Container): string {
  if (value.kind === 'set') return value.frozen ? 'frozenset(...)' : 'set(...)';
  if (value.kind !== 'dict') return value.kind === 'tuple' ? '(...)' : '[...]';
  if (value.cls?.name === 'OrderedDict') return '...';
  return value.cls?.name === 'defaultdict' ? defaultDictText(vm, value, '{...}') : '{...}';
}

function contents(vm: Interpreter, value: Container): string {
  const each = (items: Iterable<PyValue>) => [...items].map((item) => text(vm, item)).join(', ');
  switch (value.kind) {
    case 'list':
      if (value.cls) throw new NotKnown(vm.unknown(`the text of a ${value.cls.name} is not modelled`));
      return `[${each(value.items)}]`;
    case 'tuple':
      return value.items.length === 1 ? `(${each(value.items)},)` : `(${each(value.items)})`;
    case 'set': {
      const items = [...value.entries.values()];
      const ordered = items.length > 1 ? orderOf(items) : items;
      if (!ordered) throw new NotKnown(vm.unknown('the order of a set is not known'));
      const inner = each(ordered);
      return value.frozen ? (inner ? `frozenset({${inner}})` : 'frozenset()') : inner ? `{${inner}}` : 'set()';
    }
    case 'dict': {
      if (value.cls) {
        const own = vm.special(value, '__repr__');
        if (own) {
          const result = vm.call(own);
          if (result.kind === 'str') return result.value;
        }
        if (value.cls.module !== 'collections')
          throw new NotKnown(vm.unknown('the text of a subclass of dict is not modelled'));
      }
      const pairs = [...value.entries.values()].map((entry) => `${text(vm, entry.key)}: ${text(vm, entry.value)}`);
      return value.cls ? subclassText(vm, value, pairs) : `{${pairs.join(', ')}}`;
    }
  }
}

/** `OrderedDict`, `defaultdict` and `Counter`. */
function subclassText(vm: Interpreter, value: PyDict, pairs: readonly string[]): string {
  const name = value.cls?.name ?? '';
  const plain = `{${pairs.join(', ')}}`;
  if (name === 'defaultdict') return defaultDictText(vm, value, plain);
  if (pairs.length === 0) return `${name}()`;
  if (name === 'OrderedDict' && vm.python && vm.python[1] < 12) {
    const items = [...value.entries.values()].map((entry) => text(vm, tuple([entry.key, entry.value])));
    return `OrderedDict([${items.join(', ')}])`;
  }
  if (name === 'Counter') throw new NotKnown(vm.unknown('the text of a `Counter` is not modelled'));
  return `${name}(${plain})`;
}

function defaultDictText(vm: Interpreter, value: PyDict, items: string): string {
  const factory = value.instance?.attributes.entries.get('default_factory')?.value;
  return `defaultdict(${factory ? text(vm, factory) : 'None'}, ${items})`;
}

/** A namedtuple, with its fields' names. */
function namedText(vm: Interpreter, value: PyTuple): string {
  const method = vm.special(value, '__repr__');
  if (method) {
    const own = resultOfKind(vm, vm.call(method), ['str'], (type) => `__repr__ returned non-string (type ${type})`);
    if (own.kind === 'str') return own.value;
    throw new NotKnown(vm.derive(own));
  }
  const fields = value.cls && findInMro(value.cls.mro, '_fields')?.entry.value;
  const names = fields?.kind === 'tuple' ? fields.items : [];
  const parts = value.items.map((item, at) => {
    const name = names[at];
    return `${name?.kind === 'str' ? name.value : ''}=${text(vm, item)}`;
  });
  return `${value.cls?.name}(${parts.join(', ')})`;
}
