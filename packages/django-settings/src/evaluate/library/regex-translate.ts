/** Python regular expressions as JavaScript's, where both mean exactly the same; nothing where they might not. */

import { Widths } from './regex-widths.js';

/** A translated pattern, with what bounds the time it can take. */
export interface TranslatedPattern {
  readonly source: string;
  readonly flags: string;
  /** Quantifiers without an upper bound: each multiplies the work by the subject's length. */
  readonly loops: number;
  /** Whether a loop holds a loop or a choice: work can double with every character. */
  readonly nested: boolean;
  /** Alternatives and optional parts. */
  readonly choices: number;
  readonly groupNames: readonly (string | undefined)[];
}

/** Python's flag bits that are understood: IGNORECASE, MULTILINE, DOTALL, UNICODE, ASCII. */
const FLAGS = { i: 2n, m: 8n, s: 16n, u: 32n, a: 256n } as const;

/** The translation; `undefined` where the pattern uses what JavaScript lacks, reads otherwise, or is not ASCII. */
export function translatePattern(pattern: string, bits: bigint): TranslatedPattern | undefined {
  if (/[^\n\t -~]/u.test(pattern)) return undefined;
  let flags = bits;
  let text = pattern;
  const inline = /^\(\?([a-z]+)\)/u.exec(text);
  if (inline?.[1] !== undefined) {
    for (const letter of inline[1]) {
      const bit = Object.hasOwn(FLAGS, letter) ? FLAGS[letter as keyof typeof FLAGS] : undefined;
      if (bit === undefined) return undefined;
      flags |= bit;
    }
    text = text.slice(inline[0].length);
  }
  if ((flags & ~(FLAGS.i | FLAGS.m | FLAGS.s | FLAGS.u | FLAGS.a)) !== 0n) return undefined;
  const multiline = (flags & FLAGS.m) !== 0n;
  const body = translateBody(text, multiline, (flags & FLAGS.s) !== 0n);
  if (!body) return undefined;
  return { ...body, flags: `${(flags & FLAGS.i) === 0n ? '' : 'i'}${multiline ? 'm' : ''}` };
}

