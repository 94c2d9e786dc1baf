/** The environment of the process, as models of readers ask it. */
import type { Location } from '@django-golive/core';
import type { PyUnknown, PyValue } from './value.js';

/** One read of the environment, for the environment contract. */
export interface EnvironmentRead {
  readonly name: string;
  /** What the reader turns it into, such as `bool` or `list`. */
  readonly cast?: string;
  /** The value used when it is not given, where there is one. */
  readonly default?: PyValue;
  /** No default, and the settings stop (or ask for it) without it. */
  readonly required: boolean;
}

/** A read with the place of the call in the project that made it. */
export interface RecordedRead extends EnvironmentRead {
  readonly at: Location;
  /** A handler around it waits for the error that a missing variable makes. */
  readonly handled: boolean;
}

/** The state of one environment variable in the scenario. */
export type VariableState =
  | { readonly state: 'given'; readonly value: string }
  | { readonly state: 'absent' }
  /** Set, or perhaps set, to something not known. `value` is an unknown of type `str` where it is certainly set. */
  | { readonly state: 'unknown'; readonly value: PyUnknown };

/** The environment of the process at its start. Changes that the settings make to `os.environ` are the model of `os`'s business. */
export interface Environment {
  /** What a read gets. The scenario decides by the read: a default, whether it is required, what it decides. */
  lookup(read: EnvironmentRead): VariableState;
  /** Variables that are certainly set, for iteration. */
  readonly names: readonly string[];
  /** Whether `names` is all there is (scenario `unset` and strict ones). */
  readonly closed: boolean;
  /** Whether a condition that hangs on these variables is for whoever gives them to decide, who gives what the settings accept. */
  settles?(variables: readonly string[]): boolean;
  /** Whether nothing gives the variable, and its value is what an operator is taken to set. */
  assumes?(variable: string): boolean;
  /** Whether the value is only a default of the file that starts the process. */
  defaults?(variable: string): boolean;
  /** The line of a file that gives the variable, where one does. */
  givenAt?(variable: string): Location | undefined;
  /** Whether a file's value is against what the operator is taken to set. */
  contradicts?(variable: string, value: string): boolean;
}
