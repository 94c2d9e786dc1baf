/** Evaluates one settings module: what its names would be, whether it would load at all, and how that is known. */

import type { Evidence, Location, Project, Startup } from '@django-golive/core';
import { budgets } from '../budgets.js';
import { createSyntaxReader, type SyntaxReader } from '../syntax-reader.js';
import { wholeOrigin } from './accounts.js';
import { noteSettingsModule } from './after-module.js';
import type { Environment, RecordedRead } from './environment.js';
import { importDotted } from './imports.js';
import type { Failure, Interpreter } from './interpreter.js';
import { createMachine } from './machine.js';
import type { Machine, NativeModules } from './native.js';
import type { Origin, Step } from './origin.js';
import { searchDirectories } from './project-modules.js';
import { Exhausted, Raised } from './raised.js';
import type { Entry, PyInstance, PyValue } from './value.js';

export interface EvaluationOptions {
  readonly project: Project;
  /** The dotted name of the settings module. */
  readonly module: string;
  /** The directories imports start from, relative to the project's root, in order; `''` is the root. */
  readonly roots: readonly string[];
  /** The absolute path that the repository's root has for the evaluated code. */
  readonly root: string;
  readonly environment: Environment;
  readonly libraries: NativeModules;
  /** The syntax of the project's files; each is parsed anew where not given. */
  readonly syntax?: SyntaxReader;
  /** Whether a package that provides an import name is declared; `undefined` where that is not known. */
  declares(importName: string): boolean | undefined;
  readonly python?: readonly [major: number, minor: number];
  /** Knowledge for models of libraries, by a name they agree on. */
  readonly extras?: ReadonlyMap<string, unknown>;
  /** Go on after an error that would stop the settings, so that the rest can be audited. */
  readonly recover?: boolean;
  /** Whether the errors so far are all that is asked of the evaluation, which then ends. */
  enough?(refusals: readonly Refusal[], machine: Machine): boolean;
  /** Steps before the settings are unknown; those of `budgets` where not given. */
  readonly steps?: number;
}

/** A name of the module. */
export interface Binding {
  readonly value: PyValue;
  /** Bound whatever happens; `false` where a condition that is not known decides whether it is bound at all. */
  readonly certain: boolean;
  /** The line that gave the value. */
  readonly at: Location | undefined;
  readonly trail: readonly Evidence[];
  readonly reads: readonly string[];
}

export interface Evaluation {
  readonly names: ReadonlyMap<string, Binding>;
  /** Set where names may exist that are not in `names`, and why. */
  readonly open: string | undefined;
  readonly startup: Startup;
  /** Whether any expression was not known: what CPython would have raised there is not known either. */
  readonly doubtful: boolean;
  /** Whether the error that stops the settings has words that are not known: the start-up then tells none. */
  readonly wordless: boolean;
  /** Files in the order they were imported. */
  readonly files: readonly string[];
  readonly reads: readonly RecordedRead[];
  /** The directories of the repository that `sys.path` holds at the end, relative to its root. */
  readonly roots: readonly string[];
  /** The steps that it took. */
  readonly steps: number;
  /** The errors that would or could keep the settings from loading, in the order they were met. */
  readonly refusals: readonly Refusal[];
  /** For models that look at the finished module, such as class-based settings. */
  readonly machine: Machine;
}

/** An error of an evaluation, and the environment variables whose values lead to it or away from it. */
export interface Refusal {
  readonly certain: boolean;
  readonly at: Location;
  /** Latest first. Of one that is not certain: those that the conditions hang on. */
  readonly variables: readonly string[];
}

export function evaluateModule(options: EvaluationOptions): Evaluation {
  const limit = options.steps ?? budgets.steps;
  const enough = seldom(options.enough);
  const vm = createMachine({
    project: options.project,
    syntax: options.syntax ?? createSyntaxReader(options.project),
    root: options.root,
    roots: options.roots,
    environment: options.environment,
    python: options.python,
    extras: options.extras ?? new Map(),
    modules: options.libraries,
    declares: (name) => options.declares(name),
    recover: options.recover ?? false,
    steps: limit,
    enough,
  });
  let module: PyValue | undefined;
  let stopped: string | undefined;
  try {
    noteSettingsModule(vm, options.module);
    module = importDotted(vm, options.module);
  } catch (error) {
    if (error instanceof Raised) vm.failures.push({ error, certain: true });
    else stopped = error instanceof Exhausted ? error.why : 'the settings could not be evaluated';
  }
  const steps = limit - vm.budget.left;
  // What is told of the finished module is bounded by what it holds.
  vm.budget.left = Number.POSITIVE_INFINITY;
  vm.budget.statement = Number.POSITIVE_INFINITY;
  const names = new Map<string, Binding>();
  module ??= vm.loaded.entries.get(options.module)?.value;
  const namespace = module?.kind === 'module' ? module.namespace : undefined;
  for (const entry of namespace?.entries.values() ?? []) {
    if (entry.key.kind !== 'str') continue;
    const binding = bindingOf(vm, entry);
    // What the rest would have made of it, nobody knows.
    names.set(
      entry.key.value,
      stopped === undefined ? binding : { ...binding, value: { kind: 'unknown', why: stopped } },
    );
  }
  return {
    names,
    open: stopped ?? namespace?.open?.why,
    startup: startupOf(vm, stopped),
    wordless: vm.failures.some(({ certain, error }) => certain && messageOf(vm, error.exception) === undefined),
    doubtful: vm.met.unknown,
    files: vm.files,
    roots: searchDirectories(vm),
    steps,
    reads: vm.recordedReads,
    refusals: vm.failures.map(refusalOf),
    machine: vm,
  };
}

