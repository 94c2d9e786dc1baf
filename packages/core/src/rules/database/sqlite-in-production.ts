/** A site of production on the database that startproject puts there to try things out. */
import { type Deployment, deployment } from '../../facts/deployment.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { urls } from '../../facts/urls.js';
import { lookup, stringOf } from '../../facts/value-reading.js';
import { defineRule, docs, hours, web } from '../../rule.js';
import { inHome } from '../settings/environment-style.js';
import { hasFinalValues } from '../settings/final-values.js';
import { keepsNothing } from '../settings/knows-visitors.js';
import { hasOtherBranch } from '../structure/conditional-assignment.js';
import { isWithin, repositoryPath, shownPath } from '../structure/repository-path.js';
import { type Database, databaseFallback, databasesOf, inMemory } from './databases.js';
import { isPrepared } from './prepared-sqlite.js';

export const sqliteInProduction = defineRule({
  id: 'database/sqlite-in-production',
  title: 'Production runs on SQLite',
  sound: 'Production runs on a database that was chosen for it',
  category: 'database',
  severity: 'medium',
  effort: hours(3),
  risk: 'Visitors who write at the same time get "database is locked", and a second server or container has other data.',
  references: [
    docs('ref/databases', 'sqlite-notes'),
    web('SQLite: Appropriate uses', 'https://www.sqlite.org/whentouse.html'),
  ],
  since: '0.1.0',
  needs: { databaseFallback, deployment, project, settings, urls },
  problems: {
    inside: 'The database `{alias}` of `{module}` is the SQLite file `{path}` in the directory of the code.',
  },
  questions: {
    branch:
      'The database `{alias}` is the SQLite file `{path}` unless a condition of the settings is met. Is it met in production?',
    outside:
      'The database `{alias}` is the SQLite file `{path}`. Is one server enough, and do few visitors write at the same time?',
  },
  // Where the disk does not stay, a variable is missing or the path is relative, other rules tell of the same line.
  when: ({ databaseFallback, deployment, settings }) => {
    const database = databasesOf(settings).find(({ alias }) => alias === 'default');
    if (!hasFinalValues(settings) || database?.product === undefined) return false;
    if (database.product !== 'SQLite') return !databaseFallback;
    const name = stringOf(lookup(database.options, 'NAME'));
    return (
      name !== undefined &&
      /^(\/|[A-Za-z]:[\\/])/.test(name) &&
      !inMemory(database) &&
      !databaseFallback &&
      staysWhole(deployment, name)
    );
  },
  *check({ deployment, project, settings, urls }, { problem, question }) {
    const database = defaultSqlite(settings);
    const name = stringOf(lookup(database?.options, 'NAME'));
    // A write-ahead log needs memory that all processes share, which a disk of the network does not have.
    const logs = !deployment.traits.has('network-disk');
    if (!database || name === undefined || isPrepared(project, database, logs)) return;
    if (keepsNothing(project, settings, urls)) return;
    const setting = settings.get('DATABASES');
    const shown = { alias: database.alias, path: shownPath(name) };
    if (hasOtherBranch(project, settings, setting)) {
      yield question('branch', setting, shown);
      return;
    }
    if (repositoryPath(name) === undefined) {
      yield question('outside', setting, shown);
      return;
    }
    yield {
      ...problem(
        'inside',
        { ...setting, subject: `${setting.subject}:${database.alias}` },
        { ...shown, module: settings.module },
      ),
      confidence: 'firm',
      remedy: {
        summary: logs
          ? 'Use a database server; or stay with SQLite on purpose, with its file outside of the code and a write-ahead log.'
          : 'Use a database server; or stay with SQLite on purpose, with its file outside of the code and few who write.',
        ...inHome(settings),
      },
    };
  },
});

function defaultSqlite(settings: Settings): Database | undefined {
  return databasesOf(settings).find(({ alias, product }) => alias === 'default' && product === 'SQLite');
}

/** Whether the file outlives a restart: in containers only a volume keeps it. */
function staysWhole({ traits, volumes }: Deployment, name: string): boolean {
  if (!traits.has('containers')) return !traits.has('ephemeral-disk');
  return volumes.some((volume) => isWithin(name, volume));
}
