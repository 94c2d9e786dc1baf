/** What the target says of this project: which features it carries, and its checklist ticked where rules prove an item. */
import { type FactReader, readNeeds } from './fact.js';
import { deployment } from './facts/deployment.js';
import { features } from './facts/features.js';
import type { Profile } from './profile.js';
import { shownRoot } from './project-root.js';
import type { ReportCapability, ReportChecklistItem } from './report.js';
import { reportEvidence, reportLocation } from './report-place.js';
import type { RuleResult } from './results.js';

/** The capability matrix, only for features the project uses. */
export function capabilitiesOf(profile: Profile | undefined, read: FactReader): readonly ReportCapability[] {
  if (!profile) return [];
  const used = read(features);
  return profile.capabilities.flatMap((capability) => {
    const feature = used.uses(capability.feature);
    return feature
      ? [
          {
            feature: capability.feature,
            support: capability.support,
            plans: capability.plans ?? [],
            note: capability.note,
            evidence: reportEvidence(feature.evidence),
          },
        ]
      : [];
  });
}

/** The checklist; what rules leave open is appended as items of its own. */
export function checklistOf(
  profile: Profile | undefined,
  read: FactReader,
  results: readonly RuleResult[],
): readonly ReportChecklistItem[] {
  const outcomes = new Map(results.map((result) => [result.entry.rule.id, result.outcome]));
  const { root } = read(deployment);
  const items = profile?.checklist.items(readNeeds(profile.checklist.needs, read)) ?? [];
  const listed = items.map((item): ReportChecklistItem => {
    const failed = [...item.provedBy, ...(item.refutedBy ?? [])].some((rule) => outcomes.get(rule) === 'failed');
    // A rule that does not apply, or that was not run, proves nothing.
    const proved = item.provedBy.length > 0 && item.provedBy.every((rule) => outcomes.get(rule) === 'passed');
    return {
      id: item.id,
      phase: item.phase,
      text: onServer(item.text, root),
      commands: item.commands,
      state: failed ? 'failed' : proved ? 'settled' : 'open',
      rules: [...new Set([...item.provedBy, ...(item.refutedBy ?? [])])],
      location: null,
    };
  });
  const questions = results.flatMap((result) =>
    result.questions.map(
      (question, index): ReportChecklistItem => ({
        id: `question-${result.entry.rule.id.replace('/', '-')}${index === 0 ? '' : `-${index + 1}`}`,
        phase: 'before',
        text: onServer(question.text, root),
        commands: [],
        state: 'open',
        rules: [result.entry.rule.id],
        location: reportLocation(question.location),
      }),
    ),
  );
  return [...listed, ...questions];
}

/** Paths as the server has them; without a known place of the project, as the repository has them. */
function onServer(text: string, root: string | undefined): string {
  return root === undefined
    ? text.replaceAll(`${shownRoot}/`, '').replaceAll(shownRoot, '.')
    : text.replaceAll(shownRoot, root);
}
