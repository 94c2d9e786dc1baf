/** Counts what came of the programs of a run. */
import type { Comparison } from './compare.js';

/** The counts of a run. */
export interface Tally {
  add(comparison: Comparison, stopped: boolean): void;
  /** A program that says nothing, and why. */
  skip(why: string): void;
  /** A program that differs after something that golive does not know. */
  doubt(): void;
  fail(kind: 'difference' | 'crash'): void;
  failures(): number;
  progress(done: number, of: number): void;
  summary(): string;
}

export function createTally(): Tally {
  const counts = {
    programs: 0,
    stopped: 0,
    equal: 0,
    unknown: 0,
    startupUnknown: 0,
    skipped: 0,
    doubtful: 0,
    difference: 0,
    crash: 0,
  };
  const reasons = new Map<string, number>();
  const skips = new Map<string, number>();
  const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  const started = performance.now();
  let shown = started;
  const seconds = () => (performance.now() - started) / 1000;

  return {
    add({ equal, unknown, startupUnknown }, stopped) {
      counts.programs += 1;
      if (stopped) counts.stopped += 1;
      counts.equal += equal;
      counts.unknown += unknown.length;
      if (startupUnknown !== undefined) {
        counts.startupUnknown += 1;
        count(reasons, `start-up: ${general(startupUnknown)}`);
      }
      for (const why of unknown) count(reasons, general(why));
    },
    skip(why) {
      counts.skipped += 1;
      count(skips, why);
    },
    doubt() {
      counts.doubtful += 1;
    },
    fail(kind) {
      counts[kind] += 1;
    },
    failures: () => counts.difference + counts.crash,
    progress(done, of) {
      if (performance.now() - shown < 5000) return;
      shown = performance.now();
      process.stderr.write(
        `${done} of ${of}, ${Math.round(done / seconds())} a second, ${counts.difference} differences, ${counts.crash} crashes\n`,
      );
    },
    summary: () =>
      [
        '',
        'Not known, by reason:',
        ...most(reasons, 15),
        ...(skips.size > 0 ? ['Left out:', ...most(skips, 5)] : []),
        `${counts.programs} programs (${counts.stopped} stop with an error), ${counts.difference} differences, ${counts.crash} crashes, ${counts.doubtful} that differ after something unknown, ` +
          `${counts.equal} names equal, ${counts.unknown} unknown, ${counts.startupUnknown} start-ups unknown, ${counts.skipped} left out, ${Math.round(seconds())} s`,
      ].join('\n'),
  };
}

const most = (map: ReadonlyMap<string, number>, limit: number) =>
  [...map]
    .sort(([, a], [, b]) => b - a)
    .slice(0, limit)
    .map(([why, times]) => `${String(times).padStart(7)}  ${why}`);

/** A reason without what differs from program to program. */
const general = (why: string) => why.replaceAll(/\b([A-Za-z]+)_?\d+\b/g, '$1#').slice(0, 160);
