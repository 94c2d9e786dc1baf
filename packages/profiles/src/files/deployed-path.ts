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

/** A directory of the repository and the directory of the server that it is there, whatever it is called. */
export interface DeployedPart {
  /** Relative to the project's root; empty for the root itself. */
  readonly directory: string;
  /** Absolute. */
  readonly place: string;
}

/**
 * The part of the repository that a script of the server lies in, by the longest end that its path shares with a file's: its name
 * and its directory's at least. `undefined` where several files share it.
 */
export function deployedPart(project: Project, absolute: string): DeployedPart | undefined {
  const whole = deployedFile(project, absolute);
  if (whole) return { directory: '', place: whole.root };
  const parts = absolute.split('/').filter((part) => part !== '');
  if (parts.length > deepest) return undefined;
  for (let from = 1; from < parts.length - 1; from += 1) {
    const end = `/${parts.slice(from).join('/')}`;
    const [path, ...others] = project.paths.filter((item) => item.endsWith(end));
    if (path === undefined) continue;
    if (others.length > 0) return undefined;
    return { directory: path.slice(0, -end.length), place: `/${parts.slice(0, from).join('/')}` };
  }
  return undefined;
}

/** Where a path of the repository lies on the server; `undefined` outside of the part that is known. */
export function onServer({ directory, place }: DeployedPart, path: string): string | undefined {
  const inside = relativeTo(`/${directory}`, `/${path}`);
  return inside === undefined ? undefined : inside === '' ? place : `${place.replace(/\/+$/, '')}/${inside}`;
}

/** Which path of the repository a path of the server is; `undefined` outside of the part that is known. */
export function inRepository({ directory, place }: DeployedPart, absolute: string): string | undefined {
  const inside = relativeTo(place, absolute);
  return inside === undefined ? undefined : [directory, inside].filter((part) => part !== '').join('/');
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
