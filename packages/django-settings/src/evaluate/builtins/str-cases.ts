/** The methods of `str` that change the case of letters, by Unicode's full mappings. */
import type { Interpreter } from '../interpreter.js';
import type { PyValue } from '../value.js';
import { str } from '../value.js';
import { plainMember } from './member.js';

export function strCases(vm: Interpreter): Record<string, PyValue> {
  const members: Record<string, PyValue> = {};
  for (const [name, run] of [
    ['lower', (value: string) => value.toLowerCase()],
    ['upper', (value: string) => value.toUpperCase()],
    ['casefold', (value: string) => [...value].map(folded).join('')],
    ['capitalize', capitalized],
    ['title', titled],
    ['swapcase', swapped],
  ] as const) {
    members[name] = plainMember(vm, 'str', name, '', (self) => str(run(self.value)), { type: 'str' });
  }
  return members;
}

function capitalized(value: string): string {
  const [first = ''] = value;
  return titleCase(first) + value.toLowerCase().slice(first.toLowerCase().length);
}

/** A letter that follows one with a case is small, every other begins a word. */
function titled(value: string): string {
  // The small letters as the whole text makes them: a sigma at a word's end has a form of its own.
  const lower = value.toLowerCase();
  let out = '';
  let at = 0;
  let inside = false;
  for (const char of value) {
    const end = at + char.toLowerCase().length;
    out += inside ? lower.slice(at, end) : titleCase(char);
    inside = /\p{Cased}/u.test(char);
    at = end;
  }
  return out;
}

function swapped(value: string): string {
  const lower = value.toLowerCase();
  let out = '';
  let at = 0;
  for (const char of value) {
    const end = at + char.toLowerCase().length;
    if (/\p{Uppercase}/u.test(char)) out += lower.slice(at, end);
    else out += /\p{Lowercase}/u.test(char) ? char.toUpperCase() : char;
    at = end;
  }
  return out;
}

/** Case folding is the small letter of the capital one, but for Cherokee, whose capitals are the older, and the Turkish ı. */
function folded(char: string): string {
  if (/[\u13a0-\u13fd\uab70-\uabbf]/.test(char)) return char.toUpperCase();
  if (char === 'ı') return char;
  return char === 'ẞ' ? 'ss' : char.toUpperCase().toLowerCase();
}

/** The letters that begin a word otherwise than in capitals: digraphs have a form of their own. */
const digraphs = ['ǄǆǅǅǇǉǈǈǊǌǋǋǱǳǲǲ'].flatMap((all) => all.match(/..../gu) ?? []);

/** The form that begins a word: ligatures fall apart, Georgian has none, Greek letters keep their iota below. */
function titleCase(char: string): string {
  if (char === '') return '';
  const own = digraphs.find((forms) => forms.includes(char));
  if (own) return own[2] ?? char;
  if (/[\p{Lt}\u10d0-\u10ff]/u.test(char)) return char;
  const upper = char.toUpperCase();
  const [first = '', ...rest] = [...upper];
  if (/[\u1f80-\u1fff]/.test(char) && upper.endsWith('Ι') && rest.length > 0)
    return `${upper.slice(0, -1)}\u0345`.normalize('NFC');
  return char === 'ŉ' ? upper : first + rest.join('').toLowerCase();
}
