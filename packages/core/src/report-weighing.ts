/** What a target makes of rules, as a report shows it. */
import type { Severity } from './rule.js';

/** That a finding counts differently than it does elsewhere; null where it does not. */
export interface ReportWeighing {
  /** What it would count without. */
  readonly from: Severity;
  /** What the target says of it. */
  readonly why: string;
}

/** A rule that the target makes void: it was not run. */
export interface ReportVoid {
  readonly rule: string;
  readonly title: string;
  /** What the target does in its place, or which of its own rules says it. */
  readonly why: string;
}
