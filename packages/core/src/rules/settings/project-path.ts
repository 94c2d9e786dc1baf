/** A path in the project's directory, as its settings would write it. */
import type { Settings } from '../../facts/settings.js';
import { repositoryPath } from '../structure/repository-path.js';

/**
 * An expression for `BASE_DIR` and a relative path, by what `BASE_DIR` is; an absolute example where there is none. `lies` is where
 * in the repository it leads to, where that is not below `BASE_DIR`.
 */
export function projectPath(settings: Settings, path: string, lies?: string): string {
  const { value } = settings.get('BASE_DIR');
  const base = value.kind;
  const from = value.kind === 'str' || value.kind === 'path' ? repositoryPath(value.value) : undefined;
  if (lies !== undefined && from !== undefined) {
    const { up, down } = wayFrom(from, lies);
    if (base === 'path') return `BASE_DIR${'.parent'.repeat(up)} / '${down}'`;
    return `os.path.join(BASE_DIR, ${"'..', ".repeat(up)}'${down}')`;
  }
  // A path of that package is a string, and divides nothing.
  if (value.kind === 'unknown' && value.why.includes('unipath'))
    return `BASE_DIR.child(${path
      .split('/')
      .map((part) => `'${part}'`)
      .join(', ')})`;
  if (base === 'path') return `BASE_DIR / '${path}'`;
  return base === 'str' ? `os.path.join(BASE_DIR, '${path}')` : `'/srv/site/${path}'`;
}

/** The way from one directory of the repository to another: so many up, then down. */
function wayFrom(from: string, to: string): { readonly up: number; readonly down: string } {
  const [here, there] = [from.split('/').filter((part) => part !== ''), to.split('/')];
  let shared = 0;
  while (shared < here.length && here[shared] === there[shared]) shared += 1;
  return { up: here.length - shared, down: there.slice(shared).join('/') };
}
