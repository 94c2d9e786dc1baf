/** Ways to spoil a text: cuts, garbage, repetitions and exchanges at any place. */
import type { Random } from '../random.js';
import { size } from './bomb.js';
import { mix } from './mix.js';

type Spoiler = (text: string, random: Random, other: string) => string;

const nasty = [
  '\0',
  '\u{feff}',
  '\u{fffe}',
  '\u{2028}',
  '\u{d800}',
  '\u{dfff}',
  '\x1b',
  '\b',
  '\f',
  '\v',
  '\r',
  '\t',
  '\u{85}',
  '\u{a0}',
  '\u{200b}',
  '\u{202e}',
  '😀',
  '\u{fffd}',
  '\\',
  "'",
  '"',
  '"""',
  '#',
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  ':',
  ',',
  ';',
  '@',
  '`',
  '$',
  '?',
  '!',
  '\n',
  ' ',
  '\\\n',
  '\\N{',
  '\\u',
  '\\x',
];
const words = [
  'None',
  'lambda',
  'yield',
  'await',
  'global X',
  'del',
  'return',
  'import',
  'from . import *',
  'class',
  'def',
  'async',
  'raise',
  'assert',
  'with',
  'try:',
  'finally:',
  'else:',
  'pass',
  'exec',
  'not',
  'in',
  'is',
  '*',
  '**',
  ':=',
  '->',
  '...',
  '10**10**10',
  '[0]*10**9',
  "'a'*10**9",
  '1<<10**9',
  '__import__',
  'print "x"',
  '<<<<<<< HEAD',
  '{{ secret }}',
  '<?php',
  '%s',
  'r"',
  "rb'",
  'f"{',
];

const cutAt = (text: string, random: Random): readonly [number, number] => {
  const start = random.below(text.length + 1);
  return [start, Math.min(text.length, start + size(random, text.length + 1))];
};
const onLines = (text: string, change: (lines: string[]) => void): string => {
  const lines = text.split('\n');
  change(lines);
  return lines.join('\n');
};
const replaceOne =
  (pattern: RegExp, by: (random: Random, other: string) => string): Spoiler =>
  (text, random, other) => {
    const found = [...text.matchAll(pattern)];
    const match = found[random.below(found.length)];
    if (!match) return text;
    return text.slice(0, match.index) + by(random, other) + text.slice(match.index + match[0].length);
  };
const wordOf = (text: string, random: Random): string => random.pick(text.match(/\w+|\S/g) ?? ['x']);

