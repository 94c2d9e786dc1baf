/** A database that is reached without DATABASE_URL: Heroku Postgres gives its address in no other way. */
import {
  defineRule,
  dependencies,
  describeValue,
  hasFinalValues,
  lookup,
  minutes,
  settings,
  stringOf,
  type Value,
  web,
} from '@django-golive/core';
import { fromUrl } from '../dj-database-url.js';

export const databaseUrlIgnored = defineRule({
  id: 'heroku/database-url-ignored',
  title: 'The database settings ignore DATABASE_URL',
  sound: 'The database settings follow DATABASE_URL',
  category: 'database',
  severity: 'critical',
  effort: minutes(20),
  risk: 'The app cannot reach its database, or loses it on the day Heroku changes the credentials.',
  references: [
    web('Heroku: Connecting to Heroku Postgres', 'https://devcenter.heroku.com/articles/connecting-heroku-postgres'),
  ],
  since: '0.1.0',
  needs: { settings, dependencies },
  problems: { local: '`DATABASES` connects to {host}; no database runs there on a dyno.' },
  questions: {
    variables:
      '`DATABASES` takes its host from {variables}, which Heroku Postgres does not set. Are these config vars kept up to date by hand?',
    external: '`DATABASES` connects to {host}. Is this a database outside Heroku by design?',
  },
  when: ({ settings }) => {
    const databases = settings.get('DATABASES');
    const database = lookup(databases.value, 'default');
    const host = lookup(database, 'HOST') ?? { kind: 'none' };
    // Of a host that comes from nowhere to be seen nothing can be said.
    return (
      hasFinalValues(settings) &&
      serverEngine(database) &&
      (host.kind === 'none' || stringOf(host) !== undefined || databases.reads.length > 0)
    );
  },
  *check({ settings, dependencies }, { problem, question }) {
    const databases = settings.get('DATABASES');
    const database = lookup(databases.value, 'default');
    const host = lookup(database, 'HOST');
    // A unix socket, or a service file, is a matter of the machine.
    if (lookup(lookup(database, 'OPTIONS'), 'service')) return;
    const known = host === undefined || host.kind === 'none' ? '' : stringOf(host);
    const reads = databases.reads.filter((name) => /HOST|SERVER|ADDR|_URL$|^PG/i.test(name));
    if (databases.reads.some((name) => /(^|_)URL$/.test(name))) return;
    if (reads.length > 0 || known === undefined) {
      if (databases.reads.length > 0)
        yield question('variables', databases, {
          variables: (reads.length > 0 ? reads : databases.reads).map((name) => `\`${name}\``).join(', '),
        });
      return;
    }
    const shown =
      known === ''
        ? 'the local socket'
        : `\`${describeValue('HOST', { kind: 'str', value: known }).replace(/^['"]|['"]$/g, '')}\``;
    if (isLocal(known)) {
      yield {
        ...problem('local', databases, { host: shown }),
        remedy: {
          summary: 'Take the database from `DATABASE_URL`, with the package `dj-database-url`.',
          code: fromUrl(dependencies.get('dj-database-url'), settings.django),
          language: 'python',
          path: databases.at.path,
        },
      };
    } else yield question('external', databases, { host: shown });
  },
});

/** The machine itself, or a name without a dot: a service of a compose file. */
function isLocal(host: string): boolean {
  return (
    host === '' ||
    host.startsWith('/') ||
    /^(localhost|127\.\d+\.\d+\.\d+|::1|0\.0\.0\.0)$/.test(host) ||
    !/[.:]/.test(host)
  );
}

function serverEngine(database: Value | undefined): boolean {
  return /postgres|postgis|mysql|oracle|mssql/.test(stringOf(lookup(database, 'ENGINE')) ?? '');
}
