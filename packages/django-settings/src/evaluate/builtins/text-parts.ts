/** The methods of `str` and `bytes` that take a text apart, put it together or replace parts of it. */

import type { Interpreter } from '../interpreter.js';
import { payForText } from '../sizes.js';
import { characters } from '../text.js';
import type { PyValue } from '../value.js';
import { givenName, indexNumber } from './arguments.js';
import { plainMember } from './member.js';
import { isSpace, linesOf, split, strip } from './str-parts.js';
import { sameKind, type Text, type TextKind } from './text-kind.js';
import { certain } from './text-search.js';

export function partMembers(vm: Interpreter, kind: TextKind): Record<string, PyValue> {
  const members: Record<string, PyValue> = {};
  const space = kind.name === 'str' ? isSpace : isAsciiSpace;
  const listOf = (parts: readonly string[]): PyValue =>
    vm.fresh({ kind: 'list', items: parts.map((part) => kind.make(part)), options: undefined });

  for (const [name, left, right] of [
    ['strip', true, true],
    ['lstrip', true, false],
    ['rstrip', false, true],
  ] as const) {
    members[name] = plainMember(
      vm,
      kind.name,
      name,
      'chars=, /',
      (self, args) => {
        const chars = args.some('chars');
        const set = chars ? new Set(sameKind(vm, kind, chars, `${name} arg must be None or str`)) : undefined;
        return kind.make(strip(self.value, (char) => (set ? set.has(char) : space(char)), left, right));
      },
      certain(kind),
    );
  }
  for (const name of ['split', 'rsplit'] as const) {
    members[name] = plainMember(
      vm,
      kind.name,
      name,
      'sep=, maxsplit=',
      (self, args) => {
        const most = args.optional('maxsplit');
        const limit = most ? indexNumber(vm, most) : -1;
        const sep = args.some('sep');
        const mark = sep ? sameKind(vm, kind, sep, 'must be str or None, not {}') : undefined;
        if (mark === '') return vm.raise('ValueError', 'empty separator');
        return listOf(split(self.value, mark, limit, name === 'rsplit', space));
      },
      { type: 'list' },
    );
  }
  members.splitlines = plainMember(
    vm,
    kind.name,
    'splitlines',
    'keepends=',
    (self, args) => {
      const keep = args.optional('keepends');
      return listOf(linesOf(self.value, keep !== undefined && vm.truth(keep) === 'yes', kind.name === 'bytes'));
    },
    { type: 'list' },
  );
  // `count` can be named since 3.13.
  const replaced = vm.python && vm.python[1] < 13 ? 'old, new, count=, /' : 'old, new, /, count=';
  members.replace = plainMember(
    vm,
    kind.name,
    'replace',
    kind.name === 'str' ? replaced : 'old, new, count=, /',
    (self, args) => replace(vm, kind, self, args.get('old'), args.get('new'), args.optional('count')),
    certain(kind),
  );
  return members;
}

function replace(
  vm: Interpreter,
  kind: TextKind,
  self: Text,
  before: PyValue,
  after: PyValue,
  count: PyValue | undefined,
): PyValue {
  const [old, by] = [before, after].map((value, at) =>
    sameKind(vm, kind, value, `replace() argument ${at + 1} must be str, not {}`, calledIn(vm, kind, value)),
  ) as [string, string];
  const most = count ? indexNumber(vm, count) : -1;
  const parts = old === '' ? ['', ...characters(self.value), ''] : self.value.split(old);
  const turns = most < 0 ? parts.length : Math.min(parts.length, most);
  payForText(vm, self.value.length + turns * Math.max(0, by.length - old.length));
  vm.spend(parts.length >> 4);
  if (most < 0 || parts.length - 1 <= most) return kind.make(parts.join(by));
  const head = parts.slice(0, most + 1).join(by);
  return kind.make([head, ...parts.slice(most + 1)].join(old));
}

function calledIn(vm: Interpreter, kind: TextKind, value: PyValue): string {
  return kind.name === 'str' ? givenName(vm, value) : vm.typeName(value);
}

function isAsciiSpace(char: string): boolean {
  const code = char.charCodeAt(0);
  return code === 32 || (code >= 9 && code <= 13);
}
