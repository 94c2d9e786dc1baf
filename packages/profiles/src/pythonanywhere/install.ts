/** What installs the project's packages into the virtualenv that is active in a Bash console. */
import type { Dependencies } from '@django-golive/core';
import { requirementsOf } from '../checklist-steps.js';
import { directoryOf } from '../files/paths.js';
import { shellWord } from '../shell-word.js';

/** By the file that production installs; `root` is a word of a shell. */
export function installIntoVirtualenv(dependencies: Dependencies, root: string): string | undefined {
  const requirements = requirementsOf(dependencies);
  if (requirements !== undefined) return `pip install --no-cache-dir -r ${root}/${shellWord(requirements)}`;
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
