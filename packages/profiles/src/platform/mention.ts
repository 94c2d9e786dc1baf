/** Words of a platform in the files where a project configures itself. */
import type { Location, Project, SourceFile } from '@django-golive/core';

const configures = /(^|\/)(settings[^/]*\.py|settings\/[^/]+\.py|config\/[^/]+\.py)$/;
const declares = new Set(['requirements.txt', 'Pipfile', 'pyproject.toml']);

/** The first place in settings and requirements, comments left out, that only makes sense on one platform. */
export function firstMention(project: Project, words: RegExp): Location | undefined {
  for (const path of project.paths) {
    if (!configures.test(path) && !declares.has(path)) continue;
    if (/(^|\/)(node_modules|site-packages|tests?)\//.test(path)) continue;
    const file = project.file(path);
    const match = file && words.exec(codeOf(file.text));
    if (file && match) return file.at({ start: match.index, end: match.index + match[0].length });
  }
  return undefined;
}

/** The README of the root. */
export function readmeOf(project: Project): SourceFile | undefined {
  const path = project.paths.find((candidate) => /^readme(\.\w+)?$/i.test(candidate));
  return path === undefined ? undefined : project.file(path);
}

/** Where a project begins that is called after a platform, which nothing in its files may name; a hint, and no more. */
export function calledAfter(project: Project, name: RegExp): Location | undefined {
  if (!name.test(project.name)) return undefined;
  const path = project.paths.find((candidate) => /(^|\/)manage\.py$/.test(candidate)) ?? project.paths[0];
  return path === undefined ? undefined : project.file(path)?.at({ start: 0, end: 0 });
}

/** A text with its comment lines blanked, offsets kept. */
function codeOf(text: string): string {
  return text.replace(/^[ \t]*#.*$/gm, (line) => ' '.repeat(line.length));
}
