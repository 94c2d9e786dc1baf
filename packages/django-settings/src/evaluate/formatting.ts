/** `format()` of any value, conversions, and pieces of text put together: what all ways of formatting share. */

import { formatValue } from './format-value.js';
import type { Interpreter } from './interpreter.js';
import { isFrom } from './library/regex-flag.js';
import { payForText } from './sizes.js';
import { resultOfKind } from './special-results.js';
import { onlyAscii } from './text.js';
import type { PyUnknown, PyValue } from './value.js';
import { str } from './value.js';

/** `format(value, spec)`: text or an unknown. */
export function format(vm: Interpreter, value: PyValue, spec: string): PyValue {
  if (value.kind === 'choice') return vm.each(value, (option) => format(vm, option, spec));
  if (value.kind === 'unknown') return spec === '' ? vm.str(value) : vm.derive(value, { type: 'str' });
  const method = value.kind === 'instance' ? vm.special(value, '__format__') : undefined;
  if (method)
    return resultOfKind(
      vm,
      vm.call(method, [str(spec)]),
      ['str'],
      (type) => `__format__ must return a str, not ${type}`,
    );
  if (spec === '') return vm.str(value);
  if (value.kind !== 'str' && value.kind !== 'int' && value.kind !== 'bool' && value.kind !== 'float') {
    return vm.raise('TypeError', `unsupported format string passed to ${vm.typeName(value)}.__format__`);
  }
  if (value.kind === 'int' && value.cls && !isFrom(vm, 11))
    return vm.unknown('the format of a flag depends on the version of Python', { type: 'str' });
  return str(formatValue(vm, value, spec));
}

/** `!s`, `!r`, `!a` */
export function convert(vm: Interpreter, value: PyValue, conversion: string | undefined): PyValue {
  if (conversion === undefined) return value;
  if (conversion === 's') return vm.str(value);
  const text = vm.repr(value);
  return conversion === 'a' && text.kind === 'str' ? str(onlyAscii(text.value)) : text;
}

/** Pieces of text put together; unknown as soon as one is. */
export function concatenate(vm: Interpreter, parts: readonly (string | PyValue)[]): PyValue {
  for (const part of parts) {
    if (typeof part !== 'string' && part.kind === 'choice') {
      return vm.each(part, (option) =>
        concatenate(
          vm,
          parts.map((one) => (one === part ? option : one)),
        ),
      );
    }
  }
  let out = '';
  let unknown: PyUnknown | undefined;
  for (const part of parts) {
    if (typeof part === 'string') out += part;
    else if (part.kind === 'str') out += part.value;
    else if (part.kind === 'unknown') unknown ??= part;
  }
  payForText(vm, out.length);
  if (!unknown) return str(out);
  const sure =
    out !== '' || parts.some((part) => typeof part !== 'string' && part.kind === 'unknown' && part.truth === true);
  return vm.derive(unknown, sure ? { type: 'str', truth: true } : { type: 'str' });
}
