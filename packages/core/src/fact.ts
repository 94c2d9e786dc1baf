/** Facts: what is read from a project, behind typed handles, derived at most once an audit and only when asked for. */
import type { Location } from './source.js';

/** One step of "how we know". */
export interface Evidence {
  readonly at: Location;
  readonly note: string;
}

/** Anything a verdict can be about. */
export interface Located {
  readonly at: Location;
  /** The lines that made it so, in order. */
  readonly trail?: readonly Evidence[];
  /** What stands there today, in one line of source or words, with secrets masked. */
  readonly current?: string;
  /** A name that survives edits elsewhere, such as `config.prod:DEBUG`: part of a finding's identity. */
  readonly subject?: string;
}

/** Facts by the local name a rule gives them. */
export type Needs = Readonly<Record<string, Fact<unknown>>>;

/** The values of `Needs`. */
export type Facts<N extends Needs> = { readonly [K in keyof N]: N[K] extends Fact<infer T> ? T : never };

/** A typed handle, compared by identity. `derive` is absent where an adapter provides the value. */
export interface Fact<out T> {
  readonly id: string;
  readonly needs: Needs;
  readonly derive?: (facts: Facts<Needs>) => T;
}

/** How an adapter answers for a fact that is only declared. */
export interface Provider {
  readonly fact: Fact<unknown>;
  readonly needs: Needs;
  readonly derive: (facts: Facts<Needs>) => unknown;
  readonly plain?: (value: unknown) => unknown;
}

/** A fact that follows from other facts alone. */
export function defineFact<T, N extends Needs>(spec: {
  readonly id: string;
  readonly needs: N;
  derive(facts: Facts<N>): T;
}): Fact<T> {
  return spec as unknown as Fact<T>;
}

/** A fact that an adapter provides; core holds only its vocabulary. */
export function declareFact<T>(id: string): Fact<T> {
  return { id, needs: {} };
}

/**
 * Provide a declared fact. The last provider of a fact wins, so a caller can replace any reader. `plain` is all that a value says,
 * as data without functions: where several targets come to the same, it is one value for all of them.
 */
export function provide<T, N extends Needs>(
  fact: Fact<T>,
  needs: N,
  derive: (facts: Facts<N>) => T,
  plain?: (value: T) => unknown,
): Provider {
  return { fact, needs, derive, ...(plain ? { plain } : {}) } as unknown as Provider;
}

/** Provide a declared fact with a value that is already there. */
export function given<T>(fact: Fact<T>, value: T): Provider {
  return { fact, needs: {}, derive: () => value };
}

/** Reads facts, each derived at most once. */
export type FactReader = <T>(fact: Fact<T>) => T;

/** Thrown when a fact has no provider, or needs itself: a mistake in how an audit was put together. */
export class FactError extends Error {
  override readonly name = 'FactError';
}

/** What a derivation came to. */
export type Derivation = { readonly value: unknown } | { readonly error: unknown };

/** What was made of which inputs, kept for several readers: the same source makes of the same inputs what it made before. */
export type SharedFacts = (
  source: Provider | Fact<unknown>,
  inputs: readonly Derivation[],
  derive: () => Derivation,
) => Derivation;

/**
 * A memo over facts and their providers. A derivation that threw throws the same again. With `shared`, what a fact needs is read
 * before it is derived, asked for or not, so that readers which come to the same inputs derive it once.
 */
export function createFactReader(providers: readonly Provider[], shared?: SharedFacts): FactReader {
  const provided = new Map(providers.map((provider) => [provider.fact, provider]));
  const known = new Map<Fact<unknown>, Derivation>();
  const underWay = new Set<Fact<unknown>>();

  function read<T>(fact: Fact<T>): T {
    const outcome = outcomeOf(fact);
    if ('error' in outcome) throw outcome.error;
    return outcome.value as T;
  }

  function outcomeOf(fact: Fact<unknown>): Derivation {
    const outcome = known.get(fact) ?? derive(fact);
    known.set(fact, outcome);
    return outcome;
  }

  function derive(fact: Fact<unknown>): Derivation {
    const source = provided.get(fact) ?? fact;
    const { derive: make, needs } = source;
    if (!make) return { error: new FactError(`No provider for the fact "${fact.id}".`) };
    if (underWay.has(fact)) return { error: new FactError(`The fact "${fact.id}" needs itself.`) };
    underWay.add(fact);
    const made = (): Derivation => {
      try {
        return { value: make(readNeeds(needs, read)) };
      } catch (error) {
        return { error };
      }
    };
    const outcome = shared ? shared(source, Object.values(needs).map(outcomeOf), made) : made();
    underWay.delete(fact);
    return outcome;
  }

  return read;
}

/** The values of `needs`, each read on first access, so that an unused fact is never derived. */
export function readNeeds<N extends Needs>(needs: N, read: FactReader): Facts<N> {
  const facts = {};
  for (const [name, fact] of Object.entries(needs)) {
    Object.defineProperty(facts, name, { enumerable: true, get: () => read(fact) });
  }
  return facts as Facts<N>;
}
