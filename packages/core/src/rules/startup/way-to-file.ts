/** Why a file is loaded: the imports that lead to it. */
import type { Evidence } from '../../fact.js';
import type { Source, Sources } from '../../facts/sources.js';

const longest = 4;

/** The imports on the way to a file, the nearest one last. */
export function wayToFile(sources: Sources, source: Source): readonly Evidence[] {
  const found: Evidence[] = [];
  for (let one: Source | undefined = source; one && found.length < longest; ) {
    const { importedAt, path }: Source = one;
    if (!importedAt) break;
    found.unshift({ at: importedAt, note: `\`${importedAt.path}\` imports \`${path}\`.` });
    one = sources.get(importedAt.path);
  }
  return found;
}
