/** The string logic of modelled standard modules against what CPython gave. */
import { describe, expect, test } from 'vitest';
import { iniValue, readIni } from '../src/evaluate/library/ini.js';
import { parseJson } from '../src/evaluate/library/json-text.js';
import { parseLiteral } from '../src/evaluate/library/literal.js';
import { PythonError } from '../src/evaluate/library/plain.js';
import * as path from '../src/evaluate/library/posix-path.js';
import * as pure from '../src/evaluate/library/pure-path.js';
import * as url from '../src/evaluate/library/url-parts.js';
import { noted, type Recorded, sorted } from './environment-recorded.js';
import recorded from './library-recorded.json' with { type: 'json' };

const cases = recorded as unknown as Record<string, [string, ...unknown[]][]>;
const table = (name: string) => cases[name] ?? [];

describe('os.path', () => {
  test.each(table('normpath'))('normalises %j', (given, expected) => expect(path.normalise(given)).toBe(expected));
  test.each(table('pathsplit'))('splits %j', (given, expected) => expect(path.split(given)).toEqual(expected));
  test.each(table('splitext'))('splits the extension off %j', (given, expected) =>
    expect(path.splitExtension(given)).toEqual(expected),
  );
  test.each(table('join'))('joins %j', (given, expected) => {
    const [first = '', ...rest] = given;
    expect(path.join(first, ...rest)).toBe(expected);
  });
  test.each(table('relpath'))('finds the way to %j from %j', (to, from, expected) =>
    expect(path.relative(to, from as string, '/w')).toBe(expected),
  );
  test.each(table('commonpath'))('finds what %j share', (given, expected) => {
    const found = path.commonPath(given as unknown as string[]);
    const { gives, message } = expected as Recorded;
    expect('path' in found ? found.path : found.error).toBe(gives ?? message);
  });
});

describe('pathlib', () => {
  test.each(table('purePath'))('reads %j', (given, expected) => {
    const text = pure.pathOfSegments([given]);
    const name = pure.nameOf(text);
    expect({
      str: text,
      name,
      stem: pure.stemOf(name),
      suffix: pure.suffixOf(name),
      suffixes: pure.suffixesOf(name),
      parent: pure.parentOf(text),
      parents: pure.parentsOf(text),
      parts: pure.partsOf(text),
    }).toEqual(expected);
  });
  test.each(table('purePathJoin'))('joins %j', (given, expected) =>
    expect(pure.pathOfSegments(given as unknown as string[])).toBe(expected),
  );
  const settled = (found: { readonly path: string } | { readonly error: string }): Recorded =>
    'path' in found ? { gives: found.path } : { raises: 'ValueError', message: found.error };
  test.each(table('withName'))('names %j anew: %j', (given, by, expected) =>
    expect(settled(pure.withName(given, by as string))).toEqual(expected),
  );
  test.each(table('withSuffix'))('gives %j the suffix %j', (given, by, expected) =>
    expect(settled(pure.withSuffix(given, by as string))).toEqual(expected),
  );
  test.each(table('relativeTo'))('makes %j relative to %j', (given, by, expected) =>
    expect(settled(pure.relativeTo(given, by as string))).toEqual(expected),
  );
});

describe('urllib.parse', () => {
  test.each(table('urlparse'))('takes %j apart', (given, expected) => {
    const parts = url.parseUrl(given);
    const { username, password } = url.userOf(parts);
    expect({
      parts: [parts.scheme, parts.netloc, parts.path, parts.params, parts.query, parts.fragment],
      username,
      password,
      hostname: url.hostOf(parts),
      geturl: url.unparseUrl(parts),
    }).toEqual(expected);
  });
  test.each(table('urljoin'))('joins %j and %j', (base, to, expected) =>
    expect(url.joinUrl(base, to as string)).toBe(expected),
  );
  test.each(table('quote'))('quotes and unquotes %j', (given, ...expected) =>
    expect([url.quote(given), url.quotePlus(given), url.unquote(given), url.unquotePlus(given)]).toEqual(expected),
  );
  test.each(table('parseQs'))('reads the query %j', (given, dropped, kept) => {
    expect([...url.parseQuery(given)]).toEqual(dropped);
    expect([...url.parseQuery(given, true)]).toEqual(kept);
  });
});

describe('ast.literal_eval', () => {
  test.each(table('literal'))('reads %j', (given, expected) => {
    const found = parseLiteral(given);
    if ('not' in found)
      expect((expected as Recorded).raises).toMatch(/^(?:SyntaxError|ValueError|IndentationError|TypeError)$/u);
    else expect({ gives: noted(found) }).toEqual(expected);
  });
  test('ends for a hundred thousand brackets', () => {
    expect(parseLiteral('['.repeat(100_000))).toHaveProperty('not');
  });
});

describe('json.loads', () => {
  test.each(table('json'))('reads %j', (given, expected) => {
    const found = (() => {
      try {
        return { gives: noted(parseJson(given)) };
      } catch (error) {
        if (!(error instanceof PythonError)) throw error;
        return { raises: error.type.split('.').at(-1), message: error.message };
      }
    })();
    expect(found).toEqual(expected);
  });
});

describe('configparser', () => {
  test.each(table('ini'))('reads %j', (given, expected) => {
    const found = (() => {
      try {
        const file = readIni(given, '<string>', { interpolation: 'basic', allowNoValue: false });
        const sections = [...file.sections].map(([name, values]) => {
          const options = new Set([...values.keys(), ...file.defaults.keys()]);
          return [
            name,
            Object.fromEntries([...options].map((option) => [option, iniValue(file, name, option, 'basic')])),
          ];
        });
        return { gives: { sections: Object.fromEntries(sections) } };
      } catch (error) {
        if (!(error instanceof PythonError)) throw error;
        return { raises: error.type.split('.').at(-1), message: error.message };
      }
    })();
    expect(sorted(found)).toEqual(sorted(expected));
  });
});
