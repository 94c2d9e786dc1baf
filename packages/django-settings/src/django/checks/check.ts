/** What a mirror of one of Django's system checks is: the settings it looks at, and the ids it would print. */
import { type Answer, doubtIn } from '../answer.js';
import type { LoadedSettings } from '../loaded.js';
import { atLeast, before } from '../series.js';

/** Whether an id would be printed. `crash`: the check itself stops with an exception and prints nothing. */
export interface Finding {
  readonly id: string;
  readonly printed: Answer;
  /** Why it is not certain, where no setting is to blame. */
  readonly why?: string;
}

/** One check function of Django. */
export interface SettingsCheck {
  /** The first series that has it. */
  readonly since: string;
  /** The first series that no longer has it. */
  readonly removed?: string;
  /** The settings it reads, where a doubt is looked for. */
  readonly reads: readonly string[];
  readonly run: (settings: LoadedSettings) => readonly Finding[];
}

/** A check that prints one id or nothing. */
export function check(
  id: string,
  reads: readonly string[],
  printed: (settings: LoadedSettings) => Answer,
  life: { readonly since?: string; readonly removed?: string } = {},
): SettingsCheck {
  return {
    since: life.since ?? '1.8',
    ...(life.removed === undefined ? {} : { removed: life.removed }),
    reads,
    run: (settings) => [{ id, printed: printed(settings) }],
  };
}

/** The ids of one function of Django's: one part that stops loses them all, and one that may leaves none certain. */
export function together(findings: readonly Finding[], mayStop: boolean): readonly Finding[] {
  if (findings.some(({ printed }) => printed === 'crash')) return [];
  if (!mayStop) return findings;
  return findings.map((finding) => (finding.printed === 'yes' ? { ...finding, printed: 'maybe' } : finding));
}

/** Whether a series has a check. */
export function inSeries({ since, removed }: SettingsCheck, series: string): boolean {
  return atLeast(series, since) && (removed === undefined || before(series, removed));
}

/** Why a check cannot be decided: the first setting it reads that is not wholly known. */
export function whyUndecided(settings: LoadedSettings, reads: readonly string[], why?: string): string {
  if (why !== undefined) return why;
  for (const name of reads) {
    const doubt = doubtIn(settings.get(name));
    if (doubt !== undefined) return `\`${name}\` is not known: ${doubt}`;
    if (settings.assigned(name) === 'maybe') return `\`${name}\` is defined only if a condition holds`;
  }
  return 'it depends on something outside the settings that is not known';
}
