/** The words of CPython's functions that are written in C for a call with too many, too few or misnamed arguments. */

import type { Parameter } from './signature.js';
import { didYouMean } from './suggestion.js';
import type { PyArguments } from './value.js';

/**
 * What is wrong with the arguments of a call, or `undefined`. `qualname` is the name as these messages give it, such as
 * `str.join` or `len`; `given` counts without the receiver. Source: `Python/getargs.c` and `Objects/methodobject.c`.
 */
export function problemOfArguments(
  qualname: string,
  parameters: readonly Parameter[],
  args: PyArguments,
  python: readonly [number, number] | undefined,
): string | undefined {
  const name = qualname.slice(qualname.lastIndexOf('.') + 1);
  const given = args.positional.length;
  if (qualname === 'sorted' && given !== 1) return `sorted expected 1 argument, got ${given}`;
  if (parameters.some(({ kind }) => kind === 'rest' || kind === 'extra')) {
    const places = parameters.filter(({ kind }) => kind === 'positional-only').length;
    const only = parameters.every(({ kind }) => kind === 'positional-only' || kind === 'extra');
    if (only && given > places) return `${name} expected at most ${plural(places, 'argument')}, got ${given}`;
    const noKeywords = parameters.every(({ kind }) => kind === 'rest' || kind === 'positional-only');
    return noKeywords && args.keywords.size > 0 ? `${qualname}() takes no keyword arguments` : undefined;
  }
  // These count their arguments by hand.
  if (
    ['issubclass', 'isinstance', 'reversed', 'cycle', 'pairwise'].includes(qualname) &&
    args.keywords.size === 0 &&
    given !== parameters.length
  )
    return `${name} expected ${plural(parameters.length, 'argument')}, got ${given}`;
  if (qualname === 'enumerate' && python && python[1] > 10) return problemOfEnumerate(args);
  const required = parameters.filter(({ optional }) => !optional).length;
  if (parameters.every(({ kind }) => kind === 'positional-only')) {
    if (args.keywords.size > 0) return `${qualname}() takes no keyword arguments`;
    if (parameters.length === 0) return given > 0 ? `${qualname}() takes no arguments (${given} given)` : undefined;
    if (parameters.length === 1 && required === 1)
      return given === 1 ? undefined : `${qualname}() takes exactly one argument (${given} given)`;
    const bound = given < required ? required : given > parameters.length ? parameters.length : undefined;
    if (bound === undefined) return undefined;
    const how = required === parameters.length ? '' : given < required ? 'at least ' : 'at most ';
    return `${name} expected ${how}${plural(bound, 'argument')}, got ${given}`;
  }
  return keywordProblem(name, parameters, args, python);
}

/** `enumerate` goes through its arguments by hand since Python 3.11. */
function problemOfEnumerate({ positional, keywords }: PyArguments): string | undefined {
  const all = positional.length + keywords.size;
  if (all === 0) return "enumerate() missing required argument 'iterable'";
  if (all > 2) return `enumerate() takes at most 2 arguments (${all} given)`;
  const names = ['iterable', 'start'].slice(positional.length, all);
  const wrong = [...keywords.keys()].find((name) => !names.includes(name));
  return wrong === undefined ? undefined : `'${wrong}' is an invalid keyword argument for enumerate()`;
}

/** The same for a function that takes arguments by place and by name. */
export function keywordProblem(
  name: string,
  parameters: readonly Parameter[],
  args: PyArguments,
  python: readonly [number, number] | undefined,
): string | undefined {
  const given = args.positional.length;
  const all = given + args.keywords.size;
  const positional = parameters.filter(({ kind }) => kind !== 'keyword-only');
  const least = positional.filter(({ optional }) => !optional).length;
  if (all > parameters.length) {
    const which = given === 0 ? 'keyword ' : '';
    return `${name}() takes at most ${plural(parameters.length, `${which}argument`)} (${all} given)`;
  }
  if (given > positional.length) {
    if (positional.length === 0) return `${name}() takes no positional arguments`;
    const how = least < positional.length ? 'at most' : 'exactly';
    return `${name}() takes ${how} ${plural(positional.length, 'positional argument')} (${given} given)`;
  }
  const onlyByPlace = positional.filter(({ kind, optional }) => kind === 'positional-only' && !optional).length;
  if (given < onlyByPlace) {
    const how = onlyByPlace < positional.length ? 'at least' : 'exactly';
    return `${name}() takes ${how} ${plural(onlyByPlace, 'positional argument')} (${given} given)`;
  }
  for (const [at, parameter] of parameters.entries()) {
    const byName = parameter.kind !== 'positional-only' && args.keywords.has(parameter.name);
    if (at < given && byName)
      return `argument for ${name}() given by name ('${parameter.name}') and position (${at + 1})`;
    if (at >= given && !byName && !parameter.optional)
      return `${name}() missing required argument '${parameter.name}' (pos ${at + 1})`;
  }
  for (const keyword of args.keywords.keys()) {
    if (parameters.some((one) => one.name === keyword && one.kind !== 'positional-only')) continue;
    if (python && python[1] < 13) return `'${keyword}' is an invalid keyword argument for ${name}()`;
    const names = parameters.flatMap((one) => (one.kind === 'positional-only' ? [] : [one.name]));
    return `${name}() got an unexpected keyword argument '${keyword}'${didYouMean(keyword, names, python)}`;
  }
  return undefined;
}

function plural(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
