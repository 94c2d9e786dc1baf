/** Where a class has a name: its own, or the nearest class's that it inherits from. */
import type { Entry, PyClass } from './value.js';
import { stringKey } from './value.js';

/** The first class of an MRO that has the name. */
export function findInMro(
  mro: readonly PyClass[],
  name: string,
): { readonly entry: Entry; readonly cls: PyClass } | undefined {
  const key = stringKey(name);
  for (const cls of mro) {
    const entry = cls.attributes.entries.get(key);
    if (entry) return { entry, cls };
  }
  return undefined;
}
