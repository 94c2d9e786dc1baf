/** `try` and `with`: which handler takes an exception, also where it is not certain that there is one. */
import type { Truth } from '@django-golive/core';
import type { Handler, Statement, Try, With } from '../syntax/tree.js';
import { caught, completionOf, forkOutcomes, type Outcome, outcomeOf, withBoundary } from './branching.js';
import { expectedBy, importErrors } from './expected-errors.js';
import type { Completion, Frame, Interpreter } from './interpreter.js';
import { fileGuards } from './library/file-errors.js';
import { bind, homeOf, unbind } from './names.js';
import { placed } from './placing.js';
import type { Raised } from './raised.js';
import { swallowedBy, swallowedByFinally } from './swallowing.js';
import { originOf } from './tracing.js';
import type { PyValue } from './value.js';
import { none, stringKey } from './value.js';

const fileErrors = ['FileNotFoundError', 'OSError', 'IOError', 'EnvironmentError', 'Exception', 'BaseException'];

export function executeTry(vm: Interpreter, node: Try, frame: Frame): Completion {
  if (node.finally.length === 0) return completionOf(handled(vm, node, frame));
  return completionOf(
    withFinally(
      vm,
      () => waitingFor(vm, swallowedByFinally(node.finally), () => handled(vm, node, frame)),
      () => vm.execute(node.finally, frame),
      frame,
    ),
  );
}

/** However the body ends, the last part is run; how that part ends counts, where it does not end normally. */
function withFinally(vm: Interpreter, body: () => Outcome, last: () => Completion, frame: Frame): Outcome {
  return withBoundary(
    vm,
    'finally',
    () => body(),
    (ended) => {
      const end = caught(ended);
      const completion = end.kind === 'raise' ? whileHandling(frame, end.error, last) : last();
      return completion ? outcomeOf(completion) : end;
    },
  );
}

function handled(vm: Interpreter, node: Try, frame: Frame): Outcome {
  if (node.group) return outcomeOf(vm.groupTry(node, frame));
  if (node.handlers.length === 0) return outcomeOf(vm.execute([...node.body, ...node.otherwise], frame));
  return withBoundary(
    vm,
    'try',
    () => expecting(vm, node.handlers, frame, () => outcomeOf(vm.execute(node.body, frame))),
    (ended) => {
      const end = ended();
      if (end.kind === 'raise') return handle(vm, node.handlers, 0, end.error, frame);
      return end.kind === 'value' ? outcomeOf(vm.execute(node.otherwise, frame)) : end;
    },
  );
}

/** Run something inside a `try` with these handlers. */
export function expecting<T>(vm: Interpreter, handlers: readonly Handler[], frame: Frame, run: () => T): T {
  const waits = (names: readonly string[]) => catches(vm, handlers, names, frame);
  return waiting(vm, waits, expectedBy(handlers), run);
}

/** Run something whose errors of these names are swallowed. */
function waitingFor<T>(vm: Interpreter, names: readonly string[], run: () => T): T {
  return names.length === 0 ? run() : waiting(vm, (some) => some.some((name) => names.includes(name)), names, run);
}

/** `waits` says whether one of the exceptions so named is waited for. */
function waiting<T>(
  vm: Interpreter,
  waits: (names: readonly string[]) => boolean,
  expected: readonly string[],
  run: () => T,
): T {
  const [guards, missing] = [waits(importErrors), waits(fileErrors)].map(Number) as [number, number];
  const files = fileGuards(vm);
  vm.guards += guards;
  files.around += missing;
  vm.expected.push(expected);
  try {
    return run();
  } finally {
    vm.guards -= guards;
    files.around -= missing;
    vm.expected.pop();
  }
}

function catches(vm: Interpreter, handlers: readonly Handler[], names: readonly string[], frame: Frame): boolean {
  return handlers.some(({ type }) => {
    if (!type) return true;
    const nodes = type.kind === 'tuple' ? type.items : [type];
    return nodes.some((node) => {
      if (node.kind === 'attribute') return names.includes(node.name);
      return (
        node.kind === 'name' &&
        names.includes(node.name) &&
        vm.builtins.entries.has(stringKey(node.name)) &&
        frame !== undefined
      );
    });
  });
}

function handle(vm: Interpreter, handlers: readonly Handler[], at: number, error: Raised, frame: Frame): Outcome {
  const handler = handlers[at];
  if (!handler) return { kind: 'raise', error };
  const run = (): Outcome => {
    const before = { handling: frame.handling, control: vm.control };
    frame.handling = error;
    if (frame.kind === 'module') {
      const { exception, at } = error;
      const tells = () => `\`${exception.cls.name}\` is handled, raised at ${at.path}:${at.start.line}`;
      vm.control = originOf(vm, frame, { role: 'condition', tells }, undefined);
    }
    const { name } = handler;
    if (name) placed(frame, handler, () => bind(vm, name, error.exception, frame));
    try {
      return outcomeOf(vm.execute(handler.body, frame));
    } finally {
      vm.control = before.control;
      forgetHandled(vm, handler, before.handling, frame);
    }
  };
  const next = (): Outcome => handle(vm, handlers, at + 1, error, frame);
  const { types, match } = whileHandling(frame, error, () => matchOf(vm, handler, error, frame));
  if (match === 'yes') return run();
  if (match === 'no') return next();
  return forkOutcomes(vm, [run, next], types ? vm.doubt(types) : undefined);
}

