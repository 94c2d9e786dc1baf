/** Generators of the project: a body runs from one `yield` to the next, and waits between them as a value that can be kept. */

import { advance, isStop } from './advance.js';
import { caught, type Outcome, outcomeOf } from './branching.js';
import { perform, unwind } from './generator-steps.js';
import type { Task } from './generator-tasks.js';
import type { Frame, Interpreter } from './interpreter.js';
import { Exhausted, Raised } from './raised.js';
import type { PyInstance, PyIterator, PyValue } from './value.js';
import { none, stepping, str } from './value.js';

/** Python's own limit is 1000; settings that go deeper than this are not settings. */
const deepest = 60;

/** A generator between two steps. */
interface Waiting {
  readonly tasks: readonly Task[];
  readonly started: boolean;
}

/** Where a generator is while one of its steps runs. */
const running = 'running';

interface GeneratorIterator extends PyIterator {
  readonly frame: Frame;
}

/** How a generator is gone on with: with what is sent (None, by `next`) or thrown into it. */
export type Resumption = { readonly kind: 'send'; readonly value: PyValue } | Extract<Outcome, { kind: 'raise' }>;

/** The iterator that calling a generator function gives. */
export function generatorOf(vm: Interpreter, tasks: readonly Task[], frame: Frame): PyIterator {
  const waiting: Waiting = { tasks, started: false };
  const made: GeneratorIterator = {
    ...stepping('generator', waiting, (_machine, self) => resume(vm, self, { kind: 'send', value: none })),
    frame,
  };
  return vm.fresh(made);
}

export function isGenerator(value: PyIterator): value is GeneratorIterator {
  return 'frame' in value;
}

/** Go on to the next `yield`; `undefined` at the end, and then `returned` says what it gave. */
export function resume(vm: Interpreter, self: PyIterator, how: Resumption): PyValue | undefined {
  if (!isGenerator(self)) throw new TypeError('Not a generator');
  if (self.state === running) return vm.raise('ValueError', 'generator already executing');
  const waiting = self.state as Waiting | undefined;
  if (waiting === undefined) {
    if (how.kind === 'raise') throw how.error;
    return undefined;
  }
  if (!waiting.started && how.kind === 'send' && how.value.kind !== 'none')
    return vm.raise('TypeError', "can't send non-None value to a just-started generator");
  if (vm.depth >= deepest) throw new Exhausted('calls are nested too deeply');
  const { frame } = self;
  vm.touch(self);
  self.state = running;
  const { frame: outer } = vm;
  frame.caller = vm.frame;
  vm.frame = frame;
  vm.depth += 1;
  const tasks = [...waiting.tasks];
  let end: Outcome;
  try {
    end = caught(() => go(vm, frame, tasks, how));
  } finally {
    vm.depth -= 1;
    vm.frame = outer;
  }
  vm.touch(self);
  if (end.kind === 'value') {
    const next: Waiting = { tasks, started: true };
    self.state = next;
    return end.value;
  }
  self.state = undefined;
  if (end.kind !== 'raise') {
    self.returned = end.kind === 'return' ? end.value : none;
    return undefined;
  }
  if (isStop(end.error)) return refuseStop(vm, end.error);
  throw end.error;
}

/** A StopIteration that is raised inside a generator is the cause of another error, which comes where the item is asked for. */
export function refuseStop(vm: Interpreter, stop: Raised): never {
  const error = vm.call(vm.builtin('RuntimeError'), [str('generator raised StopIteration')]);
  vm.setAttribute(error, '__cause__', stop.exception);
  vm.setAttribute(error, '__context__', stop.exception);
  if (error.kind !== 'instance') throw stop;
  throw vm.toRaised(error);
}

/** Run to the next `yield` (a value) or to the end (a return). */
function go(vm: Interpreter, frame: Frame, tasks: Task[], how: Resumption): Outcome {
  let outcome: Outcome = resumed(vm, frame, tasks, how);
  for (;;) {
    vm.spend(1);
    const task = tasks.pop();
    if (!task) return outcome.kind === 'value' ? { kind: 'return', value: none } : outcome;
    if (outcome.kind === 'value') {
      const step = attempt(() => perform(vm, frame, task, tasks));
      if (step.kind === 'yielded') return { kind: 'value', value: step.value };
      outcome = step;
    } else {
      const left = outcome;
      outcome = caught(() => unwind(vm, frame, task, left, tasks));
    }
  }
}

