/** `str.translate` and `str.maketrans`, which replace single characters by a table. */
import { budgets } from '../../budgets.js';
import { unlessRaised } from '../expected-errors.js';
import type { Interpreter } from '../interpreter.js';
import { staticMethod } from '../native.js';
import { payForText } from '../sizes.js';
import { characters, lengthOf } from '../text.js';
import type { PyValue } from '../value.js';
import { int, none, str } from '../value.js';
import { givenName } from './arguments.js';
import { plainMember } from './member.js';

export function translationMembers(vm: Interpreter): Record<string, PyValue> {
  return {
    translate: plainMember(
      vm,
      'str',
      'translate',
      'table, /',
      (self, args) => {
        const table = args.get('table');
        const doubt = table.kind === 'dict' ? table.open : undefined;
        if (doubt) return vm.derive(doubt, { type: 'str' });
        let out = '';
        for (const char of characters(self.value)) {
          const found = replacement(vm, table, char);
          if (typeof found !== 'string') return vm.derive(found, { type: 'str' });
          out += found;
          if (out.length > budgets.text) payForText(vm, out.length);
        }
        return str(out);
      },
      { type: 'str' },
    ),
    maketrans: staticMethod(
      'str.maketrans',
      '(x, y=, z=, /)',
      (_machine, args) => {
        const [x, y, z] = [args.get('x'), args.optional('y'), args.optional('z')];
        return y ? tableOfTexts(vm, x, y, z) : tableOfDict(vm, x);
      },
      { written: 'C' },
    ),
  };
}

/** What a table makes of a character: it stays where the table has no such key. */
function replacement(vm: Interpreter, table: PyValue, char: string): string | PyValue {
  const found = vm.attempt<PyValue | undefined>(
    () => vm.getItem(table, int(char.codePointAt(0) ?? 0)),
    ['LookupError'],
    () => undefined,
  );
  if (!found) return char;
  if (found.kind === 'none') return '';
  if (found.kind === 'str') return found.value;
  if (found.kind === 'unknown' || found.kind === 'choice') return found;
  if (found.kind !== 'int' && found.kind !== 'bool')
    return vm.raise('TypeError', 'character mapping must return integer, None or str');
  const code = Number(found.value);
  if (!(code >= 0 && code < 0x110000)) return vm.raise('ValueError', 'character mapping must be in range(0x110000)');
  return String.fromCodePoint(code);
}

function tableOfDict(vm: Interpreter, from: PyValue): PyValue {
  if (from.kind !== 'dict')
    return vm.raise('TypeError', 'if you give only one argument to maketrans it must be a dict');
  const words = 'keys in translate table must be strings or integers';
  const table = vm.call(vm.builtin('dict'));
  for (const { key, value } of from.entries.values()) {
    if (key.kind === 'str') {
      if (lengthOf(key.value) !== 1)
        return vm.raise('ValueError', 'string keys in translate table must be of length 1');
      vm.setItem(table, int(key.value.codePointAt(0) ?? 0), value);
    } else if (key.kind === 'int' || key.kind === 'bool') vm.setItem(table, key, value);
    else return vm.raise('TypeError', words);
  }
  if (from.open) return unlessRaised(vm, from.open, () => vm.derive(from.open ?? from), 'TypeError', words);
  return table;
}

function tableOfTexts(vm: Interpreter, x: PyValue, y: PyValue, z: PyValue | undefined): PyValue {
  for (const [at, value] of [y, z].entries())
    if (value && value.kind !== 'str')
      return vm.raise('TypeError', `maketrans() argument ${at + 2} must be str, not ${givenName(vm, value)}`);
  if (x.kind !== 'str')
    return vm.raise('TypeError', 'first maketrans argument must be a string if there is a second argument');
  const [from, to] = [characters(x.value), y.kind === 'str' ? characters(y.value) : []];
  if (from.length !== to.length)
    return vm.raise('ValueError', 'the first two maketrans arguments must have equal length');
  const table = vm.call(vm.builtin('dict'));
  const put = (char: string, value: PyValue) => vm.setItem(table, int(char.codePointAt(0) ?? 0), value);
  for (const [at, char] of from.entries()) put(char, int(to[at]?.codePointAt(0) ?? 0));
  if (z?.kind === 'str') for (const char of characters(z.value)) put(char, none);
  return table;
}
