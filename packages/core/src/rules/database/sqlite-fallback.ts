/** A database URL whose absence nobody notices: the site runs, on an empty SQLite file. */
import { project } from '../../facts/inputs.js';
import type { Settings } from '../../facts/settings.js';
import { settings } from '../../facts/settings.js';
import { lookup, stringOf } from '../../facts/value-reading.js';
import { defineRule, docs, minutes, type Remedy } from '../../rule.js';
import type { Project } from '../../source.js';
import { hasFinalValues, namesOf } from '../settings/final-values.js';
import { alsoAtBuild } from '../settings/image-build.js';
import { repositoryPath, tidy } from '../structure/repository-path.js';
import { choosingVariables, type Database, databasesOf, inMemory } from './databases.js';

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
  needs: { project, settings },
  problems: { fallback: '`DATABASES` of `{module}` falls back to SQLite for `{alias}` where {variables} is not set.' },
  questions: {
    kept: '`DATABASES` of `{module}` falls back to the file `{path}` of the project where {variables} is not set. Is that file the database of production?',
  },
  // Where no variable chooses the database, none can be missing.
  when: ({ settings }) =>
    hasFinalValues(settings) &&
    databasesOf(settings).length > 0 &&
    (settings.get('DATABASES').reads.length > 0 || choosingVariables(settings).length > 0),
  *check({ project, settings }, { problem, question }) {
    const variables = choosingVariables(settings);
    if (variables.length === 0) return;
    for (const database of databasesOf(settings)) {
      if (database.product !== 'SQLite' || inMemory(database)) continue;
      // Another alias is used by those who name it.
      if (database.alias !== 'default') continue;
      const setting = settings.get('DATABASES');
      const about = { ...setting, subject: `${setting.subject}:${database.alias}` };
      const data = { module: settings.module, alias: database.alias, variables: namesOf(variables) };
      const kept = committedFile(project, database);
      if (kept !== undefined) {
        yield question('kept', about, { ...data, path: kept });
        continue;
      }
      yield {
        ...problem('fallback', about, data),
        confidence: 'firm',
        remedy: demand(project, settings, variables[0] ?? 'DATABASE_URL'),
      };
    }
  },
});

/** The database's file, where the repository brings it along: a site that only shows its data is published so. */
function committedFile(project: Project, { options }: Database): string | undefined {
  const name = stringOf(lookup(options, 'NAME')) ?? '';
  const path = repositoryPath(name) ?? tidy(name);
  // The name that `startproject` gives was nobody's choice.
  if (/(^|\/)db\.sqlite3$/.test(path)) return undefined;
  const left = project.skipped.some((skipped) => skipped.path === path);
  if (!left && !project.file(path)?.text) return undefined;
  // What is ignored may be tracked all the same: only version control itself knows.
  return project.tracked(path) === false ? undefined : path;
}

/** Asking for the variable without a default, in the way the settings ask for it now. */
function demand(project: Project, settings: Settings, variable: string): Remedy {
  const summary = `Leave the default out in the settings of production, so that a missing variable stops the start.${alsoAtBuild(project, variable)}`;
  const path = settings.path;
  const texts = settings.files.map((file) => project.file(file)?.text ?? '');
  const uses = (pattern: RegExp): boolean => texts.some((text) => pattern.test(text));
  const code = uses(/\benv\.db(_url)?\(/)
    ? `DATABASES = {'default': env.db('${variable}')}`
    : uses(/\bdj_database_url\b/)
      ? `DATABASES = {'default': dj_database_url.parse(os.environ['${variable}'], conn_max_age=600)}`
      : undefined;
  return { summary, ...(code ? { code, language: 'python' as const } : {}), ...(path ? { path } : {}) };
}
