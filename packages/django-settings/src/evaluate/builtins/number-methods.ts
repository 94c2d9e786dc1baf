/** The methods and attributes of `int` and `float`. */
import type { Interpreter } from '../interpreter.js';
import { classMethod, property } from '../native.js';
import type { PyValue } from '../value.js';
import { bool, bytes, float, int, str, tuple } from '../value.js';
import { givenName, indexNumber } from './arguments.js';
import { plainMember } from './member.js';

export function intMembers(vm: Interpreter): Record<string, PyValue> {
  const whole = (value: PyValue) => int(value.kind === 'int' || value.kind === 'bool' ? BigInt(value.value) : 0n);
  const size = (value: bigint) => (value < 0n ? -value : value).toString(2);
  return {
    from_bytes: fromBytes(vm),
    bit_length: plainMember(vm, 'int', 'bit_length', '', (self) =>
      int(self.value === 0n ? 0 : size(self.value).length),
    ),
    bit_count: plainMember(vm, 'int', 'bit_count', '', (self) => int(size(self.value).replaceAll('0', '').length)),
    conjugate: plainMember(vm, 'int', 'conjugate', '', (self) => self),
    as_integer_ratio: plainMember(vm, 'int', 'as_integer_ratio', '', (self) => tuple([self, int(1)])),
    // Ints have it since 3.12.
    ...(vm.python && vm.python[1] < 12
      ? {}
      : { is_integer: plainMember(vm, 'int', 'is_integer', '', () => bool(true)) }),
    to_bytes: plainMember(vm, 'int', 'to_bytes', 'length=, byteorder=, *, signed=', (self, args) => {
      const [length, order, signed] = [args.optional('length'), args.optional('byteorder'), args.optional('signed')];
      const count = length ? indexNumber(vm, length) : 1;
      const big = isBigEndian(vm, 'to_bytes', order);
      if (count < 0) return vm.raise('ValueError', 'length argument must be non-negative');
      if (count > 100_000) return vm.unknown('these bytes are not evaluated');
      const negative = signed !== undefined && vm.truth(signed) === 'yes';
      if (self.value < 0n && !negative) return vm.raise('OverflowError', "can't convert negative int to unsigned");
      const bits = count * 8;
      const fits = negative ? BigInt.asIntN(bits, self.value) : BigInt.asUintN(bits, self.value);
      if (fits !== self.value) return vm.raise('OverflowError', 'int too big to convert');
      const hex = BigInt.asUintN(bits, self.value)
        .toString(16)
        .padStart(count * 2, '0');
      const codes =
        count === 0 ? [] : (hex.match(/../g) ?? []).map((pair) => String.fromCharCode(Number.parseInt(pair, 16)));
      return bytes((big ? codes : codes.reverse()).join(''));
    }),
    real: property('real', (_machine, self) => whole(self)),
    imag: property('imag', () => int(0)),
    numerator: property('numerator', (_machine, self) => whole(self)),
    denominator: property('denominator', () => int(1)),
  };
}

function isBigEndian(vm: Interpreter, name: string, order: PyValue | undefined): boolean {
  if (!order) return true;
  if (order.kind !== 'str')
    return vm.raise('TypeError', `${name}() argument 'byteorder' must be str, not ${givenName(vm, order)}`);
  if (order.value !== 'big' && order.value !== 'little')
    return vm.raise('ValueError', "byteorder must be either 'little' or 'big'");
  return order.value === 'big';
}

/** `int.from_bytes(bytes, byteorder='big', *, signed=False)` */
function fromBytes(vm: Interpreter): PyValue {
  return classMethod(
    'int.from_bytes',
    '(cls, bytes, byteorder=, *, signed=)',
    (_machine, args) => {
      const given = args.get('bytes');
      const [order, signed] = [args.optional('byteorder'), args.optional('signed')];
      const big = isBigEndian(vm, 'from_bytes', order);
      if (['str', 'int', 'bool', 'float', 'none'].includes(given.kind))
        return vm.raise('TypeError', `cannot convert '${vm.typeName(given)}' object to bytes`);
      const data = vm.call(vm.builtinClass('bytes'), [given]);
      if (data.kind !== 'bytes') return vm.derive(data, { type: 'int' });
      const codes = [...data.value].map((char) => BigInt(char.charCodeAt(0)));
      if (!big) codes.reverse();
      vm.spend(codes.length);
      const number = codes.reduce((sum, code) => sum * 256n + code, 0n);
      const negative = signed !== undefined && vm.truth(signed) === 'yes';
      return int(negative ? BigInt.asIntN(codes.length * 8, number) : number);
    },
    { gives: { type: 'int' }, written: 'C' },
  );
}

export function floatMembers(vm: Interpreter): Record<string, PyValue> {
  return {
    is_integer: plainMember(vm, 'float', 'is_integer', '', (self) => bool(Number.isInteger(self.value))),
    conjugate: plainMember(vm, 'float', 'conjugate', '', (self) => self),
    as_integer_ratio: plainMember(vm, 'float', 'as_integer_ratio', '', (self) => {
      if (Number.isNaN(self.value)) return vm.raise('ValueError', 'cannot convert NaN to integer ratio');
      if (!Number.isFinite(self.value)) return vm.raise('OverflowError', 'cannot convert Infinity to integer ratio');
      let [top, power] = [self.value, 0];
      while (!Number.isInteger(top)) {
        top *= 2;
        power += 1;
      }
      return tuple([int(BigInt(top)), int(1n << BigInt(power))]);
    }),
    hex: plainMember(vm, 'float', 'hex', '', (self) => str(hexText(self.value))),
    real: property('real', (_machine, self) => self),
    imag: property('imag', () => float(0)),
  };
}

/** The exact value in hexadecimal, such as `0x1.8000000000000p+0`. */
function hexText(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const sign = bits >> 63n ? '-' : '';
  const exponent = Number((bits >> 52n) & 0x7ffn);
  const rest = (bits & 0xfffffffffffffn).toString(16).padStart(13, '0');
  if (value === 0) return `${sign}0x0.0p+0`;
  const power = exponent === 0 ? -1022 : exponent - 1023;
  return `${sign}0x${exponent === 0 ? 0 : 1}.${rest}p${power < 0 ? '-' : '+'}${Math.abs(power)}`;
}
