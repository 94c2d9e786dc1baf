/** Secrets that a Compose file under version control falls back on where nothing gives the variable. */
import { changedLine, cwe, defineRule, minutes, project, web } from '@django-golive/core';
import { secretTextOf } from '../../files/secret-text.js';
import { lineAt } from '../../files/shown-line.js';
import { defaultOf, variableOf } from '../../files/variable-expansion.js';
import { containers } from '../containers.js';
import { opensInnerServiceAlone } from '../data-passwords.js';
import { signOfWorkplace } from '../perhaps-workplace.js';

export const secretFallbackInCompose = defineRule({
  id: 'docker/secret-fallback-in-compose',
  title: 'The Compose file falls back on a secret of its own',
  sound: 'The Compose file falls back on no secret',
  category: 'secrets',
  severity: 'high',
  effort: minutes(10),
  risk: 'A server on which the variable is forgotten starts all the same, with a secret that everyone who has the repository knows.',
  references: [
    cwe(1188),
    web('Docker Compose: Interpolation', 'https://docs.docker.com/reference/compose-file/interpolation/'),
  ],
  since: '0.1.0',
  needs: { project, containers },
  problems: {
    fallback: 'The service `{service}` gets `{name}` from a text in the file where `{variable}` is not set.',
  },
  questions: {
    workplace:
      'The service `{service}` gets `{name}` from a text in the file where `{variable}` is not set, in a file that {sign}. Does production start it as well?',
  },
  when: ({ containers }) =>
    containers.compose?.services.some(({ variables }) =>
      variables.some(
        ({ name, raw }) => secretTextOf(name, 'x1y2z3w4v5') === 'secret' && variableOf(raw ?? '') !== undefined,
      ),
    ) ?? false,
  *check({ project, containers }, { problem, question }) {
    const sign = signOfWorkplace(project, containers);
    const said = new Set<string>();
    for (const service of containers.compose?.services ?? []) {
      for (const secret of service.variables) {
        const { name, raw, from, at } = secret;
        const text = (raw ?? '').trim();
        const variable = variableOf(text);
        if (
          from !== 'environment' ||
          variable === undefined ||
          project.tracked(at.path) === false ||
          secretTextOf(name, defaultOf(text) ?? '') === 'none'
        )
          continue;
        // Services that share one text by an anchor share its finding.
        const place = `${at.path}:${at.span.start}`;
        if (said.has(place)) continue;
        said.add(place);
        const about = lineAt(project, at, `${service.name}:${name}`, name);
        const data = { service: service.name, name, variable };
        if (sign !== undefined) {
          yield question('workplace', about, { ...data, sign });
          continue;
        }
        yield {
          ...problem('fallback', about, data),
          ...(opensInnerServiceAlone(containers.compose, service, secret)
            ? { severity: 'medium' as const, risk: fromWithin }
            : {}),
          confidence: containers.confidence,
          remedy: {
            summary: `Let Compose refuse to start without \`${variable}\`, and change the secret where it was used.`,
            // The project's own name: other services may already be given it.
            ...changedLine(project, at, (line) =>
              line.replace(new RegExp(`\\$\\{${variable}:?-[^}]*\\}`), `\${${variable}:?${variable} is required}`),
            ),
            language: 'yaml',
          },
        };
      }
    }
  },
});

const fromWithin =
  'Where the variable is forgotten, the database takes a password that everyone who has the repository knows. No port of it is published beyond this host: it helps whoever has got into a container or onto the host.';
