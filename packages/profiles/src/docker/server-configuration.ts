/** The configuration file that a container's gunicorn reads: the one it names, or `gunicorn.conf.py` where it starts. */
import type { Project, SourceFile } from '@django-golive/core';
import { repositoryPathOf } from '../files/container-image.js';
import { type GunicornReader, withGunicornFile } from '../files/gunicorn-config.js';
import { normalizePath } from '../files/paths.js';
import type { Container } from './containers.js';
import { directoryIn } from './repository-directory.js';

/** The container with what its server's file adds to the command line. */
export function withServerFile(project: Project, container: Container, read: GunicornReader): Container {
  const { service, image, main, variables } = container;
  const file = gunicornFileOf(project, container);
  if (!container.server || !file) return container;
  const server = withGunicornFile(container.server, read(file, variables), variables);
  const directory =
    server.directory === container.server.directory
      ? container.directory
      : directoryIn(project, service, image, main, server);
  return { ...container, server, directory };
}

/** Its file in the repository; `undefined` where there is none, or none that can be found. */
function gunicornFileOf(project: Project, container: Container): SourceFile | undefined {
  const { server, image, directory } = container;
  if (server?.server !== 'gunicorn') return undefined;
  const path = server.config?.text.replace(/^file:/, '') ?? 'gunicorn.conf.py';
  if (path.startsWith('python:')) return undefined;
  const inside = path.startsWith('/') ? undefined : normalizePath(`${directory ?? ''}/${path}`);
  const file = inside === undefined ? undefined : project.file(inside);
  if (file || !image || !server.config) return file;
  const found = repositoryPathOf(project, image, path);
  return found === undefined ? undefined : project.file(found);
}
