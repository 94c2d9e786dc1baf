/** What a Dockerfile sets, where `wsgi.py` falls back to a name that nothing finds from where the project starts. */
import { type EntryPoint, purposeOf } from '@django-golive/core';
import { findModule } from './module-path.js';
import type { Search } from './search.js';
import { directoryOf, inside } from './searched-files.js';
import { namesDevelopment } from './settings-modules.js';

const dockerfile = /(^|\/)(Dockerfile(\.[\w.-]+)?|[\w.-]+\.Dockerfile)$/i;
const set = /^[ \t]*ENV[ \t]+(?:[^\n]*[ \t])?DJANGO_SETTINGS_MODULE(?:=|[ \t]+)["']?([\w.]+)["']?(?=\s|$)/gim;

/**
 * `settings.production` for the `production` of `settings/wsgi.py`: as `settings.wsgi` that file finds no module beside itself, so the
 * variable that the image gives decides wherever the site runs.
 */
export function ofImage(search: Search, entry: EntryPoint): EntryPoint {
  const { project, managed } = search;
  const [root] = entry.roots;
  if (entry.path === undefined || entry.at === undefined || entry.fixed || root === undefined) return entry;
  const isInPackage =
    root !== '' &&
    directoryOf(entry.at.path) === root &&
    project.file(inside(root, '__init__.py')) !== undefined &&
    !managed.includes(root);
  if (!isInPackage) return entry;
  const given = project.paths
    .filter((path) => dockerfile.test(path) && purposeOf(path) !== 'development')
    .flatMap((path) => {
      const file = project.file(path);
      return [...(file?.text.matchAll(set) ?? [])].map(({ 1: module = '', index, 0: line }) => ({
        module,
        at: file?.at({ start: index, end: index + line.length }),
      }));
    });
  const [first] = given;
  if (!first || namesDevelopment(first.module) || given.some(({ module }) => module !== first.module)) return entry;
  const found = findModule(project, [...managed, ''], first.module);
  if (!found || !first.at) return entry;
  return {
    ...entry,
    module: first.module,
    path: found.path,
    at: first.at,
    reason: `\`${first.at.path}\` sets it; \`${entry.name}\` would fall back to \`${entry.module}\``,
    candidates: [...new Set([...entry.candidates, ...(entry.module === undefined ? [] : [entry.module])])],
    roots: [found.root],
  };
}
