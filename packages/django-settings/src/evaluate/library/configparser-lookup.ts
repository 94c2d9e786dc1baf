/** Looking options up in the INI files that a `ConfigParser` has read, with Python's errors and conversions. */
import { type Bound, type Machine, textOf } from '../native.js';
import { bool, emptyDict, float, int, none, type PyValue, str } from '../value.js';
import { type IniFile, type IniOptions, iniValue } from './ini.js';
import { raisePython } from './plain-value.js';
import { parseFloat10, parseInt10, reprText } from './python-text.js';

/** A parser's state: replaced, never changed. `unknown` says why what it holds is not known. */
export interface ParserState {
  readonly file: IniFile;
  readonly options: IniOptions;
  readonly unknown: string | undefined;
}

/** The options of a section, those of the defaults among them. */
export function optionsOf(state: ParserState, section: string): Set<string> {
  return new Set([...(state.file.sections.get(section)?.keys() ?? []), ...state.file.defaults.keys()]);
}

/** An option's value with its references followed; None where it has none. */
export function valueOf(machine: Machine, state: ParserState, section: string, option: string): PyValue {
  const found = raisePython(machine, () => iniValue(state.file, section, option, state.options.interpolation));
  return found === undefined || found === null ? none : str(found);
}

/** `parser.get(section, option, …)`. */
export function lookup(machine: Machine, state: ParserState, args: Bound): PyValue {
  const [section, option] = [textOf(args.get('section')), textOf(args.get('option'))];
  if (section === undefined || option === undefined) return machine.unknown('the section or option is not a str');
  if (args.some('vars')) return machine.unmodelled('`get(vars=…)` is not modelled');
  return find(machine, state, section, option, args.optional('fallback'), args.optional('raw'));
}

/** `parser.getint(section, option, …)` and its like: a fallback is handed back as it is. */
export function lookupAs(
  machine: Machine,
  state: ParserState,
  args: Bound,
  convert: (machine: Machine, text: string) => PyValue,
): PyValue {
  const [section, option] = [textOf(args.get('section')), textOf(args.get('option'))];
  const there = section !== undefined && option !== undefined && hasOption(state, section, option);
  const value = lookup(machine, state, args);
  return value.kind === 'str' && there ? convert(machine, value.value) : value;
}

/** Whether the option is in the section or in the defaults. */
export function hasOption(state: ParserState, section: string, option: string): boolean {
  const known = section === 'DEFAULT' || state.file.sections.has(section);
  return known && optionsOf(state, section).has(option.toLowerCase());
}

/** The value of an option, its fallback, or the error Python raises. */
export function find(
  machine: Machine,
  state: ParserState,
  section: string,
  option: string,
  fallback: PyValue | undefined,
  raw: PyValue | undefined,
): PyValue {
  if (section !== 'DEFAULT' && !state.file.sections.has(section)) return fallback ?? noSection(machine, section);
  if (!optionsOf(state, section).has(option.toLowerCase())) {
    const message = `No option ${reprText(option.toLowerCase())} in section: ${reprText(section)}`;
    return fallback ?? machine.raise(machine.classFrom('configparser', 'NoOptionError'), message);
  }
  const plain = raw !== undefined && machine.truth(raw) === 'yes';
  return valueOf(
    machine,
    plain ? { ...state, options: { ...state.options, interpolation: 'none' } } : state,
    section,
    option,
  );
}

/** `NoSectionError`. */
export function noSection(machine: Machine, section: string): never {
  return machine.raise(machine.classFrom('configparser', 'NoSectionError'), `No section: ${reprText(section)}`);
}

/** The section that a key stands for; raises for what is no key. */
export function keyOf(machine: Machine, key: PyValue): string {
  machine.setItem(emptyDict(), key, none);
  return textOf(key) ?? '';
}

/** The defaults that a parser is made with, as texts; `undefined` where they are not all known. */
export function defaultsOf(given: PyValue | undefined): ReadonlyMap<string, string | null> | undefined {
  if (!given || given.kind === 'none') return new Map();
  if (given.kind !== 'dict' || given.open || given.options) return undefined;
  const pairs = [...given.entries.values()].map(
    ({ key, value }) => [textOf(key)?.toLowerCase(), textOf(value)] as const,
  );
  const known = pairs.flatMap(([key, value]) =>
    key === undefined || value === undefined ? [] : [[key, value] as const],
  );
  return known.length === pairs.length ? new Map(known) : undefined;
}

/** As `getint` reads it. */
export function toInt(machine: Machine, text: string): PyValue {
  const number = parseInt10(text);
  return number === undefined
    ? machine.raise('ValueError', `invalid literal for int() with base 10: ${reprText(text)}`)
    : int(number);
}

/** As `getfloat` reads it. */
export function toFloat(machine: Machine, text: string): PyValue {
  const number = parseFloat10(text);
  return number === undefined
    ? machine.raise('ValueError', `could not convert string to float: ${reprText(text)}`)
    : float(number);
}

/** As `getboolean` reads it. */
export function toBool(machine: Machine, text: string): PyValue {
  const word = text.toLowerCase();
  if (['1', 'yes', 'true', 'on'].includes(word)) return bool(true);
  if (['0', 'no', 'false', 'off'].includes(word)) return bool(false);
  return machine.raise('ValueError', `Not a boolean: ${text}`);
}
