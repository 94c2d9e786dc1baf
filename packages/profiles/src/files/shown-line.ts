/** The line of a file that a verdict is about, as it may be shown: one line, secrets masked. */
import { type Located, type Location, maskSource, type Project } from '@django-golive/core';

/** Something to give a verdict about: its place, the line that stands there, and a name that survives edits. */
export function lineAt(project: Project, at: Location, subject: string, name = ''): Located {
  const text = project.file(at.path)?.text ?? '';
  const start = text.lastIndexOf('\n', Math.max(0, at.span.start - 1)) + 1;
  const end = text.indexOf('\n', at.span.start);
  const line = text.slice(start, end < 0 ? text.length : end).trim();
  return {
    at,
    subject: `${at.path}:${subject}`,
    current: maskSource(name, line.length > 160 ? `${line.slice(0, 159)}…` : line),
  };
}

/** Where something that is absent from a file would stand: its last line that is not empty. */
export function endOf(project: Project, path: string): Location | undefined {
  const file = project.file(path);
  if (!file) return undefined;
  const end = file.text.trimEnd().length;
  const start = file.text.lastIndexOf('\n', Math.max(0, end - 1)) + 1;
  return file.at({ start, end });
}
