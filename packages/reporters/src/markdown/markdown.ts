/** The production readiness report, in full: for the person who decides whether to deploy tonight, then for those who mend. */
import type { Report, ReportPlatform, ReportQuestion } from '@django-golive/core';
import { headingOf, questionGroups } from '../questions.js';
import type { Reporter } from '../reporter.js';
import {
  accessTitles,
  categoryTitles,
  count,
  duration,
  notJudgedTitle,
  percent,
  place,
  points,
  severityTitles,
  startupSentence,
  targetSentence,
  unsettled,
  verdictTitles,
} from '../words.js';
import { capabilityTable } from './capabilities.js';
import { checklistSection } from './checklist.js';
import { dependencies } from './dependencies.js';
import { findingSections } from './findings.js';
import { code, inline, table } from './text.js';

/** Sections that have nothing to say are left out. */
export const markdown: Reporter = (report, options = {}) => {
  const sections = [title(report), plan(report), ...findingSections(report)];
  if (!options.brief) {
    sections.push(
      questions(report),
      works(report),
      notJudged(report),
      scores(report),
      entryPoints(report),
      access(report),
      environment(report),
      dependencies(report),
      capabilities(report),
      checklistSection(report),
      files(report),
      accepted(report),
      limits(report),
    );
  }
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
};

function title(report: Report): string {
  const { score, scenario, project } = report;
  const django = project.django
    ? (project.django.version ?? project.django.specifier) || 'any version'
    : `not declared; judged as ${project.djangoSeries}`;
  const rows = [
    ['Verdict', `**${verdictTitles[report.verdict]}**`],
    [
      'Score',
      score.value === null
        ? 'nothing could be decided'
        : `**${points(score.value)} / 10**, grade ${score.grade ?? '–'}: ${score.meaning}${score.provisional ? ' (provisional)' : ''}`,
    ],
    ...(score.value !== null && score.afterAll !== score.value
      ? [
          [
            'After the fixes',
            `${points(score.afterCritical)} after the critical ones, ${points(score.afterAll)} after all`,
          ],
        ]
      : []),
    ['Coverage', `${percent(score.coverage)} of what applies could be decided`],
    ['Would it start?', inline(startupSentence(report))],
    ['Target', inline(targetSentence(report))],
    [
      'Settings in production',
      scenario.module ? `${code(scenario.module)}${scenario.path ? ` (${code(scenario.path)})` : ''}` : 'none found',
    ],
    ['Django', inline(`${django}${supportOf(project.django)}`)],
    [
      'Python',
      project.python
        ? inline(
            `${project.python.version ?? project.python.series ?? project.python.specifier} (${project.python.source})${supportOf(project.python)}`,
          )
        : 'not stated',
    ],
    ['Date', `${report.date}, with data of ${report.tool.dataDate || 'no date'} and, for key packages, later`],
  ];
  const assumed = scenario.assumptions.map(
    (assumption) => `- ${code(`${assumption.variable}=${assumption.value}`)}: ${inline(assumption.why)}`,
  );
  return [
    `# Production readiness of ${inline(project.name)}${report.target.chosen === 'none' ? '' : ` for ${inline(report.target.title)}`}`,
    inline(report.summary),
    table(
      ['', ''],
      rows.map((row) => [row[0] ?? '', row[1] ?? '']),
    ),
    ...(assumed.length > 0 ? [`Assumed of production, because nothing says otherwise:\n\n${assumed.join('\n')}`] : []),
  ].join('\n\n');
}

/** What the calendar says of a release line. */
function supportOf(platform: ReportPlatform | null): string {
  if (!platform?.supportedUntil) return '';
  const { supportedUntil, latest, version } = platform;
  const newest = latest && latest !== version ? `; newest of its line: ${latest}` : '';
  return platform.status === 'ended'
    ? `: support ended on ${supportedUntil}`
    : `: supported until ${supportedUntil}${newest}`;
}

function plan(report: Report): string {
  if (report.plan.length === 0) return '';
  const minutes = report.plan.reduce((sum, action) => sum + action.effort, 0);
  const gains = report.plan.some((action) => action.gain > 0);
  const rows = report.plan.map((action, index) => [
    String(index + 1),
    severityTitles[action.severity],
    `**${inline(action.title)}.** ${inline(action.summary)}`,
    code(action.rule),
    duration(action.effort),
    ...(gains ? [action.gain > 0 ? `+${points(action.gain)}` : '–'] : []),
  ]);
  const headings = ['#', 'Severity', 'Change', 'Rule', 'Effort', ...(gains ? ['Gain'] : [])];
  return `## What to do first\n\nIn this order; about ${duration(minutes)} in all.\n\n${table(headings, rows)}`;
}

function questions(report: Report): string {
  if (report.questions.length === 0) return '';
  const row = ({ text, location, rule }: ReportQuestion) =>
    `- ${inline(text)} (${code(place(location))}, ${code(rule)})`;
  const rows = questionGroups(report).flatMap(({ cause, questions }) =>
    cause === undefined
      ? questions.map(row)
      : [`- ${inline(headingOf(cause, questions.length))}`, ...questions.map((question) => `  ${row(question)}`)],
  );
  return `## To be answered by a person\n\nThe files do not say; none of these counts for or against the project.\n\n${rows.join('\n')}`;
}

function works(report: Report): string {
  if (report.strengths.length === 0) return '';
  const rows = report.strengths.map(
    (strength) =>
      `- ${inline(strength.text)} (${strength.location ? `${code(place(strength.location))}, ` : ''}${code(strength.rule)})`,
  );
  return `## What works\n\n${rows.join('\n')}`;
}

