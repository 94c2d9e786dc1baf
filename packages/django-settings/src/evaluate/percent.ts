/** `template % values` of str and bytes. Source: `Objects/unicodeobject.c` and `bytesobject.c`. */

import { concatenate } from './formatting.js';
import type { Interpreter } from './interpreter.js';
import { percentField } from './percent-field.js';
import type { PyBytes, PyStr, PyValue } from './value.js';
import { bytes, str } from './value.js';

/** What stands between `%` and the letter. */
export interface Directive {
  readonly flags: string;
  readonly width: number | undefined;
  readonly precision: number | undefined;
  readonly type: string;
  /** Where the letter stands, as errors count. */
  readonly at: number;
}

export function percent(vm: Interpreter, template: PyStr | PyBytes, values: PyValue): PyValue {
  if (values.kind === 'choice') return vm.each(values, (option) => percent(vm, template, option));
  const isBytes = template.kind === 'bytes';
  const units = [...template.value];
  const parts: (string | PyValue)[] = [];
  const args = argumentsOf(vm, values, isBytes);
  let at = 0;
  while (at < units.length) {
    const next = units.indexOf('%', at);
    parts.push(units.slice(at, next < 0 ? undefined : next).join(''));
    if (next < 0) break;
    at = next + 1;
    if (units[at] === '%') {
      parts.push('%');
      at += 1;
      continue;
    }
    const key = units[at] === '(' ? readKey(vm, units, at, args.mapping) : undefined;
    if (key) {
      args.take(vm.getItem(values, isBytes ? bytes(key.name) : str(key.name)));
      at = key.end;
    }
    let flags = '';
    while (at < units.length && '-+ #0'.includes(units[at] ?? '')) {
      flags += units[at];
      at += 1;
    }
    const number = (what: string): number | PyValue | undefined => {
      if (units[at] === '*') {
        at += 1;
        const value = args.next();
        if (value.kind === 'int' || value.kind === 'bool') {
          const [bits, size] = what === 'width' ? ([64, 'ssize_t'] as const) : ([32, 'int'] as const);
          if (BigInt.asIntN(bits, BigInt(value.value)) !== BigInt(value.value))
            vm.raise('OverflowError', `Python int too large to convert to C ${size}`);
          return Number(value.value);
        }
        return value.kind === 'unknown' || value.kind === 'choice' ? value : vm.raise('TypeError', '* wants int');
      }
      const begin = at;
      while (/^[0-9]$/.test(units[at] ?? '')) at += 1;
      if (at - begin > 9) vm.raise('ValueError', `${what} too big`);
      return at > begin ? Number(units.slice(begin, at).join('')) : undefined;
    };
    let width = number('width');
    let precision: number | PyValue | undefined;
    if (units[at] === '.') {
      at += 1;
      precision = number('precision') ?? 0;
    }
    if (/^[hlL]$/.test(units[at] ?? '')) at += 1;
    const type = units[at];
    if (type === undefined) return vm.raise('ValueError', 'incomplete format');
    at += 1;
    const doubt = [width, precision].find((one) => typeof one === 'object');
    const value = args.next();
    if (typeof doubt === 'object') {
      parts.push(vm.derive(doubt, { type: 'str' }));
      continue;
    }
    if (typeof width === 'number' && width < 0) {
      flags += '-';
      width = -width;
    }
    const directive = {
      flags,
      width: width as number | undefined,
      precision: typeof precision === 'number' ? Math.max(0, precision) : undefined,
      type,
      at: at - 1,
    };
    parts.push(percentField(vm, value, directive, isBytes));
  }
  if (args.left()) {
    const what = isBytes ? 'bytes' : 'string';
    return vm.raise('TypeError', `not all arguments converted during ${what} formatting`);
  }
  const text = concatenate(vm, parts);
  if (!isBytes) return text;
  return text.kind === 'str' ? bytes(text.value) : vm.derive(text);
}

/** The right operand as the fields use it up: a tuple's items in turn, anything else once, a mapping by key. */
function argumentsOf(vm: Interpreter, values: PyValue, isBytes: boolean) {
  // What can be asked for by key is taken for a mapping, which may be left unused.
  const mapping =
    ['dict', 'list', isBytes ? '' : 'bytes', 'range', 'unknown'].includes(values.kind) ||
    (values.kind === 'instance' && vm.special(values, '__getitem__') !== undefined);
  let items = values.kind === 'tuple' ? values.items : [values];
  let used = 0;
  return {
    mapping,
    take(value: PyValue): void {
      items = [value];
      used = 0;
    },
    next(): PyValue {
      const value = items[used];
      used += 1;
      if (value?.kind === 'unknown' && value.many) used -= 1;
      return value ?? vm.raise('TypeError', 'not enough arguments for format string');
    },
    left: () =>
      !mapping && used < items.length && !items.slice(used).every((one) => one.kind === 'unknown' && one.many),
  };
}

/** `(name)`, whose brackets may nest. */
function readKey(vm: Interpreter, units: readonly string[], start: number, mapping: boolean) {
  if (!mapping) return vm.raise('TypeError', 'format requires a mapping');
  let depth = 1;
  let at = start + 1;
  for (; at < units.length && depth > 0; at += 1) depth += units[at] === '(' ? 1 : units[at] === ')' ? -1 : 0;
  if (depth > 0) return vm.raise('ValueError', 'incomplete format key');
  return { name: units.slice(start + 1, at - 1).join(''), end: at };
}
