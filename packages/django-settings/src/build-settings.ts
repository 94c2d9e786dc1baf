/** Puts a module's evaluation and Django's layer together: the settings as rules and reports see them. */
import {
  describeValue,
  isSensitiveName,
  type Location,
  maskSource,
  type Project,
  projectRoot,
  type Setting,
  type Settings,
  type Startup,
  withoutRoot,
} from '@django-golive/core';
import { namesDevelopment, namesFoundation, namesProduction } from './discover/settings-modules.js';
import { djangoChecks } from './django/checks.js';
import { djangoDefault } from './django/defaults.js';
import { type Assigned, type LoadedSettings, loadSettings, replacedByMailers } from './django/loaded.js';
import { serverErrors } from './django/setup-errors.js';
import { startupError } from './django/startup-errors.js';
import { environmentContract } from './environment-contract.js';
import { takesReason } from './failure-view.js';
import type { Given } from './given-variables.js';
import type { ModuleRun } from './module-run.js';
import type { SyntaxReader } from './syntax-reader.js';

/** What settings are built from. */
export interface SettingsSource {
  readonly project: Project;
  readonly module: string;
  readonly path: string;
  /** Django's series, `5.2`. */
  readonly series: string;
  readonly run: ModuleRun;
  /** Where imports start, relative to the project's root. */
  readonly roots: readonly string[];
  readonly syntax: SyntaxReader;
  readonly given: ReadonlyMap<string, Given>;
  /** The steps of all evaluations that led to it. */
  readonly steps: number;
  /** The variables that the settings do not load without, where that was tried; else each read says it of itself. */
  readonly required?: ReadonlySet<string>;
}

/** The settings of one module in one scenario. */
export function buildSettings(source: SettingsSource): Settings {
  const { project, module, path, series, run } = source;
  const loaded = loadSettings(
    assignedNames(run),
    series,
    {
      variable: run.variable,
      isDirectory: (directory) => isDirectory(project, directory),
      takesReason: (view) => takesReason(project, source.roots, source.syntax, view),
    },
    run.open,
  );
  const home = homeOf(source);
  const standIn = endOf(project, home);
  const lines = sourceLines(project);
  const known = new Map<string, Setting>();
  const get = (name: string): Setting => {
    let setting = known.get(name);
    if (!setting) {
      setting = settingOf(source, loaded, name, standIn, lines);
      known.set(name, setting);
    }
    return setting;
  };
  const startup = run.startup.ok === true ? loaderStartup(loaded, get) : shownStartup(past(run));
  const none = { ids: [], silenced: [], undecided: [] };
  const { ids, silenced, undecided } = startup.ok === false ? none : djangoChecks(loaded);
  return {
    module,
    path,
    ...(home === path ? {} : { home }),
    django: series,
    get,
    names: [...run.names.keys()].sort(),
    startup,
    environment: environmentContract(run, source.given, source.required),
    assumptions: run.assumptions,
    overrides: run.overrides,
    wanted: run.wanted,
    files: run.files,
    roots: run.roots,
    checks: ids,
    silencedChecks: silenced,
    undecidedChecks: undecided,
    steps: source.steps,
  };
}

/** The module itself where it sets anything that Django reads, else the file that does and is named most like production. */
function homeOf({ module, path, run, series }: SettingsSource): string {
  // django-configurations takes all of them from one class.
  const chosen = run.names.get('CONFIGURATION');
  if (chosen?.at && chosen.value.kind === 'str' && chosen.value.value.startsWith(`${module}.`)) return chosen.at.path;
  const makers = new Set<string>();
  for (const [name, { at }] of run.names) if (at && djangoDefault(name, series)) makers.add(at.path);
  if (makers.size === 0 || makers.has(path)) return path;
  const named = (says: (module: string) => boolean) => [...makers].find((maker) => says(moduleName(maker)));
  const own = (module: string): boolean => !namesFoundation(module) && !namesDevelopment(module);
  return named(namesProduction) ?? named(own) ?? named(namesFoundation) ?? path;
}

const moduleName = (path: string): string => path.replace(/(?:\/__init__)?\.py$/, '').replaceAll('/', '.');

function assignedNames(run: ModuleRun): ReadonlyMap<string, Assigned> {
  return new Map([...run.names].map(([name, { value, certain }]) => [name, { value, certain }]));
}

