/** Classes of the site's code as texts: what a rule reads of a class without parsing Python. */
import { type Location, lineSpan, type Project, type SourceFile } from '../source.js';

/** A class at the top of a module. */
export interface ClassText {
  readonly name: string;
  readonly bases: string;
  /** Its lines below the first one, without those that are only a comment. */
  readonly body: string;
  readonly file: SourceFile;
  /** One-based line on which it begins. */
  readonly line: number;
}

/** The classes at the top of some files. Linear in their text. */
export function classesIn(project: Project, files: readonly { readonly path: string }[]): readonly ClassText[] {
  return files.flatMap(({ path }) => {
    const file = project.file(path);
    if (!file || !/^class\s/m.test(file.text)) return [];
    const found: { name: string; bases: string; lines: string[]; line: number }[] = [];
    let open = false;
    for (const [index, text] of file.text.split(/\r\n|\r|\n/).entries()) {
      const [, name, bases = ''] = /^class[ \t]+(\w+)[ \t]*(?:\(([^)]*)\))?/.exec(text) ?? [];
      if (name !== undefined) found.push({ name, bases, lines: [], line: index + 1 });
      open = name !== undefined || (open && (/^[ \t]/.test(text) || text.trim() === ''));
      if (open && name === undefined && !/^\s*#/.test(text)) found.at(-1)?.lines.push(text);
    }
    return found.map(({ lines, ...one }) => ({ ...one, body: lines.join('\n'), file }));
  });
}

/** The place of a class: its first line. */
export function placeOf({ file, line }: ClassText): Location {
  return file.at(lineSpan(file.text, line));
}
