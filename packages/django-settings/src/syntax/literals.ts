/** Literals that the parser leaves half read: floats that look like ints, Python 2 octals, bytes, `\N{…}`. */
import type { Expression, Node, SyntaxProblem } from './tree.js';

/** What was wrong with literals of one piece of source. */
export interface Literals {
  readonly problems: SyntaxProblem[];
}

/** A constant from the parser's value, its quote style and its source. */
export function readLiteral(
  value: unknown,
  quotes: string | undefined,
  source: string,
  at: Node,
  literals: Literals,
): Expression {
  if (value === null || value === undefined) return { kind: 'none', ...at };
  if (typeof value === 'boolean') return { kind: 'bool', ...at, value };
  if (typeof value === 'bigint') return { kind: 'int', ...at, value };
  if (typeof value === 'number') return readNumber(value, source, at, literals);
  if (typeof value === 'string') {
    if (quotes === undefined && source === '...') return { kind: 'ellipsis', ...at };
    const bytes = /^[rR]?[bB]/.test(quotes ?? source);
    if (!bytes && /\\N\{/.test(source) && !/^[rR]/.test(source)) {
      return { kind: 'undecoded', ...at, why: 'it holds a character by its Unicode name' };
    }
    return { kind: bytes ? 'bytes' : 'str', ...at, value };
  }
  return { kind: 'undecoded', ...at, why: 'complex numbers are not evaluated' };
}

function readNumber(value: number, source: string, at: Node, literals: Literals): Expression {
  const digits = source.replaceAll('_', '');
  if (/^0[xXoObB]/.test(digits)) return { kind: 'int', ...at, value: BigInt(digits.toLowerCase()) };
  if (/[.eE]/.test(digits)) return { kind: 'float', ...at, value };
  if (/^0+[1-9]/.test(digits)) {
    literals.problems.push({
      ...at,
      type: 'SyntaxError',
      message: 'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers',
    });
  }
  return { kind: 'int', ...at, value: /^\d+$/.test(digits) ? BigInt(digits) : BigInt(Math.trunc(value)) };
}
