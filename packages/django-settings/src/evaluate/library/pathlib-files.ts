/** The members of `pathlib.Path` that look at files. */

import { noteWantedFile } from '../absent-overrides.js';
import { type Bound, type Machine, method, textOf } from '../native.js';
import { bytes, int, iterator, none, type PyInstance, type PyValue, str } from '../value.js';
import { fileGuards, missingFile, refuseBelowFile } from './file-errors.js';
import { decodedText, refuseReading } from './file-text.js';
import { globFiles } from './glob.js';
import { withHome } from './home.js';
import { makeDirectory } from './make-directory.js';
import { makePath, onPath } from './path-value.js';
import { join, normalise } from './posix-path.js';
import {
  absolutePath,
  childrenOf,
  markMade,
  noteFile,
  probe,
  readProjectFile,
  repositoryPath,
  workingDirectory,
} from './project-files.js';
import { isUntellable, refuseLink, refuseUntellable } from './system-text.js';
import { encodeUtf8 } from './utf8.js';

/** The members of `Path` that `PurePath` does not have, save its class methods. */
export function pathFileMethods({ python }: Machine): Readonly<Record<string, PyValue>> {
  const on = (
    name: string,
    signature: string,
    run: (machine: Machine, text: string, self: PyInstance, args: Bound) => PyValue,
  ) =>
    method(`pathlib.Path.${name}`, signature, (machine, args) =>
      onPath(machine, args.get('self'), (text, self) => run(machine, text, self, args)),
    );
  const hostFact = (name: string) =>
    on(name, '(self, *args, **extra)', (m) => m.unknown(`\`Path.${name}\` asks the file system`));
  const silent = (name: string) => on(name, '(self, *args, **extra)', () => none);

  return {
    resolve: on('resolve', '(self, strict=)', (m, text, self, args) => {
      refuseLink(m, text);
      const full = absolutePath(m, text);
      if (full === undefined) return m.unknown('the directory the server starts in is not known');
      const strict = args.optional('strict');
      const missing = strict && m.truth(strict) === 'yes' ? firstMissing(m, full) : undefined;
      return missing === undefined ? makePath(m, full, self.cls) : missingFile(m, missing, {});
    }),
    absolute: on('absolute', '(self)', (m, text, self) => {
      if (text.startsWith('/')) return self;
      const working = workingDirectory(m);
      if (working === undefined) return m.unknown('the directory the server starts in is not known');
      return makePath(m, text === '.' ? working : join(working, text), self.cls);
    }),
    expanduser: on('expanduser', '(self)', (m, text, self) =>
      text.startsWith('~') ? withHome(m, text, (expanded) => m.call(self.cls, [str(expanded)])) : self,
    ),
    exists: on('exists', '(self, *, follow_symlinks=)', (m, text) => probe(m, text, 'any')),
    is_file: on('is_file', '(self, *, follow_symlinks=)', (m, text) => probe(m, text, 'file')),
    is_dir: on('is_dir', '(self, *, follow_symlinks=)', (m, text) => probe(m, text, 'directory')),
    is_symlink: hostFact('is_symlink'),
    stat: hostFact('stat'),
    lstat: hostFact('lstat'),
    group: hostFact('group'),
    is_mount: hostFact('is_mount'),
    is_socket: hostFact('is_socket'),
    is_fifo: hostFact('is_fifo'),
    readlink: hostFact('readlink'),
    walk: hostFact('walk'),
    rename: hostFact('rename'),
    replace: hostFact('replace'),
    rmdir: silent('rmdir'),
    symlink_to: silent('symlink_to'),
    hardlink_to: silent('hardlink_to'),
    owner: hostFact('owner'),
    samefile: hostFact('samefile'),
    read_text: on('read_text', '(self, encoding=, errors=, newline=)', (m, text, _, args) => {
      refuseReading(m, args, ['encoding', 'errors', 'newline']);
      const how = { encoding: args.some('encoding'), errors: args.some('errors'), newline: args.some('newline') };
      return readText(m, text, (content) => decodedText(m, content, how));
    }),
    read_bytes: on('read_bytes', '(self)', (m, text) =>
      readText(m, text, (content) => {
        const encoded = encodeUtf8(content);
        // The text of a file that is not UTF-8 was decoded with losses.
        return encoded === undefined || content.includes('\ufffd')
          ? m.unknown('the file is not UTF-8')
          : bytes(encoded);
      }),
    ),
    open: method('pathlib.Path.open', '(self, *args, **extra)', (m, args) =>
      m.call(m.builtin('open'), [args.get('self'), ...args.rest], args.extra),
    ),
    mkdir: on('mkdir', '(self, mode=, parents=, exist_ok=)', (m, text, _, args) => {
      makeDirectory(m, text, args.optional('exist_ok'));
      return none;
    }),
    touch: on('touch', '(self, mode=, exist_ok=)', (m, text) => {
      markMade(m, text, 'file');
      return none;
    }),
    write_text: silent('write_text'),
    write_bytes: silent('write_bytes'),
    chmod: silent('chmod'),
    unlink: silent('unlink'),
    iterdir: on('iterdir', '(self)', (m, text) => children(m, text)),
    glob: method('pathlib.Path.glob', '(self, pattern, **extra)', (m, args) =>
      onPath(m, args.get('self'), (text, self) => {
        const pattern = textOf(args.get('pattern'));
        refuseUntellable(m, text, 'scandir');
        if (pattern !== undefined && isUntellable(pattern)) m.unmodelled('what is no path is looked for');
        const found = pattern === undefined ? undefined : globFiles(m, join(text, pattern), true);
        // The order of several is the file system's.
        if (!found || found.length > 1) return children(m, text);
        return iterator(
          'generator',
          found.map((path) => makePath(m, path, self.cls)),
        );
      }),
    ),
    rglob: on('rglob', '(self, pattern, **extra)', (m, text) => children(m, text)),
    // A path closed nothing, so that Python 3.13 took them away.
    ...(python && python[0] === 3 && python[1] >= 13
      ? {}
      : { __enter__: on('__enter__', '(self)', (_, __, self) => self), __exit__: silent('__exit__') }),
  };
}