/** What the type of a handler is, and whether it takes the exception. */
function matchOf(vm: Interpreter, handler: Handler, error: Raised, frame: Frame) {
  const { type } = handler;
  if (!type) return { types: undefined, match: 'yes' as const };
  const types = vm.evaluate(type, frame);
  const match = placed(frame, handler, () => matches(vm, error, types));
  return { types, match };
}

/** An exception that is raised here has this one for its context. */
export function whileHandling<T>(frame: Frame, error: Raised, run: () => T): T {
  const before = frame.handling;
  frame.handling = error;
  try {
    return run();
  } finally {
    frame.handling = before;
  }
}

/** After a handler its exception is no longer handled, and its name is unbound. */
export function forgetHandled(vm: Interpreter, handler: Handler, before: Raised | undefined, frame: Frame): void {
  frame.handling = before;
  const { name } = handler;
  if (!name) return;
  // The space of a class may refuse that the name is bound again.
  if (frame.kind === 'class') bind(vm, name, none, frame);
  if (homeOf(name, frame).entries.has(stringKey(name))) unbind(vm, name, frame);
}

/** What a handler cannot name. */
function isNoException(vm: Interpreter, type: PyValue): boolean {
  if (type.kind === 'unknown' || type.kind === 'choice') return false;
  return (
    type.kind !== 'class' || !(type.mro.includes(vm.builtinClass('BaseException')) || type.mro.some((cls) => cls.open))
  );
}

/** A handler names exceptions alone. */
export function refuseNoExceptions(vm: Interpreter, types: PyValue): void {
  const all = types.kind === 'tuple' ? types.items : [types];
  if (all.some((type) => isNoException(vm, type)))
    vm.raise('TypeError', 'catching classes that do not inherit from BaseException is not allowed');
}

/** Whether an exception is of one of the types that a handler names. */
export function matches(vm: Interpreter, error: Raised, types: PyValue): 'yes' | 'no' | 'maybe' {
  refuseNoExceptions(vm, types);
  const all = types.kind === 'tuple' ? types.items : [types];
  const truths = all.map((type) => (type.kind === 'class' ? vm.isInstance(error.exception, type) : 'maybe'));
  return truths.includes('yes') ? 'yes' : truths.includes('maybe') ? 'maybe' : 'no';
}

export function executeWith(vm: Interpreter, node: With, frame: Frame): Completion {
  return completionOf(withItem(vm, node, 0, frame));
}

function withItem(vm: Interpreter, node: With, at: number, frame: Frame): Outcome {
  const item = node.items[at];
  if (!item) return outcomeOf(vm.execute(node.body as readonly Statement[], frame));
  const manager = vm.evaluate(item.context, frame);
  if (manager.kind === 'unknown' || manager.kind === 'choice' || node.asynchronous) {
    if (item.target) vm.assign(item.target, vm.derive(manager), frame);
    return withItem(vm, node, at + 1, frame);
  }
  const { exit, value } = placed(frame, item.context, () => entered(vm, manager));
  if (!exit) {
    if (item.target) vm.assign(item.target, value, frame);
    return withItem(vm, node, at + 1, frame);
  }
  return withBoundary(
    vm,
    'finally',
    () => {
      if (item.target) vm.assign(item.target, value, frame);
      const run = () => withItem(vm, node, at + 1, frame);
      return waitingFor(vm, swallowedBy(manager), run);
    },
    (ended) => {
      const end = caught(ended);
      // What leaving raises is of the line of the `with`.
      frame.at = item.context;
      if (end.kind !== 'raise') {
        vm.call(exit, [none, none, none]);
        return end;
      }
      const { exception } = end.error;
      const before = frame.handling;
      frame.handling = end.error;
      let swallowed: Truth;
      try {
        swallowed = vm.truth(vm.call(exit, [exception.cls, exception, none]));
      } finally {
        frame.handling = before;
      }
      return swallowed === 'yes' ? { kind: 'value', value: none } : end;
    },
  );
}

/** What a context manager gives when it is entered, and its `__exit__`; none where its class is not known. */
export function entered(vm: Interpreter, manager: PyValue): { readonly exit?: PyValue; readonly value: PyValue } {
  if (manager.kind === 'unknown' || manager.kind === 'choice') return { value: vm.derive(manager) };
  const enter = vm.special(manager, '__enter__');
  const exit = vm.special(manager, '__exit__');
  if (enter && exit) return { exit, value: vm.call(enter) };
  const open = manager.kind === 'instance' ? manager.cls.mro.find((cls) => cls.open)?.open : undefined;
  if (open) return { value: vm.derive(open) };
  const missed = enter ? ' (missed __exit__ method)' : '';
  return vm.raise(
    'TypeError',
    `'${vm.typeName(manager)}' object does not support the context manager protocol${missed}`,
  );
}
