/** The checklist as markdown: as a part of the report, and as a page of its own that can be followed to a running site. */
import { atLeast, type Phase, type Report, type ReportChecklistItem, type ReportFinding } from '@django-golive/core';
import type { Reporter } from '../reporter.js';
import {
  count,
  duration,
  groupsOf,
  phaseTitles,
  place,
  points,
  severityTitles,
  unsettled,
  verdictTitles,
} from '../words.js';
import { block, code, inline } from './text.js';

const phases: readonly Phase[] = ['before', 'during', 'after'];

/** The checklist of one target, alone: what to mend, to do and to answer, in order, each to be ticked. */
export const checklist: Reporter = (report) => {
  const sections = phases.flatMap((phase) => {
    const rows = [...(phase === 'before' ? mending(report) : []), ...steps(report, phase)];
    return rows.length === 0 ? [] : [`## ${phaseTitles[phase]}\n\n${rows.join('\n')}`];
  });
  return `${[head(report), ...sections].join('\n\n')}\n`;
};

/** The checklist's part of the whole report, whose findings stand above it. */
export function checklistSection(report: Report): string {
  const parts = phases.flatMap((phase) => {
    const rows = steps(report, phase);
    return rows.length === 0 ? [] : [`### ${phaseTitles[phase]}\n\n${rows.join('\n')}`];
  });
  return parts.length === 0 ? '' : `## Checklist\n\nTicked only where golive verified it.\n\n${parts.join('\n\n')}`;
}

function head({ project, target, verdict, score, date, summary, checklist }: Report): string {
  const inState = (state: ReportChecklistItem['state']): number =>
    checklist.filter((item) => item.state === state).length;
  return [
    `# Checklist of ${inline(project.name)} for ${inline(target.title)}`,
    `**${verdictTitles[verdict]}**${score.value === null ? '' : ` (${points(score.value)} / 10)`} on ${date}. ${inline(summary)}`,
    `${count(checklist.length, 'step')}: ${inState('settled')} settled by the rules that are named, ${inState('failed')} found not done, ${inState('open')} for you to do or to answer. Commands run at the root of the repository where they do not say otherwise. What you mend changes the steps: print the list again before you deploy.`,
  ].join('\n\n');
}

/** What stands against deploying comes first, a box a rule; the rest by number. */
function mending(report: Report): readonly string[] {
  const open = unsettled(report);
  const worst = groupsOf(open.filter(({ severity }) => atLeast(severity, 'high'))).map(({ shown, folded }) =>
    mend([...shown, ...folded]),
  );
  const others = open.filter(({ severity }) => !atLeast(severity, 'high') && severity !== 'info').length;
  if (others === 0) return worst;
  const command = code(`golive --target ${report.target.id}`);
  return [
    ...worst,
    `- [ ] ${count(others, 'lesser problem')} weighed; ${command} lists ${others === 1 ? 'it' : 'them'}.`,
  ];
}

/** Of what is mended in another way than the first of its rule, as many as a box bears. */
const mostOthers = 5;

function mend(findings: readonly ReportFinding[]): string {
  const [first] = findings;
  if (!first) return '';
  const summary = first.remedy?.summary;
  const alike = findings.filter(({ remedy }) => remedy?.summary === summary);
  const others = findings.filter((finding) => !alike.includes(finding));
  const places = alike.map(({ location }) => code(place(location)));
  const more = places.length > 3 ? ` and ${places.length - 3} more` : '';
  const effort = findings.reduce((sum, finding) => sum + finding.effort, 0);
  const left = others.length - mostOthers;
  return [
    `- [ ] **${severityTitles[first.severity]}.** ${change(first)} (${places.slice(0, 3).join(', ')}${more}; ${code(first.rule)}; ${duration(effort)})${written(first)}`,
    ...others
      .slice(0, mostOthers)
      .map((other) => indented(`- ${change(other)} (${code(place(other.location))})${written(other)}`)),
    ...(left > 0 ? [indented(`- And ${left} more of this kind.`)] : []),
  ].join('\n');
}

function change({ message, remedy }: ReportFinding): string {
  return `${inline(message)}${remedy ? ` ${inline(remedy.summary)}` : ''}`;
}

function written({ remedy }: ReportFinding): string {
  return remedy?.code === undefined ? '' : `\n${indented(block(remedy.code, remedy.language ?? ''))}`;
}

/** The items of a phase, each with a box. */
function steps(report: Report, phase: Phase): readonly string[] {
  return report.checklist.filter((item) => item.phase === phase).map((item) => step(item, report));
}

function step(item: ReportChecklistItem, report: Report): string {
  const commands = item.commands.length === 0 ? '' : `\n${indented(block(item.commands.join('\n'), 'bash'))}`;
  return `- [${item.state === 'settled' ? 'x' : ' '}] ${inline(item.text)}${proof(item, report)}${commands}`;
}

/** What golive knows of an item: the rules that settle it or show that it is not done, or where a question stands. */
function proof(item: ReportChecklistItem, report: Report): string {
  const came = (outcome: string): string =>
    item.rules
      .filter((rule) => report.outcomes.some((row) => row.rule === rule && row.outcome === outcome))
      .map(code)
      .join(', ');
  if (item.state === 'settled') return ` (settled: ${came('passed')})`;
  if (item.state === 'failed') return ` (**not done**: ${came('failed')})`;
  return item.location === null ? '' : ` (${code(place(item.location))}, ${item.rules.map(code).join(', ')})`;
}

const indented = (text: string): string =>
  text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
