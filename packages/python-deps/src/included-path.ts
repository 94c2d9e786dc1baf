/** Where a path that one file of the repository names leads to. */
import { directoryOf } from './project-directories.js';

/** Where an inclusion leads, as its file says it. */
export function includedPath(from: string, path: string): string | undefined {
  const directory = directoryOf(from);
  if (/^\w+:\/\//.test(path) || path.startsWith('/')) return undefined;
  const parts = directory === '' ? [] : directory.split('/');
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '..') {
      if (parts.length === 0) return undefined;
      parts.pop();
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
