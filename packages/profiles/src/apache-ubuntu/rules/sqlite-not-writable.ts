/** A SQLite database that Apache's user must be able to write, directory and all. */
import {
  defineRule,
  entriesOf,
  hasFinalValues,
  lookup,
  minutes,
  projectPath,
  settings,
  stringOf,
  type Value,
  web,
} from '@django-golive/core';
import { webApplication } from '../web-application.js';

export const sqliteNotWritable = defineRule({
  id: 'apache-ubuntu/sqlite-not-writable',
  title: "Apache's user may not write the SQLite database",
  sound: "No SQLite database depends on rights of Apache's user",
  category: 'database',
  severity: 'critical',
  effort: minutes(15),
  risk: 'Logins and every change fail with "attempt to write a readonly database".',
  references: [web('SQLite: Temporary files', 'https://www.sqlite.org/tempfiles.html')],
  since: '0.1.0',
  needs: { settings, webApplication },
  problems: {
    relative: 'The SQLite database of `{alias}` is `{path}`, and the daemon processes of Apache start in `/`.',
  },
  questions: {
    rights: 'The database of `{alias}` is SQLite. Can `{user}` write the file and the directory it lies in?',
  },
  when: ({ settings, webApplication }) =>
    hasFinalValues(settings) &&
    webApplication?.kind === 'mod_wsgi' &&
    entriesOf(settings.get('DATABASES').value).some(([, database]) => isSqlite(database)),
  *check({ settings, webApplication }, { problem, question }) {
    const databases = settings.get('DATABASES');
    const user = webApplication?.daemon?.options.get('user')?.value ?? 'www-data';
    for (const [alias, database] of entriesOf(databases.value)) {
      if (!isSqlite(database)) continue;
      const path = stringOf(lookup(database, 'NAME'));
      if (/:memory:|mode=memory/.test(path ?? '')) continue;
      const relative = path !== undefined && path !== '' && !path.startsWith('/') && !path.startsWith('file:');
      if (relative && webApplication?.daemon && !webApplication.daemon.options.has('home')) {
        yield {
          ...problem('relative', databases, { alias, path }),
          remedy: {
            summary: 'Begin the path at a directory that does not depend on the process.',
            code: `DATABASES['${alias}']['NAME'] = ${projectPath(settings, path)}`,
            language: 'python',
            path: databases.at.path,
          },
        };
      } else yield question('rights', databases, { alias, user });
    }
  },
});

function isSqlite(database: Value): boolean {
  return /sqlite3|spatialite/.test(stringOf(lookup(database, 'ENGINE')) ?? '');
}
