/** Databases and dumps under version control: accounts, sessions and personal data with every copy. */
import { project } from '../../facts/inputs.js';
import { cwe, defineRule, minutes } from '../../rule.js';
import type { Project } from '../../source.js';
import { dataDirectory } from './data-directory.js';
import { isIgnored } from './gitignore.js';
import { untrack } from './untrack.js';

const database =
  /(^|\/)[^/]*\.(sqlite3?|db3?|sqlitedb|dump|pgdump|rdb)(\.(gz|zip|bz2|xz|bak|backup|old|orig|copy|save))*$|(^|\/)[^/]*(dump|backup)[^/]*\.sql(\.(gz|zip|bz2|xz))?$/i;
/** What dump programs write first; whether rows follow, and not the tables alone, is seen by their statements. */
const dumpHead = /^(PGDMP|\s*(--|\/\*).{0,40}\b(PostgreSQL database|MySQL|MariaDB|phpMyAdmin SQL) dump)/i;
const rows = /\b(INSERT\s+INTO\s|COPY\s[^;]{1,2000}\sFROM stdin)/i;
/** By its own name, or by a directory that is called so and nothing else: `demo_site/` is a site. */
const sample =
  /(^|\/)(tests?|testing|fixtures?|testdata|samples?|examples?|demo|docs?|node_modules)(\/|[._-][^/]*$)|(^|\/)Thumbs\.db$|[._-](test|sample|example|demo|fixture)s?[._-][^/]*$/i;

export const databaseCommitted = defineRule({
  id: 'secrets/database-committed',
  title: 'A database or a dump of one is in the repository',
  sound: 'No database is in the repository',
  category: 'secrets',
  severity: 'high',
  effort: minutes(45),
  risk: 'Password hashes, sessions and the data of real people go along with every copy of the repository.',
  references: [cwe(538)],
  since: '0.1.0',
  needs: { project },
  problems: {
    committed: '`{path}` is in the repository.',
    directory: "`{directory}`, a database server's data directory, is in the repository.",
  },
  when: ({ project }) =>
    [...project.paths, ...project.skipped.map(({ path }) => path)].some((path) => isData(project, path)),
  *check({ project }, { problem }) {
    const said = new Set<string>();
    // A file that turned out too large on reading is in both lists.
    for (const path of new Set([...project.paths, ...project.skipped.map((skipped) => skipped.path)])) {
      if (!isData(project, path)) continue;
      const directory = dataDirectory.exec(path)?.[1];
      if (directory !== undefined && said.has(directory)) continue;
      const tracked = project.tracked(path);
      if (tracked === false || (tracked === undefined && isIgnored(project, path))) continue;
      const start = { line: 1, column: 1 };
      const at = { path, span: { start: 0, end: 0 }, start, end: start };
      if (directory !== undefined) said.add(directory);
      const verdict =
        directory === undefined
          ? problem('committed', { at, subject: path }, { path })
          : problem('directory', { at, subject: directory }, { directory });
      yield {
        ...verdict,
        confidence: tracked === true ? 'firm' : 'tentative',
        remedy: {
          summary: 'Take it out of version control and ignore it; what it held stays in the history.',
          code: untrack(project, directory === undefined ? path : `${directory}/`),
          language: 'bash',
        },
      };
    }
  },
});

/** Many programs write `.db` files; where the text can be read, SQLite's own mark decides. */
function isOtherKind(project: Project, path: string): boolean {
  const text = /\.db$/i.test(path) ? (project.file(path)?.text ?? '') : '';
  return text !== '' && !text.startsWith('SQLite format 3');
}

/** A file of no bytes, such as SQLite makes where the first connection writes nothing. */
function isEmpty(project: Project, path: string): boolean {
  return project.file(path)?.text.trim() === '' && !project.skipped.some((skipped) => skipped.path === path);
}

/** A SQLite file that can be read and holds no table of accounts, sessions or migrations: an index, a sample of data. */
function isWithoutPeople(project: Project, path: string): boolean {
  const text = project.file(path)?.text ?? '';
  if (!text.startsWith('SQLite format 3')) return false;
  const tables = [...text.matchAll(/CREATE (?:VIRTUAL )?TABLE ["'`[]?(\w+)/gi)].map((match) => match[1] ?? '');
  // Django's own table of migrations shows a site's database, and is no data itself.
  const others = tables.filter((table) => !/^(django_migrations|sqlite_\w+)$/i.test(table));
  if (tables.length > 0 && others.length === 0) return true;
  return (
    tables.length > 0 && !tables.some((table) => /user|account|session|customer|person|profile|migrations/i.test(table))
  );
}

/** A SQLite database whose name says nothing, as `sqlite3 newdb` makes it. */
function isNameless(project: Project, path: string): boolean {
  return /(^|\/)[^/.]+$/.test(path) && (project.file(path)?.text ?? '').startsWith('SQLite format 3');
}

/** A dump under any `.sql` name: scripts that people write are named alike, so its own first line decides. */
function isDump(project: Project, path: string): boolean {
  const text = /\.(sql|dmp|psql)$/i.test(path) ? (project.file(path)?.text ?? '') : '';
  return dumpHead.test(text.slice(0, 200)) && rows.test(text);
}

/** Whether a path is a database, a dump, or a file of a server's data directory; samples and fixtures are none. */
function isData(project: Project, path: string): boolean {
  if (sample.test(path)) return false;
  if (dataDirectory.exec(path)?.[1] !== undefined) return true;
  if (isEmpty(project, path)) return false;
  const kept = database.test(path) && !isOtherKind(project, path) && !isWithoutPeople(project, path);
  return kept || isDump(project, path) || (isNameless(project, path) && !isWithoutPeople(project, path));
}
