/** One derivation for several readers of facts: the audits of one project against several targets come to the same of most of it. */
import type { Derivation, Fact, Provider, SharedFacts } from './fact.js';

interface Made {
  readonly inputs: readonly Derivation[];
  readonly outcome: Derivation;
  /** What the value says, where its provider tells it. */
  readonly plain?: unknown;
}

/** Made for readers that live as long as one another. */
export function createSharedFacts(): SharedFacts {
  const known = new Map<Provider | Fact<unknown>, Made[]>();
  return (source, inputs, derive) => {
    const earlier = known.get(source) ?? [];
    known.set(source, earlier);
    const same = earlier.find((made) => made.inputs.every((input, index) => input === inputs[index]));
    if (same) return same.outcome;
    const derived = derive();
    const plain = 'plain' in source && 'value' in derived ? source.plain?.(derived.value) : undefined;
    const equal = plain === undefined ? undefined : earlier.find((made) => isEqual(made.plain, plain));
    const outcome = equal?.outcome ?? derived;
    earlier.push({ inputs, outcome, plain });
    return outcome;
  };
}

/** Whether two trees of plain data say the same. */
function isEqual(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || !left || !right) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const [ours, theirs] = [Object.entries(left), right as Readonly<Record<string, unknown>>];
  return (
    ours.length === Object.keys(right).length &&
    ours.every(([name, value]) => Object.hasOwn(theirs, name) && isEqual(value, theirs[name]))
  );
}
