/** Files that an image copies or a Compose service mounts: what they configure runs in a container, not on the server. */
import type { Project } from '@django-golive/core';
import { isEnvironmentFile } from '../docker/compose-files.js';
import { isDockerfilePath } from '../files/dockerfile-path.js';
import { directoryOf, normalizePath } from '../files/paths.js';

/** Whether a file of the repository goes into a container by its own name or its directory's. */
export function containerFiles(project: Project): (path: string) => boolean {
  const sources = new Set(
    project.paths.flatMap((path) => sourcesIn(project, path).flatMap((source) => readings(path, source))),
  );
  // An image that copies everything starts supervisord with the file that its command names.
  const images = project.paths.filter(isDockerfilePath).map((path) => project.file(path)?.text ?? '');
  return (path) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (/supervis/i.test(name) && images.some((text) => text.includes(name))) return true;
    for (let part = path; part !== ''; part = directoryOf(part))
      // A copy of the code takes along what lies in it, and starts nothing of that.
      if (sources.has(part) && !project.file(`${part}/manage.py`)) return true;
    return false;
  };
}

/** What a Dockerfile copies and what a Compose file mounts, as written. */
function sourcesIn(project: Project, path: string): readonly string[] {
  if (isDockerfilePath(path))
    return [...(project.file(path)?.text ?? '').matchAll(/^[ \t]*(?:COPY|ADD)[ \t]+([^\n]+)/gim)].flatMap(
      ([, words = '']) => words.split(/[\s,"[\]]+/).filter((word) => word !== '' && !word.startsWith('--')),
    );
  if (/compose[^/]*\.ya?ml$/i.test(path) || isEnvironmentFile(path))
    return [...(project.file(path)?.text ?? '').matchAll(/(?:^|[\s"'])([\w./-]+):\//gm)].flatMap(([, source = '']) =>
      /\/./.test(source) ? [source] : [],
    );
  return [];
}

/** The paths of the repository that a source may mean: an image is built in its Dockerfile's directory or in one above it. */
function readings(path: string, source: string): readonly string[] {
  const found: (string | undefined)[] = [];
  for (let base = directoryOf(path); ; base = directoryOf(base)) {
    found.push(normalizePath(`${base}/${source}`));
    // A copy of everything names nothing.
    if (base === '')
      return found.filter((item) => item !== undefined && item !== '' && item !== directoryOf(path)) as string[];
  }
}
