/** Reads the TOML lock files: uv.lock, poetry.lock, pdm.lock and pylock.toml. */
import type { DependencyKind, Manifest, SourceFile } from '@django-golive/core';
import {
  emptyReading,
  type LockedEdge,
  type LockedPackage,
  type LockedRoot,
  type Reading,
  topOf,
} from './declaration.js';
import { kindOfGroup } from './dependency-groups.js';
import { readLockTables } from './lock-tables.js';
import { maskCredentials } from './mask-credentials.js';
import { normalizeName } from './names.js';
import { withIndexes } from './package-index.js';
import { poetrySpecifier } from './poetry-specifier.js';
import { parseRequirement } from './requirement.js';
import { entryOf, isTable, listOf, type TomlTable, tableAt, textOf } from './toml.js';

type LockFormat = Extract<Manifest['format'], 'uv-lock' | 'poetry-lock' | 'pdm-lock' | 'pylock'>;

/** Reads one lock file. Never throws. */
export function readTomlLock(file: SourceFile, format: LockFormat): Reading {
  const { packages, rest, problems } = readLockTables(file.text, format === 'pylock' ? 'packages' : 'package');
  const locked: (readonly [LockedPackage, string | undefined])[] = [];
  const unnumbered: string[] = [];
  const own = format === 'uv-lock' ? packages.map(({ table }) => table).filter(isOwnProject) : [];
  for (const { table, span } of packages) {
    const name = textOf(entryOf(table, 'name'));
    if (name === undefined) continue;
    const version = textOf(entryOf(table, 'version'));
    if (version === undefined) unnumbered.push(normalizeName(name));
    if (own.includes(table) || version === undefined) continue;
    const entry = {
      name: normalizeName(name),
      version,
      at: file.at(span),
      requires: edgesOf(table, format),
      optional: format === 'uv-lock' ? uvExtras(table) : poetryExtras(table),
      ...statedBy(table, format),
    };
    locked.push([entry, indexOf(table, format)]);
  }
  const roots = uvRoots(own);
  const python = pythonOf(rest, format);
  return {
    ...emptyReading(file.path, format, true),
    locked: withIndexes(locked),
    ...(unnumbered.length > 0 ? { unnumbered } : {}),
    ...(roots.length > 0 ? { roots } : {}),
    ...(python === undefined ? {} : { python: { specifier: python, at: topOf(file) } }),
    problems: problems.map(({ span, why }) => ({ at: file.at(span), why })),
  };
}

/** The index that a package was found on, as its lock file names it; Poetry is silent of PyPI. */
function indexOf(table: TomlTable, format: LockFormat): string | undefined {
  const source = tableAt(table, 'source');
  if (format === 'uv-lock') return textOf(entryOf(source, 'registry'));
  if (format === 'pylock') return textOf(entryOf(table, 'index'));
  if (format !== 'poetry-lock') return undefined;
  if (Object.keys(source).length === 0) return 'https://pypi.org/simple';
  return entryOf(source, 'type') === 'legacy' ? textOf(entryOf(source, 'url')) : undefined;
}

/** What a package's own table says of it. */
function statedBy(table: TomlTable, format: LockFormat): Pick<LockedPackage, 'marker' | 'kind' | 'url'> {
  const source = tableAt(table, 'source');
  const vcs = format === 'pylock' ? textOf(entryOf(tableAt(table, 'vcs'), 'url')) : undefined;
  const git =
    textOf(entryOf(source, 'git')) ?? (entryOf(source, 'type') === 'git' ? textOf(entryOf(source, 'url')) : vcs);
  const kind = statedKind(table, format);
  const marker = markerOf(table, format);
  return {
    ...(git === undefined ? {} : { url: maskCredentials(git) }),
    ...(kind === undefined ? {} : { kind }),
    ...(marker === undefined ? {} : { marker }),
  };
}

function markerOf(table: TomlTable, format: LockFormat): string | undefined {
  if (format === 'uv-lock') {
    const markers = listOf(entryOf(table, 'resolution-markers')).flatMap((item) => textOf(item) ?? []);
    return markers.length > 0 ? markers.map((marker) => `(${marker})`).join(' or ') : undefined;
  }
  const name = format === 'poetry-lock' ? 'markers' : 'marker';
  const marker = entryOf(table, name);
  // Poetry writes one marker for all groups, or a table of a marker for each.
  return textOf(marker) ?? textOf(entryOf(tableAt(marker), 'main'));
}

