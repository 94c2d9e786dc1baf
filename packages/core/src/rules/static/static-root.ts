/** A STATIC_ROOT for a project that has none, in a directory that holds nothing else. */
import type { Settings } from '../../facts/settings.js';
import type { Remedy } from '../../rule.js';
import type { Project } from '../../source.js';
import { writeInSettings } from '../settings/environment-style.js';
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
  return writeInSettings(settings, first + summary, `STATIC_ROOT = ${inBase(settings, name)}`);
}

function inBase(settings: Settings, name: string): string {
  const base = settings.get('BASE_DIR').value;
  if (base.kind === 'path') return `BASE_DIR / '${name}'`;
  return base.kind === 'str' ? `os.path.join(BASE_DIR, '${name}')` : `'/srv/site/${name}'`;
}

function holdsCode(project: Project, directory: string | undefined): boolean {
  if (directory === undefined) return false;
  const start = directory === '' ? '' : `${directory}/`;
  return project.paths.some((path) => path.startsWith(start) && path.endsWith('.py'));
}
