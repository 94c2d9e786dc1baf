/** What the targets' checklists say in the same words: the application to serve, Celery's, the packages, the first administrator. */
import {
  type ChecklistItem,
  type Dependencies,
  type Deployment,
  type Project,
  type Settings,
  stringOf,
  stringsOf,
} from '@django-golive/core';
import { item } from './checklist-item.js';
import { packagesBeside, requirementsOf } from './requirements.js';
import { shellWord } from './shell-word.js';

/** `config.wsgi:application`: what the target's files serve, or else what `WSGI_APPLICATION` names. */
export function servedApplication(deployment: Deployment, settings: Settings): string | undefined {
  const served = deployment.processes.find(({ role, application }) => role === 'web' && application)?.application;
  const named = stringOf(settings.get('WSGI_APPLICATION').value);
  return served ?? (named?.includes('.') ? named.replace(/\.(\w+)$/, ':$1') : undefined);
}

/** The `celery -A` of the project: the package of its one `celery.py` that makes an application; `undefined` where that is not clear. */
export function celeryApplication(project: Project, settings: Settings): string | undefined {
  const found = project.paths.filter(
    (path) => /(^|\/)celery\.py$/.test(path) && /\bCelery\(/.test(project.file(path)?.text ?? ''),
  );
  const [path] = found;
  if (path === undefined || found.length > 1) return undefined;
  const root = settings.roots.find((candidate) => candidate === '' || path.startsWith(`${candidate}/`));
  if (root === undefined) return undefined;
  const names = path.slice(root === '' ? 0 : root.length + 1).split('/');
  return names.length > 1 ? names.slice(0, -1).join('.') : undefined;
}

/** The first administrator, where the project has Django's admin. `commands` make one. */
export function firstAdministrator(settings: Settings, commands: readonly string[]): ChecklistItem | undefined {
  return stringsOf(settings.get('INSTALLED_APPS').value).includes('django.contrib.admin')
    ? item('administrator', 'during', 'Make the first administrator, where there is none yet.', commands)
    : undefined;
}

/** The commands that install the project's packages into a virtual environment on a server, from the files that it has. */
export function installCommands(
  { project, settings, dependencies }: { project: Project; settings: Settings; dependencies: Dependencies },
  root: string,
  venv: string,
): readonly string[] {
  const program = (name: string): string => shellWord(`${venv}/bin/${name}`);
  const requirements = requirementsOf(dependencies, project);
  if (requirements !== undefined) {
    const beside = packagesBeside(project, settings, dependencies, requirements);
    return [
      `${program('pip')} install -r ${shellWord(`${root}/${requirements}`)}`,
      ...(beside.length === 0 ? [] : [`${program('pip')} install ${beside.join(' ')}`]),
    ];
  }
  const path = (format: string): string | undefined => {
    const found = dependencies.manifests.find((manifest) => manifest.format === format)?.path;
    return found === undefined ? undefined : `${root}/${found}`;
  };
  const directory = (file: string): string => shellWord(file.slice(0, file.lastIndexOf('/')));
  const active = `VIRTUAL_ENV=${shellWord(venv)}`;
  const [uv, poetry, pipenv, declared] = ['uv-lock', 'poetry-lock', 'pipfile-lock', 'pyproject'].map(path);
  if (uv)
    return [
      `${program('pip')} install uv`,
      `${active} ${program('uv')} sync --project ${directory(uv)} --locked --no-dev --active`,
    ];
  if (poetry)
    return [
      `${program('pip')} install poetry`,
      `${active} ${program('poetry')} -C ${directory(poetry)} install --only main --no-root`,
    ];
  if (pipenv)
    return [
      `${program('pip')} install pipenv`,
      `${active} PIPENV_PIPFILE=${shellWord(pipenv.replace(/\.lock$/, ''))} ${program('pipenv')} sync`,
    ];
  // pip installs a project with its packages, and not these alone.
  return declared
    ? [
        `${program('pip')} install uv`,
        `${program('uv')} pip install --python ${program('python')} -r ${shellWord(declared)}`,
      ]
    : [];
}

/** The variables without which the settings do not load, and that nothing gives. */
export function missingVariables(settings: Settings): readonly string[] {
  return settings.environment.filter(({ required, given }) => required && given === undefined).map(({ name }) => name);
}

/** `manage.py` nearest to the root, as a word of a shell. */
export function manageScript(project: Project): string {
  const [nearest] = project.paths
    .filter((path) => /(^|\/)manage\.py$/.test(path))
    .sort((a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1));
  return shellWord(nearest ?? 'manage.py');
}
