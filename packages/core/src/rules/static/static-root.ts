/** A STATIC_ROOT for a project that has none, in a directory that holds nothing else. */
import type { Settings } from '../../facts/settings.js';
import type { Remedy } from '../../rule.js';
import type { Project } from '../../source.js';
import { writeInSettings } from '../settings/environment-style.js';
import { projectPath } from '../settings/project-path.js';
import { repositoryPath, shownPath } from '../structure/repository-path.js';
import { directoriesIn } from './static-settings.js';

/** What to write, and what to take away before: collectstatic publishes whatever lies in the sources. */
export function staticRootRemedy(project: Project, settings: Settings, summary: string): Remedy {
  const sources = directoriesIn(settings.get('STATICFILES_DIRS'));
  const code = sources.find((directory) => holdsCode(project, repositoryPath(directory)));
  const first =
    code === undefined
      ? ''
      : `Take \`${shownPath(code)}\` out of \`STATICFILES_DIRS\`: collectstatic would publish the code that lies there. `;
  const taken = (name: string): boolean =>
    project.isDirectory(name) || sources.some((directory) => directory.endsWith(`/${name}`));
  const name = ['staticfiles', 'static_root', 'collected_static'].find((one) => !taken(one)) ?? 'collected_static';
  return writeInSettings(settings, first + summary, `STATIC_ROOT = ${projectPath(settings, name)}`);
}

function holdsCode(project: Project, directory: string | undefined): boolean {
  if (directory === undefined) return false;
  const start = directory === '' ? '' : `${directory}/`;
  return project.paths.some((path) => path.startsWith(start) && path.endsWith('.py'));
}
