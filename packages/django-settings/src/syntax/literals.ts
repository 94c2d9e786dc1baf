/** Literals that the parser leaves half read: floats that look like ints, Python 2 octals, bytes, `\N{…}`. */
import type { Expression, Node } from './tree.js';

/** A constant from the parser's value, its quote style and its source. */
export function readLiteral(value: unknown, quotes: string | undefined, source: string, at: Node): Expression {
  if (value === null || value === undefined) return { kind: 'none', ...at };
  if (typeof value === 'boolean') return { kind: 'bool', ...at, value };
  if (typeof value === 'bigint') return { kind: 'int', ...at, value };
  if (typeof value === 'number') return readNumber(value, source, at);
  if (typeof value === 'string') {
    if (quotes === undefined && source === '...') return { kind: 'ellipsis', ...at };
    const bytes = /^[rR]?[bB]/.test(quotes ?? source);
    const undecoded = bytes ? undefined : misreadEscape(source);
    if (undecoded) return { kind: 'undecoded', ...at, why: undecoded };
    return { kind: bytes ? 'bytes' : 'str', ...at, value };
  }
  return { kind: 'undecoded', ...at, why: 'complex numbers are not evaluated' };
}

/** The escape of a text that the parser does not read as CPython does, in words. */
export function misreadEscape(source: string): string | undefined {
  if (/^[uUfFtT]?[rR]/.test(source)) return undefined;
  const [, escape] = /(?<!\\)(?:\\\\)*\\(N\{|[4-7][0-7]{2}|u[dD][89a-fA-F])/.exec(source) ?? [];
  if (escape === undefined) return undefined;
  if (escape === 'N{') return 'it holds a character by its Unicode name';
  return escape.startsWith('u') ? 'it holds half of a pair of surrogates' : 'it holds an octal escape above `\\377`';
}

function readNumber(value: number, source: string, at: Node): Expression {
  const digits = source.replaceAll('_', '');
  if (/^0[xXoObB]/.test(digits)) return { kind: 'int', ...at, value: BigInt(digits.toLowerCase()) };
  if (/[.eE]/.test(digits)) return { kind: 'float', ...at, value };
  return { kind: 'int', ...at, value: /^\d+$/.test(digits) ? BigInt(digits) : BigInt(Math.trunc(value)) };
}
