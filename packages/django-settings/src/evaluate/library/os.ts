/** `os`: the environment, paths, and the few facts of a server process that are certain. */

import { wholeNumber } from '../builtins/arguments.js';
import { type Bound, fn, type Machine, type NativeModule } from '../native.js';
import { bool, int, iterator, list, none, type PyValue, str } from '../value.js';
import { raiseMissing } from './file-errors.js';
import { makeDirectory } from './make-directory.js';
import { getVariable, osEnviron } from './os-environ.js';
import { fsPath, refuseKind, withPath } from './path-argument.js';
import { childrenOf, probe, readProjectFile, repositoryPath, workingDirectory } from './project-files.js';
import { refuseUntellable } from './system-text.js';

/** A call that takes a path, of which nothing is followed. */
const taking = (name: string) =>
  fn(
    `os.${name}`,
    '(path)',
    (m, args) => {
      refuseKind(m, args.get('path'), name);
      return none;
    },
    { unknowns: 'accept' },
  );

/** The module `os`. */
export const osModule: NativeModule = { standard: true, isPackage: true, load: loadOs };

function loadOs(machine: Machine): Readonly<Record<string, PyValue>> {
  const hostFact = (name: string, why: string) => fn(`os.${name}`, '(*args, **extra)', (m) => m.unknown(why));
  return {
    environ: osEnviron(machine),
    getenv: fn('os.getenv', '(key, default=)', askEnvironment, { unknowns: 'accept' }),
    putenv: fn('os.putenv', '(name, value, /)', changeProcess),
    unsetenv: fn('os.unsetenv', '(name, /)', changeProcess),
    // `os.path` as an attribute works without an import of its own.
    path: machine.importModule('posixpath'),
    fspath: fn('os.fspath', '(path)', (m, args) => fsPath(m, args.get('path')), { gives: { type: 'str' } }),
    getcwd: fn('os.getcwd', '()', (m) => {
      const directory = workingDirectory(m);
      return directory === undefined
        ? m.unknown('the directory the server starts in is not known', { type: 'str', truth: true })
        : str(directory);
    }),
    name: str('posix'),
    sep: str('/'),
    altsep: none,
    pathsep: str(':'),
    linesep: str('\n'),
    curdir: str('.'),
    pardir: str('..'),
    extsep: str('.'),
    devnull: str('/dev/null'),
    defpath: str('/bin:/usr/bin'),
    F_OK: int(0),
    X_OK: int(1),
    W_OK: int(2),
    R_OK: int(4),
    O_RDONLY: int(0),
    O_WRONLY: int(1),
    O_RDWR: int(2),
    O_CREAT: int(64),
    urandom: hostFact('urandom', '`os.urandom` is random'),
    cpu_count: hostFact('cpu_count', 'the number of processors is a fact of the host'),
    getpid: hostFact('getpid', 'the process id is a fact of the host'),
    getppid: hostFact('getppid', 'the process id is a fact of the host'),
    getuid: hostFact('getuid', 'the user is a fact of the host'),
    geteuid: hostFact('geteuid', 'the user is a fact of the host'),
    getgid: hostFact('getgid', 'the group is a fact of the host'),
    getlogin: hostFact('getlogin', 'the user is a fact of the host'),
    uname: hostFact('uname', 'it describes the host'),
    system: hostFact('system', 'it runs a command'),
    popen: hostFact('popen', 'it runs a command'),
    stat: hostFact('stat', 'it asks the file system'),
    getloadavg: hostFact('getloadavg', 'it describes the host'),
    umask: hostFact('umask', 'it is a fact of the host'),
    nice: hostFact('nice', 'it is a fact of the host'),
    kill: fn('os.kill', '(pid, sig)', () => none, { unknowns: 'accept' }),
    register_at_fork: fn('os.register_at_fork', '(**extra)', () => none, { unknowns: 'accept' }),
    chdir: fn('os.chdir', '(path)', () => none, { unknowns: 'accept' }),
    chmod: fn('os.chmod', '(path, mode)', () => none, { unknowns: 'accept' }),
    chown: fn('os.chown', '(path, uid, gid)', () => none, { unknowns: 'accept' }),
    utime: fn('os.utime', '(path, times=)', () => none, { unknowns: 'accept' }),
    makedirs: fn(
      'os.makedirs',
      '(name, mode=, exist_ok=)',
      (m, args) => makeAt(m, args.get('name'), args.optional('exist_ok')),
      {
        gives: {},
      },
    ),
    mkdir: fn('os.mkdir', '(path, mode=, *, dir_fd=)', (m, args) => makeAt(m, args.get('path'))),
    remove: taking('remove'),
    unlink: taking('unlink'),
    rename: fn('os.rename', '(src, dst)', () => none, { unknowns: 'accept' }),
    symlink: fn('os.symlink', '(src, dst)', () => none, { unknowns: 'accept' }),
    access: fn('os.access', '(path, mode)', (m, args) => {
      const mode = args.get('mode');
      refuseKind(m, args.get('path'), 'access');
      return withPath(m, args.get('path'), (path) => {
        refuseUntellable(m, path, 'access');
        wholeNumber(m, mode);
        const there = probe(m, path, 'any');
        if (there.kind === 'bool' && !there.value) return bool(false);
        return mode.kind === 'int' && mode.value === 0n
          ? there
          : m.unknown('file permissions are facts of the host', { type: 'bool' });
      });
    }),
    listdir: fn('os.listdir', '(path=)', listDirectory, { gives: { type: 'list' } }),
    scandir: fn('os.scandir', '(path=)', (m) => m.unknown('`os.scandir` is not followed')),
    walk: fn('os.walk', '(top, topdown=, onerror=, followlinks=)', (m) =>
      iterator('generator', [m.unknown('`os.walk` is not followed', { many: true })]),
    ),
    error: machine.builtin('OSError'),
  };
}

