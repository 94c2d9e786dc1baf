/** Finds the headers of a lock file's tables that a broken or missing line has taken away. */

/** A text with as many lines as before, whose packages all begin with their header again. */
export interface WithHeaders {
  readonly text: string;
  /** The lines, from 0, at which one was put back. */
  readonly restored: readonly number[];
}

/** A line with what ought to be a package's first one below it. */
const ABOVE_NAME = /^([^\n]*)\n(?=name[ \t]*=)/gm;
/** A whole header, and a key: above a name, neither is the ruin of a header. */
const SOUND = /^(?:\[[^[\]]+\]|\[\[[^[\]]+\]\]|[\w"'.-]+[ \t]*=.*)\s*$/;
/** No tool leaves an empty line between the keys of a table: a header stood below it. */
const AFTER_GAP = /^\r?\n(?=([\w"'.-]+)[ \t]*=)/gm;

/** Puts `[[package]]` where a second name, or one outside of any package, shows that it stood there. */
export function withHeaders(text: string, header: string): WithHeaders {
  const missing = [...text.matchAll(ABOVE_NAME)].filter(({ index, 1: above = '' }) => {
    if (above.trim() !== '' && (SOUND.test(above) || !above.includes('['))) return false;
    const start = text.lastIndexOf(`\n[[${header}]]`, index);
    return start < 0 ? !text.startsWith(`[[${header}]]`) : /^name[ \t]*=/m.test(text.slice(start, index));
  });
  let whole = '';
  let from = 0;
  for (const { index, 0: line } of missing) {
    whole += `${text.slice(from, index)}[[${header}]]\n`;
    from = index + line.length;
  }
  return {
    text: missing.length === 0 ? text : whole + text.slice(from),
    restored: missing.map(({ index }) => lineAt(text, index)),
  };
}

/**
 * The lines, from 0, of a package's piece of the file that stand below a gap, where their own header is missing. `known` tells
 * which keys a package has by itself.
 */
export function linesAfterGaps(piece: string, known: ReadonlySet<string>): readonly number[] {
  return [...piece.matchAll(AFTER_GAP)].flatMap(({ index, 0: gap, 1: key = '' }) => {
    const isInside = /\n\[/.test(piece.slice(0, index));
    return isInside || !known.has(key) ? [lineAt(piece, index + gap.length)] : [];
  });
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length - 1;
}
