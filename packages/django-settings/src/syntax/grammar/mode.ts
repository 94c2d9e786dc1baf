/** Where the tokenizer is: in the letters or in a field of a text that is formatted, or in the file itself. */

export interface Mode {
  inText: boolean;
  readonly quote: string;
  readonly raw: boolean;
  readonly start: number;
  /** Brackets that are open inside it, and how many of its own fields are. */
  depth: number;
  fields: number;
  /** Whether an expression of it has come to its end. */
  ended: boolean;
}

export const modeOf = (quote: string, raw: boolean, start: number): Mode => ({
  inText: quote !== '',
  quote,
  raw,
  start,
  depth: 0,
  fields: -1,
  ended: false,
});
