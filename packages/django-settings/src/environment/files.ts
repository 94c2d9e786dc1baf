/** Environment files of the repository as the readers find them: only those that would be deployed. */
import type { Location } from '@django-golive/core';
import { split } from '../evaluate/library/posix-path.js';
import { absolutePath, readProjectFile } from '../evaluate/library/project-files.js';
import type { Machine } from '../evaluate/native.js';

/** The directory of the project file that is being executed, as an absolute path. */
export function callerDirectory(machine: Machine): string | undefined {
  const file = machine.callerFile();
  return file === undefined ? undefined : split(`${machine.root}/${file}`)[0];
}

/** The text of a deployed file; `undefined` where it is not in the repository, not under version control, or outside. */
export function deployedText(machine: Machine, path: string): string | undefined {
  const file = readProjectFile(machine, path);
  return 'text' in file ? file.text : undefined;
}

/** The text of a deployed file of variables; `undefined` also where it says itself that its environment is a developer's. */
export function variablesText(machine: Machine, path: string): string | undefined {
  const text = deployedText(machine, path);
  const lines = [...(text ?? '').matchAll(/^[ \t]*(?:export[ \t]+)?(\w+)[ \t]*=[ \t]*["']?(\w+)["']?[ \t]*\r?$/gmu)];
  return lines.some(([, name = '', value = '']) => machine.environment.contradicts?.(name, value)) ? undefined : text;
}

/** The nearest of the named files, from a directory upwards; in one directory the first name wins. */
export function findUpwards(machine: Machine, from: string, names: readonly string[]): string | undefined {
  let directory = absolutePath(machine, from);
  while (directory?.startsWith(machine.root)) {
    for (const name of names) {
      const path = `${directory}/${name}`;
      if (deployedText(machine, path) !== undefined) return path;
    }
    const parent = split(directory)[0];
    directory = parent === directory ? undefined : parent;
  }
  return undefined;
}

/** Put the line of a file that gives a variable into the trail of what is being made. */
export function noteVariable(machine: Machine, path: string, name: string): void {
  const file = readProjectFile(machine, path);
  const source = 'text' in file ? machine.project.file(file.path) : undefined;
  if (!source) return;
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  const line = new RegExp(`^[ \\t]*(?:export[ \\t]+)?['"]?${escaped}['"]?[ \\t]*[=:].*$`, 'imu').exec(source.text);
  const start = line?.index ?? 0;
  const at = source.at({ start, end: start + (line?.[0].length ?? 0) });
  places(machine).set(name, at);
  machine.note(at, `\`${source.path}\` gives \`${name}\``);
}

/** The variables that such files gave, with the line that did. */
export function filedVariables(machine: Machine): ReadonlyMap<string, Location> {
  return places(machine);
}

function places(machine: Machine): Map<string, Location> {
  return machine.once('environment.files', () => new Map<string, Location>());
}
