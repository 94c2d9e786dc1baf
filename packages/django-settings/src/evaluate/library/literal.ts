/** Python literals out of strings, for `ast.literal_eval` and the libraries that use it on environment variables. */
import { dictOf, keyOf, setOf } from '../keys.js';
import { bool, bytes, ellipsis, float, int, list, none, type PyValue, str, tuple } from '../value.js';
import type { Plain } from './plain.js';
import { encodeUtf8 } from './utf8.js';

/** How a text is no literal: not even Python, or Python that is not a literal (a name, a call, arithmetic). */
export interface NotLiteral {
  readonly not: 'python' | 'literal';
}

/** A literal's value, or the text itself where it is none: what django-environ calls `_cast`. */
export function literalOrText(text: string): Plain {
  const found = parseLiteral(text);
  return 'not' in found ? text : { ready: found };
}

/** `ast.literal_eval(text)`. */
export function parseLiteral(text: string): PyValue | NotLiteral {
  const plain = text.replace(/^[ \t]+/u, '');
  const blank = /^(?:[ \t\f]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))*/u.exec(plain)?.[0].length ?? 0;
  // Only the first line may be indented.
  if ((blank > 0 && /^[ \t]/u.test(plain.slice(blank))) || /[\r\n][ \t\f]+$/u.test(plain)) return { not: 'python' };
  const reader = createReader(withoutEnd(plain.slice(blank)));
  try {
    const value = reader.readSequence();
    if (value && reader.atEnd()) return value;
  } catch (error) {
    // Only a stack that ran out can end here: thousands of brackets.
    if (!(error instanceof RangeError)) throw error;
  }
  return { not: /^[^\W\d]\w*(?:\.[^\W\d]\w*)*$/u.test(text.trim()) ? 'literal' : 'python' };
}

/** The text without what the tokenizer skips at its end. */
function withoutEnd(text: string): string {
  let end = text.length;
  while (' \t\f\r\n'.includes(text[end - 1] ?? 'x')) end -= 1;
  return text.slice(0, end);
}

