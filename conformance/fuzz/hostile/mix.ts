/** How often each kind of input is made: what may take all steps less often than what is cheap, yet each some thousand times in 100,000. */
import type { Theme } from './bombs/index.js';
import type { SpoilerKind } from './spoil.js';

/** Each kind as often as its share says. */
function often<Kind extends string>(shares: Readonly<Record<Kind, number>>): readonly Kind[] {
  return (Object.entries(shares) as [Kind, number][]).flatMap(([kind, share]) => Array<Kind>(share).fill(kind));
}

export const mix = {
  ways: often({ spoil: 10, bomb: 6, both: 4 }),
  spoilers: often<SpoilerKind>({ truncated: 3, garbage: 3, binary: 2, lines: 3, tokens: 5, borrowed: 2, repeated: 1 }),
  bombs: often<Theme>({
    nesting: 3,
    literals: 3,
    files: 2,
    libraries: 4,
    regexes: 2,
    growth: 3,
    endless: 2,
    unknowns: 2,
  }),
};
