/** Reading and binding names, as Python's scopes say, with an account of where each module-level name's value came from. */

import type { Frame, Interpreter } from './interpreter.js';
import { gather, originLater } from './origin.js';
import { noteUse, originOf, type Part, stepOf } from './tracing.js';
import type { Entry, PyDict, PyValue, Storing } from './value.js';
import { str, stringKey } from './value.js';

/** The value of a name; raises NameError or UnboundLocalError as CPython does. */
export function lookup(vm: Interpreter, name: string, frame: Frame): PyValue {
  const key = stringKey(name);
  if (frame.kind === 'function' && frame.scope.locals.has(name)) {
    const entry = frame.locals.entries.get(key);
    if (entry) return used(vm, entry, name, frame);
    return frame.locals.open ? vm.derive(frame.locals.open) : refuseLocal(vm, name);
  }
  if (frame.kind === 'class' && !frame.scope.globals.has(name)) {
    const entry = frame.locals.entries.get(key);
    if (entry) return used(vm, entry, name, frame);
  }
  // What a class body itself binds it looks for outside of functions only.
  const passesFunctions = frame.kind === 'class' && frame.scope.locals.has(name) && !frame.scope.nonlocals.has(name);
  if (!frame.scope.globals.has(name) && !passesFunctions) {
    for (let outer = frame.closure; outer; outer = outer.closure) {
      if (outer.kind !== 'function' || !outer.scope.locals.has(name)) continue;
      const entry = outer.locals.entries.get(key);
      if (entry) return used(vm, entry, name, outer);
      return isInlined(vm, frame, outer) ? refuseLocal(vm, name) : refuseFree(vm, name);
    }
  }
  const cell = name === '__class__' && frame.kind === 'function' ? classAround(frame) : undefined;
  if (cell) return cell.current ?? refuseFree(vm, name);
  const global = frame.globals.entries.get(key);
  if (global) return used(vm, global, name, frame);
  const builtin = vm.builtins.entries.get(key);
  if (frame.globals.open) {
    return builtin ? vm.join([builtin.value, vm.derive(frame.globals.open)]) : vm.derive(frame.globals.open);
  }
  if (builtin) return builtin.value;
  return vm.raise('NameError', notDefined(vm, name));
}

function refuseLocal(vm: Interpreter, name: string): never {
  return vm.raise(
    'UnboundLocalError',
    `cannot access local variable '${name}' where it is not associated with a value`,
  );
}

/** Whether a frame is, to the frame around, no function of its own: a comprehension since Python 3.12. */
function isInlined(vm: Interpreter, frame: Frame, around: Frame): boolean {
  for (let one: Frame | undefined = frame; one && one !== around; one = one.closure)
    if (one.name !== '<comprehension>' || one.method?.first === '.0') return false;
  return !(vm.python && vm.python[1] < 12);
}

function refuseFree(vm: Interpreter, name: string): never {
  const where = 'where it is not associated with a value in enclosing scope';
  return vm.raise('NameError', `cannot access free variable '${name}' ${where}`);
}

/** The cell of the class in whose body a function stands, which is empty until the class is made. */
function classAround(frame: Frame): { readonly current: PyValue | undefined } | undefined {
  for (let around: Frame | undefined = frame; around; around = around.closure)
    if (around.kind === 'function' && around.method?.cls) return around.method.cls;
  return undefined;
}

/** The value of an entry, which the current statement has now used. */
export function used(vm: Interpreter, entry: Entry, name: string, frame: Frame | undefined): PyValue {
  noteUse(vm, entry);
  if (!entry.maybe || !frame) return entry.value;
  const value = entry.value;
  return vm.fork([() => value, () => vm.raise('NameError', notDefined(vm, name))]);
}

/** The class bodies in which a metaclass checks what is bound, by their namespaces. */
export function checkedBodies(vm: Interpreter): WeakMap<PyDict, Storing> {
  return vm.once('class bodies that are checked', () => new WeakMap<PyDict, Storing>());
}

/** Bind a name where the frame's scope says. */
export function bind(vm: Interpreter, name: string, given: PyValue, frame: Frame, imported?: string): void {
  const dict = homeOf(name, frame);
  const storing = frame.kind === 'class' ? checkedBodies(vm).get(dict) : undefined;
  const value = storing ? storing(name, given) : given;
  const key = stringKey(name);
  const told = frame.kind === 'class' || (dict === frame.globals && frame.kind === 'module');
  const part: Part =
    imported === undefined
      ? { role: 'bind', name, value }
      : { role: 'import', name, tells: () => tellImport(imported) };
  const entry: Entry = told
    ? { key: str(name), value, origin: originOf(vm, frame, part, dict.entries.get(key)) }
    : { key: str(name), value };
  vm.journal.touchName(dict, key);
  dict.entries.set(key, entry);
}

/** Bind what a module has under a name, with where that came from. */
export function bindImported(vm: Interpreter, as: string, entry: Entry, from: string, frame: Frame): void {
  const step = stepOf(vm, frame, { role: 'import', name: as, tells: () => tellImport(from) });
  const { control } = vm;
  const there = entry.origin;
  const origin = originLater(
    () => gather([there?.steps ?? [], control.steps, [step]]),
    [there, control],
    there?.made,
    new Set([...(there?.reads ?? []), ...control.reads]),
  );
  const key = stringKey(as);
  const before = frame.locals.entries.get(key);
  vm.journal.touchName(frame.locals, key);
  if (!entry.maybe || !before) {
    frame.locals.entries.set(key, {
      key: str(as),
      value: entry.value,
      origin,
      ...(entry.maybe ? { maybe: true } : {}),
    });
  } else {
    const maybe = before.maybe ? { maybe: true as const } : {};
    frame.locals.entries.set(key, { key: str(as), value: vm.join([entry.value, before.value]), origin, ...maybe });
  }
}

/** In words: that a name came from another module. */
/** CPython cuts a long name, by its bytes. */
function notDefined(vm: Interpreter, name: string): PyValue | string {
  if (name.length > 50 && /[^\x20-\x7e]/u.test(name))
    return vm.unknown('how a long name is cut is not modelled', { type: 'str' });
  return `name '${name.slice(0, 200)}' is not defined`;
}

export function tellImport(module: string): string {
  return `imported from \`${module}\``;
}

/** `del name` */
export function unbind(vm: Interpreter, name: string, frame: Frame): void {
  const dict = homeOf(name, frame);
  const key = stringKey(name);
  if (!dict.entries.has(key)) {
    if (dict.open) return;
    if (frame.kind === 'function' && frame.scope.locals.has(name)) refuseLocal(vm, name);
    vm.raise('NameError', notDefined(vm, name));
  }
  vm.journal.touchName(dict, key);
  dict.entries.delete(key);
}

/** The namespace in which a frame binds a name. */
export function homeOf(name: string, frame: Frame): PyDict {
  if (frame.scope.globals.has(name)) return frame.globals;
  if (frame.scope.nonlocals.has(name)) {
    for (let outer = frame.closure; outer; outer = outer.closure) {
      if (outer.kind === 'function' && outer.scope.locals.has(name)) return outer.locals;
    }
  }
  return frame.locals;
}
