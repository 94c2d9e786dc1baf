/** Cuts Python into pieces at speed, and stops where something is odd: what is odd, the grammar looks at. */

/** What a piece is: a name or keyword, a number, a text, a sign, the end of a line. */
export type Sort = 'word' | 'number' | 'text' | 'sign' | 'line' | 'end' | 'odd';

/** Cuts a text, one piece after the other; `sort` and `start` to `at` are those of the piece that was cut last. */
export interface Cutter {
  at: number;
  start: number;
  sort: Sort;
  next(): Sort;
}

const numbers =
  /0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][-+]?\d[\d_]*)?[jJ]?/y;
const signs = /\*\*=?|\/\/=?|<<=?|>>=?|\.\.\.|->|[-+*/%&|^@=!<>:]=|[-+*/%&|^@=<>:.,;~()[\]{}]/y;
const prefixes = /^(?:[bB][rR]?|[rR][bBfF]?|[uU]|[fF][rR]?)$/;
/** Escapes that have to go on in a certain way, where they do not. */
const brokenEscape =
  /(?<!\\)(?:\\\\)*\\(?:x(?![\da-fA-F]{2})|u(?![\da-fA-F]{4})|U(?!00(?:0[\da-fA-F]|10)[\da-fA-F]{4})|N(?!\{[^{}]+\}))/;

/** `look` says whether the inside of a field of a formatted text is odd. */
export function createCutter(text: string, from: number, to: number, look: (start: number, end: number) => boolean) {
  const cutter: Cutter = { at: from, start: from, sort: 'line', next };
  const { length } = text;

  function next(): Sort {
    cutter.sort = cut();
    return cutter.sort;
  }

  function cut(): Sort {
    let at = cutter.at;
    let code = text.charCodeAt(at);
    for (; code === 32 || code === 9 || code === 12 || code === 92; code = text.charCodeAt(at)) {
      const ended = code === 92 ? lineEnd(at + 1) : at + 1;
      if (ended === at + 1 && code === 92) break;
      at = ended;
    }
    if (code === 35) while (at < length && code !== 10 && code !== 13) code = text.charCodeAt(++at);
    cutter.start = at;
    cutter.at = at;
    if (at >= to || at >= length) return 'end';
    if (code === 10 || code === 13) {
      cutter.at = lineEnd(at);
      return 'line';
    }
    if (code === 34 || code === 39) {
      cutter.at += 1;
      return string(code, '');
    }
    if (isDigit(code) || (code === 46 && isDigit(text.charCodeAt(at + 1)))) {
      numbers.lastIndex = at;
      if (numbers.test(text)) cutter.at = numbers.lastIndex;
      return numberSort(text.slice(at, cutter.at));
    }
    if (isLetter(code)) return word();
    signs.lastIndex = at;
    if (!signs.test(text)) return 'odd';
    cutter.at = signs.lastIndex;
    return 'sign';
  }

  /** Behind the end of a line, where one is. */
  function lineEnd(at: number): number {
    const code = text.charCodeAt(at);
    return code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10) ? at + 1 : code === 13 ? at + 2 : at;
  }

  function word(): Sort {
    const { start } = cutter;
    let at = start;
    let wide = false;
    for (let code = text.charCodeAt(at); isLetter(code) || isDigit(code); code = text.charCodeAt(++at))
      wide ||= code > 127;
    cutter.at = at;
    const after = text.charCodeAt(at);
    if ((after === 34 || after === 39) && at - start < 3 && prefixes.test(text.slice(start, at))) {
      cutter.at += 1;
      return string(after, text.slice(start, at).toLowerCase());
    }
    return wide && !/^[\p{XID_Start}_]\p{XID_Continue}*$/u.test(text.slice(start, at)) ? 'odd' : 'word';
  }

  function numberSort(number: string): Sort {
    const odd = /^0[\d_]*[1-9][\d_]*$|__|_$|_[.eEjJ]|\._/.test(number) || /\w/.test(text[cutter.at] ?? '');
    return odd ? 'odd' : 'number';
  }

  /** A text whose first quote has been read. */
  function string(code: number, prefix: string): Sort {
    const triple = text.charCodeAt(cutter.at) === code && text.charCodeAt(cutter.at + 1) === code;
    const inside = triple ? cutter.at + 2 : cutter.at;
    let escaped = false;
    let wide = false;
    let end = inside;
    for (; ; end += 1) {
      if (end >= length) return 'odd';
      const char = text.charCodeAt(end);
      if (char === 92) {
        escaped = true;
        if (text.charCodeAt(end + 1) === 13 && text.charCodeAt(end + 2) === 10) end += 1;
        end += 1;
      } else if (char === code) {
        if (!triple || (text.charCodeAt(end + 1) === code && text.charCodeAt(end + 2) === code)) break;
      } else if (!triple && (char === 10 || char === 13)) return 'odd';
      else if (char > 127) wide = true;
    }
    cutter.at = end + (triple ? 3 : 1);
    if (wide && prefix.includes('b')) return 'odd';
    if (escaped && !prefix.includes('r') && brokenEscape.test(text.slice(inside, end)))
      // In bytes only `\x` says how many digits follow.
      return prefix === 'b' && !/\\x(?![\da-fA-F]{2})/.test(text.slice(inside, end)) ? 'text' : 'odd';
    return prefix.includes('f') && fieldsAreOdd(inside, end) ? 'odd' : 'text';
  }

  /** Whether something between the braces of a formatted text is odd. */
  function fieldsAreOdd(start: number, end: number): boolean {
    for (let at = start; at < end; at += 1) {
      const char = text[at];
      if (char === '}') {
        if (text[at + 1] !== '}') return true;
        at += 1;
      } else if (char === '{') {
        if (text[at + 1] === '{') at += 1;
        else {
          const close = closing(at + 1, end);
          if (close === undefined) return true;
          at = close;
        }
      } else if (char === '\\' && (text[at + 1] === 'N' || text[at + 1] === '{' || text[at + 1] === '}')) return true;
    }
    return false;
  }

  /** The brace that ends a field, where what is in it is plain. */
  function closing(start: number, end: number): number | undefined {
    let depth = 0;
    for (let at = start; at < end; at += 1) {
      const char = text[at] ?? '';
      if (char === '"' || char === "'") {
        const close = text.indexOf(char, at + 1);
        if (close < 0 || close >= end || (text[at + 1] === char && text[at + 2] === char)) return undefined;
        at = close;
      } else if (char === '\\' || char === '#' || char === '\n') return undefined;
      else if ('([{'.includes(char)) depth += 1;
      else if (depth > 0 && ')]}'.includes(char)) depth -= 1;
      else if (depth === 0 && (char === '}' || char === ':' || (char === '!' && text[at + 1] !== '='))) {
        const last = text[at - 1] === '=' ? at - 1 : at;
        if (look(start, last)) return undefined;
        if (char === '}') return at;
        const rest = /(?:![rsa])?(?::[^{}'"\\]*(?:\{[\w.]+\}[^{}'"\\]*)*)?\}/y;
        rest.lastIndex = at;
        const found = rest.exec(text);
        return found && at + found[0].length <= end ? at + found[0].length - 1 : undefined;
      }
    }
    return undefined;
  }

  return cutter;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code > 127;
