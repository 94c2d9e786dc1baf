/** Slash-separated paths, of the repository (relative) and of a running system (absolute). */

/** A relative path without `.`, `..` and doubled slashes; `undefined` where it leaves its root. */
export function normalizePath(path: string): string | undefined {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/** An absolute path from a base and a path that may be relative. Never ends in a slash, but for the root. */
export function resolvePath(base: string, path: string): string {
  return `/${normalizePath(path.startsWith('/') ? path : `${base}/${path}`) ?? ''}`;
}

/** The directory of a relative path; `''` for the root. */
export function directoryOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** Whether an absolute path is a directory or lies in it. */
export function liesIn(path: string, directory: string): boolean {
  const base = directory.replace(/\/+$/, '');
  return path === base || path.startsWith(`${base}/`);
}
