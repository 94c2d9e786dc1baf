/** Calls of `authenticate()`, as the packages see them that count the failed ones. */
import type { Source } from '../../facts/sources.js';
import { type Location, lineSpan, type Project } from '../../source.js';
import { argumentsAt } from '../call-arguments.js';

/** Django's own function, by its name or by its module's; a backend's method of that name is another. */
const call = /(?<!def\s)(?<![\w.])(?:(?:django\.contrib\.)?auth\.)?authenticate\(/g;

/** The calls that hand no request on, one a line. */
export function callsWithoutRequest(project: Project, files: readonly Source[]): readonly Location[] {
  return files.flatMap(({ path }) => {
    const file = project.file(path);
    if (!file || !/django\.contrib(\.auth)?\s+import[^#]*?\bauth(enticate)?\b/.test(file.text)) return [];
    return [...file.text.matchAll(call)].flatMap(({ 0: { length }, index }) => {
      const line = file.at({ start: index, end: index + length }).start.line;
      const before = file.text.slice(lineSpan(file.text, line).start, index);
      const given = argumentsAt(file.text, index + length);
      // Named, first by its place, or one of those that are handed on together.
      const hasRequest = /\brequest\s*=|\*\*|^\s*\*/.test(given) || !/^\s*(\w+\s*=|$)/.test(given);
      return hasRequest || before.includes('#') ? [] : [file.at({ start: index, end: index + length })];
    });
  });
}
