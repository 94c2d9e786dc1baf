/** A database or broker whose port the host publishes to the world. */
import { changedText, cwe, defineRule, minutes, project, web } from '@django-golive/core';
import { lineAt } from '../../files/shown-line.js';
import { containers } from '../containers.js';
import { dataServices } from '../data-services.js';
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
      for (const published of service.ports) {
        // A host address that is written down was chosen; only the wildcard is everybody's.
        if (published.host !== undefined && !/^(0\.0\.0\.0|::|\*|)$/.test(published.host)) continue;
        yield {
          ...problem('published', lineAt(project, published.at, `${service.name}:${published.text}`), {
            service: service.name,
            kind,
            port: published.text,
          }),
          // What may be a developer's is less sure to be production's.
          confidence: signOfWorkplace(project, containers) === undefined ? containers.confidence : 'tentative',
          remedy: {
            summary: `Take the port away: other services reach \`${service.name}:${port}\` without it. For access from the host itself, bind it to 127.0.0.1.`,
            // The long spelling has lines of its own.
            ...changedText(project, published.at, (text) =>
              /^["'\d$]/.test(text) ? `"127.0.0.1:${published.published ?? port}:${published.target}"` : text,
            ),
            language: 'yaml',
          },
        };
      }
    }
  },
});
