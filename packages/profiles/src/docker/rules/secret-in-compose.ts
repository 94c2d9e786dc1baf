/** Secrets that a Compose file under version control spells out. */
import { changedLine, cwe, defineRule, type Location, minutes, type Project, project, web } from '@django-golive/core';
import type { ComposeVariable } from '../../files/compose-model.js';
import { secretTextOf } from '../../files/secret-text.js';
import { lineAt } from '../../files/shown-line.js';
import { containers } from '../containers.js';
import { opensInnerServiceAlone } from '../data-passwords.js';
import { signOfWorkplace } from '../perhaps-workplace.js';

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
  problems: { literal: '{services} out {names}.' },
  questions: {
    workplace: '{services} out {names}, in a file that {sign}. Does production start it as well?',
  },
  when: ({ containers }) => containers.compose !== undefined,
  *check({ project, containers }, { problem, question }) {
    const sign = signOfWorkplace(project, containers);
    const services = (containers.compose?.services ?? []).map((service) => ({
      service,
      secrets: service.variables.filter((variable) => isSecret(project, variable)),
    }));
    const said = new Set<string>();
    for (const { service, secrets } of services) {
      // Services share one text by an anchor or by `extends`.
      const variables = secrets.filter(({ at }) => !said.has(placeOf(at)));
      const [first] = variables;
      if (!first) continue;
      for (const { at } of variables) said.add(placeOf(at));
      const sharing = services.filter((one) =>
        one.secrets.some(({ at }) => variables.some((own) => placeOf(own.at) === placeOf(at))),
      );
      const names = [...new Set(variables.map(({ name }) => name))];
      const about = lineAt(project, first.at, `${service.name}:literal`, first.name);
      const data = {
        services: spelling(sharing.map((one) => one.service.name)),
        names: names.map((name) => `\`${name}\``).join(', '),
      };
      // Compose takes variables as a mapping or as a list, and not both at once.
      const list = /^\s*-/.test(about.current ?? '');
      const others = service.variables.some(({ name, from }) => from === 'environment' && !names.includes(name));
      if (sign !== undefined) {
        yield question('workplace', about, { ...data, sign });
        continue;
      }
      yield {
        ...problem('literal', about, data),
        evidence: variables.slice(1).map(({ at, name }) => ({ at, note: `\`${name}\` is spelled out here.` })),
        confidence: containers.confidence,
        ...(sharing.every((one) =>
          one.secrets.every((secret) => opensInnerServiceAlone(containers.compose, one.service, secret)),
        )
          ? { severity: 'high' as const, risk: fromWithin }
          : {}),
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

const fromWithin =
  'No port of the database is published beyond this host, so the password helps whoever has got into a container or onto the host: nothing holds them there.';

/** Whether a variable's text in a file under version control is a secret. */
function isSecret(project: Project, { name, from, raw, at }: ComposeVariable): boolean {
  return (
    from === 'environment' &&
    raw !== undefined &&
    project.tracked(at.path) !== false &&
    secretTextOf(name, raw) !== 'none'
  );
}

function placeOf({ path, span }: Location): string {
  return `${path}:${span.start}`;
}

/** Subject and verb of the message. */
function spelling(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? `The service ${last} spells` : `The services ${quoted.join(', ')} and ${last} spell`;
}
