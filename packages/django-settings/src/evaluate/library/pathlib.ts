/** `pathlib`: paths as values; what they ask of the file system is answered from the repository. */
import { type Bound, classMethod, instance, type Machine, type NativeModule, nativeClass, textOf } from '../native.js';
import type { PyClass, PyInstance, PyValue } from '../value.js';
import { pathFileMethods } from './pathlib-files.js';
import { pathTextMembers } from './pathlib-text.js';
import { fsPath } from './path-argument.js';
import { pathOfSegments } from './pure-path.js';
import { workingDirectory } from './project-files.js';

/** The module `pathlib`. */
export const pathlibModule: NativeModule = {
  standard: true,
  load(machine) {
    const { pure, concrete, posix } = pathClasses(machine);
    return { PurePath: pure, PurePosixPath: pure, Path: concrete, PosixPath: posix };
  },
};

interface PathClasses {
  readonly pure: PyClass;
  readonly concrete: PyClass;
  readonly posix: PyClass;
}

function pathClasses(machine: Machine): PathClasses {
  return machine.once('pathlib.classes', () => {
    const pure = nativeClass(machine, {
      name: 'PurePath',
      module: 'pathlib',
      members: pathTextMembers(),
      behaviour: {
        construct: (m, cls, args) => constructPath(m, cls, args.positional),
        freeze: (self) => ({ kind: 'path', value: pathText(self) ?? '' }),
        identity: (self) => pathText(self) ?? '',
      },
    });
    const concrete = nativeClass(machine, {
      name: 'Path',
      module: 'pathlib',
      base: pure,
      members: {
        ...pathFileMethods(),
        cwd: classMethod('pathlib.Path.cwd', '(cls)', (m, args) => {
          const directory = workingDirectory(m);
          if (directory === undefined) return m.unknown('the directory the server starts in is not known');
          return makePath(m, directory, classArgument(args));
        }),
        home: classMethod('pathlib.Path.home', '(cls)', (m) => m.unknown("the server user's home directory is not known")),
      },
      behaviour: { construct: (m, cls, args) => constructPath(m, cls, args.positional) },
    });
    const posix = nativeClass(machine, { name: 'PosixPath', module: 'pathlib', base: concrete, members: {} });
    return { pure, concrete, posix };
  });
}

function classArgument(args: Bound): PyClass | undefined {
  const cls = args.get('cls');
  return cls.kind === 'class' ? cls : undefined;
}

/** A path object with this text, of the class given (`Path` itself makes a `PosixPath`). */
export function makePath(machine: Machine, text: string, cls?: PyClass): PyInstance {
  const { concrete, posix } = pathClasses(machine);
  return instance(cls === undefined || cls === concrete ? posix : cls, text);
}

/** The text of a path object; `undefined` for anything else. */
export function pathText(value: PyValue): string | undefined {
  if (value.kind !== 'instance' || typeof value.payload !== 'string') return undefined;
  return value.cls.mro.some((cls) => cls.name === 'PurePath' && cls.module === 'pathlib') ? value.payload : undefined;
}

function constructPath(machine: Machine, cls: PyClass, segments: readonly PyValue[]): PyValue {
  const texts: string[] = [];
  for (const [index, segment] of segments.entries()) {
    if (segment.kind === 'unknown') return machine.derive(segment);
    if (segment.kind === 'choice') {
      return machine.each(segment, (option) =>
        constructPath(machine, cls, [...segments.slice(0, index), option, ...segments.slice(index + 1)]),
      );
    }
    const text = segmentText(machine, segment);
    if (text === undefined) {
      return machine.raise(
        'TypeError',
        `argument should be a str or an os.PathLike object where __fspath__ returns a str, not '${machine.typeName(segment)}'`,
      );
    }
    if (typeof text !== 'string') return text;
    texts.push(text);
  }
  return makePath(machine, pathOfSegments(texts), cls);
}

/** The text of a segment, an unknown, or `undefined` for what is no path. */
export function segmentText(machine: Machine, segment: PyValue): string | PyValue | undefined {
  const own = textOf(segment) ?? pathText(segment);
  if (own !== undefined) return own;
  if (segment.kind === 'unknown') return segment;
  if (segment.kind !== 'instance' || !machine.findAttribute(segment, '__fspath__')) return undefined;
  const path = fsPath(machine, segment);
  return path.kind === 'unknown' ? path : path.kind === 'str' ? path.value : undefined;
}
