/** A comparison of targets as markdown: one table of all, then what each would take. */
import { type ComparedChange, type ComparedTarget, isSetUp, type TargetComparison } from '@django-golive/core';
import { capabilityTable } from '../markdown/capabilities.js';
import { code, inline, table } from '../markdown/text.js';
import { count, duration, place, points, severityTitles, verdictTitles } from '../words.js';
import { caveatOf, countsOf, featuresOf, isPressing, setUpBy } from './words.js';

/** For a person who chooses where to deploy. */
export function comparisonMarkdown(comparison: TargetComparison): string {
  const { project, date, targets, everywhere } = comparison;
  const sections = [
    `# Where ${inline(project.name)} can run`,
    `${count(targets.length, 'target')} compared on ${date}. Open problems that every target has are told once; what counts against a target is what it has beside them.`,
    overview(targets),
    caveatOf(comparison),
    everywhere.length === 0 ? '' : `## To mend wherever it runs\n\n${changeTable(everywhere)}`,
    ...targets.map(section),
  ];
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}

function overview(targets: readonly ComparedTarget[]): string {
  const rows = targets.map((target) => {
    const { word, reason } = setUpBy(target);
    return [
      `**${inline(target.title)}**`,
      reason ? `${word} (${code(place(reason.location))})` : word,
      `${verdictTitles[target.verdict]}${isSetUp(target) ? '' : ' (settings only)'}`,
      `${points(target.score.value)}${target.score.grade ? ` ${target.score.grade}` : ''}${target.score.provisional ? ' (provisional)' : ''}`,
      listed(featuresOf(target, 'works')),
      listed(featuresOf(target, 'limited')),
      listed(featuresOf(target, 'impossible')),
      countsOf(target.changes),
    ];
  });
  const headings = [
    'Target',
    'Files for it',
    'Verdict',
    'Score',
    'Works',
    'Limited',
    'Impossible',
    'To mend only there',
  ];
  return table(headings, rows);
}

const listed = (features: readonly string[]): string => (features.length === 0 ? '–' : features.map(inline).join(', '));

function section(target: ComparedTarget): string {
  const { reason } = setUpBy(target);
  const facts = [
    reason ? `${inline(reason.note)} (${code(place(reason.location))})` : 'No file of the repository is for it.',
    ...(target.module === null ? [] : [`Settings: ${code(target.module)}.`]),
    ...(target.questions === 0 ? [] : [`${count(target.questions, 'question is', 'questions are')} open.`]),
    `${code(`golive checklist --target ${target.id}`)} lists the steps.`,
  ];
  const parts = [
    `## ${inline(target.title)}`,
    facts.join(' '),
    target.capabilities.length === 0 ? '' : capabilityTable(target.capabilities),
    target.changes.length === 0
      ? 'Nothing is to mend there that is not everywhere.'
      : `What would have to change there:\n\n${changeTable(target.changes)}`,
  ];
  return parts.filter((text) => text !== '').join('\n\n');
}

/** Critical and high ones each, lesser ones by number. */
function changeTable(changes: readonly ComparedChange[]): string {
  const pressing = changes.filter(({ severity }) => isPressing(severity));
  const lesser = changes.length - pressing.length;
  const rows = pressing.map(({ severity, message, findings, location, summary, rule, effort }) => [
    severityTitles[severity],
    `${inline(message)}${findings > 1 ? ` And ${findings - 1} more.` : ''}`,
    inline(summary),
    code(place(location)),
    code(rule),
    duration(effort),
  ]);
  const more = lesser === 0 ? '' : `${count(lesser, 'lesser problem')}${pressing.length === 0 ? '.' : ' beside them.'}`;
  return [...(rows.length === 0 ? [] : [table(['Severity', 'What', 'Change', 'Where', 'Rule', 'Effort'], rows)]), more]
    .filter((text) => text !== '')
    .join('\n\n');
}
