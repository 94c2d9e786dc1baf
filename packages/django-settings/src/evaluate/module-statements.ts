/** Statements one after another; those of a module end neither the audit nor each other when they cannot be evaluated. */
import type { Statement } from '../syntax/tree.js';
import type { Completion, Frame, Interpreter } from './interpreter.js';
import { bind } from './names.js';
import { Exhausted, Raised } from './raised.js';
import { namesBoundBy } from './scopes.js';
import { executeStatement } from './statements.js';
import { noteChanges } from './tracing.js';

/** Steps that one statement of a module may take. */
const perStatement = 400_000;

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
  const before = {
    trace: vm.trace,
    left: vm.budget.statement,
    depth: vm.depth,
    boundaries: vm.boundaries.length,
    forks: vm.forks.depth,
  };
  const allowance = Math.min(vm.budget.total, perStatement);
  vm.trace = { reads: new Set(), steps: [], origins: new Set() };
  vm.budget.statement = allowance;
  const mark = vm.journal.begin();
  try {
    const completion = executeStatement(vm, statement, frame);
    frame.at = statement;
    noteChanges(vm, frame, vm.journal.untold(mark));
    return completion;
  } catch (error) {
    if (error instanceof Raised) {
      if (!vm.recover || vm.forks.depth > 0 || vm.boundaries.length > 0 || isExit(error)) throw error;
      vm.failures.push({ error, certain: true });
      giveUp(vm, statement, frame, 'an error would have stopped the settings here');
      return undefined;
    }
    const why =
      error instanceof Exhausted
        ? error.why
        : error instanceof RangeError
          ? 'it is nested too deeply'
          : 'it could not be evaluated';
    vm.boundaries.length = before.boundaries;
    vm.forks.depth = before.forks;
    vm.frame = frame;
    vm.depth = before.depth;
    vm.budget.statement = 10_000;
    const unknown = vm.unknown(why);
    for (const value of new Set(vm.journal.touched(mark))) {
      if (value.kind === 'dict' && value.namespace) continue;
      vm.spoil(value, unknown);
    }
    vm.givenUp.push({ why, at: frame.file.at(statement) });
    giveUp(vm, statement, frame, why);
    return undefined;
  } finally {
    vm.journal.end(mark);
    vm.trace = before.trace;
    vm.budget.total = Math.max(1000, vm.budget.total - (allowance - vm.budget.statement));
    vm.budget.statement = Math.min(before.left, vm.budget.total);
  }
}

/** A statement of a class, whose attributes can be settings: each has an account of its own. */
function ofClass(vm: Interpreter, statement: Statement, frame: Frame): Completion {
  const { trace } = vm;
  vm.trace = { reads: new Set(), steps: [], origins: new Set() };
  try {
    return executeStatement(vm, statement, frame);
  } finally {
    for (const read of vm.trace.reads) trace.reads.add(read);
    for (const origin of vm.trace.origins) trace.origins.add(origin);
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
  const spare = vm.budget.statement;
  vm.budget.statement = 10_000;
  for (const name of namesBoundBy(statement)) bind(vm, name, vm.unknown(why), frame);
  if (importsAll(statement)) {
    vm.touch(frame.locals);
    frame.locals.open = frame.locals.open ?? vm.unknown(why);
  }
  vm.budget.statement = spare;
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
