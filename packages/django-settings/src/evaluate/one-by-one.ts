/** Going through an iterable where something is done with each item before the next one is asked for. */
import { advance, iteratorOf } from './advance.js';
import type { Interpreter } from './interpreter.js';
import { inAnyOrder } from './iterate.js';
import type { PyValue } from './value.js';

/** The items; `loose` where their order does not matter. */
export function* oneByOne(vm: Interpreter, value: PyValue, loose = true): Generator<PyValue> {
  if (value.kind !== 'iterator' && value.kind !== 'instance') {
    yield* loose ? inAnyOrder(vm, value) : vm.iterate(value);
    return;
  }
  const source = iteratorOf(vm, value);
  for (let item = advance(vm, source, loose); item; item = advance(vm, source, loose)) yield item;
}
