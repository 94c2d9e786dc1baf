/** nginx's configuration files, as nginx reads them: directives and blocks, quotes, comments, variables, each with its place. */
import type { Location, SourceFile } from '@django-golive/core';

/** One argument of a directive, after quote removal. Variables (`$host`) stay as they are written. */
export interface NginxArgument {
  readonly text: string;
  readonly at: Location;
}

/** One directive; one with a block has what stands in it. */
export interface NginxDirective {
  /** As written: `proxy_pass`. */
  readonly name: string;
  readonly args: readonly NginxArgument[];
  /** From its name to the end of its last argument. */
  readonly at: Location;
  /** The directives of its block; `undefined` where it has none. */
  readonly block?: readonly NginxDirective[];
}

/** A file that could be read. */
export interface NginxConfig {
  readonly path: string;
  readonly file: SourceFile;
  readonly directives: readonly NginxDirective[];
}

interface Open {
  readonly head: Omit<NginxDirective, 'block'>;
  readonly block: NginxDirective[];
}

const maximumSize = 500_000;
const maximumDepth = 40;

/** Read a configuration file. Blocks that are never closed end with the file; a brace too many closes nothing. */
export function readNginxConfig(file: SourceFile): NginxConfig {
  const text = file.text.slice(0, maximumSize);
  const directives: NginxDirective[] = [];
  const open: Open[] = [];
  let words: NginxArgument[] = [];
  const head = (): Omit<NginxDirective, 'block'> | undefined => {
    const [first, ...args] = words;
    const last = words.at(-1);
    words = [];
    return first && last
      ? { name: first.text, args, at: file.at({ start: first.at.span.start, end: last.at.span.end }) }
      : undefined;
  };
  const add = (directive: NginxDirective): void => {
    (open.at(-1)?.block ?? directives).push(directive);
  };
  const close = (): void => {
    const left = head();
    if (left) add(left);
    const block = open.pop();
    if (block) add({ ...block.head, block: block.block });
  };
  // Blocks below the deepest one that is kept are read past.
  let buried = 0;
  let index = text.startsWith('\uFEFF') ? 1 : 0;
  while (index < text.length) {
    const char = text[index] ?? '';
    if (/\s/.test(char)) index += 1;
    else if (char === '#') index = endOfLine(text, index);
    else if (text.startsWith('{%', index)) index = after(text, '%}', index);
    else if (char === ';') {
      const directive = head();
      if (directive && buried === 0) add(directive);
      index += 1;
    } else if (char === '{' && !text.startsWith('{{', index)) {
      index += 1;
      const opened = head();
      if (opened && /_by_lua_block$/.test(opened.name)) index = endOfCode(text, index);
      else if (open.length < maximumDepth) open.push({ head: opened ?? nameless(file, index), block: [] });
      else buried += 1;
    } else if (char === '}') {
      index += 1;
      if (buried > 0) buried -= 1;
      else close();
    } else {
      const [word, end] = wordAt(text, index);
      words.push({ text: word, at: file.at({ start: index, end }) });
      index = end;
    }
  }
  const last = head();
  if (last && buried === 0) add(last);
  while (open.length > 0) close();
  return { path: file.path, file, directives };
}

/** The word that begins here, after quote removal, and where it ends. */
function wordAt(text: string, from: number): readonly [word: string, end: number] {
  const quote = text[from];
  if (quote === '"' || quote === "'") {
    let word = '';
    for (let index = from + 1; index < text.length; index += 1) {
      const char = text[index] ?? '';
      if (char === quote) return [word, index + 1];
      if (char === '\\' && /["'\\]/.test(text[index + 1] ?? '')) index += 1;
      word += text[index] ?? '';
    }
    return [word, text.length];
  }
  let index = from;
  while (index < text.length) {
    const char = text[index] ?? '';
    if (char === '\\') index += 2;
    else if (text.startsWith('${', index)) index = after(text, '}', index);
    // A template's own hole: `{{ domain }}`.
    else if (text.startsWith('{{', index)) index = after(text, '}}', index);
    else if (/[\s;{]/.test(char)) break;
    else index += 1;
  }
  const end = Math.min(Math.max(index, from + 1), text.length);
  return [text.slice(from, end).replace(/\\(["';{}\s])/g, '$1'), end];
}

/** The longest hole of a template that is looked for. */
const longestHole = 200;

/** Past the next `mark` of the same line; where there is none nearby, past this one character. */
function after(text: string, mark: string, from: number): number {
  const near = text.slice(from, from + longestHole).split('\n', 1)[0] ?? '';
  const found = near.indexOf(mark);
  return found < 0 ? from + 1 : from + found + mark.length;
}

/** Past the code of another language in braces. */
function endOfCode(text: string, from: number): number {
  let depth = 1;
  let index = from;
  for (; index < text.length && depth > 0; index += 1) {
    if (text[index] === '{') depth += 1;
    if (text[index] === '}') depth -= 1;
  }
  return index;
}

function nameless(file: SourceFile, index: number): Omit<NginxDirective, 'block'> {
  return { name: '', args: [], at: file.at({ start: index - 1, end: index }) };
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
