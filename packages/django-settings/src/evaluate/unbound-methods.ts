/** What a class of the library gives of its own methods, to be called with an object of its own. */
import type { PyClass, PyNative } from './value.js';

const given = new WeakMap<PyNative, PyNative>();

/** A model's method as its class gives it: what it makes of an object of another class is not described. */
export function ofItsOwn(method: PyNative, owner: PyClass): PyNative {
  const before = given.get(method);
  if (before) return before;
  const made: PyNative = { ...method, call: (machine, args) => method.call(machine, { ...args, owner }) };
  given.set(method, made);
  return made;
}
