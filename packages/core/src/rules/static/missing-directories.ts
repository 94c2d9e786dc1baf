/** The directories of STATICFILES_DIRS that the repository does not hold, and that nothing in it makes. */
import type { Setting } from '../../facts/settings.js';
import type { Value } from '../../facts/value.js';
import { itemsOf } from '../../facts/value-reading.js';
import type { Remedy } from '../../rule.js';
import type { Project } from '../../source.js';
import { repositoryPath, tidy } from '../structure/repository-path.js';
import { directoriesIn, sourceDirectory } from './static-settings.js';

/** Whether an entry names a directory of the repository, or one that should be. */
export function namesDirectories(project: Project, setting: Setting): boolean {
  return itemsOf(setting.value).some((item) => {
    const path = directoryOf(item);
    return path !== undefined && !isMade(project, path);
  });
}

/** Those that are not there. */
export function missingDirectories(project: Project, setting: Setting): readonly string[] {
  return itemsOf(setting.value)
    .map(directoryOf)
    .filter((path) => path !== undefined)
    .filter((path) => !project.isDirectory(path) && !isMade(project, path));
}

/** Those that lie outside of the repository, where it shows nobody who puts them there. */
export function outsideDirectories(project: Project, setting: Setting): readonly string[] {
  return directoriesIn(setting).filter(
    (path) =>
      /^(?:\/|[A-Za-z]:[\\/])/.test(path) &&
      repositoryPath(path) === undefined &&
      !isMade(project, tidy(path)) &&
      !namedByRecipe(project, tidy(path).replace(/\/[^/]+$/, '')),
  );
}

/** Whether a recipe works in a directory, such as that of an image into which the repository is copied. */
function namedByRecipe(project: Project, directory: string): boolean {
  return (
    directory !== '' &&
    project.paths.some((file) => recipe.test(file) && (project.file(file)?.text ?? '').includes(directory))
  );
}

export function directoryRemedy(path: string): Remedy {
  return {
    summary: `Put the files there under version control, with a file such as \`.gitkeep\` while there are none, or take the entry away.`,
    code: `mkdir -p ${path}\ntouch ${path}/.gitkeep\ngit add ${path}`,
    language: 'bash',
  };
}

/** The directory of an entry inside the repository; an entry may carry a prefix. */
function directoryOf(item: Value): string | undefined {
  const text = sourceDirectory(item);
  const path = text === undefined ? undefined : repositoryPath(text);
  return path === '' ? undefined : path;
}

const recipe =
  /(^|\/)(Dockerfile[\w.-]*|[\w.-]*\.Dockerfile|Procfile|Makefile|justfile|fabfile\.py|[^/]*\.(sh|bash|ya?ml|toml))$/;

/** Whether a build makes it: a bundler's output, a place that git is told to leave out, a directory that a recipe names. */
function isMade(project: Project, path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (
    /(^|[/_.-])(dist|build|built|bundles?|node_modules|bower_components|compiled|generated|webpack\w*|out)([/_.-]|$)/i.test(
      path,
    )
  )
    return true;
  if (project.paths.some((file) => /(^|\/)(package|bower)\.json$/.test(file) && !file.includes('node_modules/')))
    return true;
  const mentions = (file: string, pattern: RegExp): boolean => pattern.test(project.file(file)?.text ?? '');
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return (
    project.paths.some(
      (file) => /(^|\/)\.gitignore$/.test(file) && mentions(file, new RegExp(`^[^#\\n]*\\b${escaped}\\b`, 'm')),
    ) ||
    project.paths.some(
      (file) =>
        recipe.test(file) && mentions(file, new RegExp(`(mkdir|COPY|cp|target|git clone)[^\\n]*\\b${escaped}\\b`)),
    )
  );
}
