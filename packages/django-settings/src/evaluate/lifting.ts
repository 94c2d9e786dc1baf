/** How a modelled function meets arguments that are not known: it is run for what is possible, or not at all. */
import type { Bound } from './signature.js';
import type { PyClass, PyValue } from './value.js';

interface Lifting<G> {
  derive(from: PyValue, gives?: G): PyValue;
  each(value: PyValue, run: (option: PyValue) => PyValue): PyValue;
  mayRaise(doubt: PyValue, type: string | PyClass): void;
  spoil(value: PyValue, why: PyValue): void;
}

/** What is certain of an unknown result, and the error that there may be instead. */
interface Results<G> {
  readonly gives?: G;
  readonly raises?: string | PyClass;
  readonly changes?: boolean;
}

/** Run once for every combination of the arguments' options; an unknown argument gives an unknown. */
export function lift<M extends Lifting<G>, G>(
  machine: M,
  bound: Bound,
  run: (machine: M, args: Bound) => PyValue,
  results: Results<G>,
): PyValue {
  for (const value of bound.all()) {
    if (value.kind === 'unknown') {
      if (results.raises !== undefined) machine.mayRaise(value, results.raises);
      const unknown = machine.derive(value, results.gives);
      const [receiver] = bound.all();
      if (results.changes && receiver && receiver !== value) machine.spoil(receiver, unknown);
      return unknown;
    }
    if (hasOptions(value)) {
      return machine.each(value, (option) =>
        // A container keeps its identity and gets one of its contents; a choice is replaced by one of its options.
        lift(machine, option === value ? bound : bound.replace(value, option), run, results),
      );
    }
  }
  return run(machine, bound);
}

function hasOptions(value: PyValue): boolean {
  if (value.kind === 'choice') return true;
  return (value.kind === 'list' || value.kind === 'dict' || value.kind === 'set') && value.options !== undefined;
}
