/** A path in the project's directory, as its settings would write it. */
import type { Settings } from '../../facts/settings.js';

/** An expression for `BASE_DIR` and a relative path, by what `BASE_DIR` is; an absolute example where there is none. */
export function projectPath(settings: Settings, path: string): string {
  const { value } = settings.get('BASE_DIR');
  const base = value.kind;
  // A path of that package is a string, and divides nothing.
  if (value.kind === 'unknown' && value.why.includes('unipath'))
    return `BASE_DIR.child(${path
      .split('/')
      .map((part) => `'${part}'`)
      .join(', ')})`;
  if (base === 'path') return `BASE_DIR / '${path}'`;
  return base === 'str' ? `os.path.join(BASE_DIR, '${path}')` : `'/srv/site/${path}'`;
}
