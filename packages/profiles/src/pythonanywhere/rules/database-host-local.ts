/** A database on localhost: PythonAnywhere's database servers are other machines. */
import {
  defineRule,
  hasFinalValues,
  isPlaceholderAccount,
  minutes,
  openVariables,
  settings,
  web,
} from '@django-golive/core';
import { serverDatabases } from '../databases.js';
import { isLocalHost } from '../local-host.js';
import { wsgiFile } from '../wsgi-file.js';

export const databaseHostLocal = defineRule({
  id: 'pythonanywhere/database-host-local',
  title: "The database is looked for on the web worker's own machine",
  sound: 'The database is looked for on a server of its own',
  category: 'database',
  severity: 'critical',
  effort: minutes(10),
  risk: 'Every page that touches the database is a server error: nothing listens on that address.',
  references: [
    web('PythonAnywhere: Using MySQL', 'https://help.pythonanywhere.com/pages/UsingMySQL/'),
    web('PythonAnywhere: Postgres', 'https://help.pythonanywhere.com/pages/PostgresGettingStarted/'),
  ],
  since: '0.1.0',
  needs: { settings, wsgiFile },
  problems: { local: "`DATABASES['{alias}']` looks for {server} on {host}." },
  questions: {
    fallback:
      "`DATABASES['{alias}']` looks for {server} on {host} unless {variables} says otherwise. Is it set in the WSGI file or in a loaded `.env`?",
  },
  when: ({ settings }) => {
    const hosts = serverDatabases(settings).map(({ host }) => host);
    return (
      hasFinalValues(settings) &&
      // Of a host that is not known nothing can be said, so that only a known one among them can be wrong.
      (hosts.some((host) => host !== undefined && isLocalHost(host)) ||
        // A template's name leads to no server at all, which is told of where it stands.
        (hosts.length > 0 && hosts.every((host) => host !== undefined && !isPlaceholderAccount(host))))
    );
  },
  *check({ settings, wsgiFile }, { problem, question }) {
    const databases = settings.get('DATABASES');
    for (const { alias, kind, host } of serverDatabases(settings)) {
      if (host === undefined || !isLocalHost(host)) continue;
      const isService = /^[\w-]*[a-z_][\w-]*$/i.test(host) && !/^localhost$/i.test(host);
      const data = {
        alias,
        server: kind === 'mysql' ? 'MySQL' : 'PostgreSQL',
        host:
          host === '' ? 'the local socket' : `\`${host}\`${isService ? ', as a Compose file names its services' : ''}`,
      };
      // A default that the environment may replace proves nothing of production.
      const reads = openVariables(settings, databases).filter((name) => /HOST|SERVER|ADDR|URL/i.test(name));
      if (reads.length > 0) {
        yield question('fallback', databases, { ...data, variables: reads.map((name) => `\`${name}\``).join(', ') });
        continue;
      }
      const user = wsgiFile?.user ?? '<account>';
      const server =
        kind === 'mysql'
          ? `${user}.mysql.pythonanywhere-services.com`
          : `${user}-<number>.postgres.pythonanywhere-services.com`;
      yield {
        ...problem('local', databases, data),
        ...(isService
          ? {
              risk: 'Every page that touches the database is a server error: PythonAnywhere knows no host of that name.',
            }
          : {}),
        remedy: {
          summary: `Take host${kind === 'mysql' ? '' : ' and port'} from the Databases tab: \`${server}\`.`,
          path: databases.at.path,
        },
      };
    }
  },
});
