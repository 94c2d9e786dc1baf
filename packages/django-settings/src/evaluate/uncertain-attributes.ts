/** Attributes that a value may have or not: a condition decides that is not known, or a class that is known in part. */
import { classOf } from './attributes.js';
import type { Interpreter } from './interpreter.js';
import { objectNames } from './object-names.js';
import type { PyValue } from './value.js';
import { stringKey } from './value.js';

/** Whether it is not known if the value has the attribute at all. */
export function isUncertain(vm: Interpreter, value: PyValue, name: string): boolean {
  const key = stringKey(name);
  const own =
    value.kind === 'module'
      ? value.namespace
      : value.kind === 'instance' || value.kind === 'function'
        ? value.attributes
        : undefined;
  const entry = own?.entries.get(key);
  if (entry && (!entry.maybe || value.kind === 'module' || value.kind === 'function')) return entry.maybe === true;
  const cls = value.kind === 'class' ? value : classOf(vm, value);
  const all = (cls?.mro ?? []).flatMap((one) => one.attributes.entries.get(key) ?? []);
  const isOpen = cls?.mro.some(({ open }) => open !== undefined) === true && !objectNames.includes(name);
  if (isOpen && entry === undefined && all.length === 0) return true;
  return (entry !== undefined || all.length > 0) && all.every(({ maybe }) => maybe === true);
}
