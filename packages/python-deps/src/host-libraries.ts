/** Packages that a host installs by its own file: the `libraries` of `app.yaml` on App Engine, of `config.yaml` on hosts like it. */
import type { Project, SourceFile } from '@django-golive/core';
import { type Declaration, declare } from './declaration.js';
import { isForeign } from './project-directories.js';
import type { ReadManifest } from './read-manifests.js';
import { parseRequirement } from './requirement.js';

const LIST = /^libraries:[ \t]*(?:#.*)?\r?\n/m;
const ENTRY = /^[ \t]*-[ \t]*name:[ \t]*["']?([\w.-]+)["']?[ \t]*\r?\n[ \t]*version:[ \t]*["']?([\w.]+)["']?/gm;

/** Each such file as a manifest of what it names. */
export function readHostLibraries(project: Project): readonly ReadManifest[] {
  return project.paths.flatMap((path) => {
    if (!/(^|\/)(app|config)\.yaml$/.test(path) || isForeign(path)) return [];
    const file = project.file(path);
    const declarations = file ? libraries(file) : [];
    if (declarations.length === 0) return [];
    const plan = {
      path,
      format: 'requirements' as const,
      kind: 'runtime' as const,
      rank: 6,
      because: 'the host installs what it names',
    };
    const { format } = plan;
    return [
      {
        plan,
        reading: { path, format, lock: false, declarations, includes: [], sources: [], problems: [] },
        constraint: false,
      },
    ];
  });
}

function libraries(file: SourceFile): readonly Declaration[] {
  const text = file.text.slice(0, 100_000);
  const list = LIST.exec(text);
  if (!list) return [];
  const from = list.index + list[0].length;
  // The next key at the beginning of a line ends the list.
  const [entries = ''] = text.slice(from).split(/^(?=\w)/m, 1);
  return [...entries.matchAll(ENTRY)].flatMap((entry) => {
    const [declared, name = '', version = ''] = entry;
    // A version names a line of releases, of which the host chooses one.
    const { requirement } = parseRequirement(/^\d/.test(version) ? `${name}==${version}.*` : name);
    if (!requirement) return [];
    const at = file.at({ start: from + entry.index, end: from + entry.index + declared.length });
    return [declare(requirement, { at, kind: 'runtime', declared: `${name} ${version}` })];
  });
}
