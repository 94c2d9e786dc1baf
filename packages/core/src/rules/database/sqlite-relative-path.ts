/** A SQLite file that lies wherever the process happened to start. */
import { deployment } from '../../facts/deployment.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { lookup, stringOf } from '../../facts/value-reading.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { writeEntry } from '../settings/entry-remedy.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { projectPath } from '../settings/project-path.js';
import { choosingVariables, databasesOf, inMemory, isUsed } from './databases.js';

/** Targets whose own rules judge paths: they know where the process starts. */
const judgedThere = new Set(['apache-ubuntu', 'pythonanywhere']);

const summary = 'Begin the path at a directory that does not depend on the process.';

export const sqliteRelativePath = defineRule({
  id: 'database/sqlite-relative-path',
  title: 'Which SQLite file is opened depends on the working directory',
  sound: 'The SQLite file is the same wherever a process starts',
  category: 'database',
  severity: 'medium',
  effort: minutes(5),
  risk: 'A server, a worker or a command that starts elsewhere opens another, empty database, and what is entered there is lost.',
  references: [docs('ref/settings', 'name')],
  since: '0.1.0',
  needs: { deployment, project, settings },
  problems: { relative: 'The SQLite file of `{alias}` is the relative path `{path}`.' },
  // In containers the image names the directory; where the disk does not stay, the path makes no difference.
  when: ({ deployment, settings }) =>
    hasFinalValues(settings) &&
    !judgedThere.has(deployment.target) &&
    !deployment.traits.has('containers') &&
    !deployment.traits.has('ephemeral-disk') &&
    choosingVariables(settings).length === 0 &&
    databasesOf(settings).some(
      (database) =>
        database.product === 'SQLite' &&
        !inMemory(database) &&
        (stringOf(lookup(database.options, 'NAME')) ?? '') !== '',
    ),
  *check({ project, settings }, { problem }) {
    const setting = settings.get('DATABASES');
    for (const database of databasesOf(settings)) {
      const path = stringOf(lookup(database.options, 'NAME'));
      if (database.product !== 'SQLite' || path === undefined || path === '' || inMemory(database)) continue;
      if (!isUsed(project, settings, database.alias)) continue;
      if (/^([/~]|[A-Za-z]:[\\/]|file:)/.test(path)) continue;
      const file = path.replace(/^\.\//, '');
      yield {
        ...problem(
          'relative',
          { ...setting, subject: `${setting.subject}:${database.alias}:NAME` },
          { alias: database.alias, path },
        ),
        confidence: confidenceIn(settings, setting) === 'certain' ? 'certain' : 'firm',
        // A path that a variable gives is mended where it is given.
        remedy:
          setting.reads.length > 0
            ? { summary, path: setting.at.path }
            : writeEntry(
                { project, settings },
                setting,
                [database.alias, 'NAME'],
                summary,
                projectPath(settings, file),
              ),
      };
    }
  },
});
