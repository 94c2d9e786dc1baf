/** What models may know of the project's packages, under the names agreed on with whoever starts an evaluation. */
import type { Machine } from '../evaluate/native.js';

/** The keys of `Surroundings.extras` that models read. */
export const EXTRAS = {
  /** `5.2` or more exact: a string. */
  djangoVersion: 'django.version',
  /** Django's default settings for that version: `ReadonlyMap<string, Value>`. */
  djangoDefaults: 'django.defaults',
  /** `(importName: string) => boolean | undefined`: whether the project declares a package that provides the module. */
  declares: 'dependencies.declares',
  /** `(distribution: string) => string | undefined`: the exact version that would be installed. */
  versionOf: 'dependencies.version',
  /** `(distribution: string) => string | undefined`: the PEP 440 specifier the project asks for it with. */
  specifierOf: 'dependencies.specifier',
  /** The directory the server starts in, absolute, under the evaluation's root: a string. */
  directory: 'process.directory',
  /** The place it runs at, by its profile's id: a string. */
  target: 'deployment.target',
  /** `[major, minor]` of the oldest Python that may run the project, where its release line is not known. */
  oldestPython: 'python.oldest',
  /** The command line, `sys.argv`: an array of strings. */
  arguments: 'process.arguments',
  /** Whether files of settings that each server makes may be there: a boolean. */
  ownFiles: 'files.own',
} as const;

/** Django's version as numbers, where known. */
export function djangoVersion(machine: Machine): readonly [major: number, minor: number] | undefined {
  const text = machine.extras.get(EXTRAS.djangoVersion);
  const match = typeof text === 'string' ? /^(\d+)\.(\d+)/u.exec(text) : null;
  return match ? [Number(match[1]), Number(match[2])] : undefined;
}

/** Whether Django is of this version or a later one. */
export function djangoAtLeast(machine: Machine, major: number, minor: number): boolean | undefined {
  const version = djangoVersion(machine);
  return version && (version[0] > major || (version[0] === major && version[1] >= minor));
}

/** Whether a module's package is declared; `undefined` where that is not known. */
export function declares(machine: Machine, importName: string): boolean | undefined {
  const ask = machine.extras.get(EXTRAS.declares);
  return typeof ask === 'function' ? (ask(importName) as boolean | undefined) : undefined;
}

/** The exact version of a package that would be installed, where known. */
export function versionOf(machine: Machine, distribution: string): string | undefined {
  const ask = machine.extras.get(EXTRAS.versionOf);
  return typeof ask === 'function' ? (ask(distribution) as string | undefined) : undefined;
}

/** Whether the project's Python is 3.`minor` or later; false where it is not known, for the wording of messages alone. */
export function pythonAtLeast(machine: Machine, minor: number): boolean {
  return (
    machine.python !== undefined && (machine.python[0] > 3 || (machine.python[0] === 3 && machine.python[1] >= minor))
  );
}
