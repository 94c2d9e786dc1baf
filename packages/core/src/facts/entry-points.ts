/** Which settings module each way into the project loads, and why: presence of a module is not use of it. */
import { declareFact } from '../fact.js';
import type { Location } from '../source.js';
import type { ProcessRole } from './deployment.js';

/** One way into the project. */
export interface EntryPoint {
  /** `web`, `manage.py`, `worker` …: as its file names it. */
  readonly name: string;
  readonly role: ProcessRole;
  /** The settings module it loads; `undefined` where that is not known. */
  readonly module: string | undefined;
  /** The file of that module in the repository; `undefined` where it is not there. */
  readonly path: string | undefined;
  /** Where the module is named. */
  readonly at: Location | undefined;
  /** Why this module: "`config/wsgi.py` sets it as the default". */
  readonly reason: string;
  /** Other modules that were possible. */
  readonly candidates: readonly string[];
  /** No variable of the environment changes it: the command names it, or the file sets it whatever is there. */
  readonly fixed?: boolean;
  /** Nothing names the module: its own name, or that there is no other, says that it is production's. */
  readonly supposed?: boolean;
  /** The module that the files name, where another beside it is supposed to be production's. */
  readonly insteadOf?: string;
  /** The sentence by which the module says of itself that it is for development. */
  readonly said?: string;
  /** The directories imports start from, relative to the project's root, in order. */
  readonly roots: readonly string[];
}

/** All of them; `production` is what the web process loads. */
export interface EntryPoints {
  readonly all: readonly EntryPoint[];
  readonly production: EntryPoint | undefined;
  /** Settings modules in the tree that no entry point loads. */
  readonly orphans: readonly { readonly module: string; readonly path: string }[];
}

/**
 * The module that is judged for its name alone: another one is named by files, or what starts the project names none that can be
 * read, as where code chooses it or each server has its own.
 */
export function guessedModule({ all, production }: EntryPoints): EntryPoint | undefined {
  const isGuess =
    production?.insteadOf !== undefined ||
    (production?.supposed === true && all.some(({ module, path }) => module === undefined || path === undefined));
  return isGuess && production?.module !== undefined ? production : undefined;
}

/** The template of a module that a starting file names and that each server has for itself: `production.example.py`, say. */
export function templateOfMissing({ all }: EntryPoints, paths: readonly string[]): string | undefined {
  const missing = all.flatMap(({ module, path }) => (module === undefined || path !== undefined ? [] : [module]));
  return paths.find((path) => {
    const name = /^(.*?)(?:\.py)?[._-](?:example|sample|template|tmpl|dist|default)(?:\.py)?$/i.exec(path)?.[1];
    return name !== undefined && missing.some((module) => `/${name}`.endsWith(`/${module.replaceAll('.', '/')}`));
  });
}

/** The project's entry points. */
export const entryPoints = declareFact<EntryPoints>('entry-points');
