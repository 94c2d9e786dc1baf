/** Loops: step by step while what they go over is known, and by what they may change where it is not. */
import type { For, While } from '../syntax/tree.js';
import { advance, iteratorOf } from './advance.js';
import {
  caught,
  completionOf,
  forkStatements,
  leave,
  type Outcome,
  outcomeOf,
  rejoin,
  withBoundary,
} from './branching.js';
import type { Boundary, Completion, Frame, Interpreter } from './interpreter.js';
import { type Content, contentOf, wholeContent } from './journal.js';
import { ordered, sameBeginning } from './key-order.js';
import { contentsOf } from './machine-parts.js';
import { placed, truthOf } from './placing.js';
import { Raised } from './raised.js';
import { isChangeable } from './through-unknowns.js';
import type { Mutable, PyIterator, PyUnknown, PyValue } from './value.js';
import { none } from './value.js';

const normal: Outcome = { kind: 'value', value: none };

export function executeFor(vm: Interpreter, node: For, frame: Frame): Completion {
  if (node.asynchronous) return undefined;
  return overAny(vm, node, vm.evaluate(node.iterable, frame), frame);
}

/** A way for each value, or each content, that is possible. */
function overAny(vm: Interpreter, node: For, source: PyValue, frame: Frame): Completion {
  const ways =
    source.kind === 'choice'
      ? source.options.map((option) => () => overAny(vm, node, option, frame))
      : contentsOf(source).map((take) => () => {
          take(vm);
          return over(
            vm,
            node,
            placed(frame, node.iterable, () => iteratorOf(vm, source)),
            frame,
          );
        });
  if (ways.length > 0) return forkStatements(vm, ways);
  return over(
    vm,
    node,
    placed(frame, node.iterable, () => iteratorOf(vm, source)),
    frame,
  );
}

function over(vm: Interpreter, node: For, source: PyIterator, frame: Frame): Completion {
  const outcome = withBoundary(
    vm,
    'loop',
    (boundary) => {
      for (;;) {
        frame.at = node;
        const item = placed(frame, node.iterable, () => advance(vm, source));
        if (!item) return normal;
        if (item.kind === 'unknown' && item.many) {
          const { many: _, ...one } = item;
          repeatUnknown(vm, boundary, item, () => {
            vm.assign(node.target, one, frame);
            return vm.execute(node.body, frame);
          });
          continue;
        }
        vm.assign(node.target, item, frame);
        const end = iteration(vm, boundary, () => vm.execute(node.body, frame));
        if (end.kind !== 'value') return end;
      }
    },
    (ended) => afterLoop(vm, ended(), () => vm.execute(node.otherwise, frame)),
  );
  return completionOf(outcome);
}

export function executeWhile(vm: Interpreter, node: While, frame: Frame): Completion {
  const outcome = withBoundary(
    vm,
    'loop',
    (boundary) => {
      for (;;) {
        vm.spend(1);
        frame.at = node;
        const test = vm.evaluate(node.test, frame);
        const truth = truthOf(vm, node.test, test, frame);
        if (truth === 'no') return normal;
        if (truth === 'maybe') {
          repeatUnknown(vm, boundary, vm.doubt(test) ?? vm.unknown('a condition is not known'), () =>
            vm.execute(node.body, frame),
          );
          return normal;
        }
        const end = iteration(vm, boundary, () => vm.execute(node.body, frame));
        if (end.kind !== 'value') return end;
      }
    },
    (ended) => afterLoop(vm, ended(), () => vm.execute(node.otherwise, frame)),
  );
  return completionOf(outcome);
}

/** One round; ways that continued are joined to it. A `break` of all ways ends the loop. */
function iteration(vm: Interpreter, boundary: Boundary, body: () => Completion): Outcome {
  const end = caught(() => outcomeOf(body()));
  const again = boundary.pending.filter(({ completion }) => completion.kind === 'continue');
  const others = boundary.pending.filter(({ completion }) => completion.kind !== 'continue');
  boundary.pending.splice(0, boundary.pending.length, ...others);
  const settled = end.kind === 'continue' ? normal : end;
  if (again.length === 0) return settled;
  return rejoin(
    vm,
    boundary,
    settled,
    again.map((one) => ({ ...one, completion: { kind: 'continue' } })),
    (ended) => {
      const one = ended();
      return one.kind === 'continue' ? normal : one;
    },
  );
}

function afterLoop(_vm: Interpreter, end: Outcome, otherwise: () => Completion): Outcome {
  if (end.kind === 'break') return normal;
  return end.kind === 'value' ? outcomeOf(otherwise()) : end;
}

/** Do what may be done any number of times. */
export function anyTimes(vm: Interpreter, why: PyUnknown, body: () => void): void {
  const run = (boundary: Boundary): Outcome => {
    repeatUnknown(vm, boundary, why, () => {
      body();
      return undefined;
    });
    return normal;
  };
  completionOf(withBoundary(vm, 'loop', run, (ended) => ended()));
}

/**
 * A body that may be run any number of times: one trial shows what it can change, and that is not known afterwards. A list that it
 * only appends to keeps its items.
 */
function repeatUnknown(vm: Interpreter, boundary: Boundary, why: PyUnknown, body: () => Completion): void {
  const { many: _, ...reason } = why;
  const first = trial(vm, boundary, body);
  for (const [value, content] of first) loosen(vm, value, content, reason);
  const second = trial(vm, boundary, body);
  for (const [value, content] of second) {
    if (!covers(value, content)) vm.spoil(value, vm.derive(reason));
  }
  exits(vm, boundary, body, reason);
}

