/** Whether a lock file follows what is declared beside it: each package is there, in a version that its line admits. */
import type { LockStep } from '@django-golive/core';
import type { Declaration } from './declaration.js';
import { directoryOf } from './project-directories.js';
import type { ReadManifest } from './read-manifests.js';
import { pinnedVersion, satisfies } from './specifier.js';
import { isVersion } from './version.js';

/** What each lock file is made from. */
const SOURCES: Readonly<Record<string, RegExp>> = {
  'uv-lock': /^(?:pyproject|poetry)$/,
  'poetry-lock': /^(?:pyproject|poetry)$/,
  'pdm-lock': /^pyproject$/,
  'pipfile-lock': /^pipfile$/,
  pylock: /^(?:pyproject|poetry|requirements)$/,
};

/** Lines of production that the lock file in their directory does not follow. */
export function outOfStepIn(
  manifests: readonly ReadManifest[],
  stops: ReadonlyMap<string, string> = new Map(),
): readonly LockStep[] {
  return manifests.flatMap(({ plan, reading }) => {
    const versions = versionsIn(reading);
    const sources = SOURCES[reading.format];
    // What a lock file holds could not be read, where something in it could not be.
    if (!sources || plan.kind !== 'runtime' || versions.size === 0 || reading.problems.length > 0) return [];
    const beside = manifests.filter(
      (one) =>
        directoryOf(one.plan.path) === directoryOf(plan.path) &&
        sources.test(one.reading.format) &&
        !one.reading.lock &&
        one.reading.declarations.length > 0,
    );
    // pylock.toml has no one source: where two files may be it, neither is taken for it, nor for what `pylock.name.toml` holds.
    const isNamed = reading.format === 'pylock' && !/(?:^|\/)pylock\.toml$/.test(plan.path);
    if (isNamed || (reading.format === 'pylock' && beside.length !== 1)) return [];
    const isFirst = firstOf();
    return (
      beside
        .flatMap((one) =>
          one.reading.declarations.filter((line) => isPlain(line) || isGrouped(line, reading.format, versions)),
        )
        // What another group includes stands there once.
        .filter(({ at, name }) => isFirst(`${name} ${at.path} ${at.span.start}`))
        .flatMap((line): LockStep[] => {
          const locked = versions.get(line.name);
          if (
            locked?.some((version) => !isVersion(version) || satisfies(version, line.specifier, { prereleases: true }))
          )
            return [];
          const { name, declared, at } = line;
          const stop = stops.get(reading.format);
          return [
            {
              ...{ name, declared, at, lock: plan.path },
              ...(locked?.[0] === undefined ? {} : { version: locked[0] }),
              ...(stop === undefined || plan.rank > 0 ? {} : { stops: stop }),
            },
          ];
        })
    );
  });
}

/** Answers whether a key is asked about for the first time. */
function firstOf(): (key: string) => boolean {
  const seen = new Set<string>();
  return (key) => seen.size < seen.add(key).size;
}

/** The versions of each package; what comes from an address may have none, and is judged as one that no line refuses. */
export function versionsIn({
  locked,
  unnumbered,
  declarations,
}: ReadManifest['reading']): ReadonlyMap<string, readonly string[]> {
  const versions = new Map<string, readonly string[]>();
  const add = (name: string, version: string) => versions.set(name, [...(versions.get(name) ?? []), version]);
  for (const { name, version } of locked ?? []) add(name, version);
  for (const name of unnumbered ?? []) add(name, '');
  for (const { name, specifier } of declarations) add(name, pinnedVersion(specifier) ?? specifier);
  return versions;
}

/** A line of a group that the lock has as well: uv and Poetry lock all groups together, of PDM's only those that it is told to. */
function isGrouped(
  { group, marker, url, constraint, name }: Declaration,
  format: string,
  versions: ReadonlyMap<string, readonly string[]>,
): boolean {
  return (
    /^(?:uv|poetry)-lock$/.test(format) &&
    group !== undefined &&
    [marker, url, constraint].every((one) => one === undefined) &&
    versions.has(name)
  );
}

/** A line of the project's own list that holds everywhere. */
export function isPlain({ kind, group, marker, url, constraint }: Declaration): boolean {
  return kind === 'runtime' && group === undefined && marker === undefined && url === undefined && !constraint;
}
