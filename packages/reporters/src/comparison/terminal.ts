/** A comparison of targets on a terminal: a row a target, then what each would take. */
import {
  type ComparedChange,
  type ComparedTarget,
  isSetUp,
  type ReportCapability,
  type ScoreVerdict,
  type TargetComparison,
} from '@django-golive/core';
import type { ReporterOptions } from '../reporter.js';
import { styleOf } from '../terminal/finding.js';
import { harmless, type Style, type Styles, stylesFor, wrap } from '../terminal/style.js';
import { count, featureTitle, place, points, supportSentence, verdictTitles } from '../words.js';
import { caveatOf, countsOf, isPressing, ownOf, restOf, setUpBy, severalOf, titlesOf } from './words.js';

/** For a person at a prompt who chooses where to deploy. */
export function comparisonTerminal(comparison: TargetComparison, options: ReporterOptions = {}): string {
  const columns = Math.max(60, Math.min(options.columns ?? 100, 110));
  const styles = stylesFor(options.color ?? false);
  const { tool, project, date, targets, everywhere } = comparison;
  const caveat = caveatOf(comparison);
  const several = severalOf(comparison);
  const sections = [
    `${styles.bold('golive')} ${styles.dim(tool.version)}  ${harmless(project.name)} on ${count(targets.length, 'target')} ${styles.dim(`· ${date}`)}`,
    overview(targets, styles),
    caveat === '' ? '' : wrap(`* ${caveat}`, columns, '  '),
    everywhere.length === 0
      ? ''
      : `${styles.bold('To mend wherever it runs')}\n\n${changeRows(everywhere, styles, columns)}`,
    several.length === 0
      ? ''
      : `${styles.bold('To mend on several targets')}\n\n${changeRows(several, styles, columns, (change) => titlesOf(change, comparison))}`,
    ...targets.map((target) => section(target, styles, columns)),
    styles.dim('golive --target NAME reports one of them, golive checklist --target NAME lists its steps.'),
  ];
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}

function overview(targets: readonly ComparedTarget[], styles: Styles): string {
  const rows = targets.map((target) => [
    target.title,
    setUpBy(target).word,
    `${verdictTitles[target.verdict]}${isSetUp(target) ? '' : '*'}`,
    `${points(target.score.value)}${target.score.provisional ? '?' : ''}`,
    carried(target),
    countsOf(target.changes),
  ]);
  const headings = ['Target', 'Files for it', 'Verdict', 'Score', 'Works/limited/not', 'To mend, not everywhere'];
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[], style: (column: number) => Style): string =>
    `  ${cells.map((cell, column) => style(column)(cell.padEnd(widths[column] ?? 0))).join('  ')}`.trimEnd();
  return [
    line(headings, () => styles.dim),
    ...targets.map((target, index) =>
      line(rows[index] ?? [], (column) => (column === 2 ? verdictStyle(target.verdict, styles) : (text) => text)),
    ),
  ].join('\n');
}

/** `3/1/0`: how many of the project's features the target carries, limits and cannot carry. */
function carried({ capabilities }: ComparedTarget): string {
  const number = (support: ReportCapability['support']): number =>
    capabilities.filter((capability) => capability.support === support).length;
  return `${number('works')}/${number('limited')}/${number('impossible')}`;
}

const verdictStyle = (verdict: ScoreVerdict, styles: Styles): Style =>
  verdict === 'ready' ? styles.green : verdict === 'not-ready' ? styles.red : styles.yellow;

function section(target: ComparedTarget, styles: Styles, columns: number): string {
  const { reason } = setUpBy(target);
  const own = ownOf(target);
  const rest = restOf(target);
  const why = reason ? `${harmless(reason.note)} ${place(reason.location)}` : 'No file of the repository is for it.';
  const settings = target.module === null ? '' : ` Settings ${harmless(target.module)}.`;
  const asked = target.questions === 0 ? '' : ` ${count(target.questions, 'question')} to answer.`;
  return [
    styles.bold(target.title),
    styles.dim(wrap(`${why}${settings}${asked}`, columns, '  ')),
    ...target.capabilities.map((capability) => capabilityRow(capability, styles, columns)),
    ...(own.length === 0 ? [] : [changeRows(own, styles, columns)]),
    ...(rest === '' ? [] : [`  ${rest}`]),
  ].join('\n');
}

const marks = { works: '✓', limited: '~', impossible: '✗' } as const;

function capabilityRow(capability: ReportCapability, styles: Styles, columns: number): string {
  const { support, feature, note, evidence } = capability;
  const style = support === 'works' ? styles.green : support === 'limited' ? styles.yellow : styles.red;
  const [seen] = evidence;
  const text = `${featureTitle(feature)} (${supportSentence(capability)}). ${note}${seen ? ` ${place(seen.location)}` : ''}`;
  return `  ${style(marks[support])} ${wrap(harmless(text), columns, '    ').trimStart()}`;
}

/** Critical and high ones each, lesser ones by number. `on` says which targets a change is for, where that is not plain. */
function changeRows(
  changes: readonly ComparedChange[],
  styles: Styles,
  columns: number,
  on?: (change: ComparedChange) => string,
): string {
  const rows = changes
    .filter(({ severity }) => isPressing(severity))
    .map((change) => {
      const { severity, message, findings, location, rule } = change;
      const more = findings > 1 ? ` And ${findings - 1} more.` : '';
      const said = wrap(harmless(`${severity}: ${message}${more}`), columns, '    ').trimStart();
      const targets = on ? [wrap(`on ${on(change)}`, columns, '    ')] : [];
      return [
        `  ${styleOf(severity, styles)('!')} ${said}`,
        ...targets,
        `    ${styles.dim(`${place(location)} · ${rule}`)}`,
      ].join('\n');
    });
  const lesser = changes.length - rows.length;
  return [...rows, ...(lesser === 0 ? [] : [`    ${styles.dim(count(lesser, 'lesser problem'))}`])].join('\n');
}
