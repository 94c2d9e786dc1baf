/** What `str` and `bytes` have in common, so that their methods are written once. */
import type { Interpreter } from '../interpreter.js';
import { characters, isPlain, lengthOf } from '../text.js';
import type { PyBytes, PyStr, PyValue } from '../value.js';
import { bytes, str } from '../value.js';
import { sliceNumber } from './arguments.js';

/** Text: a str, or bytes as one character a byte. */
export type Text = PyStr | PyBytes;

export interface TextKind {
  readonly name: 'str' | 'bytes';
  make(value: string): Text;
}

export const strKind: TextKind = { name: 'str', make: str };
export const bytesKind: TextKind = { name: 'bytes', make: bytes };

/** The text of an argument of the same kind; `refusal` words a str's TypeError, `{}` stands for the type given. */
export function sameKind(
  vm: Interpreter,
  { name }: TextKind,
  value: PyValue,
  refusal: string,
  called?: string,
): string {
  if (value.kind === name) return value.value;
  if (name === 'bytes')
    return vm.raise('TypeError', `a bytes-like object is required, not '${called ?? vm.typeName(value)}'`);
  return vm.raise('TypeError', refusal.replace('{}', called ?? vm.typeName(value)));
}

/** `value[start:end]` as a search sees it, and how many characters come before; `undefined` where the bounds cross. */
export function within(
  vm: Interpreter,
  value: string,
  start: PyValue | undefined,
  end: PyValue | undefined,
): { readonly part: string; readonly before: number } | undefined {
  const [from, to] = [sliceNumber(vm, start) ?? 0, sliceNumber(vm, end)];
  const length = lengthOf(value);
  const last = to === undefined || to > length ? length : to < 0 ? Math.max(0, to + length) : to;
  const first = from < 0 ? Math.max(0, from + length) : from;
  if (first > last) return undefined;
  const part = isPlain(value) ? value.slice(first, last) : characters(value).slice(first, last).join('');
  return { part, before: first };
}
