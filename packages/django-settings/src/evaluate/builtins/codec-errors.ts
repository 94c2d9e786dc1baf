/** Errors of encodings: what could not be encoded or decoded, where, and in which words that is told. */
import type { Interpreter } from '../interpreter.js';
import { method } from '../native.js';
import { characters } from '../text.js';
import type { PyValue } from '../value.js';
import { int, str } from '../value.js';
import { argsOf } from './exception-attributes.js';

/** What such an error is made of: `UnicodeDecodeError(encoding, object, start, end, reason)`. */
export interface CodecProblem {
  readonly encoding: string;
  readonly object: PyValue;
  readonly start: number;
  readonly end: number;
  readonly reason: string;
}

export function raiseCodecError(
  vm: Interpreter,
  type: 'UnicodeDecodeError' | 'UnicodeEncodeError',
  { encoding, object, start, end, reason }: CodecProblem,
): never {
  return vm.raise(type, str(encoding), object, int(start), int(end), str(reason));
}

/** `str()` of an error of an encoding. */
export function codecErrorText(vm: Interpreter, name: 'UnicodeDecodeError' | 'UnicodeEncodeError'): PyValue {
  return method(`${name}.__str__`, '(self)', (_machine, args) => {
    const given = argsOf(args.get('self'));
    const [encoding, object, start, end, reason] = given;
    if (encoding?.kind !== 'str' || start?.kind !== 'int' || end?.kind !== 'int' || reason?.kind !== 'str')
      return given.length === 1 && given[0] ? vm.str(given[0]) : vm.repr({ kind: 'tuple', items: given });
    if (object?.kind !== 'str' && object?.kind !== 'bytes')
      return vm.unknown('what is decoded is not known', { type: 'str' });
    const [first, last] = [Number(start.value), Number(end.value)];
    const one = last === first + 1 ? characters(object.value)[first] : undefined;
    const decodes = object.kind === 'bytes';
    const what =
      one === undefined
        ? `${decodes ? 'bytes' : 'characters'} in position ${first}-${last - 1}`
        : `${decodes ? `byte 0x${hex(one, 2)}` : `character '${escaped(one)}'`} in position ${first}`;
    return str(`'${encoding.value}' codec can't ${decodes ? 'decode' : 'encode'} ${what}: ${reason.value}`);
  });
}

const hex = (char: string, width: number) => (char.codePointAt(0) ?? 0).toString(16).padStart(width, '0');

/** A character by its number, as errors and `backslashreplace` write it. */
export function escaped(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x100) return `\\x${hex(char, 2)}`;
  return code < 0x10000 ? `\\u${hex(char, 4)}` : `\\U${hex(char, 8)}`;
}
