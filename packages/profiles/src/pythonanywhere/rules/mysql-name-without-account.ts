/** MySQL database names on PythonAnywhere begin with the account. */
import { confidenceIn, defineRule, hasFinalValues, minutes, settings, web } from '@django-golive/core';
import { accountOf, serverDatabases } from '../databases.js';

export const mysqlNameWithoutAccount = defineRule({
  id: 'pythonanywhere/mysql-name-without-account',
  title: 'The MySQL database name lacks the account',
  sound: 'The MySQL database name begins with the account',
  category: 'database',
  severity: 'high',
  effort: minutes(5),
  risk: 'MySQL answers 1044, access denied, and every page that touches the database is a server error.',
  references: [web('PythonAnywhere: Using MySQL', 'https://help.pythonanywhere.com/pages/UsingMySQL/')],
  since: '0.1.0',
  needs: { settings },
  problems: {
    bare: "`DATABASES['{alias}']['NAME']` is `{name}`; the databases of this account are called `{account}$…`.",
  },
  when: ({ settings }) =>
    hasFinalValues(settings) &&
    serverDatabases(settings).some(
      ({ kind, host, name }) => kind === 'mysql' && accountOf(host) !== undefined && name !== undefined,
    ),
  *check({ settings }, { problem }) {
    const databases = settings.get('DATABASES');
    for (const { alias, kind, host, name } of serverDatabases(settings)) {
      const account = accountOf(host);
      if (
        kind !== 'mysql' ||
        account === undefined ||
        !name ||
        name.toLowerCase().startsWith(`${account.toLowerCase()}$`)
      )
        continue;
      yield {
        ...problem('bare', databases, { alias, name, account }),
        confidence: confidenceIn(settings, databases),
        remedy: {
          summary: `Write the name as the Databases tab shows it, in single quotes wherever a shell reads it: \`'${account}$${name.replace(/^.*\$/, '')}'\`.`,
          path: databases.at.path,
        },
      };
    }
  },
});
