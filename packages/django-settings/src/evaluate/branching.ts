/** Ways that are all possible, because something is not known: each is gone from the same state, then results and changes are joined. */
import { budgets } from '../budgets.js';
import type { Boundary, Completion, Interpreter, Pending } from './interpreter.js';
import { type Joining, joinContents, joinNames, joinValues } from './join.js';
import { type Changes, type Content, setContent, wholeContent } from './journal.js';
import { Exhausted, Raised } from './raised.js';
import type { Mutable, PyUnknown, PyValue } from './value.js';
import { none } from './value.js';

/** How a way ended. */
export type Outcome = { readonly kind: 'value'; readonly value: PyValue } | Pending['completion'];

interface Way {
  readonly outcome: Outcome;
  readonly changes: Changes;
  /** Serial numbers of the containers that were made on it. */
  readonly from: number;
  readonly to: number;
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
  const joining = joiningOf(vm, ways, cause);
  const touched = new Set<Mutable>();
  for (const way of ways) for (const value of way.changes.keys()) touched.add(value);
  const joined = new Map<Mutable, Content>();
  const outcome = joinOutcomes(vm, ways, joining);
  for (const value of touched) {
    const home = ways.find((way) => vm.journal.bornSince(value, way.from, way.to));
    vm.spend(sizeOf(value) >> 2);
    const states = home ? [home.changes.get(value)] : ways.map((way) => way.changes.get(value));
    joined.set(value, joinStates(value, states, joining));
  }
  applyChanges(vm, joined);
  applyChanges(vm, joining.contents);
  return outcome;
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

function joinOutcomes(vm: Interpreter, ways: readonly Way[], joining: Joining): Outcome {
  const values: PyValue[] = [];
  for (const { outcome } of ways) if (outcome.kind === 'value' || outcome.kind === 'return') values.push(outcome.value);
  const [first] = ways;
  if (!first) throw new TypeError('No way to join');
  if (first.outcome.kind === 'value' || first.outcome.kind === 'return') {
    return { kind: first.outcome.kind, value: joinValues(values, joining) };
  }
  if (first.outcome.kind === 'raise') {
    for (const { outcome } of ways.slice(1)) {
      if (outcome.kind === 'raise' && outcome.error !== first.outcome.error) leaveQuietly(vm, outcome);
    }
  }
  return first.outcome;
}

/** All ways raise, but not the same: the first goes on, the others are kept as possible. */
function leaveQuietly(vm: Interpreter, outcome: Extract<Outcome, { kind: 'raise' }>): void {
  if (vm.boundaries.some(({ kind }) => kind === 'try' || kind === 'finally')) leave(vm, outcome);
}

/** Containers made on different ways become one where every use of them agrees. */
function joiningOf(
  vm: Interpreter,
  ways: readonly Way[],
  cause: PyUnknown | undefined,
): Joining & { readonly contents: Map<Mutable, Content> } {
  const contents = new Map<Mutable, Content>();
  const unified = new Map<PyValue, PyValue>();
  const joining: Joining & { readonly contents: Map<Mutable, Content> } = {
    contents,
    unknown: (why) => (cause ? vm.derive(cause) : vm.unknown(why)),
    forget(values) {
      const open = joining.unknown('it depends on conditions that are not known');
      const many: PyUnknown = { ...open, many: true };
      for (const value of values) {
        if (value.kind === 'list') contents.set(value, { kind: 'list', items: [many], options: undefined });
        else if (value.kind === 'dict')
          contents.set(value, { kind: 'dict', entries: new Map(), open, options: undefined });
        else if (value.kind === 'set')
          contents.set(value, { kind: 'set', entries: new Map(), open, options: undefined });
      }
    },
    unify(values) {
      const [first] = values;
      if (
        !first ||
        (first.kind !== 'list' && first.kind !== 'dict' && first.kind !== 'set' && first.kind !== 'instance')
      ) {
        return undefined;
      }
      const homes = values.map((value) => ways.find((way) => vm.journal.bornSince(value, way.from, way.to)));
      if (homes.some((home) => home === undefined) || new Set(homes).size !== values.length) return undefined;
      if (values.every((value) => unified.has(value))) {
        const [one, ...others] = values.map((value) => unified.get(value));
        return others.every((other) => other === one) ? one : undefined;
      }
      if (values.some((value) => unified.has(value)) || !values.every((value) => alike(first, value))) return undefined;
      for (const value of values) unified.set(value, first);
      const kept = values.map((value, index) =>
        wholeContent(value as Mutable, homes[index]?.changes.get(value as Mutable)),
      );
      contents.set(first, joinContents(kept, first.kind === 'dict' && first.namespace === true, joining));
      if (first.kind === 'instance') {
        const attributes = values.flatMap((value) => (value.kind === 'instance' ? [value.attributes] : []));
        const states = attributes.map((value, index) => wholeContent(value, homes[index]?.changes.get(value)));
        contents.set(first.attributes, joinContents(states, true, joining));
      }
      return first;
    },
  };
  return joining;
}

function alike(a: PyValue, b: PyValue): boolean {
  if (a.kind === 'instance' && b.kind === 'instance') return a.cls === b.cls && a.payload === b.payload;
  if (a.kind === 'dict' && b.kind === 'dict') return a.cls === b.cls && !a.instance && !b.instance;
  if (a.kind === 'set' && b.kind === 'set') return a.frozen === b.frozen;
  return a.kind === b.kind;
}
