/** python-dotenv's own reading of `.env`: quotes with escapes, comments, several lines, `${references}`. */
import { BLANK, stripEnd } from '../evaluate/library/python-text.js';
import type { AtLeast } from './version.js';

/** One line that names a variable; `null` where it has no `=`. */
export interface DotenvBinding {
  readonly key: string;
  readonly value: string | null;
}

/** The bindings of a `.env` file in order, with references still in them. Lines that cannot be read are left out. */
export function parseDotenv(text: string, atLeast: AtLeast = () => true): DotenvBinding[] {
  const bindings: DotenvBinding[] = [];
  const patterns = createPatterns();
  // Before 0.10.5 a name needs its `=`, and whatever stands behind a value begins the next line.
  const strict = atLeast(0, 10, 5);
  let at = 0;

  const read = (pattern: RegExp): readonly string[] | undefined => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) return undefined;
    at += match[0].length;
    return match.slice(1).map((group) => group ?? '');
  };

  const readKey = (): string | null | undefined => {
    const first = text[at];
    if (first === '#' && strict) return null;
    return (first === "'" ? read(patterns.singleQuotedKey) : read(patterns.unquotedKey))?.[0];
  };

  const readValue = (): string | undefined => {
    const first = text[at];
    if (first === "'") return read(patterns.singleQuoted)?.[0]?.replace(/\\([\\'])/gu, '$1');
    if (first === '"')
      return read(patterns.doubleQuoted)?.[0]?.replace(/\\([\\'"abfnrtv])/gu, (_, char: string) => decoded(char));
    if (first === undefined || first === '\n' || first === '\r') return '';
    if (!atLeast(0, 15)) return readWords();
    const line = read(patterns.rest)?.[0] ?? '';
    return stripEnd(line.replace(patterns.commentInValue, ''));
  };

  /** Before 0.15 a value ended at two blanks, or at a blank before a comment. */
  const readWords = (): string => {
    let value = '';
    for (;;) {
      value += read(patterns.word)?.[0] ?? '';
      const after = [...text.slice(at, at + 4)].slice(0, 2);
      const [first = '', second] = after;
      if (second === undefined || '\r\n'.includes(first) || ' #\r\n'.includes(second)) return value;
      value += after.join('');
      at += after.join('').length;
    }
  };

  const readBinding = (): 'error' | 'nothing' | DotenvBinding => {
    read(patterns.manyBlanks);
    if (at >= text.length) return 'nothing';
    read(patterns.exported);
    const key = readKey();
    if (key === undefined) return 'error';
    read(patterns.blanks);
    let value: string | null | undefined = null;
    if (text[at] === '=') {
      read(patterns.equals);
      value = readValue();
      if (value === undefined) return 'error';
    }
    if (value === null && !strict) return 'error';
    read(strict ? patterns.comment : patterns.distantComment);
    if (!read(patterns.endOfLine) && strict) return 'error';
    return key === null ? 'nothing' : { key, value };
  };

  while (at < text.length) {
    const binding = readBinding();
    if (binding === 'error') read(patterns.restOfLine);
    else if (binding !== 'nothing') bindings.push(binding);
  }
  return bindings;
}

/** Sticky patterns carry a position, so each reading makes its own. */
function createPatterns() {
  const blanks = `(?:(?![\\r\\n])[${BLANK}])*`;
  return {
    manyBlanks: new RegExp(`[${BLANK}]*`, 'uy'),
    blanks: new RegExp(blanks, 'uy'),
    exported: new RegExp(`(?:export(?:(?![\\r\\n])[${BLANK}])+)?`, 'uy'),
    singleQuotedKey: /'([^']+)'/uy,
    unquotedKey: new RegExp(`([^=#${BLANK}]+)`, 'uy'),
    equals: new RegExp(`=${blanks}`, 'uy'),
    singleQuoted: /'((?:\\'|[^'])*)'/uy,
    doubleQuoted: /"((?:\\"|[^"])*)"/uy,
    rest: /([^\r\n]*)/uy,
    word: /([^ \r\n]*)/uy,
    comment: new RegExp(`(?:${blanks}#[^\\r\\n]*)?`, 'uy'),
    distantComment: new RegExp(`(?:[${BLANK}]*#[^\\r\\n]*)?`, 'uy'),
    endOfLine: new RegExp(`${blanks}(?:\\r\\n|\\n|\\r|$)`, 'uy'),
    restOfLine: /[^\r\n]*(?:\r|\n|\r\n)?/uy,
    // From the first of the blanks on, so that they are not gone through again from each of them.
    commentInValue: new RegExp(`(?<![${BLANK}])[${BLANK}]+#[^\\n]*`, 'gu'),
  };
}

function decoded(char: string): string {
  const escapes: Readonly<Record<string, string>> = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };
  return escapes[char] ?? char;
}

/** A piece of a value: text, or a reference `${name}` or `${name:-fallback}`. */
export type DotenvAtom = { readonly text: string } | { readonly name: string; readonly fallback: string };

/** A value's pieces in order. */
export function dotenvAtoms(value: string, atLeast: AtLeast = () => true): DotenvAtom[] {
  const atoms: DotenvAtom[] = [];
  let from = 0;
  // Fallbacks came with 0.13; before, everything between the braces was the name.
  const pattern = atLeast(0, 13) ? /\$\{([^}:]*)(?::-([^}]*))?\}/gu : /\$\{([^}]*)\}/gu;
  for (const match of value.matchAll(pattern)) {
    if (match.index > from) atoms.push({ text: value.slice(from, match.index) });
    atoms.push({ name: match[1] ?? '', fallback: match[2] ?? '' });
    from = match.index + match[0].length;
  }
  if (from < value.length) atoms.push({ text: value.slice(from) });
  return atoms;
}
