/** Random literals of Python: numbers at the edges, texts of every spelling, format specs. */
import type { Random } from './random.js';

const integers = [
  '0',
  '1',
  '2',
  '3',
  '-1',
  '-2',
  '5',
  '7',
  '10',
  '16',
  '100',
  '255',
  '256',
  '-5',
  '1000',
  '3600',
  '0x1F',
  '0o17',
  '0b101',
  '1_000',
  '2**31',
  '2**63',
  '10**18',
  '-(2**63)',
  '12345678901234567890',
  '9007199254740993',
];
const floats = [
  '0.0',
  '-0.0',
  '1.0',
  '0.5',
  '1.5',
  '2.5',
  '-2.5',
  '0.1',
  '3.14159',
  '1e16',
  '1e-5',
  '1e22',
  '123456.789',
  '1e100',
  '.5',
  '5.',
  '1_0.5',
  '1E3',
  "float('inf')",
  "float('nan')",
  "float('-inf')",
  '1e-7',
  '2.675',
  '0.1 + 0.2',
];
const words = [
  '',
  'a',
  'b',
  'abc',
  'True',
  'false',
  '0',
  '1',
  '42',
  '-7',
  '3.5',
  'on',
  'a,b,,c',
  ' spaced  out ',
  'Hello World',
  'hello_world',
  'a.b.c',
  'x=1;y=2',
  'ünïcödé',
  'ß',
  'ÉCOLE',
  'İstanbul',
  'ǆ',
  '😀',
  'a😀b',
  '日本',
  '½',
  '١٢',
  'aaa',
  'abcabc',
  '%s',
  '{}',
  '{0}',
  '%(a)s',
  'path/to/file.txt',
  '/var/www',
  'C:',
  'https://user:p%40ss@example.com:8000/a/b?x=1&y=2#frag',
  'postgres://u:p@host:5432/db',
  'key: value',
  '--',
  '\u00a0',
  'ﬁ',
  'ŉ',
  'é',
  'localhost',
  'example.com',
  '*',
  '.example.org',
  '007',
  '1e5',
  'None',
  'null',
  '[1, 2]',
  '{"a": 1}',
  "it's",
  'say "hi"',
  'tab\there',
  'two\nlines',
  'crlf\r\nend',
  'nul\0',
  '\u2028',
  '\x7f',
  'back\\slash',
  'Mixed CASE text',
  'trailing\n',
  '   ',
  '+5',
  '1_000',
  '0x10',
  'ΑΣ',
  'ς',
];

/** An integer literal, or a short expression of one. */
export function integer(random: Random): string {
  const text = random.chance(0.6) ? String(random.below(12)) : random.pick(integers);
  return text;
}

/** A float literal, or a short expression of one. */
export function float(random: Random): string {
  return random.pick(floats);
}

/** A string literal in one of its spellings. */
export function text(random: Random): string {
  if (random.chance(0.06)) return `${quoted(random.pick(words), random)} ${quoted(random.pick(words), random)}`;
  if (random.chance(0.04)) return random.pick(odd);
  return quoted(random.pick(words), random);
}

/** Spellings that no value of the list above leads to. */
const odd = [
  String.raw`'\x41\u00e9\U0001F600\N{BULLET}'`,
  String.raw`'\101\0\7\12'`,
  String.raw`r'\d+\n'`,
  String.raw`R"\\"`,
  "u'ü'",
  "'''three\n'quotes' '''",
  '"""a"b"""',
  "'con\\\ntinued'",
  String.raw`'\q\d'`,
  String.raw`"\a\b\f\v"`,
  String.raw`'\ud800'`,
  "''",
  '""',
];

/** A word as a literal. */
function quoted(word: string, random: Random): string {
  const quote = random.chance(0.7) ? "'" : '"';
  const escaped = [...word]
    .map((char) => {
      if (char === '\\' || char === quote) return `\\${char}`;
      if (char === '\n') return '\\n';
      if (char === '\r') return '\\r';
      if (char === '\t') return '\\t';
      const code = char.codePointAt(0) ?? 0;
      if (code < 32 || code === 127) return `\\x${code.toString(16).padStart(2, '0')}`;
      if (code > 127 && random.chance(0.2))
        return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
      return char;
    })
    .join('');
  return `${quote}${escaped}${quote}`;
}

/** A bytes literal. */
export function bytesText(random: Random): string {
  return random.pick([
    "b''",
    "b'abc'",
    "b'a,b,c'",
    String.raw`b'\xff\x00z'`,
    "b'Hello World'",
    "B'12'",
    String.raw`rb'\d'`,
    "b' x '",
    String.raw`b'\n\t'`,
    "b'a' b'b'",
  ]);
}

/** A format specification, mostly one that fits numbers or strings. */
export function formatSpec(random: Random): string {
  const maybe = (share: number, text: () => string) => (random.chance(share) ? text() : '');
  const align = maybe(
    0.4,
    () => maybe(0.5, () => random.pick(['*', '0', ' ', 'é', '-', 'x', '<'])) + random.pick(['<', '>', '^', '=']),
  );
  const sign = maybe(0.2, () => random.pick(['+', '-', ' ']));
  const flags = maybe(0.1, () => 'z') + maybe(0.2, () => '#') + maybe(0.2, () => '0');
  const width = maybe(0.5, () => String(random.below(14)));
  const grouping = maybe(0.15, () => random.pick([',', '_']));
  const precision = maybe(0.35, () => `.${random.below(8)}`);
  const type = maybe(0.6, () =>
    random.pick(['d', 's', 'f', 'e', 'g', 'x', 'X', 'o', 'b', 'n', '%', 'F', 'E', 'G', 'c']),
  );
  return align + sign + flags + width + grouping + precision + type;
}

/** A conversion of `%` formatting. */
export function percentField(random: Random, name = ''): string {
  const maybe = (share: number, text: () => string) => (random.chance(share) ? text() : '');
  const flags = maybe(0.3, () => random.pick(['-', '0', '+', ' ', '#', '0-', '+0']));
  const width = maybe(0.3, () => String(random.below(12)));
  const precision = maybe(0.25, () => `.${random.below(6)}`);
  const type = random.pick(['s', 's', 's', 'd', 'd', 'r', 'f', 'x', 'i', 'g', 'e', 'o', 'c', 'a', 'X', 'u', 'G', '%']);
  return `%${name === '' ? '' : `(${name})`}${flags}${width}${precision}${type}`;
}

/** An identifier among the names that environments of generated programs may hold. */
export const variableNames = ['DEBUG', 'HOSTS', 'PORT', 'NAME', 'SECRET', 'DATABASE_URL', 'MISSING', 'EMPTY', 'LEVEL'];

/** Values for them. */
export const environmentValues = [
  '',
  '1',
  '0',
  'True',
  'false',
  'a,b',
  '8000',
  ' padded ',
  'on',
  'x=1',
  'ünï',
  'postgres://u:p@h:5432/n',
  '3.5',
  'INFO',
  '{"a": [1, null]}',
  '/srv/app',
  'a b  c',
  "it's",
  '%s',
  '{}',
];
