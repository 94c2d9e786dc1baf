/** Which entry point is production: what the web process loads, or the best that the tree says where nothing names one. */
import type { EntryPoint } from '@django-golive/core';
import { isFragment } from './fragments.js';
import { importClosure } from './import-closure.js';
import { moduleOf, rootsFor } from './import-roots.js';
import { findAnywhere, findModule } from './module-path.js';
import type { Search } from './search.js';
import { directoryOf, inside } from './searched-files.js';
import {
  isEmptyPackage,
  isForDevelopment,
  namesDevelopment,
  namesFoundation,
  namesProduction,
  siblings,
} from './settings-modules.js';
import { namedBy } from './starting-files.js';

/**
 * The production entry point; it may be one that no file holds (`--settings`, a module chosen by its name). Where the
 * processes are `certain` to be production's, what they are told to load is what it loads, whatever its name says.
 */
export function chooseProduction(
  search: Search,
  processes: readonly EntryPoint[],
  files: readonly EntryPoint[],
  certain: boolean,
): EntryPoint | undefined {
  const settings = search.operator.settings ?? search.operator.variables.DJANGO_SETTINGS_MODULE;
  if (settings !== undefined) return fromOperator(search, settings, [...processes, ...files]);
  const web = processes.filter(({ role, module }) => role === 'web' && module !== undefined);
  const serving = files.filter(({ role, module }) => role === 'web' && module !== undefined);
  const managing = files.filter(({ role, module }) => role === 'manage' && module !== undefined);
  const ranked = [...web, ...nearest(search, serving)];
  const [surest] = web;
  if (surest?.path === undefined && ranked.some(({ path }) => path !== undefined)) {
    if (surest) return undecided(surest, `\`${surest.module}\` is not in the repository`, ranked);
  }
  const told = certain ? web.find(({ fixed, path }) => fixed === true && path !== undefined) : undefined;
  const meant =
    told ??
    ranked.find((entry) => suits(search, entry)) ??
    managing.find((entry) => suits(search, entry) && namesProduction(entry.module ?? ''));
  const named = meant ?? byName(search, [...ranked, ...managing]);
  const fallback = usable(ranked) ?? usable(managing);
  if (!named && fallback) {
    const rivals = rivalsOf(search, fallback);
    if (rivals.length > 0) return undecided(fallback, `\`${fallback.module}\` looks like development`, rivals);
    const within = settingsWithin(search, fallback);
    if (within.length > 0) return undecided(fallback, `\`${fallback.module}\` is an empty package`, within);
  }
  const chosen = named ?? fallback ?? lone(search, ranked[0] ?? managing[0]);
  if (!chosen) return ranked[0] ?? managing[0];
  return withCandidates(chosen, [...ranked, ...managing]);
}

const usable = (entries: readonly EntryPoint[]): EntryPoint | undefined =>
  entries.find(({ path }) => path !== undefined);

/** Modules beside a development one that may be production's: neither for development nor what others are built on. */
function rivalsOf(search: Search, { module, path }: EntryPoint): readonly EntryPoint[] {
  if (module === undefined || path === undefined || !isForDevelopment(search.project, module, path)) return [];
  const builtOn = importClosure(search.project, rootsFor(search, path), [path]);
  return siblings(search.settingsPaths, path).flatMap((beside): EntryPoint[] => {
    const place = moduleOf(search, beside);
    const foundation =
      builtOn.includes(beside) || beside.endsWith('__init__.py') || namesFoundation(place?.module ?? '');
    if (!place || foundation || namesDevelopment(place.module) || isEmptyPackage(search.project, beside)) return [];
    return isFragment(search, beside) ? [] : [...entryOf(search, beside)];
  });
}

/** The settings of a package that has none itself: the site cannot run on nothing, so that what starts it names one of them. */
function settingsWithin(search: Search, { path, fixed }: EntryPoint): readonly EntryPoint[] {
  if (path === undefined || fixed || !isEmptyPackage(search.project, path)) return [];
  return siblings(search.settingsPaths, path).flatMap((beside) => entryOf(search, beside));
}

/** A settings file as production's, should it be. */
function entryOf(search: Search, path: string): readonly EntryPoint[] {
  const place = moduleOf(search, path);
  if (!place) return [];
  const { module, root } = place;
  return [{ name: 'web', role: 'web', module, path, at: undefined, reason: '', candidates: [], roots: [root] }];
}

