/** `.slugignore`: which files of the repository Heroku takes away before it builds. */
import type { Project } from '@django-golive/core';

/** Whether a path is taken away. The file has no negated patterns (Heroku's "Slug Compiler", "Ignoring files"). */
export function readSlugIgnore(project: Project): (path: string) => boolean {
  const patterns = (project.file('.slugignore')?.text ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim().replace(/^\//, ''))
    .filter((line) => line !== '' && !line.startsWith('#'));
  return (path) => patterns.some((pattern) => fits(pattern, path));
}

/** Whether a pattern is the whole of a path, where `*` stands for anything within a name: in as many steps as both are long. */
function fits(pattern: string, path: string): boolean {
  let [inPattern, inPath, star, from] = [0, 0, -1, 0];
  while (inPath < path.length) {
    if (pattern[inPattern] === '*') {
      star = inPattern;
      from = inPath;
      inPattern += 1;
    } else if (pattern[inPattern] === path[inPath]) {
      inPattern += 1;
      inPath += 1;
    } else if (star >= 0 && path[from] !== '/') {
      // The last star takes one letter more.
      from += 1;
      inPath = from;
      inPattern = star + 1;
    } else return false;
  }
  while (pattern[inPattern] === '*') inPattern += 1;
  return inPattern === pattern.length;
}
