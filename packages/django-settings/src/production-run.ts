/** Production's evaluation, again and again until it is known which variables an operator must give for the settings to load. */
import { truthOf } from '@django-golive/core';
import { budgets } from './budgets.js';
import type { MetErrors, ModuleRun } from './module-run.js';

/**
 * An evaluation in which some variables are provided by the environment, and some are absent whatever reads them. It ends before
 * the settings do where the errors that it has met are `enough`.
 */
export type Evaluate = (
  provided: ReadonlySet<string>,
  absent: ReadonlySet<string>,
  enough?: (errors: MetErrors) => boolean,
) => ModuleRun;

/** The run of production, and the variables that the settings do not load without. */
export interface ProductionRun {
  readonly run: ModuleRun;
  readonly required: ReadonlySet<string>;
}

const nothing: ReadonlySet<string> = new Set();

/**
 * Settings that refuse to load on the fallback of a variable are meant to be given it: where an error hangs on variables
 * that nothing gives, they are provided, and kept where that leads away from the error.
 */
export function runProduction(evaluateOnce: Evaluate): ProductionRun {
  const tried = affordable(evaluateOnce);
  const [first, unset] = withoutSwitches(tried);
  const evaluate: Evaluate = (provided, absent, enough) => tried(provided, new Set([...unset, ...absent]), enough);
  const needed = neededVariables(evaluate, first);
  let run = needed.size > 0 ? evaluate(needed, nothing) : first;
  const trials = new Map<string, { readonly ways: readonly (readonly string[])[]; way: number }>();
  const chosen = () => new Set([...needed, ...[...trials.values()].flatMap(({ ways, way }) => ways[way] ?? [])]);
  let provided = chosen();
  for (let round = 0; round < budgets.rounds; round += 1) {
    for (const [place, variables] of refusalsOf(run, true)) {
      const trial = trials.get(place);
      if (trial) trial.way += 1;
      else if (variables.length > 0) trials.set(place, { ways: waysOf(variables), way: 0 });
    }
    const next = chosen();
    if (same(provided, next)) break;
    provided = next;
    run = evaluate(provided, nothing);
  }
  for (const place of refusalsOf(run, true).keys()) trials.delete(place);
  const kept = chosen();
  if (!same(provided, kept)) run = evaluate(kept, nothing);
  return { run, required: new Set([...kept, ...requiredReads(evaluate, run, kept)]) };
}

/**
 * The first run, and the variables that it leaves unset: where one that was taken to say no leaves debug mode on, and without it
 * that is off, nobody who runs production gives it.
 */
function withoutSwitches(evaluate: Evaluate): readonly [first: ModuleRun, unset: ReadonlySet<string>] {
  const first = evaluate(nothing, nothing);
  const { reads = [], value } = first.names.get('DEBUG') ?? {};
  const switches = new Set(first.assumptions.map(({ variable }) => variable).filter((name) => reads.includes(name)));
  if (switches.size === 0 || !value || truthOf(value) !== 'yes') return [first, nothing];
  const without = evaluate(nothing, switches);
  const debug = without.names.get('DEBUG');
  const isOff = debug?.certain === true && truthOf(debug.value) === 'no';
  return isOff && refusalsOf(without, true).size === 0 ? [without, switches] : [first, nothing];
}

/** The evaluation while it is cheap enough to be done again; what came of the last one after that. */
function affordable(evaluate: Evaluate): Evaluate {
  let spent = 0;
  let last: ModuleRun | undefined;
  return (provided, absent, enough) => {
    if (last && spent + last.steps > budgets.steps) return last;
    const run = evaluate(provided, absent, enough);
    spent += run.steps;
    // What may have ended early stands for no other.
    if (!enough) last = run;
    return run;
  };
}

/** Of the variables that may be given or not: those without which the settings certainly stop. */
function neededVariables(evaluate: Evaluate, run: ModuleRun): ReadonlySet<string> {
  const possible = refusalsOf(run, false);
  const absent = new Set([...possible.values()].flat());
  if (absent.size === 0) return nothing;
  const stoppedBy = (errors: MetErrors): readonly (readonly string[])[] => {
    const stops = refusalsOf(errors, true);
    return [...possible].map(([place, names]) => names.filter((name) => stops.get(place)?.includes(name)));
  };
  const all = [...possible.values()].flat().length;
  return new Set(stoppedBy(evaluate(nothing, absent, (errors) => stoppedBy(errors).flat().length === all)).flat());
}

/** The places that raise, certainly or possibly, each with the variables that nothing gives and that lead there. */
function refusalsOf(run: MetErrors, certain: boolean): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const refusal of run.refusals) {
    if (refusal.certain !== certain) continue;
    const place = `${refusal.at.path}:${refusal.at.span.start}`;
    const open = refusal.variables.filter((name) => run.missing.has(name) && !run.filed.has(name));
    found.set(place, [...new Set([...(found.get(place) ?? []), ...open])]);
  }
  return found;
}

/** One variable after the other, then all of them. */
function waysOf(variables: readonly string[]): readonly (readonly string[])[] {
  const single = variables.slice(0, 3).map((name) => [name]);
  return variables.length > 1 ? [...single, variables] : single;
}

/**
 * The variables that the settings stop without. One that is asked for in another way as well
 * (`if 'X' in os.environ: os.environ['X']`) is required only if the settings get to the read that fails without it, and so
 * are others that are read only beside it.
 */
function requiredReads(evaluate: Evaluate, run: ModuleRun, provided: ReadonlySet<string>): Iterable<string> {
  const required = requiredIn(run);
  const handled = handledIn(run, provided);
  if (handled.size > 0) {
    const stops = new Set([...refusalsOf(evaluate(provided, handled), true).values()].flat());
    for (const name of handled) if (!stops.has(name)) required.delete(name);
  }
  let absent = guardedIn(run);
  if (absent.size === 0) return required;
  const stops = new Set<string>();
  let reached = required;
  for (let round = 0; round < budgets.rounds; round += 1) {
    const without = evaluate(provided, absent);
    reached = requiredIn(without);
    // One that is required after all ends its statement: what the rest of that reads is seen where it is there again.
    for (const name of absent) if (reached.has(name)) stops.add(name);
    const next = new Set([...absent, ...guardedIn(without)].filter((name) => !stops.has(name)));
    if (same(absent, next)) break;
    absent = next;
  }
  return [...required].filter((name) => reached.has(name) || stops.has(name));
}

/** The variables that are asked for both in ways that need them and in ways that do not. */
function guardedIn(run: ModuleRun): ReadonlySet<string> {
  const required = requiredIn(run);
  const others = run.reads.filter((read) => !read.required && required.has(read.name) && !run.filed.has(read.name));
  return new Set(others.map(({ name }) => name));
}

/** The variables whose absence a handler waits for, wherever they are asked for: whether it goes on without them is to be tried. */
function handledIn({ filed, reads }: ModuleRun, provided: ReadonlySet<string>): ReadonlySet<string> {
  const required = reads.filter((read) => read.required && !provided.has(read.name) && !filed.has(read.name));
  const bare = new Set(required.filter(({ handled }) => !handled).map(({ name }) => name));
  return new Set(required.map(({ name }) => name).filter((name) => !bare.has(name)));
}

function requiredIn({ reads }: ModuleRun): Set<string> {
  return new Set(reads.filter((read) => read.required).map(({ name }) => name));
}

function same(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  return left.size === right.size && [...left].every((one) => right.has(one));
}
