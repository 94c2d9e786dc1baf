/** Django's release lines and their order, which decide every default, error and check. */

/** Whether a series (`5.2`, or any longer version of it) is `other` or a later one. Anything unreadable counts as latest. */
export function atLeast(series: string, other: string): boolean {
  const [major, minor] = parts(series);
  const [otherMajor, otherMinor] = parts(other);
  return major > otherMajor || (major === otherMajor && minor >= otherMinor);
}

/** Whether a series comes before `other`. */
export function before(series: string, other: string): boolean {
  return !atLeast(series, other);
}

/** The `major.minor` of a version such as `5.2.1`; `undefined` where it is none. */
export function seriesOf(version: string): string | undefined {
  const match = /^\s*v?(\d+)\.(\d+)/.exec(version);
  if (match) return `${Number(match[1])}.${Number(match[2])}`;
  const major = /^\s*v?(\d+)\s*$/.exec(version);
  return major ? `${Number(major[1])}.0` : undefined;
}

function parts(series: string): readonly [number, number] {
  const match = /^(\d+)(?:\.(\d+))?/.exec(series);
  return match ? [Number(match[1]), Number(match[2] ?? 0)] : [Number.MAX_SAFE_INTEGER, 0];
}