function settingOf(
  source: SettingsSource,
  loaded: LoadedSettings,
  name: string,
  standIn: Location,
  lineOf: SourceLines,
): Setting {
  const { run, module, series } = source;
  const subject = `${module}:${name}`;
  const value = replacedByMailers(name, loaded) ? undefined : loaded.get(name);
  const bound = run.names.get(name);
  if (bound) {
    const { trail, reads } = bound;
    const at = bound.at ?? trail.at(-1)?.at ?? standIn;
    // Code that puts names into the module by itself, such as a package's, has no line that says the name.
    const current = lineOf(name, at) || `${name} = ${describeValue(name, value ?? bound.value)}`;
    return { name, value: value ?? bound.value, origin: 'assigned', at, trail, reads, subject, current };
  }
  const base = { name, at: standIn, trail: [], reads: [], subject };
  if (!value) return { ...base, value: { kind: 'none' }, origin: 'absent', current: 'not set' };
  if (value.kind === 'unknown') return { ...base, value, origin: 'default', current: `not known: ${value.why}` };
  const shown = describeValue(name, value);
  return { ...base, value, origin: 'default', current: `not set; Django ${series}'s default is ${shown}` };
}

type SourceLines = (name: string, at: Location) => string;

/** The first line of the statement that made a value, with secrets masked: worked out once for all names that one statement binds. */
function sourceLines(project: Project): SourceLines {
  const known = new Map<string, string>();
  return (name, at) => {
    const { path, span } = at;
    const key = `${isSensitiveName(name)}:${span.start}:${span.end}:${path}`;
    let line = known.get(key);
    if (line === undefined) {
      line = firstLine(maskSource(name, project.file(path)?.text.slice(span.start, span.end) ?? ''));
      known.set(key, line);
    }
    return line;
  };
}

function firstLine(text: string): string {
  const end = text.search(/[\r\n]/);
  const first = end < 0 ? text.trim() : `${text.slice(0, end).trim()} …`;
  return first.length > 160 ? `${first.slice(0, 159)}…` : first;
}

/** The root is written as reports write it. */
function shownStartup(startup: Startup): Startup {
  if (startup.ok === true) return startup;
  if (startup.ok === null) return { ...startup, why: withoutRoot(startup.why) };
  return { ...startup, error: { ...startup.error, message: withoutRoot(startup.error.message) } };
}

/** An error that the evaluation went on from left every setting it could; one that ended it did not. */
function past({ startup, open }: ModuleRun): Startup {
  if (startup.ok !== false || open !== undefined || endsForGood(startup.error)) return startup;
  return { ...startup, complete: true };
}

/** The module gives up by itself: as a rule since the file with the values of this server is missing, and with it all that follows. */
function endsForGood({ type, message }: { readonly type: string; readonly message: string }): boolean {
  return type === 'SystemExit' || (type === 'ImportError' && !message.startsWith('cannot import name '));
}

/** Django's own refusal of settings that Python could import. The module ran to its end all the same. */
function loaderStartup(loaded: LoadedSettings, get: (name: string) => Setting): Startup {
  const error = startupError(loaded) ?? serverErrors(loaded)[0];
  if (!error) return { ok: true };
  const { at, trail } = get(error.setting);
  if (error.certain !== 'yes') return { ok: null, why: error.why ?? error.message, at };
  const { type, message, setting } = error;
  return { ok: false, error: { type, message: withoutRoot(message), at, trail, setting }, complete: true };
}

/** Where an assignment of a setting would stand: the end of the module. */
export function endOf(project: Project, path: string): Location {
  const file = project.file(path);
  if (!file) return nowhere(path);
  const end = file.text.trimEnd().length;
  return file.at({ start: end, end });
}

/** A place in a file that is not there. */
export function nowhere(path: string): Location {
  return { path, span: { start: 0, end: 0 }, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
}

/** A directory of the repository exists; one that is not listed there may be made before the start. */
function isDirectory(project: Project, directory: string): boolean | undefined {
  if (directory !== projectRoot && !directory.startsWith(`${projectRoot}/`)) return undefined;
  const inside = directory.slice(projectRoot.length + 1).replace(/\/+$/, '');
  return project.isDirectory(inside) ? true : undefined;
}
