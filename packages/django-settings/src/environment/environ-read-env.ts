/** django-environ's `Env.read_env`: a file's variables into `os.environ`, where they are not set already. */

import { fsPath } from '../evaluate/library/path-argument.js';
import { classMethod, type Machine } from '../evaluate/native.js';
import { none, type PyValue, str } from '../evaluate/value.js';
import { readEnvironFile } from './environ-file.js';
import { callerDirectory, deployedText } from './files.js';
import { readUnknownFile, supplyVariable } from './process.js';
import { versionOf } from './surroundings.js';

/** `Env.read_env(env_file=None, overwrite=False, parse_comments=False, encoding='utf8', **overrides)` */
export function readEnvMethod(): PyValue {
  return classMethod(
    'environ.Env.read_env',
    '(cls, env_file=, overwrite=, parse_comments=, encoding=, **overrides)',
    (machine, args) => {
      const overwrite = args.optional('overwrite');
      const force = overwrite !== undefined && machine.truth(overwrite) === 'yes';
      const comments = args.optional('parse_comments');
      const path = fileOf(machine, args.some('env_file'));
      if (path !== undefined && typeof path !== 'string') {
        readUnknownFile(machine, path);
        return none;
      }
      const text = path === undefined ? undefined : deployedText(machine, path);
      const strip =
        comments === undefined
          ? versionOf(machine, 'django-environ')?.startsWith('0.11') === true
          : machine.truth(comments) === 'yes';
      const fromFile = text === undefined ? new Map<string, string>() : readEnvironFile(text, strip);
      for (const [name, value] of args.extra) {
        if (!fromFile.has(name)) supplyVariable(machine, name, machine.str(value), force, undefined);
      }
      for (const [name, value] of fromFile) supplyVariable(machine, name, str(value), force, path);
      return none;
    },
    { unknowns: 'accept' },
  );
}

function fileOf(machine: Machine, given: PyValue | undefined): string | PyValue | undefined {
  if (!given) {
    const directory = callerDirectory(machine);
    return directory === undefined ? undefined : `${directory}/.env`;
  }
  if (given.kind === 'choice') return given;
  const path = fsPath(machine, given);
  return path.kind === 'str' ? path.value : path;
}
