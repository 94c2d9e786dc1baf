/** dynaconf's marks in values: `@merge`, `@insert` and `@del` say what becomes of the value that is there already. */
import { instance, type Machine, nativeClass } from '../evaluate/native.js';
import type { PyInstance, PyValue } from '../evaluate/value.js';

/** What a mark asks for. */
export interface Mark {
  readonly kind: 'merge' | 'merge-unique' | 'insert' | 'delete';
  readonly value: PyValue;
  /** Where `@insert` puts it. */
  readonly index: number;
}

/** A value that stands for a mark until it is set. */
export function markValue(machine: Machine, mark: Mark): PyInstance {
  const cls = machine.once('dynaconf.MetaValue', () =>
    nativeClass(machine, { name: 'MetaValue', module: 'dynaconf.utils.parse_conf', members: {} }),
  );
  return instance(cls, mark);
}

/** The mark that a value is. */
export function markOf(value: PyValue | undefined): Mark | undefined {
  return value?.kind === 'instance' &&
    value.cls.name === 'MetaValue' &&
    value.cls.module === 'dynaconf.utils.parse_conf'
    ? (value.payload as Mark)
    : undefined;
}
