/** The variables that a settings class looks at: those of the process and those of its files, whose casing may not count. */
import { fsPath } from '../evaluate/library/path-argument.js';
import { type Machine, textOf } from '../evaluate/native.js';
import type { PyUnknown, PyValue } from '../evaluate/value.js';
import { dotenvValues } from './dotenv.js';
import { dotenvFile } from './dotenv-source.js';
import { environmentChanges, variableNames } from './process.js';

/** How names and values are taken. */
export interface Taking {
  readonly caseSensitive: boolean;
  readonly ignoreEmpty: boolean;
}

/** One variable of a file. */
export interface Filed {
  readonly value: PyValue;
  /** The name as it is written there. */
  readonly name: string;
  readonly path: string | undefined;
}

/** The variables of the files, by the name that is looked for; `why` where some of them are not known. */
export interface FiledVariables {
  readonly all: ReadonlyMap<string, Filed>;
  readonly why: PyUnknown | undefined;
}

/** A name as it is compared. */
export function folded(name: string, { caseSensitive }: Taking): string {
  return caseSensitive ? name : name.toLowerCase();
}

/** The name that a variable is told by: in capitals, where its casing does not count. */
export function shownName(written: string, { caseSensitive }: Taking): string {
  return caseSensitive ? written : written.toUpperCase();
}

/** Read the files that `env_file` names; later ones win. */
export function readFiles(
  machine: Machine,
  files: PyValue,
  encoding: PyValue | undefined,
  taking: Taking,
): FiledVariables {
  const all = new Map<string, Filed>();
  let why: PyUnknown | undefined;
  const paths = files.kind === 'list' || files.kind === 'tuple' ? files.items : files.kind === 'none' ? [] : [files];
  for (const given of paths) {
    const path = fsPath(machine, given);
    const source =
      path.kind === 'str' && !path.value.startsWith('~') ? dotenvFile(machine, path.value, encoding) : undefined;
    if (source?.kind === 'text') {
      for (const [name, value] of dotenvValues(machine, source.text, true)) {
        if (taking.ignoreEmpty && textOf(value) === '') continue;
        all.set(folded(name, taking), { value, name, path: source.path });
      }
    } else if (source?.kind !== 'none') {
      const unclear = source ? source.why : machine.unknown('which file the settings read is not known');
      // A server has such a file for what an operator gives, which is taken to be in the environment.
      if (machine.environment.closed) why ??= machine.derive(unclear);
    }
  }
  return { all, why };
}

/** The variables of the process that may be set, as they are written, by the name that is looked for. */
export function processNames(machine: Machine, taking: Taking): ReadonlyMap<string, readonly string[]> {
  const all = new Map<string, string[]>();
  for (const name of variableNames(machine).names) {
    const key = folded(name, taking);
    all.set(key, [...(all.get(key) ?? []), name]);
  }
  return all;
}

/** Why any variable of the process may be set, where something not known was done to the environment. */
export function openProcess(machine: Machine): PyUnknown | undefined {
  const changes = environmentChanges(machine);
  return (
    changes.open ?? (changes.options ? machine.unknown('the environment was changed under a condition') : undefined)
  );
}
