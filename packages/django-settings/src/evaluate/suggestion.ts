/** "Did you mean 'name'?": which of several names CPython takes to be meant by one that is not among them. Source: `Python/suggestions.c`. */

const move = 2;
const longest = 40;

/** What follows an unexpected keyword: nothing before Python 3.13, or where nothing is near. */
export function didYouMean(
  given: string,
  candidates: readonly string[],
  python: readonly [major: number, minor: number] | undefined,
): string {
  const meant = python && python[1] < 13 ? undefined : nearest(given, candidates);
  return meant === undefined ? '' : `. Did you mean '${meant}'?`;
}

function nearest(given: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const most = Math.min(Math.floor(((given.length + candidate.length + 3) * move) / 6), least - 1);
    const cost = distance(given, candidate);
    if (cost > most) continue;
    best = candidate;
    least = cost;
  }
  return best;
}

/** How much it costs to make one text the other; another case of a letter costs half. */
function distance(a: string, b: string): number {
  if (a.length > longest || b.length > longest) return Number.POSITIVE_INFINITY;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index * move);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i * move];
    for (let j = 1; j <= b.length; j += 1) {
      const kept = (row[j - 1] as number) + substitution(a[i - 1] as string, b[j - 1] as string);
      next.push(Math.min(kept, (row[j] as number) + move, (next[j - 1] as number) + move));
    }
    row = next;
  }
  return row[b.length] as number;
}

function substitution(a: string, b: string): number {
  if (a === b) return 0;
  return a.toLowerCase() === b.toLowerCase() ? 1 : move;
}
