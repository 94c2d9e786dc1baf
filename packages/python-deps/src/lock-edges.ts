/** The arrows of a lock file's graph, as each tool writes them. */
import type { LockedEdge } from './declaration.js';
import type { LockFormat } from './lock-format.js';
import { normalizeName } from './names.js';
import { poetrySpecifier } from './poetry-specifier.js';
import { parseRequirement } from './requirement.js';
import { entryOf, isTable, listOf, type TomlTable, tableAt, textOf } from './toml.js';

/** What a package requires. */
export function edgesOf(table: TomlTable, format: LockFormat): readonly LockedEdge[] {
  const dependencies = entryOf(table, 'dependencies');
  if (format === 'poetry-lock') return Object.entries(tableAt(table, 'dependencies')).flatMap(poetryEdge);
  return listOf(dependencies).flatMap((item) => (typeof item === 'string' ? requirementEdge(item) : uvEdge(item)));
}

/** What each extra of it brings. */
export function extrasOf(table: TomlTable, format: LockFormat): ReadonlyMap<string, readonly LockedEdge[]> {
  return format === 'uv-lock' ? uvExtras(table) : poetryExtras(table);
}

/** `[package.optional-dependencies]` of uv.lock. */
function uvExtras(table: TomlTable): ReadonlyMap<string, readonly LockedEdge[]> {
  return new Map(
    Object.entries(tableAt(table, 'optional-dependencies')).map(([extra, edges]) => [
      extra,
      listOf(edges).flatMap(uvEdge),
    ]),
  );
}

/** `[package.extras]` of poetry.lock says the same in lines, `psycopg-binary (==3.1.18)`. */
function poetryExtras(table: TomlTable): ReadonlyMap<string, readonly LockedEdge[]> {
  return new Map(
    Object.entries(tableAt(table, 'extras')).map(([extra, lines]) => [
      normalizeName(extra),
      listOf(lines).flatMap((line) => requirementEdge(textOf(line) ?? '')),
    ]),
  );
}

/** One item of a list in uv.lock. */
export function uvEdge(item: unknown): readonly LockedEdge[] {
  const name = textOf(entryOf(tableAt(item), 'name'));
  if (name === undefined) return [];
  const marker = textOf(entryOf(tableAt(item), 'marker'));
  const version = textOf(entryOf(tableAt(item), 'version'));
  const extras = listOf(entryOf(tableAt(item), 'extra')).flatMap((extra) => textOf(extra) ?? []);
  return [
    {
      name: normalizeName(name),
      ...(marker ? { marker } : {}),
      ...(version ? { version } : {}),
      ...(extras.length > 0 ? { extras } : {}),
    },
  ];
}

function requirementEdge(text: string): readonly LockedEdge[] {
  const requirement = parseRequirement(text).requirement;
  return requirement ? [edgeTo(requirement.name, requirement.extras, requirement.marker, requirement.specifier)] : [];
}

/** One package, or several ways to it, each with its marker. */
function poetryEdge([name, value]: readonly [string, unknown]): readonly LockedEdge[] {
  return (Array.isArray(value) ? listOf(value) : [value]).flatMap((way) => {
    const accepted = poetrySpecifier(textOf(isTable(way) ? entryOf(way, 'version') : way) ?? '');
    if (!isTable(way)) return [edgeTo(normalizeName(name), [], undefined, accepted)];
    if (entryOf(way, 'optional') === true) return [];
    const extras = listOf(entryOf(way, 'extras')).flatMap((extra) => normalizeName(textOf(extra) ?? ''));
    return [edgeTo(normalizeName(name), extras, textOf(entryOf(way, 'markers')), accepted)];
  });
}

function edgeTo(name: string, extras: readonly string[] = [], marker?: string, specifier?: string): LockedEdge {
  return {
    name,
    ...(extras.length > 0 ? { extras } : {}),
    ...(marker ? { marker } : {}),
    ...(specifier ? { specifier } : {}),
  };
}