function statedKind(table: TomlTable, format: LockFormat): DependencyKind | undefined {
  if (format === 'pylock') return 'runtime';
  if (format === 'uv-lock') return undefined;
  const groups = listOf(entryOf(table, 'groups')).flatMap((group) => textOf(group) ?? []);
  const category = textOf(entryOf(table, 'category'));
  const names = groups.length > 0 ? groups : category === undefined ? [] : [category];
  if (names.length === 0) return undefined;
  const kinds = names.map((name) => (name === 'main' || name === 'default' ? 'runtime' : kindOfGroup(name)));
  // An optional package of the main group is there only with the extra that asks for it.
  const kind = kinds.includes('runtime') ? 'runtime' : kinds.includes('optional') ? 'optional' : 'dev';
  return kind === 'runtime' && entryOf(table, 'optional') === true ? 'optional' : kind;
}

function edgesOf(table: TomlTable, format: LockFormat): readonly LockedEdge[] {
  const dependencies = entryOf(table, 'dependencies');
  if (format === 'poetry-lock') return Object.entries(tableAt(table, 'dependencies')).flatMap(poetryEdge);
  return listOf(dependencies).flatMap((item) => (typeof item === 'string' ? requirementEdge(item) : uvEdge(item)));
}

/** `[package.optional-dependencies]` of uv.lock: what each extra brings. */
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

function uvEdge(item: unknown): readonly LockedEdge[] {
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

/** In uv.lock the project itself, and its workspace's members, stand among the packages. */
function isOwnProject(table: TomlTable): boolean {
  return sourcePath(table) !== undefined;
}

function sourcePath(table: TomlTable): unknown {
  const source = tableAt(table, 'source');
  return entryOf(source, 'virtual') ?? entryOf(source, 'editable');
}

/** What the project at the lock file's place requires, with what members of its workspace that it requires do in turn. */
function uvRoots(own: readonly TomlTable[]): readonly LockedRoot[] {
  const members = new Map(own.map((table) => [textOf(entryOf(table, 'name')) ?? '', table]));
  const main = own.filter((table) => sourcePath(table) === '.');
  const roots = (main.length > 0 ? main : own).flatMap(requiredBy);
  const seen = new Set<string>();
  // The list grows while it is walked.
  for (const root of roots) {
    const member = members.get(root.name);
    // Members may require one another.
    const way = `${root.name} ${root.kind} ${root.group} ${root.extras} ${root.marker === undefined}`;
    if (!member || seen.has(way)) continue;
    seen.add(way);
    const { extras, version: _, name: __, ...purpose } = root;
    for (const { kind, group, extra, ...edge } of requiredBy(member)) {
      const asked = kind === 'runtime' && group === undefined ? true : extra === true && extras?.includes(group ?? '');
      if (asked) roots.push({ ...edge, ...purpose, ...bothMarkers(purpose.marker, edge.marker) });
    }
  }
  return roots;
}

function bothMarkers(...markers: readonly (string | undefined)[]): Pick<LockedEdge, 'marker'> {
  const known = markers.filter((marker) => marker !== undefined);
  return known.length > 0 ? { marker: known.map((marker) => `(${marker})`).join(' and ') } : {};
}

function requiredBy(table: TomlTable): LockedRoot[] {
  const grouped = (key: string) =>
    Object.entries(tableAt(table, key)).flatMap(([group, list]) =>
      listOf(list)
        .flatMap(uvEdge)
        .map((edge) => ({
          ...edge,
          kind: kindOfGroup(group),
          group,
          ...(key === 'optional-dependencies' ? { extra: true as const } : {}),
        })),
    );
  return [
    ...listOf(entryOf(table, 'dependencies'))
      .flatMap(uvEdge)
      .map((edge) => ({ ...edge, kind: 'runtime' as const })),
    ...grouped('optional-dependencies'),
    ...grouped('dev-dependencies'),
  ];
}

function pythonOf(value: TomlTable, format: LockFormat): string | undefined {
  if (format !== 'poetry-lock') return textOf(entryOf(value, 'requires-python'));
  const written = textOf(entryOf(tableAt(value, 'metadata'), 'python-versions'));
  return written === undefined ? undefined : poetrySpecifier(written);
}