/** Give what is sent to the `yield` that waits for it. */
function resumed(vm: Interpreter, frame: Frame, tasks: Task[], how: Resumption): Outcome {
  const top = tasks.at(-1);
  if (top?.kind === 'from' && isGenerator(top.source)) {
    const { source, fill } = top;
    if (how.kind === 'send' && how.value.kind === 'none') return outcomeOf(undefined);
    return caught(() => {
      const item = resume(vm, source, how);
      if (item) throw new Exhausted('what is sent through `yield from` is not followed');
      tasks.pop();
      tasks.push(fill(source.returned ?? none));
      return outcomeOf(undefined);
    });
  }
  if (how.kind === 'raise') {
    // It comes out of the `yield`.
    if (top?.kind === 'from' || top?.kind === 'waiting') frame.at = top.at;
    return { kind: 'raise', error: vm.toRaised(how.error.exception) };
  }
  if (top?.kind === 'waiting') {
    tasks.pop();
    tasks.push(top.fill(how.value));
  }
  return outcomeOf(undefined);
}

/** What a step does: it goes on, ends, or gives a value out. */
export type Step = Outcome | { readonly kind: 'yielded'; readonly value: PyValue };

function attempt(run: () => Step): Step {
  try {
    return run();
  } catch (error) {
    if (error instanceof Raised) return { kind: 'raise', error };
    throw error;
  }
}

/** `generator.close()` */
export function close(vm: Interpreter, self: PyIterator): PyValue {
  const waiting = self.state as Waiting | undefined;
  if (!isGenerator(self) || waiting === undefined || !waiting.started) {
    vm.touch(self);
    self.state = undefined;
    self.items = [];
    return none;
  }
  const exit = vm.toRaised(exceptionOf(vm, 'GeneratorExit'));
  try {
    const item = resume(vm, self, { kind: 'raise', error: exit });
    if (item) return vm.raise('RuntimeError', 'generator ignored GeneratorExit');
    return self.returned ?? none;
  } catch (error) {
    if (error instanceof Raised && (error === exit || error.exception.cls.name === 'GeneratorExit')) return none;
    throw error;
  }
}

/** `generator.send(value)`, and `next`: raises StopIteration at the end. */
export function send(vm: Interpreter, self: PyIterator, value: PyValue): PyValue {
  const item = isGenerator(self) ? resume(vm, self, { kind: 'send', value }) : advance(vm, self);
  return item ?? stop(vm, self);
}

/** `generator.throw(exception)` */
export function throwInto(
  vm: Interpreter,
  self: PyIterator,
  value: PyValue,
  argument: PyValue = none,
  traceback?: PyValue,
): PyValue {
  if (traceback && !vm.doubt(traceback)) vm.raise('TypeError', 'throw() third argument must be a traceback object');
  const error = exceptionToThrow(vm, value, argument);
  if (error.kind !== 'instance') throw new Exhausted('what is thrown into a generator is not known');
  if (!isGenerator(self)) return throwFrom(vm, self, error);
  return resume(vm, self, { kind: 'raise', error: vm.toRaised(error) }) ?? stop(vm, self);
}

/** The frames of the generators that are expressions, which handle nothing. */
export function expressionFrames(vm: Interpreter): WeakMap<PyIterator, Frame> {
  return vm.once('frames of generator expressions', () => new WeakMap<PyIterator, Frame>());
}

/** It comes from where the expression has come to, and ends it. */
function throwFrom(vm: Interpreter, self: PyIterator, error: PyInstance): never {
  const before = vm.frame;
  const frame = self.state === undefined ? undefined : expressionFrames(vm).get(self);
  vm.touch(self);
  self.state = undefined;
  if (!frame) throw vm.toRaised(error);
  frame.caller = before;
  vm.frame = frame;
  try {
    throw vm.toRaised(error);
  } finally {
    vm.frame = before;
  }
}

function exceptionToThrow(vm: Interpreter, value: PyValue, argument: PyValue): PyValue {
  if (value.kind === 'unknown' || value.kind === 'choice') return value;
  const cls = value.kind === 'instance' ? value.cls : value;
  if (cls.kind !== 'class' || !cls.mro.some((one) => one.name === 'BaseException' || one.open)) {
    const problem = 'exceptions must be classes or instances deriving from BaseException, not';
    return vm.raise('TypeError', `${problem} ${vm.typeName(value)}`);
  }
  if (value.kind === 'instance')
    return argument.kind === 'none' ? value : vm.raise('TypeError', 'instance exception may not have a separate value');
  if (argument.kind === 'none') return vm.call(cls);
  return argument.kind === 'tuple' ? vm.call(cls, argument.items) : vm.call(cls, [argument]);
}

/** The end of an iterator, as `next` tells it; what a generator returned is told once. */
export function stop(vm: Interpreter, self: PyIterator): never {
  const { returned } = self;
  delete self.returned;
  return returned && returned.kind !== 'none' ? vm.raise('StopIteration', returned) : vm.raise('StopIteration');
}

function exceptionOf(vm: Interpreter, name: string) {
  const made = vm.call(vm.builtinClass(name));
  if (made.kind !== 'instance') throw new TypeError(`No exception ${name}`);
  return made;
}
