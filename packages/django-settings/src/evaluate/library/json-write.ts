/** `json.dumps`, for the plain calls that settings make. */
import { indexOrNothing } from '../builtins/arguments.js';
import { type Bound, type Machine, textOf } from '../native.js';
import { type Entry, type PyDict, type PyValue, str, tuple } from '../value.js';
import { pairOf } from './pair.js';
import { wordsSince } from './words-since.js';

/** The text of a value, or an unknown where an option is not modelled. */
export function writeJson(machine: Machine, args: Bound): PyValue {
  const doubt = machine.doubt(args.get('obj'));
  if (doubt) return machine.derive(doubt, { type: 'str', truth: true });
  for (const option of ['cls', 'skipkeys', 'check_circular']) {
    if (args.some(option))
      return machine.unmodelled(`\`json.dumps(${option}=…)\` is not modelled`, { type: 'str', truth: true });
  }
  const flag = (name: string, otherwise: boolean) => {
    const value = args.optional(name);
    return value === undefined ? otherwise : machine.truth(value) === 'yes';
  };
  const indent = args.some('indent');
  const separators = args.some('separators');
  const [comma, colon] = separators ? unpacked(machine, separators) : [indent ? ',' : ', ', ': '];
  const step = indent && stepOf(machine, indent);
  if (comma === undefined || colon === undefined || (indent && step === undefined)) {
    return machine.unmodelled('this layout of JSON is not modelled', { type: 'str', truth: true });
  }
  const layout: Layout = {
    ascii: flag('ensure_ascii', true),
    sort: flag('sort_keys', false),
    finite: !flag('allow_nan', true),
    comma,
    colon,
    step,
    otherwise: args.some('default'),
  };
  const text = write(machine, args.get('obj'), layout, []);
  return text === undefined
    ? machine.unknown('`json.dumps` of this is not modelled', { type: 'str', truth: true })
    : str(text);
}

/** The two texts of `separators=`. */
function unpacked(machine: Machine, separators: PyValue): readonly (string | undefined)[] {
  const pair = pairOf(machine, separators);
  return 'kind' in pair ? [] : pair.map(textOf);
}

/** What a level is indented by. */
function stepOf(machine: Machine, indent: PyValue): string | undefined {
  if (indent.kind === 'str') return indent.value;
  const width = indexOrNothing(machine, indent);
  return width === undefined || width > 1000 ? undefined : ' '.repeat(Math.max(0, width));
}

interface Layout {
  readonly ascii: boolean;
  readonly sort: boolean;
  /** Whether numbers that are none are refused. */
  readonly finite: boolean;
  readonly comma: string;
  readonly colon: string;
  /** What a level is indented by; `undefined` for all on one line. */
  readonly step: string | undefined;
  /** `default=`, which makes something of what JSON has no notation for. */
  readonly otherwise: PyValue | undefined;
}

/** The parts of a list or object between its brackets. */
function enclosed(open: string, parts: readonly string[], close: string, layout: Layout, depth: number): string {
  if (parts.length === 0) return open + close;
  if (layout.step === undefined) return open + parts.join(layout.comma) + close;
  const line = (level: number) => `\n${layout.step?.repeat(level) ?? ''}`;
  return open + line(depth + 1) + parts.join(layout.comma + line(depth + 1)) + line(depth) + close;
}

/** `around` are the containers that a value stands in, outermost first. */
function write(machine: Machine, value: PyValue, layout: Layout, around: readonly PyValue[]): string | undefined {
  // Counted for each time it is written: a container that is held twice, and that one twice again, is long.
  machine.spend(1);
  const depth = around.length;
  if (depth > 100) return undefined;
  const holds = value.kind === 'list' || value.kind === 'tuple' || value.kind === 'dict';
  if (holds && around.includes(value)) return machine.raise('ValueError', 'Circular reference detected');
  const inner = (one: PyValue) => write(machine, one, layout, [...around, value]);
  switch (value.kind) {
    case 'none':
      return 'null';
    case 'bool':
      return value.value ? 'true' : 'false';
    case 'int':
      return value.value.toString();
    case 'float':
      if (!Number.isFinite(value.value) && layout.finite) {
        const shown = textOf(machine.repr(value)) ?? '';
        machine.raise(
          'ValueError',
          wordsSince(machine, 13, `Out of range float values are not JSON compliant: ${shown}`),
        );
      }
      if (!Number.isFinite(value.value))
        return Number.isNaN(value.value) ? 'NaN' : value.value > 0 ? 'Infinity' : '-Infinity';
      return textOf(machine.repr(value));
    case 'str':
      return writeText(value.value, layout.ascii);
    case 'list':
    case 'tuple': {
      const items = value.items.map(inner);
      return items.includes(undefined) ? undefined : enclosed('[', items as string[], ']', layout, depth);
    }
    case 'dict': {
      const pairs: string[] = [];
      for (const entry of layout.sort ? sortedEntries(machine, value) : value.entries.values()) {
        const key = keyText(machine, entry.key);
        const text = key === undefined ? undefined : inner(entry.value);
        if (key === undefined || text === undefined) return undefined;
        pairs.push(writeText(key, layout.ascii) + layout.colon + text);
      }
      return enclosed('{', pairs, '}', layout, depth);
    }
    case 'instance':
    case 'function':
    case 'class':
    case 'bytes':
    case 'set':
    case 'range':
    case 'native':
    case 'method':
    case 'module':
    case 'slice':
    case 'iterator':
    case 'descriptor':
    case 'special':
      return notSerializable(machine, value, layout, inner);
    default:
      return undefined;
  }
}

/** What JSON has no notation for is what `default` makes of it. */
function notSerializable(
  machine: Machine,
  value: PyValue,
  { otherwise }: Layout,
  inner: (one: PyValue) => string | undefined,
): string | undefined {
  if (otherwise) return inner(machine.call(otherwise, [value]));
  const type = machine.typeOf(value);
  const name = type.kind === 'class' ? type.name : machine.typeName(value);
  return machine.raise('TypeError', `Object of type ${name} is not JSON serializable`);
}

/** The entries in the order of their keys, which must be of kinds that have one. */
function sortedEntries(machine: Machine, { entries }: PyDict): readonly Entry[] {
  const all = [...entries.values()];
  const order = machine.call(machine.builtin('sorted'), [tuple(all.map(({ key }) => key))]);
  return machine.iterate(order).flatMap((key) => all.find((entry) => entry.key === key) ?? []);
}

function keyText(machine: Machine, key: PyValue): string | undefined {
  if (key.kind === 'float') {
    if (Number.isFinite(key.value)) return textOf(machine.repr(key));
    return undefined;
  }
  if (['tuple', 'bytes', 'set', 'class', 'function', 'native', 'range', 'module'].includes(key.kind)) {
    const type = machine.typeOf(key);
    const name = type.kind === 'class' ? type.name : machine.typeName(key);
    machine.raise('TypeError', `keys must be str, int, float, bool or None, not ${name}`);
  }
  if (key.kind === 'str') return key.value;
  if (key.kind === 'bool') return key.value ? 'true' : 'false';
  if (key.kind === 'none') return 'null';
  return key.kind === 'int' ? key.value.toString() : undefined;
}

function writeText(text: string, ascii: boolean): string {
  const quoted = JSON.stringify(text);
  if (!ascii) return quoted;
  return quoted.replace(/[^\0-\x7e]/gu, (char) =>
    [...Array(char.length).keys()].map((at) => `\\u${char.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  );
}
