/** Files of `NAME=value` lines, read as the program that loads them reads them: Compose, systemd and shells differ. */
import type { Location, SourceFile } from '@django-golive/core';

/** Who reads the file: systemd ignores `export` lines, Compose strips it. */
export type EnvFileReader = 'compose' | 'systemd';

/** One variable of such a file. */
export interface EnvLine {
  readonly name: string;
  /** The value after quote removal; expansions stay as they are written. `undefined` for a name without `=`. */
  readonly value: string | undefined;
  /** Whether an expansion in it would be carried out by this reader. */
  readonly expands: boolean;
  /** Whether the line begins with `export`, which systemd does not understand. */
  readonly exported: boolean;
  readonly at: Location;
}

/** The lines of an environment file, in order; a later one of the same name wins. Lines that are none are passed over. */
export function readEnvFile(file: SourceFile, reader: EnvFileReader = 'compose'): readonly EnvLine[] {
  const text = file.text;
  const lines: EnvLine[] = [];
  let index = text.startsWith('\uFEFF') ? 1 : 0;
  while (index < text.length) {
    const lineEnd = endOfLine(text, index);
    const match = /^[ \t]*(export[ \t]+)?([A-Za-z_][\w.-]*)[ \t]*(=?)[ \t]*/.exec(text.slice(index, lineEnd));
    if (!match || (match[3] === '' && text.slice(index + match[0].length, lineEnd).trim() !== '')) {
      index = lineEnd + 1;
      continue;
    }
    const start = index + (/^[ \t]*/.exec(match[0])?.[0].length ?? 0);
    const value = match[3] === '' ? undefined : readValue(text, index + match[0].length, reader);
    const end = value?.end ?? index + match[0].trimEnd().length;
    lines.push({
      name: match[2] ?? '',
      value: value?.text,
      expands: value?.expands ?? false,
      exported: match[1] !== undefined,
      at: file.at({ start, end }),
    });
    index = endOfLine(text, Math.max(end, index)) + 1;
  }
  return lines;
}

/** Whether a path names a sample of an environment file: it documents names and gives no values. */
export function isExampleEnvFile(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  return (
    /env/.test(name) && /(^|[._-])(example|sample|template|dist|tmpl|tpl|default|defaults|skel)([._-]|$)/.test(name)
  );
}

function readValue(text: string, from: number, reader: EnvFileReader): { text: string; end: number; expands: boolean } {
  const quote = text[from];
  if (quote === '"' || quote === "'") {
    let value = '';
    for (let index = from + 1; index < text.length; index += 1) {
      const char = text[index] ?? '';
      if (char === quote) {
        return { text: value, end: index + 1, expands: quote === '"' && reader === 'compose' && /\$/.test(value) };
      }
      if (char === '\\' && quote === '"') {
        index += 1;
        const escaped = text[index] ?? '';
        value += reader === 'compose' && escaped === 'n' ? '\n' : /["\\$`]/.test(escaped) ? escaped : `\\${escaped}`;
      } else value += char;
    }
    // A quote that is never closed: the line as it stands.
  }
  const end = endOfLine(text, from);
  const line = text.slice(from, end);
  const bare = (reader === 'compose' ? line.replace(/(^|[ \t])#.*$/, '') : line).trimEnd();
  return { text: bare, end: from + bare.length, expands: reader === 'compose' && /\$/.test(bare) };
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
