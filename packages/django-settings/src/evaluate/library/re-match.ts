/** Matching translated patterns, within bounds that no pattern of a stranger can pass. */
import { budgets } from '../../budgets.js';
import type { Machine } from '../native.js';
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

type Spender = Pick<Machine, 'spend'>;

/** A pattern ready to match. */
export function compilePattern(pattern: string, flags: bigint): CompiledPattern {
  return {
    pattern,
    flags,
    translated: pattern.length > budgets.pattern ? undefined : translatePattern(pattern, flags),
  };
}

/** The compiled pattern inside a `re.Pattern` object. */
export function patternOf(value: PyValue): CompiledPattern | undefined {
  if (value.kind !== 'instance' || value.cls.name !== 'Pattern' || value.cls.module !== 're') return undefined;
  return value.payload as CompiledPattern;
}

/** A match, `undefined` for none. */
export function matchAt(
  machine: Spender,
  pattern: CompiledPattern,
  subject: string,
  how: 'match' | 'fullmatch' | 'search',
): Match | undefined | 'undecided' {
  const regex = regexFor(machine, pattern, subject, how);
  if (!regex) return 'undecided';
  const found = regex.exec(subject);
  return found ? toMatch(pattern, subject, found) : undefined;
}

/** All matches from left to right; `undefined` where the pattern is not followed. */
export function findAll(machine: Spender, pattern: CompiledPattern, subject: string): Match[] | undefined {
  const regex = regexFor(machine, pattern, subject, 'search');
  if (!regex) return undefined;
  const matches = [...subject.matchAll(regex)];
  // Python and JavaScript agree on empty matches unless one follows another match directly.
  if (matches.some((match) => match[0] === '')) return undefined;
  return matches.map((match) => toMatch(pattern, subject, match));
}

function regexFor(
  machine: Spender,
  pattern: CompiledPattern,
  subject: string,
  how: 'match' | 'fullmatch' | 'search',
): RegExp | undefined {
  const { translated } = pattern;
  if (!translated || /[^\n\t -~]/u.test(subject)) return undefined;
  const work = mostWork(translated, subject.length);
  if (work > budgets.matching) return undefined;
  machine.spend(work >> 8);
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

/**
 * The steps that an engine that tracks back can take at most: a loop tries every length at every place, an alternative doubles
 * what follows it, and in a loop that holds a choice each character is one.
 */
function mostWork({ loops, nested, choices }: TranslatedPattern, length: number): number {
  return nested ? (2 + choices) ** length : length ** (loops + 1) * 2 ** choices;
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
