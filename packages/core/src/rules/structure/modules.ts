/** The names under which a repository's own files can be imported from some directory of it. */
import type { Project } from '../../source.js';

/** Every package and module by its last name, whatever directory Python may begin in. */
export function modulesIn(project: Project): ReadonlySet<string> {
  const names = new Set<string>();
  for (const path of project.paths) {
    const parts = path.split('/');
    const file = parts.pop() ?? '';
    if (!file.endsWith('.py')) continue;
    names.add(file.slice(0, -3));
    for (const part of parts) names.add(part);
  }
  return names;
}
