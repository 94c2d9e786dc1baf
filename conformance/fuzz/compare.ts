/** Holds what golive says of a program to what CPython made of it. */
import type { Value } from '@django-golive/core';
import type { Recorded, Truth } from './cpython.js';
import type { Answer } from './golive.js';

/** A name, or the start-up, of which golive says what is not so. */
export interface Difference {
  readonly what: string;
  readonly golive: string;
  readonly cpython: string;
}

export interface Comparison {
  readonly differences: readonly Difference[];
  /** Names that are known and right. */
  readonly equal: number;
  /** The reason for each name that is not, or not wholly, known. */
  readonly unknown: readonly string[];
  readonly startupUnknown: string | undefined;
}

/** `'equal'`, a reason for not knowing, or that they differ. */
type Verdict =
  | { readonly is: 'equal' }
  | { readonly is: 'unknown'; readonly why: string }
  | { readonly is: 'different' };

const equal: Verdict = { is: 'equal' };
const different: Verdict = { is: 'different' };

/** Compare the answers. CPython's must not be a skip, golive's no crash. */
export function compare(
  truth: Exclude<Truth, { skip: string }>,
  answer: Exclude<Answer, { crash: string }>,
): Comparison {
  const { startup } = answer;
  if ('error' in truth || startup.ok === false) return compareStartup(truth, answer);
  const startupUnknown = startup.ok === null ? startup.why : undefined;
  const differences: Difference[] = [];
  const unknown: string[] = [];
  let right = 0;
  const recorded = new Map(truth.names);
  for (const [name, value] of recorded) {
    const said = answer.names.get(name);
    const verdict = said ? compareValue(said.value, value) : absent(answer.open ?? startupUnknown);
    if (verdict.is === 'different')
      differences.push({ what: name, golive: said ? show(said.value) : 'not bound', cpython: JSON.stringify(value) });
    else if (verdict.is === 'unknown') unknown.push(verdict.why);
    else if (said?.certain === false) unknown.push('it is bound only under a condition that is not known');
    else right += 1;
  }
  for (const [name, { certain, value }] of answer.names) {
    if (name.startsWith('__') || recorded.has(name) || !certain) continue;
    if (startup.ok === null) unknown.push(startup.why);
    else differences.push({ what: name, golive: show(value), cpython: 'not bound' });
  }
  return { differences, equal: right, unknown, startupUnknown };
}

const absent = (open: string | undefined): Verdict => (open === undefined ? different : { is: 'unknown', why: open });

function compareStartup(
  truth: Exclude<Truth, { skip: string }>,
  { startup, wordless }: Exclude<Answer, { crash: string }>,
): Comparison {
  const rest = { equal: 0, unknown: [] };
  if (startup.ok === null) return { ...rest, differences: [], startupUnknown: startup.why };
  const golive =
    startup.ok === true
      ? 'starts'
      : `${startup.error.type}: ${startup.error.message} (${startup.error.at.path}:${startup.error.at.start.line})`;
  const cpython =
    'error' in truth
      ? `${truth.error.type}: ${truth.error.message} (${truth.error.path}:${truth.error.line})`
      : 'starts';
  if ('error' in truth && startup.ok === false) {
    const { type, message, at } = startup.error;
    const { error } = truth;
    // What is not known of a message, such as an address in memory, golive leaves out whole.
    const hidden = message === '' && wordless;
    const sameWords = message === withoutLibrary(error) || hidden;
    // What CPython adds of its own, such as the end of an `except … as`, has no line.
    const sameLine = error.line === null || at.start.line === error.line;
    const samePlace = error.path === null || (at.path === error.path && sameLine);
    if (type === error.type && sameWords && samePlace)
      return { ...rest, differences: [], equal: 1, startupUnknown: undefined };
  }
  return { ...rest, differences: [{ what: 'start-up', golive, cpython }], startupUnknown: undefined };
}

/** Where Python keeps its own modules is not told. */
function withoutLibrary({ type, message }: { readonly type: string; readonly message: string }): string {
  return type === 'ImportError' ? message.replace(/ \(\/(?!tmp\/)[^)]*\)$/, '') : message;
}

/** Whether a value is the recorded one, or may be. */
function compareValue(said: Value, value: Recorded): Verdict {
  if (said.kind === 'unknown') return compareUnknown(said, value);
  if (said.kind === 'choice') {
    const verdicts = said.options.map((option) => compareValue(option, value));
    return verdicts.some(({ is }) => is !== 'different') ? { is: 'unknown', why: 'one of several values' } : different;
  }
  const [type, content] = Array.isArray(value) ? (value as unknown as readonly [string, unknown]) : ['', undefined];
  if (type === 'deep') return { is: 'unknown', why: 'it is too deep' };
  switch (said.kind) {
    case 'none':
      return value === null ? equal : different;
    case 'bool':
    case 'str':
      return value === said.value ? equal : different;
    case 'int':
      return type === 'int' && BigIntOf(String(content)) === said.value ? equal : different;
    case 'float':
      return type === 'float' && Object.is(numberOf(String(content)), said.value) ? equal : different;
    case 'bytes':
      return type === 'bytes' && content === said.value ? equal : different;
    case 'path':
      return type === 'path' && content === said.value ? equal : different;
    case 'timedelta':
      return type === 'timedelta' && Number(content) === said.seconds ? equal : different;
    case 'regex':
      return type === 're' && content === said.pattern ? equal : different;
    case 'list':
    case 'tuple':
      return type === said.kind ? compareItems(said.items, content as Recorded[]) : different;
    case 'set':
      return type === 'set' ? compareMembers(said.items, content as Recorded[]) : different;
    case 'dict':
      return type === 'dict' ? compareEntries(said.entries, content as (readonly [Recorded, Recorded])[]) : different;
    case 'callable':
      // A model of a function that CPython's library decorates is a function still.
      if (type === 'object' && content === '_lru_cache_wrapper') return equal;
      return type === 'callable' && lastName(String(content)) === lastName(said.name) ? equal : different;
    case 'object':
      return type === 'object' && isNamed(said.type, String(content)) ? equal : different;
  }
}

