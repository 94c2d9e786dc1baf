/** SQLite where the disk does not outlive a restart. */
import { deployment } from '../../facts/deployment.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { lookup, stringOf } from '../../facts/value-reading.js';
import { defineRule, hours, web } from '../../rule.js';
import { inHome } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues, isGiven, namesOf } from '../settings/final-values.js';
import { hasOtherBranch } from '../structure/conditional-assignment.js';
import { repositoryPath, shownPath } from '../structure/repository-path.js';
import { survives } from '../structure/surviving-path.js';
import { type Database, databaseFallback, databasesOf, inMemory, isUsed, possibleDatabases } from './databases.js';

export const sqliteOnEphemeralDisk = defineRule({
  id: 'database/sqlite-on-ephemeral-disk',
  title: 'The database lies on a disk that is thrown away',
  sound: 'The database outlives a restart',
  category: 'database',
  severity: 'critical',
  effort: hours(2),
  risk: 'Every restart and every deployment starts with an empty database.',
  references: [web('Heroku: Ephemeral filesystem', 'https://devcenter.heroku.com/articles/dynos#ephemeral-filesystem')],
  since: '0.1.0',
  needs: { databaseFallback, deployment, project, settings },
  problems: { lost: 'The database `{alias}` of `{module}` is a SQLite file, and the disk is new at every start.' },
  questions: {
    branch:
      'The database `{alias}` is a SQLite file on a disk that is new at every start, unless a condition of the settings is met. Is it met in production?',
    fallback:
      'Where {variables} is not set, the database `{alias}` is a SQLite file on a disk that is new at every start. Is it set in production?',
    disk: 'The database `{alias}` is the SQLite file `{path}`, and the disk is new at every start. Is one that stays mounted there?',
  },
  // In containers volumes decide; the target that reads them judges there.
  when: ({ databaseFallback, deployment, settings }) =>
    hasFinalValues(settings) &&
    deployment.traits.has('ephemeral-disk') &&
    !deployment.traits.has('containers') &&
    (judged(settings).length > 0 || databaseFallback !== undefined),
  *check({ databaseFallback: fallback, deployment, project, settings }, { problem, question }) {
    const setting = settings.get('DATABASES');
    // A fallback is the fault of another rule: the variable may well be given there.
    const possible = judged(settings);
    const switched = possible.length > databasesOf(settings).length || hasOtherBranch(project, settings, setting);
    for (const database of fallback ? [fallback.database] : possible) {
      if (database.product !== 'SQLite' || inMemory(database) || !isUsed(project, settings, database.alias)) continue;
      const name = stringOf(lookup(database.options, 'NAME'));
      const kept = name === undefined ? 'no' : survives(project, deployment, name);
      if (kept === 'yes') continue;
      if (kept === 'maybe') {
        yield question('disk', setting, { alias: database.alias, path: shownPath(name ?? '') });
        continue;
      }
      if (fallback) {
        yield question('fallback', setting, { alias: database.alias, variables: namesOf(fallback.variables) });
        continue;
      }
      if (switched) {
        yield question('branch', setting, { alias: database.alias });
        continue;
      }
      yield {
        ...problem(
          'lost',
          { ...setting, subject: `${setting.subject}:${database.alias}` },
          { alias: database.alias, module: settings.module },
        ),
        ...(name !== undefined && project.tracked(repositoryPath(name) || ' ') === true ? { risk: itsCopy } : {}),
        confidence: confidenceIn(settings, setting),
        remedy: {
          summary: 'Use a database server, most simply the one that the platform offers.',
          ...inHome(settings),
        },
      };
    }
  },
});

/** The databases, and those that a condition chooses between, unless it is what a file gives that chooses. */
function judged(settings: Settings): readonly Database[] {
  const { reads } = settings.get('DATABASES');
  const open = reads.length === 0 || reads.some((name) => !isGiven(settings, name));
  return open ? possibleDatabases(settings) : databasesOf(settings);
}

/** Where the file is in the repository. */
const itsCopy =
  'Every restart and every deployment begins with the copy in the repository again: what was written since is lost, accounts and orders among it.';
