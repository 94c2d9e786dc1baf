/** The configuration file that a container's gunicorn reads: the one it names, or `gunicorn.conf.py` where it starts. */
import type { Project, SourceFile } from '@django-golive/core';
import { repositoryPathOf } from '../files/container-image.js';
import { normalizePath } from '../files/paths.js';
import type { Container } from './containers.js';

/** Its file in the repository; `undefined` where there is none, or none that can be found. */
export function gunicornFileOf(project: Project, container: Container): SourceFile | undefined {
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
