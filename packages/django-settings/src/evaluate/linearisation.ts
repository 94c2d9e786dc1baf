/** In which order a class and those that it comes from are asked for a name. */
import type { Interpreter } from './interpreter.js';
import type { PyClass } from './value.js';

/** C3. */
export function linearise(vm: Interpreter, name: string, bases: readonly PyClass[]): PyClass[] {
  // Each class of a long line holds all that are above it.
  for (const { mro } of bases) vm.spend(mro.length >> 2);
  const lists = [...bases.map((base) => [...base.mro]), [...bases]];
  const order: PyClass[] = [];
  for (;;) {
    const left = lists.filter((one) => one.length > 0);
    if (left.length === 0) return order;
    const next = left.map(([head]) => head).find((head) => head && left.every((one) => one.indexOf(head) <= 0));
    if (!next) {
      const names = bases.map((base) => base.name).join(', ');
      return vm.raise(
        'TypeError',
        `Cannot create a consistent method resolution order (MRO) for bases ${names || name}`,
      );
    }
    order.push(next);
    for (const one of lists) if (one[0] === next) one.shift();
  }
}
