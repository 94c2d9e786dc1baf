/** One assignment of gunicorn's configuration file, as far as it is a plain text. */
import type { Location, Project } from '@django-golive/core';
import type { ServerCommand } from '../files/application-server.js';

/** The last top-level assignment of a name; its text where it is one literal, and `undefined` where it is computed. */
export function assignedText(
  project: Project,
  server: ServerCommand,
  name: string,
): { readonly text: string | undefined; readonly at: Location } | undefined {
  const path = server.config?.text.replace(/^(file:|\.\/)+/, '') ?? 'gunicorn.conf.py';
  const file = project.file(path);
  const match = file && [...file.text.matchAll(new RegExp(`^${name}[ \\t]*=[ \\t]*([^\\r\\n]*)`, 'gm'))].pop();
  if (!file || !match) return undefined;
  const literal = /^(?:'([^'\\]*)'|"([^"\\]*)")[ \t]*(?:#.*)?$/.exec(match[1] ?? '');
  return {
    text: literal ? (literal[1] ?? literal[2] ?? '') : undefined,
    at: file.at({ start: match.index, end: match.index + match[0].trimEnd().length }),
  };
}
