/** The settings of a project in which no settings module could be evaluated: everything is not known, and says why. */
import type { EntryPoint, Location, Project, Setting, Settings, Startup } from '@django-golive/core';
import { nowhere } from './build-settings.js';

/** Settings of which nothing is known. */
export function absentSettings(project: Project, series: string, entry: EntryPoint | undefined): Settings {
  const at = entry?.at ?? firstPlace(project);
  const module = entry?.module ?? '';
  const why =
    module === ''
      ? (entry?.reason ?? 'no settings module was found')
      : `\`${module}\` is not in the repository: ${entry?.reason ?? 'nothing says where it comes from'}`;
  const get = (name: string): Setting => ({
    name,
    value: { kind: 'unknown', why },
    origin: 'absent',
    at,
    trail: [],
    reads: [],
    subject: `${module}:${name}`,
    current: `not known: ${why}`,
  });
  return {
    module,
    path: undefined,
    django: series,
    get,
    names: [],
    startup: startupOf(project, entry, why, at),
    environment: [],
    assumptions: [],
    overrides: [],
    files: [],
    roots: entry?.roots ?? [''],
    checks: [],
    silencedChecks: [],
    undecidedChecks: [],
    steps: 0,
  };
}

/** A module that is missing from a package of the repository is certainly missing; any other may be installed. */
function startupOf(project: Project, entry: EntryPoint | undefined, why: string, at: Location): Startup {
  const module = entry?.module;
  const [top = ''] = module?.split('.') ?? [];
  const inRepository = (root: string): boolean => {
    const base = root === '' ? top : `${root}/${top}`;
    return project.isDirectory(base) || project.file(`${base}.py`) !== undefined;
  };
  if (module === undefined || top === '' || !(entry?.roots ?? []).some(inRepository)) return { ok: null, why, at };
  const message = `No module named '${missingPart(project, entry?.roots ?? [], module)}'`;
  return { ok: false, error: { type: 'ModuleNotFoundError', message, at, trail: [] } };
}

/** The shortest prefix of a module's name that is not there, which is what Python names. */
function missingPart(project: Project, roots: readonly string[], module: string): string {
  const parts = module.split('.');
  const prefixes = parts.map((_, index) => parts.slice(0, index + 1));
  const missing = prefixes.find((prefix) =>
    roots.every((root) => {
      const base = [...(root === '' ? [] : [root]), ...prefix].join('/');
      return !project.isDirectory(base) && project.file(`${base}.py`) === undefined;
    }),
  );
  return (missing ?? parts).join('.');
}

function firstPlace(project: Project): Location {
  const [path] = project.paths;
  return (path === undefined ? undefined : project.file(path)?.at({ start: 0, end: 0 })) ?? nowhere('');
}
