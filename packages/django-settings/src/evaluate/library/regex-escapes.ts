/** Escapes in regular expressions, as far as CPython refuses them. */
import { PatternProblem, type PatternSource, size } from './regex-source.js';

/** What an escape stands for: one character, a set of them, or a place. */
export type Escaped = { readonly is: 'character'; readonly code: number } | { readonly is: 'set' | 'place' };

const HEX = /^[0-9a-fA-F]$/u;
const OCTAL = /^[0-7]$/u;
const simple: Readonly<Record<string, number>> = { a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11, '\\': 92 };
const character = (code: number): Escaped => ({ is: 'character', code });

/** An escape that begins with a letter for a number or a name; `undefined` for others. */
function numbered(source: PatternSource, escape: string): Escaped | undefined {
  const letter = escape[1] ?? '';
  const digits = { x: 2, u: 4, U: 8 }[letter];
  if (digits !== undefined) {
    const whole = escape + source.getWhile(digits, HEX);
    if (size(whole) !== digits + 2) throw source.error(`incomplete escape ${whole}`, size(whole));
    const code = Number.parseInt(whole.slice(2), 16);
    if (code > 0x10ffff) throw source.error(`bad escape ${whole}`, size(whole));
    return character(code);
  }
  if (letter !== 'N') return undefined;
  if (!source.match('{')) throw source.error('missing {');
  source.getUntil('}', 'character name');
  throw new PatternProblem('unknown', 'which names characters have is not known');
}

function octal(source: PatternSource, escape: string): Escaped {
  const code = Number.parseInt(escape.slice(1), 8);
  if (code > 0o377) throw source.error(`octal escape value ${escape} outside of range 0-0o377`, size(escape));
  return character(code);
}

function other(source: PatternSource, escape: string): Escaped {
  if (/^\\[a-zA-Z0-9]/u.test(escape)) throw source.error(`bad escape ${escape}`, size(escape));
  return character(escape.codePointAt(1) ?? 0);
}

/** Inside of a character set. */
export function escapeInSet(source: PatternSource, escape: string): Escaped {
  const letter = escape.slice(1);
  if (Object.hasOwn(simple, letter)) return character(simple[letter] ?? 0);
  if (/^[dDsSwW]$/u.test(letter)) return { is: 'set' };
  const found = numbered(source, escape);
  if (found) return found;
  return OCTAL.test(letter) ? octal(source, escape + source.getWhile(2, OCTAL)) : other(source, escape);
}

/** Outside of sets; `groupOf` says what a reference to a group is. */
export function escapeOutside(
  source: PatternSource,
  escape: string,
  groupOf: (group: number, escape: string) => Escaped,
): Escaped {
  const letter = escape.slice(1);
  if (/^[AbBZ]$/u.test(letter)) return { is: 'place' };
  if (/^[dDsSwW]$/u.test(letter)) return { is: 'set' };
  if (letter !== 'b' && Object.hasOwn(simple, letter)) return character(simple[letter] ?? 0);
  const found = numbered(source, escape);
  if (found) return found;
  if (letter === '0') return octal(source, escape + source.getWhile(2, OCTAL));
  if (!/^\d$/u.test(letter) || !/^[0-9]$/u.test(letter)) return other(source, escape);
  let whole = escape;
  if (source.next !== undefined && /^[0-9]$/u.test(source.next)) {
    whole += source.get() ?? '';
    if (/^\\[0-7][0-7]$/u.test(whole) && source.next !== undefined && OCTAL.test(source.next))
      return octal(source, whole + (source.get() ?? ''));
  }
  return groupOf(Number(whole.slice(1)), whole);
}
