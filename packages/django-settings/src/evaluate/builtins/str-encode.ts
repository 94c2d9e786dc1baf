/** `str.encode`: a text as bytes, with what each error handler makes of characters that an encoding lacks. */
import type { Interpreter } from '../interpreter.js';
import { utf8Of } from '../library/utf8.js';
import { characters } from '../text.js';
import type { PyValue } from '../value.js';
import { bytes, str } from '../value.js';
import { escaped, raiseCodecError } from './codec-errors.js';
import { type Codec, codecOf, refusalOf } from './codecs.js';

/** `text.encode(encoding, errors)`. Source of the words: `Objects/unicodeobject.c`. */
export function encodeText(vm: Interpreter, text: string, encoding: string, errors: string): PyValue {
  const codec = codecOf(encoding);
  if (!codec) {
    const refusal = refusalOf(encoding, 'encode');
    return refusal ? vm.raise('LookupError', refusal) : vm.unknown(`the encoding \`${encoding}\` is not evaluated`);
  }
  vm.spend(text.length >> 2);
  const units = characters(text);
  let out = codec.kind === 'utf-8' && codec.mark ? '\xef\xbb\xbf' : '';
  if (codec.kind === 'wide' && codec.mark) out = unit(codec, 0xfeff);
  for (let at = 0; at < units.length; at += 1) {
    const whole = encoded(codec, units[at] ?? '');
    if (whole !== undefined) {
      out += whole;
      continue;
    }
    let end = at + 1;
    // A table's characters are refused one by one, all others in runs.
    while (end < units.length && encoded(codec, units[end] ?? '') === undefined) end += 1;
    const done = handled(vm, codec, units, at, end, errors);
    if (typeof done !== 'string') return done;
    out += done;
    at = end - 1;
  }
  return bytes(out);
}

/** The bytes of a character; `undefined` where the encoding lacks it. */
function encoded(codec: Codec, char: string): string | undefined {
  const code = char.codePointAt(0) ?? 0;
  if (codec.kind === 'narrow') return code < codec.size ? char : undefined;
  if (codec.kind === 'table') {
    const at = code === 0 ? 0 : codec.table.indexOf(char);
    return at < 0 ? undefined : String.fromCharCode(at);
  }
  if (code >= 0xd800 && code <= 0xdfff) return undefined;
  return codec.kind === 'utf-8' ? utf8Of(code) : unit(codec, code);
}

function unit(codec: Extract<Codec, { kind: 'wide' }>, code: number): string {
  if (codec.width === 2 && code > 0xffff) {
    const rest = code - 0x10000;
    return unit(codec, 0xd800 | (rest >> 10)) + unit(codec, 0xdc00 | (rest & 0x3ff));
  }
  const parts = Array.from({ length: codec.width }, (_, at) => String.fromCharCode((code >> (8 * at)) & 255));
  return (codec.big ? parts.reverse() : parts).join('');
}

function handled(
  vm: Interpreter,
  codec: Codec,
  units: readonly string[],
  start: number,
  end: number,
  errors: string,
): string | PyValue {
  const chars = units.slice(start, end);
  const codes = chars.map((char) => char.codePointAt(0) ?? 0);
  const refuse = (): never => {
    const narrow = codec.kind === 'narrow' ? `ordinal not in range(${codec.size})` : 'surrogates not allowed';
    const reason = codec.kind === 'table' ? 'character maps to <undefined>' : narrow;
    const object = str(units.join(''));
    return raiseCodecError(vm, 'UnicodeEncodeError', { encoding: codec.name, object, start, end, reason });
  };
  const put = (text: string) => [...text].map((char) => encoded(codec, char) ?? '').join('');
  switch (errors) {
    case 'strict':
      return refuse();
    case 'ignore':
      return '';
    case 'replace':
      return put('?'.repeat(codes.length));
    case 'backslashreplace':
      return put(chars.map(escaped).join(''));
    case 'xmlcharrefreplace':
      return put(codes.map((code) => `&#${code};`).join(''));
    case 'surrogateescape':
      if (codec.kind !== 'wide' && codes.every((code) => code >= 0xdc80 && code <= 0xdcff))
        return codes.map((code) => String.fromCharCode(code - 0xdc00)).join('');
      return refuse();
    case 'surrogatepass':
    case 'namereplace':
      return vm.unknown(`the error handler \`${errors}\` is not evaluated`);
    default:
      return vm.raise('LookupError', `unknown error handler name '${errors}'`);
  }
}