/** Production loads something that the files do not show: to judge another module instead would be to guess. */
function undecided(entry: EntryPoint, why: string, rivals: readonly EntryPoint[]): EntryPoint {
  const candidates = [
    ...new Set(rivals.flatMap(({ module }) => (module === undefined || module === entry.module ? [] : [module]))),
  ];
  const which = candidates.length > 0 ? `; it may be ${candidates.map((module) => `\`${module}\``).join(' or ')}` : '';
  return {
    ...entry,
    module: undefined,
    path: undefined,
    reason: `${entry.reason}, but ${why}${which}: name production's module with \`--settings\``,
    candidates,
  };
}

/** A module that is there, has code, and does not say that it is for development. */
function suits(search: Search, entry: EntryPoint): boolean {
  const { module, path } = entry;
  if (module === undefined || path === undefined || isForDevelopment(search.project, module, path)) return false;
  return !isEmptyPackage(search.project, path) && !isFoundationByDefault(search, entry);
}

/** Whether a file only falls back to what production's settings beside it are built on: who runs them names those. */
function isFoundationByDefault(search: Search, { module, path, at }: EntryPoint): boolean {
  if (module === undefined || path === undefined || at === undefined || !namesFoundation(module)) return false;
  if (namedBy(search, at.path, new Map()).how !== 'default') return false;
  // A manage.py that sets the module whatever is given leaves nobody a name to run all of the project with.
  if (search.managed.some((directory) => namedBy(search, inside(directory, 'manage.py'), new Map()).how === 'set'))
    return false;
  return siblings(search.settingsPaths, path).some(
    (beside) =>
      namesProduction(stem(beside)) && importClosure(search.project, rootsFor(search, beside), [beside]).includes(path),
  );
}

/** Those of the project that has a `manage.py` nearest to the root come first, and `wsgi.py` before `asgi.py`. */
function nearest(search: Search, entries: readonly EntryPoint[]): readonly EntryPoint[] {
  const rank = (entry: EntryPoint): number => {
    const managed = search.managed.findIndex((directory) => entry.roots.includes(directory));
    return managed < 0 ? search.managed.length : managed;
  };
  return [...entries].sort((a, b) => rank(a) - rank(b));
}

/** `--settings`: a dotted name, or the path of a file. */
function fromOperator(search: Search, settings: string, entries: readonly EntryPoint[]): EntryPoint {
  const byPath = settings.endsWith('.py') && search.project.file(settings) ? moduleOf(search, settings) : undefined;
  const module = byPath?.module ?? settings;
  const known = entries.find((entry) => entry.module === module && entry.path !== undefined);
  const roots = [...(byPath ? [byPath.root] : []), ...(known ? known.roots : []), ...search.managed, ''];
  const found = findModule(search.project, roots, module) ?? findAnywhere(search.python, module);
  return {
    name: '--settings',
    role: 'web',
    module,
    path: found?.path,
    at: known?.at,
    reason: found ? '`--settings` names it' : '`--settings` names it, but there is no such file',
    candidates: others(entries, module),
    roots: found ? [...new Set([found.root, ...(known?.path === found.path ? known.roots : [])])] : roots.slice(0, 1),
  };
}

/** A production-named module beside what the starting files name, where those name a development one or an empty package. */
function byName(search: Search, entries: readonly EntryPoint[]): EntryPoint | undefined {
  for (const entry of entries) {
    if (entry.path === undefined || entry.module === undefined) continue;
    const beside = siblings(search.settingsPaths, entry.path);
    const within = entry.path.endsWith('__init__.py') ? beside : [];
    const named = [...within, ...beside].filter((other) => namesProduction(stem(other)) && !isFragment(search, other));
    // One that is named for a platform may be one of several places.
    const path = named.find((other) => /^prod/i.test(stem(other))) ?? named[0];
    const place = path === undefined ? undefined : moduleOf(search, path);
    if (path === undefined || !place) continue;
    const why = isEmptyPackage(search.project, entry.path)
      ? 'is an empty package'
      : namesFoundation(entry.module)
        ? 'is what others are built on'
        : 'looks like development';
    return {
      name: 'web',
      role: 'web',
      module: place.module,
      path,
      at: entry.at,
      reason: `\`${entry.name}\` names \`${entry.module}\`, which ${why}; \`${path}\` beside it is named for production`,
      candidates: [entry.module],
      supposed: true,
      insteadOf: entry.module,
      roots: entry.roots.includes(place.root) ? entry.roots : [place.root],
    };
  }
  return undefined;
}

