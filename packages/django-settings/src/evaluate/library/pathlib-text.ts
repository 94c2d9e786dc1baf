/** The members of `pathlib` paths that need no look at any file. */
import { pythonAtLeast } from '../../environment/surroundings.js';
import { type Implementation, type Machine, method, property, textOf } from '../native.js';
import { bool, list, notImplemented, type PyInstance, type PyValue, str, tuple } from '../value.js';
import { makeParents } from './path-parents.js';
import { makePath, onPath, pathText, refuseSegment, segmentText } from './path-value.js';
import {
  nameOf,
  parentOf,
  parentsOf,
  partsOf,
  pathOfSegments,
  relativeTo,
  stemOf,
  suffixesOf,
  suffixOf,
  withName,
  withSuffix,
} from './pure-path.js';
import { reprText } from './python-text.js';
import { quote } from './url-parts.js';

/** The members of `PurePath`. */
export function pathTextMembers(): Readonly<Record<string, PyValue>> {
  const reads = (name: string, get: (machine: Machine, text: string, self: PyInstance) => PyValue) =>
    property(name, (machine, self) => onPath(machine, self, (text, path) => get(machine, text, path)));
  const gives = (name: string, get: (machine: Machine, text: string, self: PyInstance) => PyValue) =>
    method(`pathlib.PurePath.${name}`, '(self)', (machine, args) =>
      onPath(machine, args.get('self'), (text, path) => get(machine, text, path)),
    );
  const compares = (name: string, operator: string) =>
    method(`pathlib.PurePath.${name}`, '(self, other)', (machine, args) => {
      const [left, right] = [pathText(args.get('self')), pathText(args.get('other'))];
      if (left === undefined || right === undefined) return notImplemented;
      const parts = (text: string) => tuple(partsOf(text).map((part) => str(part)));
      return machine.compare(operator, parts(left), parts(right));
    });

  return {
    name: reads('name', (_, text) => str(nameOf(text))),
    stem: reads('stem', (_, text) => str(stemOf(nameOf(text)))),
    suffix: reads('suffix', (_, text) => str(suffixOf(nameOf(text)))),
    suffixes: reads('suffixes', (_, text) => list(suffixesOf(nameOf(text)).map((suffix) => str(suffix)))),
    parent: reads('parent', (m, text, self) => makePath(m, parentOf(text), self.cls)),
    parents: reads('parents', (m, text, self) => {
      // All of them together are as long as the path times the half of its depth.
      m.spend((text.length * partsOf(text).length) / 400);
      return makeParents(
        m,
        self.cls,
        parentsOf(text).map((parent) => makePath(m, parent, self.cls)),
      );
    }),
    parts: reads('parts', (_, text) => tuple(partsOf(text).map((part) => str(part)))),
    root: reads('root', (_, text) => str(text.startsWith('/') ? '/' : '')),
    drive: reads('drive', () => str('')),
    anchor: reads('anchor', (_, text) => str(text.startsWith('/') ? '/' : '')),
    as_posix: gives('as_posix', (_, text) => str(text)),
    as_uri: gives('as_uri', (m, text) =>
      text.startsWith('/')
        ? str(`file://${quote(text)}`)
        : m.raise('ValueError', "relative path can't be expressed as a file URI"),
    ),
    is_absolute: gives('is_absolute', (_, text) => bool(text.startsWith('/'))),
    __str__: gives('__str__', (_, text) => str(text)),
    __fspath__: gives('__fspath__', (_, text) => str(text)),
    __bytes__: gives('__bytes__', (m, text) => m.invoke(str(text), 'encode', str('utf-8'), str('surrogateescape'))),
    __repr__: gives('__repr__', (_, text, self) => str(`${self.cls.name}(${reprText(text)})`)),
    __truediv__: method('pathlib.PurePath.__truediv__', '(self, key)', divide(false)),
    __rtruediv__: method('pathlib.PurePath.__rtruediv__', '(self, key)', divide(true)),
    __lt__: compares('__lt__', '<'),
    __gt__: compares('__gt__', '>'),
    __le__: compares('__le__', '<='),
    __ge__: compares('__ge__', '>='),
    joinpath: method('pathlib.PurePath.joinpath', '(self, *pathsegments)', joinPath),
    with_name: method('pathlib.PurePath.with_name', '(self, name)', renamed('name', withName)),
    with_suffix: method('pathlib.PurePath.with_suffix', '(self, suffix)', renamed('suffix', withSuffix)),
    with_stem: method('pathlib.PurePath.with_stem', '(self, stem)', (m, args) =>
      onPath(m, args.get('self'), (text, self) => {
        const stem = textOf(args.get('stem'));
        if (stem === undefined) return m.unknown('`with_stem` was given something that is not a str');
        return settled(m, self, withName(text, stem + suffixOf(nameOf(text)), self.cls.name));
      }),
    ),
    relative_to: method('pathlib.PurePath.relative_to', '(self, other, *rest, walk_up=)', (m, args) =>
      onPath(m, args.get('self'), (text, self) => {
        const others = [args.get('other'), ...args.rest].map((one) => segmentText(m, one));
        if (!others.every((other) => typeof other === 'string'))
          return m.unknown('`relative_to` was given something that is not a path');
        if (args.optional('walk_up')) return m.unmodelled('`relative_to(walk_up=…)` is not modelled');
        const found = relativeTo(text, pathOfSegments(others));
        // Since 3.12 the message stops there.
        if ('error' in found && pythonAtLeast(m, 12))
          return settled(m, self, { error: found.error.replace(/ OR one path.*/u, '') });
        return settled(m, self, found);
      }),
    ),
    is_relative_to: method('pathlib.PurePath.is_relative_to', '(self, other, *rest)', (m, args) =>
      onPath(m, args.get('self'), (text) => {
        const others = [args.get('other'), ...args.rest].map((one) => segmentText(m, one));
        if (!others.every((other) => typeof other === 'string'))
          return m.unknown('`is_relative_to` was given something that is not a path');
        return bool('path' in relativeTo(text, pathOfSegments(others)));
      }),
    ),
    match: method('pathlib.PurePath.match', '(self, path_pattern, **extra)', (m) =>
      m.unmodelled('`Path.match` is not modelled'),
    ),
  };
}

