/** What Heroku's Python build pack installs from: one file of what is pushed, and what belongs to it (lib/package_manager.sh, v351). */
import type { Location, Project } from '@django-golive/core';
import type { Inclusion } from './declaration.js';
import { includedPath } from './included-path.js';
import { procfileBelow } from './procfile-directory.js';
import { directoryOf } from './project-directories.js';
import { readRequirementsFile } from './requirements-file.js';

/** The file that decides, and all that its installer reads of the root. */
const FILES: Readonly<Record<string, readonly string[]>> = {
  'Pipfile.lock': ['Pipfile.lock', 'Pipfile'],
  'requirements.txt': ['requirements.txt'],
  'poetry.lock': ['poetry.lock', 'pyproject.toml'],
  'uv.lock': ['uv.lock', 'pyproject.toml'],
};

/** An installation that the build pack makes. */
export interface HerokuInstall {
  readonly from: string;
  readonly reads: readonly string[];
}

/** `undefined` for another target, for an app that is built from an image, and where the build pack refuses to choose. */
export function herokuInstall(project: Project, target: string): HerokuInstall | undefined {
  if (target !== 'heroku' || isHerokuImage(project, target)) return undefined;
  // Where the Procfile lies below the root, that directory is pushed.
  const procfile = procfileBelow(project);
  const base = procfile === undefined ? '' : `${directoryOf(procfile)}/`;
  const [from, ...others] = Object.keys(FILES).filter(
    (name) => project.file(base + name) !== undefined && project.tracked(base + name) !== false,
  );
  if (from === undefined || others.length > 0) return undefined;
  return { from: base + from, reads: (FILES[from] ?? []).map((name) => base + name) };
}

/** The first line of Heroku's list, where all that it has leads to files that are not there: its build stops, so that nothing runs so. */
export function herokuDeadEnd(project: Project, target: string): Location | undefined {
  const file = project.file(herokuInstall(project, target)?.from ?? '');
  if (file === undefined || !/(?:^|\/)requirements\.txt$/.test(file.path)) return undefined;
  const { declarations, includes } = readRequirementsFile(file, 'runtime');
  const isThere = ({ path, project: directory }: Inclusion) =>
    directory !== undefined || project.file(includedPath(file.path, path) ?? '') !== undefined;
  return declarations.length === 0 && !includes.some(isThere) ? includes[0]?.at : undefined;
}

/** Whether Heroku builds the app from a Dockerfile. */
export function isHerokuImage(project: Project, target: string): boolean {
  return target === 'heroku' && project.file('heroku.yml') !== undefined;
}

/** The scripts that the build pack runs. */
export function herokuScripts(project: Project): readonly string[] {
  return ['bin/pre_compile', 'bin/post_compile'].filter((path) => project.file(path) !== undefined);
}
