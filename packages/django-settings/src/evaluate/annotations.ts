/** Annotations: worked out where they stand, until Python 3.14 put that off; a name in them that is not defined stops the settings. */
import type { AnnotatedAssign, Expression, ImportFrom, ParameterSyntax } from '../syntax/tree.js';
import type { Frame, Interpreter } from './interpreter.js';
import { isPlainData } from './plain-annotations.js';
import { Raised } from './raised.js';
import type { PyDict, PyValue } from './value.js';
import { none, str, stringKey } from './value.js';
import { keepAnnotation } from './written-types.js';

/** The modules that say `from __future__ import annotations`, by their namespaces. */
function postponing(vm: Interpreter): Set<PyDict> {
  return vm.once('modules that put annotations off', () => new Set<PyDict>());
}

/** `from __future__ import …`: of the features only one changes what settings come to. */
export function importFuture(vm: Interpreter, node: ImportFrom, frame: Frame): void {
  for (const { name, as } of node.names) {
    if (name === 'annotations') postponing(vm).add(frame.globals);
    vm.bind(as ?? name, vm.unknown(`\`${name}\` is a feature of a version of Python`), frame);
  }
}

/** Whether annotations run where they stand; unless Python's version is known, nothing hangs on it. */
function runHere(vm: Interpreter, frame: Frame): boolean {
  return vm.python !== undefined && vm.python[1] < 14 && !postponing(vm).has(frame.globals);
}

/** What an annotation gives. Of errors in it only those of names and of plain data are told: of what types can do, less is known. */
function evaluated(vm: Interpreter, node: Expression, frame: Frame): PyValue {
  const text = str(frame.file.text.slice(node.start, node.end));
  if (postponing(vm).has(frame.globals)) return text;
  try {
    return vm.evaluate(node, frame);
  } catch (error) {
    if (!(error instanceof Raised)) throw error;
    const isName = error.exception.cls.mro.some(({ name }) => name === 'NameError');
    if (runHere(vm, frame) && (isName || isPlainData(vm, node, frame, error))) throw error;
    if (runHere(vm, frame)) vm.unmodelled('what goes wrong in an annotation is not followed');
    return text;
  }
}

/** The annotation of an assignment, kept in `__annotations__` of the module or class. */
export function annotateName(vm: Interpreter, node: AnnotatedAssign, frame: Frame): void {
  if (!node.simple && !node.value) targetParts(node.target).forEach((part) => void vm.evaluate(part, frame));
  if (frame.kind === 'function') return;
  if (node.target.kind !== 'name' || !node.simple) {
    if (runHere(vm, frame)) evaluated(vm, node.annotation, frame);
    return;
  }
  if (frame.kind === 'module' && !runHere(vm, frame) && !postponing(vm).has(frame.globals)) return;
  const key = stringKey('__annotations__');
  const known = frame.locals.entries.get(key)?.value;
  const annotations = known?.kind === 'dict' ? known : vm.call(vm.builtin('dict'));
  if (annotations !== known) {
    vm.journal.touchName(frame.locals, key);
    frame.locals.entries.set(key, { key: str('__annotations__'), value: annotations });
  }
  vm.setItem(annotations, str(node.target.name), evaluated(vm, node.annotation, frame));
  if (frame.kind === 'class') keepAnnotation(vm, frame.locals, node.target.name, node.annotation, frame);
}

/** What a target is made of is worked out, also where nothing is assigned to it. */
function targetParts(target: Expression): readonly Expression[] {
  if (target.kind === 'attribute') return [target.value];
  return target.kind === 'subscript' && target.index.kind !== 'slice' ? [target.value, target.index] : [];
}

/** The annotations of a function's parameters and of what it returns, in the order in which they are worked out. */
export function annotateFunction(
  vm: Interpreter,
  parameters: readonly ParameterSyntax[],
  returns: Expression | undefined,
  frame: Frame,
): PyValue {
  const annotated: (readonly [string, Expression])[] = parameters.flatMap(({ name, annotation }) =>
    annotation ? [[name, annotation] as const] : [],
  );
  if (returns) annotated.push(['return', returns]);
  if (annotated.length === 0 || (!runHere(vm, frame) && !postponing(vm).has(frame.globals))) return none;
  const annotations = vm.call(vm.builtin('dict'));
  for (const [name, node] of annotated) vm.setItem(annotations, str(name), evaluated(vm, node, frame));
  return annotations;
}
