/** The words that several reports share, so that they say the same of the same thing. */
import type {
  Category,
  Feature,
  Phase,
  Report,
  ReportCapability,
  ReportFinding,
  ReportLocation,
  ReportRoute,
  Severity,
  Support,
} from '@django-golive/core';

/** Severities as headings. */
export const severityTitles: Readonly<Record<Severity, string>> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  info: 'For information',
};

/** Categories as a reader calls them. */
export const categoryTitles: Readonly<Record<Category, string>> = {
  security: 'Security',
  secrets: 'Secrets',
  database: 'Database',
  'static-media': 'Static and media files',
  'logging-monitoring': 'Logging and monitoring',
  'caching-performance': 'Caching and performance',
  dependencies: 'Dependencies',
  deployment: 'Deployment',
  structure: 'Structure',
  'testing-ci': 'Tests and CI',
  'backup-ops': 'Backups and operations',
  api: 'API',
};

/** The verdict, for the person who decides. */
export const verdictTitles: Readonly<Record<Report['verdict'], string>> = {
  'not-ready': 'Not ready',
  undecided: 'Not known',
  'ready-with-fixes': 'Ready with fixes',
  ready: 'Ready',
};

/** When an item of the checklist is due. */
export const phaseTitles: Readonly<Record<Phase, string>> = {
  before: 'Before the deployment',
  during: 'During the deployment',
  after: 'After the deployment',
};

/** How far the target carries a feature. */
export const supportTitles: Readonly<Record<Support, string>> = {
  works: 'works',
  limited: 'limited',
  impossible: 'impossible',
};

const featureTitles: Readonly<Record<Feature, string>> = {
  postgresql: 'PostgreSQL',
  mysql: 'MySQL',
  geodjango: 'GeoDjango',
  sqlite: 'SQLite',
  redis: 'Redis',
  celery: 'Celery',
  'scheduled-tasks': 'Scheduled tasks',
  websockets: 'WebSockets',
  'local-media': 'Uploads on disk',
  'machine-learning': 'Machine learning',
  smtp: 'Mail by SMTP',
};

/** A feature as a reader calls it. */
export const featureTitle = (feature: string): string =>
  (featureTitles as Readonly<Record<string, string | undefined>>)[feature] ?? feature;

/** How far a target carries a feature, plan by plan where they differ. */
export function supportSentence({ support, plans }: ReportCapability): string {
  if (plans.length === 0) return supportTitles[support];
  return plans.map(({ plan, support }) => `${plan}: ${supportTitles[support]}`).join(', ');
}

/** Who may ask for an address. */
export const accessTitles: Readonly<Record<ReportRoute['access'], string>> = {
  public: 'everybody',
  'public-read': 'everybody; changes after signing in',
  login: 'whoever is signed in',
  permission: 'whoever is permitted',
  'api-default': "the API's default",
  package: 'its package decides',
  unknown: 'not known',
};

/** `path:line`. */
export const place = (location: ReportLocation): string => `${location.path}:${location.start.line}`;

/** Working time as a person says it. */
export function duration(minutes: number): string {
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.round(minutes / 30) / 2;
  if (hours < 8) return `${hours} h`;
  const days = Math.round(hours / 4) / 2;
  return `${days} ${days === 1 ? 'day' : 'days'}`;
}

/** `7.5`, or a dash where nothing was decided. */
export const points = (value: number | null): string => (value === null ? '–' : value.toFixed(1));

/** `82 %`. */
export const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** `1 problem`, `2 problems`. */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;

/** Findings that still ask for something. */
export const unsettled = (report: Report): readonly ReportFinding[] =>
  report.findings.filter((finding) => finding.status !== 'suppressed');

/** What the startup verdict says, in one sentence without a full stop. */
export function startupSentence(report: Report): string {
  const { startup } = report;
  if (startup.ok === true) return 'Yes: the settings load';
  if (startup.ok === null) return `Not known: ${startup.why.replace(/\.$/, '')}`;
  const message = startup.message ? `: ${startup.message}` : '';
  return `No: ${startup.type}${message} (${place(startup.location)})`;
}

/** Why a finding counts differently on this target than elsewhere, without a full stop; nothing where it does not. */
export function weighingOf({ target }: Report, { severity, weighed }: ReportFinding): string | undefined {
  if (!weighed) return undefined;
  const [from, to] = [severityTitles[weighed.from], severityTitles[severity]].map((title) => title.toLowerCase());
  return `from ${from} to ${to}${placeOf(target)}: ${weighed.why}`;
}

/** The heading over the rules that the target makes void. */
export const notJudgedTitle = ({ target }: Report): string => `Not judged${placeOf(target)}`;

const placeOf = ({ id, title }: Report['target']): string => (id === 'none' ? '' : ` on ${title}`);

/** The target and how it was chosen. */
export function targetSentence(report: Report): string {
  const { target } = report;
  if (target.chosen === 'none') return 'no target';
  const [reason] = target.reasons;
  return target.chosen === 'named' || !reason ? target.title : `${target.title} (${reason.note.replace(/\.$/, '')})`;
}

/** Findings of one rule, in their order; `folded` are those that a reader needs only by place and sentence. */
export interface FindingGroup {
  readonly shown: readonly ReportFinding[];
  readonly folded: readonly ReportFinding[];
}

/** Where the code of a remedy goes; `shown` makes a name of a path. */
export function placeOfRemedy({ fix, remedy }: ReportFinding, shown: (path: string) => string): string {
  if (remedy?.path === undefined) return '';
  const path = shown(remedy.path);
  const { start, end } = fix?.edits.at(-1)?.location ?? {};
  const lines = start && end && (start.line === end.line ? `line ${start.line}` : `lines ${start.line} to ${end.line}`);
  switch (lines && remedy.place) {
    case 'file':
      return `a new file ${path}`;
    case 'end':
      return `at the end of ${path}`;
    case 'instead':
      return `in place of ${lines} of ${path}`;
    case 'before':
    case 'after':
      return `${remedy.place} ${lines} of ${path}`;
    default:
      return `in ${path}`;
  }
}

/** What stands over the imports of a remedy. */
export const importsGo = 'With this import at the beginning of the file';

/** The code of a remedy; where it stands inside of something, apart from the imports that it needs at the beginning of the file. */
export function codeOf({ fix, remedy }: ReportFinding): { readonly code: string; readonly imports?: string } {
  const code = remedy?.code ?? '';
  const [head = ''] = /^(?:(?:from|import) .*\n+)+(?=[ \t])/.exec(code) ?? [];
  const missing = head !== '' && (fix?.edits.length ?? 0) !== 1;
  return { code: code.slice(head.length), ...(missing ? { imports: head.trim() } : {}) };
}

/** More findings of one rule than this, and all but the first say the same: risk and remedy are told once. */
const foldedFrom = 4;

/** Groups by rule, in order of first appearance, so that one rule with many findings does not bury the others. */
export function groupsOf(findings: readonly ReportFinding[]): readonly FindingGroup[] {
  const rules = [...new Set(findings.map((finding) => finding.rule))];
  return rules.map((rule) => {
    const group = findings.filter((finding) => finding.rule === rule);
    return group.length < foldedFrom
      ? { shown: group, folded: [] }
      : { shown: group.slice(0, 1), folded: group.slice(1) };
  });
}
