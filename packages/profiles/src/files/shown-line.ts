/** The line of a file that a verdict is about, as it may be shown: one line, secrets masked. */
import { isSensitiveName, type Located, type Location, masked, maskSource, type Project } from '@django-golive/core';

/** Something to give a verdict about: its place, the line that stands there, and a name that survives edits. */
export function lineAt(project: Project, at: Location, subject: string, name = ''): Located {
  const text = project.file(at.path)?.text ?? '';
  const start = text.lastIndexOf('\n', Math.max(0, at.span.start - 1)) + 1;
  const end = text.indexOf('\n', at.span.start);
  const line = shownLine(text.slice(start, end < 0 ? text.length : end).trim(), name);
  return { at, subject: `${at.path}:${subject}`, current: line.length > 160 ? `${line.slice(0, 159)}…` : line };
}

/** A line without its secrets. `name` is the variable it is about: where that is a secret, nothing behind it is shown. */
export function shownLine(line: string, name = ''): string {
  const plain = maskSource(name, line).replace(
    /(?<![\w-])([\d-]*)([A-Za-z_][\w-]*)(["']?\s*[=:]\s*)("[^"]*"|'[^']*'|\S+)/g,
    (whole, before: string, key: string, sign: string, value: string) =>
      isSensitiveName(key) && !/^["']?\$\{?\w+(:?\?[^}]*)?\}?["']?$/.test(value)
        ? `${before}${key}${sign}${masked}`
        : whole,
  );
  const place = name !== '' && isSensitiveName(name) ? plain.indexOf(name) : -1;
  if (place < 0) return plain;
  const before = plain.slice(0, place + name.length);
  const rest = plain.slice(before.length);
  return rest.trim() === '' ? plain : `${before}${/^["']?\s*[=:]?\s*/.exec(rest)?.[0] ?? ' '}${masked}`;
}
