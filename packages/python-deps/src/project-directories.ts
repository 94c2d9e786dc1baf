/** Where in a repository the project itself lies, as opposed to samples, tests and other projects beside it. */
import type { Project } from '@django-golive/core';
import { purposeOf } from './dependency-groups.js';

const FOREIGN =
  /(?:^|\/)(?:node_modules|site-packages|vendor|third[-_]party|fixtures?|testdata|\.[^/]+|[^/]*\{\{[^/]*)\//;

/** Whether a path belongs to somebody else: installed packages, fixtures, templates of projects. */
export function isForeign(path: string): boolean {
  return FOREIGN.test(path);
}

/** The directory of a path, `''` at the root. */
export function directoryOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

/** How many parts a path has. */
export function depthOf(path: string): number {
  return path === '' ? 0 : path.split('/').length;
}

/** The root, where the outermost `manage.py` lies, and what is between. */
export function projectDirectories(project: Project): ReadonlySet<string> {
  const managed = project.paths
    .filter((path) => /(?:^|\/)manage\.py$/.test(path) && !isForeign(path) && !isForDevelopment(path))
    .map(directoryOf);
  const nearest = Math.min(...managed.map(depthOf));
  const homes = new Set(['']);
  for (const directory of managed.filter((path) => depthOf(path) === nearest)) {
    for (let home = directory; home !== ''; home = directoryOf(home)) homes.add(home);
  }
  return homes;
}

/** Whether a path lies in a project of its own, beside the one that is audited: another Django, or a service with packages of its own. */
export function isInOtherProject(project: Project, homes: ReadonlySet<string>, path: string): boolean {
  // Without a manage.py, what the project itself is, is not known.
  const known = homes.size > 1 || project.file('manage.py') !== undefined;
  const own = known ? ['manage.py', 'pyproject.toml', 'uv.lock', 'poetry.lock', 'Pipfile'] : ['manage.py'];
  for (let directory = directoryOf(path); directory !== ''; directory = directoryOf(directory)) {
    if (homes.has(directory)) return false;
    if (own.some((name) => project.file(`${directory}/${name}`))) return true;
  }
  return false;
}

function isForDevelopment(path: string): boolean {
  return directoryOf(path)
    .split('/')
    .some((part) => purposeOf(part) === 'dev');
}
