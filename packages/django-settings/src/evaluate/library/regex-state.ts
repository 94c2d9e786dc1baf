/** What is known of a regular expression while it is read. */
import type { PatternSource } from './regex-source.js';

/** How many characters a piece matches, at least and at most, and of which sort it is. */
export interface Piece {
  readonly is: 'unit' | 'place' | 'repeat' | 'other';
  readonly least: number;
  readonly most: number;
}

export interface State {
  readonly source: PatternSource;
  flags: bigint;
  /** The widths of the groups so far; `undefined` for one that is open. */
  readonly groups: (Piece | undefined)[];
  readonly names: Map<string, number>;
  /** Where a condition asks for a group that may come later. */
  readonly asked: Map<number, number>;
  /** How many groups there were where a look-behind began. */
  behind: number | undefined;
  /** Whether a look-behind can be of several widths. */
  varies: boolean;
  /** `a|b|c` */
  readonly alternatives: Inside;
  /** `abc` */
  readonly sequence: Inside;
}

/** Reads a part of the pattern. */
type Inside = (state: State, verbose: boolean, nested: number) => Piece;

export const VERBOSE = 64n;
export const nothing: Piece = { is: 'other', least: 0, most: 0 };

/** Inside of a look-behind only groups before it can be referred to. */
export function checkBehind({ source, groups, behind }: State, group: number): void {
  if (behind === undefined) return;
  if (!groups[group]) throw source.error('cannot refer to an open group');
  if (group >= behind) throw source.error('cannot refer to group defined in the same lookbehind subpattern');
}
