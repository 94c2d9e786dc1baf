/** The line of a file that a verdict is about. */
import { type Located, type Location, type Project, shownLine } from '@django-golive/core';

/** Something to give a verdict about: its place, the line that stands there, and a name that survives edits. */
export function lineAt(project: Project, at: Location, subject: string, name = ''): Located {
  const text = project.file(at.path)?.text ?? '';
  const start = text.lastIndexOf('\n', Math.max(0, at.span.start - 1)) + 1;
  const end = text.indexOf('\n', at.span.start);
  const line = shownLine(text.slice(start, end < 0 ? text.length : end).trim(), name);
  return { at, subject: `${at.path}:${subject}`, current: line.length > 160 ? `${line.slice(0, 159)}…` : line };
}
