/** PythonAnywhere's PostgreSQL servers listen on ports of their own. */
import { defineRule, hasFinalValues, minutes, settings, web } from '@django-golive/core';
import { accountOf, serverDatabases } from '../databases.js';

export const postgresPortDefault = defineRule({
  id: 'pythonanywhere/postgres-port-default',
  title: 'PostgreSQL is asked on its default port',
  sound: "PostgreSQL is asked on the port of the account's server",
  category: 'database',
  severity: 'high',
  effort: minutes(5),
  risk: 'No connection is made, and every page that touches the database is a server error.',
  references: [web('PythonAnywhere: Postgres', 'https://help.pythonanywhere.com/pages/PostgresGettingStarted/')],
  since: '0.1.0',
  needs: { settings },
  problems: {
    usual: "`DATABASES['{alias}']` asks `{host}` on port {port}; each account's server has a port of its own.",
  },
  when: ({ settings }) =>
    hasFinalValues(settings) &&
    serverDatabases(settings).some(
      ({ kind, host, port }) => kind === 'postgresql' && accountOf(host) !== undefined && port !== undefined,
    ),
  *check({ settings }, { problem }) {
    const databases = settings.get('DATABASES');
    for (const { alias, kind, host, port } of serverDatabases(settings)) {
      if (
        kind !== 'postgresql' ||
        host === undefined ||
        accountOf(host) === undefined ||
        (port !== '' && port !== '5432')
      )
        continue;
      yield {
        ...problem('usual', databases, { alias, host, port: port === '' ? '5432, the default' : port }),
        remedy: { summary: 'Copy the port from the Databases tab.', path: databases.at.path },
      };
    }
  },
});
