/** Secrets that a Compose file under version control spells out. */
import { cwe, defineRule, minutes, project, web } from '@django-golive/core';
import { secretTextOf } from '../../files/secret-text.js';
import { lineAt } from '../../files/shown-line.js';
import { defaultOf } from '../../files/variable-expansion.js';
import { containers } from '../containers.js';

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
  problems: {
    literal: 'The service `{service}` spells out {names}.',
    default: 'The service `{service}` falls back on a value in the file for {names}.',
  },
  when: ({ containers }) => containers.compose !== undefined,
  *check({ project, containers }, { problem }) {
    for (const service of containers.compose?.services ?? []) {
      const own = service.variables.filter(
        (variable) =>
          variable.from === 'environment' && variable.raw !== undefined && project.tracked(variable.at.path) !== false,
      );
      const literal = own.filter(({ name, raw }) => secretTextOf(name, raw ?? '') !== 'none');
      const fallen = own.filter(({ name, raw }) => secretTextOf(name, defaultOf((raw ?? '').trim()) ?? '') !== 'none');
      for (const [message, variables] of [
        ['literal', literal],
        ['default', fallen],
      ] as const) {
        const [first] = variables;
        if (!first) continue;
        const names = [...new Set(variables.map(({ name }) => name))];
        yield {
          ...problem(message, lineAt(project, first.at, `${service.name}:${message}`, first.name), {
            service: service.name,
            names: names.map((name) => `\`${name}\``).join(', '),
          }),
          evidence: variables.slice(1).map(({ at, name }) => ({ at, note: `\`${name}\` is spelled out here.` })),
          confidence: containers.confidence,
          remedy: {
            summary:
              'Take the values from outside the repository, and let Compose refuse to start without them. Change the values that were committed.',
            code: ['    environment:', ...names.map((name) => `      ${name}: \${${name}:?${name} is required}`)].join(
              '\n',
            ),
            language: 'yaml',
            path: first.at.path,
          },
        };
      }
    }
  },
});