function createReader(text: string) {
  let at = 0;

  const match = (pattern: RegExp): RegExpExecArray | undefined => {
    const found = new RegExp(pattern.source, `${pattern.flags}y`);
    found.lastIndex = at;
    const result = found.exec(text) ?? undefined;
    if (result) at += result[0].length;
    return result;
  };
  const skip = (inside: boolean): void => {
    match(inside ? /(?:[ \t\f\r\n]|\\\n|#[^\n]*)*/u : /[ \t\f]*/u);
  };
  const take = (char: string): boolean => {
    if (text[at] !== char) return false;
    at += 1;
    return true;
  };

  /** An expression list: one value, or a tuple where there are commas. */
  function readSequence(): PyValue | undefined {
    const items: PyValue[] = [];
    let comma = false;
    for (;;) {
      skip(false);
      if (at >= text.length && comma) break;
      const item = readItem(false);
      if (!item) return undefined;
      items.push(item);
      skip(false);
      if (!take(',')) break;
      comma = true;
    }
    return comma ? tuple(items) : items[0];
  }

  function readItem(inside: boolean): PyValue | undefined {
    skip(inside);
    const sign = match(/[+-]/u)?.[0];
    if (sign !== undefined) {
      skip(inside);
      const number = readNumber();
      if (!number || sign === '+') return number;
      return number.kind === 'int' ? int(-number.value) : float(-number.value);
    }
    const next = text[at];
    if (next === '[') return readBracket(']', list);
    if (next === '(') return readParenthesis();
    if (next === '{') return readBrace();
    const word = match(/(?:None|True|False)(?!\w)/u)?.[0];
    if (word !== undefined) return word === 'None' ? none : bool(word === 'True');
    if (match(/\.\.\.(?!\.)/u)) return ellipsis;
    if (match(/set\(\)/u)) return setOf([]);
    return readNumber() ?? readStrings(inside);
  }

  function readItems(close: string): { readonly items: PyValue[]; readonly comma: boolean } | undefined {
    const items: PyValue[] = [];
    let comma = false;
    at += 1;
    for (;;) {
      skip(true);
      if (take(close)) return { items, comma };
      if (items.length > 0 && !comma) return undefined;
      const item = readItem(true);
      if (!item) return undefined;
      items.push(item);
      skip(true);
      comma = take(',');
    }
  }

  function readBracket(close: string, make: (items: PyValue[]) => PyValue): PyValue | undefined {
    const found = readItems(close);
    return found && make(found.items);
  }

  function readParenthesis(): PyValue | undefined {
    const found = readItems(')');
    if (!found) return undefined;
    return found.items.length === 1 && !found.comma ? found.items[0] : tuple(found.items);
  }

  function readBrace(): PyValue | undefined {
    const begin = at;
    const set = readItems('}');
    if (set && set.items.length > 0) return set.items.every(isHashable) ? setOf(set.items) : undefined;
    at = begin + 1;
    const pairs: [PyValue, PyValue][] = [];
    let comma = true;
    for (;;) {
      skip(true);
      if (take('}')) return dictOf(pairs);
      const key = comma ? readItem(true) : undefined;
      if (!key || !isHashable(key)) return undefined;
      skip(true);
      const value = take(':') ? readItem(true) : undefined;
      if (!value) return undefined;
      pairs.push([key, value]);
      skip(true);
      comma = take(',');
    }
  }

  function readNumber(): ReturnType<typeof int> | ReturnType<typeof float> | undefined {
    const based = match(/0[xX](?:_?[0-9a-fA-F])+(?!\w)|0[oO](?:_?[0-7])+(?!\w)|0[bB](?:_?[01])+(?!\w)/u)?.[0];
    if (based !== undefined) return int(BigInt(based.replaceAll('_', '')));
    const real = match(/(?:\d+(?:_\d+)*\.(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:[eE][+-]?\d+(?:_\d+)*)?(?![\w.])/u)?.[0];
    if (real !== undefined) return float(Number(real.replaceAll('_', '')));
    const power = match(/\d+(?:_\d+)*[eE][+-]?\d+(?:_\d+)*(?![\w.])/u)?.[0];
    if (power !== undefined) return float(Number(power.replaceAll('_', '')));
    const whole = match(/(?:[1-9]\d*(?:_\d+)*|0+(?:_0+)*)(?![\w.])/u)?.[0];
    return whole === undefined ? undefined : int(BigInt(whole.replaceAll('_', '')));
  }

  function readStrings(inside: boolean): PyValue | undefined {
    let joined: PyValue | undefined;
    for (;;) {
      const mark = at;
      const one = readString();
      if (!one) {
        at = mark;
        return joined;
      }
      if (joined && joined.kind !== one.kind) return undefined;
      joined = joined ? { ...one, value: (joined as typeof one).value + one.value } : one;
      skip(inside);
    }
  }

  function readString(): ReturnType<typeof str> | ReturnType<typeof bytes> | undefined {
    const open = match(/([uU]|[bB]|[rR]|[bB][rR]|[rR][bB])?("""|'''|"|')/u);
    if (!open) return undefined;
    const prefix = (open[1] ?? '').toLowerCase();
    const quote = open[2] ?? '';
    let raw = '';
    for (;;) {
      if (at >= text.length || (quote.length === 1 && text[at] === '\n')) return undefined;
      if (text.startsWith(quote, at)) break;
      if (text[at] === '\\') {
        raw += text.slice(at, at + 2);
        at += 2;
      } else {
        raw += text[at];
        at += 1;
      }
    }
    at += quote.length;
    const isBytes = prefix.includes('b');
    const value = prefix.includes('r') ? raw : unescape(raw, isBytes);
    if (value === undefined) return undefined;
    if (!isBytes) return str(value);
    return encodeUtf8(value)?.length === value.length || !prefix.includes('r') ? bytes(value) : undefined;
  }

  return { readSequence, atEnd: () => at >= text.length };
}

function isHashable(value: PyValue): boolean {
  return 'key' in keyOf(value);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** The text of a string literal's inside; `undefined` for an escape that is wrong, or is a character by its name. */
function unescape(raw: string, isBytes: boolean): string | undefined {
  let failed = isBytes && /[^\0-\x7f]/u.test(raw);
  const text = raw.replace(
    /\\(?:x([\s\S]{0,2})|u([\s\S]{0,4})|U([\s\S]{0,8})|([0-7]{1,3})|([\s\S]))/gu,
    (all, ...groups) => {
      const [hex, four, eight, octal, char] = groups as (string | undefined)[];
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & (isBytes ? 0xff : 0x1ff));
      if (char !== undefined) {
        if (char === 'N' && !isBytes) failed = true;
        return ESCAPES[char] ?? all;
      }
      if (isBytes && hex === undefined) return all;
      const digits = hex ?? four ?? eight ?? '';
      const wanted = hex !== undefined ? 2 : four !== undefined ? 4 : 8;
      const code = Number.parseInt(digits, 16);
      if (!/^[0-9a-fA-F]+$/u.test(digits) || digits.length !== wanted || code > 0x10ffff) {
        failed = true;
        return '';
      }
      return String.fromCodePoint(code);
    },
  );
  return failed ? undefined : text;
}
