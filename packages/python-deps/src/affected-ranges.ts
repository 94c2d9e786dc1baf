/** The versions that an advisory affects: its ranges and single versions, and where they end. */
import { compareVersions, isVersion } from './version.js';

/** One range as events in any order, or the single versions beside the ranges. */
type Range = readonly Event[];

interface Event {
  readonly kind: string;
  readonly version: string;
}

/** What stands between two ranges: each is evaluated for itself, for one may go on where another ends. */
export const betweenRanges = ' | ';

/**
 * `i4.0 f4.3 | i4.2 f4.2.9 v5.0`: introduced, fixed, `l` last affected, `v` one affected version. `u0` stands in the place of an
 * `i` where nobody tells what version it was introduced in.
 */
export function readRanges(events: string): readonly Range[] {
  // `2.9.0-NA` is what vulnerability databases call the release itself, as opposed to one of its candidates.
  return events
    .split(betweenRanges)
    .map((range) =>
      range.split(' ').map((word) => ({ kind: word.slice(0, 1), version: word.slice(1).replace(/-NA$/i, '') })),
    );
}

/** Whether any of the ranges holds a version, as the OSV schema lays it down. */
export function affects(ranges: readonly Range[], version: string): boolean {
  return ranges.some((range) => isWithin(range, version));
}

/** The ranges of which it is told where they begin. */
export function begun(ranges: readonly Range[]): readonly Range[] {
  return ranges.filter((range) => range.every(({ kind }) => kind !== 'u'));
}

/** The versions that events of one kind name. */
export function versionsOf(ranges: readonly Range[], kind: 'i' | 'f' | 'l' | 'v'): readonly string[] {
  return ranges.flatMap((range) => range.filter((event) => event.kind === kind).map((event) => event.version));
}

/** Events in order of version, the last one that applies decides. */
function isWithin(events: Range, version: string): boolean {
  if (events.some((event) => event.kind === 'v' && compareVersions(event.version, version) === 0)) return true;
  const bounds = events.filter((event) => event.kind !== 'v');
  // Of a bound that is no version nobody can say what comes after it.
  if (!bounds.every((event) => isVersion(event.version))) return false;
  const ordered = [...bounds].sort((a, b) => compareFrom(a, b.version) || rank(a) - rank(b));
  let affected = false;
  let again: string | undefined;
  for (const event of ordered) {
    const order = compareFrom(event, version);
    if (/[iu]/.test(event.kind) && order <= 0) {
      if (affected) again = event.version;
      affected = true;
    }
    if (event.kind === 'f' && order <= 0) affected = false;
    // Where another range begins at the last version of one, it goes on.
    if (event.kind === 'l' && order < 0 && event.version !== again) affected = false;
  }
  return affected;
}

/** Where one line's fix is the next line's beginning, the version is affected again; what is affected last may be so first. */
function rank(event: Event): number {
  return { f: 0, i: 1, u: 1 }[event.kind] ?? 2;
}

/** `introduced: 0` stands before every version, pre-releases of 0 included. */
function compareFrom(event: Event, version: string): number {
  if (/[iu]/.test(event.kind) && event.version === '0') return version === '0' ? 0 : -1;
  return compareVersions(event.version, version);
}
