/** The modules that settings name by their dotted path, each with the place in the tree where it would be. */
import type { EntryPoints } from '../../facts/entry-points.js';
import type { Setting, Settings } from '../../facts/settings.js';
import { entriesOf, isAssigned, itemsOf, lookup, stringOf } from '../../facts/value-reading.js';
import type { Project } from '../../source.js';
import { atLeastSeries } from '../settings/django-series.js';

/** One name of a setting. */
export interface NamedModule {
  readonly setting: Setting;
  /** As the setting has it: `shop.apps.ShopConfig`. */
  readonly entry: string;
  /** The module that Python has to import for it. */
  readonly module: string;
}

/** Every module that Django imports because a setting names it. */
export function namedModules(settings: Settings): readonly NamedModule[] {
  const found: NamedModule[] = [];
  const add = (setting: Setting, entry: string | undefined, module: string | undefined): void => {
    if (entry !== undefined && module !== undefined && /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/.test(module))
      found.push({ setting, entry, module });
  };
  const apps = settings.get('INSTALLED_APPS');
  for (const item of itemsOf(apps.value)) {
    const entry = stringOf(item);
    // The last part of a configuration is a class, by Python's custom and Django's own rule of thumb.
    add(apps, entry, entry !== undefined && /\.[A-Z]\w*$/.test(entry) ? parentOf(entry) : entry);
  }
  for (const name of ['MIDDLEWARE', 'AUTHENTICATION_BACKENDS']) {
    const setting = settings.get(name);
    for (const item of itemsOf(setting.value)) {
      const entry = stringOf(item);
      add(setting, entry, entry === undefined ? undefined : parentOf(entry));
    }
  }
  for (const { setting, entry } of backendsOf(settings)) add(setting, entry, parentOf(entry));
  const engine = settings.get('SESSION_ENGINE');
  add(engine, stringOf(engine.value), stringOf(engine.value));
  const urls = settings.get('ROOT_URLCONF');
  add(urls, stringOf(urls.value), stringOf(urls.value));
  const wsgi = settings.get('WSGI_APPLICATION');
  const application = stringOf(wsgi.value);
  add(wsgi, application, application === undefined ? undefined : parentOf(application));
  return found;
}

/** The classes that settings name one each: of storages in the words of the version, of mail and of caches. */
function backendsOf(settings: Settings): readonly { readonly setting: Setting; readonly entry: string }[] {
  const single = ['EMAIL_BACKEND', ...(atLeastSeries(settings.django, '5.1') ? [] : oldStorages)];
  const listed = ['CACHES', ...(atLeastSeries(settings.django, '4.2') ? ['STORAGES'] : [])];
  const found = [
    ...single.map((name) => ({ setting: settings.get(name), entry: stringOf(settings.get(name).value) })),
    ...listed.flatMap((name) =>
      // What does more harm comes first: of each module one name is told.
      [...entriesOf(settings.get(name).value)]
        .sort(([one], [other]) => staticFirst(one, other))
        .map(([, one]) => ({
          setting: settings.get(name),
          entry: stringOf(lookup(one, 'BACKEND')),
        })),
    ),
  ];
  return found.flatMap(({ setting, entry }) =>
    entry !== undefined && isAssigned(setting) ? [{ setting, entry }] : [],
  );
}

const staticFirst = (one: string, other: string): number =>
  Number(other === 'staticfiles') - Number(one === 'staticfiles');

const oldStorages = ['STATICFILES_STORAGE', 'DEFAULT_FILE_STORAGE'];

/** Where a module lies in the tree. */
export type Whereabouts =
  | { readonly kind: 'there' }
  /** Certainly not there: its package is the repository's own. */
  | { readonly kind: 'missing'; readonly expected: string }
  /** There under another spelling, which only some file systems take for the same. */
  | { readonly kind: 'respelt'; readonly expected: string; readonly path: string }
  /** Somebody else's package, or one that cannot be placed. */
  | { readonly kind: 'elsewhere' };

/** Where a dotted module lies, seen from the directories that imports begin in. */
export function whereIs(project: Project, entryPoints: EntryPoints, module: string): Whereabouts {
  const roots = entryPoints.production?.roots ?? [''];
  const parts = module.split('.');
  const below = (root: string, count: number): string =>
    [...(root === '' ? [] : [root]), ...parts.slice(0, count)].join('/');
  for (const root of roots) {
    const base = below(root, parts.length);
    if (project.file(`${base}.py`) || project.isDirectory(base)) return { kind: 'there' };
  }
  for (const root of roots) {
    const expected = `${below(root, parts.length)}.py`;
    const path = respelling(project, expected);
    if (path !== undefined) return { kind: 'respelt', expected, path };
  }
  // The package of the settings themselves is the repository's own, without `__init__.py` as well.
  const ownPackage = entryPoints.production?.module?.split('.')[0] === parts[0];
  const root = roots.find(
    (candidate) =>
      project.file(`${below(candidate, 1)}/__init__.py`) || (ownPackage && project.isDirectory(below(candidate, 1))),
  );
  if (root === undefined || parts.length < 2) return { kind: 'elsewhere' };
  // Elsewhere in the tree the same package may lie under a directory that the settings put on the path.
  const tail = `/${parts.join('/')}`;
  if (project.paths.some((path) => path.endsWith(`${tail}.py`) || path.includes(`${tail}/`)))
    return { kind: 'elsewhere' };
  // What git ignores may be written on the server, and what is a link or too large was not read.
  if (project.skipped.some(({ path }) => path.startsWith(below(root, 1)))) return { kind: 'elsewhere' };
  return { kind: 'missing', expected: `${below(root, parts.length)}.py` };
}

function respelling(project: Project, expected: string): string | undefined {
  const stem = expected.slice(0, -3).toLowerCase();
  return project.paths.find((path) => {
    const lower = path.toLowerCase();
    return lower === `${stem}.py` || lower === `${stem}/__init__.py`;
  });
}

function parentOf(entry: string): string | undefined {
  const dot = entry.lastIndexOf('.');
  return dot < 0 ? undefined : entry.slice(0, dot);
}
