/** `sys`: the facts of a server process that settings look at. */

import { EXTRAS } from '../../environment/surroundings.js';
import { givenName } from '../builtins/arguments.js';
import { fn, instance, type Machine, method, type NativeModule, nativeClass, property, textOf } from '../native.js';
import { bool, emptyDict, int, iterator, list, none, type PyValue, record, str, tuple } from '../value.js';
import { partialClass } from './partial-class.js';

/** The module `sys`. */
export const sysModule: NativeModule = { standard: true, load: loadSys };

function loadSys(machine: Machine): Readonly<Record<string, PyValue>> {
  const silent = (name: string) => fn(`sys.${name}`, '(*args, **extra)', () => none, { unknowns: 'accept' });
  return {
    argv: serverArguments(machine),
    path: machine.searchPath,
    platform: str('linux'),
    byteorder: str('little'),
    maxsize: int(9223372036854775807n),
    maxunicode: int(1114111),
    version_info: versionInfo(machine),
    version: machine.unknown('the exact version of Python is not known', { type: 'str', truth: true }),
    hexversion: machine.unknown('the exact version of Python is not known', { type: 'int', truth: true }),
    implementation: machine.unknown('the Python implementation is a fact of the host'),
    executable: machine.unknown("where Python is installed is the host's fact", { type: 'str' }),
    prefix: machine.unknown("where Python is installed is the host's fact", { type: 'str', truth: true }),
    base_prefix: machine.unknown("where Python is installed is the host's fact", { type: 'str', truth: true }),
    exec_prefix: machine.unknown("where Python is installed is the host's fact", { type: 'str', truth: true }),
    stdout: stream(machine, 'stdout'),
    stderr: stream(machine, 'stderr'),
    stdin: stream(machine, 'stdin'),
    __stdout__: stream(machine, 'stdout'),
    __stderr__: stream(machine, 'stderr'),
    modules: moduleTable(machine),
    flags: machine.unknown('how the server starts Python is not known'),
    warnoptions: list([]),
    dont_write_bytecode: machine.unknown('how the server starts Python is not known', { type: 'bool' }),
    exit: fn(
      'sys.exit',
      '(status=, /)',
      (m, args) => {
        const status = args.optional('status');
        if (status === undefined || status.kind === 'none') return m.raise('SystemExit');
        if (status.kind === 'instance' && status.cls.mro.some(({ name }) => name === 'SystemExit'))
          return m.raise(status);
        return m.raise('SystemExit', ...(status.kind === 'tuple' ? status.items : [status]));
      },
      { unknowns: 'accept' },
    ),
    getdefaultencoding: fn('sys.getdefaultencoding', '()', () => str('utf-8')),
    getfilesystemencoding: fn('sys.getfilesystemencoding', '()', () => str('utf-8')),
    setrecursionlimit: silent('setrecursionlimit'),
    getrecursionlimit: fn('sys.getrecursionlimit', '()', () => int(1000)),
    intern: fn('sys.intern', '(string, /)', (m, args) => {
      const text = args.get('string');
      return text.kind === 'str' || m.doubt(text)
        ? text
        : m.raise('TypeError', `intern() argument must be str, not ${givenName(m, text)}`);
    }),
    exc_info: fn('sys.exc_info', '()', (m) => m.unmodelled('`sys.exc_info` is not modelled', { type: 'tuple' })),
    gettrace: fn('sys.gettrace', '()', () => none),
    getsizeof: fn('sys.getsizeof', '(object, default=)', (m) =>
      m.unmodelled('memory sizes are not modelled', { type: 'int' }),
    ),
  };
}

/** The command line of the process: told by whoever starts the evaluation, else a server's, of which little is known. */
function serverArguments(machine: Machine): PyValue {
  const given = machine.extras.get('process.arguments');
  if (Array.isArray(given)) return list(given.map((word) => str(String(word))));
  // A server such as gunicorn: no command of manage.py, so `'test' in sys.argv` and `sys.argv[1] == 'test'` are false.
  return list([str('gunicorn'), str('wsgi:application')]);
}

function versionInfo(machine: Machine): PyValue {
  const names = ['major', 'minor', 'micro', 'releaselevel', 'serial'];
  const [major, minor] = machine.python ?? [3, undefined];
  const oldest = oldestPython(machine);
  const unknownPart = (type: 'int' | 'str') => machine.unknown('the exact version of Python is not known', { type });
  const items: PyValue[] = [
    int(major),
    minor === undefined ? unknownPart('int') : int(minor),
    unknownPart('int'),
    str('final'),
    int(0),
  ];
  const whole = tuple(items);
  const compares = (name: string, holds: (order: number) => boolean) =>
    method(`sys.version_info.${name}`, '(self, other)', (m, args) => {
      const order = compareVersion(items, args.get('other'), oldest);
      return order === undefined
        ? m.unknown('the exact version of Python is not known', { type: 'bool' })
        : bool(holds(order));
    });
  const cls = nativeClass(machine, {
    name: 'version_info',
    module: 'sys',
    members: {
      ...Object.fromEntries(names.map((name, index) => [name, property(name, () => items[index] ?? none)])),
      __getitem__: method('sys.version_info.__getitem__', '(self, key)', (m, args) =>
        m.getItem(whole, args.get('key')),
      ),
      __iter__: method('sys.version_info.__iter__', '(self)', () => iterator('tuple_iterator', items)),
      __len__: method('sys.version_info.__len__', '(self)', () => int(items.length)),
      __lt__: compares('__lt__', (order) => order < 0),
      __le__: compares('__le__', (order) => order <= 0),
      __gt__: compares('__gt__', (order) => order > 0),
      __ge__: compares('__ge__', (order) => order >= 0),
      __eq__: compares('__eq__', (order) => order === 0),
    },
    behaviour: { freeze: (_, freeze) => freeze(whole) },
  });
  return instance(cls, undefined);
}