function readText(machine: Machine, path: string, run: (text: string) => PyValue): PyValue {
  refuseUntellable(machine, path);
  const file = readProjectFile(machine, path);
  if ('text' in file) {
    noteFile(machine, file.path);
    return run(file.text);
  }
  const inside = repositoryPath(machine, path);
  if (inside !== undefined && machine.project.isDirectory(inside))
    return machine.raise('IsADirectoryError', int(21), str('Is a directory'), str(path));
  refuseBelowFile(machine, path);
  if (inside !== undefined && machine.project.tracked(inside) === false && fileGuards(machine).around === 0)
    noteWantedFile(machine, inside);
  if ('unknown' in file) return machine.unknown(file.unknown, { type: 'str' });
  return missingFile(machine, path);
}

/** A directory's files in an order that is the host's. */
function children(machine: Machine, path: string): PyValue {
  refuseUntellable(machine, path, 'scandir');
  const inside = repositoryPath(machine, path);
  const known = inside === undefined ? undefined : childrenOf(machine, normalise(inside) === '.' ? '' : inside);
  if (known?.length === 0) return iterator('generator', []);
  return iterator('generator', [machine.unknown(`the files in \`${path}\` depend on the host`, { many: true })]);
}

/** The first part of an absolute path that is not there. */
function firstMissing(machine: Machine, full: string): string | undefined {
  const parts = full.split('/');
  const paths = parts.map((_, at) => parts.slice(0, at + 1).join('/')).slice(1);
  return paths.find((path) => {
    const found = probe(machine, path, 'any');
    return found.kind === 'bool' && !found.value;
  });
}
