/** `date`, `datetime` and `timezone`: exact where their fields are written down, unknown where they are the clock's. */
import { classMethod, instance, type Machine, method, property, staticMethod, textOf } from '../native.js';
import {
  bool,
  int,
  none,
  notImplemented,
  type PyArguments,
  type PyClass,
  type PyInstance,
  type PyValue,
  str,
} from '../value.js';
import { MICROSECONDS_A_DAY, splitDuration } from './duration.js';
import { type Fields, formatMoment, isoText, parseIso, parseMoment } from './moment-text.js';
import { instantOf, offsetText } from './moment-zone.js';
import { partialClass } from './partial-class.js';

/** What a date or moment holds: three fields or seven, and its time zone. */
export interface Moment {
  readonly fields: Fields;
  readonly zone: PyValue | undefined;
}

/** The classes, and what durations are for them. */
export interface MomentParts {
  readonly duration: (microseconds: bigint) => PyValue;
  readonly microsecondsOf: (value: PyValue | undefined) => bigint | undefined;
  /** A time zone this many minutes from UTC. */
  readonly zoneOf: (minutes: number) => PyValue;
}

const NAMES = ['year', 'month', 'day', 'hour', 'minute', 'second', 'microsecond'];
const HIGHEST = [9999, 12, 31, 23, 59, 59, 999_999];

/** What a date or moment holds; `undefined` for anything else. */
export function momentOf(value: PyValue | undefined): Moment | undefined {
  const payload = value?.kind === 'instance' ? value.payload : undefined;
  return typeof payload === 'object' && payload !== null && 'fields' in payload ? (payload as Moment) : undefined;
}

