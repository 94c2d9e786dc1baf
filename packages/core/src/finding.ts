/** Findings: settled problems, each with an identity that survives unrelated edits. */
import { maskText } from './describe.js';
import type { Evidence } from './fact.js';
import { isSetting } from './facts/settings.js';
import { firstUnknown } from './facts/value-reading.js';
import type { Category, Confidence, Effort, Fix, Remedy, Rule, Severity, Verdict } from './rule.js';
import { fill } from './rule.js';
import type { ActiveEntry } from './rule-set.js';
import type { Location } from './source.js';

/** An accepted finding: a comment in the source, always with a reason. */
export interface Suppression {
  readonly rules: readonly string[];
  readonly at: Location;
  readonly reason: string;
  /** The last day it holds, `YYYY-MM-DD`. */
  readonly until?: string;
}

/** Whether a finding still asks for something. */
export type Status =
  | { readonly kind: 'open' }
  | { readonly kind: 'suppressed'; readonly by: Suppression }
  | { readonly kind: 'baselined' };

/** That a finding counts differently here than it does elsewhere. */
export interface Weighing {
  /** What it would be without. */
  readonly from: Severity;
  /** What the target, or whoever weighed it, says of it. */
  readonly why: string;
}

/** A settled problem. */
export interface Finding {
  readonly rule: string;
  /** The id of the rule's message. */
  readonly messageId: string;
  readonly message: string;
  readonly severity: Severity;
  /** Where the rule set weighs it differently, and says why. */
  readonly weighed?: Weighing;
  readonly category: Category;
  readonly confidence: Confidence;
  readonly location: Location;
  readonly evidence: readonly Evidence[];
  /** What stands there today, secrets masked; `''` where nothing does. */
  readonly current: string;
  readonly remedy: Remedy | undefined;
  readonly fix: Fix | undefined;
  readonly risk: string;
  readonly effort: Effort;
  /** 16 hexadecimal digits; the same for the same problem after unrelated edits. */
  readonly fingerprint: string;
  readonly status: Status;
}

/** What a person must answer, because the files do not. */
export interface Question {
  readonly rule: string;
  readonly messageId: string;
  readonly text: string;
  /** Why the setting that it is about is not known; many questions can hang on one cause. */
  readonly cause: string | undefined;
  readonly location: Location;
  readonly evidence: readonly Evidence[];
}

/** Something that is right, with the place that shows it. */
export interface Strength {
  readonly rule: string;
  readonly text: string;
  readonly category: Category;
  readonly location: Location | undefined;
}

/** Findings from a rule's problems, in order of place. */
export function findingsOf(
  { rule, severity, why, messages }: Pick<ActiveEntry, 'rule' | 'severity' | 'why' | 'messages'>,
  verdicts: readonly Verdict[],
): readonly Finding[] {
  const problems = verdicts.filter((verdict) => verdict.kind === 'problem').sort(byPlace);
  const seen = new Map<string, number>();
  return problems.map((verdict) => {
    const identity = identityOf(rule, verdict);
    const count = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, count);
    const own = verdict.severity ?? rule.severity;
    const meant = messages?.includes(verdict.message) ?? true;
    const weight = severity === rule.severity || !meant ? own : severity;
    return {
      rule: rule.id,
      messageId: verdict.message,
      message: maskText(fill(rule.problems[verdict.message] ?? verdict.message, verdict.data)),
      severity: weight,
      ...(why === undefined || weight === own ? {} : { weighed: { from: own, why } }),
      category: rule.category,
      confidence: verdict.confidence ?? 'certain',
      location: verdict.about.at,
      evidence: evidenceOf(verdict),
      current: verdict.about.current ?? '',
      remedy: verdict.remedy,
      fix: verdict.fix,
      risk: verdict.risk ?? rule.risk,
      effort: rule.effort,
      fingerprint: hash(count === 1 ? identity : `${identity}\n${count}`),
      status: { kind: 'open' },
    };
  });
}

/** Questions from a rule's verdicts, in order of place. */
export function questionsOf(rule: Rule, verdicts: readonly Verdict[]): readonly Question[] {
  return verdicts
    .filter((verdict) => verdict.kind === 'question')
    .sort(byPlace)
    .map((verdict) => ({
      rule: rule.id,
      messageId: verdict.message,
      text: maskText(verdict.text ?? fill(rule.questions[verdict.message] ?? verdict.message, verdict.data)),
      cause: causeOf(verdict),
      location: verdict.about.at,
      evidence: evidenceOf(verdict),
    }));
}

/** The reason of the first value that is not known in what a question is about. */
function causeOf({ about }: Verdict): string | undefined {
  const unknown = isSetting(about) ? firstUnknown(about.value) : undefined;
  return unknown && maskText(unknown.why);
}

/** Strengths a rule names itself. */
export function strengthsOf(rule: Rule, verdicts: readonly Verdict[]): readonly Strength[] {
  return verdicts
    .filter((verdict) => verdict.kind === 'strength')
    .sort(byPlace)
    .map((verdict) => ({
      rule: rule.id,
      text: maskText(fill(rule.strengths[verdict.message] ?? verdict.message, verdict.data)),
      category: rule.category,
      location: verdict.about.at,
    }));
}

function evidenceOf(verdict: Verdict): readonly Evidence[] {
  return [...(verdict.about.trail ?? []), ...(verdict.evidence ?? [])].map(({ at, note }) => ({
    at,
    note: maskText(note),
  }));
}

/** Never a line number: the rule, its message and what it is about; without a subject, the path and the message's words. */
function identityOf(rule: Rule, verdict: Verdict): string {
  const { about, message, data } = verdict;
  const subject = about.subject ?? `${about.at.path}\n${Object.values(data).join('\n')}`;
  return [rule.id, message, subject].join('\n');
}

function byPlace(a: Verdict, b: Verdict): number {
  const [left, right] = [a.about.at, b.about.at];
  return compareText(left.path, right.path) || left.span.start - right.span.start || compareText(a.message, b.message);
}

/** An order of strings that no locale changes. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** FNV-1a over 64 bits: an identity for files and reports, not a cryptographic hash. */
export function hash(text: string): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (const byte of new TextEncoder().encode(text)) {
    low = (low ^ byte) >>> 0;
    const product = low * 0x1b3;
    high = (Math.imul(high, 0x1b3) + (low << 8) + Math.floor(product / 0x1_0000_0000)) >>> 0;
    low = product >>> 0;
  }
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}
