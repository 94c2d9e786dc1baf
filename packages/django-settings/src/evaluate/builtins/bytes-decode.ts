/** `bytes.decode`: bytes as text, with what each error handler makes of bytes that an encoding does not know. */
import type { Interpreter } from '../interpreter.js';
import { decodeUtf8, type OnBadBytes } from '../library/utf8.js';
import type { PyValue } from '../value.js';
import { bytes, str } from '../value.js';
import { raiseCodecError } from './codec-errors.js';
import { type Codec, codecOf, refusalOf } from './codecs.js';

/** `data.decode(encoding, errors)`; the bytes are one character each. */
export function decodeBytes(vm: Interpreter, data: string, encoding: string, errors: string): PyValue {
  const codec = codecOf(encoding);
  if (!codec) {
    const refusal = refusalOf(encoding, 'decode');
    return refusal
      ? vm.raise('LookupError', refusal)
      : vm.unknown(`the encoding \`${encoding}\` is not evaluated`, { type: 'str' });
  }
  vm.spend(data.length >> 2);
  if (codec.kind === 'wide') return decodeWide(vm, data, codec);
  const onBad: OnBadBytes = (start, end, why) => {
    const bad = [...data.slice(start, end)].map((char) => char.charCodeAt(0));
    if (errors === 'replace') return '\ufffd';
    if (errors === 'ignore') return '';
    if (errors === 'backslashreplace') return bad.map((code) => `\\x${code.toString(16).padStart(2, '0')}`).join('');
    if (errors === 'surrogateescape') return bad.map((code) => String.fromCharCode(0xdc00 + code)).join('');
    if (errors !== 'strict' && errors !== 'surrogatepass')
      return vm.raise('LookupError', `unknown error handler name '${errors}'`);
    return raiseCodecError(vm, 'UnicodeDecodeError', {
      encoding: codec.name,
      object: bytes(data),
      start,
      end,
      reason: why,
    });
  };
  if (codec.kind === 'utf-8')
    return str(decodeUtf8(codec.mark && data.startsWith('\xef\xbb\xbf') ? data.slice(3) : data, onBad));
  return str([...data].map((char, at) => decoded(codec, char, at, onBad)).join(''));
}

function decoded(
  codec: Extract<Codec, { kind: 'narrow' | 'table' }>,
  char: string,
  at: number,
  onBad: OnBadBytes,
): string {
  const code = char.charCodeAt(0);
  if (codec.kind === 'narrow')
    return code < codec.size ? char : onBad(at, at + 1, `ordinal not in range(${codec.size})`);
  const found = codec.table[code] ?? '\0';
  return found === '\0' && code !== 0 ? onBad(at, at + 1, 'character maps to <undefined>') : found;
}

function decodeWide(vm: Interpreter, data: string, codec: Extract<Codec, { kind: 'wide' }>): PyValue {
  const unknown = () => vm.unknown(`bytes that are not ${codec.name} are decoded`, { type: 'str' });
  if (data.length % codec.width !== 0) return unknown();
  const read = (big: boolean) =>
    Array.from({ length: data.length / codec.width }, (_, at) => {
      const part = [...data.slice(at * codec.width, (at + 1) * codec.width)].map((char) => char.charCodeAt(0));
      return (big ? part : part.reverse()).reduce((sum, code) => sum * 256 + code, 0);
    });
  let codes = read(codec.big);
  if (codec.mark && codes[0] === 0xfeff) codes = codes.slice(1);
  else if (codec.mark && (codes[0] === 0xfffe || codes[0] === 0xfffe0000)) codes = read(true).slice(1);
  if (codes.some((code) => code > 0x10ffff)) return unknown();
  const text = codes
    .map((code) => (codec.width === 2 ? String.fromCharCode(code) : String.fromCodePoint(code)))
    .join('');
  return /\p{Surrogate}/u.test(text) ? unknown() : str(text);
}
