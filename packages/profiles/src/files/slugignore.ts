/** `.slugignore`: which files of the repository Heroku takes away before it builds. */
import type { Project } from '@django-golive/core';

/** Whether a path is taken away. The file has no negated patterns (Heroku's "Slug Compiler", "Ignoring files"). */
export function readSlugIgnore(project: Project): (path: string) => boolean {
  const patterns = (project.file('.slugignore')?.text ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim().replace(/^\//, ''))
    .filter((line) => line !== '' && !line.startsWith('#'));
  const tests = patterns.map(
    (pattern) => new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*')}$`),
  );
  return (path) => tests.some((test) => test.test(path));
}
