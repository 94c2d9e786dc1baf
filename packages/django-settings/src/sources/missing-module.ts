/** Modules of the project's own packages that an import names and the repository lacks. */
import { type Project, pathsBelow } from '@django-golive/core';
import { findModule } from '../discover/module-path.js';
import { directoryOf, inside } from '../discover/searched-files.js';

/** Code of a package that may find its modules elsewhere, or make them. */
const findsElsewhere = /__path__|pkg_resources|sys\.modules|__getattr__|\bimporter\b/;
/** Files that a build makes beside the others. */
const made = /(_pb2(_grpc)?|(^|\.)_?_?version(_?info)?_?_?|_build|build_info|generated|_autogen)$/i;

/**
 * The first part of a dotted name that is not there, though the packages above it are the project's own: of
 * `shop.local.keys`, `shop.local`. Of `from shop import local`, where `shop/__init__.py` is empty, the same.
 */
export function missingModule(
  project: Project,
  roots: readonly string[],
  { module, names }: { readonly module: string; readonly names: readonly string[] },
  around: readonly string[],
): string | undefined {
  const parts = module.split('.');
  let empty = false;
  for (const [index] of parts.entries()) {
    const name = parts.slice(0, index + 1).join('.');
    const found = findModule(project, roots, name)?.path;
    if (found === undefined) {
      // A directory without `__init__.py` may be an installed package's, unless the importing file stands in it.
      if (isDirectory(project, roots, name)) {
        if (around.slice(0, index + 1).join('.') !== name) return undefined;
        empty = true;
        continue;
      }
      return index > 0 && !isMade(project, roots, name) ? name : undefined;
    }
    const text = project.file(found)?.text ?? '';
    if (!found.endsWith('/__init__.py') || findsElsewhere.test(text)) return undefined;
    empty = /^\s*(#[^\n]*\s*)*$/.test(text);
  }
  if (!empty) return undefined;
  return names
    .filter((name) => name !== '*')
    .map((name) => `${module}.${name}`)
    .find(
      (name) =>
        findModule(project, roots, name) === undefined &&
        !isDirectory(project, roots, name) &&
        !isMade(project, roots, name),
    );
}

function isDirectory(project: Project, roots: readonly string[], name: string): boolean {
  return roots.some((root) => project.isDirectory(inside(root, name.replaceAll('.', '/'))));
}

/** Whether a build makes the module, or it is there in another form: compiled, or as a file that was not read. */
function isMade(project: Project, roots: readonly string[], name: string): boolean {
  if (made.test(name)) return true;
  return roots.some((root) => {
    const base = inside(root, name.replaceAll('.', '/'));
    const files = [...pathsBelow(project, directoryOf(base)), ...project.skipped.map(({ path }) => path)];
    return files.some((path) => path.startsWith(`${base}.`) || path === base);
  });
}
