/** Where a class has a name: its own, or the nearest class's that it inherits from. */
import type { Entry, PyClass } from './value.js';
import { stringKey } from './value.js';

/** What a class has under a name, and the class that has it. */
export interface Found {
  readonly entry: Entry;
  readonly cls: PyClass;
}

/** The first class of an MRO that has the name. */
export function findInMro(mro: readonly PyClass[], name: string): Found | undefined {
  const key = stringKey(name);
  for (const cls of mro) {
    const entry = cls.attributes.entries.get(key);
    if (entry) return { entry, cls };
  }
  return undefined;
}
