/** Evaluates a settings module in a scenario, and says what came of it in the terms of this package. */
import { type Dependencies, type Project, projectRoot, type Value } from '@django-golive/core';
import { djangoDefault, djangoDefaultNames } from './django/defaults.js';
import { seriesOf } from './django/series.js';
import { filedVariables } from './environment/files.js';
import { environmentChanges } from './environment/process.js';
import { createEnvironment, type ScenarioEnvironment, type ScenarioSource } from './environment/scenario.js';
import { EXTRAS } from './environment/surroundings.js';
import { absentOverrides, wantedFiles } from './evaluate/absent-overrides.js';
import type { RecordedRead } from './evaluate/environment.js';
import { type Evaluation, evaluateModule } from './evaluate/evaluate-module.js';
import { freeze, freezeBudget } from './evaluate/freeze.js';
import { libraryModules } from './evaluate/library/index.js';
import { ownFiles } from './evaluate/library/project-files.js';
import { notImplemented, type PyValue, stringKey } from './evaluate/value.js';
import { type BoundName, isSettingName, type MetErrors, type ModuleRun, type ReadVariable } from './module-run.js';
import { oldestPythonOf } from './python-bounds.js';
import type { SyntaxReader } from './syntax-reader.js';

/** What an evaluation needs. */
export interface ModuleToRun {
  readonly project: Project;
  readonly module: string;
  /** Where imports start, relative to the project's root. */
  readonly roots: readonly string[];
  readonly scenario: ScenarioSource;
  /** Go on after an error, so that the rest of an audit stays useful. */
  readonly recover: boolean;
  readonly python: readonly [number, number] | undefined;
  /** Django's version, as exact as it is known. */
  readonly django: string;
  /** The directory the process starts in, relative to the project's root. */
  readonly directory: string;
  /** The place it runs at, by its profile's id. */
  readonly target?: string;
  readonly dependencies: Dependencies;
  readonly syntax: SyntaxReader;
  /** Whether the errors so far are all that is asked: the run then ends before the settings do. */
  readonly enough?: ((errors: MetErrors) => boolean) | undefined;
}

/**
 * Run a settings module as far as it is known. Never throws, whatever the project holds. A file of settings that each server
 * makes is taken not to be there, unless the settings stop then.
 */
export function runModule(run: ModuleToRun): ModuleRun {
  const [first, asked] = runOnce(run, false);
  return asked && first.startup.ok === false ? runOnce(run, true)[0] : first;
}

function runOnce(run: ModuleToRun, ownFilesMaybe: boolean): readonly [run: ModuleRun, asked: boolean] {
  const { project, module, roots, python, dependencies, syntax } = run;
  const environment = createEnvironment(run.scenario);
  const evaluation = evaluateModule({
    project,
    syntax,
    module,
    roots,
    root: projectRoot,
    environment,
    libraries: libraryModules,
    declares: (name) => declares(dependencies, name),
    ...(python ? { python } : {}),
    extras: new Map([...extrasOf(run), [EXTRAS.ownFiles, ownFilesMaybe]]),
    recover: run.recover,
    enough: (refusals, machine) =>
      run.enough?.({ refusals, missing: environment.missing(), filed: filedVariables(machine) }) === true,
  });
  let names: ReadonlyMap<string, BoundName> | undefined;
  const made: ModuleRun = {
    // Of an evaluation that is only a trial, nobody asks for them.
    get names() {
      names ??= boundNames(evaluation);
      return names;
    },
    open: evaluation.open ?? whyUnfinished(evaluation, run.recover),
    startup: evaluation.startup,
    reads: evaluation.reads.map(readOf),
    refusals: evaluation.refusals,
    missing: environment.missing(),
    absent: environment.absent(),
    filed: filedVariables(evaluation.machine),
    assumptions: environment.assumptions(),
    overrides: absentOverrides(evaluation.machine),
    wanted: wantedFiles(evaluation.machine),
    files: evaluation.files,
    roots: [...new Set([...evaluation.roots, ...roots])],
    steps: evaluation.steps,
    variable: (name) => variableAtEnd(evaluation, environment, name),
  };
  return [made, ownFiles(evaluation.machine).asked];
}

/** After an error that ended the module, nobody knows what the rest of it would have assigned. */
function whyUnfinished({ startup }: Evaluation, recover: boolean): string | undefined {
  return startup.ok === false && !recover ? `the settings stop with ${startup.error.type} before they end` : undefined;
}

function boundNames({ names }: Evaluation): ReadonlyMap<string, BoundName> {
  const bound = new Map<string, BoundName>();
  const budget = freezeBudget();
  // Many names of one value hold it once.
  const frozen = new Map<PyValue, Value>();
  for (const [name, binding] of names) {
    if (!isSettingName(name)) continue;
    const { value, certain } = binding;
    const seen = frozen.get(value) ?? freeze(value, budget);
    frozen.set(value, seen);
    bound.set(name, {
      value: seen,
      certain,
      get at() {
        return binding.at;
      },
      get trail() {
        return binding.trail;
      },
      get reads() {
        return binding.reads;
      },
    });
  }
  return bound;
}

function readOf(read: RecordedRead): ReadVariable {
  const { name, at, cast, handled, required } = read;
  return {
    name,
    at,
    required,
    handled,
    ...(cast === undefined ? {} : { cast }),
    ...(read.default ? { default: freeze(read.default) } : {}),
  };
}

/** What the project declares, of a package that provides an import name. */
function declares(dependencies: Dependencies, importName: string): boolean {
  const [top = importName] = importName.split('.');
  const names = [...dependencies.providing(importName), ...dependencies.providing(top), top];
  return names.some((name) => {
    const dependency = dependencies.get(name);
    return dependency !== undefined && dependency.kind === 'runtime' && dependency.applies !== false;
  });
}

function extrasOf({ django, directory, dependencies, target }: ModuleToRun): ReadonlyMap<string, unknown> {
  const series = seriesOf(django) ?? dependencies.djangoSeries;
  const defaults = new Map(djangoDefaultNames(series).map((name) => [name, djangoDefault(name, series)]));
  return new Map<string, unknown>([
    [EXTRAS.djangoVersion, django],
    [EXTRAS.djangoDefaults, defaults],
    [EXTRAS.declares, (name: string) => declares(dependencies, name)],
    [EXTRAS.versionOf, (name: string) => dependencies.get(name)?.version],
    [EXTRAS.specifierOf, (name: string) => dependencies.get(name)?.specifier],
    [EXTRAS.target, target],
    [EXTRAS.oldestPython, oldestPythonOf(dependencies)],
    [EXTRAS.directory, directory === '' ? projectRoot : `${projectRoot}/${directory}`],
  ]);
}

/** A variable after the settings ran: what they did to `os.environ`, else what was given. */
function variableAtEnd({ machine }: Evaluation, environment: ScenarioEnvironment, name: string): Value | undefined {
  const changes = environmentChanges(machine);
  if (changes.open || changes.options)
    return { kind: 'unknown', why: 'the settings change the environment in ways that are not known' };
  const changed = changes.entries.get(stringKey(name))?.value;
  if (changed) return changed === notImplemented ? undefined : freeze(changed);
  const state = environment.ask({ name, required: false }, 'supplied');
  if (state.state === 'given') return { kind: 'str', value: state.value };
  return state.state === 'absent' ? undefined : freeze(state.value);
}
