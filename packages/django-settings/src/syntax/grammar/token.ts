/** The tokens of Python source, as CPython cuts it, and the mistakes that it finds on the way. */

/** What CPython says of source that it refuses, and the offset of the line that it names. */
export interface Mistake {
  readonly type: 'SyntaxError' | 'IndentationError' | 'TabError';
  readonly message: string;
  readonly at: number;
}

export interface Token {
  /** The keyword or the sign itself, or else the sort: `NAME`, `NUMBER`, `STRING`, `NEWLINE` … */
  readonly key: string;
  /** The number of its key, for tables; that of no key where the grammar knows none such. */
  readonly number: number;
  readonly start: number;
  readonly end: number;
  /** Brackets that are open behind it. */
  readonly level: number;
}

/** Source that cannot be cut any further, as a token. */
export interface Broken extends Token {
  readonly mistake: Mistake;
  /** Whether the tokenizer itself tells of it, or only the parser that comes upon it. */
  readonly loud: boolean;
}

export const isBroken = (token: Token): token is Broken => 'mistake' in token;

/** A bracket that is open, and where it stands. */
export interface Bracket {
  readonly sign: string;
  readonly at: number;
}

/** Cuts source into tokens, one at a time. */
export interface Tokenizer {
  next(): Token;
  /** The brackets that are open where it has come to. */
  readonly brackets: readonly Bracket[];
  /** Whether it is inside a text that is formatted. */
  inText(): boolean;
}

export const keywords: ReadonlySet<string> = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global ' +
    'if import in is lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);

const sorts = 'NAME NUMBER STRING NEWLINE INDENT DEDENT ENDMARKER FSTRING_START FSTRING_MIDDLE FSTRING_END';
const signs =
  '( ) [ ] { } : , ; . ... = := ! ~ @ -> + - * / // % ** & | ^ << >> < > <= >= == != ' +
  '+= -= *= /= //= %= **= &= |= ^= <<= >>= @=';

/** A number for each key that the grammar knows; 0 is for all others. */
export const keyNumbers: ReadonlyMap<string, number> = new Map(
  ['', ...sorts.split(' '), ...signs.split(' '), ...keywords].map((key, number) => [key, number]),
);

/** What CPython says of more brackets inside one another than it counts. */
export const tooDeep = 'too many nested parentheses';

/** What CPython says of a bracket that is open at the end. */
export function neverClosed({ sign, at }: Bracket): Mistake {
  return { type: 'SyntaxError', message: `'${sign}' was never closed`, at };
}
