/** The environment contract: every variable the settings read, once, with what is known of it. */
import { isSensitiveName, type Location, masked, type Value, type VariableRead } from '@django-golive/core';
import type { Given } from './given-variables.js';
import type { ModuleRun, ReadVariable } from './module-run.js';

/** Who gives a variable, and where. */
type Giver = Pick<Given, 'by' | 'at'>;

/** The variables in alphabetical order. A default under a sensitive name is masked. */
export function environmentContract(
  { reads, filed, absent }: Pick<ModuleRun, 'reads' | 'filed' | 'absent'>,
  given: ReadonlyMap<string, Giver>,
  required: ReadonlySet<string> = requiredBy(reads),
): readonly VariableRead[] {
  const byName = new Map<string, ReadVariable[]>();
  for (const read of reads) byName.set(read.name, [...(byName.get(read.name) ?? []), read]);
  return [...byName]
    .sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0))
    .map(([name, all]) => {
      const giver = given.get(name) ?? fileGiving(filed.get(name));
      return contractOf(name, all, required.has(name), giver, !giver && !absent.has(name));
    });
}

function requiredBy(reads: readonly ReadVariable[]): ReadonlySet<string> {
  return new Set(reads.filter((read) => read.required).map(({ name }) => name));
}

/** A file of the repository that the settings read variables from. */
function fileGiving(at: Location | undefined): Giver | undefined {
  return at && { by: `\`${at.path}\``, at };
}

function contractOf(
  name: string,
  reads: readonly ReadVariable[],
  required: boolean,
  given: Giver | undefined,
  presumed: boolean,
): VariableRead {
  const sensitive = isSensitiveName(name);
  const fallback = reads.find((read) => read.default !== undefined)?.default;
  const cast = reads.find((read) => read.cast !== undefined)?.cast;
  const places = new Map(reads.map(({ at }) => [`${at.path}:${at.span.start}`, at]));
  return {
    name,
    reads: [...places.values()],
    required,
    ...(fallback ? { default: sensitive ? hidden(fallback) : fallback } : {}),
    ...(cast === undefined ? {} : { cast }),
    sensitive,
    ...(given ? { given: { by: given.by, ...(given.at ? { at: given.at } : {}) } } : {}),
    ...(presumed ? { presumed } : {}),
  };
}

/** A secret's default as it may be shown: empty ones and None say that there is none. */
function hidden(value: Value): Value {
  return (value.kind === 'str' || value.kind === 'bytes') && value.value !== ''
    ? { kind: value.kind, value: masked }
    : value;
}
