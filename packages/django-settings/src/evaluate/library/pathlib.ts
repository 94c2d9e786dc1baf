/** `pathlib`: paths as values; what they ask of the file system is answered from the repository. */
import { pythonAtLeast } from '../../environment/surroundings.js';
import { type Bound, classMethod, type Machine, type NativeModule, nativeClass } from '../native.js';
import { type NativeBehaviour, type PyClass, type PyValue, str } from '../value.js';
import { withHome } from './home.js';
import { makePath, pathText, refuseSegment, segmentText } from './path-value.js';
import { pathFileMethods } from './pathlib-files.js';
import { pathTextMembers } from './pathlib-text.js';
import { workingDirectory } from './project-files.js';
import { pathOfSegments } from './pure-path.js';
import { wordsSince } from './words-since.js';

/** The module `pathlib`. */
export const pathlibModule: NativeModule = {
  standard: true,
  load(machine) {
    const { pure, purePosix, concrete, posix } = pathClasses(machine);
    return {
      PurePath: pure,
      PurePosixPath: purePosix,
      Path: concrete,
      PosixPath: posix,
      // `from pathlib import Path, os` is what editors write; only Python 3.13 has no such name there.
      ...(machine.python ? { os: machine.importModule('os') } : {}),
    };
  },
};

interface PathClasses {
  readonly pure: PyClass;
  readonly purePosix: PyClass;
  readonly concrete: PyClass;
  readonly posix: PyClass;
}

function pathClasses(machine: Machine): PathClasses {
  return machine.once('pathlib.classes', () => {
    // Python 3.13 alone keeps them there.
    const module = machine.python?.[1] === 13 ? 'pathlib._local' : 'pathlib';
    const behaviour: NativeBehaviour = {
      construct: (m, cls, { positional, keywords }) => {
        const [keyword] = keywords.keys();
        // A path of the file system took any until Python 3.14.
        const takes = cls.mro.some(({ name }) => name === 'Path') && !pythonAtLeast(m, 14);
        if (keyword !== undefined && !takes)
          m.raise(
            'TypeError',
            wordsSince(m, 12, `PurePath.__init__() got an unexpected keyword argument '${keyword}'`),
          );
        return constructPath(m, cls, positional);
      },
      freeze: (self) => ({ kind: 'path', value: pathText(self) ?? '' }),
      identity: (self) => pathText(self) ?? '',
    };
    const pure = nativeClass(machine, {
      name: 'PurePath',
      module,
      members: pathTextMembers(),
      behaviour,
    });
    const purePosix = nativeClass(machine, {
      name: 'PurePosixPath',
      module,
      base: pure,
      members: {},
      behaviour,
    });
    const concrete = nativeClass(machine, {
      name: 'Path',
      module,
      base: pure,
      members: {
        ...pathFileMethods(machine),
        cwd: classMethod('pathlib.Path.cwd', '(cls)', (m, args) => {
          const directory = workingDirectory(m);
          if (directory === undefined) return m.unknown('the directory the server starts in is not known');
          return makePath(m, directory, classArgument(args));
        }),
        home: classMethod('pathlib.Path.home', '(cls)', (m, args) =>
          withHome(m, '~', (home) => m.call(args.get('cls'), [str(home)])),
        ),
      },
      behaviour,
    });
    const posix = nativeClass(machine, {
      name: 'PosixPath',
      module,
      base: concrete,
      members: {},
      behaviour,
    });
    return { pure, purePosix, concrete, posix };
  });
}

function classArgument(args: Bound): PyClass | undefined {
  const cls = args.get('cls');
  return cls.kind === 'class' ? cls : undefined;
}

function constructPath(machine: Machine, cls: PyClass, segments: readonly PyValue[]): PyValue {
  const texts: string[] = [];
  for (const [index, segment] of segments.entries()) {
    if (segment.kind === 'choice') {
      return machine.each(segment, (option) =>
        constructPath(machine, cls, [...segments.slice(0, index), option, ...segments.slice(index + 1)]),
      );
    }
    const text = segmentText(machine, segment);
    if (text === undefined) {
      return refuseSegment(machine, segment);
    }
    if (typeof text !== 'string') return machine.derive(text);
    texts.push(text);
  }
  return makePath(machine, pathOfSegments(texts), cls);
}
