/** Which of the project's Python files production loads, followed from where its processes begin. */
import type { Apps, EntryPoints, Project, Settings, Truth, Urls, Value } from '@django-golive/core';
import { itemsOf, stringOf, stringsOf } from '@django-golive/core';
import { findModule, moduleName } from '../discover/module-path.js';
import { inside } from '../discover/searched-files.js';
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

/** The answer for each file that is met; for any other, `otherwise`. */
export interface LoadedFiles {
  readonly certain: ReadonlySet<string>;
  readonly possible: ReadonlySet<string>;
  readonly otherwise: Truth;
}

/** Follow the imports from the beginnings of production, first those that are certain. */
export function loadedFiles(inputs: LoadingInputs): LoadedFiles {
  const { project, entryPoints, settings, imports } = inputs;
  const { roots } = settings;
  const follow = createFollower(project, roots, imports);
  const certain = follow(beginnings(inputs, roots), new Set(), ({ always }) => always);
  const possible = follow([...certain, ...possibleBeginnings(inputs, roots)], certain, () => true);
  const open = [...certain, ...possible].some((path) => loadsByWorkedOutName(project.file(path)?.text ?? ''));
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

  return (
    from: readonly string[],
    before: ReadonlySet<string>,
    follows: (one: WrittenImport) => boolean,
  ): ReadonlySet<string> => {
    const met = new Set<string>();
    const queue = [...from];
    for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
      if (met.has(path)) continue;
      met.add(path);
      for (const one of importsOf(path)) if (follows(one)) queue.push(...one.files);
    }
    return new Set([...met].filter((path) => !before.has(path)));
  };
}

/** The parts of the package that a file stands in. */
export function packageAround(roots: readonly string[], path: string): readonly string[] {
  const name = roots.map((root) => moduleName(root, path)).find((one) => one !== undefined);
  const parts = name?.split('.') ?? [];
  return path.endsWith('__init__.py') ? parts : parts.slice(0, -1);
}

/** What every process of production loads before it answers, and what its first request does. */
function beginnings({ project, settings, entryPoints, apps, urls }: LoadingInputs, roots: readonly string[]): string[] {
  const isThere = (path: string): boolean => project.file(path) !== undefined;
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
  const served = urls.routes
    .filter((route) => route.served === 'yes')
    .flatMap(({ at, trail }) => [at, ...trail.map((step) => step.at)]);
  return [
    ...files.flatMap((path) => path ?? []),
    ...settings.files,
    ...applications,
    ...middleware,
    ...(urls.path === undefined ? [] : [urls.path]),
    ...served.map(({ path }) => path),
  ].filter((path) => path.endsWith('.py') && isThere(path));
}

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
