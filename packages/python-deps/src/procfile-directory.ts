/** A Procfile below the root: platforms that read one start, and install, from the directory it lies in. */
import type { Project } from '@django-golive/core';
import type { NamedFile } from './install-commands.js';
import { directoryOf, isForeign } from './project-directories.js';

/** The one Procfile that lies beside a manage.py below a root that has none. */
export function procfileBelow(project: Project): string | undefined {
  if (project.file('Procfile')) return undefined;
  const [only, ...others] = project.paths.filter(
    (path) => path.endsWith('/Procfile') && !isForeign(path) && project.file(`${directoryOf(path)}/manage.py`),
  );
  return others.length === 0 ? only : undefined;
}

/** What such a platform finds beside it, where that is pip's list alone. */
export function procfileInstalls(project: Project): readonly NamedFile[] {
  const procfile = procfileBelow(project);
  if (procfile === undefined) return [];
  const from = directoryOf(procfile);
  const has = (name: string) => project.file(`${from}/${name}`) !== undefined;
  if (!has('requirements.txt') || OTHERS.some(has)) return [];
  return [{ path: 'requirements.txt', from, by: `the platform that reads \`${procfile}\``, doubted: false }];
}

/** Files of other installers, which a platform may take before pip's. */
const OTHERS = ['Pipfile', 'Pipfile.lock', 'poetry.lock', 'uv.lock', 'pdm.lock'];
