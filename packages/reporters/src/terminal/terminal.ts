/** The report on a terminal: the verdict on top, what to mend first, then what a person must answer. */
import { type Report, severities } from '@django-golive/core';
import { headingOf, questionGroups } from '../questions.js';
import type { Reporter } from '../reporter.js';
import {
  categoryTitles,
  count,
  duration,
  groupsOf,
  notJudgedTitle,
  percent,
  place,
  points,
  severityTitles,
  startupSentence,
  unsettled,
  verdictTitles,
} from '../words.js';
import { showGroup, styleOf } from './finding.js';
import { harmless, type Styles, stylesFor, wrap } from './style.js';

/** For a person at a prompt; as wide as the terminal, but never so wide that lines cannot be read. */
export const terminal: Reporter = (report, options = {}) => {
  const columns = Math.max(60, Math.min(options.columns ?? 100, 110));
  const styles = stylesFor(options.color ?? false);
  const sections = [head(report, styles, columns), ...findings(report, styles, columns)];
  if (!options.brief)
    sections.push(
      questions(report, styles, columns),
      works(report, styles, columns),
      notJudged(report, styles, columns),
      entryPoints(report, styles),
      scores(report, styles),
      notices(report, styles, columns),
    );
  sections.push(tail(report, styles, columns));
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
};

const shownStrengths = 12;

function head(report: Report, styles: Styles, columns: number): string {
  const { project, scenario, score } = report;
  const color = report.verdict === 'ready' ? styles.green : report.verdict === 'not-ready' ? styles.red : styles.yellow;
  const django = project.django
    ? `Django ${project.django.version ?? project.django.series ?? project.django.specifier}`
    : `Django not declared, taken as ${project.djangoSeries}`;
  const value =
    score.value === null
      ? ''
      : `  ${styles.bold(`${points(score.value)} / 10`)}  ${score.grade ?? ''}: ${score.meaning}${score.provisional ? ' (provisional)' : ''}`;
  const lines = [
    `${styles.bold('golive')} ${styles.dim(report.tool.version)}  ${harmless(project.name)}${report.target.chosen === 'none' ? '' : ` for ${harmless(report.target.title)}`}`,
    styles.dim(
      `${django} · ${scenario.module ? `settings ${harmless(scenario.module)}` : 'no settings module found'} · ${report.date}`,
    ),
    '',
    `  ${color(styles.bold(verdictTitles[report.verdict].toUpperCase()))}${value}`,
    wrap(harmless(report.summary), columns, '  '),
    '',
    labelled('Starts?', harmless(startupSentence(report)), columns),
  ];
  const [reason] = report.target.reasons;
  if (reason) lines.push(labelled('Target', harmless(reason.note), columns));
  const [source, ...others] = report.manifests.filter(({ kind }) => kind === 'runtime');
  if (source) {
    const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
    const said = `${source.path}${source.because === null ? '' : `: ${source.because}`}${more}`;
    lines.push(labelled('Installs', harmless(said), columns));
  }
  for (const assumption of scenario.assumptions) {
    const said = `${assumption.variable}=${assumption.value}: ${assumption.why}`;
    lines.push(labelled('Assumed', harmless(said), columns));
  }
  if (score.value !== null && score.afterAll !== null && score.afterAll > score.value) {
    lines.push(
      `  Score    ${points(score.value)} today, ${points(score.afterCritical)} after the critical fixes, ${points(score.afterAll)} after all ${styles.dim(`(coverage ${percent(score.coverage)})`)}`,
    );
  } else if (score.value !== null)
    lines.push(`  Score    ${points(score.value)} ${styles.dim(`(coverage ${percent(score.coverage)})`)}`);
  return lines.join('\n');
}

/** A word, then text that wraps beside it. */
function labelled(label: string, text: string, columns: number): string {
  return `  ${label.padEnd(9)}${wrap(text, columns, ' '.repeat(11)).trimStart()}`;
}

function findings(report: Report, styles: Styles, columns: number): readonly string[] {
  const open = unsettled(report);
  return severities.flatMap((severity) => {
    const group = open.filter((finding) => finding.severity === severity);
    if (group.length === 0) return [];
    const title = styleOf(severity, styles)(styles.bold(`${severityTitles[severity]} (${group.length})`));
    return [
      `${title}\n\n${groupsOf(group)
        .map((one) => showGroup(one, report, styles, columns))
        .join('\n\n')}`,
    ];
  });
}

