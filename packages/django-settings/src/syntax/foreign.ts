/** The only file that knows the parser behind the tree. */
import { type ExprNode, Lexer, type Module, parse as parseForeign, type StmtNode } from 'py-ast';
import type { Offsets } from './places.js';

export type { ExprNode, StmtNode };

/** A node of the parser by its type's name. */
export type Of<K extends string> = Extract<StmtNode | ExprNode, { nodeType: K }>;
export type ForeignPattern = Of<'Match'>['cases'][number]['pattern'];
export type ForeignArguments = Of<'Lambda'>['args'];

/** What the parser says of text it refuses: its own words, and the offset. */
export class Refused extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

const begins = /^\p{ID_Start}$/u;
const goesOn = /^\p{ID_Continue}$/u;

// The parser would make one of these anew for each letter of each name: a quarter of the time that it takes.
Object.assign(Lexer.prototype, {
  isAlpha: (letter: string) => begins.test(letter),
  isAlphaNumeric: (letter: string) => goesOn.test(letter),
});

/** The parser's tree. Throws `Refused`, or a RangeError for what is nested too deeply. */
export function readForeign(text: string, offsets: Offsets): Module {
  try {
    return parseForeign(text);
  } catch (error) {
    if (!(error instanceof Error) || error instanceof RangeError) throw error;
    const { lineno, col_offset } = error as Error & { lineno?: number; col_offset?: number };
    throw new Refused(error.message.replace(/ at line \d+, column \d+$/, ''), offsets(lineno, col_offset));
  }
}
