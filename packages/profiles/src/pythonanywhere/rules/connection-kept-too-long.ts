/** Connections that outlive MySQL's patience: the server drops them after 300 seconds. */
import { defineRule, docs, hasFinalValues, integerOf, lookup, minutes, settings, web } from '@django-golive/core';
import { accountOf, serverDatabases } from '../databases.js';

export const connectionKeptTooLong = defineRule({
  id: 'pythonanywhere/connection-kept-too-long',
  title: 'Connections to MySQL are kept longer than the server keeps them',
  sound: 'Connections to MySQL are given up before the server drops them',
  category: 'database',
  severity: 'medium',
  effort: minutes(5),
  risk: 'After a quiet while the first visitors get server errors: MySQL server has gone away.',
  references: [
    web(
      'PythonAnywhere: Managing database connections',
      'https://help.pythonanywhere.com/pages/ManagingDatabaseConnections/',
    ),
    docs('ref/settings', 'conn-max-age'),
  ],
  since: '0.1.0',
  needs: { settings },
  problems: {
    long: "`CONN_MAX_AGE` of `DATABASES['{alias}']` is {age}; the server drops idle connections after 300 seconds.",
  },
  when: ({ settings }) =>
    hasFinalValues(settings) &&
    serverDatabases(settings).some(({ kind, host }) => kind === 'mysql' && accountOf(host) !== undefined),
  *check({ settings }, { problem }) {
    const databases = settings.get('DATABASES');
    for (const { alias, kind, host, value } of serverDatabases(settings)) {
      const age = lookup(value, 'CONN_MAX_AGE');
      const seconds = integerOf(age);
      if (
        kind !== 'mysql' ||
        accountOf(host) === undefined ||
        age === undefined ||
        (age.kind !== 'none' && !(seconds !== undefined && seconds >= 300))
      )
        continue;
      // Django tests a connection before it uses it again.
      const checked = lookup(value, 'CONN_HEALTH_CHECKS');
      if (checked !== undefined && !(checked.kind === 'bool' && !checked.value)) continue;
      yield {
        ...problem('long', databases, { alias, age: seconds === undefined ? 'None' : String(seconds) }),
        remedy: {
          summary: 'Keep connections for less than 300 seconds, and let Django check them.',
          code: `DATABASES['${alias}']['CONN_MAX_AGE'] = 240\nDATABASES['${alias}']['CONN_HEALTH_CHECKS'] = True`,
          language: 'python',
          path: databases.at.path,
        },
      };
    }
  },
});
