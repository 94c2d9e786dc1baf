/** Errors of encodings: what could not be encoded or decoded, where, and in which words that is told. */
import type { Interpreter } from '../interpreter.js';
import { method } from '../native.js';
import { characters } from '../text.js';
import type { PyValue } from '../value.js';
import { int, str } from '../value.js';
import { givenName, indexNumber } from './arguments.js';
import { argsOf } from './exception-parts.js';

/** What such an error is made of: `UnicodeDecodeError(encoding, object, start, end, reason)`. */
export interface CodecProblem {
  readonly encoding: string;
  readonly object: PyValue;
  readonly start: number;
  readonly end: number;
  readonly reason: string;
}

export const codecErrors = ['UnicodeDecodeError', 'UnicodeEncodeError', 'UnicodeTranslateError'] as const;

type CodecErrorName = (typeof codecErrors)[number];

/** The names of their arguments; that of a translation has no encoding. */
export const codecArguments = (name: CodecErrorName): readonly string[] =>
  ['encoding', 'object', 'start', 'end', 'reason'].slice(name === 'UnicodeTranslateError' ? 1 : 0);

export function raiseCodecError(
  vm: Interpreter,
  type: 'UnicodeDecodeError' | 'UnicodeEncodeError',
  { encoding, object, start, end, reason }: CodecProblem,
): never {
  return vm.raise(type, str(encoding), object, int(start), int(end), str(reason));
}

/** Raises where such an error is made of the wrong arguments. */
export function refuseCodecArguments(vm: Interpreter, type: CodecErrorName, given: readonly PyValue[]): void {
  const names = codecArguments(type);
  if (given.length !== names.length)
    vm.raise('TypeError', `function takes exactly ${names.length} arguments (${given.length} given)`);
  const isBytes = (name: string | undefined) => name === 'object' && type === 'UnicodeDecodeError';
  for (const [at, value] of given.entries()) {
    if (value.kind === 'unknown' || value.kind === 'choice' || isBytes(names[at])) continue;
    if (names[at] === 'start' || names[at] === 'end') indexNumber(vm, value);
    else if (value.kind !== 'str') vm.raise('TypeError', `argument ${at + 1} must be str, not ${givenName(vm, value)}`);
  }
  const data = given[names.findIndex(isBytes)];
  if (data && !['bytes', 'unknown', 'choice'].includes(data.kind))
    vm.raise('TypeError', `a bytes-like object is required, not '${vm.typeName(data)}'`);
}

/** What an attribute of such an error holds: places are numbers, whatever they were given as. */
export function codecAttribute(vm: Interpreter, error: PyValue, type: CodecErrorName, name: string): PyValue {
  const [given, names] = [argsOf(error), codecArguments(type)];
  const value = given[names.indexOf(name)];
  if (!value || given.length !== names.length) return vm.unknown(`the \`${name}\` of such an error is not followed`);
  if (name !== 'start' && name !== 'end') return value;
  if (value.kind === 'bool') return int(Number(value.value));
  return value.kind === 'int' ? value : vm.unknown(`what \`${name}\` is counted as is not followed`, { type: 'int' });
}

const doings: Readonly<Record<CodecErrorName, string>> = {
  UnicodeDecodeError: 'decode',
  UnicodeEncodeError: 'encode',
  UnicodeTranslateError: 'translate',
};

/** `str()` of an error of an encoding. */
export function codecErrorText(vm: Interpreter, name: CodecErrorName): PyValue {
  return method(`${name}.__str__`, '(self)', (_machine, args) => {
    const [words, ...rest] = argsOf(args.get('self'));
    if (words && rest.length === 0) return vm.str(words);
    const of = (part: string) => codecAttribute(vm, args.get('self'), name, part);
    const [encoding, object, start, end, reason] = ['encoding', 'object', 'start', 'end', 'reason'].map(of);
    if (start?.kind !== 'int' || end?.kind !== 'int' || reason?.kind !== 'str' || start.value < 0n)
      return vm.unknown('the place of an error of an encoding is not followed', { type: 'str' });
    if (object?.kind !== 'str' && object?.kind !== 'bytes')
      return vm.unknown('what is decoded is not known', { type: 'str' });
    const [first, last] = [start.value, end.value];
    const one = last === first + 1n ? characters(object.value)[Number(first)] : undefined;
    const decodes = name === 'UnicodeDecodeError';
    const what =
      one === undefined
        ? `${decodes ? 'bytes' : 'characters'} in position ${first}-${last - 1n}`
        : `${decodes ? `byte 0x${hex(one, 2)}` : `character '${escaped(one)}'`} in position ${first}`;
    const codec = encoding?.kind === 'str' ? `'${encoding.value}' codec ` : '';
    return str(`${codec}can't ${doings[name]} ${what}: ${reason.value}`);
  });
}

const hex = (char: string, width: number) => (char.codePointAt(0) ?? 0).toString(16).padStart(width, '0');

/** A character by its number, as errors and `backslashreplace` write it. */
export function escaped(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x100) return `\\x${hex(char, 2)}`;
  return code < 0x10000 ? `\\u${hex(char, 4)}` : `\\U${hex(char, 8)}`;
}