function notJudged(report: Report): string {
  if (report.notJudged.length === 0) return '';
  const rows = report.notJudged.map(({ rule, title, why }) => `- ${inline(title)} (${code(rule)}): ${inline(why)}`);
  return `## ${inline(notJudgedTitle(report))}\n\n${rows.join('\n')}`;
}

function scores(report: Report): string {
  if (report.score.categories.length === 0) return '';
  const rows = report.score.categories.map((row) => [
    categoryTitles[row.category],
    points(row.value),
    String(row.passed),
    String(row.failed),
    String(row.undetermined),
    row.cappedBy ? `capped by ${code(row.cappedBy)}` : '',
  ]);
  return `## Score by area\n\n${table(['Area', 'Score', 'Passed', 'Failed', 'Not known', ''], rows)}\n\nScore model 1: a rule weighs by its severity; an open critical problem caps the total at 4.9.`;
}

function entryPoints(report: Report): string {
  if (report.entryPoints.length === 0) return '';
  const rows = report.entryPoints.map((entry) => [
    `${inline(entry.name)}${entry.production ? ' (production)' : ''}`,
    entry.module ? code(entry.module) : 'not known',
    entry.location ? code(place(entry.location)) : '',
    inline(entry.reason),
  ]);
  const orphans = report.orphans.map(
    (orphan) => `- ${code(orphan.path)} is a settings module that none of them loads.`,
  );
  return `## Settings by entry point\n\n${table(['Entry point', 'Settings', 'Named at', 'Why'], rows)}${orphans.length > 0 ? `\n\n${orphans.join('\n')}` : ''}`;
}

/** More rows than anybody reads; the JSON report has them all. */
const mostRoutes = 150;

function access({ urls }: Report): string {
  if (urls.routes.length === 0) return '';
  const rows = urls.routes
    .slice(0, mostRoutes)
    .map((route) => [
      code(`/${route.pattern}`),
      route.view === null ? '' : code(route.view),
      `${accessTitles[route.access]}${route.served === 'maybe' ? ' (where it is served)' : ''}`,
      route.writes === null ? 'not known' : route.writes.join(', '),
      route.csrf === 'no' && route.writes?.length !== 0 ? 'not asked for' : '',
      code(place(route.location)),
    ]);
  const others = urls.routes.length - rows.length;
  const notes = [
    'As the code shows it: what a package brings, or a view decides by itself, is not followed.',
    ...(urls.routes.some((route) => route.access === 'api-default')
      ? [`The API's default is ${urls.apiDefault ? urls.apiDefault.map(code).join(', ') : 'not known'}.`]
      : []),
    ...(urls.complete ? [] : ['Part of the configuration could not be read: there may be more.']),
    ...(others > 0 ? [`${others} more are in the JSON report.`] : []),
  ];
  const headings = ['Address', 'View', 'Open to', 'Changes by', 'CSRF token', 'Routed at'];
  return `## Who may ask for what\n\n${notes.join(' ')}\n\n${table(headings, rows)}`;
}

function environment(report: Report): string {
  if (report.environment.length === 0) return '';
  const rows = report.environment.map((variable) => [
    code(variable.name),
    variable.required ? 'yes' : 'no',
    variable.cast ?? '',
    variable.default === null ? '' : code(variable.default),
    variable.given ? inline(variable.given) : '',
    variable.documented ? 'yes' : 'no',
    variable.reads
      .slice(0, 3)
      .map((read) => code(place(read)))
      .join(', '),
  ]);
  return `## Environment variables\n\n${table(['Name', 'Required', 'Type', 'Default', 'Given by', 'Documented', 'Read at'], rows)}`;
}

function capabilities(report: Report): string {
  if (report.capabilities.length === 0) return '';
  return `## What this project uses, on ${inline(report.target.title)}\n\n${capabilityTable(report.capabilities)}`;
}

function files(report: Report): string {
  const rows = report.files.map((file) => [code(file.path), file.present ? 'present' : 'missing', inline(file.note)]);
  return rows.length === 0 ? '' : `## Files\n\n${table(['File', '', 'What for'], rows)}`;
}

function accepted(report: Report): string {
  const open = new Set(unsettled(report));
  const rows = report.findings
    .filter((finding) => !open.has(finding))
    .map(
      (finding) =>
        `- ${inline(finding.message)} (${code(place(finding.location))}): ${inline(finding.suppression?.reason ?? '')}`,
    );
  return rows.length === 0 ? '' : `## Accepted\n\n${rows.join('\n')}`;
}

function limits(report: Report): string {
  const crashed = report.outcomes.filter((row) => row.outcome === 'crashed');
  const notices = report.notices.map(
    (notice) => `- ${notice.location ? `${code(place(notice.location))}: ` : ''}${inline(notice.text)}`,
  );
  return [
    '## What was not looked at',
    'golive reads the repository and runs nothing: the host, DNS, certificates, firewall, data and load were not looked at.',
    ...(crashed.length > 0 ? [`${count(crashed.length, 'rule')} failed and counted neither way.`] : []),
    ...(notices.length > 0 ? [notices.join('\n')] : []),
    `Written by golive ${report.tool.version}: ${count(report.outcomes.filter((row) => row.outcome !== 'notApplicable').length, 'rule')} applied. The same files give the same report.`,
  ].join('\n\n');
}