function questions(report: Report, styles: Styles, columns: number): string {
  if (report.questions.length === 0) return '';
  const row = (indent: string, text: string) =>
    `${indent}${styles.yellow('?')} ${wrap(harmless(text), columns, `${indent}  `).trimStart()}`;
  const rows = questionGroups(report).flatMap(({ cause, questions }) => {
    const indent = cause === undefined ? '  ' : '    ';
    const asked = questions.map(
      ({ text, location, rule }) => `${row(indent, text)}\n${indent}  ${styles.dim(`${place(location)} · ${rule}`)}`,
    );
    return cause === undefined ? asked : [row('  ', headingOf(cause, questions.length)), ...asked];
  });
  return `${styles.bold(`To be answered by a person (${report.questions.length})`)}\n\n${rows.join('\n')}`;
}

/** The proved ones by name; the rest as a number: a long list of what is right buries what is not. */
function works(report: Report, styles: Styles, columns: number): string {
  const passed = report.outcomes.filter((row) => row.outcome === 'passed').length;
  if (passed === 0 && report.strengths.length === 0) return '';
  const shown = report.strengths.filter((strength) => strength.location !== null).slice(0, shownStrengths);
  const rows = shown.map(
    (strength) => `  ${styles.green('✓')} ${wrap(harmless(strength.text), columns, '    ').trimStart()}`,
  );
  const sum = `  ${styles.green('✓')} ${count(passed, 'rule')} passed ${styles.dim('(--format markdown lists them)')}`;
  return `${styles.bold('What works')}\n\n${[...rows, sum].join('\n')}`;
}

function notJudged(report: Report, styles: Styles, columns: number): string {
  if (report.notJudged.length === 0) return '';
  const rows = report.notJudged.map(
    ({ rule, why }) => `  ${wrap(`${rule}: ${harmless(why)}`, columns, '    ').trimStart()}`,
  );
  return `${styles.bold(notJudgedTitle(report))}\n\n${rows.join('\n')}`;
}

function entryPoints(report: Report, styles: Styles): string {
  if (report.entryPoints.length === 0) return '';
  const width = Math.max(...report.entryPoints.map((entry) => entry.name.length));
  const wide = Math.max(...report.entryPoints.map((entry) => (entry.module ?? 'not known').length));
  const rows = report.entryPoints.map(
    (entry) =>
      `  ${entry.production ? styles.green('●') : ' '} ${harmless(entry.name).padEnd(width)}  ${harmless(entry.module ?? 'not known').padEnd(wide)}  ${styles.dim(harmless(entry.reason))}`,
  );
  const orphans = report.orphans.map(
    (orphan) => `    ${styles.dim(`${harmless(orphan.path)} is loaded by none of them`)}`,
  );
  return `${styles.bold('Settings by entry point')} ${styles.dim('(● production)')}\n\n${[...rows, ...orphans].join('\n')}`;
}

function scores(report: Report, styles: Styles): string {
  const rows = report.score.categories.map((row) => {
    const color =
      row.value === null ? styles.dim : row.value >= 8 ? styles.green : row.value >= 5 ? styles.yellow : styles.red;
    const capped = row.cappedBy ? `, capped by ${row.cappedBy}` : '';
    return `  ${categoryTitles[row.category].padEnd(26)} ${color(points(row.value).padStart(4))}  ${styles.dim(`${row.passed} passed, ${row.failed} failed, ${row.undetermined} not known${capped}`)}`;
  });
  return rows.length === 0 ? '' : `${styles.bold('Score by area')}\n\n${rows.join('\n')}`;
}

function notices(report: Report, styles: Styles, columns: number): string {
  if (report.notices.length === 0) return '';
  const shown = report.notices.slice(0, 10).map((notice) => {
    const text = `${notice.location ? `${place(notice.location)}: ` : ''}${notice.text}`;
    return `  ${wrap(harmless(text), columns, '  ').trimStart()}`;
  });
  const more =
    report.notices.length > 10 ? [`  … and ${report.notices.length - 10} more (--format json has them all)`] : [];
  return `${styles.bold('Notices')}\n\n${[...shown, ...more].join('\n')}`;
}

function tail(report: Report, styles: Styles, columns: number): string {
  const [first] = report.plan;
  const accepted = report.findings.length - unsettled(report).length;
  const minutes = report.plan.reduce((sum, action) => sum + action.effort, 0);
  const parts = [
    first
      ? `Begin with ${first.rule}; all ${count(report.plan.length, 'rule')} to mend: about ${duration(minutes)}.`
      : '',
    accepted > 0 ? `${count(accepted, 'finding is', 'findings are')} accepted by comments.` : '',
    first ? `golive explain ${first.rule} tells more; --format markdown writes the full report.` : '',
  ].filter((part) => part !== '');
  return styles.dim(parts.map((part) => wrap(part, columns)).join('\n'));
}
