/** The names that a piece of a generated program can use, each with the kind of value that it should hold. */
import type { Random } from './random.js';

/** What a value is meant to be: `int`, `str`, `strs` (a list of strings) … */
export type Kind = string;

export interface Variable {
  readonly name: string;
  readonly kind: Kind;
}

/** Kinds whose values will do where another kind is asked for. */
const also: Readonly<Record<Kind, readonly Kind[]>> = {
  num: ['int', 'float', 'bool'],
  int: ['int', 'bool'],
  list: ['list', 'strs', 'ints'],
  seq: ['list', 'strs', 'ints', 'tuple', 'str'],
  iter: ['list', 'strs', 'ints', 'tuple', 'str', 'dict', 'set'],
  key: ['int', 'str', 'bool', 'none', 'float'],
};

export const suits = (wanted: Kind, { kind }: Variable) =>
  wanted === 'any' ? !kind.startsWith('_') : wanted === kind || (also[wanted]?.includes(kind) ?? false);

/** Few names, so that they meet: assigned again, deleted, hidden by parameters and by variables of comprehensions. */
const targets = ['A', 'B', 'C', 'D', 'E', 'HOSTS', 'APPS', 'NAME', 'x', 'y', 'LEVEL', 'total', 'DB', 'items'];

export const freshTarget = (random: Random) =>
  random.chance(0.6) ? random.pick(targets) : `${random.pick(targets)}_${random.below(40)}`;

/** The variables with a new one, which hides others of its name. */
export function withVariable(variables: readonly Variable[], name: string, kind: Kind): readonly Variable[] {
  return [...variables.filter((one) => one.name !== name), { name, kind }];
}
