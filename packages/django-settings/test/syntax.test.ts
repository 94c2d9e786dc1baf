import { describe, expect, test } from 'vitest';
import { parse } from '../src/syntax/parse.js';

test('spans are UTF-16 offsets, whatever stands before them', () => {
  const source = "\ufeff# é😀\r\nX = '😀'\nY = 2\n";
  const texts = parse(source).body.map(({ start, end }) => source.slice(start, end));
  expect(texts).toEqual(["X = '😀'", 'Y = 2']);
});

test('a float is told from an int by how it is written', () => {
  const kinds = parse('a = 1\nb = 1.0\nc = 1e3\nd = 0x1e\ne = 10_000\nf = 9999999999999999999').body.map(
    (one) => one.kind === 'assign' && one.value.kind,
  );
  expect(kinds).toEqual(['int', 'float', 'float', 'int', 'int', 'int']);
});

test('bytes are told from text, and a character by its name is not decoded', () => {
  const kinds = parse("a = b'x'\nb = rb'x'\nc = 'x'\nd = '\\N{BULLET}'\ne = r'\\N{BULLET}'\nf = ...").body.map(
    (one) => one.kind === 'assign' && one.value.kind,
  );
  expect(kinds).toEqual(['bytes', 'bytes', 'str', 'undecoded', 'str', 'ellipsis']);
});

describe('a broken statement does not hide the others', () => {
  const broken: Readonly<Record<string, string>> = {
    'a bracket that is never closed': 'X = (1,',
    'Python 2': "print 'x'",
    'a template': '{% if debug %}',
    'a stray word': 'X = = 1',
    'an old except clause': 'try:\n    pass\nexcept E, e:\n    pass',
  };
  for (const [title, source] of Object.entries(broken)) {
    test(title, () => {
      const { body, errors } = parse(`A = 1\n${source}\nB = 2\n`);
      const targets = body.flatMap((one) =>
        one.kind === 'assign' ? one.targets.flatMap((target) => (target.kind === 'name' ? [target.name] : [])) : [],
      );
      expect(targets).toEqual(['A', 'B']);
      expect(body.filter(({ kind }) => kind === 'opaque')).toHaveLength(1);
      expect(errors).toHaveLength(1);
    });
  }
});

describe('no text is too hostile', () => {
  const hostile: Readonly<Record<string, string>> = {
    nothing: '',
    'a NUL': 'X = 1\0\nY = 2',
    'brackets by the thousand': `X = ${'['.repeat(100_000)}`,
    'half a string': "X = '''",
    'a lone surrogate': "X = '\ud800'",
    'form feeds': 'X = 1\n\f\nclass A:\n    pass\n\f\nY = 2',
    'carriage returns alone': 'X = 1\rY = 2\r',
    'a backslash at the end': 'X = 1 \\',
  };
  for (const [title, source] of Object.entries(hostile)) {
    test(title, () => {
      expect(() => parse(source)).not.toThrow();
    });
  }
});

test('what CPython refuses although its parser takes it is an error with its place', () => {
  const placed = (source: string) => parse(source).errors.map(({ message, start }) => [message.slice(0, 24), start]);
  expect(placed('x = 1\nbreak\nreturn x\n')).toEqual([["'break' outside loop", 6]]);
  // The whole file is read before anything is placed.
  expect(placed('x = 1\nbreak\nreturn x\nmode = 0755\n')).toEqual([['leading zeros in decimal', 28]]);
});

test('what only newer Pythons take is no error for them', () => {
  for (const source of ['try:\n    pass\nexcept OSError, KeyError:\n    pass\n', 'NAME = t"{1}"\n'])
    expect(parse(source).errors).toMatchObject([{ until: [3, 14] }]);
});
