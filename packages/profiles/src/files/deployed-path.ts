/** Where a path of the server lies in the repository: the same file by the longest common end. */
import type { Project } from '@django-golive/core';

/** A path of the server and the path of the repository that it is. */
export interface DeployedPath {
  /** Relative to the project's root. */
  readonly path: string;
  /** Where the repository's root lies on the server, absolute. */
  readonly root: string;
}

/** No directory of a server lies deeper; a word of slashes alone would be tried at each of them. */
const deepest = 100;

/** The file or directory of the repository that an absolute path of the server names; `undefined` where it is not there. */
export function deployedFile(project: Project, absolute: string): DeployedPath | undefined {
  const parts = absolute.split('/').filter((part) => part !== '');
  if (parts.length > deepest) return undefined;
  for (let from = 0; from < parts.length; from += 1) {
    const path = parts.slice(from).join('/');
    if (!project.file(path)) continue;
    // A file name alone (`wsgi.py`) is no proof; its directory must agree as well, unless it lies at the root.
    if (
      from === parts.length - 1 &&
      parts.length > 1 &&
      project.paths.filter((item) => item.endsWith(`/${path}`)).length > 0
    )
      return undefined;
    return { path, root: `/${parts.slice(0, from).join('/')}` };
  }
  return undefined;
}

/** Whether a part of the repository is deployed that holds the file: its name and its directory's agree. */
export function liesInPart(project: Project, absolute: string): boolean {
  const [name, directory] = absolute.split('/').reverse();
  return Boolean(name && directory) && project.paths.some((path) => path.endsWith(`/${directory}/${name}`));
}

/** A path of the server relative to the repository's root; `undefined` where it lies outside of it. */
export function relativeTo(root: string, absolute: string): string | undefined {
  const base = root.replace(/\/+$/, '');
  const path = absolute.replace(/\/+$/, '');
  if (path === base) return '';
  return path.startsWith(`${base}/`) ? path.slice(base.length + 1) : undefined;
}
