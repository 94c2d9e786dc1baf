/** `base64` and the hexadecimal of `binascii`: encodings that settings unwrap keys with. */
import { fn, type Machine, type NativeModule, nativeClass, textOf } from '../native.js';
import { bytes, type PyValue } from '../value.js';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The module `base64`. */
export const base64Module: NativeModule = {
  standard: true,
  load: () => ({
    b64encode: encoder('b64encode', (text) => text),
    standard_b64encode: encoder('standard_b64encode', (text) => text),
    urlsafe_b64encode: encoder('urlsafe_b64encode', (text) => text.replaceAll('+', '-').replaceAll('/', '_')),
    b64decode: decoder('b64decode', (text) => text),
    standard_b64decode: decoder('standard_b64decode', (text) => text),
    urlsafe_b64decode: decoder('urlsafe_b64decode', (text) => text.replaceAll('-', '+').replaceAll('_', '/')),
  }),
};

/** The module `binascii`. */
export const binasciiModule: NativeModule = {
  standard: true,
  load: (machine) => ({
    Error: nativeClass(machine, {
      name: 'Error',
      module: 'binascii',
      base: machine.builtinClass('ValueError'),
      members: {},
    }),
    hexlify: fn('binascii.hexlify', '(data, /)', (m, args) => {
      const data = args.get('data');
      if (data.kind !== 'bytes')
        return m.raise('TypeError', `a bytes-like object is required, not '${m.typeName(data)}'`);
      return bytes([...data.value].map((byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join(''));
    }),
  }),
};

function encoder(name: string, finish: (text: string) => string): PyValue {
  return fn(`base64.${name}`, name === 'b64encode' ? '(s, altchars=)' : '(s)', (machine, args) => {
    const data = args.get('s');
    if (name === 'b64encode' && args.some('altchars')) return machine.unmodelled('`altchars` is not modelled');
    if (data.kind !== 'bytes')
      return machine.raise('TypeError', `a bytes-like object is required, not '${machine.typeName(data)}'`);
    return bytes(finish(encode(data.value)));
  });
}

function decoder(name: string, prepare: (text: string) => string): PyValue {
  return fn(`base64.${name}`, name === 'b64decode' ? '(s, altchars=, validate=)' : '(s)', (machine, args) => {
    const data = args.get('s');
    const text = textOf(data) ?? (data.kind === 'bytes' ? data.value : undefined);
    const asked = name === 'b64decode' && (args.some('altchars') || args.some('validate'));
    if (text === undefined || asked) return machine.unmodelled('this decoding is not modelled');
    return decode(machine, prepare(text));
  });
}

function encode(data: string): string {
  let out = '';
  for (let at = 0; at < data.length; at += 3) {
    const [a, b, c] = [data.charCodeAt(at), data.charCodeAt(at + 1), data.charCodeAt(at + 2)];
    const group = (a << 16) | ((b || 0) << 8) | (c || 0);
    const digits = [18, 12, 6, 0].map((shift) => ALPHABET[(group >> shift) & 63] ?? '').join('');
    const missing = Number.isNaN(b) ? 2 : Number.isNaN(c) ? 1 : 0;
    out += digits.slice(0, 4 - missing) + '='.repeat(missing);
  }
  return out;
}

/** Only well-formed texts: what Python makes of stray characters is not followed. */
function decode(machine: Machine, text: string): PyValue {
  if (!/^[A-Za-z0-9+/]*={0,2}$/u.test(text)) return machine.unknown('the text is not plain base64');
  const digits = text.replace(/=+$/u, '');
  if (text.length % 4 !== 0 || digits.length % 4 === 1) {
    return digits.length % 4 === 1
      ? machine.unknown('the text is not plain base64')
      : machine.raise(machine.classFrom('binascii', 'Error'), 'Incorrect padding');
  }
  let out = '';
  for (let at = 0; at < digits.length; at += 4) {
    const group = [0, 1, 2, 3].reduce(
      (sum, index) => (sum << 6) | Math.max(0, ALPHABET.indexOf(digits[at + index] ?? 'A')),
      0,
    );
    const count = Math.min(4, digits.length - at) - 1;
    for (let byte = 0; byte < count; byte += 1) out += String.fromCharCode((group >> (16 - 8 * byte)) & 0xff);
  }
  return bytes(out);
}
