/** Which arguments the builtin exceptions refuse, and what OSError keeps of them. */
import type { Interpreter } from '../interpreter.js';
import { findInMro } from '../mro.js';
import { didYouMean } from '../suggestion.js';
import type { PyArguments, PyClass, PyValue } from '../value.js';
import { emptyNamespace, int, str, tuple } from '../value.js';
import { givenName } from './arguments.js';
import { codecErrors, refuseCodecArguments } from './codec-errors.js';

/** Those that take what they are about by keyword, with its names. */
const named: Readonly<Record<string, readonly string[]>> = {
  ImportError: ['name', 'path', 'name_from'],
  NameError: ['name'],
  AttributeError: ['name', 'obj'],
};

/** Raises what CPython raises where an exception is made of the wrong arguments. */
export function checkExceptionArguments(vm: Interpreter, cls: PyClass, { positional, keywords }: PyArguments): void {
  const lineage = cls.mro.map(({ name, module }) => (module === 'builtins' ? name : ''));
  const of = <Name extends string>(names: readonly Name[]) => names.find((name) => lineage.includes(name));
  const codec = of(codecErrors);
  const count = positional.length;
  if (codec !== undefined && keywords.size > 0) vm.raise('TypeError', `${cls.name}() takes no keyword arguments`);
  if (codec !== undefined) refuseCodecArguments(vm, codec, positional);
  if (lineage.includes('SyntaxError') && count === 2) checkPlace(vm, positional[1] as PyValue);
  if (lineage.includes('BaseExceptionGroup')) checkGroup(vm, cls, positional);
  const keyword = [...keywords.keys()][0];
  if (keyword === undefined) return;
  const owner = of(Object.keys(named));
  if (owner === undefined) vm.raise('TypeError', `${cls.name}() takes no keyword arguments`);
  const wrong = [...keywords.keys()].find((name) => !named[owner]?.includes(name));
  if (wrong === undefined) return;
  vm.raise(
    'TypeError',
    vm.python && vm.python[1] < 13
      ? `'${wrong}' is an invalid keyword argument for ${owner}()`
      : `${owner}() got an unexpected keyword argument '${wrong}'${didYouMean(wrong, named[owner] ?? [], vm.python)}`,
  );
}

/** A SyntaxError's second argument says where it is. */
function checkPlace(vm: Interpreter, place: PyValue): void {
  if (place.kind === 'unknown' || place.kind === 'choice') return;
  const length = place.kind === 'tuple' || place.kind === 'list' ? place.items.length : 0;
  if (length >= 4) return;
  vm.raise('TypeError', vm.unknown('how a SyntaxError refuses a place is not modelled', { type: 'str', truth: true }));
}

function checkGroup(vm: Interpreter, cls: PyClass, positional: readonly PyValue[]): void {
  const make = findInMro(cls.mro, '__new__')?.cls;
  if ((make && make.module !== 'builtins') || cls.mro.some(({ open }) => open)) return;
  const [message, parts] = positional;
  if (!message || !parts || positional.length > 2)
    return vm.raise('TypeError', `BaseExceptionGroup.__new__() takes exactly 2 arguments (${positional.length} given)`);
  if (message.kind !== 'str' && message.kind !== 'unknown' && message.kind !== 'choice')
    vm.raise('TypeError', `BaseExceptionGroup.__new__() argument 1 must be str, not ${givenName(vm, message)}`);
  if (parts.kind === 'unknown' || parts.kind === 'choice') return;
  if (!isSequence(vm, parts)) vm.raise('TypeError', 'second argument (exceptions) must be a sequence');
  const items = vm.iterate(parts);
  if (items.some((item) => item.kind === 'unknown' && item.many)) return;
  if (items.length === 0) vm.raise('ValueError', 'second argument (exceptions) must be a non-empty sequence');
  const isA = (item: PyValue, name: string) => vm.isInstance(item, vm.builtinClass(name));
  const at = items.findIndex((item) => isA(item, 'BaseException') === 'no');
  if (at >= 0) vm.raise('ValueError', `Item ${at} of second argument (exceptions) is not an exception`);
  if (cls.name === 'ExceptionGroup' && items.some((item) => isA(item, 'Exception') === 'no'))
    vm.raise('TypeError', 'Cannot nest BaseExceptions in an ExceptionGroup');
}

/** What CPython takes items from by their number. */
function isSequence(vm: Interpreter, value: PyValue): boolean {
  if (value.kind !== 'instance') return ['list', 'tuple', 'str', 'bytes', 'range'].includes(value.kind);
  return value.payload !== undefined || value.cls.mro.some(({ open }) => open) || !!vm.special(value, '__getitem__');
}

/** Whether it makes its message of what it is called with. */
function makesItsWords({ mro }: PyClass): boolean {
  return mro.some(({ module, name, native }) =>
    module === 'builtins' ? codecErrors.some((one) => one === name) : native?.wordsItself === true,
  );
}

/** An exception that a model raises, which has put its message into words already. */
export function exceptionOf(vm: Interpreter, cls: PyClass, given: readonly (PyValue | string)[]): PyValue {
  const args = given.map((one) => (typeof one === 'string' ? str(one) : one));
  if (!makesItsWords(cls)) return vm.call(cls, args);
  const attributes = vm.fresh(emptyNamespace());
  attributes.entries.set('args', { key: str('args'), value: tuple(args) });
  return vm.fresh({ kind: 'instance', cls, attributes, payload: undefined });
}

/** What `args` is: an OSError of three to five arguments keeps the file apart. */
export function keptArguments(cls: PyClass, args: readonly PyValue[]): readonly PyValue[] {
  const isOs = cls.mro.some(({ name, module }) => module === 'builtins' && name === 'OSError');
  return isOs && !writtenBefore(cls, args) && args.length > 2 && args.length < 6 && args[2]?.kind !== 'none'
    ? args.slice(0, 2)
    : args;
}

/** What a BlockingIOError has in the place of a file: how many characters were written before it. */
export function writtenBefore(cls: PyClass, args: readonly PyValue[]): PyValue | undefined {
  const [, , written] = args;
  const blocks = cls.mro.some(({ name, module }) => module === 'builtins' && name === 'BlockingIOError');
  if (!blocks || args.length > 5) return undefined;
  if (written?.kind === 'bool') return int(written.value ? 1 : 0);
  return written?.kind === 'int' ? written : undefined;
}
