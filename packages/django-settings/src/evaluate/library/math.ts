/** `math`: what is exact in floats; functions whose last digit depends on the host's library are unknown. */
import { fn, type Machine, type NativeModule } from '../native.js';
import { payForNumber } from '../sizes.js';
import { bool, float, int, type PyValue, tuple } from '../value.js';
import { isMany, iter, pull } from './iterator-steps.js';

/** The module `math`. */
export const mathModule: NativeModule = {
  standard: true,
  load: () => ({
    pi: float(Math.PI),
    e: float(Math.E),
    tau: float(2 * Math.PI),
    inf: float(Number.POSITIVE_INFINITY),
    nan: float(Number.NaN),
    ...wholes(),
    ...floats(),
    ...numbers(),
  }),
};

const C = { written: 'C' } as const;

function real(machine: Machine, value: PyValue): number {
  if (value.kind === 'float') return value.value;
  if (value.kind === 'int' || value.kind === 'bool') {
    const number = Number(value.value);
    return Number.isFinite(number) ? number : machine.raise('OverflowError', 'int too large to convert to float');
  }
  const made = machine.findAttribute(value, '__float__');
  const result = made ? machine.call(made) : undefined;
  return result?.kind === 'float'
    ? result.value
    : machine.raise('TypeError', `must be real number, not ${machine.typeName(value)}`);
}

function whole(machine: Machine, value: PyValue): bigint {
  if (value.kind === 'int' || value.kind === 'bool') return BigInt(value.value);
  return machine.raise('TypeError', `'${machine.typeName(value)}' object cannot be interpreted as an integer`);
}

/** `floor`, `ceil`, `trunc` */
function wholes(): Readonly<Record<string, PyValue>> {
  const rounding = (name: string, round: (value: number) => number) =>
    fn(
      `math.${name}`,
      '(x, /)',
      (m, args) => {
        const value = args.get('x');
        if (value.kind === 'int' || value.kind === 'bool') return int(BigInt(value.value));
        const own = value.kind === 'instance' ? m.findAttribute(value, `__${name}__`) : undefined;
        if (own) return m.call(own);
        if (name === 'trunc' && value.kind !== 'float')
          return m.raise('TypeError', `type ${m.typeName(value)} doesn't define __trunc__ method`);
        const number = real(m, value);
        if (Number.isNaN(number)) return m.raise('ValueError', 'cannot convert float NaN to integer');
        if (!Number.isFinite(number)) return m.raise('OverflowError', 'cannot convert float infinity to integer');
        return int(BigInt(round(number)));
      },
      { gives: { type: 'int' }, ...C },
    );
  return {
    floor: rounding('floor', Math.floor),
    ceil: rounding('ceil', Math.ceil),
    trunc: rounding('trunc', Math.trunc),
  };
}

function floats(): Readonly<Record<string, PyValue>> {
  const one = (name: string, run: (m: Machine, x: number) => PyValue) =>
    fn(`math.${name}`, '(x, /)', (m, args) => run(m, real(m, args.get('x'))), C);
  const two = (name: string, run: (m: Machine, x: number, y: number) => PyValue) =>
    fn(`math.${name}`, '(x, y, /)', (m, args) => run(m, real(m, args.get('x')), real(m, args.get('y'))), C);
  const domain = (m: Machine, x: number): PyValue =>
    m.python && m.python[1] > 13
      ? m.raise('ValueError', `expected a nonnegative input, got ${x}`)
      : m.raise('ValueError', 'math domain error');
  return {
    sqrt: one('sqrt', (m, x) => (x < 0 ? domain(m, x) : float(Math.sqrt(x)))),
    fabs: one('fabs', (_, x) => float(Math.abs(x))),
    isnan: one('isnan', (_, x) => bool(Number.isNaN(x))),
    isinf: one('isinf', (_, x) => bool(!Number.isFinite(x) && !Number.isNaN(x))),
    isfinite: one('isfinite', (_, x) => bool(Number.isFinite(x))),
    modf: one('modf', (_, x) => {
      const rest = Number.isFinite(x) ? x % 1 : 0;
      const sign = (value: number) => (x < 0 || Object.is(x, -0) ? -Math.abs(value) : value);
      return tuple([float(Number.isNaN(x) ? x : sign(rest)), float(Number.isFinite(x) ? sign(Math.trunc(x)) : x)]);
    }),
    copysign: two('copysign', (_, x, y) => float((y < 0 || Object.is(y, -0) ? -1 : 1) * Math.abs(x))),
    fmod: two('fmod', (m, x, y) =>
      y === 0 || !Number.isFinite(x) ? m.raise('ValueError', 'math domain error') : float(x % y),
    ),
    isclose: fn('math.isclose', '(a, b, *, rel_tol=, abs_tol=)', (m, args) => {
      const [a, b] = [real(m, args.get('a')), real(m, args.get('b'))];
      const tolerance = (name: string, otherwise: number) => {
        const given = args.optional(name);
        return given ? real(m, given) : otherwise;
      };
      if (a === b) return bool(true);
      if (!Number.isFinite(a) || !Number.isFinite(b)) return bool(false);
      const [relative, absolute] = [tolerance('rel_tol', 1e-9), tolerance('abs_tol', 0)];
      const distance = Math.abs(a - b);
      return bool(distance <= Math.abs(relative * b) || distance <= Math.abs(relative * a) || distance <= absolute);
    }),
  };
}

