/** `sorted`, `min` and `max`, stable and by key as in Python. */
import type { Interpreter } from '../interpreter.js';
import type { PyUnknown, PyValue } from '../value.js';

class Undecided {
  constructor(readonly doubt: PyUnknown) {}
}

/** Sorted items; one many-unknown where the order is not known. */
export function sorted(
  vm: Interpreter,
  items: readonly PyValue[],
  key: PyValue | undefined,
  reverse: PyValue | undefined,
): PyValue[] {
  const down = reverse !== undefined && vm.truth(reverse) === 'yes';
  try {
    const keyed = items.map((item) => {
      if (item.kind === 'unknown' && item.many) throw new Undecided(item);
      return { item, key: key ? vm.call(key, [item]) : item };
    });
    vm.spend(items.length * 4);
    // Python sorts by `<` only; with reverse, equal items keep their order.
    keyed.sort((a, b) => (down ? order(vm, b.key, a.key) : order(vm, a.key, b.key)));
    return keyed.map(({ item }) => item);
  } catch (error) {
    if (error instanceof Undecided) return [{ ...vm.derive(error.doubt), many: true }];
    throw error;
  }
}

function order(vm: Interpreter, a: PyValue, b: PyValue): number {
  if (less(vm, a, b)) return -1;
  return less(vm, b, a) ? 1 : 0;
}

function less(vm: Interpreter, a: PyValue, b: PyValue): boolean {
  return holds(vm, '<', a, b);
}

function holds(vm: Interpreter, operator: '<' | '>', a: PyValue, b: PyValue): boolean {
  const result = vm.compare(operator, a, b);
  const truth = vm.truth(result);
  if (truth === 'maybe') throw new Undecided(vm.doubt(result) ?? vm.unknown('an order is not known'));
  return truth === 'yes';
}

/** `min` or `max` of at least one item. */
export function extreme(
  vm: Interpreter,
  items: readonly PyValue[],
  key: PyValue | undefined,
  largest: boolean,
): PyValue {
  try {
    let best: { item: PyValue; key: PyValue } | undefined;
    for (const item of items) {
      if (item.kind === 'unknown') throw new Undecided(item);
      const one = { item, key: key ? vm.call(key, [item]) : item };
      if (!best || (largest ? holds(vm, '>', one.key, best.key) : less(vm, one.key, best.key))) best = one;
    }
    return best?.item ?? vm.raise('ValueError', 'arg is an empty sequence');
  } catch (error) {
    if (error instanceof Undecided) return vm.derive(error.doubt);
    throw error;
  }
}
