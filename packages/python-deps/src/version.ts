/** PEP 440 versions: the one file that talks to `@renovatebot/pep440`, with its known defects kept out. */
import { compare, parse } from '@renovatebot/pep440';

/** A version, taken apart. */
export interface Version {
  readonly text: string;
  readonly epoch: number;
  readonly release: readonly number[];
  readonly prerelease: boolean;
  readonly postrelease: boolean;
  readonly local: boolean;
}

/** Longer texts are no version anybody publishes, and are not worth a regular expression's time. */
const LONGEST = 128;

/** The parts of a version, or `undefined` for text that PEP 440 does not admit. */
export function parseVersion(text: string): Version | undefined {
  const trimmed = text.trim();
  if (trimmed.length === 0 || trimmed.length > LONGEST) return undefined;
  const parts = parse(trimmed);
  if (!parts) return undefined;
  return {
    text: trimmed,
    epoch: parts.epoch,
    release: parts.release,
    prerelease: parts.pre !== null || parts.dev !== null,
    postrelease: parts.post !== null,
    local: parts.local !== null,
  };
}

/** Whether PEP 440 admits a text as a version. */
export function isVersion(text: string): boolean {
  return isPlain(text) || parseVersion(text) !== undefined;
}

/**
 * Orders two versions: negative, zero or positive, as PEP 440 does, local versions included.
 * Text that is no version sorts before every version, and among its like by code unit.
 */
export function compareVersions(left: string, right: string): number {
  if (isPlain(left) && isPlain(right)) return compareReleases(left.split('.'), right.split('.'));
  const a = parseVersion(left);
  const b = parseVersion(right);
  if (a && b) return Math.sign(compare(a.text, b.text));
  if (a) return 1;
  if (b) return -1;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** A release alone, as most versions are: to compare two of these, they need not be taken apart. */
function isPlain(text: string): boolean {
  return text.length <= LONGEST && /^\d+(?:\.\d+)*$/.test(text);
}

function compareReleases(left: readonly string[], right: readonly string[]): number {
  const length = Math.max(left.length, right.length);
  for (let at = 0; at < length; at += 1) {
    const difference = Number(left[at] ?? 0) - Number(right[at] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}

/** The version without its local part (`1.0+abc` is the public version `1.0`). */
export function publicVersion(text: string): string {
  const plus = text.indexOf('+');
  return (plus < 0 ? text : text.slice(0, plus)).trim();
}

/** What a post-release or local version comes after: `1.0a1` of `1.0a1.post2.dev3+abc`. */
export function beforePost(text: string): string {
  const parts = parse(text.trim());
  return parts ? `${parts.epoch}!${parts.release.join('.')}${parts.pre?.join('') ?? ''}` : text;
}

/** What a pre-release leads to: `1.0` of `1.0rc1`, `1.0.post1` of `1.0.post1.dev2`. */
export function afterPrerelease(text: string): string {
  const parts = parse(text.trim());
  if (!parts) return text;
  const release = `${parts.epoch}!${parts.release.join('.')}`;
  return parts.pre === null && parts.post !== null ? `${release}.post${parts.post[1]}` : release;
}

/** `5.2` of `5.2.1rc1`: the release line by which Django and Python are supported. */
export function seriesOf(text: string): string | undefined {
  const version = parseVersion(text);
  if (!version) return undefined;
  return `${version.release[0] ?? 0}.${version.release[1] ?? 0}`;
}
