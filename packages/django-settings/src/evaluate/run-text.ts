/** `exec` and `eval` of text that is known. */
import { createSourceFile } from '@django-golive/core';
import { budgets } from '../budgets.js';
import { parse } from '../syntax/parse.js';
import type { Frame, Interpreter } from './interpreter.js';
import { Exhausted } from './raised.js';
import { raiseSyntaxError } from './syntax-errors.js';
import type { PyDict, PyValue } from './value.js';
import { emptyNamespace } from './value.js';

function frameFor(vm: Interpreter, text: string, globals: PyDict, path: string | undefined): Frame | undefined {
  const caller = vm.frame;
  if (!caller) return undefined;
  // Places in text that is no file of the project are those of the call.
  const file =
    path === undefined
      ? { ...createSourceFile(caller.file.path, () => text), at: () => caller.file.at(caller.at) }
      : (vm.project.file(path) ?? createSourceFile(path, () => text));
  if (path !== undefined && !vm.files.includes(path)) vm.files.push(path);
  return {
    kind: 'module',
    name: '<module>',
    qualname: '',
    module: caller.module,
    globals,
    locals: globals,
    scope: { locals: new Set(), globals: new Set(), nonlocals: new Set() },
    closure: undefined,
    file,
    method: undefined,
    caller,
    at: { start: 0, end: 0 },
    handling: undefined,
  };
}

export function runText(vm: Interpreter, text: string, globals: PyDict, path: string | undefined): void {
  const frame = frameFor(vm, text, globals, path);
  if (!frame) return;
  vm.spend(text.length >> 3);
  if (vm.depth >= budgets.calls) throw new Exhausted('calls are nested too deeply');
  const syntax = path !== undefined && frame.file.text === text ? vm.syntax(path) : parse(text);
  if (syntax.unread !== undefined) throw new Exhausted('the text to execute is too long');
  const [problem] = syntax.errors;
  if (problem && path === undefined) raiseSyntaxError(vm, problem, { text, file: '<string>' });
  const before = vm.frame;
  vm.frame = frame;
  vm.depth += 1;
  try {
    if (problem) {
      frame.at = problem;
      raiseSyntaxError(vm, problem, { text, file: path ?? '<string>' });
    }
    vm.execute(syntax.body, frame);
  } finally {
    vm.depth -= 1;
    vm.frame = before;
  }
}

export function valueOfText(vm: Interpreter, text: string, globals: PyValue | undefined): PyValue {
  const space = globals?.kind === 'dict' ? globals : (vm.frame?.globals ?? emptyNamespace());
  const frame = frameFor(vm, text, space, undefined);
  vm.spend(text.length >> 3);
  if (vm.depth >= budgets.calls) throw new Exhausted('calls are nested too deeply');
  const syntax = parse(text.replace(/^[ \t]+/, ''));
  if (syntax.unread !== undefined) throw new Exhausted('the text to execute is too long');
  const [problem] = syntax.errors;
  const [statement] = syntax.body;
  if (problem || syntax.body.length !== 1 || statement?.kind !== 'expression') {
    return raiseSyntaxError(vm, problem, { text, file: '<string>' });
  }
  if (!frame) return vm.unknown('there is no frame');
  vm.depth += 1;
  try {
    return vm.evaluate(statement.value, globals ? frame : { ...(vm.frame ?? frame), file: frame.file });
  } finally {
    vm.depth -= 1;
  }
}
