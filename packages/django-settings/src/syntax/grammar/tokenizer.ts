/** Cuts source into tokens as CPython 3.13 does, with its words for what cannot be cut. */
import { createIndents } from './indents.js';
import { type Mode, modeOf } from './mode.js';
import { codeOf, nameProblem } from './name-token.js';
import { numberToken } from './number-token.js';
import {
  type Bracket,
  type Broken,
  keyNumbers,
  keywords,
  type Mistake,
  neverClosed,
  type Token,
  type Tokenizer,
  tooDeep,
} from './token.js';

const deepestBrackets = 200;
const deepestFields = 3;
const deepestFormats = 150;

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const signs = /(?:\*\*=|\/\/=|<<=|>>=|\.\.\.|[-+*/%&|^@=!<>:]=|<>|->|\*\*|\/\/|<<|>>|.)/suy;
const word = /[A-Za-z_\u0080-\u{10ffff}][A-Za-z0-9_\u0080-\u{10ffff}]*/uy;
const prefix = /^(?:[bB][rR]?|[rR][bBfF]?|[uU]|[fF][rR]?)$/;

/** A tokenizer over text whose lines end in `\n`, the last one too. */
export function createTokenizer(text: string): Tokenizer {
  const last = Math.max(0, text.length - 1);
  const brackets: Bracket[] = [];
  const modes: [Mode, ...Mode[]] = [modeOf('', false, 0)];
  const indents = createIndents();
  let at = 0;
  let lineBegins = true;

  const token = (key: string, start: number, end = at): Token => ({
    key,
    number: keyNumbers.get(key) ?? 0,
    start,
    end,
    level: brackets.length,
  });
  const broken = (where: number, message: string, loud = true, type: Mistake['type'] = 'SyntaxError'): Broken => ({
    ...token('BROKEN', where, where),
    mistake: { type, message, at: where },
    loud,
  });
  const lineOf = (offset: number): number => text.slice(0, Math.min(offset, text.length)).split('\n').length;
  const match = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    return pattern.test(text) ? text.slice(at, pattern.lastIndex) : '';
  };

  function next(): Token {
    const mode = modes.at(-1) as Mode;
    return mode.inText ? inText(mode) : inCode(mode);
  }

  /** After a backslash that ends a line; what is wrong where it does not. */
  function continued(): Broken | undefined {
    if (text[at + 1] !== '\n') return broken(at, 'unexpected character after line continuation character', false);
    at += 2;
    return at < text.length ? undefined : broken(last, 'unexpected EOF while parsing', false);
  }

  /** Count the indentation of a line that begins, and say what is wrong with it. */
  function indentation(): Broken | undefined {
    const found = indents.read(text, at, brackets.length > 0);
    at = found.end;
    if (found.continues) return continued() ?? indentation();
    if (!found.wrong) return undefined;
    return broken(Math.min(at, last), found.wrong.message, false, found.wrong.type);
  }

  function inCode(mode: Mode): Token {
    for (;;) {
      let blank = false;
      if (lineBegins) {
        lineBegins = false;
        const wrong = indentation();
        if (wrong) return wrong;
        blank = text[at] === '#' || text[at] === '\n';
      }
      const step = indents.step();
      if (step) return token(step, Math.min(at, last));
      while (text[at] === ' ' || text[at] === '\t' || text[at] === '\f') at += 1;
      if (text[at] === '#') while (at < text.length && text[at] !== '\n') at += 1;
      if (at >= text.length) return atEnd();
      const char = text[at] ?? '';
      if (char === '\n') {
        at += 1;
        lineBegins = true;
        if (blank || brackets.length > 0) continue;
        return token('NEWLINE', at - 1);
      }
      if (char === '\\') {
        const wrong = continued();
        if (wrong) return wrong;
        continue;
      }
      return inLine(char, mode);
    }
  }

  function atEnd(): Token {
    const open = brackets.at(-1);
    if (open) {
      const wrong: Broken = { ...token('BROKEN', last), mistake: neverClosed(open), loud: false };
      return wrong;
    }
    return token('ENDMARKER', last);
  }

  function inLine(char: string, mode: Mode): Token {
    const start = at;
    const name = match(word);
    const quote = text[start + name.length] ?? '';
    if ((quote === '"' || quote === "'") && (name === '' || prefix.test(name))) {
      at += name.length;
      return /[fF]/.test(name) ? formatted(start, quote, /[rR]/.test(name)) : string(start, quote, mode);
    }
    if (name !== '') {
      at += name.length;
      const wrong = nameProblem(name);
      return wrong === undefined ? token(keywords.has(name) ? name : 'NAME', start) : broken(start, wrong);
    }
    if ((char >= '0' && char <= '9') || (char === '.' && /[0-9]/.test(text[at + 1] ?? ''))) {
      const number = numberToken(text, at);
      if ('wrong' in number) return broken(start, number.wrong);
      at = number.end;
      return token('NUMBER', start);
    }
    return sign(char, mode);
  }

  function formatted(start: number, sign: string, raw: boolean): Token {
    const quote = text.startsWith(sign.repeat(3), at) ? sign.repeat(3) : sign;
    at += quote.length;
    if (modes.length >= deepestFormats) return broken(start, 'too many nested f-strings');
    modes.push(modeOf(quote, raw, start));
    return token('FSTRING_START', start);
  }

  function string(start: number, sign: string, mode: Mode): Token {
    const triple = text.startsWith(sign.repeat(3), at);
    const quote = triple ? sign.repeat(3) : sign;
    at += quote.length;
    let escaped = false;
    for (;;) {
      if (at >= text.length || (!triple && text[at] === '\n')) {
        const line = lineOf(Math.min(at, last));
        if (mode.quote === quote) return broken(start, "f-string: expecting '}'");
        const hint = escaped && !triple ? '; perhaps you escaped the end quote?' : '';
        const what = triple ? 'triple-quoted string' : 'string';
        return broken(start, `unterminated ${what} literal (detected at line ${line})${hint}`);
      }
      if (text.startsWith(quote, at)) {
        at += quote.length;
        return token('STRING', start);
      }
      if (text[at] === '\\') {
        at += 1;
        escaped ||= text[at] === sign;
      }
      at += 1;
    }
  }

  function sign(char: string, mode: Mode): Token {
    const start = at;
    const inside = modes.length > 1;
    if (inside && mode.fields >= 0 && ':}!{'.includes(char)) {
      const cursor = mode.depth - (char === '{' ? 0 : 1);
      if (cursor === 0) mode.ended = char !== '{';
      if (char === ':' && cursor === mode.fields) {
        mode.inText = true;
        at += 1;
        return token(':', start);
      }
    }
    const found = match(signs);
    at += found.length;
    if ('([{'.includes(found)) {
      if (brackets.length >= deepestBrackets) return broken(start, tooDeep);
      brackets.push({ sign: found, at: start });
      if (inside) mode.depth += 1;
    } else if (')]}'.includes(found)) {
      const wrong = closes(found, start, inside, mode);
      if (wrong) return wrong;
    } else if (found.length === 1 && (found < ' ' || found === '\x7f')) {
      return broken(start, `invalid non-printable character U+${codeOf(found)}`);
    }
    return token(found, start);
  }

  function closes(found: string, start: number, inside: boolean, mode: Mode): Broken | undefined {
    if (inside && mode.depth === 0 && found === '}') return broken(start, "f-string: single '}' is not allowed");
    const open = brackets.pop();
    if (!open) return broken(start, `unmatched '${found}'`);
    if (closing[open.sign] !== found) {
      if (inside && open.sign === '{' && mode.depth - 1 === mode.fields)
        return broken(start, `f-string: unmatched '${found}'`);
      const lines = [lineOf(open.at), lineOf(start)];
      return broken(
        start,
        `closing parenthesis '${found}' does not match opening parenthesis '${open.sign}'${lines[0] === lines[1] ? '' : ` on line ${lines[0]}`}`,
      );
    }
    if (!inside) return undefined;
    mode.depth -= 1;
    if (mode.depth < 0) return broken(start, `f-string: unmatched '${found}'`);
    if (found === '}' && mode.depth === mode.fields) {
      mode.fields -= 1;
      mode.inText = true;
    }
    return undefined;
  }

  /** The letters of a text that is formatted, up to its next field or its end. */
  function inText(mode: Mode): Token {
    const start = at;
    if (text[at] === '{' && text[at + 1] !== '{') return field(mode) ?? inCode(mode);
    if (text.startsWith(mode.quote, at)) {
      at += mode.quote.length;
      modes.pop();
      return token('FSTRING_END', start);
    }
    let named = false;
    for (;;) {
      const inSpec = mode.ended && mode.fields >= 0;
      const char = text[at];
      if (char === undefined || (mode.quote.length === 1 && char === '\n')) {
        if (inSpec && char === '\n') {
          mode.inText = false;
          return token('FSTRING_MIDDLE', start);
        }
        const triple = mode.quote.length === 3 ? 'triple-quoted ' : '';
        const line = lineOf(Math.min(at, last));
        return broken(mode.start, `unterminated ${triple}f-string literal (detected at line ${line})`);
      }
      if (text.startsWith(mode.quote, at)) return token('FSTRING_MIDDLE', start);
      at += 1;
      if (char === '{') {
        mode.ended = false;
        if (text[at] === '{' && !inSpec) at += 1;
        else {
          at -= 1;
          return field(mode) ?? token('FSTRING_MIDDLE', start);
        }
        return token('FSTRING_MIDDLE', start);
      }
      if (char === '}') {
        if (named) return token('FSTRING_MIDDLE', start);
        if (text[at] === '}' && !inSpec && mode.depth === 0) at += 1;
        else {
          at -= 1;
          mode.inText = false;
        }
        return token('FSTRING_MIDDLE', start);
      }
      if (char === '\\') {
        if (text[at] === '{' || text[at] === '}') continue;
        at += 1;
        if (!mode.raw && text[at - 1] === 'N' && text[at] === '{') {
          at += 1;
          named = true;
        }
      }
    }
  }

  /** Begin a field of a formatted text. */
  function field(mode: Mode): Broken | undefined {
    mode.fields += 1;
    mode.inText = false;
    return mode.fields >= deepestFields ? broken(at, 'f-string: expressions nested too deeply') : undefined;
  }

  return { next, brackets, inText: () => modes.length > 1 };
}
