/** The oldest version that a range names and admits: what an installation may have at worst. */
import { admits, parseSpecifier } from './specifier.js';
import { compareVersions } from './version.js';

/** `4.2` of `>=4.2,<5`; `undefined` for a range without a lower bound, which says nothing. */
export function lowestAdmitted(specifier: string): string | undefined {
  const bounds = parseSpecifier(specifier);
  if (!bounds) return undefined;
  return [...specifier.matchAll(/(?:>=|~=)\s*([\w.!+-]+)/g)]
    .map((match) => match[1] ?? '')
    .filter((version) => admits(bounds, version))
    .sort(compareVersions)[0];
}
