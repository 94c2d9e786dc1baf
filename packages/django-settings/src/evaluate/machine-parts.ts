/** Small answers of the interpreter about its frames and values. */
import type { Evidence, Truth } from '@django-golive/core';
import { applyChanges } from './branching.js';
import type { Frame, Interpreter } from './interpreter.js';
import { nativeType } from './native-type.js';
import { typeOf } from './type-of.js';
import type { PyClass, PyDict, PyInstance, PyValue } from './value.js';
import { emptyDict, str } from './value.js';

/** The exception that was being handled when another was raised. */
export function noteContext(vm: Interpreter, error: PyInstance): void {
  let frame = vm.frame;
  while (frame && !frame.handling) frame = frame.caller;
  const context = frame?.handling?.exception;
  const name = 'exception.__context__';
  const put = (value: PyValue, key = name) => error.attributes.entries.set(key, { key: str(key), value });
  // The library's own errors come of others that it handles.
  if ((error.cls.native && error.cls.module !== 'builtins') || isOfPythonCode(vm)) {
    if (error.attributes.entries.has(name)) return;
    const why = 'what an error of the library comes of is not followed';
    put(vm.unknown(why));
    put(vm.unknown(why, { type: 'bool' }), 'exception.__suppress_context__');
    return;
  }
  if (context && context !== error && !error.attributes.entries.has(name)) {
    put(context);
  }
}

/** Whether what is raised now is raised by a model of Python code, which may handle another error there. */
function isOfPythonCode(vm: Interpreter): boolean {
  const { native, frame } = vm.model;
  return native !== undefined && frame === vm.frame && ['function', 'method'].includes(nativeType(native));
}

/** Each possible content of a container, as what makes it the content. */
export function contentsOf(value: PyValue): ((vm: Interpreter) => void)[] {
  if (value.kind === 'list') {
    return (value.options ?? []).map(
      (items) => (vm) => applyChanges(vm, new Map([[value, { kind: 'list', items, options: undefined }]])),
    );
  }
  if (value.kind === 'dict') {
    return (value.options ?? []).map(
      (entries) => (vm) =>
        applyChanges(vm, new Map([[value, { kind: 'dict', entries, open: undefined, options: undefined }]])),
    );
  }
  if (value.kind === 'set') {
    return (value.options ?? []).map(
      (entries) => (vm) =>
        applyChanges(vm, new Map([[value, { kind: 'set', entries, open: undefined, options: undefined }]])),
    );
  }
  return [];
}

export function projectFrame(vm: Interpreter): Frame | undefined {
  let frame = vm.frame;
  while (frame && frame.name === '<comprehension>' && frame.closure) frame = frame.closure;
  return frame;
}

export function localsOf(frame: Frame | undefined): PyDict {
  if (!frame) return emptyDict();
  if (frame.kind !== 'function') return frame.locals;
  const { namespace: _, ...copy } = { ...frame.locals, entries: new Map(frame.locals.entries) };
  return copy;
}

export function isInstance(vm: Interpreter, value: PyValue, cls: PyClass): Truth {
  if (value.kind === 'choice') {
    const truths = value.options.map((option) => isInstance(vm, option, cls));
    return truths.every((truth) => truth === truths[0]) ? (truths[0] ?? 'maybe') : 'maybe';
  }
  if (value.kind === 'unknown' && !value.type) {
    return cls.name === 'object' ? 'yes' : cls.name === 'NoneType' && value.notNone ? 'no' : 'maybe';
  }
  const type = value.kind === 'unknown' ? vm.builtinClass(value.type ?? 'object') : typeOf(vm, value);
  if (type.kind !== 'class') return 'maybe';
  if (type.mro.includes(cls)) return 'yes';
  // Of a library's exceptions it is known what they come from.
  return type.mro.some((one) => one.open && !one.native?.wordsItself) ? 'maybe' : 'no';
}

/** The value of an expression, of which it is remembered whether it is known. */
export function met(vm: Interpreter, value: PyValue): PyValue {
  if (value.kind === 'unknown' || value.kind === 'choice') vm.met.unknown = true;
  return value;
}

/** The callers that an error tells of. */
const mostCallers = 20;

/** The lines that led to the one under way, the innermost last. */
export function callersOf(vm: Interpreter): readonly Evidence[] {
  const steps: Evidence[] = [];
  for (let frame = vm.frame?.caller; frame && steps.length < mostCallers; frame = frame.caller) {
    const { file, at } = frame;
    if (frame.name !== '<comprehension>') steps.push({ at: file.at(at), note: `in ${frame.name}` });
  }
  vm.spend(steps.length);
  return steps.reverse();
}
