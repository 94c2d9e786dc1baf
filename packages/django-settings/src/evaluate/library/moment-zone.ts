/** `timezone`: a fixed offset from UTC, and what it makes of a moment. */
import { givenName } from '../builtins/arguments.js';
import { keywordProblem } from '../c-arguments.js';
import { instance, type Machine, method, textOf } from '../native.js';
import { parseSignature } from '../signature.js';
import { none, type PyClass, type PyValue, str } from '../value.js';
import { partialClass } from './partial-class.js';

interface FixedZone {
  /** Microseconds east of UTC. */
  readonly offset: bigint;
  readonly name: string | undefined;
}

const MINUTE = 60_000_000n;

function fixedZone(value: PyValue | undefined): FixedZone | undefined {
  const payload = value?.kind === 'instance' ? value.payload : undefined;
  return typeof payload === 'object' && payload !== null && 'offset' in payload ? (payload as FixedZone) : undefined;
}

const parameters = parseSignature('(offset, name=)');

/** `datetime.timezone`, with its `utc`. */
export function timezoneClass(
  machine: Machine,
  microsecondsOf: (value: PyValue | undefined) => bigint | undefined,
  duration: (microseconds: bigint) => PyValue,
): { readonly cls: PyClass; readonly utc: PyValue; readonly zoneOf: (minutes: number) => PyValue } {
  const cls: PyClass = partialClass(machine, {
    name: 'timezone',
    module: 'datetime',
    members: {
      utcoffset: method('datetime.timezone.utcoffset', '(self, dt)', (m, args) => {
        refuseNoMoment(m, args.get('dt'));
        const zone = fixedZone(args.get('self'));
        return zone ? duration(zone.offset) : m.derive(args.get('self'));
      }),
      dst: method('datetime.timezone.dst', '(self, dt)', (m, args) => {
        refuseNoMoment(m, args.get('dt'));
        return none;
      }),
      __str__: method('datetime.timezone.__str__', '(self)', (m, args) => {
        const zone = fixedZone(args.get('self'));
        return zone ? str(zone.name ?? `UTC${signed(zone.offset)}`) : m.derive(args.get('self'));
      }),
    },
    behaviour: {
      construct(m, made, args) {
        const { positional, keywords } = args;
        const problem = keywordProblem('timezone', parameters, args, m.python);
        if (problem?.includes('() takes ')) m.raise('TypeError', problem);
        const given = positional[0] ?? keywords.get('offset');
        const offset = microsecondsOf(given);
        const name = positional[1] ?? keywords.get('name');
        const refuse = (at: number, type: string, value: PyValue) =>
          m.raise('TypeError', `timezone() argument ${at} must be ${type}, not ${givenName(m, value)}`);
        if (given && offset === undefined && !m.doubt(given)) refuse(1, 'datetime.timedelta', given);
        if (name && name.kind !== 'str' && !m.doubt(name)) refuse(2, 'str', name);
        // What is given by name is looked at last.
        if (problem !== undefined) m.raise('TypeError', problem);
        if (given && offset !== undefined && (offset >= 1440n * MINUTE || offset <= -1440n * MINUTE)) {
          const between = 'strictly between -timedelta(hours=24) and timedelta(hours=24)';
          const shown = m.repr(given);
          m.raise('ValueError', `offset must be a timedelta ${between}, not ${textOf(shown) ?? ''}.`);
        }
        if (offset === undefined || offset % MINUTE !== 0n) return m.unmodelled('this time zone is not modelled');
        return offset === 0n && !name ? utc : instance(made, { offset, name: textOf(name) } satisfies FixedZone);
      },
      freeze: () => ({ kind: 'object', type: 'datetime.timezone' }),
      identity: (self) => String(fixedZone(self)?.offset),
    },
  });
  const utc = instance(cls, { offset: 0n, name: 'UTC' } satisfies FixedZone);
  cls.attributes.entries.set('utc', { key: str('utc'), value: utc });
  const zoneOf = (minutes: number): PyValue =>
    minutes === 0 ? utc : instance(cls, { offset: BigInt(minutes) * MINUTE, name: undefined } satisfies FixedZone);
  return { cls, utc, zoneOf };
}

/** `+02:00`, as an ISO text ends; `''` without a zone; `undefined` where the zone's offset is not known. */
export function offsetText(zone: PyValue | undefined): string | undefined {
  if (zone === undefined) return '';
  const fixed = fixedZone(zone);
  return fixed ? (fixed.offset === 0n ? '+00:00' : signed(fixed.offset)) : undefined;
}

/** Microseconds since 1970, in UTC where there is a zone; `undefined` where the zone's offset is not known. */
export function instantOf({
  fields,
  zone,
}: {
  readonly fields: readonly number[];
  readonly zone: PyValue | undefined;
}): bigint | undefined {
  const [year = 1, month = 1, day = 1, hour = 0, minute = 0, second = 0, microsecond = 0] = fields;
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  at.setUTCHours(hour, minute, second);
  const local = BigInt(at.getTime()) * 1000n + BigInt(microsecond);
  if (zone === undefined) return local;
  const fixed = fixedZone(zone);
  return fixed && local - fixed.offset;
}

function signed(offset: bigint): string {
  if (offset === 0n) return '';
  const minutes = Number((offset < 0n ? -offset : offset) / MINUTE);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${offset < 0n ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function refuseNoMoment(machine: Machine, value: PyValue): void {
  if (value.kind !== 'none' && value.kind !== 'instance' && !machine.doubt(value))
    machine.raise('TypeError', machine.unknown('how a timezone refuses this is not modelled', { type: 'str' }));
}
