/** What CPython refuses in the letters of a text or of bytes, and the parser here reads all the same. */

/** One text as written: what is before its quotes, and what is between them. */
interface Written {
  readonly prefix: string;
  readonly inside: string;
}

/** Texts side by side, with the comments and line ends between them; of an f-string, one that holds no quotes of its own kind. */
const oneText =
  /(?:\s|\\\r?\n|#[^\r\n]*)*([A-Za-z]{0,2})('''(?:\\[\s\S]|[^\\])*?'''|"""(?:\\[\s\S]|[^\\])*?"""|'(?:\\[\s\S]|[^'\\\r\n])*'|"(?:\\[\s\S]|[^"\\\r\n])*")/y;

function writtenTexts(source: string): Written[] {
  const texts: Written[] = [];
  oneText.lastIndex = 0;
  for (let match = oneText.exec(source); match; match = oneText.exec(source)) {
    const [, prefix = '', quoted = ''] = match;
    const width = /^('''|""")/.test(quoted) ? 3 : 1;
    const text = { prefix: prefix.toLowerCase(), inside: quoted.slice(width, -width) };
    // A field that is still open goes on behind its own quotes: where such an f-string ends is not seen here.
    if (/[ft]/.test(text.prefix) && opens(text.inside) > 0) return [];
    texts.push(text);
  }
  return texts;
}

/** How many fields an f-string opens and does not close. */
function opens(inside: string): number {
  const braces = inside.replace(/\{\{|\}\}/g, '');
  return (braces.match(/\{/g)?.length ?? 0) - (braces.match(/\}/g)?.length ?? 0);
}

/** What is wrong with a constant as it is written, a text or several side by side; `undefined` for any that CPython takes. */
export function stringProblem(source: string): string | undefined {
  const texts = writtenTexts(source);
  const bytes = texts.filter(({ prefix }) => prefix.includes('b'));
  for (const { inside } of bytes) {
    if (/[^\0-\x7f]/.test(inside)) return 'bytes can only contain ASCII literal characters';
  }
  if (bytes.length > 0 && bytes.length < texts.length) return 'cannot mix bytes and nonbytes literals';
  for (const text of texts) {
    const problem = escapeProblem(text);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** Escapes that say how many digits follow. */
const widths: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

function escapeProblem({ prefix, inside }: Written): string | undefined {
  if (prefix.includes('r') || prefix.includes('t')) return undefined;
  // The expressions of an f-string are texts of their own.
  const text = prefix.includes('f') ? inside.replace(/\{\{|\}\}/g, '  ').replace(/(?<!\\N)\{[^{}]*\}/g, '') : inside;
  for (const { 1: escape = '', index } of text.matchAll(/\\([\s\S])/g)) {
    const width = widths[escape];
    if (width === undefined || (prefix.includes('b') && escape !== 'x')) continue;
    const digits = /^[0-9a-fA-F]*/.exec(text.slice(index + 2, index + 2 + width))?.[0] ?? '';
    if (digits.length === width && !(escape === 'U' && Number.parseInt(digits, 16) > 0x10ffff)) continue;
    if (prefix.includes('b')) return `(value error) invalid \\x escape at position ${index}`;
    const why =
      digits.length < width ? `truncated \\${escape}${'X'.repeat(width)} escape` : 'illegal Unicode character';
    const end = index + 1 + digits.length;
    return `(unicode error) 'unicodeescape' codec can't decode bytes in position ${index}-${end}: ${why}`;
  }
  return undefined;
}
