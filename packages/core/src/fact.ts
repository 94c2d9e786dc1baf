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

/** Provide a declared fact. The last provider of a fact wins, so a caller can replace any reader. */
export function provide<T, N extends Needs>(fact: Fact<T>, needs: N, derive: (facts: Facts<N>) => T): Provider {
  return { fact, needs, derive: derive as unknown as Provider['derive'] };
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

/** A memo over facts and their providers. A derivation that threw throws the same again. */
export function createFactReader(providers: readonly Provider[]): FactReader {
  return memoOver(providersByFact(providers));
}

/**
 * A reader whose `own` providers come after those of `beneath`, and win. A fact that depends on none of them, by what it
 * needs, is read from `beneath`, so that several such readers derive it once. `providers` are those `beneath` was made of.
 */
export function layerFacts(beneath: FactReader, providers: readonly Provider[], own: readonly Provider[]): FactReader {
  const provided = providersByFact([...providers, ...own]);
  const touched = new Map<Fact<unknown>, boolean>(own.map(({ fact }) => [fact, true]));
  const depends = (fact: Fact<unknown>): boolean => {
    const known = touched.get(fact);
    if (known !== undefined) return known;
    // A fact that needs itself is told where it is derived.
    touched.set(fact, false);
    const found = Object.values((provided.get(fact) ?? fact).needs).some(depends);
    touched.set(fact, found);
    return found;
  };
  return memoOver(provided, (fact) => (depends(fact) ? undefined : beneath));
}

const providersByFact = (providers: readonly Provider[]): ReadonlyMap<Fact<unknown>, Provider> =>
  new Map(providers.map((provider) => [provider.fact, provider]));

/** `elsewhere` names the reader that answers for a fact in place of this one. */
function memoOver(
  provided: ReadonlyMap<Fact<unknown>, Provider>,
  elsewhere: (fact: Fact<unknown>) => FactReader | undefined = () => undefined,
): FactReader {
  const known = new Map<Fact<unknown>, { readonly value: unknown } | { readonly error: unknown }>();
  const underWay = new Set<Fact<unknown>>();

  function read<T>(fact: Fact<T>): T {
    let entry = known.get(fact);
    if (!entry) {
      entry = derive(fact);
      known.set(fact, entry);
    }
    if ('error' in entry) throw entry.error;
    return entry.value as T;
  }

  function derive(fact: Fact<unknown>): { readonly value: unknown } | { readonly error: unknown } {
    const source = provided.get(fact) ?? fact;
    const other = elsewhere(fact);
    if (!other && !source.derive) return { error: new FactError(`No provider for the fact "${fact.id}".`) };
    if (underWay.has(fact)) return { error: new FactError(`The fact "${fact.id}" needs itself.`) };
    underWay.add(fact);
    try {
      return { value: other ? other(fact) : source.derive?.(readNeeds(source.needs, read)) };
    } catch (error) {
      return { error };
    } finally {
      underWay.delete(fact);
    }
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
