/** Which of the project's Python files production loads, followed from where its processes begin. */
import type { Apps, EntryPoints, Project, Settings, Truth, Urls, Value } from '@django-golive/core';
import { itemsOf, lookup, pathsBelow, stringOf, stringsOf } from '@django-golive/core';
import { findModule, moduleName } from '../discover/module-path.js';
import { inside } from '../discover/searched-files.js';
import { atLeast } from '../django/series.js';
import { absoluteModule, type ImportReader, loadsByWorkedOutName, type WrittenImport } from './imports.js';

/** What is followed. */
export interface LoadingInputs {
  readonly project: Project;
  readonly settings: Settings;
  readonly entryPoints: EntryPoints;
  readonly apps: Apps;
  readonly urls: Urls;
  readonly imports: ImportReader;
}

/** The files that are met, each with the import that led to it first. */
export type MetFiles = ReadonlyMap<string, Importing | undefined>;

/** An import, and the file that makes it. */
export interface Importing {
  readonly path: string;
  readonly place: WrittenImport;
}

/** The answer for each file that is met; for any other, `otherwise`. */
export interface LoadedFiles {
  readonly certain: MetFiles;
  readonly possible: MetFiles;
  readonly otherwise: Truth;
}

/** Follow the imports from the beginnings of production, first those that are certain. */
export function loadedFiles(inputs: LoadingInputs): LoadedFiles {
  const { project, entryPoints, settings, imports } = inputs;
  const { roots } = settings;
  const follow = createFollower(project, roots, imports);
  const certain = follow(
    [...startingFiles(inputs, roots), ...answeringFiles(inputs, roots)],
    [],
    ({ always }) => always,
  );
  const known = [...certain.keys()];
  const possible = follow([...known, ...possibleBeginnings(inputs, roots)], known, () => true);
  const open = [...known, ...possible.keys()].some((path) => loadsByWorkedOutName(project.file(path)?.text ?? ''));
  return { certain, possible, otherwise: open || entryPoints.production === undefined ? 'maybe' : 'no' };
}

/** The module's file and those of the packages around it, which Python loads first. */
function filesOf(project: Project, roots: readonly string[], module: string): readonly string[] {
  const parts = module.split('.');
  return parts.flatMap((_, index) => findModule(project, roots, parts.slice(0, index + 1).join('.'))?.path ?? []);
}

function createFollower(project: Project, roots: readonly string[], imports: ImportReader) {
  const known = new Map<string, readonly (WrittenImport & { readonly files: readonly string[] })[]>();

  function importsOf(path: string) {
    let found = known.get(path);
    if (!found) {
      const around = packageAround(roots, path);
      found = imports(path).map((one) => {
        const module = absoluteModule(one, around);
        const names = one.names.flatMap((name) => filesOf(project, roots, `${module}.${name}`));
        return { ...one, files: [...filesOf(project, roots, module), ...names] };
      });
      known.set(path, found);
    }
    return found;
  }

  return (from: readonly string[], before: readonly string[], follows: (one: WrittenImport) => boolean): MetFiles => {
    const met = new Map<string, Importing | undefined>();
    for (const path of from) met.set(path, undefined);
    // A map goes on to what is added while it is gone through.
    for (const path of met.keys())
      for (const place of importsOf(path))
        if (follows(place)) for (const file of place.files) if (!met.has(file)) met.set(file, { path, place });
    for (const path of before) met.delete(path);
    return met;
  };
}

/** The parts of the package that a file stands in. */
export function packageAround(roots: readonly string[], path: string): readonly string[] {
  const name = roots.map((root) => moduleName(root, path)).find((one) => one !== undefined);
  const parts = name?.split('.') ?? [];
  return path.endsWith('__init__.py') ? parts : parts.slice(0, -1);
}

/** What every process of production loads before it answers. */
function startingFiles({ project, settings, entryPoints, apps }: LoadingInputs, roots: readonly string[]): string[] {
  const installed = stringsOf(settings.get('INSTALLED_APPS').value);
  const admin = installed.some((entry) => /^django\.contrib\.admin(\.apps\.AdminConfig)?$/.test(entry));
  const files = entryPoints.all
    .filter(({ role }) => role === 'web')
    .flatMap(({ at, path }) => [at?.path, path].filter((one) => one?.endsWith('.py')));
  const applications = apps.own.flatMap(({ directory, module }) => [
    ...filesOf(project, roots, module),
    ...['apps', 'models', ...(admin ? ['admin'] : [])].flatMap((name) => [
      inside(directory, `${name}.py`),
      inside(directory, `${name}/__init__.py`),
    ]),
  ]);
  const middleware = stringsOf(settings.get('MIDDLEWARE').value).flatMap((name) => filesOf(project, roots, name));
  return [...files.flatMap((path) => path ?? []), ...settings.files, ...applications, ...middleware].filter((path) =>
    isModule(project, path),
  );
}

