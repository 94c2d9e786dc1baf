/** The line hashes by which GitHub code scanning follows a result through edits: the algorithm of its own upload action. */

const block = 100;
const modulus = 37n;
const mask = (1n << 64n) - 1n;
const firstModulus = (modulus ** BigInt(block)) & mask;
const endOfFile = 65_535;

/**
 * The hash of every line of a text, by one-based line number: a rolling hash over the 100 characters that follow its
 * start, blanks left out, then `:` and the how-manieth line of that hash it is. Source: `src/fingerprints.ts` of
 * github/codeql-action. Up to the line `last`, where no later one is asked for: lock files are long.
 */
export function lineHashes(text: string, last = Number.POSITIVE_INFINITY): ReadonlyMap<number, string> {
  const hashes = new Map<number, string>();
  const counts = new Map<string, number>();
  const window = new Array<number>(block).fill(0);
  const lineAt = new Array<number>(block).fill(-1);
  let hash = 0n;
  let index = 0;
  let line = 0;
  let lineStart = true;
  let afterReturn = false;

  const emit = (): void => {
    const value = hash.toString(16);
    const count = (counts.get(value) ?? 0) + 1;
    counts.set(value, count);
    hashes.set(lineAt[index] ?? -1, `${value}:${count}`);
    lineAt[index] = -1;
  };
  const roll = (character: number): void => {
    const evicted = window[index] ?? 0;
    window[index] = character;
    hash = (modulus * hash + BigInt(character) - firstModulus * BigInt(evicted)) & mask;
    index = (index + 1) % block;
  };
  const feed = (code: number): void => {
    if (code === 32 || code === 9 || (afterReturn && code === 10)) {
      afterReturn = false;
      return;
    }
    afterReturn = code === 13;
    const character = code === 13 ? 10 : code;
    if (lineAt[index] !== -1) emit();
    if (lineStart) {
      lineStart = false;
      line += 1;
      lineAt[index] = line;
    }
    if (character === 10) lineStart = true;
    roll(character);
  };

  for (let at = 0; at < text.length && !hashes.has(last); at += 1) feed(text.charCodeAt(at));
  if (hashes.has(last)) return hashes;
  feed(endOfFile);
  for (let flushed = 0; flushed < block; flushed += 1) {
    if (lineAt[index] !== -1) emit();
    roll(0);
  }
  return hashes;
}
