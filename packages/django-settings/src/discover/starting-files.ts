/** `wsgi.py`, `asgi.py`, `manage.py` and other files that name a settings module, as entry points. */
import type { EntryPoint, Location } from '@django-golive/core';
import { settingsLine } from './environment-writes.js';
import { rootsFor } from './import-roots.js';
import { findModule } from './module-path.js';
import { type NamedModule, settingsLike } from './open-names.js';
import { hole } from './possible-texts.js';
import type { Search } from './search.js';
import { addedDirectories } from './search-path.js';
import { namesProduction } from './settings-modules.js';

/** What a file names, and where that module is. */
export interface Named {
  readonly module: string | undefined;
  readonly path: string | undefined;
  readonly roots: readonly string[];
  readonly at: Location | undefined;
  readonly how: 'default' | 'set' | undefined;
  /** All modules it can be, where that depends on something. */
  readonly candidates: readonly string[];
  readonly complete: boolean;
  /** The name with a hole in it of which the module is one, chosen for what it is named. */
  readonly open?: string;
}

/** Read the settings module that a file names. */
export function namedBy(search: Search, path: string, variables: ReadonlyMap<string, string>): Named {
  const file = search.project.file(path);
  const directories = rootsFor(search, path);
  const fileOf = (module: string) => {
    const found = findModule(search.project, directories, module);
    return found && search.project.file(found.path);
  };
  const line = file && settingsLine(file, variables, fileOf);
  if (!file || !line) {
    return {
      module: undefined,
      path: undefined,
      roots: directories.slice(0, 1),
      at: undefined,
      how: undefined,
      candidates: [],
      complete: false,
    };
  }
  const open = line.texts.filter((text) => text.includes(hole));
  const named = line.texts.filter((text) => !text.includes(hole));
  const places: readonly NamedModule[] = [
    ...named.map((module) => ({ module, found: findModule(search.project, directories, module) })),
    ...open.flatMap((text) => settingsLike(search, text)),
  ];
  const chosen =
    places.find(({ found, module }) => found && named.includes(module)) ??
    places.find(({ module }) => namesProduction(module)) ??
    places.find(({ module }) => named.includes(module));
  const root = chosen?.found?.root ?? directories[0] ?? '';
  const added = addedDirectories(file, root);
  return {
    module: chosen?.module,
    path: chosen?.found?.path,
    roots: [...new Set([...added.before.toReversed(), root, ...added.after])],
    at: file.at(line.span),
    how: line.how,
    candidates: places.map(({ module }) => module).filter((module) => module !== chosen?.module),
    complete: line.complete && line.texts.length === 1,
    ...(open[0] === undefined || named.includes(chosen?.module ?? '') ? {} : { open: open[0] }),
  };
}

/** A starting file as an entry point. */
export function startingFileEntry(search: Search, path: string, variables: ReadonlyMap<string, string>): EntryPoint {
  const named = namedBy(search, path, variables);
  const name = path.slice(path.lastIndexOf('/') + 1);
  return {
    name: path,
    role: name === 'manage.py' ? 'manage' : 'web',
    module: named.module,
    path: named.path,
    at: named.at,
    reason: reasonOf(path, named),
    candidates: named.candidates,
    roots: named.roots,
  };
}

/** Why a file leads to its module, in words. */
export function reasonOf(path: string, named: Named): string {
  if (named.module === undefined) return `\`${path}\` names no settings module that can be read`;
  if (named.open !== undefined) {
    const shape = named.open.replaceAll(hole, '…');
    return `\`${path}\` names \`${shape}\`, and of the modules there \`${named.module}\` is named for production`;
  }
  if (!named.complete) return `\`${path}\` works out the module; \`${named.module}\` is what it comes to by default`;
  const verb = named.how === 'set' ? 'sets it' : 'sets it as the default';
  return named.path === undefined ? `\`${path}\` ${verb}, but there is no such file` : `\`${path}\` ${verb}`;
}
