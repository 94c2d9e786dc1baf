/** What Heroku's Python build pack installs from: one file of the root, and what belongs to it (lib/package_manager.sh, v351). */
import type { Project } from '@django-golive/core';

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
  const [from, ...others] = Object.keys(FILES).filter(
    (path) => project.file(path) !== undefined && project.tracked(path) !== false,
  );
  return from === undefined || others.length > 0 ? undefined : { from, reads: FILES[from] ?? [] };
}

/** Whether Heroku builds the app from a Dockerfile. */
export function isHerokuImage(project: Project, target: string): boolean {
  return target === 'heroku' && project.file('heroku.yml') !== undefined;
}

/** The scripts that the build pack runs. */
export function herokuScripts(project: Project): readonly string[] {
  return ['bin/pre_compile', 'bin/post_compile'].filter((path) => project.file(path) !== undefined);
}
