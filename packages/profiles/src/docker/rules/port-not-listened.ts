/** Ports of a container that are handed on, and at which nothing listens. */
import { changedLine, defineRule, minutes, project, web } from '@django-golive/core';
import { lineAt } from '../../files/shown-line.js';
import { containers } from '../containers.js';
import { portsListenedTo } from '../listening.js';

export const portNotListened = defineRule({
  id: 'docker/port-not-listened',
  title: 'A port leads to where nothing listens',
  sound: 'The ports lead to where the server listens',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(5),
  risk: 'The container runs and answers nobody: whoever connects to that port gets "connection refused".',
  references: [
    web('Docker: ports', 'https://docs.docker.com/reference/compose-file/services/#ports'),
    web('Docker: EXPOSE', 'https://docs.docker.com/reference/dockerfile/#expose'),
  ],
  since: '0.1.0',
  needs: { project, containers },
  problems: {
    published: '`{text}` leads to port {port} of `{name}`, where {server} listens on {ports}.',
    exposed: '`EXPOSE` names port {port}, and {server} listens on {ports}.',
  },
  when: ({ containers }) =>
    containers.all.some(
      ({ django, server, service, image }) =>
        django && server && ((service?.ports.length ?? 0) > 0 || (image?.exposed.length ?? 0) > 0),
    ),
  *check({ project, containers }, { problem }) {
    for (const container of containers.all) {
      const { name, django, server, service, image, main } = container;
      if (!django || !server || !main || service?.networkMode !== undefined) continue;
      const listened = portsListenedTo(container);
      const [own] = listened ?? [];
      // At a socket, a proxy in the same container listens for it.
      if (!listened || own === undefined) continue;
      const ports = listened.join(' and ');
      const targets = (service?.ports ?? []).filter(({ target }) => /^\d+$/.test(target));
      const [first] = targets;
      const evidence = [{ at: main.at, note: `${server.server} listens on ${ports}.` }];
      // One that is right is enough: the others may be for something that is started by hand.
      if (
        first &&
        targets.length === service?.ports.length &&
        !targets.some(({ target }) => listened.includes(target))
      ) {
        yield {
          ...problem('published', lineAt(project, first.at, `${name}:port`), {
            text: first.text,
            port: first.target,
            name,
            server: server.server,
            ports,
          }),
          confidence: containers.confidence === 'certain' ? 'certain' : 'firm',
          evidence,
          remedy: {
            summary: `Let the port lead to ${own}, or let ${server.server} listen on ${first.target}.`,
            ...changedLine(project, first.at, (line) => line.replace(new RegExp(`${first.target}(?!.*\\d)`), own)),
            language: 'yaml',
          },
        };
        continue;
      }
      const exposed = (image?.exposed ?? []).filter(({ port }) => /^\d+$/.test(port));
      const [shown] = exposed;
      if (!shown || exposed.length !== image?.exposed.length || targets.length > 0) continue;
      if (exposed.some(({ port }) => listened.includes(port))) continue;
      yield {
        ...problem('exposed', lineAt(project, shown.at, `${name}:exposed`), {
          port: shown.port,
          server: server.server,
          ports,
        }),
        severity: 'low',
        risk: 'Proxies and platforms that go by `EXPOSE` connect to a port at which nothing listens.',
        evidence,
        remedy: {
          summary: `Name the port that ${server.server} listens on.`,
          ...changedLine(project, shown.at, (line) => line.replace(shown.port, own)),
          language: 'dockerfile',
        },
      };
    }
  },
});
