/** What `collectstatic` would collect from the repository itself: names as the storage sees them, each with its file. */
import type { Apps } from '../../facts/apps.js';
import type { Settings } from '../../facts/settings.js';
import { isAssigned, itemsOf, stringOf, stringsOf } from '../../facts/value-reading.js';
import { type Project, pathsBelow } from '../../source.js';
import { isIgnored } from '../secrets/gitignore.js';
import { repositoryPath } from '../structure/repository-path.js';
import { sourceDirectory } from './static-settings.js';

/** The project's own static files. */
export interface Collected {
  /** Paths in the repository by name: `css/site.css` → `shop/static/css/site.css`. */
  readonly files: ReadonlyMap<string, string>;
  /** The same by names in small letters. */
  readonly folded: ReadonlyMap<string, string>;
  /** Every directory of such a name: `css`. */
  readonly directories: ReadonlySet<string>;
}

const finders = [
  'django.contrib.staticfiles.finders.FileSystemFinder',
  'django.contrib.staticfiles.finders.AppDirectoriesFinder',
];
/** More files than this are no site's own. */
const most = 20_000;

/**
 * The files that Django's own finders find in the repository; `undefined` where a directory of STATICFILES_DIRS is not in it
 * or not known, since what lies there could be anything.
 */
export function collectedFiles(project: Project, settings: Settings, apps: Apps): Collected | undefined {
  const named = settings.get('STATICFILES_FINDERS');
  if (isAssigned(named) && stringsOf(named.value).length !== itemsOf(named.value).length) return undefined;
  if (isAssigned(named) && stringsOf(named.value).some((finder) => !finders.includes(finder))) return undefined;
  const sources = [
    ...directoriesOf(settings),
    ...apps.own.map(({ directory }) => ({ prefix: '', directory: `${directory}/static` })),
  ];
  const files = new Map<string, string>();
  const folded = new Map<string, string>();
  const directories = new Set<string>();
  for (const { prefix, directory } of sources) {
    if (directory === undefined || (prefix !== undefined && !isSource(project, directory, settings))) return undefined;
    for (const path of pathsBelow(project, directory)) {
      const name = `${prefix === undefined || prefix === '' ? '' : `${prefix}/`}${directory === '' ? path : path.slice(directory.length + 1)}`;
      if (files.size >= most) return undefined;
      // Of several files of a name the first is collected.
      if (!files.has(name)) files.set(name, path);
      if (!folded.has(name.toLowerCase())) folded.set(name.toLowerCase(), path);
      for (let slash = name.lastIndexOf('/'); slash > 0; slash = name.lastIndexOf('/', slash - 1))
        directories.add(name.slice(0, slash));
    }
  }
  return { files, folded, directories };
}

/** The entries of STATICFILES_DIRS: a path, or a prefix with one. */
function directoriesOf(settings: Settings) {
  return itemsOf(settings.get('STATICFILES_DIRS').value).map((item) => {
    const pair = item.kind === 'tuple' || item.kind === 'list' ? item.items : undefined;
    const path = sourceDirectory(item);
    return {
      prefix: pair ? stringOf(pair[0]) : '',
      directory: path === undefined ? undefined : repositoryPath(path),
    };
  });
}

/** A directory that is not there may be made by a build; an application without one has no static files. */
function isSource(project: Project, directory: string, settings: Settings): boolean {
  if (project.isDirectory(directory)) return true;
  return !directoriesOf(settings).some((source) => source.directory === directory);
}

/** The file that a name was meant for, where only a file system without case finds it under that name. */
export function respelt({ files, folded }: Collected, name: string): string | undefined {
  return files.has(name) ? undefined : folded.get(name.toLowerCase());
}

/** Whether the collected files hold a name: a file that git has, a directory, or what git leaves out and a build may make. */
export function isThere(
  project: Project,
  collected: Collected,
  target: string,
  path: string | undefined,
  name: string | undefined,
): boolean {
  if (collected.files.has(target) || collected.directories.has(target)) return true;
  // In the directories that the naming file comes from, as git sees them.
  const root = path !== undefined && name !== undefined ? path.slice(0, path.length - name.length) : undefined;
  const places =
    root === undefined
      ? [...new Set([...collected.files].map(([key, file]) => file.slice(0, file.length - key.length)))]
      : [root];
  const candidates = places.map((place) => `${place}${target}`);
  return (
    candidates.some((candidate) => isIgnored(project, candidate)) ||
    project.skipped.some((skipped) => candidates.includes(skipped.path))
  );
}
