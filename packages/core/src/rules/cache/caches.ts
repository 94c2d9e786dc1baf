/** The caches of the settings whose backend is known. */
import type { Settings } from '../../facts/settings.js';
import type { Value } from '../../facts/value.js';
import { entriesOf, lookup, stringOf } from '../../facts/value-reading.js';

/** One entry of CACHES. */
export interface Cache {
  readonly alias: string;
  readonly backend: string;
  readonly options: Value;
}

/** Every cache whose backend is known. */
export function cachesOf(settings: Settings): readonly Cache[] {
  return entriesOf(settings.get('CACHES').value).flatMap(([alias, options]) => {
    const backend = stringOf(lookup(options, 'BACKEND'));
    return backend === undefined ? [] : [{ alias, backend, options }];
  });
}
