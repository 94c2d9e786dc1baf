/** Flags inside of a regular expression, `(?i)` and `(?i-s:…)`, as far as CPython refuses them. */
import { type PatternSource, size } from './regex-source.js';

/** Flags for the whole pattern, or for a group of it. */
export type Inline =
  | { readonly is: 'global'; readonly on: bigint }
  | { readonly is: 'group'; readonly on: bigint; readonly off: bigint };

const FLAGS: Readonly<Record<string, bigint>> = { i: 2n, L: 4n, m: 8n, s: 16n, x: 64n, a: 256n, u: 32n };
const TYPES = 4n | 32n | 256n;

/** The flags that begin with `first`. */
export function inlineFlags(source: PatternSource, first: string): Inline {
  const known = (char: string): bigint | undefined => (Object.hasOwn(FLAGS, char) ? FLAGS[char] : undefined);
  const refuse = (char: string, otherwise: string) =>
    source.error(/^\p{L}+$/u.test(char) ? 'unknown flag' : otherwise, size(char));
  let char: string | undefined = first;
  let [on, off] = [0n, 0n];
  while (char !== '-' && char !== ')' && char !== ':') {
    const flag = known(char);
    if (flag === undefined) throw refuse(char, 'missing -, : or )');
    if (char === 'L') throw source.error("bad inline flags: cannot use 'L' flag with a str pattern");
    on |= flag;
    if ((flag & TYPES) !== 0n && (on & TYPES) !== flag)
      throw source.error("bad inline flags: flags 'a', 'u' and 'L' are incompatible");
    char = source.get();
    if (char === undefined) throw source.error('missing -, : or )');
  }
  if (char === ')') return { is: 'global', on };
  if (char === '-') {
    char = source.get();
    if (char === undefined) throw source.error('missing flag');
    if (known(char) === undefined) throw refuse(char, 'missing flag');
    while (char !== ':') {
      const flag = known(char);
      if (flag === undefined) throw refuse(char, 'missing :');
      if ((flag & TYPES) !== 0n) throw source.error("bad inline flags: cannot turn off flags 'a', 'u' and 'L'");
      off |= flag;
      char = source.get();
      if (char === undefined) throw source.error('missing :');
    }
  }
  if ((on & off) !== 0n) throw source.error('bad inline flags: flag turned on and off', 1);
  return { is: 'group', on, off };
}
