/** An environment file that lies in the build's context and is copied into the image with the rest. */
import { cwe, defineRule, minutes, type Project, project, web } from '@django-golive/core';
import type { ComposeService } from '../../files/compose-model.js';
import type { ContainerImage, CopiedFiles } from '../../files/container-image.js';
import { ignores, readDockerIgnore } from '../../files/dockerignore.js';
import { isExampleEnvFile, readEnvFile } from '../../files/env-file.js';
import { directoryOf, normalizePath } from '../../files/paths.js';
import { secretTextOf } from '../../files/secret-text.js';
import { lineAt } from '../../files/shown-line.js';
import { type Container, containers } from '../containers.js';

/** Whether a file is this machine's own, or spells a secret out: a committed file of harmless values may be copied. */
function holdsSecret(project: Project, path: string): boolean {
  const file = project.file(path);
  if (project.tracked(path) === false) return true;
  return (
    file !== undefined && readEnvFile(file).some(({ name, value }) => secretTextOf(name, value ?? '') === 'secret')
  );
}

/** Whether a file lies where the copy begins and is called `.env`, or lies among those of production in a directory of such files. */
const isEnvFile = (path: string): boolean =>
  /^\.env(\.[\w-]+)*$/.test(path) || /^\.envs\/\.?prod(uction)?\/\.?[\w.-]+$/.test(path);

/** Whether the build itself reads the file, as a command of the Dockerfile says: without it the image is not built. */
function isOfBuild(project: Project, { dockerfile }: ContainerImage, path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const lines = (project.file(dockerfile.path)?.text ?? '').split('\n');
  return name !== '.env' && lines.some((line) => !/^\s*(?:#|COPY\b|ADD\b)/i.test(line) && line.includes(name));
}

const copiesWhole = ({ source }: CopiedFiles): boolean => /^(\.|\.\/|\/|\*)?$/.test(source);

/** The file of variables that goes into an image where it lies beside its sources: `.env`, or one that Compose asks for. */
export function takenEnvFile(project: Project, all: readonly Container[]): string | undefined {
  const [taken] = all.flatMap(({ django, image, service }) => {
    if (!django || !image?.copies.some(copiesWhole)) return [];
    const ignore = readDockerIgnore(project, image.context, image.dockerfile.path);
    return ['.env', ...absentFiles(image, service)].filter((path) => !ignores(ignore, path));
  });
  return taken;
}

/** The files that Compose reads beside the sources of an image and that the repository lacks, as the build sees them. */
function absentFiles({ context }: ContainerImage, service: ComposeService | undefined): readonly string[] {
  return (service?.envFiles ?? []).flatMap(({ path, present }) =>
    !present && directoryOf(path) === context && !isExampleEnvFile(path)
      ? path.slice(context === '' ? 0 : context.length + 1)
      : [],
  );
}

/** How the container gets the variables of a file that only the copy brings it; empty where it is given them already. */
function givenFirst(project: Project, service: ComposeService | undefined, path: string): string {
  const file = project.file(path);
  const names = file ? readEnvFile(file).map(({ name }) => name) : [];
  const given = service?.variables.map(({ name }) => name) ?? [];
  // A directory of the repository that is mounted over the image brings the file along.
  const mounted = service?.mounts.some(
    ({ path: source }) => source !== undefined && path.startsWith(source === '' ? '' : `${source}/`),
  );
  if (service?.envFiles.some((one) => one.path === path) || mounted || names.every((name) => given.includes(name)))
    return '';
  const how = service ? `\`env_file\` of the service \`${service.name}\`` : `\`docker run --env-file ${path}\``;
  return ` Give the container its variables first, with ${how}: today they reach it by the copy alone, and without them settings that only ask become \`None\` or fall back.`;
}

/** Whether Compose fills in a secret that nothing in the file stands in for: it is in a `.env` there, most often. */
const interpolates = ({ variables }: ComposeService): boolean =>
  variables.some(
    ({ name, raw }) => /SECRET|PASSWORD/.test(name) && /^\$(?:\w+|\{\w+(?::?\?[^}]*)?\})$/.test(raw ?? ''),
  );

export const envFileCopied = defineRule({
  id: 'docker/env-file-copied',
  title: 'The image gets the environment file',
  sound: 'No environment file lies where the image copies from',
  category: 'secrets',
  severity: 'high',
  effort: minutes(10),
  risk: 'Whoever has the image reads the secrets of the machine it was built on.',
  references: [
    cwe(538),
    web('Docker: .dockerignore files', 'https://docs.docker.com/build/concepts/context/#dockerignore-files'),
  ],
  since: '0.1.0',
  needs: { project, containers },
  problems: { copied: '`{copy}` of `{path}` copies `{file}`, which no `.dockerignore` leaves out.' },
  questions: {
    local:
      '`{copy}` of `{path}` copies the whole context, and no `.dockerignore` leaves `{file}` out. Is there one where the image is built?',
  },
  when: ({ containers }) => containers.all.some(({ django, image }) => django && image !== undefined),
  *check({ project, containers }, { problem, question }) {
    const seen = new Set<string>();
    for (const { django, image, service } of containers.all) {
      if (!django || !image) continue;
      const ignore = readDockerIgnore(project, image.context, image.dockerfile.path);
      for (const copy of image.copies) {
        const source = normalizePath(`${image.context}/${copy.source}`);
        const whole = copiesWhole(copy);
        const key = `${copy.at.path}:${copy.at.span.start}`;
        if (source === undefined || !whole || seen.has(key)) continue;
        const directory = source === '' || copy.source === '*' ? image.context : source;
        const relative = (path: string): string => (image.context === '' ? path : path.slice(image.context.length + 1));
        const all = project.paths.filter(
          (path) =>
            !isExampleEnvFile(path) &&
            (directory === '' || path.startsWith(`${directory}/`)) &&
            isEnvFile(path.slice(directory === '' ? 0 : directory.length + 1)),
        );
        const needed = all.filter((path) => isOfBuild(project, image, path));
        const files = all.filter((path) => !needed.includes(path) && holdsSecret(project, path));
        const file = files.find((path) => !ignores(ignore, relative(path)));
        const data = { copy: `${copy.source} ${copy.target}`, path: image.dockerfile.path };
        const about = lineAt(project, copy.at, 'copy');
        const remedy = {
          summary: `Leave it out with a \`.dockerignore\` beside the context; Docker does not read \`.gitignore\`.${file === undefined ? '' : givenFirst(project, service, file)}`,
          code: [
            '.env',
            '.env.*',
            ...(file?.includes('.envs/') ? ['.envs'] : []),
            ...needed.map((path) => `!${relative(path)}`),
            '.git',
            '*.sqlite3',
            '',
          ].join('\n'),
          language: 'text' as const,
          path: image.context === '' ? '.dockerignore' : `${image.context}/.dockerignore`,
        };
        if (file !== undefined) {
          seen.add(key);
          yield { ...problem('copied', about, { ...data, copy: `COPY ${data.copy}`, file }), remedy };
        } else if (files.length === 0 && service !== undefined) {
          // Compose reads such a file there, so whoever builds has one, though the repository has not.
          const read = [
            ...absentFiles(image, service),
            ...(directoryOf(service.at.path) === image.context && interpolates(service) ? ['.env'] : []),
          ];
          const local = read.find((path) => !ignores(ignore, path));
          if (local === undefined) continue;
          seen.add(key);
          yield question('local', about, { ...data, copy: `COPY ${data.copy}`, file: local });
        }
      }
    }
  },
});
