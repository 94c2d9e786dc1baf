/** The Procfile: which processes a platform starts, and with which command. */
import { defineFact, type Location, lineSpan, type Project, project } from '@django-golive/core';
import { type Invocation, invocationsOfLine } from './invocation.js';

/** One line of a Procfile. */
export interface ProcfileEntry {
  /** `web`, `worker`, `release`. */
  readonly name: string;
  readonly command: string;
  /** The whole line. */
  readonly at: Location;
  /** The command alone. */
  readonly commandAt: Location;
  /** The programs that the command starts, in order. */
  readonly invocations: readonly Invocation[];
}

/** A Procfile at the root of the repository. */
export interface Procfile {
  readonly path: string;
  /** The first line, for what is said of the file itself. */
  readonly at: Location;
  readonly entries: readonly ProcfileEntry[];
  entry(name: string): ProcfileEntry | undefined;
}

/** The Procfile, or what stands in its place. */
export interface ProcfileSearch {
  readonly found: Procfile | undefined;
  /** A file at the root that looks like one and that no platform reads, because its name is spelt otherwise. */
  readonly misnamed: Location | undefined;
}

/** The Procfile of the project. */
export const procfile = defineFact({
  id: 'procfile',
  needs: { project },
  derive: ({ project }): ProcfileSearch => {
    const found = readProcfile(project, 'Procfile');
    const other = found
      ? undefined
      : project.paths.find((path) => /^procfile(\.txt|\.md|\.yml|\.yaml|\.ini)?$/i.test(path));
    const file = other === undefined ? undefined : project.file(other);
    return { found, misnamed: file?.at(lineSpan(file.text, 1)) };
  },
});

/** A Procfile by its path; lines that name no process are passed over, as the platforms do. */
export function readProcfile(project: Project, path: string): Procfile | undefined {
  const file = project.file(path);
  if (!file) return undefined;
  const { text } = file;
  const entries: ProcfileEntry[] = [];
  for (const line of text.matchAll(/^[ \t]*([A-Za-z0-9_-]+):[ \t]*(\S[^\r\n]*)/gm)) {
    const command = (line[2] ?? '').trimEnd();
    const indent = line[0].length - line[0].trimStart().length;
    const start = line.index + line[0].length - (line[2] ?? '').length;
    const end = start + command.length;
    entries.push({
      name: line[1] ?? '',
      command,
      at: file.at({ start: line.index + indent, end }),
      commandAt: file.at({ start, end }),
      invocations: invocationsOfLine(command, start),
    });
  }
  return {
    path,
    at: file.at(lineSpan(text, 1)),
    entries,
    entry: (name) => entries.find((entry) => entry.name === name),
  };
}
