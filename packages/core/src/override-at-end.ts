/** Where a settings file ends by taking what a server has of its own: what is written behind that would undo it. */
import type { Settings } from './facts/settings.js';
import { type Location, lineSpan, type SourceFile } from './source.js';

/** The line that the last part of the file begins with, where that part does nothing but to read files that the repository lacks. */
export function overrideAtEnd(file: SourceFile, overrides: Settings['overrides']): Location | undefined {
  const lines = file.text.split(/\r\n|\r|\n/);
  const own = overrides.filter(({ path, at }) => at.path === file.path && path.endsWith('.py'));
  for (const { at } of own) {
    let first = at.start.line;
    while (first > 1 && /^(\s|$)/.test(lines[first - 1] ?? '')) first -= 1;
    // The statement that stands without an indent may be a later part of `try`.
    while (first > 1 && /^(except|else|elif|finally)\b/.test(lines[first - 1] ?? '')) {
      first -= 1;
      while (first > 1 && /^(\s|$)/.test(lines[first - 1] ?? '')) first -= 1;
    }
    if (!lines.slice(first - 1).some((line) => assigns.test(line))) return file.at(lineSpan(file.text, first));
  }
  return undefined;
}

/** A setting that gets a value, is changed or is taken away. */
const assigns = /^\s*(?:del\s+)?[A-Z][A-Z0-9_]*(?:\[[^\]]*\])*\s*(?:$|[-+|&*]?=(?!=)|:[^=]*=|\.\w+\()/;
