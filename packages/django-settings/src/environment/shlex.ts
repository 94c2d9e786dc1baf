/** `shlex` as python-decouple's `Csv` drives it: POSIX mode, split at the delimiter only. */
import { PythonError } from '../evaluate/library/plain.js';

/** The tokens of a text, and an error in its place: what stands before it was already handed out. */
export interface ShlexTokens {
  readonly tokens: readonly string[];
  readonly error: PythonError | undefined;
}

/**
 * The tokens of a text. Quotes group and disappear, a backslash escapes, `#` comments out the rest of the line.
 * A ValueError ends them for an unclosed quote or a trailing backslash.
 */
export function shlexTokens(text: string, delimiters: string): ShlexTokens {
  const chars = [...text];
  const split = new Set(delimiters);
  const tokens: string[] = [];
  let token: string | undefined;
  let quote: string | undefined;
  const broken = (what: string): ShlexTokens => ({ tokens, error: new PythonError('ValueError', what) });
  const end = (): void => {
    if (token !== undefined) tokens.push(token);
    token = undefined;
  };
  for (let at = 0; at < chars.length; at += 1) {
    const char = chars[at] ?? '';
    if (quote !== undefined) {
      if (char === quote) quote = undefined;
      else if (char === '\\' && quote === '"') {
        at += 1;
        const next = chars[at];
        if (next === undefined) return broken('No escaped character');
        // Inside double quotes a backslash stays unless it escapes itself or the quote.
        token = (token ?? '') + (next === '\\' || next === '"' ? next : `\\${next}`);
      } else token = (token ?? '') + char;
    } else if (split.has(char)) end();
    else if (char === '#') {
      const line = chars.indexOf('\n', at);
      at = line < 0 ? chars.length : line;
      // A comment ends a token that has begun.
      end();
    } else if (char === "'" || char === '"') {
      quote = char;
      token ??= '';
    } else if (char === '\\') {
      at += 1;
      const next = chars[at];
      if (next === undefined) return broken('No escaped character');
      token = (token ?? '') + next;
    } else token = (token ?? '') + char;
  }
  if (quote !== undefined) return broken('No closing quotation');
  end();
  return { tokens, error: undefined };
}
