/** `str(…)` and `bytes(…)`. */

import { begun } from '../advance.js';
import type { Interpreter } from '../interpreter.js';
import { askLength } from '../listing.js';
import { oneByOne } from '../one-by-one.js';
import { payForText } from '../sizes.js';
import { resultOfKind } from '../special-results.js';
import { didYouMean } from '../suggestion.js';
import type { PyArguments, PyValue } from '../value.js';
import { bytes, str, tuple } from '../value.js';
import { givenName, wholeNumber, wholeOrNothing } from './arguments.js';
import { decodeBytes } from './bytes-decode.js';
import { refuseCodecWord } from './codec-word.js';
import { encodeText } from './str-encode.js';

/** The text that names an encoding or an error handler; `undefined` where it is not given. */
function word(vm: Interpreter, of: string, args: PyArguments, at: number, name: string): string | undefined {
  const value = args.positional[at] ?? args.keywords.get(name);
  if (value?.kind === 'str') refuseCodecWord(vm, value.value);
  if (!value || value.kind === 'str') return value?.value;
  // That of a class of the project is told with its module.
  // `str` alone names the type of None since Python 3.13, where it is not given by its name.
  const isNamed = of === 'str' && args.keywords.size === 0 && !(vm.python && vm.python[1] < 13);
  const type = isNamed ? vm.typeName(value) : givenName(vm, value);
  const words = `${of}() argument '${name}' must be str, not ${type}`;
  const isKnown = of !== 'str' || !('cls' in value && value.cls);
  return vm.raise(
    'TypeError',
    isKnown ? words : vm.unknown('a type is told with its module', { type: 'str', truth: true }),
  );
}

function checkNames(vm: Interpreter, of: string, args: PyArguments, known: readonly string[]): void {
  const given = args.positional.length + args.keywords.size;
  if (given > 3) {
    const which = args.positional.length === 0 ? 'keyword ' : '';
    vm.raise(
      'TypeError',
      of === 'str' && args.keywords.size === 0
        ? `str expected at most 3 arguments, got ${given}`
        : `${of}() takes at most 3 ${which}arguments (${given} given)`,
    );
  }
  const twice = known.findIndex((name, at) => at < args.positional.length && args.keywords.has(name));
  if (twice >= 0)
    vm.raise('TypeError', `argument for ${of}() given by name ('${known[twice]}') and position (${twice + 1})`);
  const wrong = [...args.keywords.keys()].find((name) => !known.includes(name));
  if (wrong === undefined) return;
  vm.raise(
    'TypeError',
    vm.python && vm.python[1] < 13
      ? `'${wrong}' is an invalid keyword argument for ${of}()`
      : `${of}() got an unexpected keyword argument '${wrong}'${didYouMean(wrong, known, vm.python)}`,
  );
}

/** `str(object, encoding, errors)` */
export function toStr(vm: Interpreter, args: PyArguments): PyValue {
  checkNames(vm, 'str', args, ['object', 'encoding', 'errors']);
  const value = args.positional[0] ?? args.keywords.get('object');
  const doubt = vm.doubt(tuple([...args.positional.slice(1), ...args.keywords.values()]));
  if (doubt) return vm.derive(doubt, { type: 'str' });
  const [encoding, errors] = [word(vm, 'str', args, 1, 'encoding'), word(vm, 'str', args, 2, 'errors')];
  if (!value) return str('');
  if (encoding === undefined && errors === undefined) return vm.str(value);
  return vm.each(value, (one) => {
    if (one.kind === 'unknown') return vm.derive(one, { type: 'str' });
    if (one.kind === 'str') return vm.raise('TypeError', 'decoding str is not supported');
    if (one.kind !== 'bytes')
      return vm.raise('TypeError', `decoding to str: need a bytes-like object, ${vm.typeName(one)} found`);
    return one.value === '' ? str('') : decodeBytes(vm, one.value, encoding ?? 'utf-8', errors ?? 'strict');
  });
}

/** `bytes(source, encoding, errors)` of one known source. */
export function toBytes(vm: Interpreter, value: PyValue | undefined, args: PyArguments): PyValue {
  checkNames(vm, 'bytes', args, ['source', 'encoding', 'errors']);
  const [encoding, errors] = [word(vm, 'bytes', args, 1, 'encoding'), word(vm, 'bytes', args, 2, 'errors')];
  if (value?.kind === 'unknown') return vm.derive(value);
  if (value?.kind === 'str') {
    if (encoding === undefined) return vm.raise('TypeError', 'string argument without an encoding');
    return encodeText(vm, value.value, encoding, errors ?? 'strict');
  }
  if (encoding !== undefined || errors !== undefined)
    return vm.raise('TypeError', `${encoding === undefined ? 'errors' : 'encoding'} without a string argument`);
  if (!value) return bytes('');
  if (value.kind === 'bytes') return value;
  const own = value.kind === 'instance' ? vm.special(value, '__bytes__') : undefined;
  if (own) return resultOfKind(vm, vm.call(own), ['bytes'], (type) => `__bytes__ returned non-bytes (type ${type})`);
  const size = wholeOrNothing(vm, value);
  if (size !== undefined) {
    const count = Number(size);
    if (BigInt.asIntN(64, size) !== size)
      return vm.raise('OverflowError', `cannot fit '${vm.typeName(value)}' into an index-sized integer`);
    if (count < 0) return vm.raise('ValueError', 'negative count');
    payForText(vm, Number(count));
    return bytes('\0'.repeat(count));
  }
  const source = begun(vm, value, () =>
    vm.raise('TypeError', `cannot convert '${vm.typeName(value)}' object to bytes`),
  );
  const codes: number[] = [];
  askLength(vm, value);
  for (const item of oneByOne(vm, source, false)) {
    const doubt = vm.doubt(item);
    if (doubt) return vm.derive(doubt);
    const code = wholeNumber(vm, item);
    codes.push(code >= 0n && code < 256n ? Number(code) : vm.raise('ValueError', 'bytes must be in range(0, 256)'));
  }
  return bytes(codes.map((code) => String.fromCharCode(code)).join(''));
}
