/** The names under which a repository's own files can be imported from some directory of it. */
import type { Project } from '../../source.js';

/** Every package and module by its last name, whatever directory Python may begin in. */
export function modulesIn(project: Project): ReadonlySet<string> {
  const names = new Set<string>();
  for (const path of project.paths) {
    const parts = path.split('/');
    // `local_settings.py.example` is copied to its place on each machine.
    const [, module] = /^([^.]+)\.py([-._]\w+)?$/.exec(parts.pop() ?? '') ?? [];
    if (module === undefined) continue;
    names.add(module);
    for (const part of parts) names.add(part);
  }
  return names;
}
