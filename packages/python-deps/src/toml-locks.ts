/** Reads the TOML lock files: uv.lock, poetry.lock, pdm.lock and pylock.toml. */
import type { DependencyKind, SourceFile } from '@django-golive/core';
import {
  type Declaration,
  declare,
  emptyReading,
  type LockedPackage,
  MOST_PROBLEMS,
  type Reading,
  topOf,
} from './declaration.js';
import { kindOfGroup } from './dependency-groups.js';
import { edgesOf, extrasOf } from './lock-edges.js';
import type { LockFormat } from './lock-format.js';
import { gapsIn } from './lock-gaps.js';
import { readLockTables } from './lock-tables.js';
import { maskCredentials } from './mask-credentials.js';
import { normalizeName } from './names.js';
import { withIndexes } from './package-index.js';
import { poetrySpecifier } from './poetry-specifier.js';
import { entryOf, isTable, listOf, type TomlTable, tableAt, textOf } from './toml.js';
import { isOwnProject, unlistedIn, uvAnchors, uvForks, uvMembers, uvRoots } from './uv-roots.js';

/** Reads one lock file. Never throws. */
export function readTomlLock(file: SourceFile, format: LockFormat): Reading {
  const { packages, rest, problems } = readLockTables(file.text, format === 'pylock' ? 'packages' : 'package');
  const locked: (readonly [LockedPackage, string | undefined])[] = [];
  const lost: LockedPackage[] = [];
  /** What comes from an address has no version. */
  const declarations: Declaration[] = [];
  const unnumbered: string[] = [];
  const own = format === 'uv-lock' ? packages.map(({ table }) => table).filter(isOwnProject) : [];
  const others = packages.filter(({ table }) => !own.includes(table));
  for (const { table, span } of packages) {
    const name = textOf(entryOf(table, 'name'));
    const version = textOf(entryOf(table, 'version'));
    if (name !== undefined && version === undefined) unnumbered.push(normalizeName(name));
    const url = format === 'pylock' ? addressOf(table) : undefined;
    if (own.includes(table) || (url === '.' && name !== undefined)) continue;
    if (name !== undefined && version === undefined && url !== undefined) {
      const marker = markerOf(table, format);
      const requirement = { name: normalizeName(name), written: name, extras: [], specifier: '', url };
      const where = { at: file.at(span), kind: 'runtime' as const, declared: `${name} @ ${url}` };
      // Which packages were asked for, the file does not say of any.
      declarations.push(declare(marker ? { ...requirement, marker } : requirement, where));
      continue;
    }
    const entry = {
      name: normalizeName(name ?? ''),
      version: version ?? '',
      at: file.at(span),
      requires: edgesOf(table, format),
      optional: extrasOf(table, format),
      ...statedBy(table, format),
    };
    if (name === undefined || version === undefined) lost.push(entry);
    else locked.push([entry, indexOf(table, format)]);
  }
  const members = uvMembers(own);
  const roots = uvRoots(members);
  const forks = format === 'uv-lock' ? uvForks(rest) : [];
  const python = pythonOf(rest, format);
  const groups =
    format === 'pylock' ? listOf(entryOf(rest, 'default-groups')).flatMap((name) => textOf(name) ?? []) : [];
  return {
    ...emptyReading(file.path, format, true),
    declarations,
    locked: withIndexes(locked),
    ...(groups.length > 0 ? { defaultGroups: groups } : {}),
    ...(lost.length > 0 ? { lost } : {}),
    ...(unnumbered.length > 0 ? { unnumbered } : {}),
    ...(members.length > 1 ? { members } : {}),
    ...(forks.length > 0 ? { forks } : {}),
    ...(roots.length > 0 ? { roots, anchors: uvAnchors(own, rest) } : {}),
    ...(python === undefined ? {} : { python: { specifier: python, at: topOf(file) } }),
    problems: [...problems, ...gapsIn(others), ...unlistedIn(packages, own)]
      .slice(0, MOST_PROBLEMS)
      .map(({ span, why }) => ({
        at: file.at(span),
        why,
      })),
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
function statedBy(
  table: TomlTable,
  format: LockFormat,
): Pick<LockedPackage, 'marker' | 'markers' | 'unmarked' | 'kind' | 'url' | 'groups' | 'byExtra'> {
  const source = tableAt(table, 'source');
  const type = textOf(entryOf(source, 'type')) ?? '';
  const address =
    format === 'pylock'
      ? addressOf(table)
      : format === 'pdm-lock'
        ? (textOf(entryOf(table, 'git')) ?? textOf(entryOf(table, 'url')))
        : (textOf(entryOf(source, 'git')) ??
          (format === 'uv-lock' || /^(?:git|url|file)$/.test(type) ? textOf(entryOf(source, 'url')) : undefined));
  const kind = statedKind(table, format);
  const marker = markerOf(table, format);
  const groups = format === 'pylock' ? [] : groupsOf(table);
  return {
    ...(groups.length > 0 ? { groups } : {}),
    ...(format === 'poetry-lock' ? poetryMarkers(table) : {}),
    ...(entryOf(table, 'optional') === true ? { byExtra: true as const } : {}),
    ...(address === undefined ? {} : { url: maskCredentials(address) }),
    ...(kind === undefined ? {} : { kind }),
    ...(marker === undefined ? {} : { marker }),
  };
}

/** Where pylock.toml takes a package from that it does not take from an index (packaging.python.org, pylock.toml: `vcs`, `archive`, `directory`), as pip writes it. */
function addressOf(table: TomlTable): string | undefined {
  const at = (key: string, name: string) => textOf(entryOf(tableAt(table, key), name));
  const url = at('vcs', 'url') ?? at('vcs', 'path');
  if (url !== undefined)
    return `${at('vcs', 'type') ?? 'git'}+${url}@${at('vcs', 'commit-id') ?? ''}`.replace(/@$/, '');
  return at('archive', 'url') ?? at('archive', 'path') ?? at('directory', 'path');
}

function markerOf(table: TomlTable, format: LockFormat): string | undefined {
  if (format === 'uv-lock') {
    const markers = listOf(entryOf(table, 'resolution-markers')).flatMap((item) => textOf(item) ?? []);
    return markers.length > 0 ? markers.map((marker) => `(${marker})`).join(' or ') : undefined;
  }
  // Poetry's first release called it as the others do.
  return textOf(entryOf(table, format === 'poetry-lock' ? 'markers' : 'marker')) ?? textOf(entryOf(table, 'marker'));
}

/** Poetry 2 writes one marker for all groups, or a table of a marker for each; before it had groups, it wrote none. */
function poetryMarkers(table: TomlTable): Pick<LockedPackage, 'markers' | 'unmarked'> {
  const byGroup = entryOf(table, 'markers');
  if (isTable(byGroup))
    return {
      markers: new Map(Object.entries(byGroup).map(([group, marker]) => [normalizeName(group), textOf(marker) ?? ''])),
    };
  return Object.hasOwn(table, 'category') ? { unmarked: true } : {};
}

function statedKind(table: TomlTable, format: LockFormat): DependencyKind | undefined {
  if (format === 'pylock') return 'runtime';
  if (format === 'uv-lock') return undefined;
  const names = groupsOf(table);
  if (names.length === 0) return undefined;
  const kinds = names.map((name) => (name === 'main' || name === 'default' ? 'runtime' : kindOfGroup(name)));
  // An optional package of the main group is there only with the extra that asks for it.
  const kind = kinds.includes('runtime') ? 'runtime' : kinds.includes('optional') ? 'optional' : 'dev';
  return kind === 'runtime' && entryOf(table, 'optional') === true ? 'optional' : kind;
}

function groupsOf(table: TomlTable): readonly string[] {
  const groups = listOf(entryOf(table, 'groups')).flatMap((group) => textOf(group) ?? []);
  const category = textOf(entryOf(table, 'category'));
  return groups.length > 0 || category === undefined ? groups : [category];
}

function pythonOf(value: TomlTable, format: LockFormat): string | undefined {
  if (format !== 'poetry-lock') return textOf(entryOf(value, 'requires-python'));
  const written = textOf(entryOf(tableAt(value, 'metadata'), 'python-versions'));
  return written === undefined ? undefined : poetrySpecifier(written);
}
