/** An object storage that everybody reaches and that still has the password it comes with. */
import { cwe, defineRule, minutes, project, web } from '@django-golive/core';
import type { ComposeService } from '../../files/compose-model.js';
import { lineAt } from '../../files/shown-line.js';
import { isDevelopers } from '../compose-profiles.js';
import { type Containers, containers } from '../containers.js';
import { signOfWorkplace } from '../perhaps-workplace.js';

export const storagePublished = defineRule({
  id: 'docker/storage-published',
  title: 'The object storage is published with its default password',
  sound: 'No object storage is published with its default password',
  category: 'security',
  severity: 'critical',
  effort: minutes(15),
  risk: 'Everyone who reaches the host signs in as the administrator of all files, and reads, changes and deletes what people uploaded.',
  references: [
    cwe(1392),
    web('Docker: Packet filtering and firewalls', 'https://docs.docker.com/engine/network/packet-filtering-firewalls/'),
  ],
  since: '0.1.0',
  needs: { project, containers },
  problems: {
    published: 'The service `{service}` publishes MinIO on every address of the host (`{port}`), with {password}.',
  },
  when: ({ containers }) => stores(containers).length > 0,
  *check({ project, containers }, { problem }) {
    for (const service of stores(containers)) {
      const port = service.ports.find(({ host }) => host === undefined || /^(0\.0\.0\.0|::|\*|)$/.test(host));
      const password = defaultPassword(service);
      if (!port || password === undefined) continue;
      yield {
        ...problem('published', lineAt(project, port.at, `${service.name}:${port.text}`), {
          service: service.name,
          port: port.text,
          password,
        }),
        // What may be a developer's is less sure to be production's.
        confidence: signOfWorkplace(project, containers) === undefined ? containers.confidence : 'tentative',
        remedy: {
          summary:
            'Give `MINIO_ROOT_USER` and `MINIO_ROOT_PASSWORD` values from outside of the repository, also to what signs in with them. Django reaches the storage without a port; where visitors have to, publish that of the files alone and not that of the console.',
          code: [
            'environment:',
            '  # … the others as they are',
            ...names.map((name) => `  ${name}: \${${name}:?${name} is required}`),
          ].join('\n'),
          language: 'yaml',
          path: port.at.path,
        },
      };
    }
  },
});

const names = ['MINIO_ROOT_USER', 'MINIO_ROOT_PASSWORD'];

/** The services of MinIO that production starts. */
function stores({ compose }: Containers): readonly ComposeService[] {
  return (compose?.services ?? []).filter(
    ({ image, profiles }) => !isDevelopers(profiles) && /^(?:[\w.:-]+\/)*minio(?:[:@]|$)/.test(image?.text ?? ''),
  );
}

/** How the password is the one that MinIO comes with; `undefined` where another is given, or where that is not known. */
function defaultPassword({ image, variables, envFiles, command, entrypoint }: ComposeService): string | undefined {
  const given = variables.filter(({ name }) => /^MINIO_(ROOT_PASSWORD|SECRET_KEY)$/.test(name)).at(-1);
  if (given) return given.value === 'minioadmin' ? 'the password that it comes with' : undefined;
  // Another's image has a default of its own, and a file or a script may give one.
  const elsewhere =
    /bitnami/.test(image?.text ?? '') ||
    envFiles.some(({ present }) => !present) ||
    entrypoint !== undefined ||
    variables.some(({ name }) => /^MINIO_(ROOT_PASSWORD_FILE|SECRET_KEY_FILE|CONFIG_ENV_FILE)$/.test(name)) ||
    /MINIO_/.test(command?.text ?? '');
  return elsewhere ? undefined : 'no password but the one that it comes with';
}
