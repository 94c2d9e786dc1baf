/** `datetime`: durations are exact; the present moment is not known. */

import { pythonAtLeast } from '../../environment/surroundings.js';
import { instance, type Machine, method, type NativeModule, nativeClass, property } from '../native.js';
import { didYouMean } from '../suggestion.js';
import {
  bool,
  float,
  int,
  notImplemented,
  type PyArguments,
  type PyClass,
  type PyValue,
  str,
  tuple,
} from '../value.js';
import { durationText, MICROSECONDS_A_DAY, roundHalfEven, splitDuration, UNITS } from './duration.js';
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
  const make = (microseconds: bigint): PyValue => instance(cls, microseconds);
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
  const both = (run: (left: bigint, right: bigint) => PyValue) => (_: Machine, left: bigint, other: PyValue) => {
    const right = microsecondsOf(other);
    return right === undefined ? undefined : run(left, right);
  };

  const times = (_: Machine, left: bigint, other: PyValue) => {
    if (other.kind === 'int' || other.kind === 'bool') return make(left * BigInt(other.value));
    return other.kind === 'float' ? make(roundHalfEven(Number(left) * other.value)) : undefined;
  };

  const cls: PyClass = nativeClass(machine, {
    name: 'timedelta',
    module: 'datetime',
    members: {
      days: reads('days', (value) => int(splitDuration(value).days)),
      seconds: reads('seconds', (value) => int(splitDuration(value).seconds)),
      microseconds: reads('microseconds', (value) => int(splitDuration(value).microseconds)),
      total_seconds: unary('total_seconds', (value) => float(Number(value) / 1e6)),
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
      __floordiv__: operator('__floordiv__', floorDivide(make)),
      __mod__: operator('__mod__', (m, left, other) => {
        const right = microsecondsOf(other);
        if (right === undefined) return undefined;
        return right === 0n ? noDivision(m) : make(left - floored(left, right) * right);
      }),
      __divmod__: operator('__divmod__', (m, left, other) => {
        const right = microsecondsOf(other);
        if (right === undefined) return undefined;
        if (right === 0n) return noDivision(m);
        const whole = floored(left, right);
        return tuple([int(whole), make(left - whole * right)]);
      }),
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
      freeze: (self) => ({ kind: 'timedelta', seconds: Number(microsecondsOf(self) ?? 0n) / 1e6 }),
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
  const given = new Map(args.positional.map((value, index) => [names[index] ?? '', value] as const));
  for (const [name, value] of args.keywords) {
    if (!UNITS.has(name)) {
      return machine.raise(
        'TypeError',
        pythonAtLeast(machine, 13)
          ? `__new__() got an unexpected keyword argument '${name}'${didYouMean(name, names, machine.python)}`
          : `'${name}' is an invalid keyword argument for __new__()`,
      );
    }
    given.set(name, value);
  }
  let total = 0n;
  let fraction = 0;
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
      fraction += value.value * Number(unit);
    } else {
      return machine.raise('TypeError', `unsupported type for timedelta ${name} component: ${machine.typeName(value)}`);
    }
  }
  if (!Number.isFinite(fraction)) return machine.raise('OverflowError', 'cannot convert float infinity to integer');
  total += roundHalfEven(fraction);
  const days = total / MICROSECONDS_A_DAY;
  if (days > 999_999_999n || days < -999_999_999n) {
    const asInt = days < 2_147_483_648n && days >= -2_147_483_648n;
    if (!asInt) return machine.raise('OverflowError', 'Python int too large to convert to C int');
    return machine.raise('OverflowError', `days=${days}; must have magnitude <= 999999999`);
  }
  return instance(cls, total);
}

function divide(make: (microseconds: bigint) => PyValue) {
  return (machine: Machine, left: bigint, other: PyValue): PyValue | undefined => {
    const right = microsecondsOf(other);
    if (right !== undefined) {
      return right === 0n
        ? machine.raise('ZeroDivisionError', 'division by zero')
        : float(Number(left) / Number(right));
    }
    if (other.kind !== 'int' && other.kind !== 'float') return undefined;
    const by = Number(other.value);
    return by === 0 ? noDivision(machine) : make(roundHalfEven(Number(left) / by));
  };
}

function noDivision(machine: Machine): never {
  return machine.raise('ZeroDivisionError', 'integer division or modulo by zero');
}

function floored(left: bigint, right: bigint): bigint {
  return left / right - (left % right !== 0n && left < 0n !== right < 0n ? 1n : 0n);
}

function floorDivide(make: (microseconds: bigint) => PyValue) {
  return (machine: Machine, left: bigint, other: PyValue): PyValue | undefined => {
    const right =
      microsecondsOf(other) ?? (other.kind === 'int' || other.kind === 'bool' ? BigInt(other.value) : undefined);
    if (right === undefined) return undefined;
    if (right === 0n) return noDivision(machine);
    const quotient = floored(left, right);
    return other.kind === 'int' || other.kind === 'bool' ? make(quotient) : int(quotient);
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
