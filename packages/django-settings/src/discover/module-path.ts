/** Where a dotted module name lies in a project, and which directory its imports start from. */
import type { Project } from '@django-golive/core';
import { inside, upwards } from './searched-files.js';

/** Longer paths no system opens. */
const longestPath = 4096;

/** The file of a module under a directory of imports: a module's own file, or a package's `__init__.py`. */
export function moduleFile(project: Project, root: string, module: string): string | undefined {
  if (module.length > longestPath || !/^[^\W\d]\w*(\.[^\W\d]\w*)*$/u.test(module)) return undefined;
  const base = inside(root, module.replaceAll('.', '/'));
  return [`${base}/__init__.py`, `${base}.py`].find((path) => project.file(path) !== undefined);
}

/** The first of several directories under which a module is found. */
export function findModule(
  project: Project,
  roots: Iterable<string>,
  module: string,
): { readonly root: string; readonly path: string } | undefined {
  for (const root of roots) {
    const path = moduleFile(project, root, module);
    if (path !== undefined) return { root, path };
  }
  return undefined;
}

/** The directory that has a module, wherever it is: the nearest to the top of the list of files. */
export function findAnywhere(
  paths: readonly string[],
  module: string,
): { readonly root: string; readonly path: string } | undefined {
  const base = module.replaceAll('.', '/');
  for (const ending of [`${base}/__init__.py`, `${base}.py`]) {
    const path = paths.find((one) => one === ending || one.endsWith(`/${ending}`));
    if (path !== undefined) return { root: path.slice(0, Math.max(0, path.length - ending.length - 1)), path };
  }
  return undefined;
}

/** The dotted name of a file under a directory of imports; `undefined` where it cannot be imported from there. */
export function moduleName(root: string, path: string): string | undefined {
  if (root !== '' && !path.startsWith(`${root}/`)) return undefined;
  const relative = root === '' ? path : path.slice(root.length + 1);
  const name = relative.replace(/(^|\/)__init__\.py$|\.py$/, '').replaceAll('/', '.');
  return /^[^\W\d]\w*(\.[^\W\d]\w*)*$/u.test(name) ? name : undefined;
}

/** The directory that imports most likely start from for a file: beside a `manage.py`, or above its outermost package. */
export function importRoot(project: Project, path: string): string {
  const directories = upwards(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
  const managed = directories.find((directory) => project.file(inside(directory, 'manage.py')) !== undefined);
  if (managed !== undefined) return managed;
  return directories.find((directory) => project.file(inside(directory, '__init__.py')) === undefined) ?? '';
}
