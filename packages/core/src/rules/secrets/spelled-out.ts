/** Whether a secret stands in a file of the repository, letter for letter: the proof that it is no secret. */
import { type Location, lineSpan, type Project } from '../../source.js';

/** Where it is spelt out, and whether version control may hold that file. */
export interface Spelling {
  readonly at: Location;
  /** False where version control is known not to track the file. */
  readonly inRepository: boolean;
}

/** The first of the files that holds the text, one that is in the repository before one that is not. */
export function spelledOut(project: Project, paths: readonly string[], text: string): Spelling | undefined {
  let outside: Spelling | undefined;
  for (const path of paths) {
    const file = project.file(path);
    const start = file?.text.indexOf(text) ?? -1;
    if (!file || start < 0) continue;
    const line = file.text.slice(0, start).split(/\r\n|\r|\n/).length;
    const spelling = { at: file.at(lineSpan(file.text, line)), inRepository: project.tracked(path) !== false };
    if (spelling.inRepository) return spelling;
    outside ??= spelling;
  }
  return outside;
}
