/** The words that both forms of a comparison share. */
import {
  type ComparedChange,
  type ComparedTarget,
  isSetUp,
  type ReportEvidence,
  type Severity,
  type Support,
  severities,
  type TargetComparison,
} from '@django-golive/core';
import { count, featureTitle } from '../words.js';

/** The evidence that a target's files are there, or that something speaks of it. */
export function setUpBy(target: ComparedTarget): {
  readonly word: string;
  readonly reason: ReportEvidence | undefined;
} {
  const [reason] = target.reasons;
  return { word: isSetUp(target) ? 'yes' : reason ? 'mentioned' : 'no', reason };
}

/** The project's features that a target carries so far, by name; with what a plan says otherwise. */
export function featuresOf({ capabilities }: ComparedTarget, support: Support): readonly string[] {
  return capabilities
    .filter((capability) => capability.support === support)
    .map(({ feature, plans }) => {
      const without = plans.filter((plan) => plan.support === 'impossible').map(({ plan }) => plan);
      return without.length === 0
        ? featureTitle(feature)
        : `${featureTitle(feature)} (${without.join(', ')}: impossible)`;
    });
}

/** `2 critical, 1 high, 3 lesser`; `nothing` for none. */
export function countsOf(changes: readonly ComparedChange[]): string {
  const lesser = changes.filter(({ severity }) => !isPressing(severity)).length;
  const parts = [
    ...severities.filter(isPressing).map((severity) => ({
      number: changes.filter((change) => change.severity === severity).length,
      word: severity as string,
    })),
    { number: lesser, word: 'lesser' },
  ].filter(({ number }) => number > 0);
  return parts.length === 0 ? 'nothing' : parts.map(({ number, word }) => `${number} ${word}`).join(', ');
}

/** Whether a change is told by itself; others are told by number. */
export const isPressing = (severity: Severity): boolean => severity === 'critical' || severity === 'high';

/** What several targets ask for and not all, each once; worst first. */
export function severalOf({ targets }: TargetComparison): readonly ComparedChange[] {
  const found = new Map(
    targets.flatMap(({ changes }) =>
      changes
        .filter((change) => change.targets.length > 1)
        .map((change) => [`${change.rule} ${change.severity} ${change.message}`, change] as const),
    ),
  );
  const rank = ({ severity }: ComparedChange): number => severities.indexOf(severity);
  return [...found.values()].sort((a, b) => rank(a) - rank(b));
}

/** What one target alone asks for. */
export const ownOf = ({ changes }: ComparedTarget): readonly ComparedChange[] =>
  changes.filter(({ targets }) => targets.length < 2);

/** The targets that ask for a change, by title. */
export const titlesOf = (change: ComparedChange, { targets }: TargetComparison): string =>
  targets
    .filter(({ id }) => change.targets.includes(id))
    .map(({ title }) => title)
    .join(', ');

/** What is left to mend on a target beside what stands in its own list. */
export function restOf(target: ComparedTarget): string {
  const shared = target.changes.length - ownOf(target).length;
  if (shared > 0)
    return `${count(shared, 'problem')} of those that several targets have ${shared === 1 ? 'is' : 'are'} to mend there as well.`;
  return target.changes.length === 0 ? 'Nothing is to mend there that is not everywhere.' : '';
}

/** What to know before reading the figures. */
export function caveatOf({ targets }: TargetComparison): string {
  const absent = targets.filter((target) => !isSetUp(target));
  return absent.length === 0
    ? ''
    : `${count(absent.length, 'target is', 'targets are')} not set up in the repository: what is said of ${absent.length === 1 ? 'it' : 'them'} rests on the settings alone, and the files are still to be written, and to be judged then.`;
}