function divide(reversed: boolean): Implementation {
  return (machine, args) =>
    onPath(machine, args.get('self'), (text, self) => {
      const key = segmentText(machine, args.get('key'));
      if (key === undefined) return notImplemented;
      if (typeof key !== 'string') return machine.derive(key);
      return makePath(machine, pathOfSegments(reversed ? [key, text] : [text, key]), self.cls);
    });
}

const joinPath: Implementation = (machine, args) =>
  onPath(machine, args.get('self'), (text, self) => {
    const segments = [text];
    for (const value of args.rest) {
      const segment = segmentText(machine, value);
      if (segment === undefined) {
        return refuseSegment(machine, value);
      }
      if (typeof segment !== 'string') return machine.derive(segment);
      segments.push(segment);
    }
    return makePath(machine, pathOfSegments(segments), self.cls);
  });

type Renamed = { readonly path: string } | { readonly error: string };

function renamed(parameter: string, rename: (text: string, by: string, cls: string) => Renamed): Implementation {
  return (machine, args) =>
    onPath(machine, args.get('self'), (text, self) => {
      const by = textOf(args.get(parameter));
      if (by === undefined) return machine.unknown(`\`with_${parameter}\` was given something that is not a str`);
      return settled(machine, self, rename(text, by, self.cls.name));
    });
}

function settled(machine: Machine, self: PyInstance, found: Renamed): PyValue {
  return 'path' in found ? makePath(machine, found.path, self.cls) : machine.raise('ValueError', found.error);
}
