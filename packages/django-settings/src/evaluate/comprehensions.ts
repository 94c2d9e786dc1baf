/** Comprehensions and generator expressions: a function of their own, the first iterable aside. */
import type { Comprehension, Expression } from '../syntax/tree.js';
import { type AnyNode, childrenOf } from '../syntax/tree-walk.js';
import { advance, isStop, iteratorOf } from './advance.js';
import { addItem } from './builtins/set-methods.js';
import { putItem } from './changing-items.js';
import { expressionFrames, refuseStop } from './generators.js';
import type { Frame, Interpreter } from './interpreter.js';
import { anyTimes } from './loops.js';
import { placed, truthOf } from './placing.js';
import { Raised } from './raised.js';
import { namesOf } from './scopes.js';
import { maybeOf, stillOf } from './through-unknowns.js';
import type { PyIterator, PySet, PyUnknown, PyValue } from './value.js';
import { emptyDict, emptyNamespace, none, stepping, str, tuple } from './value.js';

export function comprehension(vm: Interpreter, node: Comprehension, frame: Frame): PyValue {
  const [first] = node.generators;
  if (!first) return none;
  const source = vm.evaluate(first.iterable, frame);
  const iterate = () => iteratorOf(vm, source);
  if (node.type === 'generator') return generatorExpression(vm, node, frame, placed(frame, first.iterable, iterate));
  if (node.type === 'list') {
    const items: PyValue[] = [];
    collect(vm, node, frame, source, (value) => items.push(value));
    return vm.fresh({ kind: 'list', items, options: undefined });
  }
  if (node.type === 'set') {
    const set: PySet = { kind: 'set', frozen: false, entries: new Map(), open: undefined, options: undefined };
    collect(vm, node, frame, source, (value, inner) => placed(inner, node.value, () => addItem(vm, set, value)));
    return vm.fresh(set);
  }
  const dict = vm.fresh(emptyDict());
  collect(vm, node, frame, source, (value, inner) => {
    if (value.kind !== 'tuple') {
      dict.open = dict.open ?? (value.kind === 'unknown' ? stillOf(vm, value) : vm.derive(value));
      return;
    }
    const [key = none, item = none] = value.items;
    placed(inner, node.key ?? node.value, () => putItem(vm, dict, key, item));
  });
  return dict;
}

function collect(
  vm: Interpreter,
  node: Comprehension,
  frame: Frame,
  source: PyValue,
  emit: (value: PyValue, inner: Frame) => void,
): void {
  const inner = frameOf(vm, node, frame);
  const previous = vm.frame;
  vm.frame = inner;
  try {
    loop(vm, node, 0, inner, source, (value) => emit(value, inner));
  } finally {
    vm.frame = previous;
  }
}

function frameOf(vm: Interpreter, node: Comprehension, frame: Frame): Frame {
  const scope = namesOf(
    node.generators.map((one) => ({
      kind: 'assign' as const,
      start: 0,
      end: 0,
      targets: [one.target],
      value: one.target,
    })),
  );
  return {
    ...frame,
    globals: frame.kind === 'class' && frame.name === '<module>' ? seenInside(vm, frame) : frame.globals,
    kind: 'function',
    name: '<comprehension>',
    locals: vm.fresh(emptyNamespace()),
    scope: { locals: scope.locals, globals: frame.scope.globals, nonlocals: new Set() },
    // A class body's names are not seen from inside.
    closure: frame.kind === 'class' ? frame.closure : frame,
    caller: frame.caller,
  };
}

/** Whether the locals that `exec` was given are seen in a comprehension depends on its kind and the version of Python. */
function seenInside(vm: Interpreter, frame: Frame): Frame['globals'] {
  const why = vm.unknown('whether a comprehension sees the locals of `exec` depends on the version of Python');
  const entries = new Map(frame.globals.entries);
  for (const [key, entry] of frame.locals.entries) if (!entries.has(key)) entries.set(key, { ...entry, value: why });
  return { ...frame.globals, entries };
}

function elementOf(vm: Interpreter, node: Comprehension, inner: Frame): PyValue {
  if (!node.key) return vm.evaluate(node.value, inner);
  const key = vm.evaluate(node.key, inner);
  return tuple([key, vm.evaluate(node.value, inner)]);
}

