/** The methods of `str`. */
import { formatTemplate } from '../formatting.js';
import type { Interpreter } from '../interpreter.js';
import { method } from '../native.js';
import { characters, lengthOf, toUtf8 } from '../text.js';
import type { PyValue } from '../value.js';
import { bool, bytes, int, str, tuple } from '../value.js';
import { isCodec } from './codecs.js';
import { plainMember } from './member.js';
import { strCases } from './str-cases.js';
import { paddingMembers } from './str-padding.js';
import { cut, isSpace, linesOf, split, startOf, strip } from './str-parts.js';
import { translationMembers } from './str-translate.js';

export function strMembers(vm: Interpreter): Record<string, PyValue> {
  const members: Record<string, PyValue> = strCases(vm);
  const text = { type: 'str' } as const;
  const need = (value: PyValue, what: string): string => {
    if (value.kind === 'str') return value.value;
    return vm.raise('TypeError', what.replace('{}', vm.typeName(value)));
  };

  for (const [name, left, right] of [
    ['strip', true, true],
    ['lstrip', true, false],
    ['rstrip', false, true],
  ] as const) {
    members[name] = plainMember(
      vm,
      'str',
      name,
      'chars=, /',
      (self, args) => {
        const chars = args.some('chars');
        const set = chars ? new Set(need(chars, `${name} arg must be None or str`)) : undefined;
        return str(strip(self.value, (char) => (set ? set.has(char) : isSpace(char)), left, right));
      },
      text,
    );
  }
  for (const [name, side] of [
    ['startswith', 'startsWith'],
    ['endswith', 'endsWith'],
  ] as const) {
    members[name] = plainMember(
      vm,
      'str',
      name,
      'prefix, start=, end=, /',
      (self, args) => {
        const doubt = vm.doubt(args.get('prefix'));
        if (doubt) return vm.derive(doubt, { type: 'bool' });
        const prefix = args.get('prefix');
        const value = cut(self.value, args.some('start'), args.some('end'));
        const options = prefix.kind === 'tuple' ? prefix.items : [prefix];
        const message =
          prefix.kind === 'tuple'
            ? `tuple for ${name} must only contain str, not {}`
            : `${name} first arg must be str or a tuple of str, not {}`;
        return bool(options.some((option) => value[side](need(option, message))));
      },
      { type: 'bool' },
    );
  }
  for (const [name, last, strict] of [
    ['find', false, false],
    ['rfind', true, false],
    ['index', false, true],
    ['rindex', true, true],
  ] as const) {
    members[name] = plainMember(
      vm,
      'str',
      name,
      'sub, start=, end=, /',
      (self, args) => {
        const sub = need(args.get('sub'), 'must be str, not {}');
        const start = startOf(self.value, args.some('start'));
        const value = cut(self.value, undefined, args.some('end'));
        const at = last ? value.lastIndexOf(sub) : value.indexOf(sub, start);
        const found = at < start ? -1 : at;
        if (found < 0 && strict) return vm.raise('ValueError', 'substring not found');
        return int(found < 0 ? -1 : lengthOf(self.value.slice(0, found)));
      },
      { type: 'int' },
    );
  }
  members.count = plainMember(
    vm,
    'str',
    'count',
    'sub, start=, end=, /',
    (self, args) => {
      const sub = need(args.get('sub'), 'must be str, not {}');
      const value = cut(self.value, args.some('start'), args.some('end'));
      return int(sub === '' ? lengthOf(value) + 1 : value.split(sub).length - 1);
    },
    { type: 'int' },
  );
  members.replace = plainMember(
    vm,
    'str',
    'replace',
    'old, new, count=',
    (self, args) => {
      const old = need(args.get('old'), 'replace() argument 1 must be str, not {}');
      const by = need(args.get('new'), 'replace() argument 2 must be str, not {}');
      const count = args.optional('count');
      const most = count?.kind === 'int' ? Number(count.value) : -1;
      vm.spend((self.value.length * (by.length + 1)) >> 6);
      const parts = old === '' ? ['', ...characters(self.value), ''] : self.value.split(old);
      if (most < 0 || parts.length - 1 <= most) return str(parts.join(by));
      const head = parts.slice(0, most + 1).join(by);
      return str([head, ...parts.slice(most + 1)].join(old));
    },
    text,
  );
  for (const [name, side] of [
    ['removeprefix', 'startsWith'],
    ['removesuffix', 'endsWith'],
  ] as const) {
    members[name] = plainMember(
      vm,
      'str',
      name,
      'affix, /',
      (self, args) => {
        const affix = need(args.get('affix'), `${name}() argument must be str, not {}`);
        if (affix === '' || !self.value[side](affix)) return self;
        return str(side === 'startsWith' ? self.value.slice(affix.length) : self.value.slice(0, -affix.length));
      },
      text,
    );
  }
  for (const name of ['split', 'rsplit'] as const) {
    members[name] = plainMember(
      vm,
      'str',
      name,
      'sep=, maxsplit=',
      (self, args) => {
        const sep = args.some('sep');
        const most = args.optional('maxsplit');
        const limit = most?.kind === 'int' ? Number(most.value) : -1;
        const mark = sep ? need(sep, 'must be str or None, not {}') : undefined;
        if (mark === '') return vm.raise('ValueError', 'empty separator');
        return vm.fresh({
          kind: 'list',
          items: split(self.value, mark, limit, name === 'rsplit').map(str),
          options: undefined,
        });
      },
      { type: 'list' },
    );
  }
  members.splitlines = plainMember(
    vm,
    'str',
    'splitlines',
    'keepends=',
    (self, args) => {
      const keep = args.optional('keepends');
      const kept = keep !== undefined && vm.truth(keep) === 'yes';
      const items = linesOf(self.value, kept).map(str);
      return vm.fresh({ kind: 'list', items, options: undefined });
    },
    { type: 'list' },
  );
  for (const [name, last] of [
    ['partition', false],
    ['rpartition', true],
  ] as const) {
    members[name] = plainMember(
      vm,
      'str',
      name,
      'sep, /',
      (self, args) => {
        const sep = need(args.get('sep'), 'must be str, not {}');
        if (sep === '') return vm.raise('ValueError', 'empty separator');
        const at = last ? self.value.lastIndexOf(sep) : self.value.indexOf(sep);
        if (at < 0) return tuple(last ? [str(''), str(''), self] : [self, str(''), str('')]);
        return tuple([str(self.value.slice(0, at)), str(sep), str(self.value.slice(at + sep.length))]);
      },
      { type: 'tuple', truth: true },
    );
  }
  members.join = plainMember(
    vm,
    'str',
    'join',
    'iterable, /',
    (self, args) => {
      const items = vm.attempt<readonly PyValue[]>(
        () => vm.iterate(args.get('iterable')),
        ['TypeError'],
        (error) => {
          if (['none', 'int', 'bool', 'float', 'function', 'class'].includes(args.get('iterable').kind))
            vm.raise('TypeError', 'can only join an iterable');
          throw vm.toRaised(error);
        },
      );
      const doubt = items.find((item) => item.kind === 'unknown' || item.kind === 'choice');
      for (const [at, item] of items.entries()) {
        if (item.kind !== 'str' && item.kind !== 'unknown' && item.kind !== 'choice') {
          vm.raise('TypeError', `sequence item ${at}: expected str instance, ${vm.typeName(item)} found`);
        }
      }
      if (doubt) {
        const certain = items.some((item) => item.kind === 'str' && item.value !== '');
        return vm.derive(vm.doubt(doubt) ?? doubt, certain ? { type: 'str', truth: true } : text);
      }
      return str(items.map((item) => (item.kind === 'str' ? item.value : '')).join(self.value));
    },
    text,
  );
  members.format = method(
    'str.format',
    '(self, *args, **kwargs)',
    (_machine, args) => {
      const self = args.get('self');
      if (self.kind === 'choice') {
        return vm.each(self, (option) => vm.call(vm.getAttribute(option, 'format'), args.rest, args.extra));
      }
      if (self.kind !== 'str') return vm.derive(self, text);
      return formatTemplate(vm, self.value, { positional: args.rest, keywords: args.extra });
    },
    { unknowns: 'accept' },
  );
  members.format_map = plainMember(
    vm,
    'str',
    'format_map',
    'mapping, /',
    (self, args) => {
      const mapping = args.get('mapping');
      if (mapping.kind !== 'dict') return vm.unknown('`format_map` of this mapping is not evaluated', text);
      const keywords = new Map(
        [...mapping.entries.values()].flatMap((one) =>
          one.key.kind === 'str' ? [[one.key.value, one.value] as const] : [],
        ),
      );
      return formatTemplate(vm, self.value, { positional: [], keywords });
    },
    text,
  );
  members.encode = plainMember(vm, 'str', 'encode', 'encoding=, errors=', (self, args) => {
    const encoding = args.optional('encoding');
    const name = encoding?.kind === 'str' ? encoding.value.toLowerCase().replaceAll('_', '-') : 'utf-8';
    if (name === 'utf-8' || name === 'utf8') return bytes(toUtf8(self.value));
    const most = name === 'ascii' || name === 'us-ascii' ? 128 : name === 'latin-1' || name === 'iso-8859-1' ? 256 : 0;
    if ([...self.value].every((char) => (char.codePointAt(0) ?? 0) < most)) return bytes(self.value);
    if (!isCodec(name))
      return vm.raise('LookupError', `unknown encoding: ${encoding?.kind === 'str' ? encoding.value : name}`);
    return vm.unknown(`the encoding \`${name}\` is not evaluated`);
  });
  Object.assign(members, paddingMembers(vm));
  Object.assign(members, translationMembers(vm));
  return members;
}
