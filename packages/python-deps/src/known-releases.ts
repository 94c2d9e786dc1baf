/** Whether a pinned package is one of PyPI as far as anybody told: of a name or a release that nobody knows, advisories say nothing. */
import { advisoryTexts } from './data/advisories.js';
import { knownPackages } from './data/known-packages.js';
import { parseVersion } from './version.js';

/** Numbers from here on are years, and every year has releases of its own. */
const YEARS = 1990;

/**
 * Why nothing is known of a release, as a clause; `undefined` where it may well be one. `named` are the versions that the advisories
 * name, `asOf` is their day.
 */
export function strangeness(name: string, version: string, named: readonly string[], asOf: string): string | undefined {
  const line = lineOf(version);
  const lines = [...newestLine(name), ...named.flatMap((one) => lineOf(one) ?? [])];
  if (lines.length === 0) return 'no package so called is known here, nor any advisory of one';
  const newest = Math.max(...lines);
  if (line === undefined || line <= newest || (line >= YEARS && line <= Number.parseInt(asOf, 10))) return undefined;
  return `no release after ${newest}.x is known of it`;
}

/** Whether anybody told of a package of that name. */
export function isKnownPackage(name: string): boolean {
  return newestLine(name).length > 0 || Object.hasOwn(advisoryTexts, name);
}

function newestLine(name: string): readonly number[] {
  const found = Object.entries(knownPackages).find(([, names]) => ` ${names} `.includes(` ${name} `));
  return found ? [Number(found[0])] : [];
}

/** The first number of a version. */
function lineOf(version: string): number | undefined {
  const first = parseVersion(version)?.release[0];
  return first === undefined ? undefined : Number(first);
}
