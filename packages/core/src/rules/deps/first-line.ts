/** A place to speak from where nothing stands: the first line of the file that makes this a Django project. */
import type { Located } from '../../fact.js';
import type { Settings } from '../../facts/settings.js';
import { lineSpan, type Project } from '../../source.js';

/** The directory of manage.py, which is where Django looks for tests: empty or with a slash at its end. */
export function manageDirectory(project: Project): string {
  return managePath(project)?.replace(/manage\.py$/, '') ?? '';
}

const managePath = (project: Project): string | undefined =>
  project.paths
    .filter((path) => /(^|\/)manage\.py$/.test(path))
    .sort((a, b) => a.split('/').length - b.split('/').length)[0];

/** The first line of manage.py, or of the settings where there is none. */
export function projectItself(project: Project, settings: Settings): Located | undefined {
  const path = managePath(project) ?? settings.path;
  const file = path === undefined ? undefined : project.file(path);
  return file && { at: file.at(lineSpan(file.text, 1)), subject: 'project' };
}
