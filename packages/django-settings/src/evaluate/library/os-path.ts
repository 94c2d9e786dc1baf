/** `os.path`: path arithmetic is exact; questions about files are answered from the repository. */

import { pythonAtLeast } from '../../environment/surroundings.js';
import { fn, type Implementation, type Machine, type NativeModule } from '../native.js';
import { bool, int, list, type PyValue, str, tuple } from '../value.js';
import { withHome } from './home.js';
import { fsPath, isPath, refuseKind, shortTypeName, withPath } from './path-argument.js';
import { commonPath, commonPrefix, join, normalise, relative, split, splitExtension } from './posix-path.js';
import { absolutePath, probe, workingDirectory } from './project-files.js';
import { refuseLink } from './system-text.js';

/** The module `os.path`, also known as `posixpath`. */
export const osPathModule: NativeModule = {
  standard: true,
  load: loadOsPath,
  others: (
    '_get_sep _joinrealpath _path_normpath _varprog _varprogb altsep devnull genericpath isdevdrive isjunction os sameopenfile ' +
    'samestat splitroot stat supports_unicode_filenames sys'
  ).split(' '),
};

const WORKING = 'the directory the server starts in is not known';

function loadOsPath(machine: Machine): Readonly<Record<string, PyValue>> {
  const of = (name: string, run: (machine: Machine, path: string) => PyValue) =>
    fn(
      `os.path.${name}`,
      '(path)',
      (machine, args) => withPath(machine, args.get('path'), (path) => run(machine, path)),
      {
        gives: { type: 'str' },
      },
    );
  const asks = (name: string, what: 'any' | 'directory' | 'file') =>
    fn(
      `os.path.${name}`,
      '(path)',
      (machine, args) => {
        const given = args.get('path');
        // `exists(3)` asks about an open file, and `exists(None)` raises another TypeError.
        if ((given.kind === 'int' || given.kind === 'bool') && name !== 'lexists')
          return machine.unmodelled('it asks about an open file', { type: 'bool' });
        if (name === 'lexists') refuseKind(machine, given, 'lstat');
        else refuseKind(machine, given, 'stat', 'string, bytes, os.PathLike or integer');
        return withPath(machine, given, (path) => probe(machine, path, what));
      },
      { gives: { type: 'bool' } },
    );
  const fromFileSystem = (name: string) =>
    fn(
      `os.path.${name}`,
      `(${name.startsWith('same') ? 'f1, f2' : name === 'ismount' ? 'path' : 'filename'})`,
      (machine) => machine.unmodelled(`\`os.path.${name}\` asks the file system`),
    );

  return {
    __name__: str('posixpath'),
    join: fn('os.path.join', '(a, *p)', joinPaths, { gives: { type: 'str' } }),
    abspath: of('abspath', absoluteOrUnknown),
    realpath: fn(
      'os.path.realpath',
      '(filename, *, strict=)',
      (machine, args) =>
        withPath(machine, args.get('filename'), (path) => {
          refuseLink(machine, path);
          return absoluteOrUnknown(machine, path);
        }),
      { gives: { type: 'str' } },
    ),
    dirname: fn(
      'os.path.dirname',
      '(p)',
      (machine, args) => withPath(machine, args.get('p'), (p) => str(split(p)[0])),
      {
        gives: { type: 'str' },
      },
    ),
    basename: fn(
      'os.path.basename',
      '(p)',
      (machine, args) => withPath(machine, args.get('p'), (p) => str(split(p)[1])),
      {
        gives: { type: 'str' },
      },
    ),
    normpath: pythonAtLeast(machine, 13)
      ? fn(
          'os.path._path_normpath',
          '(path)',
          (m, args) => {
            const path = args.get('path');
            const words = `_path_normpath: path should be string, bytes or os.PathLike, not ${m.typeName(path)}`;
            return isPath(m, path) ? normal(m, path) : m.raise('TypeError', words);
          },
          { gives: { type: 'str' }, written: 'C' },
        )
      : fn('os.path.normpath', '(path)', (m, args) => normal(m, args.get('path')), { gives: { type: 'str' } }),
    normcase: fn('os.path.normcase', '(s)', (machine, args) => withPath(machine, args.get('s'), str), {
      gives: { type: 'str' },
    }),
    split: fn('os.path.split', '(p)', (machine, args) =>
      withPath(machine, args.get('p'), (p) => tuple(split(p).map((part) => str(part)))),
    ),
    splitext: fn('os.path.splitext', '(p)', (machine, args) =>
      withPath(machine, args.get('p'), (p) => tuple(splitExtension(p).map((part) => str(part)))),
    ),
    splitdrive: fn('os.path.splitdrive', '(p)', (machine, args) =>
      withPath(machine, args.get('p'), (p) => tuple([str(''), str(p)])),
    ),
    isabs: fn(
      'os.path.isabs',
      '(s)',
      (machine, args) => withPath(machine, args.get('s'), (s) => bool(s.startsWith('/'))),
      {
        gives: { type: 'bool' },
      },
    ),
    relpath: fn('os.path.relpath', '(path, start=)', relativePath, { gives: { type: 'str' } }),
    commonpath: fn('os.path.commonpath', '(paths)', common, { gives: { type: 'str' } }),
    commonprefix: fn('os.path.commonprefix', '(m)', (machine, args) => {
      const given = args.get('m');
      if (machine.truth(given) === 'no') return str('');
      const first = machine.getItem(given, int(0));
      if (first.kind === 'unknown') return first;
      return first.kind === 'list' || first.kind === 'tuple'
        ? machine.unknown('what lists have in common is not modelled')
        : withPaths(machine, given, (paths) => {
            machine.spend((paths.length * (paths[0]?.length ?? 0)) / 500);
            return str(commonPrefix(paths));
          });
    }),
    expanduser: of('expanduser', (machine, path) => withHome(machine, path, (expanded) => str(expanded))),
    expandvars: of('expandvars', (machine, path) =>
      path.includes('$') ? machine.unknown('`os.path.expandvars` is not followed', { type: 'str' }) : str(path),
    ),
    exists: asks('exists', 'any'),
    lexists: asks('lexists', 'any'),
    isfile: asks('isfile', 'file'),
    isdir: asks('isdir', 'directory'),
    islink: fromFileSystem('islink'),
    ismount: fromFileSystem('ismount'),
    getsize: fromFileSystem('getsize'),
    getmtime: fromFileSystem('getmtime'),
    getctime: fromFileSystem('getctime'),
    getatime: fromFileSystem('getatime'),
    samefile: fromFileSystem('samefile'),
    sep: str('/'),
    pathsep: str(':'),
    curdir: str('.'),
    pardir: str('..'),
    extsep: str('.'),
    defpath: str('/bin:/usr/bin'),
  };
}