function numbers(): Readonly<Record<string, PyValue>> {
  const size = (value: bigint) => (value < 0n ? -value : value);
  const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));
  const folding = (name: string, start: bigint, run: (a: bigint, b: bigint) => bigint) =>
    fn(`math.${name}`, '(*integers)', (m, args) =>
      int(
        args.rest
          .map((one) => size(whole(m, one)))
          .reduce((sum, one) => {
            m.spend(1);
            return payForNumber(run(sum, one));
          }, start),
      ),
    );
  return {
    gcd: folding('gcd', 0n, (a, b) => gcd(a, b)),
    lcm: folding('lcm', 1n, (a, b) => (a === 0n || b === 0n ? 0n : (a / gcd(a, b)) * b)),
    factorial: fn(
      'math.factorial',
      '(n, /)',
      (m, args) => {
        const n = whole(m, args.get('n'));
        if (n < 0n) return m.raise('ValueError', 'factorial() not defined for negative values');
        if (n > 1000n) return m.unknown('a number grows too long', { type: 'int' });
        let product = 1n;
        for (let factor = 2n; factor <= n; factor += 1n) product *= factor;
        return int(product);
      },
      C,
    ),
    comb: fn('math.comb', '(n, k, /)', (m, args) => int(choices(m, args.get('n'), args.get('k'), true)), C),
    perm: fn('math.perm', '(n, k=, /)', (m, args) =>
      args.some('k')
        ? int(choices(m, args.get('n'), args.get('k'), false))
        : m.call(m.from('math', 'factorial'), [args.get('n')]),
    ),
    isqrt: fn(
      'math.isqrt',
      '(n, /)',
      (m, args) => {
        const n = whole(m, args.get('n'));
        if (n < 0n) return m.raise('ValueError', 'isqrt() argument must be nonnegative');
        if (n < 2n) return int(n);
        let root = 1n << BigInt((n.toString(2).length + 1) >> 1);
        for (;;) {
          const next = (root + n / root) >> 1n;
          if (next >= root) return int(root);
          root = next;
        }
      },
      C,
    ),
    prod: fn('math.prod', '(iterable, /, *, start=)', (m, args) => {
      let product: PyValue = args.optional('start') ?? int(1);
      const source = iter(m, args.get('iterable'));
      for (let item = pull(m, source); item; item = pull(m, source)) {
        if (isMany(item)) return m.derive(item);
        product = m.binary('*', product, item);
      }
      return product;
    }),
  };
}

function choices(machine: Machine, of: PyValue, some: PyValue, unordered: boolean): bigint {
  const [n, k] = [whole(machine, of), whole(machine, some)];
  if (n < 0n) return machine.raise('ValueError', 'n must be a non-negative integer');
  if (k < 0n) return machine.raise('ValueError', 'k must be a non-negative integer');
  if (k > n) return 0n;
  const count = unordered && k > n - k ? n - k : k;
  let product = 1n;
  for (let at = 0n; at < count; at += 1n) {
    machine.spend(1);
    product = payForNumber(product * (n - at));
    if (unordered) product /= at + 1n;
  }
  return product;
}
