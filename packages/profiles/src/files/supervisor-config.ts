/** supervisord's configuration: the programs it starts, as it reads them. */
import type { Location, SourceFile } from '@django-golive/core';
import { filledText } from './template-holes.js';

/** One `key=value` line of a section, continued lines joined. */
export interface SupervisorEntry {
  readonly key: string;
  readonly value: string;
  readonly at: Location;
}

/** A `[program:x]` section. */
export interface SupervisorProgram {
  readonly path: string;
  readonly name: string;
  readonly at: Location;
  get(key: string): SupervisorEntry | undefined;
  readonly variables: readonly { readonly name: string; readonly value: string; readonly at: Location }[];
}

/** The programs of a file, in order. */
export function readSupervisorConfig(file: SourceFile): readonly SupervisorProgram[] {
  const programs: SupervisorProgram[] = [];
  let entries: SupervisorEntry[] | undefined;
  let offset = 0;
  for (const line of (filledText(file) ?? '').split('\n')) {
    const start = offset + line.length - line.trimStart().length;
    const end = offset + line.trimEnd().length;
    offset += line.length + 1;
    const section = /^\[([^\]]*)\]/.exec(line);
    if (section) {
      const own: SupervisorEntry[] = [];
      const name = /^(?:program|fcgi-program):\s*(.+)$/.exec((section[1] ?? '').trimEnd())?.[1];
      entries = name === undefined ? undefined : own;
      if (name !== undefined) programs.push(programOf(file, name, file.at({ start, end }), own));
      continue;
    }
    if (!entries || /^\s*([;#].*)?$/.test(line)) continue;
    // Blanks are cut off by themselves: a pattern for those at the end begins anew at each one in the middle.
    const text = line.replace(/\s;.*$/, '').trimEnd();
    const match = /^([\w-]+)\s*[=:]\s*(.*)$/.exec(text);
    const last = entries.at(-1);
    if (match) entries.push({ key: match[1] ?? '', value: match[2] ?? '', at: file.at({ start, end }) });
    else if (last && /^\s/.test(line))
      entries[entries.length - 1] = { ...last, value: `${last.value} ${text.trim()}`.trim() };
  }
  return programs;
}

function programOf(
  file: SourceFile,
  name: string,
  at: Location,
  entries: readonly SupervisorEntry[],
): SupervisorProgram {
  const get = (key: string): SupervisorEntry | undefined => entries.findLast((entry) => entry.key === key);
  return {
    path: file.path,
    name,
    at,
    get,
    get variables() {
      const entry = get('environment');
      if (!entry) return [];
      return [...entry.value.matchAll(/([A-Za-z_]\w*)\s*=\s*("[^"]*"|'[^']*'|[^,\s]*)/g)].map((match) => ({
        name: match[1] ?? '',
        value: (match[2] ?? '').replace(/^(["'])(.*)\1$/, '$2'),
        at: entry.at,
      }));
    },
  };
}
