/** Apache's configuration files: nested sections and directives, each with its place. */
import type { Location, SourceFile } from '@django-golive/core';
import { filledText } from './template-holes.js';

/** One argument of a directive, after quote removal. */
export interface ApacheArgument {
  readonly text: string;
  readonly at: Location;
}

/** `<VirtualHost *:80>`: what stands around a directive. */
export interface ApacheSection {
  /** In lower case: `virtualhost`. */
  readonly name: string;
  readonly args: readonly ApacheArgument[];
  readonly at: Location;
  /** Whether it applies only under a condition (`<IfModule>`, `<IfDefine>`, `<If>`). */
  readonly conditional: boolean;
}

/** One directive. */
export interface ApacheDirective {
  /** In lower case: `wsgiscriptalias`. */
  readonly name: string;
  /** As written. */
  readonly written: string;
  readonly args: readonly ApacheArgument[];
  readonly at: Location;
  /** The sections around it, outermost first. */
  readonly within: readonly ApacheSection[];
}

/** A file that could be read. */
export interface ApacheConfig {
  readonly path: string;
  readonly file: SourceFile;
  readonly directives: readonly ApacheDirective[];
  readonly sections: readonly ApacheSection[];
}

const maximumSize = 500_000;
const maximumDepth = 40;

/** Read a configuration file. Sections that are never closed end with the file. */
export function readApacheConfig(file: SourceFile): ApacheConfig {
  // A template whose branches leave open which lines there are says nothing.
  const text = (filledText(file) ?? '').slice(0, maximumSize);
  const defined = new Map<string, string>();
  const directives: ApacheDirective[] = [];
  const sections: ApacheSection[] = [];
  let within: ApacheSection[] = [];
  for (const line of logicalLines(text)) {
    const closing = /^<\/\s*(\w+)/.exec(line.text);
    if (closing) {
      const name = (closing[1] ?? '').toLowerCase();
      const index = within.map((section) => section.name).lastIndexOf(name);
      if (index >= 0) within = within.slice(0, index);
      continue;
    }
    const opening = /^<\s*(\w+)/.exec(line.text);
    const head = opening ?? /^[A-Za-z]\w*/.exec(line.text);
    if (!head) continue;
    const word = opening ? (opening[1] ?? '') : head[0];
    const body = opening ? line.text.replace(/>\s*$/, '') : line.text;
    const args = argumentsOf(file, body, head[0].length, line.start, defined);
    const at = file.at({ start: line.start, end: line.start + line.text.length });
    if (opening) {
      const name = word.toLowerCase();
      const section = {
        name,
        args,
        at,
        conditional: /^(ifmodule|ifdefine|ifversion|ifdirective|iffile|ifsection|if|elseif|else)$/.test(name),
      };
      sections.push(section);
      if (within.length < maximumDepth) within = [...within, section];
      continue;
    }
    if (word.toLowerCase() === 'define' && args[0]) defined.set(args[0].text, args[1]?.text ?? '');
    directives.push({ name: word.toLowerCase(), written: word, args, at, within });
  }
  return { path: file.path, file, directives, sections };
}

/** The section of a name that a directive stands in, innermost. */
export function enclosing(directive: ApacheDirective, name: string): ApacheSection | undefined {
  return [...directive.within].reverse().find((section) => section.name === name);
}

function* logicalLines(text: string): Generator<{ readonly text: string; readonly start: number }> {
  let index = 0;
  while (index < text.length) {
    let end = text.indexOf('\n', index);
    if (end < 0) end = text.length;
    // A backslash at the end of a line carries it on, in comments as well.
    while (end < text.length && /\\\r?$/.test(text.slice(Math.max(index, end - 2), end))) {
      const next = text.indexOf('\n', end + 1);
      end = next < 0 ? text.length : next;
    }
    const line = text.slice(index, end);
    const trimmed = line.trim();
    if (trimmed !== '' && !trimmed.startsWith('#')) yield { text: trimmed, start: index + line.indexOf(trimmed) };
    index = end + 1;
  }
}

function argumentsOf(
  file: SourceFile,
  text: string,
  from: number,
  offset: number,
  defined: ReadonlyMap<string, string>,
): readonly ApacheArgument[] {
  const args: ApacheArgument[] = [];
  // A carried-on line is one line; blanks in place of the break keep the offsets.
  const line = text.replace(/\\\r?\n/g, (part) => ' '.repeat(part.length));
  const pattern = /"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|[^\s="']+=(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|\S+/g;
  pattern.lastIndex = from;
  for (let match = pattern.exec(line); match; match = pattern.exec(line)) {
    const raw = match[1] ?? match[2] ?? match[0];
    const value = raw
      .replace(/\\(["'\\])/g, '$1')
      .replace(/\$\{(\w+)\}/g, (whole, name: string) => defined.get(name) ?? whole);
    args.push({
      text: value,
      at: file.at({ start: offset + match.index, end: offset + match.index + match[0].length }),
    });
  }
  return args;
}
