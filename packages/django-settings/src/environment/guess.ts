/** What a short expression over one environment variable would be, so that an operator's choice can be foreseen. */
import { parseInt10 } from '../evaluate/library/python-text.js';
import type { Expression } from '../syntax/tree.js';
import { dottedName, readIn } from './reads-in-syntax.js';
import { strtobool } from './truth-words.js';

/** A small value: a Python str, number, bool or None, or a list of them. */
export type Small = string | bigint | boolean | null | readonly Small[];

/** What is tried for a variable: a text, or `null` for "not set". */
export interface Trial {
  readonly variable: string;
  readonly value: string | null;
  /** Names that hold values made of variables: `ENVIRONMENT = os.environ.get('ENV')`. */
  readonly names: ReadonlyMap<string, Expression>;
}

const MAX_DEPTH = 30;

/** The value of an expression in a trial; `undefined` where that is beyond this, or an exception. */
export function guess(expression: Expression, trial: Trial, depth = 0): Small | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const inner = (one: Expression) => guess(one, trial, depth + 1);
  const read = readIn(expression);
  if (read) {
    if (read.how === 'presence') {
      if (read.name !== trial.variable) return undefined;
      const negated = expression.kind === 'compare' && expression.rest[0]?.[0] === 'not in';
      return (trial.value !== null) !== negated;
    }
    const given = read.name === trial.variable ? trial.value : null;
    if (given !== null) return read.bool ? strtobool(given) : given;
    if (read.how === 'optional') return null;
    const otherwise = read.default ? inner(read.default) : undefined;
    return read.bool && typeof otherwise === 'string' ? strtobool(otherwise) : otherwise;
  }
  switch (expression.kind) {
    case 'none':
      return null;
    case 'bool':
    case 'int':
    case 'str':
      return expression.value;
    case 'list':
    case 'tuple':
    case 'set': {
      const items = expression.items.map(inner);
      return items.includes(undefined) ? undefined : (items as Small[]);
    }
    case 'name': {
      const bound = trial.names.get(expression.name);
      return bound && inner(bound);
    }
    case 'unary': {
      const value = inner(expression.value);
      return expression.operator === 'not' && value !== undefined ? !isTrue(value) : undefined;
    }
    case 'and':
    case 'or': {
      let value: Small | undefined;
      for (const one of expression.values) {
        value = inner(one);
        if (value === undefined || isTrue(value) === (expression.kind === 'or')) return value;
      }
      return value;
    }
    case 'conditional': {
      const test = inner(expression.test);
      return test === undefined ? undefined : inner(isTrue(test) ? expression.body : expression.otherwise);
    }
    case 'compare': {
      const [only, ...more] = expression.rest;
      const left = inner(expression.left);
      const right = only && inner(only[1]);
      return only && more.length === 0 && left !== undefined && right !== undefined
        ? compare(only[0], left, right)
        : undefined;
    }
    case 'call': {
      const [first, ...others] = expression.positional;
      if (expression.callee.kind === 'attribute' && !first) {
        const text = inner(expression.callee.value);
        return typeof text === 'string' ? textMethod(expression.callee.name, text) : undefined;
      }
      if (!first || others.length > 0) return undefined;
      const value = inner(first);
      return value === undefined ? undefined : callOf(dottedName(expression.callee), value);
    }
    default:
      return undefined;
  }
}

/** Python's truth of a small value. */
export function isTrue(value: Small): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== null && value !== false && value !== '' && value !== 0n;
}

function textMethod(name: string, text: string): Small | undefined {
  if (name === 'lower' || name === 'casefold') return text.toLowerCase();
  if (name === 'upper') return text.toUpperCase();
  if (name === 'strip') return text.trim();
  if (name === 'capitalize' || name === 'title') return text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase();
  return undefined;
}

function callOf(name: string | undefined, value: Small): Small | undefined {
  const last = name?.split('.').at(-1);
  if (last === 'bool') return isTrue(value);
  if (last === 'str') return typeof value === 'string' ? value : undefined;
  if (last === 'int') {
    if (typeof value === 'string') return parseInt10(value);
    return typeof value === 'boolean' ? BigInt(value) : typeof value === 'bigint' ? value : undefined;
  }
  const toBool = last !== undefined && /bool/iu.test(last);
  if (typeof value === 'boolean' || typeof value === 'bigint') return toBool ? isTrue(value) : undefined;
  if (typeof value !== 'string') return undefined;
  if (last === 'loads') return value === 'true' ? true : value === 'false' ? false : parseInt10(value);
  if (last === 'literal_eval' || last === 'eval')
    return value === 'True' ? true : value === 'False' ? false : parseInt10(value);
  return toBool ? strtobool(value) : undefined;
}

function compare(operator: string, left: Small, right: Small): boolean | undefined {
  const same = (one: Small, other: Small) => numeric(one) === numeric(other);
  if (operator === '==' || operator === 'is') return same(left, right);
  if (operator === '!=' || operator === 'is not') return !same(left, right);
  if (operator !== 'in' && operator !== 'not in') return undefined;
  const found = Array.isArray(right)
    ? right.some((one: Small) => same(left, one))
    : typeof right === 'string' && typeof left === 'string'
      ? right.includes(left)
      : undefined;
  return found === undefined ? undefined : found === (operator === 'in');
}

function numeric(value: Small): Small {
  return typeof value === 'boolean' ? BigInt(value) : value;
}
