/** PEP 440 specifiers, as Python's `packaging` judges them. */
import { orderOf, parseVersion, publicVersion, type Version } from './version.js';

type SpecifierOperator = '~=' | '==' | '!=' | '<=' | '>=' | '<' | '>' | '===';

/** One clause, such as `>=4.2` or `==5.*`. */
interface Clause {
  readonly operator: SpecifierOperator;
  /** Without a final `.*`. */
  readonly version: string;
  /** The version taken apart; what `===` names need not be one. */
  readonly bound: Version | undefined;
  readonly wildcard: boolean;
}

/** Alternatives, each a set of clauses that must all hold. PEP 440 has one; Poetry's `||` makes more. */
export type Specifier = readonly (readonly Clause[])[];

const CLAUSE = /^(~=|==|!=|<=|>=|<|>)\s*(\S+)$/;
const ARBITRARY = /^===\s*([^\s;)]*)$/;

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

/** One clause alone. */
export function parseClause(text: string): Clause | undefined {
  const arbitrary = ARBITRARY.exec(text)?.[1];
  if (arbitrary !== undefined)
    return { operator: '===', version: arbitrary, bound: parseVersion(arbitrary), wildcard: false };
  const match = CLAUSE.exec(text);
  if (!match) return undefined;
  const operator = match[1] as SpecifierOperator;
  const written = match[2] ?? '';
  const exact = operator === '==' || operator === '!=';
  const wildcard = written.endsWith('.*');
  const version = wildcard ? written.slice(0, -2) : written;
  const bound = parseVersion(version);
  if (!bound || (bound.local && !exact)) return undefined;
  if (wildcard && (!exact || !/^v?(?:\d+!)?[\d.]+$/i.test(version))) return undefined;
  if (operator === '~=' && bound.release.length < 2) return undefined;
  return { operator, version, bound, wildcard };
}

/**
 * Whether a version meets a specifier. Pre-releases count only when `prereleases` says so, or when the specifier itself
 * names one, as installers have it where there is a choice. A specifier that is not PEP 440 is never met.
 */
export function satisfies(version: string, specifier: string, how: { readonly prereleases?: boolean } = {}): boolean {
  const parsed = parseSpecifier(specifier);
  return parsed !== undefined && admits(parsed, version, how);
}

/** `satisfies` for a specifier that is parsed already. */
export function admits(specifier: Specifier, version: string, how: { readonly prereleases?: boolean } = {}): boolean {
  const candidate = parseVersion(version);
  return specifier.some((set) => {
    if (!candidate) return set.every((clause) => clause.operator === '===' && isSameText(clause, version));
    const prereleases = how.prereleases ?? set.some(namesPrerelease);
    return (!candidate.prerelease || prereleases) && set.every((clause) => holds(clause, candidate, version));
  });
}

/** The one version that a specifier pins with `==` or `===`, if it does. */
export function pinnedVersion(specifier: string): string | undefined {
  const parsed = parseSpecifier(specifier);
  if (parsed?.length !== 1) return undefined;
  const pins = parsed[0]?.filter((clause) => /^={2,3}$/.test(clause.operator) && !clause.wildcard) ?? [];
  const pin = pins[0];
  if (!pin?.bound) return undefined;
  return admits(parsed, pin.version, { prereleases: true }) ? pin.version : undefined;
}

function isSameText(clause: Clause, version: string): boolean {
  return clause.version.toLowerCase() === version.toLowerCase();
}

function namesPrerelease(clause: Clause): boolean {
  return clause.operator !== '!=' && !clause.wildcard && clause.bound?.prerelease === true;
}

function holds(clause: Clause, candidate: Version, written: string): boolean {
  if (clause.operator === '===') return isSameText(clause, written);
  const { bound } = clause;
  if (!bound) return false;
  switch (clause.operator) {
    case '==':
      return isEqual(clause, bound, candidate);
    case '!=':
      return !isEqual(clause, bound, candidate);
    case '<=':
      return orderOf(publicVersion(candidate), bound) <= 0;
    case '>=':
      return orderOf(publicVersion(candidate), bound) >= 0;
    case '<':
      return isBelow(candidate, bound);
    case '>':
      return isAbove(candidate, bound);
    case '~=':
      return (
        orderOf(publicVersion(candidate), bound) >= 0 && begins(candidate, parseVersion(withoutLast(clause.version)))
      );
  }
}

function isEqual(clause: Clause, bound: Version, candidate: Version): boolean {
  if (clause.wildcard) return begins(candidate, bound);
  return orderOf(bound.local ? candidate : publicVersion(candidate), bound) === 0;
}

/** What `~=` keeps as it is: `4.2` of `4.2.1rc1`. `packaging` knows a suffix by its usual spelling alone, and no `v` before it. */
function withoutLast(version: string): string {
  const [, epoch = '', release = ''] = /^(\d+!)?(.*)$/.exec(version) ?? [];
  if (/^v/i.test(release)) return '';
  const parts = release.split('.').flatMap((part) => /^(\d+)((?:a|b|c|rc)\d+)$/.exec(part)?.slice(1) ?? [part]);
  const suffix = parts.findIndex((part) => /^(?:dev|a|b|rc|post)/.test(part));
  return epoch + parts.slice(0, suffix < 0 ? -1 : suffix - 1).join('.');
}

/** Whether the candidate begins with all that the prefix has; a release goes on with zeros. */
function begins(candidate: Version, prefix: Version | undefined): boolean {
  if (!prefix || candidate.epoch !== prefix.epoch) return false;
  if (!prefix.release.every((number, at) => number === (candidate.release[at] ?? 0n))) return false;
  const suffix = wordsOf(prefix);
  if (suffix.length === 0) return true;
  const words = wordsOf(candidate);
  return candidate.release.length <= prefix.release.length && suffix.every((word, at) => word === words[at]);
}

function wordsOf({ pre, post, dev }: Version): readonly string[] {
  return [
    ...(pre ? [pre.join('')] : []),
    ...(post === undefined ? [] : [`post${post}`]),
    ...(dev === undefined ? [] : [`dev${dev}`]),
  ];
}

/** `<5.2` leaves out the pre-releases of 5.2 itself, unless the bound is one. */
function isBelow(candidate: Version, bound: Version): boolean {
  if (orderOf(candidate, bound) >= 0) return false;
  return bound.prerelease || !candidate.prerelease || orderOf(candidate, { ...publicVersion(bound), dev: 0n }) < 0;
}

/** `>5.2` leaves out the post-releases and local versions of 5.2 itself. */
function isAbove(candidate: Version, bound: Version): boolean {
  if (orderOf(candidate, bound) <= 0) return false;
  if (candidate.local && orderOf(publicVersion(candidate), bound) === 0) return false;
  if (candidate.post === undefined || bound.post !== undefined) return true;
  const { post: _, dev: __, local: ___, ...base } = candidate;
  return orderOf(base, bound) !== 0;
}
