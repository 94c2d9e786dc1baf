/** Paths in settings as paths of the running system: the settings reader gives the project a root of its own. */
import { normalizePath, resolvePath } from './paths.js';

/** The root that the settings reader evaluates a project under (`projectRoot` of django-settings). */
const evaluatedRoot = '/golive-project-root';

/** A path of the settings inside the repository, relative to its root; `undefined` where it lies elsewhere. */
export function repositoryPart(path: string): string | undefined {
  if (path === evaluatedRoot) return '';
  return path.startsWith(`${evaluatedRoot}/`) ? normalizePath(path.slice(evaluatedRoot.length + 1)) : undefined;
}

/** The absolute path a setting means on the server, where the repository lies at `root` and processes start in `workdir`. */
export function systemPath(path: string, root: string | undefined, workdir: string | undefined): string | undefined {
  const inside = repositoryPart(path);
  if (inside !== undefined) return root === undefined ? undefined : resolvePath(root, inside);
  if (path.startsWith('/')) return resolvePath('/', path);
  return workdir === undefined ? undefined : resolvePath(workdir, path);
}
