/** The methods of `str` and `bytes` that look for a text inside another. */
import type { Interpreter } from '../interpreter.js';
import type { Bound } from '../native.js';
import { lengthOf } from '../text.js';
import type { PyValue } from '../value.js';
import { bool, int, tuple } from '../value.js';
import { givenName, wholeOrNothing } from './arguments.js';
import { plainMember } from './member.js';
import { sameKind, type TextKind, within } from './text-kind.js';

export function searchMembers(vm: Interpreter, kind: TextKind): Record<string, PyValue> {
  const members: Record<string, PyValue> = {};
  for (const [name, last, strict] of [
    ['find', false, false],
    ['rfind', true, false],
    ['index', false, true],
    ['rindex', true, true],
  ] as const) {
    members[name] = plainMember(
      vm,
      kind.name,
      name,
      'sub, start=, end=, /',
      (self, args) => {
        const { sub, area } = search(vm, kind, name, self.value, args);
        const at = area ? (last ? area.part.lastIndexOf(sub) : area.part.indexOf(sub)) : -1;
        if (area && at >= 0) return int(area.before + lengthOf(area.part.slice(0, at)));
        return strict
          ? vm.raise('ValueError', kind.name === 'str' ? 'substring not found' : 'subsection not found')
          : int(-1);
      },
      { type: 'int' },
      strict ? 'ValueError' : undefined,
    );
  }
  members.count = plainMember(
    vm,
    kind.name,
    'count',
    'sub, start=, end=, /',
    (self, args) => {
      const { sub, area } = search(vm, kind, 'count', self.value, args);
      if (!area) return int(0);
      return int(sub === '' ? lengthOf(area.part) + 1 : area.part.split(sub).length - 1);
    },
    { type: 'int' },
  );
  for (const [name, side] of [
    ['startswith', 'startsWith'],
    ['endswith', 'endsWith'],
  ] as const) {
    members[name] = plainMember(
      vm,
      kind.name,
      name,
      'prefix, start=, end=, /',
      (self, args) => {
        const prefix = args.get('prefix');
        const area = within(vm, self.value, args.optional('start'), args.optional('end'));
        const options = prefix.kind === 'tuple' ? prefix.items : [prefix];
        let doubt: PyValue | undefined;
        for (const option of options) {
          if (option.kind === 'unknown' || option.kind === 'choice') doubt ??= option;
          else if (option.kind !== kind.name) return vm.raise('TypeError', wrongPrefix(vm, kind, name, prefix, option));
          else if (area?.part[side](option.value)) return bool(true);
        }
        return doubt ? vm.derive(doubt, { type: 'bool' }) : bool(false);
      },
      { type: 'bool' },
    );
  }
  for (const [name, side] of [
    ['removeprefix', 'startsWith'],
    ['removesuffix', 'endsWith'],
  ] as const) {
    members[name] = plainMember(
      vm,
      kind.name,
      name,
      'affix, /',
      (self, args) => {
        const given = args.get('affix');
        const affix = sameKind(vm, kind, given, `${name}() argument must be str, not {}`, calledIn(vm, kind, given));
        if (affix === '' || !self.value[side](affix)) return self;
        return kind.make(side === 'startsWith' ? self.value.slice(affix.length) : self.value.slice(0, -affix.length));
      },
      certain(kind),
    );
  }
  for (const [name, last] of [
    ['partition', false],
    ['rpartition', true],
  ] as const) {
    members[name] = plainMember(
      vm,
      kind.name,
      name,
      'sep, /',
      (self, args) => {
        const sep = sameKind(vm, kind, args.get('sep'), 'must be str, not {}');
        if (sep === '') return vm.raise('ValueError', 'empty separator');
        const at = last ? self.value.lastIndexOf(sep) : self.value.indexOf(sep);
        const none = kind.make('');
        if (at < 0) return tuple(last ? [none, none, self] : [self, none, none]);
        return tuple([self.value.slice(0, at), sep, self.value.slice(at + sep.length)].map((part) => kind.make(part)));
      },
      { type: 'tuple', truth: true },
    );
  }
  return members;
}

export function certain(kind: TextKind): { readonly type?: 'str' } {
  return kind.name === 'str' ? { type: 'str' } : {};
}

/** Since 3.13 the argument parser words it for `str`, which calls None by its value. */
function calledIn(vm: Interpreter, kind: TextKind, value: PyValue): string {
  return kind.name === 'str' ? givenName(vm, value) : vm.typeName(value);
}

/** What is looked for, and where: `str` reads the text first, `bytes` the bounds. */
function search(vm: Interpreter, kind: TextKind, name: string, value: string, args: Bound) {
  const early = kind.name === 'str' ? needle(vm, kind, name, args.get('sub')) : undefined;
  const area = within(vm, value, args.optional('start'), args.optional('end'));
  return { sub: early ?? needle(vm, kind, name, args.get('sub')), area };
}

function needle(vm: Interpreter, kind: TextKind, name: string, value: PyValue): string {
  if (value.kind === kind.name) return value.value;
  if (kind.name === 'bytes') {
    const code = Number(
      wholeOrNothing(vm, value) ??
        vm.raise('TypeError', `argument should be integer or bytes-like object, not '${vm.typeName(value)}'`),
    );
    return code >= 0 && code < 256
      ? String.fromCharCode(code)
      : vm.raise('ValueError', 'byte must be in range(0, 256)');
  }
  return vm.raise(
    'TypeError',
    vm.python && vm.python[1] < 13
      ? `must be str, not ${vm.typeName(value)}`
      : `${name}() argument 1 must be str, not ${givenName(vm, value)}`,
  );
}

function wrongPrefix(vm: Interpreter, kind: TextKind, name: string, prefix: PyValue, option: PyValue): string {
  if (prefix.kind !== 'tuple')
    return `${name} first arg must be ${kind.name} or a tuple of ${kind.name}, not ${vm.typeName(option)}`;
  return kind.name === 'str'
    ? `tuple for ${name} must only contain str, not ${vm.typeName(option)}`
    : `a bytes-like object is required, not '${vm.typeName(option)}'`;
}
