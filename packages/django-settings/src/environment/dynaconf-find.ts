/** Where dynaconf looks for its files: upwards from a root and from where the server starts, in `config` beside each directory. */
import { absolute, split } from '../evaluate/library/posix-path.js';
import { absolutePath, workingDirectory } from '../evaluate/library/project-files.js';
import type { Machine } from '../evaluate/native.js';
import { DynaconfDoubt } from './dynaconf-doubt.js';
import { deployedText } from './files.js';

/** The path of the first file of that name; outside of the repository there is none. */
export function findConfigured(
  machine: Machine,
  name: string,
  root: string | undefined,
  skipped: readonly string[] = [],
): string | undefined {
  if (name.startsWith('/')) return deployedText(machine, name) === undefined ? undefined : name;
  const working = workingDirectory(machine);
  if (working === undefined)
    throw new DynaconfDoubt('where dynaconf looks depends on the directory the server starts in');
  const from = root === undefined ? undefined : absolutePath(machine, root);
  if (from !== undefined && !isThere(machine, from)) throw new DynaconfDoubt(`whether \`${from}\` exists is not known`);
  const directories = [...(from === undefined ? [] : walk(from, working)), ...walk(working, undefined)];
  for (const directory of directories) {
    const path = `${directory}/${name}`;
    if (skipped.includes(path)) continue;
    if (deployedText(machine, absolute(path, '/')) !== undefined) return path;
  }
  return undefined;
}

function isThere(machine: Machine, path: string): boolean {
  return (
    path === machine.root ||
    machine.root.startsWith(`${path}/`) ||
    machine.project.isDirectory(path.slice(machine.root.length + 1))
  );
}

function walk(from: string, until: string | undefined): string[] {
  const found: string[] = [];
  let directory = from;
  for (;;) {
    found.push(directory, `${directory}/config`);
    const parent = split(directory)[0];
    if (directory === until || parent === directory) return found;
    directory = parent;
  }
}
