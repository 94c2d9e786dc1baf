/** Places and steps of the proof as a report writes them. */
import type { Evidence } from './fact.js';
import type { ReportEvidence, ReportLocation } from './report.js';
import type { Location } from './source.js';

/** A location without its offsets: reports speak in lines and columns. */
export function reportLocation(location: Location): ReportLocation {
  return { path: location.path, start: location.start, end: location.end };
}

/** Evidence without offsets. */
export function reportEvidence(evidence: readonly Evidence[]): readonly ReportEvidence[] {
  return evidence.map((step) => ({ location: reportLocation(step.at), note: step.note }));
}
