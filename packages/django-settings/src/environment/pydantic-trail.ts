/** Which variables each field came of: an object that is filled from many must not lay all of them to each of its values. */
import type { Interpreter } from '../evaluate/interpreter.js';
import type { Machine } from '../evaluate/native.js';
import { gather, type Origin, trailOf } from '../evaluate/origin.js';
import type { PyInstance } from '../evaluate/value.js';
import { stringKey } from '../evaluate/value.js';

/** Do something for a field; what was read for it is its own, not that of the statement under way. */
export function apart<T>(machine: Machine, trails: Map<string, Origin>, field: string, run: () => T): T {
  const { trace } = machine as Interpreter;
  const before = new Set(trace.reads);
  const count = trace.steps.length;
  const result = run();
  const reads = [...trace.reads].filter((name) => !before.has(name));
  const steps = trace.steps.splice(count);
  for (const name of reads) trace.reads.delete(name);
  const known = trails.get(field);
  trails.set(field, {
    steps: gather([known?.steps ?? [], trailOf(steps)]),
    made: undefined,
    reads: new Set([...(known?.reads ?? []), ...reads]),
  });
  return result;
}

/** The statement under way hangs on all of it after all. */
export function together(machine: Machine, trails: ReadonlyMap<string, Origin>): void {
  const { trace } = machine as Interpreter;
  for (const { reads, steps } of trails.values()) {
    for (const name of reads) trace.reads.add(name);
    trace.steps.push(...steps);
  }
}

/** Tell of each attribute what its field came of. */
export function tellFields(self: PyInstance, trails: ReadonlyMap<string, Origin>): void {
  for (const [name, origin] of trails) {
    const entry = self.attributes.entries.get(stringKey(name));
    if (entry && !entry.origin && origin.steps.length > 0)
      self.attributes.entries.set(stringKey(name), { ...entry, origin });
  }
}
