/** One dependency in the report's table: what is known of it today, and what to make of it. */
import type { Dependency, Manifest } from './facts/dependencies.js';
import type { ReportLocation } from './report.js';
import { eitherOf } from './rules/deps/either-version.js';

/**
 * What is known of a dependency today: `clear` is an exact version that no known advisory affects, `unknown` one of which the
 * declarations do not say which it is, or which the advisories cannot know.
 */
export type DependencyStatus =
  | 'vulnerable'
  | 'ended'
  | 'unmaintained'
  | 'security-only'
  | 'supported'
  | 'clear'
  | 'unknown';

/** One dependency today. */
export interface ReportDependency {
  readonly name: string;
  readonly version: string | null;
  readonly specifier: string;
  readonly kind: 'runtime' | 'dev' | 'optional';
  readonly status: DependencyStatus;
  /** The last day of support of its release line, where that is known. */
  readonly supportedUntil: string | null;
  /** The nearest version above that no known advisory affects, where some affect this one. */
  readonly upgrade: string | null;
  /** What else there is to know, in a few words. */
  readonly note: string;
  readonly location: ReportLocation;
  readonly advisories: readonly { readonly id: string; readonly fixed: string | null; readonly score: number | null }[];
}

/** A file that declares or locks dependencies. */
export interface ReportManifest {
  readonly path: string;
  readonly format: Manifest['format'];
  readonly lock: boolean;
  /** `runtime` where it is taken for one that production installs. */
  readonly kind: 'runtime' | 'dev' | 'optional';
  /** Why it is taken for that, as a clause: "`Dockerfile` installs it". */
  readonly because: string | null;
}

/** Its status, the worst first, the end of its support, where to go from it, and a note; `asOf` is the day of the advisories. */
export function todayOf(
  row: Dependency,
  asOf = '',
): Pick<ReportDependency, 'status' | 'supportedUntil' | 'upgrade' | 'note'> {
  return {
    status: statusOf(row),
    supportedUntil: row.support?.until ?? null,
    upgrade: row.upgrade ?? null,
    note: notesOf(row, asOf).join('; '),
  };
}

function statusOf(row: Dependency): DependencyStatus {
  if (row.advisories.length > 0) return 'vulnerable';
  if (row.support?.status === 'ended') return 'ended';
  if (row.standing?.state === 'given-up') return 'unmaintained';
  if (row.support && row.support.status !== 'unknown') return row.support.status;
  return row.version === undefined || row.unseen !== undefined ? 'unknown' : 'clear';
}

function notesOf(row: Dependency, asOf: string): readonly string[] {
  const { standing, yanked } = row;
  const latest = row.support?.latest;
  return [
    ...(row.url === undefined ? [] : ['not from an index']),
    ...(row.unseen === undefined
      ? []
      : [`${row.unseen}, so that the advisories${asOf === '' ? '' : ` of ${asOf}`} say nothing certain of it`]),
    ...(row.index === undefined ? [] : [`from ${row.index.url}, not from PyPI`]),
    ...(row.pins ? [`${eitherOf(row.pins)}: which of them is installed, nothing says`] : []),
    ...(row.version === undefined && row.url === undefined && !row.pins
      ? ['which version is installed, no file says']
      : []),
    ...(row.admits === undefined
      ? []
      : [
          `the range admits ${row.admits.version}, of which ${row.admits.advisories === 1 ? 'an advisory is' : `${row.admits.advisories} advisories are`} known`,
        ]),
    ...(latest === undefined || latest === row.version ? [] : [`newest known of its line: ${latest}`]),
    ...(yanked ? [`yanked${yanked.why === undefined ? '' : `: ${yanked.why}`}`] : []),
    ...(standing ? [`${standing.state === 'given-up' ? 'no longer maintained; ' : ''}${standing.instead}`] : []),
    ...(row.applies === false ? ['its marker keeps it out of production'] : []),
  ];
}