type OldestPython = Machine['python'];

function oldestPython(machine: Machine): OldestPython {
  return machine.extras.get(EXTRAS.oldestPython) as OldestPython;
}

/** Below, at or above another version; `undefined` where a part that decides is not known. */
function compareVersion(items: readonly PyValue[], other: PyValue, oldest: OldestPython): number | undefined {
  if (other.kind !== 'tuple') return undefined;
  for (const [index, item] of items.entries()) {
    const against = other.items[index];
    if (!against) return 1;
    if (index === 1 && item.kind === 'unknown' && against.kind === 'int' && oldest?.[0] === 3) {
      const [below, at] = [against.value < oldest[1], against.value === BigInt(oldest[1])];
      if (below || (at && other.items.length === 2)) return 1;
    }
    if (item.kind === 'str' && against.kind === 'str' && item.value === against.value) continue;
    if (item.kind !== 'int' || against.kind !== 'int') return undefined;
    if (item.value !== against.value) return item.value < against.value ? -1 : 1;
  }
  return other.items.length > items.length ? -1 : 0;
}

function stream(machine: Machine, name: string): PyValue {
  return machine.once(`sys.${name}`, () => {
    const silent = (method: string) =>
      fn(`sys.${name}.${method}`, '(*args, **extra)', () => none, { unknowns: 'accept' });
    const cls = partialClass(machine, { name: 'TextIOWrapper', module: '_io', members: {} });
    const attributes = record({
      write: silent('write'),
      flush: silent('flush'),
      writelines: silent('writelines'),
      reconfigure: silent('reconfigure'),
      isatty: fn(`sys.${name}.isatty`, '()', () => bool(false)),
      encoding: str('utf-8'),
      name: str(`<${name}>`),
    });
    return instance(cls, undefined, attributes);
  });
}

/** Modules that only a test run or an interactive session imports. */
const NEVER_SERVED = new Set(['pytest', '_pytest', 'nose', 'behave', 'IPython', 'xdist', 'tox']);

/** `sys.modules`: what was imported so far is in it, test runners are not, of others nothing is known. */
function moduleTable(machine: Machine): PyValue {
  const find = (m: Machine, key: PyValue): PyValue | undefined =>
    key.kind === 'str' ? m.modules().get(key.value) : undefined;
  const why = 'which modules are imported is not followed in `sys.modules`';
  /** What may be there, or not; what is no text, or an empty one, is no name of a module. */
  const mayLack = (m: Machine, key: PyValue) => {
    m.setItem(emptyDict(), key, none);
    if (['none', 'bool', 'int', 'float', 'bytes', 'tuple', 'class', 'module'].includes(key.kind) || textOf(key) === '')
      m.raise('KeyError', key);
    m.mayRaise(m.unknown(why), 'KeyError', key);
    return m.unmodelled(why);
  };
  const cls = partialClass(machine, {
    name: 'dict',
    module: 'builtins',
    members: {
      __hash__: none,
      __contains__: method('sys.modules.__contains__', '(self, key)', (m, args) => {
        const key = args.get('key');
        if (find(m, key)) return bool(true);
        return key.kind === 'str' && NEVER_SERVED.has(key.value) ? bool(false) : m.unknown(why, { type: 'bool' });
      }),
      __iter__: method('sys.modules.__iter__', '(self)', (m) => m.unmodelled(why)),
      __len__: method('sys.modules.__len__', '(self)', (m) => m.unknown(why, { type: 'int', truth: true })),
      __getitem__: method(
        'sys.modules.__getitem__',
        '(self, key)',
        (m, args) => find(m, args.get('key')) ?? mayLack(m, args.get('key')),
      ),
      get: method('sys.modules.get', '(self, key, default=)', (m, args) => find(m, args.get('key')) ?? m.unknown(why)),
      __setitem__: method(
        'sys.modules.__setitem__',
        '(self, key, value)',
        (m, args) => {
          const key = args.get('key');
          // It refuses what is no key of a dict.
          m.setItem(emptyDict(), key, none);
          if (key.kind === 'str') m.setModule(key.value, args.get('value'));
          return none;
        },
        { unknowns: 'accept' },
      ),
      __delitem__: method('sys.modules.__delitem__', '(self, key)', (m, args) => {
        const key = args.get('key');
        if (!find(m, key)) mayLack(m, key);
        if (key.kind === 'str') m.setModule(key.value, undefined);
        return none;
      }),
      pop: method('sys.modules.pop', '(self, key, default=)', (m, args) => {
        const key = args.get('key');
        const found = find(m, key) ?? (args.optional('default') ? m.unknown(why) : mayLack(m, key));
        if (key.kind === 'str') m.setModule(key.value, undefined);
        return found;
      }),
    },
    behaviour: { freeze: () => ({ kind: 'unknown', why }) },
  });
  return instance(cls, undefined);
}
