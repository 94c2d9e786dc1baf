/** Ways that are all possible, because something is not known: each is gone from the same state, then results and changes are joined. */
import { budgets } from '../budgets.js';
import type { Boundary, Completion, Interpreter, Pending } from './interpreter.js';
import { type Joining, joinContents, joinNames, joinValues } from './join.js';
import { joiningOf, type WayChanges, type WaysJoining } from './joining-ways.js';
import { type Changes, type Content, setContent, wholeContent } from './journal.js';
import { Exhausted, Raised } from './raised.js';
import { sameValue } from './same-value.js';
import { straysIn } from './strays.js';
import type { Mutable, PyUnknown, PyValue } from './value.js';
import { none } from './value.js';

/** How a way ended. */
export type Outcome = { readonly kind: 'value'; readonly value: PyValue } | Pending['completion'];

interface Way extends WayChanges {
  readonly outcome: Outcome;
}

/** Go all ways and join. Where they end differently, the most normal end goes on, and the others leave to their boundaries. */
export function forkOutcomes(vm: Interpreter, ways: readonly (() => Outcome)[], cause: PyUnknown | undefined): Outcome {
  if (ways.length === 1 && ways[0]) return ways[0]();
  vm.spend(20);
  if (vm.forks.depth >= budgets.conditions) throw new Exhausted('too many conditions that are not known meet');
  const { journal } = vm;
  const mark = journal.begin();
  vm.forks.depth += 1;
  // What several values came of, the statement under way has read.
  vm.forks.causes.push(cause ?? vm.unknown('a condition is not known'));
  try {
    const gone: Way[] = [];
    for (const way of ways) {
      const from = journal.serial();
      const outcome = caught(way);
      gone.push({ outcome, changes: journal.changes(mark), from, to: journal.serial() });
      journal.rollback(mark);
    }
    const main = gone.filter(({ outcome }) => outcome.kind === mainKind(gone));
    for (const way of gone) {
      if (main.includes(way) || way.outcome.kind === 'value') continue;
      applyChanges(vm, way.changes);
      leave(vm, way.outcome);
      journal.rollback(mark);
    }
    return joinWays(vm, main, cause);
  } catch (error) {
    journal.rollback(mark);
    throw error;
  } finally {
    vm.forks.depth -= 1;
    vm.forks.causes.pop();
    journal.end(mark);
  }
}

/** The same for ways that are expressions. */
export function forkValues(vm: Interpreter, ways: readonly (() => PyValue)[], cause?: PyUnknown): PyValue {
  const outcome = forkOutcomes(
    vm,
    ways.map((way) => () => ({ kind: 'value', value: way() })),
    cause,
  );
  if (outcome.kind === 'value') return outcome.value;
  if (outcome.kind === 'raise') throw outcome.error;
  return none;
}

/** The same for ways that are statements. */
export function forkStatements(vm: Interpreter, ways: readonly (() => Completion)[], cause?: PyUnknown): Completion {
  return completionOf(
    forkOutcomes(
      vm,
      ways.map((way) => () => outcomeOf(way())),
      cause,
    ),
  );
}

export function outcomeOf(completion: Completion): Outcome {
  return completion ?? { kind: 'value', value: none };
}

/** The completion of an outcome; throws what was raised. */
export function completionOf(outcome: Outcome): Completion {
  if (outcome.kind === 'value') return undefined;
  if (outcome.kind === 'raise') throw outcome.error;
  return outcome;
}

/** Runs a way, with its exception as an outcome. */
export function caught(way: () => Outcome): Outcome {
  try {
    return way();
  } catch (error) {
    if (error instanceof Raised) return { kind: 'raise', error };
    throw error;
  }
}

const order = ['value', 'return', 'continue', 'break', 'raise'] as const;

function mainKind(ways: readonly Way[]): Outcome['kind'] {
  return order.find((kind) => ways.some(({ outcome }) => outcome.kind === kind)) ?? 'value';
}

/** Make changes again that were undone. */
export function applyChanges(vm: Interpreter, changes: Changes): void {
  for (const [value, content] of changes) {
    if (content.kind === 'names' && value.kind === 'dict')
      for (const key of content.entries.keys()) vm.journal.touchName(value, key);
    else vm.journal.touch(value);
    setContent(value, content);
  }
}

/** The current state leaves the normal flow: its nearest boundary keeps it. */
export function leave(vm: Interpreter, completion: Pending['completion']): void {
  for (let i = vm.boundaries.length - 1; i >= 0; i -= 1) {
    const boundary = vm.boundaries[i];
    if (!boundary || !takes(boundary, completion)) continue;
    if (boundary.pending.length >= budgets.pending) throw new Exhausted('too many conditions that are not known meet');
    boundary.pending.push({ completion, changes: vm.journal.changes(boundary.mark) });
    return;
  }
  if (completion.kind === 'raise') vm.failures.push({ error: completion.error, certain: false });
}

function takes(boundary: Boundary, completion: Pending['completion']): boolean {
  if (boundary.kind === 'finally') return true;
  if (completion.kind === 'raise') return boundary.kind === 'try';
  return boundary.kind === (completion.kind === 'return' ? 'function' : 'loop');
}

