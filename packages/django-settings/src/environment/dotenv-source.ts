/** python-dotenv: which file or stream a call reads; the rules changed with 0.19. */
import { fsPath } from '../evaluate/library/path-argument.js';
import { absolutePath, workingDirectory } from '../evaluate/library/project-files.js';
import { type Bound, type Machine, textOf } from '../evaluate/native.js';
import type { PyValue } from '../evaluate/value.js';
import { callerDirectory, findUpwards, variablesText } from './files.js';
import { openedText } from './text-file.js';
import type { AtLeast } from './version.js';

/** What is read. */
export type DotenvSource =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly text: string; readonly path: string | undefined }
  | { readonly kind: 'unclear'; readonly why: PyValue };

/** What `dotenv_path` and `stream` lead to. */
export function dotenvSource(machine: Machine, args: Bound, atLeast: AtLeast): DotenvSource {
  const path = args.some('dotenv_path');
  const stream = args.some('stream');
  const encoding = args.optional('encoding');
  if (path?.kind === 'choice') return { kind: 'unclear', why: path };
  if (path?.kind === 'unknown') return { kind: 'unclear', why: path };
  const nothing = path === undefined || textOf(path) === '';
  if (nothing && stream && (atLeast(0, 19) || isMemory(stream))) return streamText(machine, stream);
  // Before 0.19 an empty path was looked for as none at all, and a stream could stand in its place.
  if (path === undefined || (nothing && !atLeast(0, 19))) {
    if (stream) return machine.raise('TypeError', notAPath(machine, stream));
    return dotenvFile(machine, findDotenv(machine, '.env', false) ?? '', encoding);
  }
  if (nothing) return { kind: 'none' };
  if (isMemory(path) && !atLeast(0, 19)) return streamText(machine, path);
  if (path.kind === 'instance' && !machine.findAttribute(path, '__fspath__'))
    return machine.raise('TypeError', notAPath(machine, path));
  const named = fsPath(machine, path);
  if (named.kind !== 'str') return { kind: 'unclear', why: named };
  const file = dotenvFile(machine, named.value, encoding);
  return file.kind === 'none' && stream && atLeast(0, 19) ? streamText(machine, stream) : file;
}

/** `find_dotenv`: from the file that calls upwards, or from the directory the server starts in. */
export function findDotenv(machine: Machine, name: string, useWorking: boolean): string | undefined {
  const from = useWorking ? workingDirectory(machine) : callerDirectory(machine);
  return from === undefined ? undefined : findUpwards(machine, from, [name]);
}

const isMemory = (value: PyValue): boolean => value.kind === 'instance' && value.cls.name === 'StringIO';

const notAPath = (machine: Machine, value: PyValue): string => {
  const module = value.kind === 'instance' ? `${value.cls.module}.` : '';
  return `stat: path should be string, bytes, os.PathLike or integer, not ${module}${machine.typeName(value)}`;
};

function streamText(machine: Machine, stream: PyValue): DotenvSource {
  const text = machine.invoke(stream, 'read');
  return text.kind === 'str' ? { kind: 'text', text: text.value, path: undefined } : { kind: 'unclear', why: text };
}

/** The file of that path, where there is one. */
export function dotenvFile(machine: Machine, path: string, encoding: PyValue | undefined): DotenvSource {
  if (path === '') return { kind: 'none' };
  if (absolutePath(machine, path) === undefined) {
    const why = machine.unknown(`\`${path}\` depends on the directory the server starts in`);
    return holdsSuch(machine, path) ? { kind: 'unclear', why } : { kind: 'none' };
  }
  const text = variablesText(machine, path);
  if (text === undefined) return { kind: 'none' };
  const opened = openedText(machine, text, encoding);
  return typeof opened === 'string' ? { kind: 'text', text: opened, path } : { kind: 'unclear', why: opened };
}

/** Whether the repository holds, anywhere, a deployed file with such an ending. */
function holdsSuch(machine: Machine, path: string): boolean {
  const ending = path.replace(/^(?:\.?\.\/)+/u, '');
  const { project } = machine;
  return project.paths.some((one) => (one === ending || one.endsWith(`/${ending}`)) && project.tracked(one) !== false);
}
