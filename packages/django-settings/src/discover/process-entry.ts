/** A process of the target's files as an entry point: its variables and command first, then the application it serves. */
import type { Deployment, EntryPoint, Process } from '@django-golive/core';
import { applicationModule, celeryModules, directoryInCommand, runsManage, settingsInCommand } from './command.js';
import { findAnywhere, findModule } from './module-path.js';
import type { Search } from './search.js';
import { inside, upwards } from './searched-files.js';
import { namedBy, reasonOf } from './starting-files.js';

/** The entry point of a process. */
export function processEntry(search: Search, process: Process, deployment: Deployment): EntryPoint {
  const roots = directoriesOf(search, process, deployment);
  const base = { name: process.name, role: process.role, candidates: [] };
  const given = process.variables.findLast(
    ({ name, value }) => name === 'DJANGO_SETTINGS_MODULE' && value !== undefined,
  );
  const inCommand = process.command === undefined ? undefined : settingsInCommand(process.command);
  const explicit =
    process.settings ??
    (inCommand === undefined ? undefined : { module: inCommand, at: process.at }) ??
    (given?.value === undefined ? undefined : { module: given.value, at: given.at });
  const file = startedFile(search, process, roots);
  const variables = new Map(
    process.variables.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])),
  );
  const named = file === undefined ? undefined : namedBy(search, file, variables);
  if (explicit && !(named?.how === 'set' && named.module !== undefined && !process.settings)) {
    const found = findModule(search.project, roots, explicit.module) ?? findAnywhere(search.python, explicit.module);
    return {
      ...base,
      module: explicit.module,
      path: found?.path,
      at: explicit.at,
      fixed: true,
      reason: `\`${explicit.at.path}\` gives \`DJANGO_SETTINGS_MODULE\` to ${process.name}`,
      roots: withPythonPath(found ? [found.root] : roots.slice(0, 1), process, deployment),
    };
  }
  if (named && file !== undefined) {
    return {
      ...base,
      module: named.module,
      path: named.path,
      at: named.at,
      reason: `${process.name} starts \`${file}\`: ${reasonOf(file, named)}`,
      candidates: named.candidates,
      ...(named.how === 'set' && named.complete ? { fixed: true } : {}),
      roots: withPythonPath(named.roots, process, deployment),
    };
  }
  return {
    ...base,
    module: undefined,
    path: undefined,
    at: process.at,
    reason: `\`${process.at.path}\` does not say which settings ${process.name} loads`,
    roots: roots.slice(0, 1),
  };
}

/** The project's file that a process starts with: the application's module, the Celery application's, or `manage.py`. */
function startedFile(search: Search, process: Process, roots: readonly string[]): string | undefined {
  const command = process.command ?? '';
  const modules = [
    ...(process.application === undefined ? [] : [applicationModule(process.application)]),
    ...celeryModules(command),
  ];
  for (const module of modules) {
    const found = findModule(search.project, roots, module) ?? findAnywhere(search.python, module);
    if (found) return found.path;
  }
  if (!runsManage(command)) return undefined;
  return [...roots, ...search.managed]
    .map((directory) => inside(directory, 'manage.py'))
    .find((path) => search.project.file(path));
}

/** Where a process's imports can start: the directory it runs in, then those with a `manage.py`, then the root. */
function directoriesOf(search: Search, process: Process, deployment: Deployment): readonly string[] {
  const named = process.command === undefined ? undefined : directoryInCommand(process.command);
  const start = process.directory;
  const changed = named === undefined ? undefined : insideProject(named, deployment, start ?? '');
  const own = [changed, start].filter((directory) => directory !== undefined);
  return [...new Set([...own, ...search.managed, ...own.flatMap(upwards), ''])];
}

/** A directory as a file names it, relative to the project's root; `undefined` where it lies outside. */
function insideProject(directory: string, deployment: Deployment, start: string): string | undefined {
  const clean = directory.replace(/\/+$/, '');
  if (clean.startsWith('/')) {
    const root = deployment.root?.replace(/\/+$/, '');
    if (root === undefined) return undefined;
    return clean === root ? '' : clean.startsWith(`${root}/`) ? clean.slice(root.length + 1) : undefined;
  }
  const parts = [...(start === '' ? [] : start.split('/')), ...clean.split('/')].filter(
    (part) => part !== '' && part !== '.',
  );
  return parts.includes('..') ? undefined : parts.join('/');
}

/** PYTHONPATH adds directories to those that imports start from. */
function withPythonPath(roots: readonly string[], process: Process, deployment: Deployment): readonly string[] {
  const value = process.variables.findLast(({ name }) => name === 'PYTHONPATH')?.value ?? '';
  const added = value
    .split(':')
    .filter((entry) => entry !== '' && !entry.includes('$'))
    .map((entry) => insideProject(entry, deployment, process.directory ?? ''))
    .filter((entry) => entry !== undefined);
  return [...new Set([...roots, ...added])];
}
