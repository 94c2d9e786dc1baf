/** Which members of uv's workspace a build installs: `uv sync --package web`, `--all-packages`, or `uv sync` in a member's own directory. */
import type { Project } from '@django-golive/core';
import type { Asked } from './asked-groups.js';
import type { BuildText } from './build-texts.js';
import type { LockedMember } from './declaration.js';
import { isProjectNamed } from './local-projects.js';
import { directoryOf, isForeign } from './project-directories.js';
import { entryOf, isTable, listOf, readToml, type TomlTable, tableAt, textOf } from './toml.js';

/** The members that commands choose. */
export interface ChosenMembers {
  /** Their pyproject.toml. */
  readonly paths: ReadonlySet<string>;
  /** Some command of uv installs what lies at the root. */
  readonly root: boolean;
}

/** The directory of the workspace's member that a command is run in, where that is not the root. */
export function memberDirectory(project: Project, build: BuildText, asked: Asked, index: number): string | undefined {
  if (asked.tool !== 'uv') return undefined;
  const before = asked.directory === undefined ? '' : `${asked.directory.replace(/\/$/, '')}/`;
  const path = build.originOf(`${before}pyproject.toml`, index);
  const home = directoryOf(path);
  if (home === '' || !project.file(path) || workspaceAbove(project, home) === undefined) return undefined;
  // Of an image that lies in the member's directory, the root is as likely what it is built from.
  const moved = new RegExp(
    `(?:\\bcd|^\\s*WORKDIR)\\s+["']?\\S*${home.replace(/[.+]/g, '\\$&')}/?["']?\\s*(?:$|[;&|])`,
    'm',
  );
  return home === build.from && before === '' && !moved.test(build.text.slice(0, index)) ? undefined : home;
}

/** What all commands of uv choose; `undefined` where none of them chooses a member. */
export function chosenMembers(project: Project, asks: readonly Asked[]): ChosenMembers | undefined {
  const commands = asks.filter(({ tool }) => tool === 'uv');
  if (!commands.some(isChoice)) return undefined;
  const manifests = project.paths.filter((path) => /(?:^|\/)pyproject\.toml$/.test(path) && !isForeign(path));
  const paths = commands.flatMap(({ packages, home }) => {
    if (packages === 'all') return manifests.filter((path) => isMember(project, directoryOf(path)));
    if (packages === undefined) return home === undefined ? [] : [`${home}/pyproject.toml`];
    return manifests.filter((path) => {
      const file = project.file(path);
      return file && packages.some((name) => isProjectNamed(file, name));
    });
  });
  return { paths: new Set(paths), root: commands.some((asked) => !isChoice(asked) || asked.packages === 'all') };
}

/** The members of a lock file that the commands choose, those of the root where any of them installs that. */
export function lockedChoice(
  members: readonly LockedMember[],
  lock: string,
  asks: readonly Asked[],
): readonly LockedMember[] | undefined {
  const commands = asks.filter(({ tool }) => tool === 'uv');
  if (!commands.some(isChoice)) return undefined;
  const root = members.filter(({ path }) => path === '.');
  const base = directoryOf(lock);
  const chosen = commands.flatMap(({ packages, home }) => {
    if (packages === 'all') return members;
    if (packages) return members.filter(({ name }) => packages.includes(name));
    if (home === undefined) return root.length > 0 ? root : members;
    return members.filter(({ path }) => (base === '' ? path : `${base}/${path}`) === home);
  });
  return chosen.length > 0 ? [...new Set(chosen)] : undefined;
}

function isChoice({ packages, home }: Asked): boolean {
  return packages !== undefined || home !== undefined;
}

function isMember(project: Project, directory: string): boolean {
  return directory === ''
    ? workspaceIn(project, '') !== undefined
    : workspaceIn(project, directory) !== undefined || workspaceAbove(project, directory) !== undefined;
}

/** The workspace that a directory is a member of. */
function workspaceAbove(project: Project, directory: string): TomlTable | undefined {
  for (let above = directory; above !== ''; ) {
    above = directoryOf(above);
    const table = workspaceIn(project, above);
    const within = above === '' ? directory : directory.slice(above.length + 1);
    if (table) return holds(table, 'members', within) && !holds(table, 'exclude', within) ? table : undefined;
  }
  return undefined;
}

function workspaceIn(project: Project, directory: string): TomlTable | undefined {
  const text = project.file(directory === '' ? 'pyproject.toml' : `${directory}/pyproject.toml`)?.text ?? '';
  if (!/workspace/.test(text)) return undefined;
  const table = entryOf(tableAt(readToml(text).value, 'tool', 'uv'), 'workspace');
  return isTable(table) ? table : undefined;
}

function holds(workspace: TomlTable, key: string, directory: string): boolean {
  return listOf(entryOf(workspace, key)).some((item) => {
    const glob = (textOf(item) ?? '').replace(/^\.\/|\/$/g, '').replace(/[.+^${}()|[\]\\]/g, '\\$&');
    const pattern = glob.replace(/\*+/g, (stars) => (stars.length > 1 ? '.*' : '[^/]*')).replace(/\?/g, '[^/]');
    return glob !== '' && new RegExp(`^${pattern}$`).test(directory);
  });
}
