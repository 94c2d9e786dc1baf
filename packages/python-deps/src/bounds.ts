/** The ends of what a specifier admits, as far as they can be written down as versions. */
import type { Specifier } from './specifier.js';
import { compareVersions, type Version } from './version.js';

/** Where a range begins or ends, and whether the version itself is still within. */
interface End {
  readonly version: string;
  readonly within: boolean;
}

/** No post-release counts that far. */
const beyond = '999999999999';

/** Whether the clauses leave nothing between their highest lower end and their lowest upper one. */
export function leaveNothing(specifier: Specifier): boolean {
  const clauses = specifier.length === 1 ? (specifier[0] ?? []) : [];
  const lower: End[] = [];
  const upper: End[] = [];
  for (const { operator, version, wildcard, bound } of clauses) {
    if (!bound) continue;
    const { release, prerelease, post, local } = bound;
    if (operator === '>=' || operator === '~=') lower.push({ version, within: true });
    // `>5.2` leaves out the post-releases of 5.2, and `<5.2` its pre-releases.
    if (operator === '>')
      lower.push({
        version: post === undefined && bound.dev === undefined ? `${version}.post${beyond}` : version,
        within: false,
      });
    if (operator === '<')
      upper.push({ version: prerelease || post !== undefined ? version : `${version}.dev0`, within: false });
    if (operator === '<=') upper.push({ version, within: true });
    if (operator === '==' && !wildcard && !local)
      for (const ends of [lower, upper]) ends.push({ version, within: true });
    if (operator === '==' && wildcard) lower.push({ version: `${version}.dev0`, within: true });
    if ((operator === '==' && wildcard) || operator === '~=')
      upper.push({
        version: `${after(bound, operator === '~=' ? release.slice(0, -1) : release)}.dev0`,
        within: false,
      });
  }
  const from = lower.reduce<End | undefined>(
    (one, other) => (one && narrower(one, other) > 0 ? one : other),
    undefined,
  );
  const to = upper.reduce<End | undefined>((one, other) => (one && narrower(other, one) > 0 ? one : other), undefined);
  if (!from || !to) return false;
  const order = compareVersions(from.version, to.version);
  return order > 0 || (order === 0 && !(from.within && to.within));
}

/** Of two lower ends, whether the first one leaves less. */
function narrower(one: End, other: End): number {
  return compareVersions(one.version, other.version) || Number(other.within) - Number(one.within);
}

/** The first release of the line that comes after a line: `5.3` after `5.2`. */
function after({ epoch }: Version, line: readonly bigint[]): string {
  return `${epoch}!${[...line.slice(0, -1), (line.at(-1) ?? 0n) + 1n].join('.')}`;
}
