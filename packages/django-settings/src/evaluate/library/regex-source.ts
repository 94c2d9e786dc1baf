/** The text of a regular expression, read piece by piece as `re._parser.Tokenizer` reads it, and what is wrong with it. */
import { quote } from '../text.js';

/** What is wrong with a pattern: an error of `re`, a builtin one, or nothing that is known. */
export class PatternProblem extends Error {
  constructor(
    readonly type: 'PatternError' | 'ValueError' | 'OverflowError' | 'unknown',
    message: string,
  ) {
    super(message);
  }
}

const isIdentifier = /^[\p{XID_Start}_]\p{XID_Continue}*$/u;

/** Pieces are characters, or a backslash with the character after it. */
export class PatternSource {
  readonly #characters: readonly string[];
  #index = 0;
  /** The piece that comes next; `undefined` at the end. */
  next: string | undefined;

  constructor(readonly pattern: string) {
    this.#characters = [...pattern];
    this.#advance();
  }

  #advance(): void {
    const char = this.#characters[this.#index];
    this.next = char;
    if (char === undefined) return;
    this.#index += 1;
    if (char !== '\\') return;
    const escaped = this.#characters[this.#index];
    if (escaped === undefined) throw this.at('bad escape (end of pattern)', this.#characters.length - 1);
    this.#index += 1;
    this.next = char + escaped;
  }

  match(char: string): boolean {
    if (this.next !== char) return false;
    this.#advance();
    return true;
  }

  get(): string | undefined {
    const { next } = this;
    this.#advance();
    return next;
  }

  /** At most `most` pieces that fit. */
  getWhile(most: number, fits: RegExp): string {
    let result = '';
    for (let count = 0; count < most && this.next !== undefined && fits.test(this.next); count += 1)
      result += this.get() ?? '';
    return result;
  }

  getUntil(terminator: string, name: string): string {
    let result = '';
    for (;;) {
      const char = this.get();
      if (char === undefined) {
        if (result === '') throw this.error(`missing ${name}`);
        throw this.error(`missing ${terminator}, unterminated name`, size(result));
      }
      if (char === terminator) {
        if (result === '') throw this.error(`missing ${name}`, 1);
        return result;
      }
      result += char;
    }
  }

  tell(): number {
    return this.#index - size(this.next ?? '');
  }

  seek(index: number): void {
    this.#index = index;
    this.#advance();
  }

  /** An error `back` characters before where it reads. */
  error(message: string, back = 0): PatternProblem {
    return this.at(message, this.tell() - back);
  }

  /** An error at a place, as `re.error` words it. */
  at(message: string, place: number): PatternProblem {
    const before = this.#characters.slice(0, place);
    const column = place - before.lastIndexOf('\n');
    const line = before.filter((char) => char === '\n').length + 1;
    const lines = this.#characters.includes('\n') ? ` (line ${line}, column ${column})` : '';
    return new PatternProblem('PatternError', `${message} at position ${place}${lines}`);
  }

  checkGroupName(name: string, back: number): void {
    if (!isIdentifier.test(name)) throw this.error(`bad character in group name ${quote(name)}`, size(name) + back);
  }
}

/** Characters as Python counts them. */
export function size(text: string): number {
  return [...text].length;
}