/** Creating a directory succeeds as far as anyone can tell from here; afterwards it is there. */
function makeAt(machine: Machine, path: PyValue, again?: PyValue): PyValue {
  return withPath(machine, path, (text) => {
    makeDirectory(machine, text, again);
    return none;
  });
}

function listDirectory(machine: Machine, args: { some(name: string): PyValue | undefined }): PyValue {
  const given = args.some('path') ?? str('.');
  if (given.kind === 'int' || given.kind === 'bool') return machine.unknown('a directory is listed by its number');
  refuseKind(machine, given, 'listdir', 'string, bytes, os.PathLike, integer or None');
  return withPath(machine, given, (path) => {
    refuseUntellable(machine, path, 'listdir');
    if (path === '') return raiseMissing(machine, path);
    const inside = repositoryPath(machine, path);
    const names = inside === undefined ? undefined : childrenOf(machine, inside);
    if (names) {
      // The order is the file system's, and untracked files may or may not be there.
      return list([
        machine.unknown(`the files in \`${inside === '' ? '.' : inside}\` depend on the host`, { many: true }),
      ]);
    }
    if (inside === undefined) return machine.unknown(`\`${path}\` lies outside the repository`, { type: 'list' });
    // One that the settings made, or perhaps made, is no list of what the repository has.
    if (machine.truth(probe(machine, path, 'directory')) !== 'no')
      return machine.unknown(`what \`${path}\` holds depends on the host`, { type: 'list' });
    if ('missing' in readProjectFile(machine, path)) return raiseMissing(machine, path);
    return machine.unknown(`\`${path}\` is not a directory`, { type: 'list' });
  });
}

/** The variables of the process itself, which `os.environ` does not see; names and values that there cannot be are refused. */
function changeProcess(machine: Machine, args: Bound): PyValue {
  const texts = args.all().map((value) => {
    const text = fsPath(machine, value);
    if (text.kind !== 'unknown') refuseUntellable(machine, text.value);
    return text.kind === 'unknown' ? undefined : text.value;
  });
  const [name = '?'] = texts;
  if (name.includes('=') && texts.length > 1) machine.raise('ValueError', 'illegal environment variable name');
  if (name === '' || name.includes('=')) machine.raise('OSError', int(22), 'Invalid argument');
  return none;
}

/** `os.getenv` asks whatever `os.environ` is by then. */
function askEnvironment(machine: Machine, args: Bound): PyValue {
  const [key, otherwise] = [args.get('key'), args.optional('default')];
  const environ = machine.from('os', 'environ');
  return environ.kind === 'instance' && environ.cls.name === '_Environ'
    ? getVariable(machine, key, otherwise)
    : machine.invoke(environ, 'get', key, otherwise ?? none);
}
