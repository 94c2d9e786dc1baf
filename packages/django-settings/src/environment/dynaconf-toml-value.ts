/** One TOML value as dynaconf reads it out of a variable: `key=TEXT`. What is no TOML is the text itself. */
import { bool, emptyDict, float, int, list, type PyDict, type PyValue, str, stringKey } from '../evaluate/value.js';
import { DynaconfDoubt } from './dynaconf-doubt.js';

/** Not TOML. */
class NoToml extends Error {}

const deepest = 100;
const NUMBER = /[+-]?(?:0|[1-9](?:_?\d)*)(?:\.\d(?:_?\d)*)?(?:[eE][+-]?\d(?:_?\d)*)?/uy;
const BASED = /0x[\dA-Fa-f](?:_?[\dA-Fa-f])*|0o[0-7](?:_?[0-7])*|0b[01](?:_?[01])*/uy;
const SPECIAL = /[+-]?(?:inf|nan)/uy;
const DATE = /\d{4}-\d\d-\d\d|\d\d:\d\d:\d\d/uy;
const BARE = /[A-Za-z0-9_-]+/uy;
const ESCAPES: Readonly<Record<string, string>> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', '"': '"', '\\': '\\' };

/** The value of a text, or the text where it is none. */
export function tomlValue(given: string): PyValue {
  const text = given.replace(/\r\n/gu, '\n');
  try {
    return createReader(text).whole();
  } catch (error) {
    if (error instanceof NoToml) return str(given);
    throw error;
  }
}

function createReader(text: string) {
  let at = 0;

  const fail = (): never => {
    throw new NoToml();
  };
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const skip = (blanks: string): void => {
    while (at < text.length && blanks.includes(text[at] ?? '')) at += 1;
  };
  const comment = (): void => {
    if (text[at] !== '#') return;
    while (at < text.length && text[at] !== '\n') {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: TOML forbids them in comments
      if (/[\0-\x08\x0a-\x1f\x7f]/u.test(text[at] ?? '')) fail();
      at += 1;
    }
  };
  /** Blanks, line ends and comments, as arrays have them. */
  const skipLines = (): void => {
    for (;;) {
      const before = at;
      skip(' \t\n');
      comment();
      if (at === before) return;
    }
  };

  function value(depth: number): PyValue {
    if (depth > deepest) throw new DynaconfDoubt('the value is nested too deeply');
    const char = text[at] ?? '';
    if (char === '"' || char === "'") return str(quoted(true));
    if (char === '[') return array(depth);
    if (char === '{') return table(depth);
    if (text.startsWith('true', at)) return word('true', bool(true));
    if (text.startsWith('false', at)) return word('false', bool(false));
    DATE.lastIndex = at;
    if (DATE.test(text)) throw new DynaconfDoubt('dates in TOML are not modelled');
    const based = take(BASED);
    if (based !== undefined) return int(BigInt(based.replaceAll('_', '')));
    const number = take(NUMBER);
    if (number !== undefined) {
      const digits = number.replaceAll('_', '');
      if (digits.length > 4000) throw new DynaconfDoubt('the number is very long');
      return /[.eE]/u.test(digits) ? float(Number(digits)) : int(BigInt(digits.replace(/^\+/u, '')));
    }
    const special = take(SPECIAL);
    if (special === undefined) return fail();
    const sign = special.startsWith('-') ? -1 : 1;
    return float(special.endsWith('nan') ? Number.NaN : sign * Number.POSITIVE_INFINITY);
  }

  function word(written: string, made: PyValue): PyValue {
    at += written.length;
    return made;
  }

  function array(depth: number): PyValue {
    at += 1;
    const items: PyValue[] = [];
    for (;;) {
      skipLines();
      if (text[at] === ']') break;
      items.push(value(depth + 1));
      skipLines();
      if (text[at] === ']') break;
      if (text[at] !== ',') fail();
      at += 1;
    }
    at += 1;
    return list(items);
  }

  function table(depth: number): PyDict {
    at += 1;
    const dict = emptyDict();
    skip(' \t');
    if (text[at] === '}') {
      at += 1;
      return dict;
    }
    for (;;) {
      skip(' \t');
      const key = keyPart();
      skip(' \t');
      if (text[at] === '.') throw new DynaconfDoubt('dotted keys of an inline table are not followed');
      if (text[at] !== '=') fail();
      at += 1;
      skip(' \t');
      if (dict.entries.has(stringKey(key))) fail();
      dict.entries.set(stringKey(key), { key: str(key), value: value(depth + 1) });
      skip(' \t');
      if (text[at] === '}') break;
      if (text[at] !== ',') fail();
      at += 1;
    }
    at += 1;
    return dict;
  }

  function keyPart(): string {
    if (text[at] === '"' || text[at] === "'") return quoted(false);
    return take(BARE) ?? fail();
  }

  /** A string; keys have no strings of several lines. */
  function quoted(several: boolean): string {
    const quote = text[at] ?? '';
    if (text.startsWith(quote.repeat(3), at)) {
      if (!several) fail();
      return longString(quote);
    }
    at += 1;
    let made = '';
    for (;;) {
      const char = text[at];
      if (char === undefined || char === '\n') return fail();
      if (char === quote) break;
      made += quote === '"' && char === '\\' ? escape() : plain(char);
    }
    at += 1;
    return made;
  }

  function plain(char: string): string {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: TOML forbids them in strings
    if (/[\0-\x08\x0b-\x1f\x7f]/u.test(char)) fail();
    at += 1;
    return char;
  }

  function longString(quote: string): string {
    at += 3;
    if (text[at] === '\n') at += 1;
    let made = '';
    for (;;) {
      const char = text[at];
      if (char === undefined) return fail();
      if (text.startsWith(quote.repeat(3), at)) break;
      if (quote === '"' && char === '\\' && /\\[ \t]*\n/uy.test(text.slice(at))) {
        at += 1;
        skip(' \t\n');
      } else made += quote === '"' && char === '\\' ? escape() : plain(char);
    }
    at += 3;
    // Up to two more quotes belong to the string.
    for (let more = 0; more < 2 && text[at] === quote; more += 1) {
      made += quote;
      at += 1;
    }
    return made;
  }

  function escape(): string {
    const char = text[at + 1] ?? '';
    at += 2;
    const simple = ESCAPES[char];
    if (simple !== undefined) return simple;
    const length = char === 'u' ? 4 : char === 'U' ? 8 : 0;
    const digits = text.slice(at, at + length);
    if (length === 0 || digits.length < length || !/^[\dA-Fa-f]+$/u.test(digits)) return fail();
    const code = Number.parseInt(digits, 16);
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return fail();
    at += length;
    return String.fromCodePoint(code);
  }

  return {
    whole(): PyValue {
      skip(' \t');
      const made = value(0);
      skip(' \t');
      comment();
      if (at >= text.length) return made;
      if (text[at] !== '\n') return fail();
      if (text.slice(at).trim() !== '') throw new DynaconfDoubt('the variable holds several lines of TOML');
      return made;
    },
  };
}
