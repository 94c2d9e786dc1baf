/** `sorted`, `min` and `max`, stable and by key as in Python. */
import { unlessRaised } from '../expected-errors.js';
import type { Interpreter } from '../interpreter.js';
import { orderOfSets } from '../key-order.js';
import { Raised } from '../raised.js';
import { maybeOf } from '../through-unknowns.js';
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
  const turned = reverse === undefined ? 'no' : vm.truth(reverse);
  const down = turned === 'yes';
  try {
    const keyed = items.map((item) => {
      if (item.kind === 'unknown' && item.many) throw new Undecided(item);
      return { item, key: key ? vm.call(key, [item]) : item };
    });
    vm.spend(items.length * 4);
    if (reverse && turned === 'maybe' && items.length > 1) throw new Undecided(vm.derive(reverse));
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
    const any = maybeOf(vm, error.doubt, items);
    if (items.some((item) => item.kind === 'unknown' && item.many)) return [{ ...any, many: true }];
    return items.map(() => any);
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
  if (keyed.length >= 64) {
    if (keyed.some(({ key }) => key.kind === 'float' && Number.isNaN(key.value)))
      throw new Undecided(vm.unknown('the order of a long list that holds what has none is not followed'));
    return keyed.sort((a, b) => (less(vm, a.key, b.key) ? -1 : less(vm, b.key, a.key) ? 1 : 0));
  }
  const run = keyed.length < 2 ? keyed.length : vm.python && vm.python[1] < 13 ? oldRun(vm, keyed) : newRun(vm, keyed);
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

const turn = (keyed: Keyed[], from: number, to: number) =>
  keyed.splice(from, to - from, ...keyed.slice(from, to).reverse());

/** How many of the first items are in order, or were strictly falling and are turned: up to Python 3.12. */
function oldRun(vm: Interpreter, keyed: Keyed[]): number {
  const smaller = (place: number) => less(vm, (keyed[place] as Keyed).key, (keyed[place - 1] as Keyed).key);
  const falls = smaller(1);
  let run = 2;
  while (run < keyed.length && smaller(run) === falls) run += 1;
  if (falls) turn(keyed, 0, run);
  return run;
}

/** The same since Python 3.13, where equal items do not end a run that falls; what has no order is equal to all. */
function newRun(vm: Interpreter, keyed: Keyed[]): number {
  const before = (a: number, b: number) => less(vm, (keyed[a] as Keyed).key, (keyed[b] as Keyed).key);
  let run = 1;
  while (run < keyed.length && !before(run, run - 1)) run += 1;
  if (run === keyed.length) return run;
  if (run > 1) {
    if (before(0, run - 1)) return run;
    turn(keyed, 0, run);
  }
  run += 1;
  let equal = 0;
  const turnEqual = () => {
    if (equal > 0) turn(keyed, run - equal - 1, run);
    equal = 0;
  };
  for (; run < keyed.length; run += 1) {
    if (before(run, run - 1)) turnEqual();
    else if (before(run - 1, run)) break;
    else equal += 1;
  }
  turnEqual();
  turn(keyed, 0, run);
  while (run < keyed.length && !before(run, run - 1)) run += 1;
  return run;
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
    // Of any number there may be none.
    if (doubt.kind === 'unknown' && doubt.many) vm.mayRaise(doubt, 'ValueError');
    return unlessRaised(vm, doubt, () => vm.derive(doubt), 'TypeError');
  }
}
