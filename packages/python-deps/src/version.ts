/** PEP 440 versions: what they are, and how they are ordered. Equal to Python's `packaging`, case by case. */

/** A version, taken apart. Numbers are as long as they like. */
export interface Version {
  readonly text: string;
  readonly epoch: bigint;
  readonly release: readonly bigint[];
  /** `a`, `b` or `rc`, and its number. */
  readonly pre?: readonly [letter: string, number: bigint];
  readonly post?: bigint;
  readonly dev?: bigint;
  /** The parts after `+`: numbers as such, words in small letters. */
  readonly local?: readonly (bigint | string)[];
  readonly prerelease: boolean;
}

/** Longer texts are no version anybody publishes, and are not worth a regular expression's time. */
const LONGEST = 1000;

const VERSION =
  /^\s*v?(?:(\d+)!)?(\d+(?:\.\d+)*)(?:[-_.]?(alpha|a|beta|b|preview|pre|c|rc)[-_.]?(\d*))?(?:-(\d+)|[-_.]?(?:post|rev|r)[-_.]?(\d*))?(?:[-_.]?dev[-_.]?(\d*))?(?:\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?\s*$/i;

/** Other words for the letters of a pre-release. */
const LETTERS: Readonly<Record<string, string>> = { alpha: 'a', beta: 'b', c: 'rc', pre: 'rc', preview: 'rc' };

/** The parts of a version, or `undefined` for text that PEP 440 does not admit. */
export function parseVersion(text: string): Version | undefined {
  if (text.length > LONGEST) return undefined;
  const match = VERSION.exec(text);
  if (!match) return undefined;
  const [, epoch, release = '', letter, pre, shortPost, post, dev, local] = match;
  const word = letter?.toLowerCase() ?? '';
  const after = shortPost ?? post;
  return {
    text: text.trim(),
    epoch: BigInt(epoch ?? 0),
    release: release.split('.').map(BigInt),
    ...(letter === undefined ? {} : { pre: [LETTERS[word] ?? word, BigInt(pre || 0)] }),
    ...(after === undefined ? {} : { post: BigInt(after || 0) }),
    ...(dev === undefined ? {} : { dev: BigInt(dev || 0) }),
    ...(local === undefined ? {} : { local: local.toLowerCase().split(/[-_.]/).map(localPart) }),
    prerelease: letter !== undefined || dev !== undefined,
  };
}

/** Whether PEP 440 admits a text as a version. */
export function isVersion(text: string): boolean {
  return isPlain(text) || parseVersion(text) !== undefined;
}

function localPart(text: string): bigint | string {
  return /^\d+$/.test(text) ? BigInt(text) : text;
}

/**
 * Orders two versions: negative, zero or positive, as PEP 440 does, local versions included.
 * Text that is no version sorts before every version, and among its like by code unit.
 */
export function compareVersions(left: string, right: string): number {
  if (isPlain(left) && isPlain(right)) return comparePlain(left.split('.'), right.split('.'));
  const a = parseVersion(left);
  const b = parseVersion(right);
  if (a && b) return orderOf(a, b);
  if (a) return 1;
  if (b) return -1;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** A release alone with short numbers, as most versions are: to compare two of these, they need not be taken apart. */
function isPlain(text: string): boolean {
  return text.length <= LONGEST && /^\d{1,15}(?:\.\d{1,15})*$/.test(text);
}

function comparePlain(left: readonly string[], right: readonly string[]): number {
  const length = Math.max(left.length, right.length);
  for (let at = 0; at < length; at += 1) {
    const difference = Number(left[at] ?? 0) - Number(right[at] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}

/** Orders two versions that are taken apart already. */
export function orderOf(left: Version, right: Version): number {
  return (
    compareNumbers([left.epoch], [right.epoch]) ||
    compareNumbers(left.release, right.release) ||
    compareNumbers(suffixOf(left), suffixOf(right)) ||
    compareLocals(left.local, right.local)
  );
}

const PRE_RANKS: Readonly<Record<string, bigint>> = { a: 0n, b: 1n, rc: 2n };

/** What follows the release, as numbers that order it: `.dev` before `a` before `b` before `rc` before nothing before `.post`. */
function suffixOf({ pre, post, dev }: Version): readonly bigint[] {
  const alone = pre === undefined && post === undefined && dev !== undefined;
  return [
    pre ? (PRE_RANKS[pre[0]] ?? 0n) : alone ? -1n : 3n,
    pre?.[1] ?? 0n,
    post === undefined ? 0n : 1n,
    post ?? 0n,
    dev === undefined ? 1n : 0n,
    dev ?? 0n,
  ];
}

function compareNumbers(left: readonly bigint[], right: readonly bigint[]): number {
  const length = Math.max(left.length, right.length);
  for (let at = 0; at < length; at += 1) {
    const [a, b] = [left[at] ?? 0n, right[at] ?? 0n];
    if (a !== b) return a < b ? -1 : 1;
  }
  return 0;
}

/** Words come before numbers, what is shorter before what goes on. */
function compareLocals(left: Version['local'] = [], right: Version['local'] = []): number {
  for (const [at, a] of left.entries()) {
    const b = right[at];
    if (b === undefined) return 1;
    if (a === b) continue;
    if (typeof a !== typeof b) return typeof a === 'string' ? -1 : 1;
    return a < b ? -1 : 1;
  }
  return left.length < right.length ? -1 : 0;
}

/** The version without its local part (`1.0+abc` is the public version `1.0`). */
export function publicVersion({ local: _, ...version }: Version): Version {
  return version;
}

/** `5.2` of `5.2.1rc1`: the release line by which Django and Python are supported. */
export function seriesOf(text: string): string | undefined {
  const version = parseVersion(text);
  return version && `${version.release[0] ?? 0}.${version.release[1] ?? 0}`;
}
