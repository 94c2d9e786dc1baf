/** Which directory of the repository a path of a container is: what is mounted there, or what its image copies. */
import type { Project } from '@django-golive/core';
import type { ServerCommand } from '../files/application-server.js';
import type { ComposeService } from '../files/compose-model.js';
import { type ContainerImage, repositoryPathOf } from '../files/container-image.js';
import { directoryOf, normalizePath, resolvePath } from '../files/paths.js';
import type { StartedProgram } from './start-programs.js';

/** The repository's directory that the program starts in, through bind mounts and COPY lines. */
export function directoryIn(
  project: Project,
  service: ComposeService | undefined,
  image: ContainerImage | undefined,
  main: StartedProgram | undefined,
  server: ServerCommand | undefined,
): string | undefined {
  const workdir = service?.workdir ?? image?.workdir;
  if (workdir === undefined) return undefined;
  const gone = [main?.invocation.directory, server?.directory?.text].filter((part) => part !== undefined);
  if (gone.some((part) => part.includes('$'))) return undefined;
  return repositoryDirectory(
    project,
    service,
    image,
    gone.reduce((path, part) => resolvePath(path, part), workdir),
  );
}

/** The directory of the repository at a path of a container. */
function repositoryDirectory(
  project: Project,
  service: ComposeService | undefined,
  image: ContainerImage | undefined,
  path: string,
): string | undefined {
  for (const mount of service?.mounts ?? []) {
    if (mount.path === undefined || (path !== mount.target && !path.startsWith(`${mount.target}/`))) continue;
    const inside = normalizePath(`${mount.path}/${path.slice(mount.target.length)}`);
    if (inside !== undefined && project.isDirectory(inside)) return inside;
  }
  const found = image && repositoryPathOf(project, image, path);
  if (found === undefined) return undefined;
  return project.isDirectory(found) ? found : directoryOf(found);
}
