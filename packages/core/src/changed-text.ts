/** Remedies that change what a file says in one place: the text that is there, as it would be. */
import { maskText } from './describe.js';
import type { Remedy } from './rule.js';
import { keepsSecret, shownLine } from './shown-line.js';
import { type Location, lineSpan, type Project } from './source.js';

/** The code that takes the place of what lies at `at`. What holds a secret, and what does not change, is only shown. */
export function changedText(
  project: Project,
  at: Location,
  change: (text: string) => string,
): Pick<Remedy, 'at' | 'code' | 'path' | 'place'> {
  const text = project.file(at.path)?.text.slice(at.span.start, at.span.end).trim() ?? '';
  const code = change(text);
  const secret = keepsSecret(text, code) || maskText(code) !== code;
  return {
    code: secret ? shownLine(code) : code,
    path: at.path,
    at,
    place: secret || code === text ? 'part' : 'instead',
  };
}

/** The same of the whole line on which something lies. */
export function changedLine(project: Project, at: Location, change: (line: string) => string) {
  const file = project.file(at.path);
  return changedText(project, file ? file.at(lineSpan(file.text, at.start.line)) : at, change);
}
