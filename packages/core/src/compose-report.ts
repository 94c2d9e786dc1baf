/** Composing the report: results, score and facts put into the one serialisable form. */
import type { Plan } from './audit.js';
import { documentedNames } from './documented-names.js';
import type { FactReader } from './fact.js';
import { dependencies } from './facts/dependencies.js';
import { deployment } from './facts/deployment.js';
import { type EntryPoints, entryPoints, guessedModule } from './facts/entry-points.js';
import { operator } from './facts/inputs.js';
import { settings } from './facts/settings.js';
import { urls } from './facts/urls.js';
import { filesLookedFor } from './file-checks.js';
import type { Finding } from './finding.js';
import { compareText } from './finding.js';
import { lineHashes } from './line-hash.js';
import { planOf, startsFirst, summaryOf } from './plan.js';
import type { Report, ReportEntryPoint, ReportFinding, ReportNotice, ReportOutcome, ReportRemedy } from './report.js';
import { dependenciesOf, environmentOf, manifestsOf, platform, startupOf, urlsOf } from './report-facts.js';
import { reportEvidence, reportLocation } from './report-place.js';
import { isRefuted, strengthsOfResult } from './report-strengths.js';
import type { RuleResult } from './results.js';
import { type Remedy, severities } from './rule.js';
import { voided } from './rule-set.js';
import { gainOf, gradeMeanings, type Judged, type Score } from './score.js';
import type { Project } from './source.js';
import { capabilitiesOf, checklistOf } from './target-sections.js';

/** What a report is made of. */
export interface Ingredients {
  readonly project: Project;
  readonly plan: Plan;
  readonly read: FactReader;
  readonly results: readonly RuleResult[];
  readonly score: Score;
}

/** Compose the report. Facts that could not be read leave their part empty and a notice. */
export function composeReport({ project, plan, read, results, score }: Ingredients): Report {
  const notices: ReportNotice[] = [];
  const attempt = <T>(what: string, value: () => T): T | undefined => {
    try {
      return value();
    } catch (error) {
      notices.push({
        text: `${what} could not be read: ${error instanceof Error ? error.message : String(error)}`,
        location: null,
      });
      return undefined;
    }
  };
  const configuration = attempt('The settings', () => read(settings));
  const declared = attempt('The dependencies', () => read(dependencies));
  const entries = attempt('The entry points', () => read(entryPoints));
  const target = attempt("The target's files", () => read(deployment));
  const documented = new Set([
    ...documentedNames(project),
    ...(target?.documented ?? []).map((variable) => variable.name),
  ]);
  const judged = results.map(
    ({ entry, outcome }): Judged => ({
      rule: entry.rule.id,
      category: entry.rule.category,
      severity: entry.severity,
      outcome,
    }),
  );
  const settled = results.flatMap((result) => result.findings).sort(byImportance);
  const hashes = hashesOf(project, settled);
  const findings = settled.map((finding) => reportFinding(finding, judged, hashes));
  const startup = startupOf(configuration?.startup, findings);
  const strict = attempt('The operator', () => read(operator))?.strict ?? false;

  for (const skipped of project.skipped)
    notices.push({ text: `\`${skipped.path}\` was not read: ${skipped.why}.`, location: null });
  for (const result of results) {
    if (result.error !== undefined)
      notices.push({
        text: `The rule ${result.entry.rule.id} failed and was left out: ${result.error}`,
        location: null,
      });
  }
  for (const problem of declared?.problems ?? [])
    notices.push({ text: problem.why, location: reportLocation(problem.at) });

  return {
    version: 1,
    tool: {
      name: 'golive',
      version: plan.version,
      dataDate: declared?.dataDate ?? '',
      advisories: declared?.advisoryData ?? { from: '', asOf: '' },
    },
    date: plan.today,
    project: {
      name: project.name,
      django: platform(declared?.django),
      python: platform(declared?.python),
      djangoSeries: configuration?.django ?? declared?.djangoSeries ?? '',
      files: project.paths.length,
    },
    target: {
      id: plan.profile?.id ?? 'none',
      title: plan.profile?.title ?? 'No target',
      chosen: plan.profile ? (plan.detection ? 'detected' : 'named') : 'none',
      reasons: reportEvidence(plan.detection?.reasons ?? []),
    },
    scenario: {
      name: strict ? 'strict' : 'production',
      module: configuration?.module || null,
      path: configuration?.path ?? null,
      assumptions: [...supposedModule(entries), ...(configuration?.assumptions ?? [])],
    },
    startup,
    verdict: score.verdict,
    summary: summaryOf(score, findings, configuration, startup),
    score: {
      model: 1,
      value: score.value ?? null,
      grade: score.grade ?? null,
      meaning: meaningOf(score),
      coverage: share(score.coverage),
      provisional: score.provisional,
      cappedBy: score.cappedBy ?? null,
      afterCritical: score.afterCritical ?? null,
      afterAll: score.afterAll ?? null,
      categories: score.categories
        .filter((category) => category.passed + category.failed + category.undetermined > 0)
        .map((category) => ({
          ...category,
          coverage: share(category.coverage),
          value: category.value ?? null,
          cappedBy: category.cappedBy ?? null,
        })),
      deductions: score.deductions,
    },
    findings,
    questions: results
      .flatMap((result) => result.questions)
      .map((question) => ({
        rule: question.rule,
        messageId: question.messageId,
        text: question.text,
        cause: question.cause ?? null,
        location: reportLocation(question.location),
      })),
    strengths: results.flatMap((result) => strengthsOfResult(result, results)),
    outcomes: results.map((result) => outcomeRow(result, results)),
    notJudged: voided(plan.rules).map(({ rule, why }) => ({ rule: rule.id, title: rule.title, why })),
    rules: results
      .filter((result) => result.outcome !== 'notApplicable')
      .map(({ entry: { rule, severity } }) => ({
        id: rule.id,
        title: rule.title,
        category: rule.category,
        severity,
        risk: rule.risk,
        references: rule.references,
      })),
    plan: planOf(findings, new Map(results.map(({ entry: { rule } }) => [rule.id, rule.title]))),
    entryPoints: (entries?.all ?? []).map(
      (entry): ReportEntryPoint => ({
        name: entry.name,
        role: entry.role,
        module: entry.module ?? null,
        path: entry.path ?? null,
        reason: entry.reason,
        location: entry.at ? reportLocation(entry.at) : null,
        production: entry === entries?.production,
      }),
    ),
    orphans: entries?.orphans ?? [],
    urls: urlsOf(
      attempt('The URLs', () => read(urls)),
      configuration,
    ),
    environment: environmentOf(configuration, documented),
    dependencies: dependenciesOf(declared),
    manifests: manifestsOf(declared),
    capabilities: attempt('The capabilities', () => capabilitiesOf(plan.profile, read)) ?? [],
    checklist: attempt('The checklist', () => checklistOf(plan.profile, read, results)) ?? [],
    files: filesLookedFor(project, declared, entries),
    djangoChecks: { ids: configuration?.checks ?? [], undecided: configuration?.undecidedChecks ?? [] },
    notices,
  };
}

