/** django-configurations' `values`: attributes that read the environment under their own name, behind a prefix. */

import { setOf } from '../evaluate/keys.js';
import { reprText, strip } from '../evaluate/library/python-text.js';
import { instance, type Machine, nativeClass, textOf } from '../evaluate/native.js';
import {
  bool,
  emptyDict,
  list,
  none,
  type PyArguments,
  type PyClass,
  type PyValue,
  record,
  str,
  tuple,
} from '../evaluate/value.js';
import { readVariable } from './process.js';
import { configurationsBool } from './truth-words.js';

/** How one kind of value turns a text into what the setting is. */
type Convert = (machine: Machine, text: string, options: ReadonlyMap<string, PyValue>) => PyValue;

/** A value object: what it was made with. */
interface ValueState {
  readonly kind: string;
  readonly default: PyValue | undefined;
  readonly options: ReadonlyMap<string, PyValue>;
}

const ANY: Convert = (_, text) => str(text);

const CONVERT: Readonly<Record<string, Convert>> = {
  Value: ANY,
  SecretValue: ANY,
  EmailValue: ANY,
  URLValue: ANY,
  IPValue: ANY,
  RegexValue: ANY,
  BooleanValue: (machine, text) => {
    const found = configurationsBool(text);
    return found === undefined
      ? machine.raise('ValueError', `Cannot interpret boolean value ${reprText(text)}`)
      : bool(found);
  },
  IntegerValue: (machine, text) => cast(machine, 'int', text),
  PositiveIntegerValue: (machine, text) => {
    const number = cast(machine, 'int', text);
    return number.kind === 'int' && number.value < 0n ? refuse(machine, text) : number;
  },
  FloatValue: (machine, text) => cast(machine, 'float', text),
  ListValue: (_, text, options) => list(pieces(text, options)),
  TupleValue: (_, text, options) => tuple(pieces(text, options)),
  SetValue: (_, text, options) => setOf(pieces(text, options)),
  BackendsValue: (_, text, options) => list(pieces(text, options)),
  DictValue: (machine, text) => {
    if (text === '') return emptyDict();
    const found = machine.call(machine.from('ast', 'literal_eval'), [str(text)]);
    return found.kind === 'dict' || found.kind === 'unknown'
      ? found
      : machine.raise('ValueError', `Cannot interpret dict value ${reprText(text)}`);
  },
  PathValue: (machine, text) => machine.call(machine.from('os.path', 'abspath'), [str(text)]),
  DatabaseURLValue: (machine, text, options) => {
    const alias = textOf(options.get('alias')) ?? 'default';
    return record({ [alias]: machine.call(machine.from('dj_database_url', 'parse'), [str(text)]) });
  },
  EmailURLValue: (machine, text) => machine.call(machine.from('dj_email_url', 'parse'), [str(text)]),
  CacheURLValue: (machine) =>
    machine.unknown('what django-cache-url makes of the URL is not modelled', { type: 'dict' }),
};

/** Variables with a name of their own, without a prefix. */
const OWN_NAMES: Readonly<Record<string, string>> = {
  DatabaseURLValue: 'DATABASE_URL',
  CacheURLValue: 'CACHE_URL',
  EmailURLValue: 'EMAIL_URL',
};

/** The classes of `configurations.values`. */
export function valueClasses(machine: Machine): Readonly<Record<string, PyValue>> {
  const base = nativeClass(machine, {
    name: 'Value',
    module: 'configurations.values',
    members: {},
    behaviour: { construct },
  });
  const others = Object.keys(CONVERT).filter((name) => name !== 'Value');
  return {
    Value: base,
    ...Object.fromEntries(
      others.map((name) => [
        name,
        nativeClass(machine, { name, module: 'configurations.values', base, members: {}, behaviour: { construct } }),
      ]),
    ),
  };
}

function construct(machine: Machine, cls: PyClass, args: PyArguments): PyValue {
  const kind = cls.mro.find((one) => Object.hasOwn(CONVERT, one.name))?.name ?? 'Value';
  if (cls.name !== kind) return machine.unknown('own kinds of `configurations.values` are not modelled');
  const state: ValueState = {
    kind,
    default: args.positional[0] ?? args.keywords.get('default'),
    options: args.keywords,
  };
  const made = instance(cls, state);
  // With a name given, the value is read at once; otherwise when the class is made into settings.
  const name = textOf(args.keywords.get('environ_name'));
  return name === undefined ? made : read(machine, state, name);
}

