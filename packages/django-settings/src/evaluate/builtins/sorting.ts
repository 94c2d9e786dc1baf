/** `sorted`, `min` and `max`, stable and by key as in Python. */
import { unlessRaised } from '../expected-errors.js';
import type { Interpreter } from '../interpreter.js';
import { orderOfSets } from '../iterate.js';
import { Raised } from '../raised.js';
import type { PyUnknown, PyValue } from '../value.js';
import { none } from '../value.js';

class Undecided {
  constructor(readonly doubt: PyUnknown) {}
}

/** Sorted items; one many-unknown where the order is not known. */
export function sorted(
  vm: Interpreter,
  items: readonly PyValue[],
  key: PyValue | undefined,
  reverse: PyValue | undefined,
  /** `broken` gets what the list holds where two items cannot be compared; `lost` says that the items came in some order. */
  { broken, lost }: { readonly broken?: (items: readonly PyValue[]) => void; readonly lost?: boolean } = {},
): PyValue[] {
  const down = reverse !== undefined && vm.truth(reverse) === 'yes';
  try {
    const keyed = items.map((item) => {
      if (item.kind === 'unknown' && item.many) throw new Undecided(item);
      return { item, key: key ? vm.call(key, [item]) : item };
    });
    vm.spend(items.length * 4);
    // Reversed before and after, so that equal items keep their order.
    if (down) keyed.reverse();
    const done = leaving(
      () => inOrder(vm, keyed),
      () => {
        if (down) keyed.reverse();
        broken?.(
          keyed.length < 64
            ? keyed.map(({ item }) => item)
            : [vm.unknown('a long list was sorted in part', { many: true })],
        );
      },
    );
    if (down) done.reverse();
    if (!lost) return done.map(({ item }) => item);
    const tied = (a: Keyed | undefined, b: Keyed | undefined) =>
      a !== undefined &&
      b !== undefined &&
      !less(vm, ...(down ? ([b.key, a.key] as const) : ([a.key, b.key] as const)));
    return done.map((one, at) =>
      tied(done[at - 1], one) || tied(one, done[at + 1]) ? vm.unknown(orderOfSets) : one.item,
    );
  } catch (error) {
    if (!(error instanceof Undecided)) throw error;
    unlessRaised(vm, error.doubt, () => none, 'TypeError');
    if (items.some((item) => item.kind === 'unknown' && item.many)) return [{ ...vm.derive(error.doubt), many: true }];
    return items.map(() => vm.derive(error.doubt));
  }
}

function leaving<T>(run: () => T, left: () => void): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof Raised) left();
    throw error;
  }
}

interface Keyed {
  readonly item: PyValue;
  readonly key: PyValue;
}

/** Short lists are compared pair by pair as CPython does, so that the first pair that cannot be compared is the same. */
function inOrder(vm: Interpreter, keyed: Keyed[]): Keyed[] {
  if (keyed.length >= 64) return keyed.sort((a, b) => (less(vm, a.key, b.key) ? -1 : less(vm, b.key, a.key) ? 1 : 0));
  let run = Math.min(1, keyed.length);
  if (keyed.length > 1) {
    const at = (place: number) => (keyed[place] as Keyed).key;
    const falls = less(vm, at(1), at(0));
    for (run = 2; run < keyed.length && less(vm, at(run), at(run - 1)) === falls; ) run += 1;
    if (falls) keyed.splice(0, run, ...keyed.slice(0, run).reverse());
  }
  for (let next = run; next < keyed.length; next += 1) {
    const pivot = keyed[next] as Keyed;
    let [low, high] = [0, next];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (less(vm, pivot.key, (keyed[middle] as Keyed).key)) high = middle;
      else low = middle + 1;
    }
    keyed.splice(next, 1);
    keyed.splice(low, 0, pivot);
  }
  return keyed;
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
  items: Iterable<PyValue>,
  key: PyValue | undefined,
  largest: boolean,
): PyValue | undefined {
  const beats = (a: Keyed, b: Keyed) => holds(vm, largest ? '>' : '<', a.key, b.key);
  try {
    let best: Keyed | undefined;
    let tied = false;
    for (const item of items) {
      if (item.kind === 'unknown') throw new Undecided(item);
      const one = { item, key: key ? vm.call(key, [item]) : item };
      if (!best || beats(one, best)) [best, tied] = [one, false];
      else if (vm.order.lost && !beats(best, one)) tied = true;
    }
    if (tied) return vm.unknown(orderOfSets);
    return best?.item;
  } catch (error) {
    if (!(error instanceof Undecided)) throw error;
    const { doubt } = error;
    return unlessRaised(vm, doubt, () => vm.derive(doubt), 'TypeError');
  }
}
