/** What a project uses, and how far a target carries it, as a table. */
import type { ReportCapability } from '@django-golive/core';
import { featureTitle, place, supportSentence } from '../words.js';
import { code, inline, table } from './text.js';

/** A row a feature, with the places that show it. */
export function capabilityTable(capabilities: readonly ReportCapability[]): string {
  const rows = capabilities.map((row) => [
    featureTitle(row.feature),
    supportSentence(row),
    inline(row.note),
    row.evidence
      .slice(0, 2)
      .map((step) => code(place(step.location)))
      .join(', '),
  ]);
  return table(['Feature', 'There', 'Note', 'Seen at'], rows);
}
