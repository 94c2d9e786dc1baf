/** Modules and files that settings read only where they are there: a server that has them sees what they override. */
import type { Location } from '@django-golive/core';
import type { Machine } from './native.js';

/** A file that the repository lacks, and the line that would read it. */
export interface AbsentOverride {
  readonly path: string;
  readonly at: Location;
}

/** Those that the evaluation met, in its order. */
export function absentOverrides(machine: Machine): readonly AbsentOverride[] {
  return found(machine);
}

/** Note a module that is missing where a handler waits for its absence. */
export function noteAbsence(machine: Machine, directory: string, member: string, at: Location): void {
  noteAbsentFile(machine, `${directory === '' ? '' : `${directory}/`}${member}.py`, at);
}

/** Note a file that the settings name and do without. */
export function noteAbsentFile(machine: Machine, path: string, at: Location): void {
  const all = found(machine);
  if (!all.some((one) => one.path === path && one.at.span.start === at.span.start)) all.push({ path, at });
}

/** Files that the settings open whatever else is so, and that a server must have been given, in the order of the evaluation. */
export function wantedFiles(machine: Machine): readonly AbsentOverride[] {
  return wanted(machine);
}

/** Note a file that a line opens, unless a condition that is not known decides whether the line runs. */
export function noteWantedFile(machine: Machine, path: string): void {
  const all = wanted(machine);
  if (machine.forks.depth > 0 || all.some((one) => one.path === path)) return;
  all.push({ path, at: machine.here() });
}

const wanted = (machine: Machine): AbsentOverride[] => machine.once('wanted files', () => []);

const found = (machine: Machine): AbsentOverride[] => machine.once('absent overrides', () => []);
