/** A database that is told to let everybody in. */
import { cwe, defineRule, minutes, project } from '@django-golive/core';
import { lineAt } from '../../files/shown-line.js';
import { containers } from '../containers.js';
import { dataServices } from '../data-services.js';

const switches: Readonly<Record<string, RegExp>> = {
  POSTGRES_HOST_AUTH_METHOD: /^trust$/i,
  ALLOW_EMPTY_PASSWORD: /^(yes|true|1)$/i,
  MYSQL_ALLOW_EMPTY_PASSWORD: /./,
  MARIADB_ALLOW_EMPTY_ROOT_PASSWORD: /./,
  MARIADB_ALLOW_EMPTY_PASSWORD: /./,
};

export const databaseWithoutPassword = defineRule({
  id: 'docker/database-without-password',
  title: 'The database asks for no password',
  sound: 'No database server is told to let everybody in',
  category: 'security',
  severity: 'critical',
  effort: minutes(10),
  risk: 'Whatever gets into one container of the network reads and changes the whole database as its superuser.',
  references: [cwe(306)],
  since: '0.1.0',
  needs: { project, containers },
  problems: { open: '`{name}` is `{value}` in the service `{service}`: {kind} lets everybody in.' },
  when: ({ containers }) =>
    dataServices(containers.compose).some(({ kind }) => kind === 'PostgreSQL' || kind === 'MySQL'),
  *check({ project, containers }, { problem }) {
    for (const { service, kind } of dataServices(containers.compose)) {
      for (const { name, value, at } of new Map(
        service.variables.map((variable) => [variable.name, variable]),
      ).values()) {
        if (value === undefined || !switches[name]?.test(value)) continue;
        yield {
          ...problem('open', lineAt(project, at, `${service.name}:${name}`), {
            name,
            value,
            service: service.name,
            kind,
          }),
          confidence: containers.confidence,
          remedy: {
            summary: `Take \`${name}\` away and give the service a password from outside the repository.`,
            path: at.path,
          },
        };
      }
    }
  },
});
