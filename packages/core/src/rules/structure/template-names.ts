/** Templates that are asked for in a spelling that no template has. */
import type { Templates } from '../../facts/templates.js';
import type { Location } from '../../source.js';
import type { AskedTemplate } from '../templates/asked-templates.js';

/** A name that only a file system without case would find. */
export interface Misspelling {
  readonly at: Location;
  readonly name: string;
  /** The template that was meant. */
  readonly path: string;
}

/** Those of the names that differ from a template of the project in case alone. */
export function templateNames(templates: Templates, asked: readonly AskedTemplate[]): readonly Misspelling[] {
  const folded = new Map<string, string>();
  for (const { path, names } of templates.files)
    for (const name of names) if (!folded.has(name.toLowerCase())) folded.set(name.toLowerCase(), path);
  return asked.flatMap(({ name, at }) => {
    const path = templates.get(name) ? undefined : folded.get(name.toLowerCase());
    return path === undefined ? [] : [{ at, name, path }];
  });
}