/** What its first request and its first page load: the URLs, context processors, and every application's tags for templates. */
function answeringFiles({ project, settings, apps, urls }: LoadingInputs, roots: readonly string[]): string[] {
  const served = urls.routes
    .filter((route) => route.served === 'yes')
    .flatMap(({ at, trail }) => [at, ...trail.map((step) => step.at)]);
  const engines = itemsOf(settings.get('TEMPLATES').value).filter((engine) =>
    /^django\.template\.backends\.django\./.test(stringOf(lookup(engine, 'BACKEND')) ?? ''),
  );
  const processors = engines
    .flatMap((engine) => stringsOf(lookup(lookup(engine, 'OPTIONS'), 'context_processors')))
    .flatMap((name) => filesOf(project, roots, name));
  // Since Django 1.9 its engine imports the tags of all applications; before, a page does whose `{% load %}` names them.
  const eager = engines.length > 0 && atLeast(settings.django, '1.9');
  const tags = !eager ? [] : apps.own.flatMap(({ directory }) => tagModules(project, directory));
  const root = urls.path === undefined ? [] : [urls.path];
  return [...root, ...served.map(({ path }) => path), ...processors, ...tags].filter((path) => isModule(project, path));
}

/** The modules of a package of tags, all of which Django's engine imports. */
function tagModules(project: Project, directory: string): readonly string[] {
  const home = inside(directory, 'templatetags');
  if (!project.file(`${home}/__init__.py`)) return [];
  return pathsBelow(project, home).filter((path) => /^[A-Za-z_]\w*\.py$/.test(path.slice(home.length + 1)));
}

const isModule = (project: Project, path: string): boolean => path.endsWith('.py') && project.file(path) !== undefined;

/** Files that Django, Celery and others look for by their names, as nobody does for signals; and those that a text of the settings names. */
const lookedFor =
  /(^|\/)(templatetags|management\/commands)\/[^/]+\.py$|(^|\/)(tasks|handlers|consumers|routing|celery|celeryapp|jobs|actors|search_indexes|documents|translation|panels|checks|wagtail_hooks|cron|plugins|modeltranslation)(\.py|\/__init__\.py)$/;

function possibleBeginnings({ project, settings, entryPoints }: LoadingInputs, roots: readonly string[]): string[] {
  const named = new Set<string>();
  for (const name of settings.names) gather(settings.get(name).value, named, 0);
  return [
    ...entryPoints.all
      .flatMap(({ at, path }) => [at?.path, path])
      .flatMap((path) => (path?.endsWith('.py') ? path : [])),
    ...[...named].flatMap((text) => filesOf(project, roots, text)),
    ...project.paths.filter((path) => lookedFor.test(path) || isNamedBeside(project, path)),
  ];
}

/** The texts inside a value that may be dotted names. */
function gather(value: Value, into: Set<string>, depth: number): void {
  const text = stringOf(value);
  if (text !== undefined) {
    if (text.length < 200 && /^\w+(\.\w+)*$/.test(text)) into.add(text);
    return;
  }
  if (depth > 8) return;
  for (const item of itemsOf(value)) gather(item, into, depth + 1);
  if (value.kind === 'dict')
    for (const [key, inner] of value.entries) {
      gather(key, into, depth + 1);
      gather(inner, into, depth + 1);
    }
  if (value.kind === 'choice') for (const one of value.options) gather(one, into, depth + 1);
}

/** Signals that the application's own files name, by whatever path Python would find them: `import shop.signals` in `apps.py`. */
function isNamedBeside(project: Project, path: string): boolean {
  const [, directory, name] = /^(.*?)(signals|receivers)(?:\.py|\/__init__\.py)$/.exec(path) ?? [];
  if (directory === undefined || name === undefined) return false;
  return ['apps.py', '__init__.py'].some((file) => project.file(`${directory}${file}`)?.text.includes(name));
}