/** What a name came of is worked out once somebody asks: of most names, and of most evaluations, nobody does. */
function bindingOf(vm: Interpreter, { value, maybe, origin }: Entry): Binding {
  let known: Origin | undefined;
  const whole = (): Origin => {
    known ??= wholeOrigin(vm, origin, value);
    return known;
  };
  return {
    value,
    certain: maybe !== true,
    get at() {
      const { made, steps } = whole();
      return (made ?? steps.at(-1))?.at();
    },
    get trail() {
      return evidence(whole().steps);
    },
    get reads() {
      return [...whole().reads];
    },
  };
}

function evidence(steps: readonly Step[]): Evidence[] {
  return steps.map(({ at, tells }) => ({ at: at(), note: tells() }));
}

/** Asked after fewer and fewer of the errors: a file of thousands that fail would be gone through for each of them. */
function seldom(enough: EvaluationOptions['enough']): (machine: Interpreter) => boolean {
  let next = 0;
  return (machine) => {
    const met = machine.failures.length;
    if (!enough || met < next) return false;
    next = met < 32 ? met + 1 : 2 * met;
    return enough(machine.failures.map(refusalOf), machine);
  };
}

function refusalOf({ error, certain }: Failure): Refusal {
  const { at, reads, doubts } = error;
  const variables = certain ? reads : doubts.flatMap((doubt) => doubt.variables ?? []);
  return { certain, at, variables: [...new Set(variables)].reverse() };
}

/** Whoever gives the variables gives what the settings accept, so an error that they lead away from is no reason for doubt. */
function isSettled(vm: Interpreter, { doubts }: Raised): boolean {
  return (
    doubts.length > 0 && doubts.every(({ variables }) => variables && vm.environment.settles?.(variables) === true)
  );
}

/** The first certain error is what stops the settings; what may stop them before it makes it uncertain. */
function startupOf(vm: Interpreter, stopped: string | undefined): Startup {
  const at = vm.failures.findIndex(({ certain, error }) => certain || !isSettled(vm, error));
  const first = vm.failures[at];
  const gap = vm.givenUp.find(({ after }) => !first || after <= at);
  if (first && !gap) return first.certain ? stopsWith(vm, first.error) : mayStopWith(vm, first.error);
  if (!first && stopped !== undefined) return { ok: null, why: stopped };
  return gap ? { ok: null, why: gap.why, at: gap.at } : { ok: true };
}

function stopsWith(vm: Interpreter, raised: Raised): Startup {
  const { exception, at, steps } = raised;
  return { ok: false, error: { type: typeText(raised), message: messageOf(vm, exception) ?? '', at, trail: steps } };
}

function mayStopWith(vm: Interpreter, raised: Raised): Startup {
  const message = messageOf(vm, raised.exception);
  return {
    ok: null,
    why: `${typeText(raised)}${message ? `: ${message}` : ''} where a condition holds that is not known`,
    at: raised.at,
  };
}

function typeText({ exception }: Raised): string {
  const { module, qualname } = exception.cls;
  return module === 'builtins' ? qualname : `${module}.${qualname}`;
}

/** What the exception says; `undefined` where that is not known. */
function messageOf(vm: Interpreter, exception: PyInstance): string | undefined {
  try {
    vm.budget.left = budgets.graceSteps;
    vm.budget.statement = budgets.graceSteps;
    // Of a SyntaxError its words alone: the place is told beside it.
    const words = exception.attributes.entries.get('exception.words')?.value;
    const text = vm.str(words ?? exception);
    return text.kind === 'str' ? text.value : undefined;
  } catch {
    return undefined;
  }
}
