/** `str.translate` and `str.maketrans`, which replace single characters by a table. */
import type { Interpreter } from '../interpreter.js';
import { characters } from '../text.js';
import type { PyValue } from '../value.js';
import { int, str } from '../value.js';
import { plainMember } from './member.js';

export function translationMembers(vm: Interpreter): Record<string, PyValue> {
  const members: Record<string, PyValue> = {};
  const text = { type: 'str' } as const;
  members.translate = plainMember(
    vm,
    'str',
    'translate',
    'table, /',
    (self, args) => {
      const table = args.get('table');
      if (table.kind !== 'dict' || table.open) return vm.unknown('this translation table is not evaluated', text);
      const parts = [...self.value].map((char) => {
        const entry = table.entries.get(char.codePointAt(0) ?? 0);
        if (!entry) return char;
        if (entry.value.kind === 'none') return '';
        return entry.value.kind === 'int'
          ? String.fromCodePoint(Number(entry.value.value))
          : entry.value.kind === 'str'
            ? entry.value.value
            : char;
      });
      return str(parts.join(''));
    },
    text,
  );
  members.maketrans = {
    kind: 'descriptor',
    type: 'staticmethod',
    get: plainStatic(vm),
  };
  return members;
}

function plainStatic(vm: Interpreter): PyValue {
  return {
    kind: 'native',
    name: 'maketrans',
    qualname: 'str.maketrans',
    method: false,
    call: (_machine, { positional }) => {
      const table = vm.call(vm.builtin('dict'));
      const [from, to, gone] = positional;
      const put = (char: string, value: PyValue) => vm.setItem(table, int(char.codePointAt(0) ?? 0), value);
      if (from?.kind === 'dict' && !to) {
        for (const { key, value } of from.entries.values()) {
          if (key.kind === 'str') put(key.value, value);
          else vm.setItem(table, key, value);
        }
        return table;
      }
      if (from?.kind !== 'str' || to?.kind !== 'str') return vm.unknown('this translation table is not evaluated');
      const [a, b] = [characters(from.value), characters(to.value)];
      if (a.length !== b.length)
        return vm.raise('ValueError', 'the first two maketrans arguments must have equal length');
      for (const [at, char] of a.entries()) put(char, int((b[at] ?? '').codePointAt(0) ?? 0));
      if (gone?.kind === 'str') for (const char of characters(gone.value)) put(char, { kind: 'none' });
      return table;
    },
  };
}
