/** Databases and dumps under version control: accounts, sessions and personal data with every copy. */
import { project } from '../../facts/inputs.js';
import { cwe, defineRule, minutes } from '../../rule.js';
import type { Project } from '../../source.js';
import { listed } from '../listed.js';
import { dataDirectory } from './data-directory.js';
import { isIgnored } from './gitignore.js';
import { sqliteTables } from './sqlite-tables.js';
import { untrack } from './untrack.js';

const database =
  /(^|\/)[^/]*\.(sqlite3?|db3?|sqlitedb|dump|pgdump|rdb)(\.(gz|zip|bz2|xz|bak|backup|old|orig|copy|save))*$|(^|\/)[^/]*(dump|backup)[^/]*\.sql(\.(gz|zip|bz2|xz))?$/i;
/** What dump programs write first; whether rows follow, and not the tables alone, is seen by their statements. */
const dumpHead = /^(PGDMP|\s*(--|\/\*).{0,40}\b(PostgreSQL database|MySQL|MariaDB|phpMyAdmin SQL) dump)/i;
const filling =
  /\b(?:INSERT\s+INTO\s+(?:[`"]?\w+[`"]?\.)?[`"]?(\w+)|COPY\s+(?:"?\w+"?\.)?"?(\w+)[^;]{1,2000}\sFROM stdin;\r?\n(\\\.)?)/gi;
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
    held: '`{path}` is in the repository, with rows in {tables}.',
    dumps: '`{directory}` holds {count} dumps of a database.',
    directory: "`{directory}`, a database server's data directory, is in the repository.",
  },
  questions: {
    published:
      '`{path}` is in the repository. No table of accounts has rows in it, {tables} {have}. May everybody read them?',
  },
  // Where no index tells, one that is ignored may have been added all the same.
  when: ({ project }) =>
    kept(project).some(
      (path) => isData(project, path) && (project.tracked(path) !== undefined || isCommitted(project, path)),
    ),
  *check({ project }, { problem, question }) {
    const paths = kept(project).filter((path) => isData(project, path) && isCommitted(project, path));
    const said = new Set<string>();
    for (const path of paths) {
      const server = dataDirectory.exec(path)?.[1];
      const beside = server === undefined ? dumpsBeside(project, path, paths) : [];
      const directory = server ?? (beside.length > 1 ? directoryOf(path) : undefined);
      if (directory !== undefined && said.has(directory)) continue;
      if (directory !== undefined) said.add(directory);
      const start = { line: 1, column: 1 };
      const place = { path, span: { start: 0, end: 0 }, start, end: start };
      const subject = directory ?? path;
      const about = { at: place, subject };
      const held = directory === undefined ? heldBy(project, path) : unread;
      // A dump of tables alone, such as one whose every COPY ends at once.
      if (held.kind === 'nothing') continue;
      const tables = listed(held.tables, 2);
      if (held.kind === 'others') {
        yield question('published', about, { path, tables, have: held.tables.length === 1 ? 'has' : 'have' });
        continue;
      }
      const verdict =
        server !== undefined
          ? problem('directory', about, { directory: server })
          : directory !== undefined
            ? problem('dumps', about, { directory, count: String(beside.length) })
            : held.kind === 'people'
              ? problem('held', about, { path, tables })
              : problem('committed', about, { path });
      yield {
        ...verdict,
        ...(held.kind === 'unread' && beside.length === 0 ? { risk: mayHold } : {}),
        confidence: project.tracked(path) === true ? 'firm' : 'tentative',
        remedy: {
          summary: `Take it out of version control and ignore it; what it held stays in the history.${servedFrom(project, path)}`,
          code:
            beside.length > 1
              ? beside.map((one) => untrack(project, one)).join('\n')
              : untrack(project, server === undefined ? path : `${server}/`),
          language: 'bash',
        },
      };
    }
  },
});

const mayHold =
  'It may hold password hashes, sessions and the data of real people, which then go along with every copy of the repository.';

/** All files but links that lead out of the repository, of which git keeps a path and no data. One too large is in both lists. */
function kept(project: Project): readonly string[] {
  const unread = project.skipped.filter(({ why }) => !why.startsWith('it is a link'));
  return [...new Set([...project.paths, ...unread.map(({ path }) => path)])];
}

