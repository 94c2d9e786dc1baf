/** Statements one after another; those of a module end neither the audit nor each other when they cannot be evaluated. */

import { budgets } from '../budgets.js';
import type { Statement } from '../syntax/tree.js';
import { mayFail } from './calls.js';
import type { Completion, Frame, Interpreter } from './interpreter.js';
import { mentionedBy } from './mentioned-values.js';
import { bind } from './names.js';
import { Exhausted, Raised } from './raised.js';
import { namesBoundBy } from './scopes.js';
import { executeStatement } from './statements.js';
import { emptyTrace, noteChanges } from './tracing.js';
import { losePlaces } from './unwritten-places.js';
import type { Key, PyDict, PyUnknown } from './value.js';
import { str, stringKey } from './value.js';

export function execute(vm: Interpreter, body: readonly Statement[], frame: Frame): Completion {
  for (const statement of body) {
    const completion =
      frame.kind === 'module'
        ? ofModule(vm, statement, frame)
        : frame.kind === 'class'
          ? ofClass(vm, statement, frame)
          : executeStatement(vm, statement, frame);
    if (completion) return completion;
  }
  return undefined;
}

/** A statement of a module: with an account, a budget and a limit to what its failure takes with it. */
function ofModule(vm: Interpreter, statement: Statement, frame: Frame): Completion {
  if (vm.budget.left < 0) throw usedUp();
  const { trace } = vm;
  const { left, statement: outer } = vm.budget;
  const restore = stateOf(vm, frame);
  vm.trace = emptyTrace();
  vm.budget.statement = Math.min(outer, Math.max(budgets.leastSteps, Math.floor(left / budgets.share)));
  const mark = vm.journal.begin();
  try {
    const completion = executeStatement(vm, statement, frame);
    frame.at = statement;
    noteChanges(vm, frame, vm.journal.untold(mark));
    return completion;
  } catch (error) {
    if (error instanceof Exhausted && error.whole) throw error;
    if (error instanceof Raised) {
      if (!vm.recover || vm.forks.depth > 0 || vm.boundaries.length > 0 || isExit(error)) throw error;
      vm.failures.push({ error, certain: true });
      if (vm.enough()) throw new Exhausted('the errors that were asked for are known', true);
      const why = 'an error would have stopped the settings here';
      withGrace(vm, () => losePlaces(vm, statement, frame, vm.unknown(why)));
      giveUp(vm, statement, frame, why);
      return undefined;
    }
    if (vm.budget.left < 0) throw usedUp();
    if (mayBeCaught(vm)) throw error;
    const why =
      error instanceof Exhausted
        ? error.why
        : error instanceof RangeError
          ? 'it is nested too deeply'
          : 'it could not be evaluated';
    restore();
    withGrace(vm, () => {
      const unknown = vm.unknown(why);
      for (const { value, key } of vm.journal.touched(mark)) {
        if (key === undefined) {
          if (value.kind !== 'dict' || !value.namespace) vm.spoil(value, unknown);
        } else if (value.kind === 'dict') loseName(vm, value, key, unknown);
      }
      const { values, globals } = mentionedBy(statement, frame);
      for (const value of values) vm.spoil(value, unknown);
      for (const one of globals) loseName(vm, one.globals, stringKey(one.name), unknown);
    });
    vm.givenUp.push({ why, at: frame.file.at(statement), after: vm.failures.length });
    giveUp(vm, statement, frame, why);
    mayFail(vm, vm.unknown(why));
    return undefined;
  } finally {
    vm.journal.end(mark);
    vm.trace = trace;
    vm.budget.statement = outer - (left - vm.budget.left);
  }
}

/** Whether what a statement may raise, a handler around it may catch: then what follows inside need not be run. */
function mayBeCaught(vm: Interpreter): boolean {
  return vm.expected.some((names) => names.some((name) => name !== 'ImportError' && name !== 'ModuleNotFoundError'));
}

function usedUp(): Exhausted {
  return new Exhausted('evaluating the settings takes too many steps', true);
}

/** A name that a statement may have bound on its way is not known. */
function loseName(vm: Interpreter, dict: PyDict, key: Key, unknown: PyUnknown): void {
  const entry = dict.entries.get(key);
  if (typeof key !== 'string' || entry?.value.kind === 'module') return;
  vm.journal.touchName(dict, key);
  dict.entries.set(key, entry ? { ...entry, value: unknown } : { key: str(key), value: unknown, maybe: true });
}

/** The state in which a statement begins, as what brings it back when the statement is left in the middle of anything. */
function stateOf(vm: Interpreter, frame: Frame): () => void {
  const { depth, guards, control } = vm;
  const [boundaries, causes, expected, importing] = [
    vm.boundaries.length,
    vm.forks.causes.length,
    vm.expected.length,
    vm.importing.length,
  ];
  const { depth: forks } = vm.forks;
  return () => {
    vm.frame = frame;
    vm.depth = depth;
    vm.guards = guards;
    vm.control = control;
    vm.boundaries.length = boundaries;
    vm.forks.depth = forks;
    vm.forks.causes.length = causes;
    (vm.expected as unknown[]).length = expected;
    vm.importing.length = importing;
  };
}

/** Work that tells what a statement leaves behind has an account of its own: of the steps, the statement may have used all that it had. */
function withGrace(vm: Interpreter, run: () => void): void {
  const { left, grace } = vm.budget;
  if (grace <= 0) throw usedUp();
  const most = Math.min(budgets.graceSteps, grace);
  vm.budget.left = most;
  vm.budget.statement = most;
  try {
    run();
  } catch (error) {
    throw error instanceof Exhausted ? usedUp() : error;
  } finally {
    vm.budget.grace -= most - vm.budget.left;
    vm.budget.left = left;
  }
}

/** A statement of a class, whose attributes can be settings: each has an account of its own. */
function ofClass(vm: Interpreter, statement: Statement, frame: Frame): Completion {
  const { trace } = vm;
  vm.trace = emptyTrace();
  try {
    return executeStatement(vm, statement, frame);
  } finally {
    for (const read of vm.trace.reads) trace.reads.add(read);
    trace.used.addAll(vm.trace.used);
    trace.steps.push(...vm.trace.steps);
    vm.trace = trace;
  }
}

function isExit(error: Raised): boolean {
  return error.exception.cls.mro.some(({ name }) => name === 'SystemExit' || name === 'KeyboardInterrupt');
}

/** What the statement would have bound is unknown. */
function giveUp(vm: Interpreter, statement: Statement, frame: Frame, why: string): void {
  frame.at = statement;
  withGrace(vm, () => {
    for (const name of namesBoundBy(statement)) bind(vm, name, vm.unknown(why), frame);
    if (!importsAll(statement)) return;
    vm.touch(frame.locals);
    frame.locals.open = frame.locals.open ?? vm.unknown(why);
  });
}

function importsAll(statement: Statement): boolean {
  switch (statement.kind) {
    case 'import-from':
      return statement.names.some(({ name }) => name === '*');
    case 'if':
      return [...statement.body, ...statement.otherwise].some(importsAll);
    case 'try':
      return [
        ...statement.body,
        ...statement.otherwise,
        ...statement.finally,
        ...statement.handlers.flatMap((one) => one.body),
      ].some(importsAll);
    case 'with':
    case 'for':
    case 'while':
      return statement.body.some(importsAll);
    default:
      return false;
  }
}
