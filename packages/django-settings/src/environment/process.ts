/** The environment of the process while settings are evaluated: what the scenario gives, and what the settings change in it. */

import { describeValue } from '@django-golive/core';
import type { Environment, EnvironmentRead, VariableState } from '../evaluate/environment.js';
import { freeze } from '../evaluate/freeze.js';
import { shortTypeName } from '../evaluate/library/path-argument.js';
import { refuseHalves } from '../evaluate/library/system-text.js';
import type { Machine } from '../evaluate/native.js';
import {
  emptyDict,
  none,
  notImplemented,
  type PyDict,
  type PyStr,
  type PyUnknown,
  type PyValue,
  str,
  stringKey,
} from '../evaluate/value.js';
import { noteVariable } from './files.js';

/**
 * How a variable is asked for, which says what it means that nothing gives it:
 * `required` stops without it, `defaulted` has an explicit default, `optional` gets None (`os.environ.get('X')`),
 * `presence` only asks whether it is set, `supplied` has a value for it from elsewhere (a file) when nothing gives it.
 */
export type Asking = 'required' | 'defaulted' | 'optional' | 'presence' | 'supplied';

/** An environment that tells these ways of asking apart. */
export interface AskedEnvironment extends Environment {
  ask(read: EnvironmentRead, how: Asking): VariableState;
}

function isAsked(environment: Environment): environment is AskedEnvironment {
  return 'ask' in environment;
}

function stateOf(machine: Machine, read: EnvironmentRead, how: Asking): VariableState {
  const { environment } = machine;
  return isAsked(environment) ? environment.ask(read, how) : environment.lookup(read);
}

/**
 * What the settings did to `os.environ`: a dict of new values, with `NotImplemented` for a deleted variable.
 * As a dict of the interpreter, its changes are undone when a condition is not known.
 */
export function environmentChanges(machine: Machine): PyDict {
  return machine.once('os.environ.changes', emptyDict);
}

/** A variable's name out of a key: a `str` only, as `os.environ` insists. */
export function withVariableName(machine: Machine, key: PyValue, run: (name: string) => PyValue): PyValue {
  if (key.kind === 'unknown') return machine.derive(key);
  return machine.each(key, (one) => {
    if (one.kind === 'str') {
      refuseHalves(machine, one.value);
      return run(one.value);
    }
    if (one.kind === 'unknown') return machine.derive(one);
    return machine.raise('TypeError', `str expected, not ${shortTypeName(machine, one)}`);
  });
}

/** What a read of a variable gives: its value, or `undefined` where it is not set. */
export type Found = PyStr | PyUnknown;

/** Read a variable, record that it was read, and go on with what was found. */
export function readVariable(
  machine: Machine,
  read: EnvironmentRead,
  how: Asking,
  then: (found: Found | undefined) => PyValue,
): PyValue {
  machine.recordRead(read);
  const at = machine.here();
  return peekVariable(machine, read, how, (found) => {
    machine.note(at, tellRead(machine, read, found));
    return then(found);
  });
}

/** What came of a read, in words. */
function tellRead(machine: Machine, { name, default: fallback }: EnvironmentRead, found: Found | undefined): string {
  if (found?.kind === 'unknown') return found.why;
  const how = machine.environment.assumes?.(name) ? 'taken to be' : 'given:';
  if (found) return `\`${name}\` is ${how} ${describeValue(name, freeze(found), 60)}`;
  return fallback && fallback.kind !== 'unknown'
    ? `\`${name}\` is not given; its default is ${describeValue(name, freeze(fallback), 60)}`
    : `\`${name}\` is not given`;
}

