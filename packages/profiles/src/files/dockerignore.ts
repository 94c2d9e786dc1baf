/** `.dockerignore`: which files of a context a build does not see. */
import type { Project } from '@django-golive/core';

/** Its patterns in order; the last one that matches decides. */
export interface DockerIgnore {
  readonly patterns: readonly { readonly matches: RegExp; readonly keeps: boolean }[];
}

/** The file that a build of this Dockerfile reads: one named after it comes before the context's own. */
export function readDockerIgnore(project: Project, context: string, dockerfile: string): DockerIgnore {
  const own = context === '' ? '.dockerignore' : `${context}/.dockerignore`;
  const file = project.file(`${dockerfile}.dockerignore`) ?? project.file(own);
  const lines = (file?.text ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  return {
    patterns: lines.slice(0, 1000).map((line) => {
      const keeps = line.startsWith('!');
      return { keeps, matches: patternOf((keeps ? line.slice(1) : line).replace(/^\.?\//, '').replace(/\/+$/, '')) };
    }),
  };
}

/** Whether a path of the context stays out of the build. */
export function ignores(ignore: DockerIgnore, path: string): boolean {
  let ignored = false;
  for (const { matches, keeps } of ignore.patterns) if (matches.test(path)) ignored = !keeps;
  return ignored;
}

/** Go's `filepath.Match` with `**`: a pattern that matches a directory takes all that is in it. */
function patternOf(pattern: string): RegExp {
  let source = '';
  for (let index = 0; index < pattern.length; index += 1) {
    const char = pattern[index] ?? '';
    if (char === '*' && pattern[index + 1] === '*') {
      // `**/` also stands for no directory at all.
      const slash = pattern[index + 2] === '/';
      source += slash ? '(?:.*/)?' : '.*';
      while (pattern[index + 1] === '*') index += 1;
      if (slash) index += 1;
    } else if (char === '*') source += '[^/]*';
    else if (char === '?') source += '[^/]';
    else source += char.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  }
  return new RegExp(`^${source}(?:/|$)`);
}
