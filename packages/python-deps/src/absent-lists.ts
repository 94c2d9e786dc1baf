/** Requirements files that a build installs and the repository does not hold: nobody sees here what they list. */
import type { Project } from '@django-golive/core';
import type { BuildText } from './build-texts.js';
import { purposeOf } from './dependency-groups.js';
import type { NamedFile, UnseenList } from './install-commands.js';

/** Each of them that nothing in the build writes or fetches. */
export function absentLists(
  project: Project,
  texts: readonly BuildText[],
  requirements: readonly NamedFile[],
): readonly UnseenList[] {
  const names = new Set(project.paths.map(nameOf));
  return requirements.flatMap(({ path, by, doubted, at }): readonly UnseenList[] => {
    const name = nameOf(path);
    if (!at || doubted || names.has(name) || purposeOf(path) === 'dev' || isMade(name, texts)) return [];
    // Where the image has it, nobody looks for it in the repository.
    const written = project.file(at.path)?.text.slice(at.span.start, at.span.end) ?? path;
    const why = `\`${/[$\s]/.test(written) ? path : written}\` is not in the repository: what it lists is not known, and the build stops here unless something else puts it there`;
    return [{ at, by, why }];
  });
}

/** What a command may make, take from another image, or fetch with more. */
function isMade(name: string, texts: readonly BuildText[]): boolean {
  const word = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const made = new RegExp(
    `(?:>|\\s-o|--output|--from=|\\b(?:tee|mv|cp|ln|sed|curl|wget|touch|find|compile|export|lock)\\b)[^\\n]{0,500}${word}`,
  );
  // An image may be copied from, or a repository cloned, with whatever it holds.
  return texts.some(
    ({ text }) =>
      made.test(text) ||
      /\bgit\s+clone\b|^[ \t]*(?:COPY|ADD)\s+(?:--\S+\s+)*(?:https?:|\S+\.(?:tar|tgz|zip|gz))/im.test(text) ||
      (/--from=/.test(text) && !text.includes(`COPY ${name}`) && /--from=\S+\s+(?:--\S+\s+)*\/\S*\s/.test(text)),
  );
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
