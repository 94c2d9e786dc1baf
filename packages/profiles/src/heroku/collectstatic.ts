/** The collectstatic that Heroku's Python build pack runs by itself at every build. */
import { type Location, lineSpan, type Project } from '@django-golive/core';
import type { AppJson } from '../files/app-json.js';

/** The manage.py it runs; `undefined` where it runs none, or where a file of the repository turns it off. */
export function collectstaticScript(
  project: Project,
  app: AppJson | undefined,
): { readonly path: string; readonly at: Location } | undefined {
  if (collectstaticSwitch(project, app)) return undefined;
  // `find . -maxdepth 3`: at most two directories below the root, the highest one first.
  const [path] = project.paths
    .filter((candidate) => /^(?:[^/]+\/){0,2}manage\.py$/.test(candidate) && project.tracked(candidate) !== false)
    .sort((left, right) => left.split('/').length - right.split('/').length);
  const file = path === undefined ? undefined : project.file(path);
  return file && { path: file.path, at: file.at(lineSpan(file.text, 1)) };
}

/** Where the repository turns it off: in a file that Heroku reads, or by a script that sets the config var. One set by hand cannot be seen. */
export function collectstaticSwitch(project: Project, app: AppJson | undefined): Location | undefined {
  const variable = app?.variables.find(({ name }) => name === 'DISABLE_COLLECTSTATIC');
  if (variable && variable.value !== undefined && variable.value !== '0' && variable.value !== '') return variable.at;
  const file = project.file('.heroku/collectstatic_disabled');
  return file?.at({ start: 0, end: 0 }) ?? switchedByScript(project);
}

/** The line of a script, or of a step of CI, that sets the variable. */
function switchedByScript(project: Project): Location | undefined {
  for (const path of project.paths) {
    if (!/\.(sh|bash)$|(^|\/)Makefile$|^\.github\/workflows\/[^/]+\.ya?ml$|^\.(gitlab-ci|travis)\.yml$/.test(path))
      continue;
    const file = project.file(path);
    const found = /^[^#\n]*\bheroku config:(?:set|add)\b[^#\n]*\bDISABLE_COLLECTSTATIC=["']?[1-9]/m.exec(
      file?.text ?? '',
    );
    // A first deployment without is often followed by one with it.
    const undone = /\bconfig:(?:unset|remove)\b[^#\n]*\bDISABLE_COLLECTSTATIC\b|\bDISABLE_COLLECTSTATIC=["']?0/.test(
      file?.text ?? '',
    );
    if (file && found && !undone) return file.at({ start: found.index, end: found.index + found[0].length });
  }
  return undefined;
}