const normal = (machine: Machine, path: PyValue) => withPath(machine, path, (text) => str(normalise(text)));

/** The absolute, normalised path. Links are not followed: a repository's links are not part of what is read. */
export function absoluteOrUnknown(machine: Machine, path: string): PyValue {
  const full = absolutePath(machine, path);
  return full === undefined ? machine.unknown(WORKING, { type: 'str', truth: true }) : str(full);
}

const joinPaths: Implementation = (machine, args) => {
  const first = fsPath(machine, args.get('a'));
  const parts: string[] = [];
  let doubt = first.kind === 'unknown' ? first : undefined;
  if (first.kind === 'str') parts.push(first.value);
  for (const value of args.rest) {
    if (!isPathLike(machine, value)) return refuse(machine, [first, ...args.rest]);
    const part = fsPath(machine, value);
    if (part.kind === 'unknown') doubt ??= part;
    else if (part.kind !== first.kind && first.kind !== 'unknown') {
      return machine.raise('TypeError', "Can't mix strings and bytes in path components");
    } else parts.push(part.value);
  }
  if (doubt) return machine.derive(doubt, { type: 'str' });
  if (first.kind === 'bytes') return machine.unknown('a path of bytes is not followed');
  return str(join(parts[0] ?? '', ...parts.slice(1)));
};

function isPathLike(machine: Machine, value: PyValue): boolean {
  if (value.kind === 'str' || value.kind === 'bytes' || value.kind === 'unknown') return true;
  return value.kind === 'instance' && machine.findAttribute(value, '__fspath__') !== undefined;
}

function refuse(machine: Machine, values: readonly PyValue[]): never {
  const wrong = values.find((value) => value.kind !== 'str' && value.kind !== 'bytes');
  const type = wrong ? shortTypeName(machine, wrong) : 'NoneType';
  return machine.raise('TypeError', `join() argument must be str, bytes, or os.PathLike object, not '${type}'`);
}

const relativePath: Implementation = (machine, args) =>
  withPath(machine, args.get('path'), (path) => {
    if (path === '') return machine.raise('ValueError', 'no path specified');
    const given = args.some('start');
    const run = (start: string): PyValue => {
      const working = workingDirectory(machine);
      if (working === undefined && !(path.startsWith('/') && start.startsWith('/'))) {
        return machine.unknown(WORKING, { type: 'str' });
      }
      return str(relative(path, start, working ?? '/'));
    };
    return given ? withPath(machine, given, run) : run('.');
  });

const common: Implementation = (machine, args) =>
  withPaths(machine, args.get('paths'), (paths) => {
    const found = commonPath(paths);
    return 'path' in found ? str(found.path) : machine.raise('ValueError', found.error);
  });

function withPaths(machine: Machine, value: PyValue, run: (paths: readonly string[]) => PyValue): PyValue {
  const items = machine.iterate(value).map((item) => fsPath(machine, item));
  const doubt = machine.doubt(list(items));
  if (doubt) return machine.derive(doubt, { type: 'str' });
  if (items.some(({ kind }) => kind === 'bytes')) return machine.unmodelled('paths of bytes are not modelled');
  return run(items.map((item) => (item.kind === 'str' ? item.value : '')));
}
