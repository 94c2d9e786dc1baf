/** Binding a call's arguments to parameters, with the TypeErrors of CPython: for functions of the project and modelled ones alike. */
import { didYouMean } from './suggestion.js';
import type { PyArguments, PyValue } from './value.js';

/** One parameter. `rest` is `*args`, `extra` is `**kwargs`. */
export interface Parameter {
  readonly name: string;
  readonly kind: 'positional-only' | 'either' | 'rest' | 'keyword-only' | 'extra';
  readonly optional: boolean;
}

/** Bound arguments by parameter name. */
export interface Bound {
  /** A required argument. */
  get(name: string): PyValue;
  /** An optional one; `undefined` when it was left out. */
  optional(name: string): PyValue | undefined;
  /** An optional one; `undefined` when it was left out or is None. */
  some(name: string): PyValue | undefined;
  /** `*args` */
  readonly rest: readonly PyValue[];
  /** `**kwargs` */
  readonly extra: ReadonlyMap<string, PyValue>;
  /** Every argument. */
  all(): readonly PyValue[];
  /** The same with one value put for another. */
  replace(value: PyValue, by: PyValue): Bound;
}

/** Parameters from Python's notation, such as `(self, key, default=, /, *rest, cast=, **extra)`. Defaults are only marked by `=`. */
export function parseSignature(text: string): readonly Parameter[] {
  const parameters: { name: string; kind: Parameter['kind']; optional: boolean }[] = [];
  let kind: Parameter['kind'] = 'either';
  for (const piece of text.slice(1, -1).split(',')) {
    const word = piece.trim();
    if (word === '') continue;
    if (word === '/') {
      for (const parameter of parameters) parameter.kind = 'positional-only';
    } else if (word === '*') {
      kind = 'keyword-only';
    } else if (word.startsWith('**')) {
      parameters.push({ name: word.slice(2), kind: 'extra', optional: true });
    } else if (word.startsWith('*')) {
      parameters.push({ name: word.slice(1), kind: 'rest', optional: true });
      kind = 'keyword-only';
    } else {
      const optional = word.includes('=');
      parameters.push({ name: optional ? word.slice(0, word.indexOf('=')).trim() : word, kind, optional });
    }
  }
  return parameters;
}

/** Bind, or call `fail` with CPython's message. */
export function bindArguments(
  name: string,
  parameters: readonly Parameter[],
  args: PyArguments,
  fail: (message: string) => never,
  python?: readonly [major: number, minor: number],
): Bound {
  const values = new Map<string, PyValue>();
  const positional = parameters.filter(({ kind }) => kind === 'either' || kind === 'positional-only');
  const takesRest = parameters.some(({ kind }) => kind === 'rest');
  const takesExtra = parameters.some(({ kind }) => kind === 'extra');
  for (const [index, parameter] of positional.entries()) {
    const value = args.positional[index];
    if (value !== undefined) values.set(parameter.name, value);
  }
  const extra = new Map<string, PyValue>();
  const misplaced: string[] = [];
  for (const [keyword, value] of args.keywords) {
    const parameter = parameters.find((one) => one.name === keyword && one.kind !== 'rest' && one.kind !== 'extra');
    if (parameter && parameter.kind !== 'positional-only') {
      if (values.has(keyword)) fail(`${name}() got multiple values for argument '${keyword}'`);
      values.set(keyword, value);
    } else if (takesExtra) {
      extra.set(keyword, value);
    } else if (parameter) {
      misplaced.push(keyword);
    } else {
      const names = parameters.filter((one) => one.kind === 'either' || one.kind === 'keyword-only');
      const hint = didYouMean(
        keyword,
        names.map((one) => one.name),
        python,
      );
      fail(`${name}() got an unexpected keyword argument '${keyword}'${hint}`);
    }
  }
  if (misplaced.length > 0) {
    const names = misplaced.join(', ');
    fail(`${name}() got some positional-only arguments passed as keyword arguments: '${names}'`);
  }
  const rest = args.positional.slice(positional.length);
  if (rest.length > 0 && !takesRest) fail(tooMany(name, parameters, positional, args, values));
  missing(
    name,
    positional.filter((one) => !one.optional && !values.has(one.name)),
    'positional',
    fail,
  );
  const keywordOnly = parameters.filter(({ kind }) => kind === 'keyword-only');
  missing(
    name,
    keywordOnly.filter((one) => !one.optional && !values.has(one.name)),
    'keyword-only',
    fail,
  );
  return bound(values, takesRest ? rest : [], extra);
}

function bound(
  values: ReadonlyMap<string, PyValue>,
  rest: readonly PyValue[],
  extra: ReadonlyMap<string, PyValue>,
): Bound {
  return {
    get(name) {
      const value = values.get(name);
      if (value === undefined) throw new TypeError(`A model asks for a parameter it does not have: ${name}`);
      return value;
    },
    optional: (name) => values.get(name),
    some(name) {
      const value = values.get(name);
      return value?.kind === 'none' ? undefined : value;
    },
    rest,
    extra,
    all: () => [...values.values(), ...rest, ...extra.values()],
    replace(value, by) {
      const swap = (one: PyValue): PyValue => (one === value ? by : one);
      const swapAll = (map: ReadonlyMap<string, PyValue>) => new Map([...map].map(([key, one]) => [key, swap(one)]));
      return bound(swapAll(values), rest.map(swap), swapAll(extra));
    },
  };
}

function tooMany(
  name: string,
  parameters: readonly Parameter[],
  positional: readonly Parameter[],
  args: PyArguments,
  values: ReadonlyMap<string, PyValue>,
): string {
  const least = positional.filter(({ optional }) => !optional).length;
  const most = positional.length;
  const takes = least === most ? String(most) : `from ${least} to ${most}`;
  const given = args.positional.length;
  const keywordOnly = parameters.filter((one) => one.kind === 'keyword-only' && values.has(one.name)).length;
  const plural = least === most && most === 1 ? '' : 's';
  if (keywordOnly > 0) {
    const gave = `${given} positional argument${given === 1 ? '' : 's'}`;
    const extra = `${keywordOnly} keyword-only argument${keywordOnly === 1 ? '' : 's'}`;
    return `${name}() takes ${takes} positional argument${plural} but ${gave} (and ${extra}) were given`;
  }
  return `${name}() takes ${takes} positional argument${plural} but ${given} ${given === 1 ? 'was' : 'were'} given`;
}

function missing(name: string, absent: readonly Parameter[], kind: string, fail: (message: string) => never): void {
  if (absent.length === 0) return;
  const names = absent.map((one) => `'${one.name}'`);
  const last = names.pop() ?? '';
  const listed =
    names.length === 0 ? last : names.length === 1 ? `${names[0]} and ${last}` : `${names.join(', ')}, and ${last}`;
  fail(`${name}() missing ${absent.length} required ${kind} argument${absent.length === 1 ? '' : 's'}: ${listed}`);
}
