/** Executes statements. */
import type { Truth } from '@django-golive/core';
import type { Expression, Statement } from '../syntax/tree.js';
import { annotateFunction, annotateName } from './annotations.js';
import { augment, remove } from './assignment.js';
import { forkStatements } from './branching.js';
import { defineClass } from './classes.js';
import { defineFunction } from './functions.js';
import { importFrom, importNames } from './imports.js';
import type { Completion, Frame, Interpreter } from './interpreter.js';
import { executeFor, executeWhile } from './loops.js';
import { executeMatch } from './matching.js';
import { bind } from './names.js';
import { narrowings } from './narrowing.js';
import type { Origin } from './origin.js';
import { truthOf } from './placing.js';
import { noteUnreadable } from './syntax-errors.js';
import { originOf } from './tracing.js';
import { executeTry, executeWith } from './trying.js';
import type { PyClass, PyValue } from './value.js';
import { none } from './value.js';

export function executeStatement(vm: Interpreter, statement: Statement, frame: Frame): Completion {
  vm.spend(1);
  frame.at = statement;
  switch (statement.kind) {
    case 'expression':
      vm.evaluate(statement.value, frame);
      return undefined;
    case 'assign': {
      const value = vm.evaluate(statement.value, frame);
      for (const target of statement.targets) vm.assign(target, value, frame);
      return undefined;
    }
    case 'augmented':
      augment(vm, statement, frame);
      return undefined;
    case 'annotated':
      return annotated(vm, statement, frame);
    case 'delete':
      for (const target of statement.targets) remove(vm, target, frame);
      return undefined;
    case 'pass':
    case 'global':
    case 'nonlocal':
      return undefined;
    case 'break':
    case 'continue':
      return { kind: statement.kind };
    case 'return':
      return { kind: 'return', value: statement.value ? vm.evaluate(statement.value, frame) : none };
    case 'raise':
      return raise(vm, statement, frame);
    case 'assert': {
      const test = vm.evaluate(statement.test, frame);
      vm.decide(
        test,
        () => none,
        () => {
          const message = statement.message ? [vm.evaluate(statement.message, frame)] : [];
          frame.at = statement.test;
          return vm.raise('AssertionError', ...message);
        },
        truthOf(vm, statement.test, test, frame),
      );
      return undefined;
    }
    case 'import':
      importNames(vm, statement, frame);
      return undefined;
    case 'import-from':
      importFrom(vm, statement, frame);
      return undefined;
    case 'if':
      return conditional(
        vm,
        statement.test,
        () => vm.execute(statement.body, frame),
        () => vm.execute(statement.otherwise, frame),
        frame,
      );
    case 'for':
      return executeFor(vm, statement, frame);
    case 'while':
      return executeWhile(vm, statement, frame);
    case 'try':
      return executeTry(vm, statement, frame);
    case 'with':
      return executeWith(vm, statement, frame);
    case 'match':
      return executeMatch(vm, statement, frame);
    case 'function': {
      const decorators = statement.decorators.map((node) => vm.evaluate(node, frame));
      let value: PyValue = defineFunction(vm, statement, frame);
      if (statement.typeParameters.length === 0) {
        const annotations = annotateFunction(vm, statement.parameters, statement.returns, frame);
        if (annotations.kind === 'dict') vm.setAttribute(value, '__annotations__', annotations);
      }
      value = decorated(vm, statement, decorators, value, frame);
      bind(vm, statement.name, value, frame);
      return undefined;
    }
    case 'class': {
      const decorators = statement.decorators.map((node) => vm.evaluate(node, frame));
      let value = defineClass(vm, statement, frame);
      value = decorated(vm, statement, decorators, value, frame);
      bind(vm, statement.name, value, frame);
      return undefined;
    }
    case 'type-alias':
      bind(vm, statement.name, vm.unknown('type aliases are not evaluated'), frame);
      return undefined;
    case 'opaque':
      noteUnreadable(vm, vm.here());
      spoilNamed(vm, frame.file.text.slice(statement.start, statement.end), frame);
      for (const name of statement.names) bind(vm, name, vm.unknown('this line cannot be read as Python'), frame);
      return undefined;
  }
}

/** What a statement that is not read names, it may have changed. */
function spoilNamed(vm: Interpreter, text: string, { locals, globals }: Frame): void {
  const why = vm.unmodelled('a line that cannot be read as Python may have changed it');
  for (const [word] of text.matchAll(/[\p{ID_Start}_]\p{ID_Continue}*/gu)) {
    const entry = locals.entries.get(word) ?? globals.entries.get(word);
    if (entry) vm.spoil(entry.value, why);
  }
}