/** What an attribute becomes: one setting, or several for an e-mail URL. */
export function setUpValue(machine: Machine, name: string, value: PyValue): readonly (readonly [string, PyValue])[] {
  if (value.kind !== 'instance' || value.cls.module !== 'configurations.values') return [[name, value]];
  const state = value.payload as ValueState;
  const made = read(machine, state, name);
  if (state.kind !== 'EmailURLValue' || made.kind !== 'dict') return [[name, made]];
  const several = [...made.entries.values()].map((entry) => [textOf(entry.key) ?? '', entry.value] as const);
  return [[name, made], ...several];
}

function read(machine: Machine, state: ValueState, name: string): PyValue {
  const { kind, options } = state;
  const convert = CONVERT[kind] ?? ANY;
  const own = OWN_NAMES[kind];
  const environ = options.get('environ');
  const otherwise = defaultOf(machine, state);
  if (environ && machine.truth(environ) === 'no') return otherwise;
  const prefixOption = options.get('environ_prefix');
  const prefix = prefixOption ? (textOf(prefixOption) ?? '').replace(/_$/u, '') : own === undefined ? 'DJANGO' : '';
  const plain = textOf(options.get('environ_name')) ?? own ?? name.toUpperCase();
  const full = prefix === '' ? plain : `${prefix}_${plain}`;
  const demanded = options.get('environ_required');
  const required = kind === 'SecretValue' || (demanded !== undefined && machine.truth(demanded) === 'yes');
  const request = { name: full, required, cast: kind, ...(required ? {} : { default: otherwise }) };
  return readVariable(machine, request, required ? 'required' : 'defaulted', (found) => {
    if (!found && required) {
      return machine.raise(
        'ValueError',
        `Value ${reprText(name)} is required to be set as the environment variable ${reprText(full)}`,
      );
    }
    if (!found) return otherwise;
    if (found.kind === 'unknown') return machine.derive(found, TYPES[kind] ?? {});
    if (kind === 'SecretValue' && found.value === '')
      return machine.raise('ValueError', `Secret value ${reprText(name)} is not set`);
    return convert(machine, found.value, options);
  });
}

const TYPES: Readonly<
  Record<string, { readonly type: 'str' | 'bool' | 'int' | 'float' | 'list' | 'tuple' | 'set' | 'dict' }>
> = {
  Value: { type: 'str' },
  SecretValue: { type: 'str' },
  BooleanValue: { type: 'bool' },
  IntegerValue: { type: 'int' },
  FloatValue: { type: 'float' },
  ListValue: { type: 'list' },
  TupleValue: { type: 'tuple' },
  SetValue: { type: 'set' },
  DictValue: { type: 'dict' },
  DatabaseURLValue: { type: 'dict' },
};

/** Sequences turn their default into their own type: a string falls into its characters. */
function defaultOf(machine: Machine, state: ValueState): PyValue {
  const container = {
    ListValue: 'list',
    TupleValue: 'tuple',
    SetValue: 'set',
    BackendsValue: 'list',
    DictValue: 'dict',
  }[state.kind];
  const given = state.default;
  if (container !== undefined)
    return machine.call(machine.builtin(container), given && given.kind !== 'none' ? [given] : []);
  if (Object.hasOwn(OWN_NAMES, state.kind)) {
    const text = textOf(given);
    return text === undefined ? emptyDict() : (CONVERT[state.kind] ?? ANY)(machine, text, state.options);
  }
  return given ?? none;
}

function pieces(text: string, options: ReadonlyMap<string, PyValue>): PyValue[] {
  return strip(text)
    .split(textOf(options.get('separator')) ?? ',')
    .map(strip)
    .filter((piece) => piece !== '')
    .map((piece) => str(piece));
}

function cast(machine: Machine, type: string, text: string): PyValue {
  return machine.attempt(
    () => machine.call(machine.builtin(type), [str(text)]),
    ['ValueError', 'TypeError'],
    () => refuse(machine, text),
  );
}

function refuse(machine: Machine, text: string): never {
  return machine.raise('ValueError', `Cannot interpret value ${reprText(text)}`);
}
