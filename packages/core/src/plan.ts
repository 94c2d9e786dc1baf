/** The plan: what to mend first, how long it takes and what it brings; and the one sentence that sums it up. */
import type { Settings } from './facts/settings.js';
import { compareText } from './finding.js';
import { groupBy } from './group.js';
import type { ReportAction, ReportFinding, ReportStartup } from './report.js';
import { type Severity, severities } from './rule.js';
import type { Score } from './score.js';

/** Among equals, what keeps Django from starting comes first: nothing else shows before it is mended. */
export const startsFirst = (rule: string): number => (rule.startsWith('startup/') ? 0 : 1);

/** One step a rule, worst first; among equals what brings most for its time. `titles` are the rules', by id. */
export function planOf(
  findings: readonly ReportFinding[],
  titles: ReadonlyMap<string, string>,
): readonly ReportAction[] {
  const open = groupBy(
    findings.filter((finding) => finding.status !== 'suppressed'),
    (finding) => finding.rule,
  );
  return [...open.values()]
    .flatMap((group): ReportAction[] => {
      const [first] = group;
      if (!first) return [];
      return [
        {
          rule: first.rule,
          title: titles.get(first.rule) ?? first.rule,
          severity: first.severity,
          summary: summaryOfGroup(group),
          findings: group.length,
          effort: group.reduce((sum, finding) => sum + finding.effort, 0),
          gain: first.gain,
        },
      ];
    })
    .sort(
      (a, b) =>
        severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
        startsFirst(a.rule) - startsFirst(b.rule) ||
        b.gain - a.gain ||
        a.effort - b.effort ||
        compareText(a.rule, b.rule),
    );
}

/** What to do about all findings of a rule: their common remedy, or their number where each has its own. */
function summaryOfGroup(group: readonly ReportFinding[]): string {
  const summaries = new Set(group.map((finding) => finding.remedy?.summary ?? finding.message));
  const [only = ''] = summaries;
  return summaries.size === 1 ? only : `${group.length} findings, each with its own change.`;
}

/** Why the verdict is what it is, in one sentence without adjectives. */
export function summaryOf(
  score: Score,
  findings: readonly ReportFinding[],
  settings: Settings | undefined,
  startup: ReportStartup,
): string {
  if (!settings?.path)
    return 'Which settings module production loads is not known, so its settings were not judged: name it with `--settings`.';
  const stops = startup.ok === false ? `Django would not start with \`${settings.module}\`: ${startup.type}. ` : '';
  const verdict = {
    'not-ready': 'do not deploy yet',
    undecided: 'too little could be decided to say whether it is ready',
    'ready-with-fixes': 'deploy after the high ones are mended',
    ready: 'nothing critical or high stands against deploying',
  }[score.verdict];
  return `${stops}${problemsIn(findings)} in \`${settings.module}\`: ${verdict}.`;
}

/** `No open problem`, `1 critical problem`, `3 problems (1 high, 2 low)`. */
function problemsIn(findings: readonly ReportFinding[]): string {
  const counted = severities
    .map((severity) => ({ severity, count: openOf(findings, severity) }))
    .filter(({ severity, count }) => count > 0 && severity !== 'info');
  const all = counted.reduce((sum, { count }) => sum + count, 0);
  const [first] = counted;
  if (!first) return 'No open problem';
  if (counted.length === 1) return `${all} ${first.severity} ${all === 1 ? 'problem' : 'problems'}`;
  return `${all} problems (${counted.map(({ severity, count }) => `${count} ${severity}`).join(', ')})`;
}

function openOf(findings: readonly ReportFinding[], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity && finding.status !== 'suppressed').length;
}