function translateBody(
  text: string,
  multiline: boolean,
  dotAll: boolean,
): Omit<TranslatedPattern, 'flags'> | undefined {
  let out = '';
  let loops = 0;
  let nested = false;
  let choices = 0;
  const names: (string | undefined)[] = [];
  // Whether each open group holds a loop or an alternation, and whether the piece just read does.
  const groups: boolean[] = [];
  const namesBefore: number[] = [];
  // Captures inside the group that was just closed: JavaScript forgets them at each turn of a loop, Python does not.
  let capturesInside = 0;
  let loopsInside = false;
  let quantifiable = false;
  const widths = new Widths();
  // Whether the group just closed captures, itself or inside, and which of the open ones do.
  let captures = false;
  const capturing: boolean[] = [];

  for (let at = 0; at < text.length; ) {
    const char = text[at] ?? '';
    const rest = text.slice(at);
    let piece = char;
    let taken = 1;
    let inside = false;
    let captured = 0;
    let repeatable = true;
    let closed = false;
    let width: number | undefined = 1;
    if (char === '\\') {
      const escape = /^\\(?:[dDwWsSbB]|[1-9](?!\d)|[nrtfv]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|[AZ]|[^A-Za-z0-9])/u.exec(
        rest,
      )?.[0];
      if (escape === undefined) return undefined;
      taken = escape.length;
      piece = escape === '\\A' ? '(?<![\\s\\S])' : escape === '\\Z' ? '(?![\\s\\S])' : escape;
      repeatable = !/^\\[AZbB]$/u.test(escape);
      if (/^\\[AZbB1-9]/u.test(escape)) width = 0;
    } else if (char === '[') {
      const cls = translateClass(rest);
      if (!cls) return undefined;
      [piece, taken] = [cls.source, cls.length];
    } else if (char === '(') {
      const open = /^\((?:\?(?:P<([A-Za-z_]\w*)>|P=([A-Za-z_]\w*)\)|[:=!]|<[=!]))?/u.exec(rest);
      if (!open || (rest.startsWith('(?') && open[0] === '(')) return undefined;
      taken = open[0].length;
      if (open[2] !== undefined) [piece, width] = [`\\k<${open[2]}>`, 0];
      else {
        piece = open[1] === undefined ? open[0] : `(?<${open[1]}>`;
        const captures = open[0] === '(' || open[1] !== undefined;
        if (captures) names.push(open[1]);
        capturing.push(captures);
        widths.open(captures || open[0] === '(?:');
        width = undefined;
        groups.push(false);
        namesBefore.push(names.length);
        repeatable = false;
      }
    } else if (char === ')') {
      const held = groups.pop();
      if (held === undefined) return undefined;
      inside = held;
      captured = names.length - (namesBefore.pop() ?? 0);
      closed = true;
      captures = capturing.pop() === true || captured > 0;
      widths.close();
      if (held && groups.length > 0) groups[groups.length - 1] = true;
    } else if (char === '|') {
      choices += 1;
      widths.alternative();
      width = undefined;
      if (groups.length > 0) groups[groups.length - 1] = true;
      repeatable = false;
    } else if (char === '*' || char === '+' || char === '?' || char === '{') {
      const quantifier = /^(?:[*+?]|\{\d{1,4}(?:,\d{0,4})?\})\??/u.exec(rest)?.[0];
      if (quantifier === undefined || !quantifiable || /^[*+?{]/u.test(rest.slice(quantifier.length))) return undefined;
      // What a group has that was asked for nothing, JavaScript forgets and Python keeps.
      if (captures && widths.last === 0) return undefined;
      widths.repeat(leastOf(quantifier));
      width = undefined;
      [piece, taken, repeatable] = [quantifier, quantifier.length, false];
      if (quantifier.startsWith('?')) {
        choices += 1;
        if (groups.length > 0) groups[groups.length - 1] = true;
      }
      if (/^(?:[*+]|\{\d+,\}|\{)/u.test(quantifier)) {
        if (capturesInside > 0) return undefined;
        loops += 1;
        if (loopsInside) nested = true;
        if (groups.length > 0) groups[groups.length - 1] = true;
      }
    } else if (char === '.') piece = dotAll ? '[\\s\\S]' : '[^\\n]';
    else if (char === '$') {
      piece = multiline ? '(?=\\n|(?![\\s\\S]))' : '(?=\\n?(?![\\s\\S]))';
      width = 0;
      repeatable = false;
    } else if (char === '^') {
      piece = multiline ? '(?<=\\n|(?<![\\s\\S]))' : '(?<![\\s\\S])';
      width = 0;
      repeatable = false;
    } else if (char === '}' || char === ']') piece = `\\${char}`;
    if (!closed) captures = false;
    if (width !== undefined && !closed) widths.piece(width);
    out += piece;
    at += taken;
    quantifiable = repeatable;
    loopsInside = inside;
    capturesInside = captured;
  }
  return groups.length === 0 ? { source: out, loops, nested, choices, groupNames: names } : undefined;
}

/** How many times a quantifier asks for its piece. */
function leastOf(quantifier: string): number {
  return quantifier.startsWith('+') ? 1 : Number(/^\{(\d+)/u.exec(quantifier)?.[1] ?? 0);
}

function translateClass(text: string): { readonly source: string; readonly length: number } | undefined {
  let at = 1;
  let out = '[';
  if (text[at] === '^') {
    out += '^';
    at += 1;
  }
  const first = at;
  for (; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (char === ']' && at > first) return isValid(`${out}]`) ? { source: `${out}]`, length: at + 1 } : undefined;
    if (char === '\\') {
      const escape = /^\\(?:[dDwWsSb]|[nrtfv]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|[^A-Za-z0-9])/u.exec(text.slice(at))?.[0];
      if (escape === undefined) return undefined;
      out += escape;
      at += escape.length - 1;
    } else out += char === ']' || char === '[' ? `\\${char}` : char;
  }
  return undefined;
}

function isValid(source: string): boolean {
  try {
    return new RegExp(source).source !== '';
  } catch {
    return false;
  }
}
