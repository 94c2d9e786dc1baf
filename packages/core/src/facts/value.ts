/** Python values as rules and reports see them: immutable, possibly partly unknown, never mutable state of an evaluator. */
import type { Location } from '../source.js';

/** A value a setting has, as far as it is known. */
export type Value =
  | { readonly kind: 'none' }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'int'; readonly value: bigint }
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'str'; readonly value: string }
  /** One character a byte (latin-1). */
  | { readonly kind: 'bytes'; readonly value: string }
  /** An item may be an `Unknown` with `many: true`: any number of items that are not known. */
  | { readonly kind: 'list' | 'tuple' | 'set'; readonly items: readonly Value[] }
  /** An entry whose key is an `Unknown` with `many: true` stands for any number of entries. */
  | { readonly kind: 'dict'; readonly entries: readonly (readonly [key: Value, value: Value])[] }
  | { readonly kind: 'path'; readonly value: string }
  /** Seconds. */
  | { readonly kind: 'timedelta'; readonly seconds: number }
  | { readonly kind: 'regex'; readonly pattern: string }
  | { readonly kind: 'callable'; readonly name: string }
  /** An instance of a class; `type` is its dotted name. */
  | { readonly kind: 'object'; readonly type: string }
  | Unknown
  | Choice;

/** Not known, and why. Never a guess. */
export interface Unknown {
  readonly kind: 'unknown';
  /** A clause for a person: "the environment variable `X` is not given", "`foo.bar` is code of the package `foo`, which golive does not run". */
  readonly why: string;
  /** Where it became unknown. */
  readonly at?: Location;
  /** The environment variables it depends on. */
  readonly variables?: readonly string[];
  /** What would make it known, besides giving those variables: "declaring `x` as a dependency". */
  readonly settle?: string;
  /** What is certain of it all the same: an environment variable that is given is a string. */
  readonly type?: 'str' | 'bool' | 'int' | 'float' | 'list' | 'tuple' | 'dict' | 'set';
  /** Its truth, where that is certain. */
  readonly truth?: boolean;
  /** Inside a container: stands for any number of items. */
  readonly many?: true;
}

/** One of several values, because a condition is not known. */
export interface Choice {
  readonly kind: 'choice';
  readonly options: readonly Value[];
}

/** Kleene's three values: what is certain is `yes` or `no`. */
export type Truth = 'yes' | 'no' | 'maybe';
