/** `datetime`: durations are exact; the present moment is not known. */

import { keywordProblem } from '../c-arguments.js';
import { fraction } from '../float-digits.js';
import { instance, type Machine, method, type NativeModule, nativeClass, property } from '../native.js';
import { bool, int, notImplemented, type PyArguments, type PyClass, type PyValue, str, tuple } from '../value.js';
import {
  durationText,
  MICROSECONDS_A_DAY,
  scaledDuration,
  secondsOf,
  splitDuration,
  UNITS,
  withFraction,
} from './duration.js';
import { momentClass } from './moment.js';
import { timezoneClass } from './moment-zone.js';
import { partialClass } from './partial-class.js';

/** The module `datetime`. */
export const datetimeModule: NativeModule = {
  standard: true,
  load(machine) {
    const timedelta = timedeltaClass(machine);
    const duration = (microseconds: bigint) => instance(timedelta, microseconds);
    const { cls: timezone, utc, zoneOf } = timezoneClass(machine, microsecondsOf, duration);
    const parts = { duration, microsecondsOf, zoneOf };
    const date = momentClass(machine, parts, undefined);
    return {
      timedelta,
      date,
      datetime: momentClass(machine, parts, date),
      time: partialClass(machine, { name: 'time', module: 'datetime', members: {} }),
      timezone,
      tzinfo: partialClass(machine, { name: 'tzinfo', module: 'datetime', members: {} }),
      UTC: utc,
      MINYEAR: int(1),
      MAXYEAR: int(9999),
    };
  },
};

/** A duration's microseconds; `undefined` for anything else. */
export function microsecondsOf(value: PyValue | undefined): bigint | undefined {
  if (value?.kind !== 'instance' || typeof value.payload !== 'bigint') return undefined;
  return value.cls.mro.some((cls) => cls.name === 'timedelta' && cls.module === 'datetime') ? value.payload : undefined;
}

function timedeltaClass(machine: Machine): PyClass {
  const make = (microseconds: bigint): PyValue => instance(cls, inRange(machine, microseconds));
  const reads = (name: string, get: (microseconds: bigint) => PyValue) =>
    property(name, (m, self) => {
      const microseconds = microsecondsOf(self);
      return microseconds === undefined ? m.derive(self) : get(microseconds);
    });
  const operator = (name: string, run: (m: Machine, left: bigint, right: PyValue) => PyValue | undefined) =>
    method(`datetime.timedelta.${name}`, '(self, other)', (m, args) => {
      const left = microsecondsOf(args.get('self'));
      return left === undefined ? notImplemented : (run(m, left, args.get('other')) ?? notImplemented);
    });
  const unary = (name: string, run: (microseconds: bigint) => PyValue) =>
    method(`datetime.timedelta.${name}`, '(self)', (m, args) => {
      const microseconds = microsecondsOf(args.get('self'));
      return microseconds === undefined ? m.derive(args.get('self')) : run(microseconds);
    });
  const durationOf = (whole: PyValue): PyValue => (whole.kind === 'int' ? make(whole.value) : machine.derive(whole));
  const both = (run: (left: bigint, right: bigint) => PyValue) => (_: Machine, left: bigint, other: PyValue) => {
    const right = microsecondsOf(other);
    return right === undefined ? undefined : run(left, right);
  };

  const times = (m: Machine, left: bigint, other: PyValue) => {
    if (other.kind === 'int' || other.kind === 'bool') return make(left * BigInt(other.value));
    return other.kind === 'float' ? make(scaledDuration(left, ...ratioOf(m, other.value))) : undefined;
  };

  const cls: PyClass = nativeClass(machine, {
    name: 'timedelta',
    module: 'datetime',
    members: {
      days: reads('days', (value) => int(splitDuration(value).days)),
      seconds: reads('seconds', (value) => int(splitDuration(value).seconds)),
      microseconds: reads('microseconds', (value) => int(splitDuration(value).microseconds)),
      total_seconds: unary('total_seconds', (value) => machine.binary('/', int(value), int(1_000_000))),
      __add__: operator(
        '__add__',
        both((left, right) => make(left + right)),
      ),
      __radd__: operator(
        '__radd__',
        both((left, right) => make(left + right)),
      ),
      __sub__: operator(
        '__sub__',
        both((left, right) => make(left - right)),
      ),
      __mul__: operator('__mul__', times),
      __rmul__: operator('__rmul__', times),
      __truediv__: operator('__truediv__', divide(make)),
      __floordiv__: operator('__floordiv__', floorDivide(durationOf)),
      __mod__: operator(
        '__mod__',
        both((left, right) => durationOf(machine.binary('%', int(left), int(right)))),
      ),
      __divmod__: operator(
        '__divmod__',
        both((left, right) => {
          const whole = machine.binary('//', int(left), int(right));
          return tuple([whole, durationOf(machine.binary('%', int(left), int(right)))]);
        }),
      ),
      __neg__: unary('__neg__', (value) => make(-value)),
      __pos__: unary('__pos__', (value) => make(value)),
      __abs__: unary('__abs__', (value) => make(value < 0n ? -value : value)),
      __bool__: unary('__bool__', (value) => bool(value !== 0n)),
      __lt__: operator(
        '__lt__',
        both((left, right) => bool(left < right)),
      ),
      __le__: operator(
        '__le__',
        both((left, right) => bool(left <= right)),
      ),
      __gt__: operator(
        '__gt__',
        both((left, right) => bool(left > right)),
      ),
      __ge__: operator(
        '__ge__',
        both((left, right) => bool(left >= right)),
      ),
      __str__: unary('__str__', (value) => str(durationText(value))),
      __repr__: unary('__repr__', (value) => str(reprOf(value))),
    },
    behaviour: {
      construct: (m, made, args) => constructTimedelta(m, made, args),
      freeze: (self) => ({ kind: 'timedelta', seconds: secondsOf(microsecondsOf(self) ?? 0n) }),
      identity: (self) => String(microsecondsOf(self)),
    },
  });
  const edge = MICROSECONDS_A_DAY * 1_000_000_000n;
  const constants = { min: make(MICROSECONDS_A_DAY - edge), max: make(edge - 1n), resolution: make(1n) };
  for (const [name, value] of Object.entries(constants)) cls.attributes.entries.set(name, { key: str(name), value });
  return cls;
}

