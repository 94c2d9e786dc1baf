/** django-environ's `Env.read_env`: a file's variables into `os.environ`, where they are not set already. */

import { type Bound, classMethod, type Machine } from '../evaluate/native.js';
import { none, type PyValue, str } from '../evaluate/value.js';
import { readEnvironFile } from './environ-file.js';
import { callerDirectory, variablesText } from './files.js';
import { readUnknownFile, supplyVariable } from './process.js';
import { pythonAtLeast } from './surroundings.js';
import { isTextStream, openedText, pathText } from './text-file.js';
import type { AtLeast } from './version.js';

/** `Env.read_env(env_file=None, overwrite=False, parse_comments=False, encoding='utf8', **overrides)`, as the release has it. */
export function readEnvMethod(atLeast: AtLeast): PyValue {
  const parameters = [
    atLeast(0, 8) ? 'overwrite=, ' : '',
    atLeast(0, 12) ? 'parse_comments=, ' : '',
    atLeast(0, 10) ? 'encoding=, ' : '',
  ].join('');
  return classMethod(
    'environ.Env.read_env',
    `(cls, env_file=, ${parameters}**overrides)`,
    (machine, args) => {
      const isTrue = (name: string) => {
        const value = args.optional(name);
        return value !== undefined && machine.truth(value) === 'yes';
      };
      const source = sourceOf(machine, args, atLeast);
      if (source === undefined) return none;
      if ('unclear' in source) {
        readUnknownFile(machine, source.unclear);
        return none;
      }
      // 0.11 always takes comments away.
      const comments = isTrue('parse_comments') || (atLeast(0, 11) && !atLeast(0, 12));
      const read = [...readEnvironFile(source.text, comments, atLeast)].map(
        ([name, text]) => [name, str(text)] as const,
      );
      const fromFile = new Set(read.map(([name]) => name));
      const supply = (name: string, value: PyValue) =>
        supplyVariable(machine, name, value, isTrue('overwrite'), fromFile.has(name) ? source.path : undefined);
      if (!atLeast(0, 8)) {
        // The file goes first, and what it sets the arguments do not change.
        for (const [name, value] of read) supply(name, value);
        for (const [name, value] of args.extra) supply(name, textOrError(machine, value));
        return none;
      }
      const given = [...args.extra].map(([name, value]) => [name, machine.str(value)] as const);
      for (const [name, value] of new Map<string, PyValue>([...given, ...read])) supply(name, value);
      return none;
    },
    { unknowns: 'accept' },
  );
}

function textOrError(machine: Machine, value: PyValue): PyValue {
  if (value.kind === 'str' || value.kind === 'unknown') return value;
  return machine.raise('TypeError', `str expected, not ${machine.typeName(value)}`);
}

type Source = { readonly text: string; readonly path: string | undefined } | { readonly unclear: PyValue };

/** What is read; `undefined` for a file that is not there. */
function sourceOf(machine: Machine, args: Bound, atLeast: AtLeast): Source | undefined {
  const given = args.some('env_file');
  if (given?.kind === 'choice' || given?.kind === 'unknown') return { unclear: given };
  if (given && isTextStream(given)) {
    const text = machine.invoke(given, 'read');
    return text.kind === 'str' ? { text: text.value, path: undefined } : { unclear: text };
  }
  if (given?.kind === 'instance' && !atLeast(0, 6))
    return machine.python !== undefined && !pythonAtLeast(machine, 13) && given.cls.name === 'PosixPath'
      ? machine.raise('AttributeError', "'PosixPath' object has no attribute 'read'")
      : machine.raise('TypeError', `'${given.cls.name}' object does not support the context manager protocol`);
  const path = given ? pathText(machine, given) : ownFile(machine);
  if (path === undefined) return undefined;
  if (typeof path !== 'string') return { unclear: path };
  const text = variablesText(machine, path);
  if (text === undefined) return undefined;
  const opened = openedText(machine, text, args.optional('encoding'));
  return typeof opened === 'string' ? { text: opened, path } : { unclear: opened };
}

/** Without an argument it is the `.env` beside the file that calls. */
function ownFile(machine: Machine): string | undefined {
  const directory = callerDirectory(machine);
  return directory === undefined ? undefined : `${directory}/.env`;
}
