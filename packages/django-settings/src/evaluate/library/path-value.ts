/** Path objects as values: how models make them and read them. */
import { pythonAtLeast } from '../../environment/surroundings.js';
import { instance, type Machine, textOf } from '../native.js';
import type { PyClass, PyInstance, PyUnknown, PyValue } from '../value.js';
import { fsPath } from './path-argument.js';

/** A path object with this text, of the class given (`Path` itself makes a `PosixPath`). */
export function makePath(machine: Machine, text: string, cls?: PyClass): PyInstance {
  const concrete = machine.classFrom('pathlib', 'Path');
  const posix = machine.classFrom('pathlib', 'PosixPath');
  if (cls === machine.classFrom('pathlib', 'PurePath'))
    return instance(machine.classFrom('pathlib', 'PurePosixPath'), text);
  return instance(cls === undefined || cls === concrete ? posix : cls, text);
}

/** The text of a path object; `undefined` for anything else. */
export function pathText(value: PyValue): string | undefined {
  if (value.kind !== 'instance' || typeof value.payload !== 'string') return undefined;
  return value.cls.mro.some((cls) => cls.name === 'PurePath' && /^pathlib\b/u.test(cls.module))
    ? value.payload
    : undefined;
}

/** The text of a segment, an unknown, or `undefined` for what is no path. */
export function segmentText(machine: Machine, segment: PyValue): string | PyValue | undefined {
  const own = textOf(segment) ?? pathText(segment);
  if (own !== undefined) return own;
  if (segment.kind === 'unknown') return perhapsPath(machine, segment);
  if (segment.kind !== 'instance' || !machine.findAttribute(segment, '__fspath__')) return undefined;
  const path = fsPath(machine, segment);
  return path.kind === 'unknown' ? perhapsPath(machine, path) : path.kind === 'str' ? path.value : undefined;
}

/** What is not known may be no path, which a handler around would be told of. */
function perhapsPath(machine: Machine, value: PyUnknown): PyUnknown {
  if (value.type !== 'str') machine.mayRaise(value, 'TypeError');
  return value;
}

/** Run with the path's text, once for each that is possible. */
export function onPath(machine: Machine, self: PyValue, run: (text: string, self: PyInstance) => PyValue): PyValue {
  const text = pathText(self);
  if (text === undefined || self.kind !== 'instance') return machine.unknown('it is not a plain path object');
  return run(text, self);
}

/** The TypeError for a segment that is no path. */
export function refuseSegment(machine: Machine, segment: PyValue): never {
  const type = machine.typeName(segment);
  return machine.raise(
    'TypeError',
    pythonAtLeast(machine, 12)
      ? // The class's own name, without its module.
        `argument should be a str or an os.PathLike object where __fspath__ returns a str, not '${type.slice(type.lastIndexOf('.') + 1)}'`
      : `expected str, bytes or os.PathLike object, not ${type}`,
  );
}