/** Gives one element after another; its state are the iterators of the nested `for`s, outermost first. */
function generatorExpression(vm: Interpreter, node: Comprehension, frame: Frame, first: PyIterator): PyValue {
  const plain = frameOf(vm, node, frame);
  // It is a function of its first iterator, which a `super()` in it finds.
  const inner: Frame = { ...plain, method: { cls: plain.method?.cls, first: '.0' } };
  inner.locals.entries.set('.0', { key: str('.0'), value: first });
  const next = (self: PyIterator, loose: boolean): PyValue | undefined => {
    for (;;) {
      const sources = self.state as readonly PyIterator[];
      const source = sources.at(-1);
      const generator = node.generators[sources.length - 1];
      if (!source || !generator) return undefined;
      const item = placed(inner, generator.iterable, () => advance(vm, source, loose));
      if (!item) {
        self.state = sources.slice(0, -1);
        continue;
      }
      if (item.kind === 'unknown' && item.many) {
        const at = sources.length - 1;
        if (acts(node)) anyTimes(vm, item, () => perhaps(vm, node, at, inner, item));
        return { ...stillOf(vm, item), many: true };
      }
      vm.assign(generator.target, item, inner);
      const doubt = conditionsHold(vm, generator.conditions, inner);
      if (doubt === false) continue;
      if (doubt !== true) return { ...inDoubt(vm, node, sources.length, inner, doubt), many: true };
      const deeper = node.generators[sources.length];
      if (!deeper) return elementOf(vm, node, inner);
      const iterable = vm.evaluate(deeper.iterable, inner);
      self.state = [...sources, placed(inner, deeper.iterable, () => iteratorOf(vm, iterable))];
    }
  };
  let executing = false;
  inner.at = { start: node.start, end: node.start };
  const made = vm.fresh(
    stepping('generator', [first], (_, self, loose) => {
      if (executing) return vm.raise('ValueError', 'generator already executing');
      const previous = vm.frame;
      inner.caller = previous;
      vm.frame = inner;
      executing = true;
      try {
        return next(self, loose);
      } catch (error) {
        // What has raised is at its end.
        if (error instanceof Raised) self.state = undefined;
        if (!(error instanceof Raised && isStop(error))) throw error;
        // This is said where the item is asked for.
        vm.frame = previous;
        return refuseStop(vm, error);
      } finally {
        executing = false;
        vm.frame = previous;
        inner.at = node.value;
      }
    }),
  );
  expressionFrames(vm).set(made, inner);
  return made;
}

function loop(
  vm: Interpreter,
  node: Comprehension,
  at: number,
  frame: Frame,
  source: PyValue | undefined,
  emit: (value: PyValue) => void,
): void {
  const generator = node.generators[at];
  if (!generator) {
    emit(elementOf(vm, node, frame));
    return;
  }
  const iterable = source ?? vm.evaluate(generator.iterable, frame);
  const items = placed(frame, generator.iterable, () => iteratorOf(vm, iterable));
  const next = () => placed(frame, generator.iterable, () => advance(vm, items, node.type === 'set'));
  for (let item = next(); item; item = next()) {
    if (item.kind === 'unknown' && item.many) {
      // Any number of items that are not known: so are the elements made of them.
      if (acts(node)) anyTimes(vm, item, () => perhaps(vm, node, at, frame, item));
      emit({ ...stillOf(vm, item), many: true });
      continue;
    }
    vm.assign(generator.target, item, frame);
    const doubt = conditionsHold(vm, generator.conditions, frame);
    if (doubt === false) continue;
    if (doubt === true) loop(vm, node, at + 1, frame, undefined, emit);
    else emit({ ...inDoubt(vm, node, at + 1, frame, doubt), many: true });
  }
}

/** What is done for one of any number of items that are not known. */
function perhaps(
  vm: Interpreter,
  node: Comprehension,
  at: number,
  frame: Frame,
  { many: _, ...item }: PyUnknown,
): void {
  const generator = node.generators[at];
  if (!generator) return;
  vm.assign(generator.target, item, frame);
  if (conditionsHold(vm, generator.conditions, frame) !== false)
    loop(vm, node, at + 1, frame, undefined, () => undefined);
}

/** The elements that there are where a condition holds of which that is not known. */
function inDoubt(vm: Interpreter, node: Comprehension, at: number, frame: Frame, doubt: PyUnknown): PyUnknown {
  const made: PyValue[] = [];
  const make = () => {
    loop(vm, node, at, frame, undefined, (value) => made.push(value));
    return none;
  };
  vm.fork([make, () => none], doubt);
  return maybeOf(
    vm,
    doubt,
    made.flatMap((value) => (node.key && value.kind === 'tuple' ? value.items : [value])),
  );
}

const acting = new WeakMap<Comprehension, boolean>();

/** Whether making an element may do anything besides: it calls something, or binds a name. */
function acts(node: Comprehension): boolean {
  const known = acting.get(node);
  if (known !== undefined) return known;
  const { key, value, generators } = node;
  const found = [value, ...(key ? [key] : []), ...generators.flatMap(({ conditions }) => conditions)].some(holdsCall);
  acting.set(node, found);
  return found;
}

const holdsCall = (part: AnyNode): boolean =>
  ['call', 'walrus', 'await'].includes(part.kind) || childrenOf(part).some(holdsCall);

function conditionsHold(vm: Interpreter, conditions: readonly Expression[], frame: Frame): boolean | PyUnknown {
  for (const condition of conditions) {
    const value = vm.evaluate(condition, frame);
    const truth = truthOf(vm, condition, value, frame);
    if (truth === 'no') return false;
    if (truth === 'maybe') return vm.doubt(value) ?? vm.unknown('a condition is not known');
  }
  return true;
}