function constructTimedelta(machine: Machine, cls: PyClass, args: PyArguments): PyValue {
  const names = [...UNITS.keys()];
  const parameters = names.map((name) => ({ name, kind: 'either', optional: true }) as const);
  const problem = keywordProblem('__new__', parameters, args, machine.python);
  if (problem !== undefined) return machine.raise('TypeError', problem);
  const given = new Map(args.positional.map((value, index) => [names[index] ?? '', value] as const));
  for (const [name, value] of args.keywords) given.set(name, value);
  let total = 0n;
  let rest = 0;
  // From the smallest unit to the largest, as CPython adds them up.
  for (const name of [...UNITS.keys()].sort((a, b) => Number((UNITS.get(a) ?? 0n) - (UNITS.get(b) ?? 0n)))) {
    const value = given.get(name);
    if (!value) continue;
    const unit = UNITS.get(name) ?? 0n;
    if (value.kind === 'unknown') return machine.derive(value);
    if (value.kind === 'choice') {
      return machine.each(value, (option) =>
        constructTimedelta(machine, cls, { positional: [], keywords: new Map([...given, [name, option]]) }),
      );
    }
    if (value.kind === 'int' || value.kind === 'bool') total += BigInt(value.value) * unit;
    else if (value.kind === 'float') {
      if (Number.isNaN(value.value)) return machine.raise('ValueError', 'cannot convert float NaN to integer');
      if (!Number.isFinite(value.value))
        return machine.raise('OverflowError', 'cannot convert float infinity to integer');
      const part = (value.value % 1) * Number(unit);
      total += BigInt(Math.trunc(value.value)) * unit + BigInt(Math.trunc(part));
      rest += part % 1;
    } else {
      return machine.raise('TypeError', `unsupported type for timedelta ${name} component: ${machine.typeName(value)}`);
    }
  }
  return instance(cls, inRange(machine, withFraction(total, rest)));
}

/** Microseconds that a duration can have. */
function inRange(machine: Machine, microseconds: bigint): bigint {
  const { days } = splitDuration(microseconds);
  if (BigInt.asIntN(32, days) !== days) machine.raise('OverflowError', 'Python int too large to convert to C int');
  if (days > 999_999_999n || days < -999_999_999n)
    machine.raise('OverflowError', `days=${days}; must have magnitude <= 999999999`);
  return microseconds;
}

/** A float as two whole numbers. */
function ratioOf(machine: Machine, value: number): readonly [bigint, bigint] {
  if (Number.isNaN(value)) return machine.raise('ValueError', 'cannot convert NaN to integer ratio');
  if (!Number.isFinite(value)) return machine.raise('OverflowError', 'cannot convert Infinity to integer ratio');
  return fraction(value);
}

function divide(make: (microseconds: bigint) => PyValue) {
  return (machine: Machine, left: bigint, other: PyValue): PyValue | undefined => {
    const right = microsecondsOf(other);
    if (right !== undefined) return machine.binary('/', int(left), int(right));
    if (other.kind !== 'int' && other.kind !== 'bool' && other.kind !== 'float') return undefined;
    const [above, below] = other.kind === 'float' ? ratioOf(machine, other.value) : [BigInt(other.value), 1n];
    if (above === 0n) return machine.raise('ZeroDivisionError', 'integer division or modulo by zero');
    return make(scaledDuration(left, below, above));
  };
}

function floorDivide(durationOf: (whole: PyValue) => PyValue) {
  return (machine: Machine, left: bigint, other: PyValue): PyValue | undefined => {
    const right =
      microsecondsOf(other) ?? (other.kind === 'int' || other.kind === 'bool' ? BigInt(other.value) : undefined);
    if (right === undefined) return undefined;
    const quotient = machine.binary('//', int(left), int(right));
    return other.kind === 'instance' ? quotient : durationOf(quotient);
  };
}

function reprOf(value: bigint): string {
  const { days, seconds, microseconds } = splitDuration(value);
  const parts = [
    ...(days === 0n ? [] : [`days=${days}`]),
    ...(seconds === 0n ? [] : [`seconds=${seconds}`]),
    ...(microseconds === 0n ? [] : [`microseconds=${microseconds}`]),
  ];
  return `datetime.timedelta(${parts.length === 0 ? '0' : parts.join(', ')})`;
}
