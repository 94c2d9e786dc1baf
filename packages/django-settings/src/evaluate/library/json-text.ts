/** `json.loads`: JSON as Python reads it, with ints of any size, NaN, and Python's own errors. */
import { budgets } from '../../budgets.js';
import { dictOf } from '../keys.js';
import { bool, float, int, list, none, type PyValue, str } from '../value.js';
import { PythonError, Undecided } from './plain.js';

/**
 * The value of a JSON text. Raises `json.decoder.JSONDecodeError` with Python's message; `namesTrailingComma` is how
 * Python words it since 3.13.
 */
export function parseJson(text: string, namesTrailingComma = false): PyValue {
  let at = 0;

  const fail = (message: string, where = at): never => {
    const before = text.slice(0, where);
    const line = before.split('\n').length;
    const column = where - before.lastIndexOf('\n');
    throw new PythonError('json.decoder.JSONDecodeError', `${message}: line ${line} column ${column} (char ${where})`);
  };
  const skip = (): void => {
    while (at < text.length && ' \t\n\r'.includes(text[at] ?? '')) at += 1;
  };

  function readValue(depth: number): PyValue {
    if (depth > budgets.depth) throw new Undecided('the JSON is nested too deeply');
    const char = text[at];
    if (char === '"') return str(readString());
    if (char === '{') return readObject(depth);
    if (char === '[') return readArray(depth);
    for (const [word, value] of WORDS) {
      if (text.startsWith(word, at)) {
        at += word.length;
        return value;
      }
    }
    const pattern = /(-?(?:0|[1-9]\d*))(\.\d+)?([eE][-+]?\d+)?/uy;
    pattern.lastIndex = at;
    const number = pattern.exec(text);
    if (!number?.[1]) return fail('Expecting value');
    at += number[0].length;
    return number[2] === undefined && number[3] === undefined ? int(BigInt(number[1])) : float(Number(number[0]));
  }

  function readArray(depth: number): PyValue {
    const items: PyValue[] = [];
    at += 1;
    skip();
    if (text[at] === ']') {
      at += 1;
      return list(items);
    }
    for (;;) {
      items.push(readValue(depth + 1));
      skip();
      if (text[at] === ']') break;
      if (text[at] !== ',') fail("Expecting ',' delimiter");
      const comma = at;
      at += 1;
      skip();
      if (text[at] === ']') trailing('array', comma);
    }
    at += 1;
    return list(items);
  }

  function readObject(depth: number): PyValue {
    const pairs: [PyValue, PyValue][] = [];
    at += 1;
    skip();
    if (text[at] === '}') {
      at += 1;
      return dictOf(pairs);
    }
    if (text[at] !== '"') fail('Expecting property name enclosed in double quotes');
    for (;;) {
      const key = str(readString());
      skip();
      if (text[at] !== ':') fail("Expecting ':' delimiter");
      at += 1;
      skip();
      pairs.push([key, readValue(depth + 1)]);
      skip();
      if (text[at] === '}') break;
      if (text[at] !== ',') fail("Expecting ',' delimiter");
      const comma = at;
      at += 1;
      skip();
      if (text[at] === '}') trailing('object', comma);
      if (text[at] !== '"') fail('Expecting property name enclosed in double quotes');
    }
    at += 1;
    return dictOf(pairs);
  }

  function trailing(what: 'array' | 'object', comma: number): never {
    if (namesTrailingComma) return fail(`Illegal trailing comma before end of ${what}`, comma);
    return fail(what === 'array' ? 'Expecting value' : 'Expecting property name enclosed in double quotes');
  }

  function readString(): string {
    const begin = at;
    let out = '';
    at += 1;
    for (;;) {
      const char = text[at];
      if (char === undefined) return fail('Unterminated string starting at', begin);
      if (char === '"') break;
      if (char < ' ') return fail('Invalid control character at');
      if (char !== '\\') {
        out += char;
        at += 1;
        continue;
      }
      const escape = text[at + 1];
      if (escape === undefined) return fail('Unterminated string starting at', begin);
      if (escape === 'u') {
        const digits = text.slice(at + 2, at + 6);
        if (!/^[0-9a-fA-F]{4}$/u.test(digits)) return fail('Invalid \\uXXXX escape', at + 1);
        out += String.fromCharCode(Number.parseInt(digits, 16));
        at += 6;
        continue;
      }
      const plain = ESCAPES[escape];
      if (plain === undefined) return fail('Invalid \\escape');
      out += plain;
      at += 2;
    }
    at += 1;
    return out;
  }

  if (text.startsWith('\ufeff')) fail('Unexpected UTF-8 BOM (decode using utf-8-sig)');
  skip();
  const value = readValue(0);
  skip();
  if (at < text.length) fail('Extra data');
  return value;
}

const WORDS: readonly (readonly [string, PyValue])[] = [
  ['null', none],
  ['true', bool(true)],
  ['false', bool(false)],
  ['NaN', float(Number.NaN)],
  ['Infinity', float(Number.POSITIVE_INFINITY)],
  ['-Infinity', float(Number.NEGATIVE_INFINITY)],
];

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};
