/** What CPython refuses in the letters of a text or of bytes. */

/** What is wrong with one text as it is written, with its prefix and its quotes; `undefined` for any that CPython takes. */
export function stringProblem(source: string): string | undefined {
  const [, prefix = '', quotes = ''] = /^([A-Za-z]*)('''|"""|'|")/.exec(source) ?? [];
  const inside = source.slice(prefix.length + quotes.length, -quotes.length);
  if (/b/i.test(prefix) && /[^\0-\x7f]/.test(inside)) return 'bytes can only contain ASCII literal characters';
  return escapeProblem(prefix.toLowerCase(), inside);
}

/** Escapes that say how many digits follow. */
const widths: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** What is wrong with the escapes of letters whose text has that prefix. */
export function escapeProblem(prefix: string, inside: string): string | undefined {
  if (prefix.includes('r') || !inside.includes('\\')) return undefined;
  const bytes = prefix.includes('b');
  // CPython counts in the text in which each letter that is not ASCII is itself an escape.
  const text = bytes ? inside : inside.replace(/[^\0-\x7f]/gu, '\\U00000000');
  for (const { 1: escape = '', index } of text.matchAll(/\\([\s\S])/g)) {
    const undecoded = (end: number, why: string): string =>
      `(unicode error) 'unicodeescape' codec can't decode bytes in position ${index}-${end}: ${why}`;
    if (escape === 'N' && !bytes) {
      const rest = text.slice(index + 2);
      const named = /^\{[^}]*\}/.exec(rest);
      if (!named || named[0] === '{}')
        return undecoded(index + 1 + (/^\{[^}]*/.exec(rest)?.[0].length ?? 0), 'malformed \\N character escape');
      continue;
    }
    const width = widths[escape];
    if (width === undefined || (bytes && escape !== 'x')) continue;
    const digits = /^[0-9a-fA-F]*/.exec(text.slice(index + 2, index + 2 + width))?.[0] ?? '';
    if (digits.length === width && !(escape === 'U' && Number.parseInt(digits, 16) > 0x10ffff)) continue;
    if (bytes) return `(value error) invalid \\x escape at position ${index}`;
    const end = index + 1 + digits.length;
    return undecoded(
      end,
      digits.length < width ? `truncated \\${escape}${'X'.repeat(width)} escape` : 'illegal Unicode character',
    );
  }
  return undefined;
}
