/** What a bomb is: a few statements of Python that ask for more than any evaluation may take. */
import type { Random } from '../random.js';

/** Statements, and files beside them where they need some. */
export interface Bomb {
  readonly code: string;
  readonly files?: Readonly<Record<string, string>>;
}

/** Makes a bomb of random size. */
export type BombMaker = (random: Random) => Bomb | string;

/** A count that is small, large or absurd. */
export function size(random: Random, most = 100_000): number {
  const scale = random.pick([3, 3, 30, 30, 30, 300, 300, 300, 3000, random.pick([3000, 30_000, most])]);
  return 1 + random.below(Math.min(scale, most));
}

/** Indented by one level. */
export function indented(code: string, by = '    '): string {
  return code
    .split('\n')
    .map((line) => (line === '' ? line : by + line))
    .join('\n');
}

/** A text again and again. */
export function times(count: number, make: (index: number) => string, between = ''): string {
  return Array.from({ length: count }, (_, index) => make(index)).join(between);
}
