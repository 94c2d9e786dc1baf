/** The plan: what to mend first, how long it takes and what it brings; and the one sentence that sums it up. */
import type { Settings } from './facts/settings.js';
import { compareText } from './finding.js';
import { groupBy } from './group.js';
import type { ReportAction, ReportFinding } from './report.js';
import { type Severity, severities } from './rule.js';
import type { Score } from './score.js';

/** One step a rule, worst first; among equals what brings most for its time. */
export function planOf(findings: readonly ReportFinding[]): readonly ReportAction[] {
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
          severity: first.severity,
          summary: first.remedy?.summary ?? first.message,
          findings: group.length,
          effort: group.reduce((sum, finding) => sum + finding.effort, 0),
          gain: first.gain,
        },
      ];
    })
    .sort(
      (a, b) =>
        severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
        b.gain - a.gain ||
        a.effort - b.effort ||
        compareText(a.rule, b.rule),
    );
}

/** Why the verdict is what it is, in one sentence without adjectives. */
export function summaryOf(score: Score, findings: readonly ReportFinding[], settings: Settings | undefined): string {
  if (!settings?.path) return 'No Django settings module was found, so its settings could not be judged.';
  const counted = severities
    .map((severity) => ({ severity, count: openOf(findings, severity) }))
    .filter(({ severity, count }) => count > 0 && severity !== 'info')
    .map(({ severity, count }) => `${count} ${severity}`);
  const problems =
    counted.length === 0 ? 'No open problem' : `${counted.join(', ')} ${one(counted) ? 'problem' : 'problems'}`;
  const startup =
    settings.startup.ok === false
      ? `Django would not start with \`${settings.module}\`: ${settings.startup.error.type}. `
      : '';
  const verdict = {
    'not-ready': 'do not deploy yet',
    'ready-with-fixes': 'deploy after the high ones are mended',
    ready: 'nothing stands against deploying',
  }[score.verdict];
  return `${startup}${problems} in \`${settings.module}\`: ${verdict}.`;
}

const one = (counted: readonly string[]): boolean => counted.length === 1 && counted[0]?.startsWith('1 ') === true;

function openOf(findings: readonly ReportFinding[], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity && finding.status !== 'suppressed').length;
}
