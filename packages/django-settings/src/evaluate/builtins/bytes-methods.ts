/** The methods of `bytes`, which know the letters of ASCII only. */
import { begun } from '../advance.js';
import type { Interpreter } from '../interpreter.js';
import { listed } from '../listing.js';
import { classMethod } from '../native.js';
import type { PyValue } from '../value.js';
import { bool, bytes, str, tuple } from '../value.js';
import { givenName, indexNumber } from './arguments.js';
import { decodeBytes } from './bytes-decode.js';
import { refuseCodecWord } from './codec-word.js';
import { plainMember } from './member.js';
import { bytesKind, sameKind } from './text-kind.js';
import { paddingMembers } from './text-padding.js';
import { partMembers } from './text-parts.js';
import { searchMembers } from './text-search.js';

export function bytesMembers(vm: Interpreter): Record<string, PyValue> {
  const members: Record<string, PyValue> = {
    ...searchMembers(vm, bytesKind),
    ...partMembers(vm, bytesKind),
    ...paddingMembers(vm, bytesKind),
  };
  const upper = (value: string) => value.replace(/[a-z]/g, (char) => char.toUpperCase());
  const lower = (value: string) => value.replace(/[A-Z]/g, (char) => char.toLowerCase());
  for (const [name, run] of [
    ['upper', upper],
    ['lower', lower],
    ['capitalize', (value: string) => upper(value.slice(0, 1)) + lower(value.slice(1))],
    ['title', (value: string) => lower(value).replace(/[a-z]+/g, (word) => upper(word.slice(0, 1)) + word.slice(1))],
    [
      'swapcase',
      (value: string) => value.replace(/[a-zA-Z]/g, (char) => (char < 'a' ? char.toLowerCase() : char.toUpperCase())),
    ],
  ] as const) {
    members[name] = plainMember(vm, 'bytes', name, '', (self) => bytes(run(self.value)));
  }
  for (const [name, test] of [
    ['isalnum', /^[a-zA-Z0-9]+$/],
    ['isalpha', /^[a-zA-Z]+$/],
    // biome-ignore lint/suspicious/noControlCharactersInRegex: every byte below 128 is ASCII.
    ['isascii', /^[\x00-\x7f]*$/],
    ['isdigit', /^[0-9]+$/],
    ['isspace', /^[ \t\n\r\v\f]+$/],
    ['islower', /^[^A-Z]*[a-z][^A-Z]*$/],
    ['isupper', /^[^a-z]*[A-Z][^a-z]*$/],
    ['istitle', /^(?:[^a-zA-Z]*[A-Z][a-z]*(?![a-zA-Z]))+[^a-zA-Z]*$/],
  ] as const) {
    members[name] = plainMember(vm, 'bytes', name, '', (self) => bool(test.test(self.value)), { type: 'bool' });
  }
  members.decode = plainMember(
    vm,
    'bytes',
    'decode',
    'encoding=, errors=',
    (self, args) => {
      const [encoding, errors] = ['encoding', 'errors'].map((name) => {
        const value = args.optional(name);
        if (value?.kind === 'str') refuseCodecWord(vm, value.value);
        if (!value || value.kind === 'str') return value?.value;
        return vm.raise('TypeError', `decode() argument '${name}' must be str, not ${givenName(vm, value)}`);
      });
      if (self.value === '') return str('');
      return decodeBytes(vm, self.value, encoding ?? 'utf-8', errors ?? 'strict');
    },
    { type: 'str' },
    'UnicodeDecodeError',
  );
  members.join = plainMember(vm, 'bytes', 'join', 'iterable_of_bytes, /', (self, args) => {
    const refuse = () => vm.raise('TypeError', 'can only join an iterable');
    const items = listed(vm, begun(vm, args.get('iterable_of_bytes'), refuse));
    const parts = items.map((item, at) =>
      item.kind === 'bytes' || item.kind === 'unknown' || item.kind === 'choice'
        ? item
        : vm.raise('TypeError', `sequence item ${at}: expected a bytes-like object, ${vm.typeName(item)} found`),
    );
    const doubt = vm.doubt(tuple(parts));
    return doubt
      ? vm.derive(doubt)
      : bytes(parts.map((part) => (part.kind === 'bytes' ? part.value : '')).join(self.value));
  });
  members.hex = plainMember(
    vm,
    'bytes',
    'hex',
    'sep=, bytes_per_sep=',
    (self, args) => {
      const pairs = [...self.value].map((char) => char.charCodeAt(0).toString(16).padStart(2, '0'));
      const sep = args.optional('sep');
      const size = args.optional('bytes_per_sep');
      const count = size ? indexNumber(vm, size) : 1;
      if (!sep) return str(pairs.join(''));
      const length = vm.call(vm.builtin('len'), [sep]);
      if (length.kind !== 'int' || length.value !== 1n) return vm.raise('ValueError', 'sep must be length 1.');
      if (sep.kind !== 'str' && sep.kind !== 'bytes') return vm.raise('TypeError', 'sep must be str or bytes.');
      if (/[^\0-\x7f]/u.test(sep.value)) return vm.raise('ValueError', 'sep must be ASCII.');
      return str(grouped(pairs, sep.value, count));
    },
    { type: 'str' },
  );
  members.fromhex = classMethod(
    'bytes.fromhex',
    '(cls, string, /)',
    (_machine, args) => {
      const text = args.get('string');
      if (text.kind !== 'str')
        return vm.raise('TypeError', `fromhex() argument must be str, not ${givenName(vm, text)}`);
      let out = '';
      for (let at = 0; at < text.value.length; ) {
        if (/[ \t\n\r\v\f]/.test(text.value[at] ?? '')) {
          at += 1;
          continue;
        }
        const pair = text.value.slice(at, at + 2);
        const wrong = /^[0-9a-fA-F]/.test(pair) ? at + 1 : at;
        if (!/^[0-9a-fA-F]{2}$/.test(pair))
          return vm.raise('ValueError', `non-hexadecimal number found in fromhex() arg at position ${wrong}`);
        out += String.fromCharCode(Number.parseInt(pair, 16));
        at += 2;
      }
      return bytes(out);
    },
    { written: 'C' },
  );
  members.translate = plainMember(vm, 'bytes', 'translate', 'table, /, delete=', (self, args) => {
    const table = args.some('table');
    const map = table ? sameKind(vm, bytesKind, table, '') : undefined;
    if (map !== undefined && map.length !== 256)
      return vm.raise('ValueError', 'translation table must be 256 characters long');
    const without = args.optional('delete');
    const gone = without ? sameKind(vm, bytesKind, without, '') : '';
    const kept = [...self.value].filter((char) => !gone.includes(char));
    return bytes(kept.map((char) => (map ? (map[char.charCodeAt(0)] ?? '') : char)).join(''));
  });
  return members;
}

/** Groups are counted from the right, or from the left where the size is below zero. */
function grouped(pairs: readonly string[], sep: string, size: number): string {
  if (size === 0) return pairs.join('');
  const count = Math.abs(size);
  const first = size > 0 && pairs.length % count !== 0 ? pairs.length % count : count;
  const groups: string[] = [];
  for (let at = 0; at < pairs.length; at += at === 0 ? first : count)
    groups.push(pairs.slice(at, at + (at === 0 ? first : count)).join(''));
  return groups.join(sep);
}