const spoilers = {
  truncated: [
    (text, random) => text.slice(0, random.below(text.length + 1)),
    (text, random) => text.slice(random.below(text.length + 1)),
    (text, random) => {
      const [start, end] = cutAt(text, random);
      return text.slice(0, start) + text.slice(end);
    },
  ],
  repeated: [
    (text, random) => {
      const [start, end] = cutAt(text, random);
      const piece = text.slice(start, end);
      return (
        text.slice(0, end) +
        piece.repeat(Math.min(size(random, 3000), Math.ceil(1_000_000 / (piece.length + 1)))) +
        text.slice(end)
      );
    },
    (text, random) => text.repeat(Math.min(size(random, 500), Math.ceil(1_500_000 / (text.length + 1)))),
  ],
  garbage: [
    (text, random) => {
      const at = random.below(text.length + 1);
      return text.slice(0, at) + random.pick(nasty).repeat(random.chance(0.8) ? 1 : size(random)) + text.slice(at);
    },
    (text, random) => {
      const at = random.below(text.length + 1);
      return text.slice(0, at) + String.fromCharCode(random.below(0x10000)) + text.slice(at + 1);
    },
    (text, random) => text.replaceAll('\n', random.pick(['\r', '\r\n', '\n\n', '\f\n', ' \n', '\\\n', '', '\u{2028}'])),
    (text) => `\u{feff}${text}`,
  ],
  binary: [
    (text) => text.split('').join('\0'),
    (_text, random) =>
      Array.from({ length: size(random, 20_000) }, () =>
        String.fromCharCode(random.below(random.pick([32, 128, 256, 0x10000]))),
      ).join(''),
    (text, random) =>
      Buffer.from(text, random.pick(['utf16le', 'utf8', 'utf8'])).toString(random.pick(['latin1', 'utf8', 'base64'])),
  ],
  borrowed: [
    (text, random, other) => {
      const [start, end] = cutAt(text, random);
      const [from, to] = cutAt(other, random);
      return text.slice(0, start) + other.slice(from, to) + text.slice(end);
    },
  ],
  lines: [
    (text, random) => onLines(text, (lines) => lines.splice(random.below(lines.length), 1)),
    (text, random) => onLines(text, (lines) => lines.splice(random.below(lines.length), 0, random.pick(lines))),
    (text, random) =>
      onLines(text, (lines) => {
        const at = random.below(lines.length);
        lines[at] =
          random.pick([' ', '    ', '\t', '        ', '']) +
          (random.chance(0.5) ? lines[at] : (lines[at] ?? '').trim());
      }),
    (text, random) =>
      onLines(text, (lines) => {
        const [a, b] = [random.below(lines.length), random.below(lines.length)];
        [lines[a], lines[b]] = [lines[b] ?? '', lines[a] ?? ''];
      }),
    (text, random) => onLines(text, (lines) => lines.sort(() => (random.chance(0.5) ? 1 : -1))),
  ],
  tokens: [
    (text, random) => {
      const at = random.below(text.length + 1);
      return `${text.slice(0, at)} ${random.pick(words)} ${text.slice(at)}`;
    },
    replaceOne(/\b\d+\b/g, (random) =>
      random.pick([
        '10**10**10',
        '9'.repeat(5000),
        '-1',
        '0x',
        '1e999',
        '0',
        '2**64',
        'float("nan")',
        "'1'",
        '1_0',
        '010',
      ]),
    ),
    replaceOne(/\b[A-Za-z_]\w*\b/g, (random, other) => wordOf(other, random)),
    replaceOne(/\b[A-Za-z_]\w*\b/g, (random) => random.pick(words)),
    replaceOne(/[-+*/%=<>!|&^~.,:]+/g, (random) =>
      random.pick([
        '+',
        '-',
        '*',
        '**',
        '/',
        '//',
        '%',
        '@',
        '<<',
        '>>',
        '|',
        '&',
        '^',
        '=',
        '==',
        '!=',
        '<',
        ':=',
        '.',
        ',',
        ':',
        ' if ',
        ' or ',
        ' in ',
        '+=',
        '*=',
        '',
      ]),
    ),
    replaceOne(/(['"])[^'"\n]*\1/g, (random) =>
      random.pick([
        "'a' * 10**9",
        "''",
        `'${'x'.repeat(20_000)}'`,
        "b'\\xff'",
        "'\\0'",
        '"""',
        "f'{X}'",
        "'%s' * 9",
        "'{0}'",
        "'../../../etc/passwd'",
        'None',
        '[]',
        '{}',
        "'(a+)+$'",
        "'\\ud800'",
      ]),
    ),
    replaceOne(/[([{]/g, (random) => random.pick(['((', '[', '{', '(*', '({', ''])),
    replaceOne(/[)\]}]/g, (random) => random.pick(['))', ']', '}', ',)', ''])),
  ],
} satisfies Readonly<Record<string, readonly Spoiler[]>>;

/** What is said of a text that one of its spoilers spoilt. */
export type SpoilerKind = keyof typeof spoilers;

/** The text after a few mishaps, and their kinds; `other` is a text to borrow from. */
export function spoil(text: string, random: Random, other: string): { text: string; kinds: readonly SpoilerKind[] } {
  const kinds = Array.from({ length: 1 + random.below(4) }, () => random.pick(mix.spoilers));
  let spoilt = text;
  for (const kind of kinds) spoilt = random.pick<Spoiler>(spoilers[kind])(spoilt, random, other);
  return { text: spoilt.slice(0, 3_000_000), kinds };
}
