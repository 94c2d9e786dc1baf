/** What the evaluated code can see of the file system: the repository's files, and nothing beyond them. */
import { noteAbsentFile } from '../absent-overrides.js';
import { setOf } from '../keys.js';
import { leftOutFile } from '../left-out.js';
import type { Machine } from '../native.js';
import { bool, type PySet, type PyValue, str, stringKey } from '../value.js';
import { absolute } from './posix-path.js';
import { isUntellable, refuseUntellable } from './system-text.js';

/** The directory the process starts in, as an absolute path, where the evaluation was told. */
export function workingDirectory(machine: Machine): string | undefined {
  const directory = machine.extras.get('process.directory');
  return typeof directory === 'string' ? directory : undefined;
}

/** The absolute form of a path; `undefined` where it depends on a working directory that is not known. */
export function absolutePath(machine: Machine, path: string): string | undefined {
  if (path.startsWith('/')) return absolute(path, '/');
  const working = workingDirectory(machine);
  return working === undefined ? undefined : absolute(path, working);
}

/** A path's place in the repository (`''` is its root); `undefined` outside of it. */
export function repositoryPath(machine: Machine, path: string): string | undefined {
  const full = absolutePath(machine, path);
  if (full === undefined) return undefined;
  if (full === machine.root) return '';
  return full.startsWith(`${machine.root}/`) ? full.slice(machine.root.length + 1) : undefined;
}

/** Directories and files that the settings have made so far, as absolute paths. */
function madePaths(machine: Machine): PySet {
  return machine.once('files.made', () => setOf([]));
}

/** Take note that the settings made a directory or file. */
export function markMade(machine: Machine, path: string, what: 'directory' | 'file'): void {
  refuseUntellable(machine, path, what === 'file' ? 'open' : 'mkdir');
  const full = absolutePath(machine, path);
  if (full === undefined) return;
  const made = madePaths(machine);
  machine.touch(made);
  const mark = str(`${what}:${full}`);
  made.entries.set(stringKey(mark.value), mark);
}

/** `os.path.exists`, `isfile` and `isdir`: True, False, or unknown with the reason. */
export function probe(machine: Machine, path: string, what: 'any' | 'directory' | 'file'): PyValue {
  if (path === '' || isUntellable(path)) return bool(false);
  const full = absolutePath(machine, path);
  if (full === undefined) {
    return machine.unknown(`\`${path}\` depends on the directory the server starts in`, { type: 'bool' });
  }
  const made = madePaths(machine);
  return machine.each(made, () => {
    const isMade = (kind: 'directory' | 'file') =>
      made.entries.has(stringKey(`${kind}:${full}`)) || (kind === 'directory' && hasMadeBelow(made, full));
    if (isMade('directory')) return bool(what !== 'file');
    if (isMade('file')) return bool(what !== 'directory');
    const inside = repositoryPath(machine, full);
    if (inside === undefined) return probeOutside(machine, full, what);
    return probeInside(machine, inside, what);
  });
}

function hasMadeBelow(made: PySet, full: string): boolean {
  for (const mark of made.entries.values()) {
    if (mark.kind === 'str' && mark.value.slice(mark.value.indexOf(':') + 1).startsWith(`${full}/`)) return true;
  }
  return false;
}

function probeInside(machine: Machine, inside: string, what: 'any' | 'directory' | 'file'): PyValue {
  const { project } = machine;
  if (project.isDirectory(inside)) return bool(what !== 'file');
  if (project.file(inside) !== undefined) {
    if (project.tracked(inside) !== false) return bool(what !== 'directory');
    return machine.unknown(`\`${inside}\` is not under version control, so it may not be deployed`, { type: 'bool' });
  }
  if (project.skipped.some((skipped) => inside === skipped.path || inside.startsWith(`${skipped.path}/`))) {
    return machine.unknown(`\`${inside}\` was not read`, { type: 'bool' });
  }
  const why = what === 'directory' || machine.environment.closed ? undefined : leftOutFile(machine, inside);
  if (why !== undefined) {
    const own = ownFiles(machine);
    if (own.maybe) return machine.unknown(why, { type: 'bool' });
    own.asked = true;
  }
  // A server that has this module is asked for it to be loaded.
  if (what !== 'directory' && inside.endsWith('.py')) noteAbsentFile(machine, inside, machine.here());
  return bool(false);
}

/** Files of settings that each server makes: whether one was asked for, and whether they may be there. */
export function ownFiles(machine: Machine): { asked: boolean; readonly maybe: boolean } {
  return machine.once('files.own', () => ({ asked: false, maybe: machine.extras.get('files.own') === true }));
}

function probeOutside(machine: Machine, full: string, what: 'any' | 'directory' | 'file'): PyValue {
  // The root's own ancestors are there, and are directories.
  if (full === '/' || machine.root.startsWith(`${full}/`)) return bool(what !== 'file');
  return machine.unknown(`\`${full}\` lies outside the repository`, { type: 'bool' });
}

/** The text of a file of the repository, or why there is none. */
export type FileText =
  | { readonly text: string; readonly path: string }
  | { readonly missing: true }
  | { readonly unknown: string };

/** Put a file whose text becomes a value into the trail of what is being made. */
export function noteFile(machine: Machine, path: string): void {
  const file = machine.project.file(path);
  if (file) machine.note(file.at({ start: 0, end: 0 }), `\`${path}\` is read`);
}

/** Read a file as the evaluated code would. An untracked file is one that may not be deployed. */
export function readProjectFile(machine: Machine, path: string): FileText {
  const full = absolutePath(machine, path);
  if (full === undefined) return { unknown: `\`${path}\` depends on the directory the server starts in` };
  const inside = repositoryPath(machine, full);
  if (inside === undefined) return { unknown: `\`${full}\` lies outside the repository` };
  const file = machine.project.file(inside);
  if (!file) {
    if (machine.project.skipped.some((skipped) => skipped.path === inside))
      return { unknown: `\`${inside}\` was not read` };
    return { missing: true };
  }
  if (machine.project.tracked(inside) === false) {
    return { unknown: `\`${inside}\` is not under version control, so it may not be deployed` };
  }
  // Whoever reads a file goes through its text.
  machine.spend(file.text.length >> 6);
  return { text: file.text, path: inside };
}

/** The names directly inside a directory of the repository; `undefined` where it is none. */
export function childrenOf(machine: Machine, inside: string): readonly string[] | undefined {
  if (!machine.project.isDirectory(inside)) return undefined;
  const prefix = inside === '' ? '' : `${inside}/`;
  const names = new Set<string>();
  for (const path of machine.project.paths) {
    if (!path.startsWith(prefix)) continue;
    const rest = path.slice(prefix.length);
    const slash = rest.indexOf('/');
    names.add(slash < 0 ? rest : rest.slice(0, slash));
  }
  return [...names].sort();
}
