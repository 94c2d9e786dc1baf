/** Requirements files that have hashes, with their lines that have none: one hash makes pip ask for all. */
import type { HashedList } from '@django-golive/core';
import type { ReadManifest } from './read-manifests.js';

/** Those of production. Lines with a marker may not be installed, and are left out. */
export function hashedLists(manifests: readonly ReadManifest[]): readonly HashedList[] {
  return manifests.flatMap(({ plan, reading, constraint }) => {
    if (plan.kind !== 'runtime' || plan.format !== 'requirements' || constraint) return [];
    const lines = reading.declarations.filter(({ marker }) => marker === undefined);
    const first = lines.find(({ hashed }) => hashed === 'option');
    const bare = lines.filter(({ hashed }) => hashed === undefined).map(({ at, name }) => ({ at, name }));
    return first ? [{ at: first.at, bare }] : [];
  });
}
