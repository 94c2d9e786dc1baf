/** SARIF 2.1.0 for code scanning: every rule that ran, open findings only, each with a place, a hash and its proof. */
import type {
  Confidence,
  Report,
  ReportEvidence,
  ReportFinding,
  ReportLocation,
  ReportRule,
  Severity,
} from '@django-golive/core';
import type { CodeFlow, Location, Log, Notification, ReportingDescriptor, Result, Run } from 'sarif';
import type { Reporter } from './reporter.js';
import { notJudgedTitle, weighingOf } from './words.js';

const levels = { critical: 'error', high: 'error', medium: 'warning', low: 'note', info: 'note' } as const;
/** GitHub's scale: over 9.0 critical, from 7.0 high, from 4.0 medium, below that low. */
const securitySeverity: Readonly<Record<Severity, string | undefined>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.5',
  info: undefined,
};
const problemSeverity = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'recommendation',
  info: 'recommendation',
} as const;
const precision: Readonly<Record<Confidence, string>> = { certain: 'very-high', firm: 'high', tentative: 'medium' };
const root = '%SRCROOT%';
/** GitHub keeps this many of a result's steps. */
const flowLimit = 1000;

/** One run, whose category tells targets of the same repository apart. */
export const sarif: Reporter = (report) => sarifLog([report]);

/** A run a report: GitHub takes several in one file where their categories differ, as those of different targets do. */
export function sarifLog(reports: readonly Report[]): string {
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: reports.map(runOf),
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** What a run has to say beside its results: of the audit itself, and of rules that the target makes void. */
function notificationsOf(report: Report): readonly Notification[] {
  return [
    ...report.notices.map((notice) => ({
      level: 'note' as const,
      message: { text: notice.text },
      ...(notice.location ? { locations: [locationOf(notice.location)] } : {}),
    })),
    ...report.notJudged.map(({ rule, why }) => ({
      level: 'note' as const,
      message: { text: `${notJudgedTitle(report)}: ${rule}. ${sentence(why)}` },
    })),
  ];
}

function runOf(report: Report): Run {
  const notifications = notificationsOf(report);
  const indexes = new Map(report.rules.map((rule, index) => [rule.id, index]));
  const open = report.findings.filter((finding) => finding.status === 'open');
  return {
    tool: {
      driver: {
        name: 'golive',
        semanticVersion: report.tool.version,
        rules: report.rules.map((rule) => descriptor(rule, report)),
      },
    },
    automationDetails: { id: `golive/${report.target.id}/` },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [root]: { description: { text: 'The root of the repository.' } } },
    invocations: [
      {
        executionSuccessful: report.outcomes.every((row) => row.outcome !== 'crashed'),
        ...(notifications.length === 0 ? {} : { toolExecutionNotifications: [...notifications] }),
      },
    ],
    results: open.map((finding) => resultOf(finding, report, indexes.get(finding.rule) ?? -1)),
  };
}

function descriptor(rule: ReportRule, report: Report): ReportingDescriptor {
  const weaknesses = rule.references.filter((reference) => reference.kind === 'cwe');
  const [page] = rule.references.filter((reference) => reference.kind !== 'cwe');
  const security = rule.category === 'security' || rule.category === 'secrets' || weaknesses.length > 0;
  const score = securitySeverity[rule.severity];
  const confidence = report.findings.find((finding) => finding.rule === rule.id)?.confidence ?? 'certain';
  return {
    id: rule.id,
    name: pascalCase(rule.id),
    shortDescription: { text: sentence(rule.title) },
    fullDescription: { text: sentence(rule.risk) },
    help: { text: helpText(rule), markdown: helpMarkdown(rule) },
    ...(page ? { helpUri: page.url } : {}),
    defaultConfiguration: { level: levels[rule.severity] },
    properties: {
      tags: [
        rule.category,
        ...(security ? ['security'] : []),
        ...weaknesses.map((weakness) => `external/cwe/${weakness.id.toLowerCase()}`),
      ]
        .filter((tag, index, tags) => tags.indexOf(tag) === index)
        .slice(0, 10),
      precision: precision[confidence],
      'problem.severity': problemSeverity[rule.severity],
      ...(security && score !== undefined ? { 'security-severity': score } : {}),
    },
  };
}

function resultOf(finding: ReportFinding, report: Report, ruleIndex: number): Result {
  const weighing = weighingOf(report, finding);
  const remedy = finding.remedy ? ` ${sentence(finding.remedy.summary)}` : '';
  return {
    ruleId: finding.rule,
    ...(ruleIndex < 0 ? {} : { ruleIndex }),
    level: levels[finding.severity],
    message: {
      text: `${sentence(finding.message)}${remedy}${weighing === undefined ? '' : ` Weighed ${sentence(weighing)}`}`,
    },
    locations: [locationOf(finding.location)],
    ...(finding.evidence.length < 2 ? {} : { codeFlows: [flowOf(finding.evidence)] }),
    partialFingerprints: {
      ...(finding.lineHash === '' ? {} : { primaryLocationLineHash: finding.lineHash }),
      'golive/v1': finding.fingerprint,
    },
    ...(finding.fix
      ? {
          fixes: [
            {
              description: { text: finding.fix.title },
              artifactChanges: [...new Set(finding.fix.edits.map(({ location }) => location.path))].map((path) => ({
                artifactLocation: artifact(path),
                replacements: (finding.fix?.edits ?? [])
                  .filter(({ location }) => location.path === path)
                  .map(({ location, text }) => ({ deletedRegion: regionOf(location), insertedContent: { text } })),
              })),
            },
          ],
        }
      : {}),
    properties: {
      severity: finding.severity,
      ...(finding.weighed ? { weighed: finding.weighed } : {}),
      confidence: finding.confidence,
      category: finding.category,
    },
  };
}

function flowOf(evidence: readonly ReportEvidence[]): CodeFlow {
  return {
    threadFlows: [
      {
        locations: evidence
          .slice(-flowLimit)
          .map((step) => ({ location: { ...locationOf(step.location), message: { text: step.note } } })),
      },
    ],
  };
}

function locationOf(location: ReportLocation): Location {
  return { physicalLocation: { artifactLocation: artifact(location.path), region: regionOf(location) } };
}

function regionOf(location: ReportLocation) {
  return {
    startLine: location.start.line,
    startColumn: location.start.column,
    endLine: location.end.line,
    endColumn: location.end.column,
  };
}

const artifact = (path: string) => ({ uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: root });

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

const pascalCase = (id: string): string =>
  id
    .split(/[/-]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

function helpText(rule: ReportRule): string {
  return [
    sentence(rule.title),
    sentence(rule.risk),
    ...rule.references.map((reference) => `${reference.id}: ${reference.url}`),
  ].join('\n');
}

function helpMarkdown(rule: ReportRule): string {
  const links = rule.references.map((reference) => `- [${reference.id}](${reference.url})`);
  return [
    `**${sentence(rule.title)}**`,
    '',
    sentence(rule.risk),
    '',
    `\`golive explain ${rule.id}\` tells more.`,
    ...(links.length > 0 ? ['', ...links] : []),
  ].join('\n');
}