/** The same without a record: for a library's looks into the environment that are no business of the project's. */
export function peekVariable(
  machine: Machine,
  read: EnvironmentRead,
  how: Asking,
  then: (found: Found | undefined) => PyValue,
): PyValue {
  const changes = environmentChanges(machine);
  return machine.each(changes, () => {
    const changed = changes.entries.get(stringKey(read.name))?.value;
    if (changed) {
      const file = variableFiles(machine).get(read.name);
      if (file !== undefined) noteVariable(machine, file, read.name);
      return machine.each(changed, (value) => then(asFound(machine, value)));
    }
    if (changes.open) return perhaps(machine, changes.open, how, then);
    const state = stateOf(machine, read, how);
    if (state.state === 'given') {
      const line = machine.environment.givenAt?.(read.name);
      if (line) machine.note(line, `\`${line.path}\` gives \`${read.name}\``);
      return then(str(state.value));
    }
    if (state.state === 'absent') return then(undefined);
    if (state.value.type === 'str') return then(state.value);
    return perhaps(machine, state.value, how, then);
  });
}

/**
 * A variable that is set or not. An optional read gives text or None: one unknown for both, so that a later `if` that asks
 * for it does not forget which it was. Any other read goes both ways.
 */
function perhaps(machine: Machine, why: PyUnknown, how: Asking, then: (found: Found | undefined) => PyValue): PyValue {
  if (how === 'optional') return then(machine.derive(why, why.variables ? { variables: why.variables } : {}));
  return machine.branch(
    'maybe',
    () => then(unknownValue(machine, why)),
    () => then(undefined),
    why,
  );
}

function asFound(machine: Machine, value: PyValue): Found | undefined {
  if (value === notImplemented) return undefined;
  return value.kind === 'str' ? value : unknownValue(machine, value);
}

function unknownValue(machine: Machine, from: PyValue | undefined): PyUnknown {
  return from ? machine.derive(from, { type: 'str' }) : machine.unknown('the environment was changed', { type: 'str' });
}

/** `os.environ[name] = value`. */
export function setVariable(machine: Machine, name: string, value: PyValue): void {
  const changes = environmentChanges(machine);
  machine.touch(changes);
  changes.entries.set(stringKey(name), { key: str(name), value });
}

/** `del os.environ[name]`, without a look whether it was there. */
export function deleteVariable(machine: Machine, name: string): void {
  setVariable(machine, name, notImplemented);
}

/** The names of all variables that are certainly or perhaps set, and why there may be others. */
export function variableNames(machine: Machine): {
  readonly names: readonly string[];
  readonly open: PyUnknown | undefined;
} {
  const changes = environmentChanges(machine);
  const names = new Set(machine.environment.names);
  for (const { key, value } of changes.entries.values()) {
    if (key.kind !== 'str') continue;
    if (value === notImplemented) names.delete(key.value);
    else names.add(key.value);
  }
  const closed = machine.environment.closed && !changes.open;
  const open = closed
    ? undefined
    : machine.unknown('the environment of the process may have further variables', { many: true });
  return { names: [...names], open };
}

/** Where files that were read into the environment gave its variables: for the trail only. */
function variableFiles(machine: Machine): Map<string, string> {
  return machine.once('os.environ.files', () => new Map<string, string>());
}

/** Set a variable out of a file or a call, unless it is set already or `force` says to set it all the same. */
export function supplyVariable(
  machine: Machine,
  name: string,
  value: PyValue,
  force: boolean,
  file: string | undefined,
): void {
  if (file !== undefined) variableFiles(machine).set(name, file);
  if (force) {
    setVariable(machine, name, value);
    return;
  }
  peekVariable(machine, { name, required: false }, 'supplied', (found) => {
    if (!found) setVariable(machine, name, value);
    return none;
  });
}

/**
 * A file that cannot be known was read into the environment. Where the environment is exactly as given, any variable may be
 * set from now on; in production such a file is one of the ways in which an operator sets what the scenario stands for.
 */
export function readUnknownFile(machine: Machine, why: PyValue): void {
  if (machine.environment.closed) openEnvironment(machine, why);
}

/** A variable whose name is not known was changed: from now on any may be set. */
export function openEnvironment(machine: Machine, why: PyValue): void {
  machine.spoil(environmentChanges(machine), machine.derive(why));
}
