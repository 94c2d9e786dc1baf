/** A SQLite file in a directory that is handed out to visitors. */

import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { lookup, stringOf } from '../../facts/value-reading.js';
import { cwe, defineRule, docs, minutes } from '../../rule.js';
import { writeEntry } from '../settings/entry-remedy.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { directoriesIn } from '../static/static-settings.js';
import { isWithin, shownPath } from '../structure/repository-path.js';
import { databasesOf } from './databases.js';

export const sqliteServed = defineRule({
  id: 'database/sqlite-served',
  title: 'The database can be downloaded',
  sound: 'The database lies apart from what visitors can download',
  category: 'security',
  severity: 'critical',
  effort: minutes(15),
  risk: 'Whoever guesses the name downloads all data, the password hashes and sessions of everybody included.',
  references: [cwe(552), docs('ref/settings', 'name')],
  since: '0.1.0',
  needs: { project, settings },
  problems: { served: 'The SQLite file of `{alias}`, `{path}`, lies in `{setting}`.' },
  when: ({ settings }) =>
    hasFinalValues(settings) &&
    databasesOf(settings).some(
      ({ product, options }) => product === 'SQLite' && stringOf(lookup(options, 'NAME'))?.startsWith('/') === true,
    ),
  *check({ project, settings }, { problem }) {
    const setting = settings.get('DATABASES');
    for (const { alias, product, options } of databasesOf(settings)) {
      const path = stringOf(lookup(options, 'NAME'));
      if (product !== 'SQLite' || path === undefined || !path.startsWith('/')) continue;
      for (const name of ['MEDIA_ROOT', 'STATIC_ROOT', 'STATICFILES_DIRS']) {
        const served = settings.get(name);
        if (!directoriesIn(served).some((directory) => directory.startsWith('/') && isWithin(path, directory)))
          continue;
        yield {
          ...problem(
            'served',
            { ...setting, subject: `${setting.subject}:${alias}:NAME` },
            { alias, path: shownPath(path), setting: name },
          ),
          confidence: confidenceIn(settings, setting, served),
          evidence: [{ at: served.at, note: `\`${name}\` is set here.` }],
          remedy: writeEntry(
            { project, settings },
            setting,
            [alias, 'NAME'],
            'Move the file into a directory of its own, outside of what is served.',
            "'/srv/site/db.sqlite3'",
          ),
        };
        break;
      }
    }
  },
});