/** The body may also end the loop, the function or the `try` around it: those ways are kept, and the rest is undone. */
function exits(vm: Interpreter, boundary: Boundary, body: () => Completion, reason: PyUnknown): void {
  const mark = vm.journal.begin();
  const kept = boundary.pending.length;
  vm.forks.depth += 1;
  vm.forks.causes.push(reason);
  try {
    const end = caught(() => outcomeOf(body()));
    if (end.kind !== 'value' && end.kind !== 'continue') leave(vm, end);
    const others = boundary.pending.splice(kept).filter(({ completion }) => completion.kind !== 'continue');
    boundary.pending.push(...others);
  } finally {
    vm.forks.causes.pop();
    vm.forks.depth -= 1;
    vm.journal.rollback(mark);
    vm.journal.end(mark);
  }
}

/** What one run of the body changes, on each way that leaves it; everything is undone. */
function trial(vm: Interpreter, boundary: Boundary, body: () => Completion): readonly (readonly [Mutable, Content])[] {
  const mark = vm.journal.begin();
  const kept = boundary.pending.length;
  const all: [Mutable, Content][] = [];
  vm.forks.depth += 1;
  try {
    try {
      body();
    } catch (error) {
      if (!(error instanceof Raised)) throw error;
    }
    all.push(...vm.journal.changes(mark));
    for (const { changes } of boundary.pending.splice(kept)) all.push(...changes);
  } finally {
    vm.forks.depth -= 1;
    vm.journal.rollback(mark);
    vm.journal.end(mark);
  }
  // A way that left knows of all changes since the loop began: only those of this run count.
  return all
    .filter(([value, content]) => !isUnchanged(value, content))
    .map(([value, content]) => [value, wholeContent(value, content)] as const);
}

/** Whether a content is what the value holds now. */
function isUnchanged(before: Mutable, after: Content): boolean {
  if (after.kind === 'names')
    return before.kind === 'dict' && [...after.entries].every(([key, entry]) => before.entries.get(key) === entry);
  if (before.kind === 'iterator' && after.kind === 'iterator')
    return before.next === after.next && before.state === after.state && before.items === after.items;
  if (before.kind === 'list' && after.kind === 'list')
    return (
      before.options === after.options &&
      before.items.length === after.items.length &&
      before.items.every((item, at) => item === after.items[at])
    );
  if (before.kind === 'dict' && after.kind === 'dict') {
    if (before.options !== after.options || before.open !== after.open || before.entries.size !== after.entries.size)
      return false;
    for (const [key, entry] of before.entries) if (after.entries.get(key) !== entry) return false;
    return true;
  }
  return before.kind === 'instance' && after.kind === 'instance' && before.payload === after.payload;
}

/** The weakest statement about a value that the loop may have changed. */
function loosen(vm: Interpreter, value: Mutable, after: Content, reason: PyUnknown): void {
  const before = contentOf(value);
  const unknown = vm.derive(reason);
  if (value.kind === 'list' && before.kind === 'list' && after.kind === 'list' && !before.options) {
    // Where it can be one of several lists now, `items` is what they have in common.
    const kept = before.items.every((item, at) => after.items[at] === item);
    vm.touch(value);
    value.items = kept ? [...before.items, { ...unknown, many: true }] : [{ ...unknown, many: true }];
  } else if (value.kind === 'dict' && before.kind === 'dict' && after.kind === 'dict') {
    vm.touch(value);
    for (const [key, entry] of after.entries) {
      const earlier = before.entries.get(key);
      if (earlier === entry) continue;
      if (earlier?.value === entry.value) value.entries.set(key, earlier.maybe ? { ...entry, maybe: true } : entry);
      else {
        const either = vm.join([...[earlier?.value, entry.value].filter(isChangeable), unknown]);
        const maybe = earlier && !earlier.maybe ? {} : { maybe: true as const };
        const origin = entry.origin ? { origin: entry.origin } : {};
        if (value.namespace) value.entries.set(key, { key: entry.key, value: either, ...origin, ...maybe });
        else if (earlier) value.entries.set(key, { ...earlier, value: either });
      }
    }
    for (const [key, entry] of before.entries) {
      if (after.entries.has(key)) continue;
      if (value.namespace) value.entries.set(key, { ...entry, maybe: true });
      else value.entries.delete(key);
    }
    if (!value.namespace || after.open) value.open = value.open ?? unknown;
    if (!value.namespace) value.first = Math.min(ordered(before), sameBeginning([before.entries, after.entries]));
  } else vm.spoil(value, unknown);
}

/** What is done to a name that may still stand for such a value may be done to it. */
const isOpen = (value: PyValue): boolean =>
  value.kind === 'unknown' || (value.kind === 'choice' && value.options.some(isOpen));

/** Whether the loosened value covers what another run makes of it. */
function covers(value: Mutable, after: Content): boolean {
  if (value.kind === 'list' && after.kind === 'list') {
    return value.items.every((item, at) => after.items[at] === item);
  }
  if (value.kind === 'dict' && after.kind === 'dict') {
    if (!value.namespace && sameBeginning([value.entries, after.entries]) < ordered(value)) return false;
    for (const [key, entry] of value.entries) {
      const later = after.entries.get(key);
      if (!later && entry.maybe) continue;
      if (!later) return false;
      if (later.value !== entry.value && !isOpen(entry.value)) return false;
    }
    return value.namespace
      ? [...after.entries.keys()].every((key) => value.entries.has(key))
      : value.open !== undefined;
  }
  return value.kind === 'iterator';
}
