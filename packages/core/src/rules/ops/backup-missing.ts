/** Backups: nearly always made outside of the repository, so what it shows is a clue and the rest a question. */
import { deployment } from '../../facts/deployment.js';
import { features } from '../../facts/features.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { entriesOf, isAssigned, lookup, stringOf } from '../../facts/value-reading.js';
import { purposeOf } from '../../file-purpose.js';
import { projectRoot } from '../../project-root.js';
import { defineRule, hours, web } from '../../rule.js';
import { type Location, lineSpan, type Project } from '../../source.js';
import { choosingVariables, databasesOf, type Product } from '../database/databases.js';
import { hasFinalValues } from '../settings/final-values.js';
import { survives } from '../structure/surviving-path.js';

/** A command that copies a database. */
const makes =
  /\b(pg_dump(all)?|pg_basebackup|mysqldump|mariadb-dump|mariabackup|xtrabackup|dbbackup|pgbackrest|wal-[eg]|barman|litestream|pg:backups|autopostgresqlbackup)\b|\bsqlite3\b.*\.backup\b|\bmanage\.py\s+(dumpdata|backup\w*)\b/;
/** The tools of one product: they copy no database of another. */
const tools: readonly (readonly [tool: RegExp, product: Product])[] = [
  [/\b(pg_dump(all)?|pg_basebackup|pgbackrest|barman|pg:backups|autopostgresqlbackup)\b/, 'PostgreSQL'],
  [/\b(mysqldump|mariadb-dump|mariabackup|xtrabackup)\b/, 'MySQL'],
  [/\bsqlite3\b|\blitestream\b/, 'SQLite'],
];
const scripts =
  /(^|\/)(Makefile|justfile|Taskfile\.ya?ml|crontab[\w.-]*|[^/]+\.(sh|bash|cron|timer|service|ya?ml|toml|py|ps1)|Procfile|app\.json|Dockerfile[\w.-]*)$/;
