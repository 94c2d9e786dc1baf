/** How Python's file functions take a path: a str, bytes, or an object with `__fspath__`. */
import { type Machine, textOf } from '../native.js';
import type { PyBytes, PyStr, PyUnknown, PyValue } from '../value.js';

/** `os.fspath(value)`: raises TypeError as Python does; an unknown stays one. */
export function fsPath(machine: Machine, value: PyValue): PyStr | PyBytes | PyUnknown {
  if (value.kind === 'str' || value.kind === 'bytes' || value.kind === 'unknown') return value;
  const convert = value.kind === 'instance' ? machine.findAttribute(value, '__fspath__') : undefined;
  if (!convert) {
    return machine.raise(
      'TypeError',
      `expected str, bytes or os.PathLike object, not ${shortTypeName(machine, value)}`,
    );
  }
  const path = machine.call(convert);
  if (path.kind === 'str' || path.kind === 'bytes' || path.kind === 'unknown') return path;
  return machine.derive(path, { type: 'str' });
}

/** A type's name without its module, as what converts paths tells it. */
export function shortTypeName(machine: Machine, value: PyValue): string {
  const name = machine.typeName(value);
  return name.slice(name.lastIndexOf('.') + 1);
}

/** Raises what a call of the system says of what is no path. */
export function refuseKind(
  machine: Machine,
  value: PyValue,
  call: string,
  kinds = 'string, bytes or os.PathLike',
): void {
  if (!isPath(machine, value))
    machine.raise('TypeError', `${call}: path should be ${kinds}, not ${shortTypeName(machine, value)}`);
}

/** Whether a value can be a path. */
export function isPath(machine: Machine, value: PyValue): boolean {
  return (
    ['str', 'bytes', 'unknown', 'choice'].includes(value.kind) ||
    (value.kind === 'instance' && machine.findAttribute(value, '__fspath__') !== undefined)
  );
}

/** The path as text, or a finished value: an unknown, where the path is not known or is bytes. */
export function withPath(machine: Machine, value: PyValue, run: (path: string) => PyValue): PyValue {
  const path = fsPath(machine, value);
  if (path.kind === 'unknown') return machine.derive(path);
  const text = textOf(path);
  return text === undefined ? machine.unknown('a path of bytes is not followed') : run(text);
}
