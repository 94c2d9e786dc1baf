/** The methods of `str` that make a text longer or shorter at its ends. */
import type { Interpreter } from '../interpreter.js';
import { lengthOf } from '../text.js';
import type { PyValue } from '../value.js';
import { str } from '../value.js';
import { plainMember } from './member.js';

export function paddingMembers(vm: Interpreter): Record<string, PyValue> {
  const members: Record<string, PyValue> = {};
  const text = { type: 'str' } as const;
  for (const name of ['ljust', 'rjust', 'center', 'zfill'] as const) {
    members[name] = plainMember(
      vm,
      'str',
      name,
      name === 'zfill' ? 'width, /' : 'width, fillchar=, /',
      (self, args) => {
        const width = args.get('width');
        const fill = name === 'zfill' ? undefined : args.optional('fillchar');
        const by = name === 'zfill' ? '0' : fill?.kind === 'str' ? fill.value : ' ';
        const missing = (width.kind === 'int' ? Math.min(Number(width.value), 100_000) : 0) - lengthOf(self.value);
        if (missing <= 0) return self;
        if (name === 'ljust') return str(self.value + by.repeat(missing));
        if (name === 'rjust') return str(by.repeat(missing) + self.value);
        if (name === 'zfill') {
          const sign = /^[+-]/.exec(self.value)?.[0] ?? '';
          return str(sign + by.repeat(missing) + self.value.slice(sign.length));
        }
        const left = Math.floor(missing / 2) + (missing & (missing + lengthOf(self.value)) & 1);
        return str(by.repeat(left) + self.value + by.repeat(missing - left));
      },
      text,
    );
  }
  members.expandtabs = plainMember(
    vm,
    'str',
    'expandtabs',
    'tabsize=',
    (self, args) => {
      const size = args.optional('tabsize');
      if (size && size.kind !== 'int') return vm.derive(size, text);
      const width = size?.kind === 'int' ? Number(size.value) : 8;
      let column = 0;
      let out = '';
      for (const char of self.value) {
        if (char === '\t') {
          const missing = width > 0 ? width - (column % width) : 0;
          out += ' '.repeat(missing);
          column += missing;
        } else {
          out += char;
          column = char === '\n' || char === '\r' ? 0 : column + 1;
        }
      }
      return str(out);
    },
    text,
  );
  return members;
}
