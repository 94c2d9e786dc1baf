/** What CPython refuses of the layout of a file: tabs and spaces that could be read in two ways, and lines that go back to no level before them. */
import { logicalLines } from './chunks.js';
import type { SyntaxProblem } from './tree.js';

const tabSize = 8;

/** A column counted with tabs of eight, and with tabs of one: they must agree on what is deeper. */
interface Indent {
  readonly column: number;
  readonly alternative: number;
}

/** The first line whose indentation is not consistent with the lines before. */
export function layoutProblems(text: string, mark: number): SyntaxProblem[] {
  const stack: Indent[] = [{ column: 0, alternative: 0 }];
  for (const { start } of logicalLines(text)) {
    const line = indentAt(text, start);
    let last = stack.at(-1) ?? line;
    if (line.column > last.column) {
      if (line.alternative <= last.alternative) return [problem(start + mark, text)];
      stack.push(line);
      continue;
    }
    while (line.column < last.column && stack.length > 1) {
      stack.pop();
      last = stack.at(-1) ?? line;
    }
    if (line.column !== last.column) return [dedent(start + mark, text)];
    if (line.column === last.column && line.alternative !== last.alternative) return [problem(start + mark, text)];
  }
  return [];
}

function indentAt(text: string, start: number): Indent {
  let column = 0;
  let alternative = 0;
  for (let at = start; ; at += 1) {
    const char = text[at];
    if (char === ' ') {
      column += 1;
      alternative += 1;
    } else if (char === '\t') {
      column = (Math.floor(column / tabSize) + 1) * tabSize;
      alternative += 1;
    } else return { column, alternative };
  }
}

function dedent(start: number, text: string): SyntaxProblem {
  const message = 'unindent does not match any outer indentation level';
  return { start, end: Math.min(text.length, start + 1), type: 'IndentationError', message };
}

function problem(start: number, text: string): SyntaxProblem {
  const end = Math.min(text.length, start + 1);
  return { start, end, type: 'TabError', message: 'inconsistent use of tabs and spaces in indentation' };
}
