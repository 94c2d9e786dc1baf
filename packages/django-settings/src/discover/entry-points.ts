/** Every way into a project with the settings module it loads, and the one that counts as production. */
import type { Deployment, EntryPoint, EntryPoints, Operator, Project } from '@django-golive/core';
import { ofImage } from './of-image.js';
import { ofTarget } from './of-target.js';
import { orphans } from './orphans.js';
import { saysDevelopment } from './own-words.js';
import { processEntry } from './process-entry.js';
import { chooseProduction } from './production.js';
import type { Search } from './search.js';
import { directoryOf, searchedFiles } from './searched-files.js';
import { looksLikeSettings } from './settings-modules.js';
import { startingFileEntry } from './starting-files.js';

/** Read a project's entry points. Never throws; what is not known stays `undefined`. */
export function findEntryPoints(project: Project, deployment: Deployment, operator: Operator): EntryPoints {
  const search = prepare(project, operator);
  const processes = deployment.processes.map((process) => processEntry(search, process, deployment));
  const files = startingFiles(search).map((path) => startingFileEntry(search, path, new Map()));
  const chosen = chooseProduction(search, processes, files, deployment.traits.has('certificate-ordered'));
  const production = chosen && withWords(search, ofTarget(search, ofImage(search, chosen), deployment));
  const all = withProduction([...processes, ...files], production);
  return { all, production, orphans: orphans(search, all) };
}

/** With what the module says of itself, unless the operator has named it. */
function withWords({ project }: Search, entry: EntryPoint): EntryPoint {
  const said =
    entry.path === undefined || entry.name === '--settings' ? undefined : saysDevelopment(project, entry.path);
  return said === undefined ? entry : { ...entry, said };
}

/** Every entry point once: production in the place of the one it is, or before the others where no file holds it. */
function withProduction(entries: readonly EntryPoint[], production: EntryPoint | undefined): readonly EntryPoint[] {
  if (!production || entries.includes(production)) return entries;
  const { name, role, module, at } = production;
  const index = entries.findIndex(
    (entry) => entry.name === name && entry.role === role && entry.module === module && samePlace(entry.at, at),
  );
  return index < 0 ? [production, ...entries] : entries.with(index, production);
}

function samePlace(one: EntryPoint['at'], other: EntryPoint['at']): boolean {
  return one?.path === other?.path && one?.span.start === other?.span.start;
}

function prepare(project: Project, operator: Operator): Search {
  const { python, secondary } = searchedFiles(project);
  return {
    project,
    operator,
    python,
    secondary,
    settingsPaths: python.filter((path) => looksLikeSettings(project, path)),
    managed: python.filter((path) => fileName(path) === 'manage.py').map(directoryOf),
  };
}

/** `wsgi.py`, `asgi.py` and `manage.py` of the project: those in tests, docs and examples only where there are no others. */
function startingFiles(search: Search): readonly string[] {
  const named = search.python.filter((path) => rankOf(search.project, path) >= 0);
  const own = named.filter((path) => !search.secondary(path));
  return [...(own.length > 0 ? own : named)].sort(
    (a, b) => rankOf(search.project, a) - rankOf(search.project, b) || a.split('/').length - b.split('/').length,
  );
}

/** `wsgi.py` before `asgi.py` before `manage.py`; a package `wsgi` has a module for each place it runs at. */
function rankOf(project: Project, path: string): number {
  const [, server, module] = /(?:^|\/)(wsgi|asgi)(\/\w+)?\.py$/.exec(path) ?? [];
  // Phusion Passenger starts this one; where it only passes on another's `application`, the other is the one to read.
  if (fileName(path) === 'passenger_wsgi.py')
    return project.file(path)?.text.includes('DJANGO_SETTINGS_MODULE') ? 0 : -1;
  if (server === undefined) return fileName(path) === 'manage.py' ? 2 : -1;
  if (module !== undefined && !project.file(path)?.text.includes(`get_${server}_application`)) return -1;
  return server === 'wsgi' ? 0 : 1;
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