/** Whether a class, told with its module, has a qualified name. */
const isNamed = (dotted: string, qualname: string) => dotted === qualname || dotted.endsWith(`.${qualname}`);

const lastName = (dotted: string) => dotted.slice(dotted.lastIndexOf('.') + 1);

function compareUnknown(said: Extract<Value, { kind: 'unknown' }>, value: Recorded): Verdict {
  const { why, type, truth } = said;
  const actual = typeName(value);
  if (type !== undefined && actual !== 'deep' && type !== actual) return different;
  if (truth !== undefined && actual !== 'object' && actual !== 'deep' && truth !== truthOf(value)) return different;
  return { is: 'unknown', why };
}

function typeName(value: Recorded): string {
  if (value === null) return 'none';
  if (typeof value === 'boolean') return 'bool';
  return typeof value === 'string' ? 'str' : value[0];
}

function truthOf(value: Recorded): boolean {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return Boolean(value);
  const [type, content] = value;
  if (type === 'int') return BigIntOf(String(content)) !== 0n;
  if (type === 'float' || type === 'timedelta') return Number(content) !== 0;
  if (['list', 'tuple', 'set', 'dict', 'bytes'].includes(type)) return (content as { length: number }).length > 0;
  return true;
}

/** All verdicts in one: a difference before a doubt, a doubt before equality. */
function all(verdicts: readonly Verdict[]): Verdict {
  return verdicts.find(({ is }) => is === 'different') ?? verdicts.find(({ is }) => is === 'unknown') ?? equal;
}

function compareItems(said: readonly Value[], values: readonly Recorded[]): Verdict {
  const open = said.findIndex((item) => item.kind === 'unknown' && item.many === true);
  const pair = (items: readonly Value[], others: readonly Recorded[]) =>
    items.map((item, index) => compareValue(item, others[index] as Recorded));
  if (open < 0) return said.length === values.length ? all(pair(said, values)) : different;
  const last = said.findLastIndex((item) => item.kind === 'unknown' && item.many === true);
  const tail = said.slice(last + 1);
  if (open + tail.length > values.length) return different;
  const why = (said[open] as Extract<Value, { kind: 'unknown' }>).why;
  return all([
    ...pair(said.slice(0, open), values),
    ...pair(tail, values.slice(values.length - tail.length)),
    { is: 'unknown', why },
  ]);
}

function compareMembers(said: readonly Value[], values: readonly Recorded[]): Verdict {
  const open = said.find((item) => item.kind === 'unknown');
  const known = said.filter((item) => item.kind !== 'unknown');
  if (!open && known.length !== values.length) return different;
  const verdicts = known.map((item) =>
    values.some((value) => compareValue(item, value).is !== 'different') ? equal : different,
  );
  return all([...verdicts, ...(open?.kind === 'unknown' ? [{ is: 'unknown', why: open.why } as const] : [])]);
}

function compareEntries(
  said: readonly (readonly [Value, Value])[],
  values: readonly (readonly [Recorded, Recorded])[],
): Verdict {
  const open = said.find(([key]) => key.kind === 'unknown' || key.kind === 'choice');
  if (!open) {
    if (said.length !== values.length) return different;
    return all(
      said.flatMap(([key, value], index) => {
        const [otherKey, other] = values[index] as readonly [Recorded, Recorded];
        return [compareValue(key, otherKey), compareValue(value, other)];
      }),
    );
  }
  const known = said.filter(([key]) => key.kind !== 'unknown' && key.kind !== 'choice');
  const verdicts = known.map(([key, value]) => {
    const found = values.find(([other]) => compareValue(key, other).is !== 'different');
    return found ? compareValue(value, found[1]) : different;
  });
  return all([...verdicts, { is: 'unknown', why: open[0].kind === 'unknown' ? open[0].why : 'one of several keys' }]);
}

/** Python's `hex()`, which may begin with a minus. */
function BigIntOf(hex: string): bigint {
  return hex.startsWith('-') ? -BigInt(hex.slice(1)) : BigInt(hex);
}

/** Python's `repr` of a float. */
function numberOf(text: string): number {
  if (text === 'inf') return Number.POSITIVE_INFINITY;
  if (text === '-inf') return Number.NEGATIVE_INFINITY;
  return Number(text);
}

/** Whether a value, or a part of it, is not known. */
export function holdsUnknown(value: Value): boolean {
  if (value.kind === 'unknown' || value.kind === 'choice') return true;
  if (value.kind === 'list' || value.kind === 'tuple' || value.kind === 'set') return value.items.some(holdsUnknown);
  return value.kind === 'dict' && value.entries.some((entry) => entry.some(holdsUnknown));
}

/** A value as JSON, for a person. */
function show(value: Value): string {
  return JSON.stringify(value, (key, one: unknown) =>
    typeof one === 'bigint' ? `${one}` : key === 'at' ? undefined : one,
  );
}
