/** Parameters in the orders in which CPython goes through them. */
import type { Expression, ParameterSyntax } from './tree.js';

/** The parameters, a kind after the other. */
export const byKind = (parameters: readonly ParameterSyntax[], ...kinds: readonly ParameterSyntax['kind'][]) =>
  kinds.flatMap((wanted) => parameters.filter(({ kind }) => kind === wanted));

/** The defaults, in the order of the file. */
export const defaultsOf = (parameters: readonly ParameterSyntax[]): Expression[] =>
  parameters.flatMap(({ default: value }) => (value ? [value] : []));