/** `date`, or `datetime` with `date` as its base. */
export function momentClass(machine: Machine, parts: MomentParts, base: PyClass | undefined): PyClass {
  const name = base ? 'datetime' : 'date';
  const names = base ? NAMES : NAMES.slice(0, 3);
  const make = (fields: Fields, zone?: PyValue): PyInstance => instance(cls, { fields, zone } satisfies Moment);
  const checked = (m: Machine, fields: Fields, zone?: PyValue): PyValue => {
    const wrong = refusal(fields);
    return wrong === undefined ? make(fields, zone) : m.raise('ValueError', wrong);
  };
  const now = (member: string) =>
    staticMethod(`datetime.${name}.${member}`, '(*args, **extra)', (m) => m.unknown('the current time is not known'));
  const on = (member: string, signature: string, run: (m: Machine, moment: Moment, args: Bound) => PyValue) =>
    method(`datetime.${name}.${member}`, signature, (m, args) => {
      const moment = momentOf(args.get('self'));
      return moment ? run(m, moment, args) : m.derive(args.get('self'));
    });
  const written = (moment: Moment, separator: string, m: Machine): PyValue => {
    const offset = offsetText(moment.zone);
    return offset === undefined
      ? m.unknown('the offset of a time zone is not modelled', { type: 'str', truth: true })
      : str(isoText(moment.fields, separator) + offset);
  };
  const compared = (member: string, decide: (order: number) => boolean) =>
    on(member, '(self, other)', (m, moment, args) => {
      const other = momentOf(args.get('other'));
      if (!other || other.fields.length !== moment.fields.length) return notImplemented;
      const [left, right] = [instantOf(moment), instantOf(other)];
      const equality = member === '__eq__' || member === '__ne__';
      if ((moment.zone === undefined) !== (other.zone === undefined)) {
        return equality
          ? bool(member === '__ne__')
          : m.raise('TypeError', "can't compare offset-naive and offset-aware datetimes");
      }
      if (left === undefined || right === undefined)
        return m.unmodelled('the offset of a time zone is not modelled', { type: 'bool' });
      return bool(decide(left < right ? -1 : left > right ? 1 : 0));
    });
  const moved = (m: Machine, moment: Moment, by: bigint, sign: bigint): PyValue => {
    const instant = instantOf({ fields: moment.fields, zone: undefined });
    // A date moves by the days of a duration, whatever else that has.
    const step = sign * (base ? by : splitDuration(by).days * MICROSECONDS_A_DAY);
    const fields = instant === undefined ? undefined : fieldsOf(instant + step, names.length);
    return fields ? make(fields, moment.zone) : m.raise('OverflowError', 'date value out of range');
  };

  const cls: PyClass = partialClass(machine, {
    name,
    module: 'datetime',
    ...(base ? { base } : {}),
    members: {
      now: now('now'),
      utcnow: now('utcnow'),
      today: now('today'),
      fromtimestamp: now('fromtimestamp'),
      ...Object.fromEntries(
        names.map((field, index) => [
          field,
          property(field, (m, self) => {
            const value = momentOf(self)?.fields[index];
            return value === undefined ? m.derive(self) : int(value);
          }),
        ]),
      ),
      ...(base
        ? {
            tzinfo: property('tzinfo', (m, self) => {
              const moment = momentOf(self);
              return moment ? (moment.zone ?? none) : m.derive(self);
            }),
            date: on('date', '(self)', (_, { fields }) =>
              instance(base, { fields: fields.slice(0, 3), zone: undefined }),
            ),
            strptime: staticMethod('datetime.datetime.strptime', '(text, format)', (m, args) => {
              const [text, format] = [textOf(args.get('text')), textOf(args.get('format'))];
              const fields = text === undefined || format === undefined ? undefined : parseMoment(text, format);
              if (fields === undefined) return m.unmodelled('`strptime` is not modelled for this format');
              return typeof fields === 'string' ? m.raise('ValueError', fields) : checked(m, fields);
            }),
          }
        : {}),
      fromisoformat: classMethod(`datetime.${name}.fromisoformat`, '(cls, text)', (m, args) => {
        const read = parseIso(textOf(args.get('text')) ?? '');
        if (!read || (!base && textOf(args.get('text'))?.length !== 10))
          return m.unmodelled('`fromisoformat` is not modelled for this text');
        const { fields, offset } = read;
        return checked(m, fields.slice(0, names.length), offset === undefined ? undefined : parts.zoneOf(offset));
      }),
      replace: on('replace', '(self, **extra)', (m, moment, args) => {
        const keywords = new Map(args.extra);
        for (const [index, field] of names.entries())
          if (!keywords.has(field)) keywords.set(field, int(moment.fields[index] ?? 0));
        if (moment.zone && !keywords.has('tzinfo')) keywords.set('tzinfo', moment.zone);
        return construct(m, cls, names, { positional: [], keywords });
      }),
      isoformat: on('isoformat', base ? '(self, sep=, timespec=)' : '(self)', (m, moment, args) => {
        const given = base ? args.some('sep') : undefined;
        const separator = given ? textOf(given) : 'T';
        return (base && args.some('timespec')) || separator?.length !== 1
          ? m.unmodelled('`timespec` is not modelled', { type: 'str', truth: true })
          : written(moment, separator, m);
      }),
      strftime: on('strftime', '(self, format)', (m, moment, args) => formatted(m, moment, args.get('format'))),
      __format__: on('__format__', '(self, format)', (m, moment, args) =>
        textOf(args.get('format')) === '' ? written(moment, ' ', m) : formatted(m, moment, args.get('format')),
      ),
      __str__: on('__str__', '(self)', (m, moment) => written(moment, ' ', m)),
      __repr__: on('__repr__', '(self)', (m, { fields, zone }) => {
        if (zone) return m.unmodelled('the text of a time zone is not modelled', { type: 'str', truth: true });
        const last = fields[6] ? 7 : fields[5] ? 6 : Math.min(5, fields.length);
        return str(`datetime.${name}(${fields.slice(0, last).join(', ')})`);
      }),
      __eq__: compared('__eq__', (order) => order === 0),
      __ne__: compared('__ne__', (order) => order !== 0),
      __lt__: compared('__lt__', (order) => order < 0),
      __le__: compared('__le__', (order) => order <= 0),
      __gt__: compared('__gt__', (order) => order > 0),
      __ge__: compared('__ge__', (order) => order >= 0),
      __add__: on('__add__', '(self, other)', (m, moment, args) => {
        const by = parts.microsecondsOf(args.get('other'));
        return by === undefined ? notImplemented : moved(m, moment, by, 1n);
      }),
      __radd__: on('__radd__', '(self, other)', (m, moment, args) => {
        const by = parts.microsecondsOf(args.get('other'));
        return by === undefined ? notImplemented : moved(m, moment, by, 1n);
      }),
      __sub__: on('__sub__', '(self, other)', (m, moment, args) => {
        const by = parts.microsecondsOf(args.get('other'));
        if (by !== undefined) return moved(m, moment, by, -1n);
        const other = momentOf(args.get('other'));
        if (!other || other.fields.length !== moment.fields.length) return notImplemented;
        if ((moment.zone === undefined) !== (other.zone === undefined))
          return m.raise('TypeError', "can't subtract offset-naive and offset-aware datetimes");
        const [left, right] = [instantOf(moment), instantOf(other)];
        return left === undefined || right === undefined
          ? m.unknown('the offset of a time zone is not modelled')
          : parts.duration(left - right);
      }),
    },
    behaviour: {
      construct: (m, made, args) => construct(m, made, names, args),
      freeze: () => ({ kind: 'object', type: `datetime.${name}` }),
      identity: (self) => {
        const moment = momentOf(self);
        return moment ? `${moment.zone ? 'in a zone' : ''} ${instantOf(moment) ?? moment.fields.join()}` : '';
      },
    },
  });
  return cls;
}

