/** Poetry's version constraints in PEP 440's words, so that one judge serves both. */
import { parseSpecifier } from './specifier.js';
import { parseVersion, type Version } from './version.js';

/** The PEP 440 specifier of a Poetry constraint, with `||` kept between alternatives; `undefined` where it is neither. */
export function poetrySpecifier(text: string): string | undefined {
  const alternatives = text.split(/\|\|?/).map(alternative);
  if (alternatives.some((part) => part === undefined)) return undefined;
  const joined = alternatives.every((part) => part !== '') ? alternatives.join(' || ') : '';
  return parseSpecifier(joined) ? joined : undefined;
}

function alternative(text: string): string | undefined {
  // Operators and their versions may be apart; clauses are parted by commas or blanks.
  const words = text
    .trim()
    .replace(/([~^<>=!]+)\s+/g, '$1')
    .split(/[\s,]+/)
    .filter((word) => word !== '');
  const clauses = words.map(clause);
  if (clauses.some((part) => part === undefined)) return undefined;
  return clauses.filter((part) => part !== '').join(',');
}

function clause(word: string): string | undefined {
  if (/^v?[x*](?:\.[x*])*$/i.test(word)) return '';
  if (/^(?:==?)?dev$/.test(word)) return '==0.0.dev0';
  const match = /^(\^|~=|~|===|==|!=|<=|>=|<|>|=)?v?(.+)$/.exec(word);
  const operator = match?.[1] ?? '';
  // Poetry takes a build of a release, such as `2.2.2+cpu`, for the end of a range as well; PEP 440 has ranges of releases alone.
  const isRange = /^(?:[~^]|[<>]=?|~=)$/.test(operator);
  const version = isRange ? (match?.[2] ?? '').replace(/\+[\w.-]+$/, '') : (match?.[2] ?? '');
  if (operator === '^') return between(version, caretBound(version));
  // `~=3` is no specifier of PEP 440, and `~3` to Poetry.
  if (operator === '~' || (operator === '~=' && parseVersion(version)?.release.length === 1))
    return between(version, tildeBound(version));
  if (operator === '' || operator === '=')
    return /[*x]$/.test(version) ? `==${version.replace(/x$/, '*')}` : `==${version}`;
  // `>=3.6.*` is read as `>=3.6`, as Poetry does.
  if (/\.\*$/.test(version) && operator !== '==' && operator !== '!=') return `${operator}${version.slice(0, -2)}`;
  return `${operator}${version}`;
}

function between(version: string, bound: string | undefined): string | undefined {
  return bound === undefined ? undefined : `>=${version},<${bound}`;
}

/** `^1.2.3` stays below 2, `^0.2.3` below 0.3, `^0.0.3` and `^0.0.3.4` below 0.0.4. */
function caretBound(version: string): string | undefined {
  const parsed = parseVersion(version);
  if (!parsed) return undefined;
  const first = parsed.release.slice(0, 3).findIndex((number) => number !== 0n);
  return raise(parsed, first < 0 ? Math.min(2, parsed.release.length - 1) : first);
}

/** `~1.2.3` and `~1.2` stay below 1.3, `~1` below 2. */
function tildeBound(version: string): string | undefined {
  const parsed = parseVersion(version);
  return parsed && raise(parsed, Math.min(1, parsed.release.length - 1));
}

/** A bound is of the epoch of its version: `^1!2.0` stays below `1!3`. */
function raise({ epoch, release }: Version, index: number): string {
  const bound = [...release.slice(0, index), (release[index] ?? 0n) + 1n].join('.');
  return epoch === 0n ? bound : `${epoch}!${bound}`;
}
