/** The methods of `str` and `bytes` that make a text longer at its ends, or its tabs wider. */
import type { Interpreter } from '../interpreter.js';
import { payForText } from '../sizes.js';
import { lengthOf } from '../text.js';
import type { PyValue } from '../value.js';
import { givenName, indexNumber } from './arguments.js';
import { plainMember } from './member.js';
import type { TextKind } from './text-kind.js';
import { certain } from './text-search.js';

export function paddingMembers(vm: Interpreter, kind: TextKind): Record<string, PyValue> {
  const members: Record<string, PyValue> = {};
  for (const name of ['ljust', 'rjust', 'center', 'zfill'] as const) {
    members[name] = plainMember(
      vm,
      kind.name,
      name,
      name === 'zfill' ? 'width, /' : 'width, fillchar=, /',
      (self, args) => {
        const width = indexNumber(vm, args.get('width'));
        const by = name === 'zfill' ? '0' : fillOf(vm, kind, name, args.optional('fillchar'));
        payForText(vm, width);
        const missing = width - lengthOf(self.value);
        if (missing <= 0) return self;
        if (name === 'ljust') return kind.make(self.value + by.repeat(missing));
        if (name === 'rjust') return kind.make(by.repeat(missing) + self.value);
        if (name === 'zfill') {
          const sign = /^[+-]/.exec(self.value)?.[0] ?? '';
          return kind.make(sign + by.repeat(missing) + self.value.slice(sign.length));
        }
        const left = Math.floor(missing / 2) + (missing & width & 1);
        return kind.make(by.repeat(left) + self.value + by.repeat(missing - left));
      },
      certain(kind),
    );
  }
  members.expandtabs = plainMember(
    vm,
    kind.name,
    'expandtabs',
    'tabsize=',
    (self, args) => {
      const size = args.optional('tabsize');
      return kind.make(expanded(vm, self.value, size ? indexNumber(vm, size) : 8));
    },
    certain(kind),
  );
  return members;
}

function fillOf(vm: Interpreter, kind: TextKind, name: string, fill: PyValue | undefined): string {
  if (!fill) return ' ';
  if (fill.kind === kind.name && lengthOf(fill.value) === 1) return fill.value;
  if (kind.name === 'bytes')
    return vm.raise(
      'TypeError',
      fill.kind === 'bytes' && vm.python && vm.python[1] > 13
        ? `${name}(): argument 2 must be a byte string of length 1, not a bytes object of length ${fill.value.length}`
        : `${name}() argument 2 must be a byte string of length 1, not ${givenName(vm, fill)}`,
    );
  return vm.raise(
    'TypeError',
    fill.kind === 'str'
      ? 'The fill character must be exactly one character long'
      : `The fill character must be a unicode character, not ${vm.typeName(fill)}`,
  );
}

function expanded(vm: Interpreter, value: string, width: number): string {
  let column = 0;
  let out = '';
  for (const char of value) {
    if (char === '\t') {
      const missing = width > 0 ? width - (column % width) : 0;
      payForText(vm, out.length + missing);
      out += ' '.repeat(missing);
      column += missing;
    } else {
      out += char;
      column = char === '\n' || char === '\r' ? 0 : column + 1;
    }
  }
  return out;
}
