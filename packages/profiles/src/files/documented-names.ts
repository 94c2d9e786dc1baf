/** The variables that a project's sample environment files document: names, never values. */
import type { Location, Project } from '@django-golive/core';
import { isExampleEnvFile, readEnvFile } from './env-file.js';

const skipped = /(^|\/)(node_modules|frontend|client|docs?|tests?)\//;

/** Each name once, where it is documented first. */
export function documentedNames(project: Project): readonly { readonly name: string; readonly at: Location }[] {
  const found = new Map<string, Location>();
  for (const path of project.paths) {
    if (!isExampleEnvFile(path) || skipped.test(path) || /\.(py|md|rst|js|ts|tsx|ya?ml|json|html)$/.test(path))
      continue;
    const file = project.file(path);
    if (!file) continue;
    for (const line of readEnvFile(file)) if (!found.has(line.name)) found.set(line.name, line.at);
  }
  return [...found].map(([name, at]) => ({ name, at }));
}
