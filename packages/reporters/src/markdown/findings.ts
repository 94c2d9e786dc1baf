/** The findings of the markdown report: each with place, state today, the change to make, risk and effort. */
import { type Report, type ReportFinding, severities } from '@django-golive/core';
import {
  categoryTitles,
  codeOf,
  count,
  duration,
  type FindingGroup,
  groupsOf,
  importsGo,
  place,
  placeOfRemedy,
  points,
  severityTitles,
  unsettled,
  weighingOf,
} from '../words.js';
import { block, code, inline, table } from './text.js';

/** All open findings, worst first; then those accepted by comments. */
export function findingSections(report: Report): readonly string[] {
  const open = unsettled(report);
  const sections: string[] = [];
  for (const severity of severities) {
    const group = open.filter((finding) => finding.severity === severity);
    if (group.length === 0) continue;
    const shown = groupsOf(group).map((one) => showGroup(one, report));
    sections.push(`## ${severityTitles[severity]} (${count(group.length, 'problem')})\n\n${shown.join('\n\n')}`);
  }
  return sections;
}

/** The findings of one rule: the first in full, and where there are many, the rest a row each. */
function showGroup({ shown, folded }: FindingGroup, report: Report): string {
  const blocks = shown.map((finding) => showFinding(finding, report));
  if (folded.length === 0) return blocks.join('\n\n');
  const rows = folded.map((finding) => [
    code(place(finding.location)),
    inline(finding.message),
    inline(finding.remedy?.summary ?? ''),
    duration(finding.effort),
  ]);
  return `${blocks.join('\n\n')}\n\n**And ${folded.length} more of ${code(shown[0]?.rule ?? '')}**\n\n${table(['Where', 'What', 'Required change', 'Effort'], rows)}`;
}

function showFinding(finding: ReportFinding, report: Report): string {
  const { remedy } = finding;
  const weighing = weighingOf(report, finding);
  const parts = [
    `### ${inline(finding.message)}`,
    [
      `**Where:** ${code(place(finding.location))}`,
      `**Rule:** ${code(finding.rule)} (${categoryTitles[finding.category]})`,
      `**Sure:** ${finding.confidence}`,
      `**Effort:** ${duration(finding.effort)}`,
      ...(finding.gain > 0 ? [`**Gain:** +${points(finding.gain)}`] : []),
      ...(finding.status === 'baselined' ? ['**Known** from the baseline'] : []),
    ].join(' · '),
    `**Risk.** ${inline(finding.risk)}`,
    ...(weighing === undefined ? [] : [`**Weighed** ${inline(weighing)}`]),
  ];
  if (finding.current) parts.push(today(finding));
  if (finding.evidence.length > 0) {
    parts.push(
      `**How we know**\n\n${finding.evidence.map((step) => `1. ${code(place(step.location))} ${inline(step.note)}`).join('\n')}`,
    );
  }
  if (remedy) {
    const where = placeOfRemedy(finding, code);
    const { code: lines, imports } = codeOf(finding);
    parts.push(`**Required change.** ${inline(remedy.summary)}${where ? ` (${where})` : ''}`);
    if (lines) parts.push(block(lines, remedy.language ?? ''));
    if (imports) parts.push(`${importsGo}:`, block(imports, 'python'));
  }
  return parts.join('\n\n');
}

/** What stands there: source as a block, the words for an absence as words. */
function today({ current, location }: ReportFinding): string {
  return current.startsWith('not set')
    ? `**Today.** ${inline(current)}.`
    : `**Today**\n\n${block(current, languageOf(location.path))}`;
}

function languageOf(path: string): string {
  if (path.endsWith('.py')) return 'python';
  if (/\.ya?ml$/.test(path)) return 'yaml';
  if (path.endsWith('.toml')) return 'toml';
  if (/(^|\/)Dockerfile/.test(path)) return 'dockerfile';
  return '';
}