/** What its decorators make of a function or class, the nearest first, each at its own line. */
function decorated(
  vm: Interpreter,
  { decorators: nodes }: Extract<Statement, { kind: 'function' | 'class' }>,
  decorators: readonly PyValue[],
  value: PyValue,
  frame: Frame,
): PyValue {
  const { at } = frame;
  let made = value;
  for (let index = decorators.length - 1; index >= 0; index -= 1) {
    frame.at = nodes[index] ?? at;
    made = vm.call(decorators[index] as PyValue, [made]);
  }
  frame.at = at;
  return made;
}

function annotated(vm: Interpreter, statement: Extract<Statement, { kind: 'annotated' }>, frame: Frame): Completion {
  if (statement.value) vm.assign(statement.target, vm.evaluate(statement.value, frame), frame);
  annotateName(vm, statement, frame);
  return undefined;
}

/** One of two ways by a condition, with what the condition depends on. */
export function conditional(
  vm: Interpreter,
  test: Expression,
  whenTrue: () => Completion,
  whenFalse: () => Completion,
  frame: Frame,
): Completion {
  const value = vm.evaluate(test, frame);
  const truth = truthOf(vm, test, value, frame);
  const before = vm.control;
  if (frame.kind === 'module') vm.control = under(vm, test, truth, frame);
  try {
    if (truth === 'yes') return whenTrue();
    if (truth === 'no') return whenFalse();
    const narrowed = narrowings(vm, test, frame);
    if (narrowed) {
      return forkStatements(
        vm,
        narrowed.map((narrow) => () => {
          narrow();
          return conditional(vm, test, whenTrue, whenFalse, frame);
        }),
      );
    }
    return forkStatements(vm, [whenTrue, whenFalse], vm.doubt(value));
  } finally {
    vm.control = before;
  }
}

/** What is done under a condition depends on what the condition was made of. */
function under(vm: Interpreter, test: Expression, truth: Truth, frame: Frame): Origin {
  const tells = (): string => {
    const condition = clip(frame.file.text.slice(test.start, test.end));
    if (truth === 'maybe') return `whether \`${condition}\` holds is not known`;
    return truth === 'yes' ? `\`${condition}\` holds` : `\`${condition}\` does not hold`;
  };
  const { at } = frame;
  frame.at = test;
  const origin = originOf(vm, frame, { role: 'condition', tells }, undefined);
  frame.at = at;
  return origin;
}

function clip(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  // A condition can hold a secret: what stands between quotes is not repeated unless it is short or a variable's name.
  const masked = line.replace(/(['"])(?![A-Z][A-Z0-9_]*\1)[^'"]{13,}\1/g, '$1…$1');
  return masked.length > 80 ? `${masked.slice(0, 79)}…` : masked;
}

function raise(vm: Interpreter, statement: Extract<Statement, { kind: 'raise' }>, frame: Frame): Completion {
  if (!statement.value) {
    let holder: Frame | undefined = frame;
    while (holder && !holder.handling) holder = holder.caller;
    if (holder?.handling) throw holder.handling;
    return vm.raise('RuntimeError', 'No active exception to reraise');
  }
  const value = vm.evaluate(statement.value, frame);
  const cause = statement.cause ? vm.evaluate(statement.cause, frame) : undefined;
  frame.at = statement;
  // Of a modelled class the bases are known, if not all members.
  const isOpen = ({ open, native }: PyClass) => open !== undefined && !native;
  const isError = (one: PyValue) =>
    one.kind === 'class' && one.mro.some((cls) => cls.name === 'BaseException' || isOpen(cls));
  const error = isError(value) ? vm.call(value) : value;
  const isException = (one: PyValue) =>
    one.kind === 'instance' && one.cls.mro.some((cls) => cls.name === 'BaseException' || isOpen(cls));
  if (error.kind !== 'unknown' && error.kind !== 'choice' && !isException(error))
    return vm.raise('TypeError', 'exceptions must derive from BaseException');
  if (cause && error.kind === 'instance') {
    const made = isError(cause) ? vm.call(cause) : cause;
    if (made.kind !== 'none' && made.kind !== 'unknown' && made.kind !== 'choice' && !isException(made))
      return vm.raise('TypeError', 'exception causes must derive from BaseException');
    vm.setAttribute(error, '__cause__', made);
  }
  if (error.kind === 'instance') throw vm.toRaised(error, 'written');
  if (error.kind === 'unknown') {
    const text = frame.file.text.slice(statement.value.start, statement.value.end);
    return vm.raise('Exception', `an exception of a package: ${clip(text)}`);
  }
  return vm.raise('TypeError', 'exceptions must derive from BaseException');
}
