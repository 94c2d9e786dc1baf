/** The methods of `str` that ask about letter case and kinds of characters, or change the case. */
import type { Interpreter } from '../interpreter.js';
import type { PyValue } from '../value.js';
import { bool, str } from '../value.js';
import { plainMember } from './member.js';
import { isSpace } from './str-parts.js';

export function strCases(vm: Interpreter): Record<string, PyValue> {
  const members: Record<string, PyValue> = {};
  const text = { type: 'str' } as const;
  const simple = (name: string, run: (value: string) => string) => {
    members[name] = plainMember(vm, 'str', name, '', (self) => str(run(self.value)), text);
  };
  const test = (name: string, run: (value: string) => boolean) => {
    members[name] = plainMember(vm, 'str', name, '', (self) => bool(run(self.value)), { type: 'bool' });
  };

  simple('lower', (value) => value.toLowerCase());
  simple('upper', (value) => value.toUpperCase());
  simple('casefold', (value) => value.toLowerCase().replaceAll('ß', 'ss'));
  simple('capitalize', (value) => {
    const [first = '', ...rest] = [...value];
    return titleCase(first) + rest.join('').toLowerCase();
  });
  simple('title', (value) =>
    value.toLowerCase().replace(/\p{L}+/gu, (word) => {
      const [first = ''] = word;
      return titleCase(first) + word.slice(first.length);
    }),
  );
  simple('swapcase', (value) =>
    [...value].map((char) => (char === char.toUpperCase() ? char.toLowerCase() : char.toUpperCase())).join(''),
  );
  test('isdigit', (value) => /^[\p{Nd}²³¹⁰-⁹₀-₉]+$/u.test(value));
  test('isdecimal', (value) => /^\p{Nd}+$/u.test(value));
  test('isnumeric', (value) => /^\p{N}+$/u.test(value));
  test('isalpha', (value) => /^\p{L}+$/u.test(value));
  test('isalnum', (value) => /^[\p{L}\p{N}]+$/u.test(value));
  test('isspace', (value) => value !== '' && [...value].every((char) => isSpace(char)));
  test('isupper', (value) => /\p{L}/u.test(value) && value === value.toUpperCase() && value !== value.toLowerCase());
  test('islower', (value) => /\p{L}/u.test(value) && value === value.toLowerCase() && value !== value.toUpperCase());
  test('istitle', (value) =>
    /\p{L}/u.test(value) && [...value.matchAll(/\p{L}+/gu)].every(([word]) => /^\p{Lu}\P{Lu}*$/u.test(word)));
  test('isidentifier', (value) => /^[\p{ID_Start}_]\p{ID_Continue}*$/u.test(value));
  test('isascii', (value) => [...value].every((char) => (char.codePointAt(0) ?? 0) < 128));
  test('isprintable', (value) => !/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u.test(value));

  return members;
}

/** The letters that begin a word otherwise than in capitals: digraphs have a form of their own, ligatures fall apart. */
const titled: Readonly<Record<string, string>> = {
  Ǆ: 'ǅ',
  ǆ: 'ǅ',
  ǅ: 'ǅ',
  Ǉ: 'ǈ',
  ǉ: 'ǈ',
  ǈ: 'ǈ',
  Ǌ: 'ǋ',
  ǌ: 'ǋ',
  ǋ: 'ǋ',
  Ǳ: 'ǲ',
  ǳ: 'ǲ',
  ǲ: 'ǲ',
};

function titleCase(char: string): string {
  const found = titled[char];
  if (found) return found;
  const [first = '', ...rest] = [...char.toUpperCase()];
  return first + rest.join('').toLowerCase();
}
