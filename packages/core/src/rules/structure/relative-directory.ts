/** The directory of the repository that a relative path of the settings means. */
import type { Settings } from '../../facts/settings.js';
import { projectRoot } from '../../project-root.js';
import type { Project } from '../../source.js';
import { repositoryPath } from './repository-path.js';

/** Where it lies if the site is started in the project's root, or where its imports begin; `undefined` where none is there, or several are. */
export function directoryMeant(project: Project, settings: Settings, path: string): string | undefined {
  if (path.startsWith('/')) return undefined;
  const found = new Set(
    ['', ...settings.roots]
      .flatMap((root) => repositoryPath(`${projectRoot}/${root}/${path}`) ?? [])
      .filter((place) => place !== '' && project.isDirectory(place)),
  );
  return found.size === 1 ? [...found][0] : undefined;
}
