/** The methods of `int`, `float` and `bytes` that settings meet. */
import type { Interpreter } from '../interpreter.js';
import { classMethod } from '../native.js';
import type { PyValue } from '../value.js';
import { bool, bytes, int, str } from '../value.js';
import { isCodec, utf8Problem } from './codecs.js';
import { plainMember } from './member.js';
import { split } from './str-parts.js';

export function intMembers(vm: Interpreter): Record<string, PyValue> {
  return {
    from_bytes: fromBytes(vm),
    bit_length: plainMember(vm, 'int', 'bit_length', '', (self) =>
      int(self.value === 0n ? 0 : (self.value < 0n ? -self.value : self.value).toString(2).length),
    ),
  };
}

/** `int.from_bytes(bytes, byteorder='big', *, signed=False)` */
function fromBytes(vm: Interpreter): PyValue {
  return classMethod(
    'int.from_bytes',
    '(cls, bytes, byteorder=, *, signed=)',
    (_machine, args) => {
      const data = args.get('bytes');
      const [order, signed] = [args.optional('byteorder'), args.optional('signed')];
      if (data.kind !== 'bytes' || (order && order.kind !== 'str'))
        return vm.unknown('these bytes are not evaluated', { type: 'int' });
      if (order && order.value !== 'big' && order.value !== 'little')
        return vm.raise('ValueError', "byteorder must be either 'little' or 'big'");
      const codes = [...data.value].map((char) => BigInt(char.charCodeAt(0)));
      if (order?.value === 'little') codes.reverse();
      vm.spend(codes.length);
      const number = codes.reduce((sum, code) => sum * 256n + code, 0n);
      const negative = signed !== undefined && vm.truth(signed) === 'yes';
      return int(negative ? BigInt.asIntN(codes.length * 8, number) : number);
    },
    { gives: { type: 'int' } },
  );
}

export function floatMembers(vm: Interpreter): Record<string, PyValue> {
  return {
    is_integer: plainMember(vm, 'float', 'is_integer', '', (self) => bool(Number.isInteger(self.value))),
  };
}

export function bytesMembers(vm: Interpreter): Record<string, PyValue> {
  const simple = (name: string, run: (value: string) => string) =>
    plainMember(vm, 'bytes', name, '', (self) => bytes(run(self.value)));
  return {
    decode: plainMember(
      vm,
      'bytes',
      'decode',
      'encoding=, errors=',
      (self, args) => {
        const encoding = args.optional('encoding');
        const name = encoding?.kind === 'str' ? encoding.value.toLowerCase().replaceAll('_', '-') : 'utf-8';
        if (name === 'latin-1' || name === 'iso-8859-1') return str(self.value);
        if (!['utf-8', 'utf8', 'ascii', 'us-ascii'].includes(name)) {
          if (!isCodec(name))
            return vm.raise('LookupError', `unknown encoding: ${encoding?.kind === 'str' ? encoding.value : name}`);
          return vm.unknown(`the encoding \`${name}\` is not evaluated`, { type: 'str' });
        }
        const data = Uint8Array.from(self.value, (char) => char.charCodeAt(0));
        try {
          return str(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(data));
        } catch {
          const problem = args.optional('errors') || name.includes('ascii') ? undefined : utf8Problem(self.value);
          if (problem) return vm.raise('UnicodeDecodeError', problem);
          return vm.unknown('bytes that are not UTF-8 are decoded', { type: 'str' });
        }
      },
      { type: 'str' },
    ),
    hex: plainMember(vm, 'bytes', 'hex', '', (self) =>
      str([...self.value].map((char) => char.charCodeAt(0).toString(16).padStart(2, '0')).join('')),
    ),
    lower: simple('lower', (value) => value.replace(/[A-Z]/g, (char) => char.toLowerCase())),
    upper: simple('upper', (value) => value.replace(/[a-z]/g, (char) => char.toUpperCase())),
    strip: simple('strip', (value) => value.replace(/^[ \t\n\r\v\f]+|[ \t\n\r\v\f]+$/g, '')),
    rstrip: simple('rstrip', (value) => value.replace(/[ \t\n\r\v\f]+$/g, '')),
    lstrip: simple('lstrip', (value) => value.replace(/^[ \t\n\r\v\f]+/g, '')),
    startswith: plainMember(vm, 'bytes', 'startswith', 'prefix, /', (self, args) => {
      const prefix = args.get('prefix');
      return prefix.kind === 'bytes' ? bool(self.value.startsWith(prefix.value)) : vm.derive(prefix, { type: 'bool' });
    }),
    split: plainMember(vm, 'bytes', 'split', 'sep=, maxsplit=', (self, args) => {
      const sep = args.some('sep');
      const parts = split(self.value, sep?.kind === 'bytes' ? sep.value : undefined, -1, false);
      return vm.fresh({ kind: 'list', items: parts.map(bytes), options: undefined });
    }),
  };
}
