/** What is known of a statement of Python while it is looked over at speed. */
import { type Bracket, bracketOf } from './brackets.js';

/** What has just been read: where an operand may begin, or one must, or one has ended, or what alone may follow. */
type Before = 'start' | 'free' | 'comma' | 'needs' | 'operand' | 'colon-only' | 'end-only';

/** A statement, up to the piece that was read last. */
export interface Statement {
  /** It is the inside of a field of a formatted string. */
  readonly isField: boolean;
  brackets: [Bracket, ...Bracket[]];
  before: Before;
  /** The last piece as it is written; `"` for any text, `0` for any number. */
  last: string;
  first: string;
  /** How many pieces the line has. */
  count: number;
  /** What stands before the colon of a block, once that has come. */
  opened: string;
  /** Of `from`: that `import` has come, and that it is of `__future__`. */
  imports: boolean;
  future: boolean;
  /** The parameters of a function have come. */
  parameters: boolean;
}

/** Nothing of a statement, or of a field. */
export const newStatement = (isField: boolean): Statement => ({
  isField,
  brackets: [bracketOf('', isField ? 'group' : 'line')],
  before: isField ? 'free' : 'start',
  last: '',
  first: '',
  count: 0,
  opened: '',
  imports: false,
  future: false,
  parameters: false,
});

/** The bracket that the statement is in. */
export const bracketIn = ({ brackets }: Statement): Bracket => brackets.at(-1) as Bracket;

/** Whether it begins as a block does, and the colon has not come. */
export const isHead = ({ first, opened }: Statement): boolean =>
  opened === '' && compounds.has(first.startsWith('async ') ? first.slice(6) : first);

/** An operand has to follow. */
export function need(statement: Statement): false {
  statement.before = 'needs';
  return false;
}

export const compounds = new Set([
  'if',
  'elif',
  'else',
  'for',
  'while',
  'try',
  'except',
  'finally',
  'with',
  'def',
  'class',
]);
export const simple = new Set([
  'return',
  'del',
  'assert',
  'raise',
  'global',
  'nonlocal',
  'import',
  'from',
  'pass',
  'break',
  'continue',
]);
export const constants = new Set(['None', 'True', 'False']);
export const operandWords = new Set([
  'and',
  'or',
  'is',
  'in',
  'not',
  'if',
  'else',
  'for',
  'as',
  'async',
  'lambda',
  'await',
  'yield',
]);
/** Words that are names in most places. */
export const soft = /^(?:match|case|type)$/;

export const isKeyword = (word: string): boolean =>
  constants.has(word) || operandWords.has(word) || compounds.has(word) || simple.has(word);
