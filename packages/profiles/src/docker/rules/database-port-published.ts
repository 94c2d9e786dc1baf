/** A database or broker whose port the host publishes to the world. */
import { changedLine, cwe, defineRule, minutes, project, web } from '@django-golive/core';
import type { ComposeService } from '../../files/compose-model.js';
import { lineAt } from '../../files/shown-line.js';
import { containers } from '../containers.js';
import { isOnAllAddresses, passwords } from '../data-passwords.js';
import { type DataKind, dataServices } from '../data-services.js';
import { signOfWorkplace } from '../perhaps-workplace.js';

export const databasePortPublished = defineRule({
  id: 'docker/database-port-published',
  title: 'The database is published on the host',
  sound: 'Databases are reached inside the network only',
  category: 'security',
  severity: 'critical',
  effort: minutes(5),
  risk: 'Everyone who reaches the host reaches the database; rules of ufw do not apply to ports that Docker publishes.',
  references: [
    cwe(668),
    web('Docker: Packet filtering and firewalls', 'https://docs.docker.com/engine/network/packet-filtering-firewalls/'),
  ],
  since: '0.1.0',
  needs: { project, containers },
  problems: { published: 'The service `{service}` publishes {kind} on every address of the host (`{port}`).' },
  when: ({ containers }) => dataServices(containers.compose).length > 0,
  *check({ project, containers }, { problem }) {
    for (const { service, kind, port } of dataServices(containers.compose)) {
      const guarded = asksForUnknownPassword(service, kind);
      for (const published of service.ports) {
        // A host address that is written down was chosen; only the wildcard is everybody's.
        if (!isOnAllAddresses(published)) continue;
        const own = project.file(published.at.path)?.text.slice(published.at.span.start, published.at.span.end) ?? '';
        const bound = `"127.0.0.1:${published.published ?? port}:${published.target}"`;
        yield {
          ...problem('published', lineAt(project, published.at, `${service.name}:${published.text}`), {
            service: service.name,
            kind,
            port: published.text,
          }),
          ...(guarded
            ? {
                severity: 'high' as const,
                risk: 'Everyone who reaches the host can try passwords at the database, and use the next hole in it; rules of ufw do not apply to ports that Docker publishes.',
              }
            : {}),
          // What may be a developer's is less sure to be production's.
          confidence: signOfWorkplace(project, containers) === undefined ? containers.confidence : 'tentative',
          remedy: {
            summary: `Take the port away: other services reach \`${service.name}:${port}\` without it. For access from the host itself, bind it to 127.0.0.1.`,
            // The long spelling has lines of its own.
            ...changedLine(project, published.at, (line) =>
              /^["'\d$]/.test(own) ? line.replace(own, () => bound) : line,
            ),
            language: 'yaml',
          },
        };
      }
    }
  },
});

/** Whether the service asks for a password that the repository does not tell. */
function asksForUnknownPassword({ variables, envFiles, command, mounts }: ComposeService, kind: DataKind): boolean {
  const open = variables.some(
    ({ name, value }) =>
      (name === 'POSTGRES_HOST_AUTH_METHOD' && value === 'trust') ||
      (/ALLOW_EMPTY_(ROOT_)?PASSWORD$/.test(name) && !/^(no|0|false|)$/i.test(value ?? '')),
  );
  if (open) return false;
  // One that is written down is known; of several the last one of a name holds, and any of them lets somebody in.
  const given = new Map(
    variables.filter(({ name }) => passwords[kind]?.test(name)).map((variable) => [variable.name, variable]),
  );
  if (given.size > 0)
    return [...given.values()].every(({ name, value }) => name.endsWith('_FILE') || value === undefined);
  if (kind === 'PostgreSQL' || kind === 'MySQL') return true;
  // A file beside the repository, or a configuration of its own, may ask for one.
  if (envFiles.some(({ present }) => !present)) return true;
  const asks = kind === 'Redis' && /requirepass|\.conf\b/.test(command?.text ?? '');
  const spelt = /requirepass[ =]+["']?(?!\$)[^\s"'$]/.test(command?.text ?? '');
  return (asks && !spelt) || mounts.some(({ target }) => /\.(conf|ya?ml|config|acl)$/.test(target));
}
