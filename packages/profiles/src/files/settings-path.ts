/** Paths in settings as paths of the running system: the settings reader gives the project a root of its own. */
import { projectRoot } from '@django-golive/core';
import { normalizePath, resolvePath } from './paths.js';

/** A path of the settings inside the repository, relative to its root; `undefined` where it lies elsewhere. */
export function repositoryPart(path: string): string | undefined {
  if (path === projectRoot) return '';
  return path.startsWith(`${projectRoot}/`) ? normalizePath(path.slice(projectRoot.length + 1)) : undefined;
}

/** The absolute path a setting means on the server, where the repository lies at `root` and processes start in `workdir`. */
export function systemPath(path: string, root: string | undefined, workdir: string | undefined): string | undefined {
  const inside = repositoryPart(path);
  if (inside !== undefined) return root === undefined ? undefined : resolvePath(root, inside);
  if (path.startsWith('/')) return resolvePath('/', path);
  return workdir === undefined ? undefined : resolvePath(workdir, path);
}