const noise = /(^|\/)(tests?|docs?|node_modules|fixtures?|migrations)(\/|$)/;
/** What starts a command at a given hour. */
const schedule = /(^|\/)(crontab[\w.-]*|[^/]+\.(cron|timer))$|(^|\/)cron(\.d|tab|jobs?)?\//i;
const scheduleLine =
  /\bschedule:|\bcron\b|crontab\(|\bBACKUP_(CRON|SCHEDULE)|\bSCHEDULE:|@(daily|hourly|weekly)\b|CRONJOBS/i;

export const backupMissing = defineRule({
  id: 'ops/backup-missing',
  title: 'No backup of the database is to be seen',
  sound: 'The database is backed up',
  category: 'backup-ops',
  severity: 'medium',
  effort: hours(2),
  risk: 'A disk that fails, or a migration that deletes too much, takes everything with it.',
  references: [
    web('PostgreSQL: backup and restore', 'https://www.postgresql.org/docs/current/backup.html'),
    web('SQLite: online backup', 'https://www.sqlite.org/backup.html'),
  ],
  since: '0.1.0',
  needs: { deployment, features, project, settings },
  problems: {},
  questions: {
    other: '`{path}` copies a database of {tool}, and the site keeps its data in {product}. How is that one backed up?',
    none: 'How is the database backed up, and when was a backup last restored?',
    unscheduled: '`{path}` makes a backup of the database. What runs it, and when was a backup last restored?',
    media: 'Uploads lie in `{directory}`, on the disk of the server. Are they part of the backup?',
  },
  strengths: { scheduled: '`{path}` makes a backup of the database by a schedule.' },
  when: ({ settings }) => hasFinalValues(settings) && usesDatabase(settings),
  *check({ deployment, features, project, settings }, { question, strength }) {
    const databases = settings.get('DATABASES');
    // A developer's database is none to be restored.
    const found = makers(project);
    const served = found.filter(({ at }) => purposeOf(at.path) !== 'development');
    const all = served.length > 0 ? served : found;
    const [maker, ...others] = all.filter(({ line }) => foreignTool(settings, line) === undefined).map(({ at }) => at);
    const [stray] = maker ? [] : all;
    const scheduled = [...(maker ? [maker] : []), ...others].find((found) => isScheduled(project, found));
    if (scheduled) yield strength('scheduled', { at: scheduled, subject: 'backup' }, { path: scheduled.path });
    else if (maker) yield question('unscheduled', { at: maker, subject: 'backup' }, { path: maker.path });
    else if (stray) {
      const tool = foreignTool(settings, stray.line) ?? '';
      const product = databasesOf(settings)[0]?.product ?? '';
      yield question('other', { at: stray.at, subject: 'backup' }, { path: stray.at.path, tool, product });
    } else yield question('none', { at: databases.at, subject: databases.subject });
    const media = settings.get('MEDIA_ROOT');
    const root = stringOf(media.value);
    // What the next restart deletes has to move first, as `media/ephemeral` says.
    const kept = deployment.traits.has('containers') || survives(project, deployment, `${root}/upload`) !== 'no';
    if (root && kept && features.uses('local-media'))
      yield question('media', media, {
        directory: root.startsWith(`${projectRoot}/`) ? root.replace(/^.*\/(?=.)/, '') : root,
      });
  },
});

function usesDatabase(settings: Settings): boolean {
  const databases = settings.get('DATABASES');
  if (!isAssigned(databases)) return false;
  const known = entriesOf(databases.value);
  return (
    known.length === 0 ||
    known.some(([, options]) => stringOf(lookup(options, 'ENGINE')) !== 'django.db.backends.dummy')
  );
}

/** The first line of each file that makes a backup, those that a schedule would call first. */
function makers(project: Project): readonly { readonly at: Location; readonly line: string }[] {
  return project.paths.flatMap((path) => {
    const file = scripts.test(path) && !noise.test(path) ? project.file(path) : undefined;
    if (!file || !makes.test(file.text)) return [];
    const lines = file.text.split(/\r\n|\r|\n/);
    const index = lines.findIndex((line) => line.length < 4000 && !/^\s*(#|\/\/)/.test(line) && makes.test(line));
    return index < 0 ? [] : [{ at: file.at(lineSpan(file.text, index + 1)), line: lines[index] ?? '' }];
  });
}

/** The product whose tool a line names, where the site keeps nothing in one of it and all its databases are known. */
function foreignTool(settings: Settings, line: string): Product | undefined {
  const databases = databasesOf(settings);
  const all = entriesOf(settings.get('DATABASES').value).length;
  const sure = databases.length === all && databases.every(({ product }) => product !== undefined);
  if (all === 0 || !sure || choosingVariables(settings).length > 0 || /\bmanage\.py\b|dbbackup/.test(line))
    return undefined;
  const named = tools.find(([tool]) => tool.test(line))?.[1];
  return databases.some(({ product }) => product === named) ? undefined : named;
}

/** Whether the file says itself when it runs, or a schedule of the repository names it. */
function isScheduled(project: Project, maker: Location): boolean {
  const own = project.file(maker.path)?.text ?? '';
  if (schedule.test(maker.path) || (/\.(ya?ml|toml|py)$/.test(maker.path) && scheduleLine.test(own))) return true;
  const name = maker.path.slice(maker.path.lastIndexOf('/') + 1);
  return project.paths.some((path) => {
    if (path === maker.path || !scripts.test(path) || noise.test(path)) return false;
    const text = project.file(path)?.text ?? '';
    return (
      text.includes(name) &&
      (schedule.test(path) ||
        (project.file(path.replace(/\.service$/, '.timer')) !== undefined && path.endsWith('.service')) ||
        (/\.(ya?ml|py|sh|toml)$/.test(path) && scheduleLine.test(text)))
    );
  });
}
