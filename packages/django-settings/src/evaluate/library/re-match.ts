/** Matching translated patterns, within bounds that no pattern of a stranger can pass. */
import type { PyValue } from '../value.js';
import { type TranslatedPattern, translatePattern } from './regex-translate.js';

/** A compiled pattern: as written, and translated where that is exact. */
export interface CompiledPattern {
  readonly pattern: string;
  readonly flags: bigint;
  readonly translated: TranslatedPattern | undefined;
}

/** A match: its groups, the whole first. */
export interface Match {
  readonly subject: string;
  readonly names: readonly (string | undefined)[];
  readonly groups: readonly ({ readonly text: string; readonly start: number; readonly end: number } | undefined)[];
}

const MOST_WORK = 2_000_000;
const MOST_NESTED = 18;

/** A pattern ready to match. */
export function compilePattern(pattern: string, flags: bigint): CompiledPattern {
  return { pattern, flags, translated: pattern.length > 500 ? undefined : translatePattern(pattern, flags) };
}

/** The compiled pattern inside a `re.Pattern` object. */
export function patternOf(value: PyValue): CompiledPattern | undefined {
  if (value.kind !== 'instance' || value.cls.name !== 'Pattern' || value.cls.module !== 're') return undefined;
  return value.payload as CompiledPattern;
}

/** A match, `undefined` for none. */
export function matchAt(
  pattern: CompiledPattern,
  subject: string,
  how: 'match' | 'fullmatch' | 'search',
): Match | undefined | 'undecided' {
  const regex = regexFor(pattern, subject, how);
  if (!regex) return 'undecided';
  const found = regex.exec(subject);
  return found ? toMatch(pattern, subject, found) : undefined;
}

/** All matches from left to right; `undefined` where the pattern is not followed. */
export function findAll(pattern: CompiledPattern, subject: string): Match[] | undefined {
  const regex = regexFor(pattern, subject, 'search');
  if (!regex) return undefined;
  const matches = [...subject.matchAll(regex)];
  // Python and JavaScript agree on empty matches unless one follows another match directly.
  if (matches.some((match) => match[0] === '')) return undefined;
  return matches.map((match) => toMatch(pattern, subject, match));
}

function regexFor(
  pattern: CompiledPattern,
  subject: string,
  how: 'match' | 'fullmatch' | 'search',
): RegExp | undefined {
  const { translated } = pattern;
  if (!translated || /[^\n\t -~]/u.test(subject)) return undefined;
  if (translated.nested ? subject.length > MOST_NESTED : subject.length ** (translated.loops + 1) > MOST_WORK)
    return undefined;
  const source =
    how === 'fullmatch'
      ? `(?<![\\s\\S])(?:${translated.source})(?![\\s\\S])`
      : how === 'match'
        ? `(?<![\\s\\S])(?:${translated.source})`
        : translated.source;
  try {
    return new RegExp(source, `${translated.flags}dg`);
  } catch {
    return undefined;
  }
}

function toMatch(pattern: CompiledPattern, subject: string, found: RegExpExecArray): Match {
  const { indices } = found;
  return {
    subject,
    names: pattern.translated?.groupNames ?? [],
    groups: [...found].map((text, index) => {
      const span = indices?.[index];
      return text === undefined || !span ? undefined : { text, start: span[0], end: span[1] };
    }),
  };
}
