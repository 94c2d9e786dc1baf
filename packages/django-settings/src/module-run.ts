/** What came of evaluating a settings module, in the terms that the rest of this package needs. */
import type { Assumption, Evidence, Location, Startup, Value } from '@django-golive/core';
import type { AbsentOverride } from './evaluate/absent-overrides.js';
import type { Refusal } from './evaluate/evaluate-module.js';

/** A name that the module holds at its end. */
export interface BoundName {
  readonly value: Value;
  /** False where it is bound only if some condition holds. */
  readonly certain: boolean;
  readonly trail: readonly Evidence[];
  /** The place of the last line that made it, where one did. */
  readonly at: Location | undefined;
  /** The environment variables it depends on. */
  readonly reads: readonly string[];
}

/** The errors that a run has met, with what tells whose variables they hang on. */
export type MetErrors = Pick<ModuleRun, 'refusals' | 'missing' | 'filed'>;

/** One read of an environment variable. */
export interface ReadVariable {
  readonly name: string;
  readonly at: Location;
  readonly cast?: string;
  readonly default?: Value;
  readonly required: boolean;
  /** A handler around it waits for the error that a missing variable makes. */
  readonly handled?: boolean;
}

/** A finished evaluation. */
export interface ModuleRun {
  /** Upper-case names alone, as Django takes them. */
  readonly names: ReadonlyMap<string, BoundName>;
  /** Why there may be names that are not in `names`; `undefined` where there are none. */
  readonly open: string | undefined;
  readonly startup: Startup;
  readonly reads: readonly ReadVariable[];
  /** The errors that would or could keep the settings from loading. */
  readonly refusals: readonly Refusal[];
  /** The variables whose absence was taken, or left open, since nothing gives them. */
  readonly missing: ReadonlySet<string>;
  /** The variables of which a read was told that they are not there. */
  readonly absent: ReadonlySet<string>;
  /** The variables that files of the repository gave, with the line. */
  readonly filed: ReadonlyMap<string, Location>;
  readonly assumptions: readonly Assumption[];
  /** Files that the settings read where they are there, and that the repository lacks. */
  readonly overrides: readonly AbsentOverride[];
  /** Files that the settings open in any case, and that the repository lacks. */
  readonly wanted: readonly AbsentOverride[];
  /** In order of import. */
  readonly files: readonly string[];
  /** The directories in which imports look at the end, relative to the project's root: what `sys.path` has of the repository. */
  readonly roots: readonly string[];
  /** The steps that the evaluation took. */
  readonly steps: number;
  /** An environment variable at the end: its text, an unknown, or `undefined` where it is not set. */
  variable(name: string): Value | undefined;
}

/** Whether Python's `str.isupper` holds, by which Django tells settings from other names. */
export function isSettingName(name: string): boolean {
  return name === name.toUpperCase() && name !== name.toLowerCase();
}