function formatted(machine: Machine, { fields }: Moment, format: PyValue): PyValue {
  const text = formatMoment(fields, textOf(format) ?? '%?');
  return text === undefined
    ? machine.unknown('`strftime` is not modelled for this format', { type: 'str' })
    : str(text);
}

type Bound = Parameters<Parameters<typeof method>[2]>[1];

function construct(machine: Machine, cls: PyClass, names: readonly string[], args: PyArguments): PyValue {
  const fields: number[] = [];
  refuseArguments(machine, names, args);
  for (const [index, field] of names.entries()) {
    const value = args.positional[index] ?? args.keywords.get(field) ?? (index < 3 ? undefined : int(0));
    if (value === undefined)
      return machine.raise('TypeError', `function missing required argument '${field}' (pos ${index + 1})`);
    if (value.kind === 'int') fields.push(fieldOf(machine, value.value));
    else if (value.kind === 'bool') fields.push(value.value ? 1 : 0);
    else if (value.kind === 'unknown' || value.kind === 'choice' || value.kind === 'instance')
      return machine.derive(value);
    else return machine.raise('TypeError', `'${machine.typeName(value)}' object cannot be interpreted as an integer`);
  }
  const wrong = refusal(fields);
  if (wrong !== undefined) return machine.raise('ValueError', wrong);
  const zone = args.positional[7] ?? args.keywords.get('tzinfo');
  if (zone && zone.kind !== 'none' && machine.isInstance(zone, machine.classFrom('datetime', 'tzinfo')) === 'no')
    return machine.raise(
      'TypeError',
      `tzinfo argument must be None or of a tzinfo subclass, not type '${machine.typeName(zone)}'`,
    );
  const fold = args.keywords.get('fold');
  if (fold?.kind === 'int' && fold.value !== 0n && fold.value !== 1n)
    return machine.raise('ValueError', 'fold must be either 0 or 1');
  return instance(cls, { fields, zone: zone?.kind === 'none' ? undefined : zone } satisfies Moment);
}

/** What a date takes, and what a datetime takes besides. */
function refuseArguments(machine: Machine, names: readonly string[], { positional, keywords }: PyArguments): void {
  const others = names.length > 3 ? ['tzinfo', 'fold'] : [];
  const most = names.length + (others.length > 0 ? 1 : 0);
  const all = positional.length + keywords.size;
  const count = (limit: number, kind: string, given: number) =>
    machine.raise('TypeError', `function takes at most ${limit} ${kind}arguments (${given} given)`);
  if (all > names.length + others.length) count(names.length + others.length, '', all);
  if (positional.length > most) count(most, 'positional ', positional.length);
  for (const name of keywords.keys())
    if (!names.includes(name) && !others.includes(name))
      machine.raise('TypeError', machine.unknown('how this keyword is refused is not modelled', { type: 'str' }));
}

/** A field as C holds it. */
function fieldOf(machine: Machine, value: bigint): number {
  if (BigInt.asIntN(64, value) !== value) machine.raise('OverflowError', 'Python int too large to convert to C long');
  if (BigInt.asIntN(32, value) !== value)
    machine.raise('OverflowError', `signed integer is ${value > 0n ? 'greater than maximum' : 'less than minimum'}`);
  return Number(value);
}

/** Why fields are none of a moment. */
function refusal(fields: Fields): string | undefined {
  const [year = 0, month = 0, day = 0] = fields;
  if (year < 1 || year > 9999) return `year ${year} is out of range`;
  if (month < 1 || month > 12) return 'month must be in 1..12';
  const last = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  if (day < 1 || day > last) return 'day is out of range for month';
  const index = fields.findIndex((value, at) => at > 2 && (value < 0 || value > (HIGHEST[at] ?? 0)));
  return index < 0 ? undefined : `${NAMES[index]} must be in 0..${HIGHEST[index]}`;
}

/** The fields of an instant; `undefined` outside of the years 1 to 9999. */
function fieldsOf(instant: bigint, count: number): Fields | undefined {
  const microsecond = Number(((instant % 1_000_000n) + 1_000_000n) % 1_000_000n);
  const at = new Date(Number((instant - BigInt(microsecond)) / 1000n));
  const year = at.getUTCFullYear();
  if (!(year >= 1 && year <= 9999)) return undefined;
  const fields = [
    year,
    at.getUTCMonth() + 1,
    at.getUTCDate(),
    at.getUTCHours(),
    at.getUTCMinutes(),
    at.getUTCSeconds(),
  ];
  return [...fields, microsecond].slice(0, count);
}
