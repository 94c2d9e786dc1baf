/** Results: what every rule came to, once comments and baseline have had their say. */
import type { Checked } from './check.js';
import { type Finding, findingsOf, type Question, questionsOf, type Strength, strengthsOf } from './finding.js';
import { groupBy } from './group.js';
import { severities } from './rule.js';
import type { ActiveEntry } from './rule-set.js';
import { suppressionComment } from './rules/golive/suppression-comment.js';
import type { Outcome } from './score.js';
import { type Baseline, type SuppressionComment, settle, suppressionsOf, verdictOn } from './settle.js';
import type { Project } from './source.js';

/** What one rule came to. */
export interface RuleResult {
  readonly entry: ActiveEntry;
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
  readonly questions: readonly Question[];
  readonly strengths: readonly Strength[];
  /** Why it crashed. */
  readonly error?: string;
  /** Why it could not decide, where it put no question. */
  readonly why?: string;
}

/** What suppression comments are needed for beside the rules of this audit. */
export interface Elsewhere {
  /** What the rules said for the other targets of the run. */
  readonly checked: readonly (readonly Checked[])[];
  /** Ids of rules that are run for other targets. */
  readonly rules: readonly string[];
}

/** Settle what the rules said. Suppression comments that accept nothing, here or elsewhere, become findings themselves. */
export function settleResults(
  project: Project,
  checked: readonly Checked[],
  { baseline, today }: { readonly baseline?: Baseline; readonly today: string },
  elsewhere: Elsewhere = { checked: [], rules: [] },
): readonly RuleResult[] {
  const comments = suppressionsOf(project, commentedPaths(project), today);
  const settled = settle(rawFindings(checked), comments, baseline);
  const byRule = groupBy(settled.findings, (finding) => finding.rule);
  const run = new Set(checked.map(({ entry }) => entry.rule.id));
  const idle = settled.unused.filter(
    ({ rules }) => !rules.some((rule) => !run.has(rule) && elsewhere.rules.includes(rule)),
  );
  const unused = elsewhere.checked.reduce<readonly SuppressionComment[]>(
    (left, other) => settle(rawFindings(other), left, undefined).unused,
    idle,
  );
  const about = [...unused, ...settled.faulty].map(verdictOn);

  return checked.map((item): RuleResult => {
    const { entry } = item;
    const none = { entry, findings: [], questions: [], strengths: [] };
    if (item.kind === 'notApplicable') return { ...none, outcome: 'notApplicable' };
    if (item.kind === 'undetermined') return { ...none, outcome: 'undetermined', why: item.why };
    if (item.kind === 'crashed') return { ...none, outcome: 'crashed', error: item.error };
    const findings =
      entry.rule.id === suppressionComment.id
        ? settle(findingsOf(entry, about), [], baseline).findings
        : (byRule.get(entry.rule.id) ?? []);
    const questions = questionsOf(entry.rule, item.verdicts);
    return {
      entry: weighed(entry, findings),
      findings,
      questions,
      strengths: strengthsOf(entry.rule, item.verdicts),
      outcome:
        entry.rule.id === suppressionComment.id && comments.length === 0
          ? 'notApplicable'
          : outcomeOf(findings, questions),
    };
  });
}

/** A rule weighs what the worst of its open findings does. */
function weighed(entry: ActiveEntry, findings: readonly Finding[]): ActiveEntry {
  const open = findings.filter(({ status }) => status.kind !== 'suppressed');
  const severity = severities.find((one) => open.some((finding) => finding.severity === one));
  return severity === undefined ? entry : { ...entry, severity };
}

const rawFindings = (checked: readonly Checked[]): readonly Finding[] =>
  checked.flatMap((item) => (item.kind === 'checked' ? findingsOf(item.entry, item.verdicts) : []));

function outcomeOf(findings: readonly Finding[], questions: readonly Question[]): Outcome {
  if (findings.some((finding) => finding.status.kind !== 'suppressed')) return 'failed';
  if (questions.length > 0) return 'undetermined';
  return findings.length > 0 ? 'accepted' : 'passed';
}

const commentable =
  /(^|\/)(\.env[\w.-]*|Procfile|Dockerfile[\w.-]*|Pipfile|[^/]+\.(py|ya?ml|toml|cfg|ini|conf|service|txt|sh|in))$/;

/** Files that can hold a comment and are small enough to be written by hand. */
function commentedPaths(project: Project): readonly string[] {
  return project.paths.filter((path) => commentable.test(path));
}
