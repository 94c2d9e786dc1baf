/** The environment contract: every variable the settings read, once, with what is known of it. */
import { isSensitiveName, masked, type Value, type VariableRead } from '@django-golive/core';
import type { Given } from './given-variables.js';
import type { ReadVariable } from './module-run.js';

/** The variables in alphabetical order. A default under a sensitive name is masked. */
export function environmentContract(
  reads: readonly ReadVariable[],
  given: ReadonlyMap<string, Given>,
): readonly VariableRead[] {
  const byName = new Map<string, ReadVariable[]>();
  for (const read of reads) byName.set(read.name, [...(byName.get(read.name) ?? []), read]);
  return [...byName]
    .sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0))
    .map(([name, all]) => contractOf(name, all, given.get(name)));
}

function contractOf(name: string, reads: readonly ReadVariable[], given: Given | undefined): VariableRead {
  const sensitive = isSensitiveName(name);
  const fallback = reads.find((read) => read.default !== undefined)?.default;
  const cast = reads.find((read) => read.cast !== undefined)?.cast;
  const places = new Map(reads.map(({ at }) => [`${at.path}:${at.span.start}`, at]));
  return {
    name,
    reads: [...places.values()],
    required: reads.some(({ required }) => required),
    ...(fallback ? { default: sensitive ? hidden(fallback) : fallback } : {}),
    ...(cast === undefined ? {} : { cast }),
    sensitive,
    ...(given ? { given: { by: given.by, ...(given.at ? { at: given.at } : {}) } } : {}),
  };
}

/** A secret's default as it may be shown: empty ones and None say that there is none. */
function hidden(value: Value): Value {
  return (value.kind === 'str' || value.kind === 'bytes') && value.value !== ''
    ? { kind: value.kind, value: masked }
    : value;
}
