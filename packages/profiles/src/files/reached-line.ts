/** Whether a line of Python runs for a request: by its module's import, or through functions that a view calls. */
import type { Project, Source, Sources } from '@django-golive/core';
import { codeOf } from './python-code.js';

const most = 40;

/** `true` where the names of functions lead from the line to code that requests run; a name that several have leads nowhere. */
export function isReached(
  project: Project,
  sources: Sources,
  path: string,
  offset: number,
  isEntry: (path: string) => boolean,
): boolean {
  const own = sources.get(path);
  if (!own || own.loaded === 'no') return false;
  const files = sources.files
    .filter(({ aside, loaded }) => !aside && loaded !== 'no')
    .map((source) => ({ source, code: codeOf(textOf(project, source)) }));
  const first = functionAround(codeOf(textOf(project, own)), offset);
  if (first === undefined) return own.loaded === 'yes';
  const wanted = [first];
  for (const name of wanted) {
    const definitions = files.reduce(
      (sum, { code }) => sum + count(code, new RegExp(`\\bdef[ \\t]+${name}\\b`, 'g')),
      0,
    );
    if (definitions !== 1 || wanted.length > most) continue;
    for (const { source, code } of files)
      for (const { index } of code.matchAll(new RegExp(`(?<!\\bdef[ \\t]{1,4})\\b${name}[ \\t]*\\(`, 'g'))) {
        const caller = functionAround(code, index);
        if (source.loaded === 'yes' && (caller === undefined || isEntry(source.path))) return true;
        if (caller !== undefined && !wanted.includes(caller)) wanted.push(caller);
      }
  }
  return false;
}

const textOf = (project: Project, { path }: Source): string => project.file(path)?.text ?? '';

const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

/** The function that a place of a module lies in, by what is indented less above it. */
function functionAround(code: string, offset: number): string | undefined {
  const lines = code.slice(0, offset).split('\n');
  let indent = /^[ \t]*/.exec(lines.pop() ?? '')?.[0].length ?? 0;
  for (const line of lines.reverse()) {
    const [, spaces = '', name] = /^([ \t]*)(?:(?:async[ \t]+)?def[ \t]+(\w+)|[^\s)\]}])/.exec(line) ?? [];
    if (indent === 0) return undefined;
    if (!/\S/.test(line) || spaces.length >= indent) continue;
    if (name !== undefined) return name;
    indent = spaces.length;
  }
  return undefined;
}
