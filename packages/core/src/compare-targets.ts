/** One project on several targets: what each carries of it, and what would have to change there beside what is wrong everywhere. */
import type { Detection } from './profile.js';
import type { Report, ReportCapability, ReportEvidence, ReportLocation } from './report.js';
import { reportEvidence } from './report-place.js';
import { type Severity, severities } from './rule.js';
import type { Grade, ScoreVerdict } from './score.js';

/** What to mend: one rule, with all that it found. */
export interface ComparedChange {
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong, of the first finding. */
  readonly message: string;
  readonly location: ReportLocation;
  /** What to do about all of its findings. */
  readonly summary: string;
  readonly findings: number;
  /** Minutes for all its findings. */
  readonly effort: number;
  /** Ids of the targets that say the same, in the order of the comparison. */
  readonly targets: readonly string[];
}

/** One target of the comparison. */
export interface ComparedTarget {
  readonly id: string;
  readonly title: string;
  /** 0 to 1: how surely files of the project are meant for it. 0: none is, so its own files are still to be written. */
  readonly confidence: number;
  readonly reasons: readonly ReportEvidence[];
  readonly verdict: ScoreVerdict;
  readonly score: {
    readonly value: number | null;
    readonly grade: Grade | null;
    readonly coverage: number;
    readonly provisional: boolean;
  };
  /** The settings module that it would load. */
  readonly module: string | null;
  /** What the project uses, and how far the target carries it. */
  readonly capabilities: readonly ReportCapability[];
  /** What is open here and not everywhere, or worse here than elsewhere; worst first. */
  readonly changes: readonly ComparedChange[];
  readonly questions: number;
}

/** The comparison. */
export interface TargetComparison {
  readonly version: 1;
  readonly tool: Report['tool'];
  readonly date: string;
  readonly project: { readonly name: string };
  /** What is open on every target, with the mildest weight it has on any; worst first. */
  readonly everywhere: readonly ComparedChange[];
  /** Those with files in the project first, then the readiest. */
  readonly targets: readonly ComparedTarget[];
}

/** Compare the reports of one project, one a target. `detections` say how its files show the targets. Throws where there is no report. */
export function compareTargets(reports: readonly Report[], detections: readonly Detection[]): TargetComparison {
  const [first] = reports;
  if (!first) throw new RangeError('A comparison needs at least one report.');
  const open = withTargets(reports.map(changesOf), reports);
  // With nothing to compare with, everything is the target's own.
  const shared = reports.length > 1 ? sharedBy(open) : [];
  const mildest = new Map(shared.map((change) => [change.rule, rank(change)]));
  return {
    version: 1,
    tool: first.tool,
    date: first.date,
    project: { name: first.project.name },
    everywhere: shared,
    targets: reports
      .map((report, index): ComparedTarget => {
        const own = (open[index] ?? []).filter((change) => rank(change) < (mildest.get(change.rule) ?? Infinity));
        return comparedTarget(
          report,
          detections.find(({ target }) => target === report.target.id),
          own,
        );
      })
      .sort(byReadiness),
  };
}

function comparedTarget(
  report: Report,
  detection: Detection | undefined,
  changes: readonly ComparedChange[],
): ComparedTarget {
  const { target, verdict, score, scenario, capabilities, questions } = report;
  return {
    id: target.id,
    title: target.title,
    confidence: detection?.confidence ?? 0,
    reasons: reportEvidence(detection?.reasons ?? []),
    verdict,
    score: { value: score.value, grade: score.grade, coverage: score.coverage, provisional: score.provisional },
    module: scenario.module,
    capabilities,
    changes,
    questions: questions.length,
  };
}

type Change = Omit<ComparedChange, 'targets'>;

/** Each change with the targets that say the same of the same rule. */
function withTargets(
  open: readonly (readonly Change[])[],
  reports: readonly Report[],
): readonly (readonly ComparedChange[])[] {
  const sayIt = (change: Change): readonly string[] =>
    reports.flatMap(({ target }, index) => (open[index]?.some((other) => isSame(other, change)) ? [target.id] : []));
  return open.map((changes) => changes.map((change) => ({ ...change, targets: sayIt(change) })));
}

/** Whether two targets say the same: another severity or another sentence is told by itself. */
const isSame = (a: Change, b: Change): boolean =>
  a.rule === b.rule && a.severity === b.severity && a.message === b.message;

/** What is open, in the order of the plan, worst first. */
function changesOf(report: Report): readonly Change[] {
  return report.plan.flatMap(({ rule, severity, summary, findings, effort }) => {
    const finding = report.findings.find((candidate) => candidate.rule === rule && candidate.status !== 'suppressed');
    return finding && severity !== 'info'
      ? [{ rule, severity, message: finding.message, location: finding.location, summary, findings, effort }]
      : [];
  });
}

/** The changes that every target asks for, as the one that weighs them mildest says it. */
function sharedBy(open: readonly (readonly ComparedChange[])[]): readonly ComparedChange[] {
  const [first = []] = open;
  return first
    .flatMap(({ rule }): ComparedChange[] => {
      const same = open.flatMap((changes) => changes.find((change) => change.rule === rule) ?? []);
      const [mildest] = [...same].sort((a, b) => rank(b) - rank(a));
      return mildest && same.length === open.length ? [mildest] : [];
    })
    .sort((a, b) => rank(a) - rank(b));
}

const rank = ({ severity }: ComparedChange): number => severities.indexOf(severity);

const verdicts: readonly ScoreVerdict[] = ['ready', 'ready-with-fixes', 'undecided', 'not-ready'];

/** Whether files of the project are for a target: a file that others read too, or a mere mention, does not make one. */
export const isSetUp = ({ confidence }: Pick<ComparedTarget, 'confidence'>): boolean => confidence >= 0.5;

/** A cap makes many scores equal: what is to mend on one target alone then tells more. */
function byReadiness(a: ComparedTarget, b: ComparedTarget): number {
  const own = ({ changes }: ComparedTarget, severity: Severity): number =>
    changes.filter((change) => change.severity === severity).length;
  return (
    Number(isSetUp(b)) - Number(isSetUp(a)) ||
    verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict) ||
    own(a, 'critical') - own(b, 'critical') ||
    own(a, 'high') - own(b, 'high') ||
    (b.score.value ?? -1) - (a.score.value ?? -1) ||
    (a.id < b.id ? -1 : 1)
  );
}
