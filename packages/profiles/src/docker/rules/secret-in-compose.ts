/** Secrets that a Compose file under version control spells out. */
import { changedLine, cwe, defineRule, minutes, project, web } from '@django-golive/core';
import { secretTextOf } from '../../files/secret-text.js';
import { lineAt } from '../../files/shown-line.js';
import { containers } from '../containers.js';
import { isPerhapsWorkplace } from '../workplace.js';

export const secretInCompose = defineRule({
  id: 'docker/secret-in-compose',
  title: 'The Compose file contains a secret',
  sound: 'The Compose file contains no secret',
  category: 'secrets',
  severity: 'critical',
  effort: minutes(20),
  risk: 'Everyone who can read the repository has the credentials of production, and its history keeps them.',
  references: [cwe(798), web('Docker Compose: Secrets', 'https://docs.docker.com/compose/how-tos/use-secrets/')],
  since: '0.1.0',
  needs: { project, containers },
  problems: { literal: 'The service `{service}` spells out {names}.' },
  questions: {
    workplace:
      'The service `{service}` spells out {names}, beside a development server on the mounted source. Does production start this file as well?',
  },
  when: ({ containers }) => containers.compose !== undefined,
  *check({ project, containers }, { problem, question }) {
    const unsure = isPerhapsWorkplace(containers);
    for (const service of containers.compose?.services ?? []) {
      const variables = service.variables.filter(
        ({ name, from, raw, at }) =>
          from === 'environment' &&
          raw !== undefined &&
          project.tracked(at.path) !== false &&
          secretTextOf(name, raw) !== 'none',
      );
      const [first] = variables;
      if (!first) continue;
      const names = [...new Set(variables.map(({ name }) => name))];
      const about = lineAt(project, first.at, `${service.name}:literal`, first.name);
      const data = { service: service.name, names: names.map((name) => `\`${name}\``).join(', ') };
      // Compose takes variables as a mapping or as a list, and not both at once.
      const list = /^\s*-/.test(about.current ?? '');
      const others = service.variables.some(({ name, from }) => from === 'environment' && !names.includes(name));
      if (unsure) {
        yield question('workplace', about, data);
        continue;
      }
      yield {
        ...problem('literal', about, data),
        evidence: variables.slice(1).map(({ at, name }) => ({ at, note: `\`${name}\` is spelled out here.` })),
        confidence: containers.confidence,
        remedy: {
          summary:
            'Take the values from outside the repository, and let Compose refuse to start without them. Change the values that were committed.',
          code: [
            '    environment:',
            ...(others ? ['      # … the others as they are'] : []),
            ...names.map((name) => `      ${list ? `- ${name}=` : `${name}: `}\${${name}:?${name} is required}`),
          ].join('\n'),
          language: 'yaml',
          path: first.at.path,
          ...(variables.length === 1
            ? changedLine(
                project,
                first.at,
                () => `${list ? `- ${first.name}=` : `${first.name}: `}\${${first.name}:?${first.name} is required}`,
              )
            : {}),
        },
      };
    }
  },
});
