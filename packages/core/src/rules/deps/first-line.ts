/** A place to speak from where nothing stands: the first line of the file that makes this a Django project. */
import type { Located } from '../../fact.js';
import type { Settings } from '../../facts/settings.js';
import { lineSpan, type Project } from '../../source.js';

/** The first line of manage.py, or of the settings where there is none. */
export function projectItself(project: Project, settings: Settings): Located | undefined {
  const manage = project.paths
    .filter((path) => /(^|\/)manage\.py$/.test(path))
    .sort((a, b) => a.split('/').length - b.split('/').length)[0];
  const path = manage ?? settings.path;
  const file = path === undefined ? undefined : project.file(path);
  return file && { at: file.at(lineSpan(file.text, 1)), subject: 'project' };
}
