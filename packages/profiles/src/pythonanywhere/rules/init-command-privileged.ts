/** An init_command that sets what an account of PythonAnywhere may not set. */
import { defineRule, hasFinalValues, lookup, minutes, settings, stringOf, web } from '@django-golive/core';
import { accountOf, serverDatabases } from '../databases.js';

export const initCommandPrivileged = defineRule({
  id: 'pythonanywhere/init-command-privileged',
  title: 'init_command sets a variable that needs privileges',
  sound: 'init_command sets nothing that needs privileges',
  category: 'database',
  severity: 'high',
  effort: minutes(5),
  risk: 'MySQL refuses every connection with error 1227, and every page that touches the database is a server error.',
  references: [web('PythonAnywhere: Using MySQL', 'https://help.pythonanywhere.com/pages/UsingMySQL/')],
  since: '0.1.0',
  needs: { settings },
  problems: { privileged: "`init_command` of `DATABASES['{alias}']` sets `{variable}`." },
  when: ({ settings }) =>
    hasFinalValues(settings) &&
    serverDatabases(settings).some(({ kind, host }) => kind === 'mysql' && accountOf(host) !== undefined),
  *check({ settings }, { problem }) {
    const databases = settings.get('DATABASES');
    for (const { alias, kind, host, value } of serverDatabases(settings)) {
      const command = stringOf(lookup(lookup(value, 'OPTIONS'), 'init_command')) ?? '';
      const variable = /innodb_strict_mode|set\s+(?:@@)?global[.\s]+(\w+)/i.exec(command);
      if (kind !== 'mysql' || accountOf(host) === undefined || !variable) continue;
      yield {
        ...problem('privileged', databases, { alias, variable: variable[1] ?? variable[0] }),
        remedy: {
          summary: 'Keep the part about `sql_mode` alone.',
          code: `DATABASES['${alias}']['OPTIONS']['init_command'] = "SET sql_mode='STRICT_TRANS_TABLES'"`,
          language: 'python',
          path: databases.at.path,
        },
      };
    }
  },
});
