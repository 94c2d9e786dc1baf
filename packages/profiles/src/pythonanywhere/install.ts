/** What installs the project's packages into the virtualenv that is active in a Bash console. */
import type { Dependencies, Project, Settings } from '@django-golive/core';
import { directoryOf } from '../files/paths.js';
import { packagesBeside, requirementsOf } from '../requirements.js';
import { shellWord } from '../shell-word.js';

/** By the file that production installs; `root` is a word of a shell. */
export function installIntoVirtualenv(
  project: Project,
  settings: Settings,
  dependencies: Dependencies,
  root: string,
): string | undefined {
  const requirements = requirementsOf(dependencies, project);
  if (requirements !== undefined) {
    const beside = packagesBeside(project, settings, dependencies, requirements);
    return `pip install --no-cache-dir ${[`-r ${root}/${shellWord(requirements)}`, ...beside].join(' ')}`;
  }
  const directory = (...formats: readonly string[]): string | undefined => {
    const found = dependencies.manifests.find(({ format }) => formats.includes(format));
    const path = found && directoryOf(found.path);
    return path === undefined || path === '' ? found && root : `${root}/${shellWord(path)}`;
  };
  const [uv, poetry, pipenv, declared] = [
    directory('uv-lock'),
    directory('poetry-lock', 'poetry'),
    directory('pipfile-lock'),
    directory('pyproject'),
  ];
  if (uv) return `pip install uv && uv sync --project ${uv} --locked --no-dev --active`;
  if (poetry) return `pip install poetry && poetry -C ${poetry} install --only main --no-root`;
  if (pipenv) return `pip install pipenv && PIPENV_PIPFILE=${pipenv}/Pipfile pipenv sync`;
  return declared && `pip install uv && uv pip install -r ${declared}/pyproject.toml`;
}
