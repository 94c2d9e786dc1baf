/** Indentation, as CPython's tokenizer counts it: with tabs of eight columns and with tabs of one, which must agree on what is deeper. */
import type { Mistake } from './token.js';

const tabSize = 8;
const deepest = 100;

interface Indent {
  readonly column: number;
  readonly alternative: number;
}

/** How far the space at the beginning of a line goes, and what comes of it. */
export interface Indentation {
  readonly end: number;
  /** Whether it ends in a backslash: it goes on in the next line. */
  readonly continues?: true;
  readonly wrong?: Pick<Mistake, 'type' | 'message'>;
}

/** The blocks that are open. */
export interface Indents {
  /** Count the space at an offset; a line without code, or inside brackets, changes nothing. */
  read(text: string, start: number, inBrackets: boolean): Indentation;
  /** The next block that has begun or ended by it. */
  step(): 'INDENT' | 'DEDENT' | undefined;
}

export function createIndents(): Indents {
  const open: Indent[] = [{ column: 0, alternative: 0 }];
  let pending = 0;
  /** The column where a backslash stood. */
  let continued = 0;

  function settle({ column, alternative }: Indent): Indentation['wrong'] {
    const mixed = { type: 'TabError', message: 'inconsistent use of tabs and spaces in indentation' } as const;
    const top = () => open.at(-1) as Indent;
    if (column > top().column) {
      if (open.length >= deepest) return { type: 'IndentationError', message: 'too many levels of indentation' };
      if (alternative <= top().alternative) return mixed;
      open.push({ column, alternative });
      pending += 1;
      return undefined;
    }
    while (open.length > 1 && column < top().column) {
      open.pop();
      pending -= 1;
    }
    if (column !== top().column)
      return { type: 'IndentationError', message: 'unindent does not match any outer indentation level' };
    return alternative === top().alternative ? undefined : mixed;
  }

  return {
    read(text, start, inBrackets) {
      const { end, column, alternative } = counted(text, start);
      if (text[end] === '\\') {
        continued ||= column;
        return { end, continues: true };
      }
      const before = continued;
      continued = 0;
      if (text[end] === '#' || text[end] === '\n' || inBrackets) return { end };
      const wrong = settle({ column: before || column, alternative: before || alternative });
      return wrong ? { end, wrong } : { end };
    },
    step() {
      if (pending === 0) return undefined;
      const step = pending < 0 ? 'DEDENT' : 'INDENT';
      pending += pending < 0 ? 1 : -1;
      return step;
    },
  };
}

function counted(text: string, start: number): Indent & { readonly end: number } {
  let [column, alternative] = [0, 0];
  for (let end = start; ; end += 1) {
    const char = text[end];
    if (char === ' ') {
      column += 1;
      alternative += 1;
    } else if (char === '\t') {
      column = (Math.floor(column / tabSize) + 1) * tabSize;
      alternative += 1;
    } else if (char === '\f') {
      column = 0;
      alternative = 0;
    } else return { end, column, alternative };
  }
}