/** Line hashes of the files that have findings, and of no other. */
function hashesOf(project: Project, findings: readonly Finding[]): ReadonlyMap<string, ReadonlyMap<number, string>> {
  const last = new Map<string, number>();
  for (const { location: at } of findings) last.set(at.path, Math.max(at.start.line, last.get(at.path) ?? 0));
  return new Map([...last].map(([path, line]) => [path, lineHashes(project.file(path)?.text ?? '', line)]));
}

function reportFinding(
  finding: Finding,
  judged: readonly Judged[],
  hashes: ReadonlyMap<string, ReadonlyMap<number, string>>,
): ReportFinding {
  const { status } = finding;
  return {
    rule: finding.rule,
    messageId: finding.messageId,
    severity: finding.severity,
    weighed: finding.weighed ?? null,
    category: finding.category,
    confidence: finding.confidence,
    message: finding.message,
    location: reportLocation(finding.location),
    evidence: reportEvidence(finding.evidence),
    current: finding.current,
    remedy: finding.remedy ? reportRemedy(finding.remedy) : null,
    fix: finding.fix
      ? {
          title: finding.fix.title,
          safety: finding.fix.safety,
          edits: finding.fix.edits.map((edit) => ({ location: reportLocation(edit.at), text: edit.text })),
        }
      : null,
    risk: finding.risk,
    effort: finding.effort.minutes,
    gain: status.kind === 'suppressed' ? 0 : gainOf(judged, finding.rule),
    fingerprint: finding.fingerprint,
    lineHash: hashes.get(finding.location.path)?.get(finding.location.start.line) ?? '',
    status: status.kind,
    suppression:
      status.kind === 'suppressed'
        ? { reason: status.by.reason, until: status.by.until ?? null, location: reportLocation(status.by.at) }
        : null,
  };
}

/** What a remedy goes by is in the edits of the fix. */
const reportRemedy = ({ at: _at, ...remedy }: Remedy): ReportRemedy => remedy;

/** Worst first; then the surest; then what takes least time; then by rule and place. */
function byImportance(a: Finding, b: Finding): number {
  const confidences = ['certain', 'firm', 'tentative'];
  return (
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    startsFirst(a.rule) - startsFirst(b.rule) ||
    confidences.indexOf(a.confidence) - confidences.indexOf(b.confidence) ||
    a.effort.minutes - b.effort.minutes ||
    compareText(a.rule, b.rule) ||
    compareText(a.location.path, b.location.path) ||
    a.location.span.start - b.location.span.start
  );
}

function outcomeRow(result: RuleResult, results: readonly RuleResult[]): ReportOutcome {
  const { rule, severity } = result.entry;
  return {
    rule: rule.id,
    title: rule.title,
    category: rule.category,
    severity,
    outcome: result.outcome,
    note:
      result.outcome === 'passed'
        ? isRefuted(result, results)
          ? ''
          : rule.sound
        : result.outcome === 'undetermined'
          ? (result.questions[0]?.text ?? result.why ?? '')
          : (result.error ?? ''),
    findings: result.findings.length,
    questions: result.questions.length,
  };
}

/** A grade's words follow the verdict: a good mean does not make an open high problem a small gap. */
function meaningOf(score: Score): string {
  if (!score.grade) return 'nothing could be decided';
  if (score.verdict === 'undecided') return 'of the little that could be decided';
  const gap = score.verdict === 'ready-with-fixes' && (score.grade === 'A' || score.grade === 'B');
  return gradeMeanings[gap ? 'C' : score.grade];
}

const share = (value: number): number => Math.round(value * 100) / 100;

/** A module that is judged for its name alone, in the words of an operator who would name it. */
function supposedModule(entries: EntryPoints | undefined): Report['scenario']['assumptions'] {
  const { module, reason: why = '' } = (entries && guessedModule(entries)) ?? {};
  return module === undefined ? [] : [{ variable: 'DJANGO_SETTINGS_MODULE', value: module, why }];
}
