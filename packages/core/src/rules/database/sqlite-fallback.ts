/** A database URL whose absence nobody notices: the site runs, on an empty SQLite file. */
import { type Deployment, deployment } from '../../facts/deployment.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings, settingsWith } from '../../facts/settings.js';
import { lookup, stringOf } from '../../facts/value-reading.js';
import { defineRule, docs, minutes, type Remedy } from '../../rule.js';
import type { Project } from '../../source.js';
import { hasImport } from '../settings/environment-style.js';
import { hasFinalValues, namesOf } from '../settings/final-values.js';
import { alsoAtBuild } from '../settings/image-build.js';
import { isWithin, repositoryPath, shownPath } from '../structure/repository-path.js';
import { committedFile } from './committed-file.js';
import { choosingVariables, type Database, databaseFallback, databasesOf, possibleDatabases } from './databases.js';
import { isPrepared } from './prepared-sqlite.js';

export const sqliteFallback = defineRule({
  id: 'database/sqlite-fallback',
  title: 'Without its variable the site runs on SQLite',
  sound: 'No missing variable puts the site on SQLite',
  category: 'database',
  severity: 'high',
  effort: minutes(10),
  risk: 'A variable that is missing or misspelt starts the site on an empty database, and writes go to a file that nobody backs up.',
  references: [docs('ref/databases', 'sqlite-notes')],
  since: '0.1.0',
  needs: { databaseFallback, deployment, project, settings, settingsWith },
  problems: { fallback: '`DATABASES` of `{module}` falls back to SQLite for `{alias}` where {variables} is not set.' },
  questions: {
    kept: '`DATABASES` of `{module}` falls back to the file `{path}` of the project where {variables} is not set. Is that file the database of production?',
    meant:
      '`DATABASES` of `{module}` falls back to the SQLite file `{path}` where {variables} is not set, and the project keeps that file with care. Is SQLite meant for production as well?',
  },
  // Where no variable chooses the database, none can be missing.
  when: ({ databaseFallback, settings }) =>
    hasFinalValues(settings) &&
    (settings.get('DATABASES').reads.length > 0 || choosingVariables(settings).length > 0) &&
    (databaseFallback !== undefined || isServer(settings)),
  *check({ databaseFallback, deployment, project, settings, settingsWith }, { problem, question }) {
    const { variables = [], database } = databaseFallback ?? {};
    if (!database) return;
    const setting = settings.get('DATABASES');
    const about = { ...setting, subject: `${setting.subject}:${database.alias}` };
    const data = { module: settings.module, alias: database.alias, variables: namesOf(variables) };
    const kept = committedFile(project, database);
    const name = stringOf(lookup(database.options, 'NAME')) ?? '';
    if (kept !== undefined) yield question('kept', about, { ...data, path: kept });
    else if (
      isMounted(deployment, name) ||
      isPrepared(project, database, true) ||
      // What stands in the options may hang on further variables, which change nothing of what the project chose.
      databasesOf(settingsWith({}, undefined, setting.reads)).some((bare) => isOwnChoice(project, database, bare))
    )
      yield question('meant', about, { ...data, path: shownPath(name) });
    else
      yield {
        ...problem('fallback', about, data),
        confidence: 'firm',
        remedy: demand(project, settings, variables[0] ?? 'DATABASE_URL'),
      };
  },
});

/** Whether `default` is none of SQLite, whatever is met that is not known. */
function isServer(settings: Settings): boolean {
  const main = possibleDatabases(settings).filter(({ alias }) => alias === 'default');
  return main.length > 0 && main.every(({ product }) => product !== 'SQLite');
}

/** Whether the same file, with no variable given at all, is one that somebody prepared. */
const isOwnChoice = (project: Project, { alias }: Database, bare: Database): boolean =>
  bare.alias === alias && bare.product === 'SQLite' && isPrepared(project, bare, true);

/** Whether a volume of its own is mounted where the file lies; one over the whole code was not mounted for it. */
function isMounted({ root, volumes }: Deployment, name: string): boolean {
  const inside = repositoryPath(name);
  const place = inside === undefined ? name : root === undefined ? undefined : `${root}/${inside}`;
  if (place === undefined || !place.startsWith('/')) return false;
  return volumes.some((volume) => isWithin(place, volume) && (root === undefined || !isWithin(root, volume)));
}

/** Asking for the variable without a default, in the way the settings ask for it now. */
function demand(project: Project, settings: Settings, variable: string): Remedy {
  const { path } = settings;
  const texts = settings.files.map((file) => project.file(file)?.text ?? '');
  const own = path === undefined ? '' : (project.file(path)?.text ?? '');
  const caught = isCaught(project, settings)
    ? ' Write it in place of the whole `try … except`, which would catch the error and go on.'
    : '';
  const value = readerOf(texts, own, variable);
  const how = value
    ? 'Leave the default out in the settings of production'
    : `Let the settings of production name the database server alone, and ask for what they need of it without a default, as in \`os.environ['${variable}']\``;
  const summary = `${how}, so that a missing variable stops the start.${caught}${alsoAtBuild(project, variable)}`;
  const missing = value?.imports.filter((line) => !hasImport(own, line)) ?? [];
  const code = value && [...missing, ...(missing.length > 0 ? [''] : []), `DATABASES = {'default': ${value.call}}`];
  return {
    summary,
    ...(code ? { code: code.join('\n'), language: 'python' as const } : {}),
    ...(path ? { path } : {}),
  };
}

/** The call that reads the variable, as the settings write it, and what it needs to be imported. */
function readerOf(texts: readonly string[], own: string, variable: string) {
  const uses = (pattern: RegExp): boolean => texts.some((text) => pattern.test(text));
  if (uses(/\benv\.db(_url)?\(/)) return { call: `env.db('${variable}')`, imports: [] };
  // A reader that leaves it to dj_database_url: `config('DATABASE_URL', cast=db_url)`.
  const [, read, cast] =
    new RegExp(
      `\\b(config|env)\\(\\s*['"]${variable}['"][^=]*?(?:default\\s*=[\\s\\S]*?)?\\bcast\\s*=\\s*([\\w.]+)`,
    ).exec(own) ?? [];
  if (read !== undefined && cast !== undefined && cast !== 'str')
    return { call: `${read}('${variable}', cast=${cast})`, imports: [] };
  if (!uses(/\bdj_database_url\b/)) return undefined;
  return {
    call: `dj_database_url.parse(os.environ['${variable}'], conn_max_age=600)`,
    imports: ['import os', 'import dj_database_url'],
  };
}

/** Whether the setting is assigned inside a `try`, or in what is done where that failed; what calls made of it tells nothing of that. */
function isCaught(project: Project, settings: Settings): boolean {
  const { at, trail } = settings.get('DATABASES');
  return [at, ...trail.map((step) => step.at)].some(({ path, span, start }) => {
    if (!/\bDATABASES\b/.test(project.file(path)?.text.slice(span.start, span.end) ?? '')) return false;
    let depth = Number.POSITIVE_INFINITY;
    const lines = (project.file(path)?.text ?? '').split(/\r\n|\r|\n/).slice(0, start.line);
    for (const line of lines.reverse()) {
      const indent = line.search(/\S/);
      if (indent < 0 || indent >= depth) continue;
      if (depth !== Number.POSITIVE_INFINITY && /^\s*(try|except\b.*)\s*:/.test(line)) return true;
      depth = indent;
    }
    return false;
  });
}
