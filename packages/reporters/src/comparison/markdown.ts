/** A comparison of targets as markdown: one table of all, then what each would take. */
import { type ComparedChange, type ComparedTarget, isSetUp, type TargetComparison } from '@django-golive/core';
import { capabilityTable } from '../markdown/capabilities.js';
import { code, inline, table } from '../markdown/text.js';
import { count, duration, place, points, severityTitles, verdictTitles } from '../words.js';
import { caveatOf, countsOf, featuresOf, isPressing, ownOf, restOf, setUpBy, severalOf, titlesOf } from './words.js';

/** For a person who chooses where to deploy. */
export function comparisonMarkdown(comparison: TargetComparison): string {
  const { project, date, targets, everywhere } = comparison;
  const several = severalOf(comparison);
  const sections = [
    `# Where ${inline(project.name)} can run`,
    `${count(targets.length, 'target')} compared on ${date}. What every target asks for counts against none; what is to mend beside that does.`,
    overview(targets),
    caveatOf(comparison),
    everywhere.length === 0 ? '' : `## To mend wherever it runs\n\n${changeTable(everywhere)}`,
    several.length === 0
      ? ''
      : `## To mend on several targets\n\n${changeTable(several, (change) => inline(titlesOf(change, comparison)))}`,
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
  const own = ownOf(target);
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
    own.length === 0 ? '' : `What would have to change there alone:\n\n${changeTable(own)}`,
    restOf(target),
  ];
  return parts.filter((text) => text !== '').join('\n\n');
}

/** Critical and high ones each, lesser ones by number. `on` says which targets a change is for, where that is not plain. */
function changeTable(changes: readonly ComparedChange[], on?: (change: ComparedChange) => string): string {
  const pressing = changes.filter(({ severity }) => isPressing(severity));
  const lesser = changes.length - pressing.length;
  const rows = pressing.map((change) => [
    severityTitles[change.severity],
    `${inline(change.message)}${change.findings > 1 ? ` And ${change.findings - 1} more.` : ''}`,
    inline(change.summary),
    code(place(change.location)),
    code(change.rule),
    duration(change.effort),
    ...(on ? [on(change)] : []),
  ]);
  const headings = ['Severity', 'What', 'Change', 'Where', 'Rule', 'Effort', ...(on ? ['On'] : [])];
  const more = lesser === 0 ? '' : `${count(lesser, 'lesser problem')}${pressing.length === 0 ? '.' : ' beside them.'}`;
  return [rows.length === 0 ? '' : table(headings, rows), more].filter((text) => text !== '').join('\n\n');
}
