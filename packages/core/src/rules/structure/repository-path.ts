/** Paths of settings as paths of the repository: the settings reader evaluates a project under a root of its own. */

import { projectRoot } from '../../project-root.js';

/** An absolute path without `.`, `..`, doubled and closing slashes, as `os.path.abspath` leaves it. */
export function tidy(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return `${path.startsWith('/') ? '/' : ''}${parts.join('/')}`;
}

/** The part of a path inside the repository; `undefined` where it lies outside of it or is relative. */
export function repositoryPath(path: string): string | undefined {
  const whole = tidy(path);
  if (whole === projectRoot) return '';
  return whole.startsWith(`${projectRoot}/`) ? whole.slice(projectRoot.length + 1) : undefined;
}

/** Whether a path is a directory or lies in it. */
export function isWithin(path: string, directory: string): boolean {
  const [inner, outer] = [tidy(path), tidy(directory)];
  return inner === outer || inner.startsWith(`${outer}/`);
}

/** A path for a sentence: inside the repository, relative to it. */
export function shownPath(path: string): string {
  const inside = repositoryPath(path);
  return inside === undefined ? path : inside === '' ? '.' : inside;
}
