/** `exec` and `eval` of text that is known. */
import { createSourceFile } from '@django-golive/core';
import { budgets } from '../budgets.js';
import { parse } from '../syntax/parse.js';
import type { Frame, Interpreter } from './interpreter.js';
import { localsOf, projectFrame } from './machine-parts.js';
import { Exhausted } from './raised.js';
import { namesOf } from './scopes.js';
import { problemFor, raiseSyntaxError } from './syntax-errors.js';
import type { PyDict, PyValue } from './value.js';
import { emptyDict, emptyNamespace } from './value.js';

/** Where text runs: its globals, and its locals where they are apart. */
interface Spaces {
  readonly globals: PyDict;
  readonly locals: PyDict | undefined;
}

function frameFor(
  vm: Interpreter,
  text: string,
  { globals, locals }: Spaces,
  path: string | undefined,
): Frame | undefined {
  const caller = vm.frame;
  if (!caller) return undefined;
  // Places in text that is no file of the project are those of the call.
  const file =
    path === undefined
      ? { ...createSourceFile(caller.file.path, () => text), at: () => caller.file.at(caller.at) }
      : (vm.project.file(path) ?? createSourceFile(path, () => text));
  if (path !== undefined && !vm.files.includes(path)) vm.files.push(path);
  return {
    // Locals of their own are as a class body's: functions inside do not see them.
    kind: locals && locals !== globals ? 'class' : 'module',
    name: '<module>',
    qualname: '',
    module: caller.module,
    globals,
    locals: locals ?? globals,
    scope: { locals: new Set(), globals: new Set(), nonlocals: new Set() },
    closure: undefined,
    file,
    method: undefined,
    caller,
    at: { start: 0, end: 0 },
    handling: undefined,
  };
}

export function runText(vm: Interpreter, text: string, spaces: Spaces, path: string | undefined): void {
  const made = frameFor(vm, text, spaces, path);
  if (!made) return;
  let frame = made;
  vm.spend(text.length >> 3);
  if (vm.depth >= budgets.calls) throw new Exhausted('calls are nested too deeply');
  const syntax = path !== undefined && frame.file.text === text ? vm.syntax(path) : parse(text);
  if (syntax.unread !== undefined) throw new Exhausted('the text to execute is too long');
  const problem = problemFor(vm, syntax.errors);
  if (problem && path === undefined) raiseSyntaxError(vm, problem, { text, file: '<string>' });
  if (frame.kind === 'class') frame = { ...frame, scope: { ...frame.scope, globals: namesOf(syntax.body).globals } };
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

/** Inside a function, text runs on a copy of the locals: what is not bound there is looked for in the module. */
export function spacesOfFunction(vm: Interpreter): Spaces | undefined {
  const comprehensions: Frame[] = [];
  let frame = vm.frame;
  for (; frame?.name === '<comprehension>' && frame.closure; frame = frame.closure) comprehensions.unshift(frame);
  if (!frame || (frame.kind !== 'function' && comprehensions.length === 0)) return undefined;
  const held = () => vm.unknown('whether a function holds a variable of the one around it is not followed');
  const locals = frame.kind === 'function' ? localsOf(frame) : emptyDict();
  for (let outer = frame.closure; outer && frame.kind === 'function'; outer = outer.closure) {
    if (outer.kind !== 'function') continue;
    for (const [key, entry] of outer.locals.entries) {
      if (!frame.scope.locals.has(String(key)) && !locals.entries.has(key))
        locals.entries.set(key, { ...entry, value: held() });
    }
  }
  if (comprehensions.length > 0 && !areInlined(vm, comprehensions))
    for (const [key, entry] of locals.entries) locals.entries.set(key, { ...entry, value: held() });
  for (const inner of comprehensions) for (const [key, entry] of inner.locals.entries) locals.entries.set(key, entry);
  return { globals: frame.globals, locals };
}

/** Whether comprehensions are no functions of their own: since Python 3.12, generator expressions apart. */
function areInlined({ python }: Interpreter, comprehensions: readonly Frame[]): boolean {
  return !(python && python[1] < 12) && comprehensions.every(({ locals }) => !locals.entries.has('.0'));
}

/** What `locals()` gives: in a comprehension its names, with those of the function around it, if not in every version. */
export function localsHere(vm: Interpreter): PyDict {
  const { frame } = vm;
  if (frame?.name !== '<comprehension>') return localsOf(projectFrame(vm));
  const locals = spacesOfFunction(vm)?.locals ?? emptyDict();
  const certain = areInlined(vm, [frame]) && !(vm.python && vm.python[1] < 13);
  return certain ? locals : { ...locals, open: vm.unknown('what the locals of a comprehension are is not followed') };
}

/** Raises where text is none that `compile` takes. */
export function refuseText(vm: Interpreter, text: string, mode: 'exec' | 'eval', file: string): void {
  vm.spend(text.length >> 3);
  const plain = mode === 'eval' ? text.replace(/^[ \t]+/, '') : text;
  const syntax = mode === 'eval' ? parse(plain, 'eval') : parse(plain);
  if (syntax.unread !== undefined) throw new Exhausted('the text to compile is too long');
  const problem = problemFor(vm, syntax.errors);
  const isValue = syntax.body.length === 1 && syntax.body[0]?.kind === 'expression';
  if (problem || (mode === 'eval' && !isValue)) {
    const named = !file.startsWith(`${vm.root}/`);
    raiseSyntaxError(vm, problem, { text: plain, file, named });
  }
}

export function valueOfText(vm: Interpreter, text: string, given: Spaces | undefined): PyValue {
  const spaces = given ?? spacesOfFunction(vm);
  const space = spaces ?? { globals: vm.frame?.globals ?? emptyNamespace(), locals: undefined };
  const frame = frameFor(vm, text, space, undefined);
  vm.spend(text.length >> 3);
  if (vm.depth >= budgets.calls) throw new Exhausted('calls are nested too deeply');
  const stripped = text.replace(/^[ \t]+/, '');
  const syntax = parse(stripped, 'eval');
  if (syntax.unread !== undefined) throw new Exhausted('the text to execute is too long');
  const problem = problemFor(vm, syntax.errors);
  const [statement] = syntax.body;
  if (problem || syntax.body.length !== 1 || statement?.kind !== 'expression') {
    return raiseSyntaxError(vm, problem, { text: stripped, file: '<string>' });
  }
  if (!frame) return vm.unknown('there is no frame');
  const before = vm.frame;
  if (spaces) vm.frame = frame;
  vm.depth += 1;
  try {
    return vm.evaluate(statement.value, spaces ? frame : { ...(before ?? frame), file: frame.file });
  } finally {
    vm.depth -= 1;
    vm.frame = before;
  }
}
