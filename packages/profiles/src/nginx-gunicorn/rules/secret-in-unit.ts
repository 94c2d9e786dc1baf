/** Secrets that a unit or a program of supervisor under version control spells out. */
import { cwe, defineRule, minutes, project, web } from '@django-golive/core';
import { secretTextOf } from '../../files/secret-text.js';
import { lineAt } from '../../files/shown-line.js';
import { services } from '../../own-server/services.js';

export const secretInUnit = defineRule({
  id: 'nginx-gunicorn/secret-in-unit',
  title: 'The service file contains a secret',
  sound: 'The service files contain no secret',
  category: 'secrets',
  severity: 'critical',
  effort: minutes(20),
  risk: 'Everyone who can read the repository has the credentials of production, and its history keeps them.',
  references: [
    cwe(798),
    web(
      'systemd: EnvironmentFile',
      'https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#EnvironmentFile=',
    ),
  ],
  since: '0.1.0',
  needs: { project, services },
  problems: { literal: '`{name}` spells out {names}.' },
  when: ({ services }) => services.some(({ variables }) => variables.length > 0),
  *check({ project, services }, { problem }) {
    for (const { name, variables, manager, path } of services) {
      const secrets = variables.filter(
        (item) =>
          item.value !== undefined &&
          project.tracked(item.at.path) !== false &&
          secretTextOf(item.name, item.value) === 'secret',
      );
      const [first] = secrets;
      if (!first) continue;
      yield {
        ...problem('literal', lineAt(project, first.at, `${name}:secret`, first.name), {
          name,
          names: secrets.map((item) => `\`${item.name}\``).join(', '),
        }),
        evidence: secrets
          .slice(1)
          .map(({ at, name: variable }) => ({ at, note: `\`${variable}\` is spelled out here.` })),
        remedy:
          manager === 'systemd'
            ? {
                summary: 'Take the values from a file that only the server has. Change the values that were committed.',
                code: 'EnvironmentFile=/etc/app.env',
                language: 'ini',
                path,
                place: secrets.length === 1 ? 'instead' : 'part',
              }
            : {
                summary:
                  'Let Django read the values from a file that only the server has. Change the values that were committed.',
                path,
              },
      };
    }
  },
});
