/** Where a path that the settings work out lies in a container: as far from their file there as it is in the repository. */
import { liesIn, normalizePath, resolvePath } from '../files/paths.js';
import { repositoryPart, systemPath } from '../files/settings-path.js';
import type { Container } from './containers.js';

/** The absolute path; `root` is where the whole repository lies, where that is known. */
export function pathInContainer(
  { service, image }: Container,
  settingsFile: string | undefined,
  path: string,
  root: string | undefined,
): string | undefined {
  const workdir = service?.workdir ?? image?.workdir;
  const inside = repositoryPart(path);
  if (inside === undefined || settingsFile === undefined) return systemPath(path, root, workdir);
  const runs = ({ target }: { target: string }): boolean =>
    workdir !== undefined && (liesIn(workdir, target) || liesIn(target, workdir));
  const mounted = (service?.mounts ?? [])
    .filter(({ kind }) => kind === 'bind')
    .flatMap(({ path, target }) => (path === undefined ? [] : [{ source: normalizePath(path), target }]))
    .filter(runs);
  const copied = [...(image?.copies ?? [])]
    .reverse()
    .map(({ source, target }) => ({ source: normalizePath(`${image?.context ?? ''}/${source}`), target }))
    .sort((a, b) => Number(runs(b)) - Number(runs(a)));
  for (const { source, target } of [...mounted, ...copied]) {
    if (source === undefined || !liesIn(`/${settingsFile}`, `/${source}`)) continue;
    return resolvePath(target, relative(source, inside));
  }
  return root === undefined ? undefined : resolvePath(root, inside);
}

/** The way from one directory of the repository to another. */
function relative(from: string, to: string): string {
  const [start, end] = [from, to].map((path) => path.split('/').filter((part) => part !== ''));
  const shared = (start ?? []).findIndex((part, index) => part !== end?.[index]);
  const same = shared < 0 ? (start?.length ?? 0) : shared;
  return [...(start ?? []).slice(same).map(() => '..'), ...(end ?? []).slice(same)].join('/');
}
