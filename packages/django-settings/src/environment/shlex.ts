/** `shlex` as python-decouple's `Csv` drives it: POSIX mode, split at the delimiter only. */
import { PythonError } from '../evaluate/library/plain.js';

/**
 * The tokens of a text. Quotes group and disappear, a backslash escapes, `#` comments out the rest of the line.
 * Raises ValueError for an unclosed quote or a trailing backslash.
 */
export function shlexTokens(text: string, delimiters: string): string[] {
  const tokens: string[] = [];
  let token: string | undefined;
  let quote: string | undefined;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (quote !== undefined) {
      if (char === quote) quote = undefined;
      else if (char === '\\' && quote === '"') {
        at += 1;
        const next = text[at];
        if (next === undefined) throw new PythonError('ValueError', 'No escaped character');
        // Inside double quotes a backslash stays unless it escapes itself or the quote.
        token = (token ?? '') + (next === '\\' || next === '"' ? next : `\\${next}`);
      } else token = (token ?? '') + char;
    } else if (delimiters.includes(char)) {
      if (token !== undefined) tokens.push(token);
      token = undefined;
    } else if (char === '#') {
      const end = text.indexOf('\n', at);
      at = end < 0 ? text.length : end;
      // A comment ends a token that has begun.
      if (token !== undefined) tokens.push(token);
      token = undefined;
    } else if (char === "'" || char === '"') {
      quote = char;
      token ??= '';
    } else if (char === '\\') {
      at += 1;
      const next = text[at];
      if (next === undefined) throw new PythonError('ValueError', 'No escaped character');
      token = (token ?? '') + next;
    } else token = (token ?? '') + char;
  }
  if (quote !== undefined) throw new PythonError('ValueError', 'No closing quotation');
  if (token !== undefined) tokens.push(token);
  return tokens;
}