function isCommitted(project: Project, path: string): boolean {
  const tracked = project.tracked(path);
  return tracked === true || (tracked === undefined && !isIgnored(project, path));
}

/** A site that runs on the committed copy has no tables without it. */
function servedFrom(project: Project, path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const settings = project.paths.find((one) => {
    const source = /settings[^/]*(\/[^/]+)?\.py$/.test(one) ? (project.file(one)?.text ?? '') : '';
    const text = source.replaceAll(/^[ \t]*#.*$/gm, '');
    return (
      /^[ \t]*DATABASES\b/m.test(text) &&
      [`'${name}'`, `"${name}"`, `/${name}'`, `/${name}"`].some((quoted) => text.includes(quoted))
    );
  });
  return settings === undefined
    ? ''
    : ` \`${settings}\` opens a file of this name: where the site runs on this copy, move its data first (\`dumpdata\`, \`loaddata\`), or a deployment without it has no tables.`;
}

const directoryOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** The dumps that lie in one directory, as programs write them that make a file of each table. */
function dumpsBeside(project: Project, path: string, paths: readonly string[]): readonly string[] {
  const directory = directoryOf(path);
  if (!isDump(project, path)) return [];
  return directory === '' ? [path] : paths.filter((one) => directoryOf(one) === directory && isDump(project, one));
}

/** What a file holds, by the tables that have rows. */
interface Held {
  readonly kind: 'people' | 'others' | 'nothing' | 'unread';
  readonly tables: readonly string[];
}

const unread: Held = { kind: 'unread', tables: [] };

/** Tables in which Django keeps what it knows of the code; they have rows in every database that was migrated. */
const bookkeeping = /^(django_(migrations|content_type|site)|auth_(permission|group|group_permissions)|sqlite_\w+)$/;
const ofPeople = /user|account|session|customer|person|people|profile|employee|student|patient/i;
/** Deleted rows stay in the pages until others take their place. */
const passwordHash = /\b(pbkdf2_\w+|argon2|bcrypt\w*|scrypt)\$/;

/** The tables that a dump fills; after COPY a line of `\.` ends the rows, and the first one where there are none. */
function tablesOfDump(text: string): readonly { readonly name: string; readonly filled: boolean }[] {
  return [...text.matchAll(filling)].map(([, inserted, copied, end]) => ({
    name: inserted ?? copied ?? '',
    filled: end === undefined,
  }));
}

function heldBy(project: Project, path: string): Held {
  const text = project.file(path)?.text ?? '';
  // The custom format names a COPY for each table, and keeps the rows themselves compressed.
  const all = !isDump(project, path) ? sqliteTables(text) : text.startsWith('PGDMP') ? undefined : tablesOfDump(text);
  if (all === undefined || all.length === 0) return unread;
  const filled = [
    ...new Set(all.filter(({ name, filled }) => filled && !bookkeeping.test(name)).map(({ name }) => name)),
  ];
  const people = filled.filter((name) => ofPeople.test(name));
  if (people.length > 0) return { kind: 'people', tables: people };
  if (passwordHash.test(text)) return unread;
  return { kind: filled.length > 0 ? 'others' : 'nothing', tables: filled };
}

/** Many programs write `.db` files; where the text can be read, SQLite's own mark decides. */
function isOtherKind(project: Project, path: string): boolean {
  const text = /\.db$/i.test(path) ? (project.file(path)?.text ?? '') : '';
  return text !== '' && !text.startsWith('SQLite format 3');
}

/** A file of no bytes, such as SQLite makes where the first connection writes nothing. */
function isEmpty(project: Project, path: string): boolean {
  return project.file(path)?.text.trim() === '' && !project.skipped.some((skipped) => skipped.path === path);
}

/** A SQLite file that can be read and is no site's database, by its tables, or has no rows: an index, a sample of data. */
function isWithoutPeople(project: Project, path: string): boolean {
  const text = project.file(path)?.text ?? '';
  if (!text.startsWith('SQLite format 3')) return false;
  if (heldBy(project, path).kind === 'nothing') return true;
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
  // Only what its name tells of is read.
  const kept =
    database.test(path) && !isEmpty(project, path) && !isOtherKind(project, path) && !isWithoutPeople(project, path);
  return kept || isDump(project, path) || (isNameless(project, path) && !isWithoutPeople(project, path));
}
