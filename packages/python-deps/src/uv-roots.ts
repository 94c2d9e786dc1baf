/** What uv.lock says that the project itself requires. */
import type { Span } from '@django-golive/core';
import type { LockedEdge, LockedFork, LockedMember, LockedRoot } from './declaration.js';
import { kindOfGroup } from './dependency-groups.js';
import { uvEdge } from './lock-edges.js';
import type { LockTable } from './lock-tables.js';
import { normalizeName } from './names.js';
import { entryOf, listOf, type TomlTable, tableAt, textOf } from './toml.js';

/** In uv.lock the project itself, and its workspace's members, stand among the packages. */
export function isOwnProject(table: TomlTable): boolean {
  // Of what comes from elsewhere, uv.lock does not repeat the metadata.
  return sourcePath(table) !== undefined || (!Object.hasOwn(table, 'source') && Object.hasOwn(table, 'metadata'));
}

function sourcePath(table: TomlTable): unknown {
  const source = tableAt(table, 'source');
  return entryOf(source, 'virtual') ?? entryOf(source, 'editable');
}

/** The projects that the lock file is of. */
export function uvMembers(own: readonly TomlTable[]): readonly LockedMember[] {
  return own.map((table) => ({
    name: normalizeName(textOf(entryOf(table, 'name')) ?? ''),
    path: textOf(sourcePath(table)) ?? '',
    requires: requiredBy(table),
  }));
}

/** What the `chosen` projects require, else the one at the lock file's place, with what members that they require do in turn. */
export function uvRoots(
  members: readonly LockedMember[],
  chosen: readonly LockedMember[] = members.filter(({ path }) => path === '.'),
): readonly LockedRoot[] {
  const byName = new Map(members.map((member) => [member.name, member]));
  const roots = (chosen.length > 0 ? chosen : members).flatMap(({ requires }) => requires);
  const seen = new Set<string>();
  // The list grows while it is walked.
  for (const root of roots) {
    const member = byName.get(root.name);
    // Members may require one another.
    const way = `${root.name} ${root.kind} ${root.group} ${root.extras} ${root.marker === undefined}`;
    if (!member || seen.has(way)) continue;
    seen.add(way);
    const { extras, version: _, name: __, ...purpose } = root;
    for (const { kind, group, extra, ...edge } of member.requires) {
      const asked = kind === 'runtime' && group === undefined ? true : extra === true && extras?.includes(group ?? '');
      if (asked) roots.push({ ...edge, ...purpose, ...bothMarkers(purpose.marker, edge.marker) });
    }
  }
  return roots;
}

/** All that any member of the workspace, or a list that uv keeps for no project, asks for. */
export function uvAnchors(own: readonly TomlTable[], rest: TomlTable): readonly LockedEdge[] {
  const manifest = tableAt(rest, 'manifest');
  const lists = [entryOf(manifest, 'requirements'), ...Object.values(tableAt(manifest, 'dependency-groups'))];
  return [...own.flatMap(requiredBy), ...lists.flatMap(listOf).flatMap(uvEdge)];
}

/** What `[tool.uv] conflicts` of the projects excludes, as uv.lock repeats it. */
export function uvForks(rest: TomlTable): readonly LockedFork[] {
  return listOf(entryOf(rest, 'conflicts')).flatMap((set) =>
    listOf(set).flatMap((item): readonly LockedFork[] => {
      const [project, group, extra] = ['package', 'group', 'extra'].map((key) => textOf(entryOf(tableAt(item), key)));
      const list = group ?? extra;
      if (project === undefined || list === undefined) return [];
      const name = `${group === undefined ? 'extra' : 'group'}-${project.length}-${project}-${list}`;
      return [{ kind: kindOfGroup(list), group: list, ...(group === undefined ? { extra: true } : {}), name }];
    }),
  );
}

function bothMarkers(...markers: readonly (string | undefined)[]): Pick<LockedEdge, 'marker'> {
  const known = markers.filter((marker) => marker !== undefined);
  return known.length > 0 ? { marker: known.map((marker) => `(${marker})`).join(' and ') } : {};
}

/** uv 0.4.27 called the groups of a project as pyproject.toml does (https://github.com/astral-sh/uv/pull/8501); what it wrote so, later ones read on. */
const GROUPS = ['dev-dependencies', 'dependency-groups'];

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
    ...GROUPS.flatMap(grouped),
    ...unlisted(table),
  ];
}

/** What a member's metadata says that it requires, of what is locked, and its own list of dependencies does not name. */
export function unlistedIn(
  packages: readonly LockTable[],
  own: readonly TomlTable[],
): readonly { readonly span: Span; readonly why: string }[] {
  const locked = new Set(packages.map(({ table }) => textOf(entryOf(table, 'name'))));
  return packages
    .filter(({ table }) => own.includes(table))
    .flatMap(({ table, span }) =>
      unlisted(table)
        .filter(({ name }) => locked.has(name))
        .map(({ name }) => ({ span, why: `\`${name}\` is required here, and no line below asks for it` })),
    );
}

function unlisted(table: TomlTable): readonly LockedRoot[] {
  const metadata = tableAt(table, 'metadata');
  const listed = (group: string) =>
    new Set(
      GROUPS.flatMap((key) => listOf(entryOf(tableAt(table, key), group))).flatMap(
        (item) => textOf(entryOf(tableAt(item), 'name')) ?? [],
      ),
    );
  const names = new Set(
    listOf(entryOf(table, 'dependencies'))
      .flatMap(uvEdge)
      .map(({ name }) => name),
  );
  // A marker may hold nowhere that the project runs; with one, nothing is said.
  const plain = (list: unknown) =>
    listOf(list)
      .flatMap(uvEdge)
      .filter(({ marker }) => marker === undefined);
  return [
    ...plain(entryOf(metadata, 'requires-dist'))
      .filter(({ name }) => !names.has(name))
      .map((edge) => ({ ...edge, kind: 'runtime' as const })),
    ...['requires-dev', 'dependency-groups'].flatMap((key) =>
      Object.entries(tableAt(metadata, key)).flatMap(([group, list]) =>
        plain(list)
          .filter(({ name }) => !listed(group).has(name))
          .map((edge) => ({ ...edge, kind: kindOfGroup(group), group })),
      ),
    ),
  ];
}
