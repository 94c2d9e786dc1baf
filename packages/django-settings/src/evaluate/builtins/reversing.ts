/** `reversed()`: over a sequence from its end. */
import type { Interpreter } from '../interpreter.js';
import { openBase, unlessLacking } from '../open-base.js';
import { overDict, overList } from '../over-containers.js';
import type { PyValue } from '../value.js';
import { int, iterator, stepping } from '../value.js';
import { lengthValue } from './conversions.js';

/** What has items in no order, or none at all. */
const unordered: readonly PyValue['kind'][] = [
  'none',
  'bool',
  'int',
  'float',
  'set',
  'iterator',
  'function',
  'native',
  'method',
  'module',
  'slice',
  'class',
  'special',
  'descriptor',
];

function isUnordered(vm: Interpreter, value: PyValue): boolean {
  if (value.kind !== 'instance') return unordered.includes(value.kind);
  return !value.cls.mro.some((cls) => cls.open) && !vm.special(value, '__getitem__');
}

export function reversed(vm: Interpreter, value: PyValue): PyValue {
  const own = value.kind === 'instance' || value.kind === 'class' ? vm.special(value, '__reversed__') : undefined;
  if (own && own.kind !== 'none') return vm.call(own);
  if (own || isUnordered(vm, value)) vm.raise('TypeError', `'${vm.typeName(value)}' object is not reversible`);
  if (value.kind === 'list') return vm.fresh(overList(vm, value, true));
  const open = openBase(value);
  if (open) return unlessLacking(vm, open);
  if (value.kind === 'instance') return backwards(vm, value);
  if (value.kind === 'dict') return vm.fresh(overDict(vm, value, 'dict_reversekeyiterator', ({ key }) => key, true));
  return iterator(value.kind === 'range' ? 'range_iterator' : 'reversed', () => [...vm.iterate(value)].reverse());
}

/** Over what has a length and items by their places, from its end. */
function backwards(vm: Interpreter, value: PyValue): PyValue {
  const length = lengthValue(vm, value);
  if (length.kind !== 'int') return vm.derive(length);
  const source = stepping('reversed', length.value, (_, self) => {
    const at = (self.state as bigint) - 1n;
    self.state = at;
    return at < 0n ? undefined : vm.getItem(value, int(at));
  });
  return vm.fresh({ ...source, sized: value });
}