/**
 * Nothing names a module that is there: the settings file that lies nearest to the root, one named for production before
 * others. `missing` names one that is not.
 */
function lone(search: Search, missing: EntryPoint | undefined): EntryPoint | undefined {
  const named = search.settingsPaths.filter((path) => !search.secondary(path));
  const whole = named.filter((one) => !isFragment(search, one));
  // Parts alone may be any program's configuration: without a trace of Django none of them is taken.
  const fitting = whole.length > 0 || !usesDjango(search) ? whole : named;
  const best = fitting.filter((one) => missing === undefined || !isOfAnother(search, one, missing));
  // What is named for development does not stand in for one that was passed over.
  if (missing && best.length < fitting.length && best.every((one) => namesDevelopment(stem(one)))) {
    const named = { ...missing, reason: missing.reason.replace(/, but there is no such file$/, '') };
    const rivals = fitting.flatMap((one) => entryOf(search, one));
    return undecided(named, `\`${missing.module}\` is not in the repository`, rivals);
  }
  const path =
    best.find((one) => namesProduction(stem(one))) ?? best.find((one) => !namesDevelopment(stem(one))) ?? best[0];
  const place = path === undefined ? undefined : moduleOf(search, path);
  if (path === undefined || !place) return undefined;
  const why =
    missing === undefined
      ? 'no entry point names a settings module'
      : `${missing.name} loads \`${missing.module}\`, which is not in the repository`;
  return {
    name: 'web',
    role: 'web',
    module: place.module,
    path,
    at: search.project.file(path)?.at({ start: 0, end: 0 }),
    reason: `${why}; \`${path}\` ${missing === undefined ? 'looks like one' : 'is judged in its place'}`,
    candidates: named.filter((one) => one !== path).slice(0, 10),
    supposed: true,
    roots: [place.root],
  };
}

/** Whether settings are those of a project that is not here, as a copied file is: their URLs are neither in the repository nor of the package that is named. */
function isOfAnother({ project, python }: Search, path: string, { module = '' }: EntryPoint): boolean {
  const urls = /^ROOT_URLCONF\s*=\s*['"]([\w.]+)['"]/m.exec(project.file(path)?.text ?? '')?.[1];
  return urls !== undefined && urls.split('.')[0] !== module.split('.')[0] && findAnywhere(python, urls) === undefined;
}

function usesDjango({ project, python }: Search): boolean {
  return python.some((path) => /^[ \t]*(?:from|import)[ \t]+django\b/m.test(project.file(path)?.text ?? ''));
}

function withCandidates(entry: EntryPoint, entries: readonly EntryPoint[]): EntryPoint {
  const several = new Set(entries.filter(({ role }) => role === 'web').map(({ roots }) => roots[0])).size > 1;
  const candidates = [...new Set([...entry.candidates, ...others(entries, entry.module)])];
  const reason =
    several && entry.path !== undefined ? `${entry.reason}; of several projects here, ${whichOf(entry)}` : entry.reason;
  return candidates.length === entry.candidates.length && reason === entry.reason
    ? entry
    : { ...entry, candidates, reason };
}

function whichOf(entry: EntryPoint): string {
  const root = entry.roots[0] ?? '';
  return root === '' ? 'the one at the root was chosen' : `the one in \`${inside(root, '')}\` was chosen`;
}

function others(entries: readonly EntryPoint[], module: string | undefined): readonly string[] {
  return [
    ...new Set(entries.map((entry) => entry.module).filter((other) => other !== undefined && other !== module)),
  ] as string[];
}

/** The last part of a module's name by its file: a package's `__init__.py` is named by its directory. */
function stem(path: string): string {
  const file = path.endsWith('/__init__.py') ? directoryOf(path) : path.replace(/\.py$/, '');
  return file.slice(file.lastIndexOf('/') + 1);
}
