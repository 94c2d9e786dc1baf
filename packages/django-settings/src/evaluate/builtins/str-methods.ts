/** The methods of `str`. */

import { begun } from '../advance.js';
import { formatTemplate } from '../format-template.js';
import type { Interpreter } from '../interpreter.js';
import { listed } from '../listing.js';
import { method } from '../native.js';
import { payForText } from '../sizes.js';
import type { PyValue } from '../value.js';
import { str } from '../value.js';
import { givenName } from './arguments.js';
import { refuseCodecWord } from './codec-word.js';
import { plainMember } from './member.js';
import { strCases } from './str-cases.js';
import { encodeText } from './str-encode.js';
import { kindMembers } from './str-kinds.js';
import { translationMembers } from './str-translate.js';
import { strKind } from './text-kind.js';
import { paddingMembers } from './text-padding.js';
import { partMembers } from './text-parts.js';
import { searchMembers } from './text-search.js';

export function strMembers(vm: Interpreter): Record<string, PyValue> {
  const members: Record<string, PyValue> = strCases(vm);
  const text = { type: 'str' } as const;

  Object.assign(members, searchMembers(vm, strKind), partMembers(vm, strKind), kindMembers(vm));
  members.join = plainMember(
    vm,
    'str',
    'join',
    'iterable, /',
    (self, args) => {
      const refuse = () => vm.raise('TypeError', 'can only join an iterable');
      const items = listed(vm, begun(vm, args.get('iterable'), refuse));
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
      const length = items.reduce((sum, item) => sum + (item.kind === 'str' ? item.value.length : 0), 0);
      payForText(vm, length + self.value.length * items.length);
      return str(items.map((item) => (item.kind === 'str' ? item.value : '')).join(self.value));
    },
    text,
  );
  members.format = method(
    'str.format',
    '(self, /, *args, **kwargs)',
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
    (self, args) => formatTemplate(vm, self.value, { mapping: args.get('mapping') }),
    text,
  );
  members.encode = plainMember(
    vm,
    'str',
    'encode',
    'encoding=, errors=',
    (self, args) => {
      const [encoding, errors] = ['encoding', 'errors'].map((name) => {
        const value = args.optional(name);
        if (value?.kind === 'str') refuseCodecWord(vm, value.value);
        if (!value || value.kind === 'str') return value?.value;
        return vm.raise('TypeError', `encode() argument '${name}' must be str, not ${givenName(vm, value)}`);
      });
      return encodeText(vm, self.value, encoding ?? 'utf-8', errors ?? 'strict');
    },
    {},
    'UnicodeEncodeError',
  );
  Object.assign(members, paddingMembers(vm, strKind));
  Object.assign(members, translationMembers(vm));
  return members;
}
