/** Packages of a pyproject.toml that lie in the repository itself: `path` of uv and Poetry, members of uv's workspace. */
import type { Project, SourceFile } from '@django-golive/core';
import type { Declaration, Inclusion } from './declaration.js';
import { normalizeName } from './names.js';
import { entryOf, readToml, type TomlTable, tableAt, textOf } from './toml.js';

/** What of the declarations is a project beside this one, whose own packages are installed along with it. */
export function localProjects(document: TomlTable, declarations: readonly Declaration[]): readonly Inclusion[] {
  const uv = tableAt(document, 'tool', 'uv', 'sources');
  const poetry = tableAt(document, 'tool', 'poetry');
  const tables = [
    uv,
    tableAt(poetry, 'dependencies'),
    ...Object.values(tableAt(poetry, 'group')).map((group) => tableAt(group, 'dependencies')),
  ];
  return declarations.flatMap((line): readonly Inclusion[] => {
    // Under a marker it is not certain that its packages are there.
    if (line.url === undefined || line.marker !== undefined || line.constraint) return [];
    const sources = tables.flatMap((table) =>
      Object.entries(table).flatMap(([name, source]) => (normalizeName(name) === line.name ? [tableAt(source)] : [])),
    );
    const path = sources.map((source) => textOf(entryOf(source, 'path'))).find((text) => text !== undefined);
    const of = { project: line.extras, kind: line.kind, of: line.name, constraint: false, at: line.at };
    if (path !== undefined) return /\.(?:whl|zip|tgz|tar\.\w+)$/.test(path) ? [] : [{ ...of, path }];
    const isMember = sources.some((source) => entryOf(source, 'workspace') === true);
    return isMember ? [{ ...of, path: line.name, member: true }] : [];
  });
}

/** Whether a file is the pyproject.toml of a package. */
export function isProjectNamed(file: SourceFile, name: string): boolean {
  if (
    !file.text
      .toLowerCase()
      .replace(/[-_.]+/g, '-')
      .includes(name)
  )
    return false;
  return normalizeName(textOf(entryOf(tableAt(readToml(file.text).value, 'project'), 'name')) ?? '') === name;
}

/** Whether a package of a name is made of this repository, as a pyproject.toml, setup.cfg or setup.py of it says. */
export function isProjectOfRepository(project: Project, name: string): boolean {
  return project.paths.some((path) => {
    const [file] = /(?:^|\/)(?:pyproject\.toml|setup\.(?:cfg|py))$/.test(path) ? [project.file(path)] : [];
    if (!file) return false;
    if (path.endsWith('.toml')) return isProjectNamed(file, name);
    const written = /^[ \t]*(?:setup\s*\(\s*)?name[ \t]*=\s*["']?([\w.-]+)/m.exec(file.text.replace(/\(/g, '(\n'))?.[1];
    return written !== undefined && normalizeName(written) === name;
  });
}
