/** Where a server looks for the module it serves. */
import type { Dependencies, Project } from '@django-golive/core';
import type { AppJson } from '../files/app-json.js';
import type { ServerCommand } from '../files/application-server.js';
import type { Invocation } from '../files/invocation.js';
import { normalizePath } from '../files/paths.js';

/** The directories imports start from; `undefined` where the line leaves that to the environment. */
export function importRoots(server: ServerCommand): readonly string[] | undefined {
  return rootsOf(server.invocation, server.directory?.text, server.options.get('--pythonpath')?.text);
}

/** The same for any program; `named` are those that its options name. */
export function rootsOf(
  { directory, variables }: Pick<Invocation, 'directory' | 'variables'>,
  ...named: readonly (string | undefined)[]
): readonly string[] | undefined {
  const roots = [...named, directory, variables.find(({ name }) => name === 'PYTHONPATH')?.value]
    .flatMap((value) => value?.split(/[:,]/) ?? [])
    .map((path) => path.replace(/^(\/app|\$HOME|\$\{HOME\}|\$PWD)(\/|$)/, ''));
  if (roots.some((root) => root !== '' && root !== '$PYTHONPATH' && /[$`]|^\//.test(root))) return undefined;
  // The build pack puts the root of the repository on PYTHONPATH.
  return [...new Set([...roots.flatMap((root) => (root.startsWith('$') ? [] : (normalizePath(root) ?? []))), ''])];
}

/** Whether a build pack may move a subdirectory to the root: what a line starts is not judged from there. */
export function mayBeMoved(project: Project, app: AppJson | undefined, homes: readonly string[]): boolean {
  return (
    (app?.buildpacks.some(({ url }) => /subdir|monorepo|multi-procfile/.test(url)) ?? false) ||
    homes.some((home) => project.file(`${home}/Procfile`))
  );
}

/** The file of a dotted module below one of the roots. */
export function moduleFile(project: Project, module: string, roots: readonly string[]): string | undefined {
  const relative = module.replaceAll('.', '/');
  for (const root of roots) {
    const base = root === '' ? relative : `${root}/${relative}`;
    for (const path of [`${base}.py`, `${base}/__init__.py`]) if (project.file(path)) return path;
  }
  return undefined;
}

/** The directories, other than the root, below which a dotted module lies. */
export function homesOf(project: Project, module: string): readonly string[] {
  const ending = `/${module.replaceAll('.', '/')}.py`;
  return project.paths.filter((path) => path.endsWith(ending)).map((path) => path.slice(0, -ending.length));
}

/** Whether a declared package may hold an import name. */
export function declaredName(dependencies: Dependencies, name: string): boolean {
  const plain = name.replaceAll('_', '-').toLowerCase();
  return (
    dependencies.get(plain) !== undefined ||
    dependencies.providing(name).some((distribution) => dependencies.get(distribution)) ||
    dependencies.all.some((dependency) => dependency.url !== undefined && dependency.name.includes(plain))
  );
}
