/** What the target says of this project: which features it carries, and its checklist ticked where rules prove an item. */
import { type FactReader, readNeeds } from './fact.js';
import { features } from './facts/features.js';
import type { Profile } from './profile.js';
import { type ReportCapability, type ReportChecklistItem, reportEvidence } from './report.js';
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
  const items = profile?.checklist.items(readNeeds(profile.checklist.needs, read)) ?? [];
  const listed = items.map((item): ReportChecklistItem => {
    const proofs = item.provedBy
      .map((rule) => outcomes.get(rule))
      .filter((outcome) => outcome !== undefined && outcome !== 'notApplicable');
    const state = proofs.includes('failed')
      ? 'failed'
      : proofs.length > 0 && proofs.every((outcome) => outcome === 'passed')
        ? 'settled'
        : 'open';
    return { id: item.id, phase: item.phase, text: item.text, commands: item.commands, state, rules: item.provedBy };
  });
  const questions = results.flatMap((result) =>
    result.questions.map(
      (question, index): ReportChecklistItem => ({
        id: `question-${result.entry.rule.id.replace('/', '-')}${index === 0 ? '' : `-${index + 1}`}`,
        phase: 'before',
        text: question.text,
        commands: [],
        state: 'open',
        rules: [result.entry.rule.id],
      }),
    ),
  );
  return [...listed, ...questions];
}