/** Run something inside a boundary; `settle` gets how it ended and the ways that left, when the boundary is no more. */
export function withBoundary(
  vm: Interpreter,
  kind: Boundary['kind'],
  run: (boundary: Boundary) => Outcome,
  settle: (ended: () => Outcome) => Outcome,
): Outcome {
  const boundary: Boundary = { kind, mark: vm.journal.begin(), pending: [] };
  vm.boundaries.push(boundary);
  const depth = vm.boundaries.length;
  try {
    const outcome = caught(() => run(boundary));
    vm.boundaries.length = depth - 1;
    return rejoin(vm, boundary, outcome, boundary.pending, settle);
  } finally {
    vm.boundaries.length = depth - 1;
    vm.journal.end(boundary.mark);
  }
}

/** Join ways that left to a boundary with the one that went on. */
export function rejoin(
  vm: Interpreter,
  boundary: Boundary,
  outcome: Outcome,
  pending: readonly Pending[],
  settle: (ended: () => Outcome) => Outcome,
): Outcome {
  if (pending.length === 0) return settle(() => outcome);
  const current = vm.journal.changes(boundary.mark);
  vm.journal.rollback(boundary.mark);
  const way = (changes: Changes, ended: Outcome) => (): Outcome => {
    applyChanges(vm, changes);
    return settle(() => ended);
  };
  return forkOutcomes(
    vm,
    [way(current, outcome), ...pending.map((one) => way(one.changes, one.completion))],
    undefined,
  );
}

function joinWays(vm: Interpreter, ways: readonly Way[], cause: PyUnknown | undefined): Outcome {
  const [first] = ways;
  if (!first) throw new TypeError('No way to join');
  if (ways.length === 1) {
    applyChanges(vm, first.changes);
    return first.outcome;
  }
  const { value, joining, joined } = joinAll(vm, ways, cause);
  if (first.outcome.kind === 'raise') leaveOthers(vm, ways, first.outcome.error);
  applyChanges(vm, joined);
  for (const forgotten of joining.forgotten)
    vm.spoil(forgotten, joining.unknown('it depends on conditions that are not known'));
  return value && (first.outcome.kind === 'value' || first.outcome.kind === 'return')
    ? { kind: first.outcome.kind, value }
    : first.outcome;
}

interface Joined {
  readonly value: PyValue | undefined;
  readonly joining: WaysJoining;
  readonly joined: ReadonlyMap<Mutable, Content>;
}

/** What is given and what is changed on any of the ways. Containers that became one and are met apart all the same stay apart. */
function joinAll(vm: Interpreter, ways: readonly Way[], cause: PyUnknown | undefined): Joined {
  const apart = new Set<PyValue>();
  for (;;) {
    const joining = joiningOf(vm, ways, cause, apart);
    const touched = new Set<Mutable>();
    for (const way of ways) for (const value of way.changes.keys()) touched.add(value);
    const joined = new Map<Mutable, Content>();
    const values = ways.flatMap(({ outcome }) => ('value' in outcome ? [outcome.value] : []));
    const value = values.length > 0 ? joinValues(values, joining) : undefined;
    for (const one of touched) {
      const home = ways.find((way) => vm.journal.bornSince(one, way.from, way.to));
      vm.spend(sizeOf(one) >> 2);
      const states = home ? [home.changes.get(one)] : ways.map((way) => way.changes.get(one));
      joined.set(one, joinStates(one, states, joining));
    }
    for (const [one, content] of joining.contents) joined.set(one, content);
    const strays = straysIn(vm, { value, joined, merged: joining.merged }, (ways[0] as Way).from);
    if (strays.size === 0) return { value, joining, joined };
    for (const stray of strays) apart.add(stray);
  }
}

function sizeOf(value: Mutable): number {
  if (value.kind === 'list') return value.items.length;
  return (value.kind === 'dict' && !value.namespace) || value.kind === 'set' ? value.entries.size : 0;
}

/** The state of a value after any of several ways; `undefined` for a way that left it as it is now. */
function joinStates(value: Mutable, states: readonly (Content | undefined)[], joining: Joining): Content {
  const namespace = value.kind === 'dict' && value.namespace === true;
  const names = states.map((state) =>
    state === undefined ? new Map() : state.kind === 'names' ? state.entries : undefined,
  );
  if (namespace && names.every((one) => one !== undefined)) return joinNames(value, names, joining);
  return joinContents(
    states.map((state) => wholeContent(value, state)),
    namespace,
    joining,
  );
}

function leaveOthers(vm: Interpreter, ways: readonly Way[], error: Raised): void {
  for (const { outcome } of ways)
    if (outcome.kind === 'raise' && outcome.error !== error) leaveQuietly(vm, outcome, error);
}

/** All ways raise, but not the same: the first goes on, the others are kept as possible. That one of them is raised, nothing settles. */
function leaveQuietly(vm: Interpreter, { error }: Extract<Outcome, { kind: 'raise' }>, first: Raised): void {
  if (vm.boundaries.some(({ kind }) => kind === 'try' || kind === 'finally')) leave(vm, { kind: 'raise', error });
  else if (!isSameError(vm, error, first))
    vm.failures.push({
      error: new Raised(error.exception, error.at, error.steps, error.reads, []),
      certain: false,
    });
}

function isSameError(vm: Interpreter, a: Raised, b: Raised): boolean {
  const same = a.exception.cls === b.exception.cls && a.at.path === b.at.path && a.at.span.start === b.at.span.start;
  return same && sameValue(vm.str(a.exception), vm.str(b.exception));
}
