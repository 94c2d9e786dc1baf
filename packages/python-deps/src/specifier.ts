/** PEP 440 specifiers, judged by our own reading of the specification: only the ordering is borrowed. */
import { afterPrerelease, beforePost, compareVersions, parseVersion, publicVersion, type Version } from './version.js';

type SpecifierOperator = '~=' | '==' | '!=' | '<=' | '>=' | '<' | '>' | '===';

/** One clause, such as `>=4.2` or `==5.*`. */
interface Clause {
  readonly operator: SpecifierOperator;
  /** Without a final `.*`. */
  readonly version: string;
  readonly wildcard: boolean;
}

/** Alternatives, each a set of clauses that must all hold. PEP 440 has one; Poetry's `||` makes more. */
export type Specifier = readonly (readonly Clause[])[];

const CLAUSE = /^(===|~=|==|!=|<=|>=|<|>)\s*([^\s,;()]+)$/;

/** The clauses of a specifier, or `undefined` when one of them is not PEP 440. `''` admits every version. */
export function parseSpecifier(text: string): Specifier | undefined {
  if (text.length > 2000) return undefined;
  const alternatives: (readonly Clause[])[] = [];
  for (const alternative of text.split('||')) {
    const clauses: Clause[] = [];
    for (const part of alternative.split(',')) {
      if (part.trim() === '') continue;
      const clause = parseClause(part.trim());
      if (!clause) return undefined;
      clauses.push(clause);
    }
    alternatives.push(clauses);
  }
  return alternatives;
}

function parseClause(text: string): Clause | undefined {
  const match = CLAUSE.exec(text);
  if (!match) return undefined;
  const operator = match[1] as SpecifierOperator;
  const written = match[2] ?? '';
  if (operator === '===') return { operator, version: written, wildcard: false };
  const wildcard = written.endsWith('.*');
  const version = wildcard ? written.slice(0, -2) : written;
  const parsed = parseVersion(version);
  if (!parsed) return undefined;
  if (wildcard && operator !== '==' && operator !== '!=') return undefined;
  if (wildcard && (parsed.prerelease || parsed.postrelease || parsed.local)) return undefined;
  if (operator === '~=' && parsed.release.length < 2) return undefined;
  if (parsed.local && operator !== '==' && operator !== '!=') return undefined;
  return { operator, version, wildcard };
}

/**
 * Whether a version meets a specifier. Pre-releases count only when `prereleases` says so, or when the specifier itself
 * names one, as installers have it. A version or specifier that is not PEP 440 is never met.
 */
export function satisfies(version: string, specifier: string, how: { readonly prereleases?: boolean } = {}): boolean {
  const parsed = parseSpecifier(specifier);
  return parsed !== undefined && admits(parsed, version, how);
}

/** `satisfies` for a specifier that is parsed already. */
export function admits(specifier: Specifier, version: string, how: { readonly prereleases?: boolean } = {}): boolean {
  const candidate = parseVersion(version);
  if (!candidate) return specifier.some((set) => set.length > 0 && set.every((clause) => isArbitrary(clause, version)));
  return specifier.some((set) => {
    const prereleases = how.prereleases ?? set.some(namesPrerelease);
    return (!candidate.prerelease || prereleases) && set.every((clause) => holds(clause, candidate));
  });
}

/** The one version that a specifier pins with `==` or `===`, if it does. */
export function pinnedVersion(specifier: string): string | undefined {
  const parsed = parseSpecifier(specifier);
  if (parsed?.length !== 1) return undefined;
  const pins = parsed[0]?.filter((clause) => /^={2,3}$/.test(clause.operator) && !clause.wildcard) ?? [];
  const pin = pins[0];
  if (!pin || !parseVersion(pin.version)) return undefined;
  return admits(parsed, pin.version, { prereleases: true }) ? pin.version : undefined;
}

function isArbitrary(clause: Clause, version: string): boolean {
  return clause.operator === '===' && clause.version.toLowerCase() === version.trim().toLowerCase();
}

function namesPrerelease(clause: Clause): boolean {
  if (clause.operator === '!=' || clause.operator === '<' || clause.operator === '>') return false;
  return parseVersion(clause.version)?.prerelease ?? false;
}

function holds(clause: Clause, candidate: Version): boolean {
  const bound = clause.version;
  const released = publicVersion(candidate.text);
  switch (clause.operator) {
    case '===':
      return isArbitrary(clause, candidate.text);
    case '==':
      return isEqual(clause, candidate);
    case '!=':
      return !isEqual(clause, candidate);
    case '<=':
      return compareVersions(released, bound) <= 0;
    case '>=':
      return compareVersions(released, bound) >= 0;
    case '<':
      return isBelow(candidate, bound);
    case '>':
      return isAbove(candidate, bound);
    case '~=':
      return compareVersions(released, bound) >= 0 && hasPrefix(candidate, parseVersion(bound), 1);
  }
}

function isEqual(clause: Clause, candidate: Version): boolean {
  const bound = parseVersion(clause.version);
  if (!bound) return false;
  if (clause.wildcard) return hasPrefix(candidate, bound, 0);
  return compareVersions(bound.local ? candidate.text : publicVersion(candidate.text), clause.version) === 0;
}

/** Whether the candidate's release begins with the bound's, its last `dropped` numbers left out. */
function hasPrefix(candidate: Version, bound: Version | undefined, dropped: number): boolean {
  if (!bound || candidate.epoch !== bound.epoch) return false;
  const prefix = bound.release.slice(0, bound.release.length - dropped);
  return prefix.every((number, index) => number === (candidate.release[index] ?? 0));
}

/** `<5.2` leaves out the pre-releases of 5.2 itself, unless the bound is one. */
function isBelow(candidate: Version, bound: string): boolean {
  if (compareVersions(candidate.text, bound) >= 0) return false;
  if (parseVersion(bound)?.prerelease || !candidate.prerelease) return true;
  return compareVersions(afterPrerelease(candidate.text), bound) !== 0;
}

/** `>5.2` leaves out the post-releases and local versions of 5.2 itself. */
function isAbove(candidate: Version, bound: string): boolean {
  if (compareVersions(candidate.text, bound) <= 0) return false;
  if (candidate.local && compareVersions(publicVersion(candidate.text), bound) === 0) return false;
  if (!candidate.postrelease || parseVersion(bound)?.postrelease) return true;
  return compareVersions(beforePost(candidate.text), bound) !== 0;
}
