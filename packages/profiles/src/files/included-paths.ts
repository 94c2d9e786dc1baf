/** The files of the repository that an `include` of nginx or an `Include` of Apache names. */
import type { Project } from '@django-golive/core';
import { directoryOf, normalizePath } from './paths.js';

/** The files of the repository that an include names: beside the file, or below a directory like `/etc/nginx`. */
export function includedPaths(project: Project, pattern: string, from: string): readonly string[] {
  if (/[${]/.test(pattern)) return [];
  const beside = normalizePath(`${directoryOf(from)}/${pattern}`);
  const parts = pattern.split('/').filter((part) => part !== '' && part !== '.' && part !== '..');
  // A name alone would be found anywhere: its directory must agree as well.
  const ends = [beside, parts.length > 1 ? parts.slice(-2).join('/') : undefined].filter((end) => end !== undefined);
  return project.paths.filter(
    (path) => path !== from && ends.some((end) => (end === beside ? fits(path, end) : fits(lastTwo(path), end))),
  );
}

function fits(path: string, pattern: string): boolean {
  if (!pattern.includes('*')) return path === pattern;
  const source = pattern.split('*').map((part) => part.replace(/[.+?^()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${source.join('[^/]*')}$`).test(path);
}

function lastTwo(path: string): string {
  return path.split('/').slice(-2).join('/');
}
