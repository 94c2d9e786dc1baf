/** Finding and executing the modules of the repository. */

import { budgets } from '../budgets.js';
import { runAfterSettings } from './after-module.js';
import { docOf, docValue } from './docstrings.js';
import { noteCertain } from './imported-before.js';
import { remember } from './imports-registry.js';
import { noteRunAgain } from './initialising.js';
import type { Frame, Interpreter } from './interpreter.js';
import { isAbsentFromDjango } from './library/django-absent.js';
import { normalise } from './library/posix-path.js';
import { instance, nativeClass } from './native.js';
import { Raised } from './raised.js';
import { noteUnreadable, problemFor, raiseSyntaxError } from './syntax-errors.js';
import { emptyTrace } from './tracing.js';
import type { PyModule, PyValue } from './value.js';
import { emptyNamespace, none, record, str, stringKey } from './value.js';

/** Where a module of the repository is. */
export type Place =
  | { readonly kind: 'regular'; readonly path: string; readonly directory: string | undefined }
  | { readonly kind: 'namespace'; readonly directory: string };

/** Modules that Python has loaded before any project file is. */
const builtIn = new Set([
  'sys',
  'builtins',
  'time',
  'itertools',
  'gc',
  'marshal',
  'errno',
  'posix',
  'os',
  'io',
  'abc',
  'codecs',
  'site',
  'stat',
  'posixpath',
]);

/** The repository's module of a dotted name, looked for as Python does. */
export function locate(vm: Interpreter, name: string): Place | undefined {
  const dot = name.lastIndexOf('.');
  const last = name.slice(dot + 1);
  if ((dot < 0 && builtIn.has(name)) || last.includes('/')) return undefined;
  const directories = dot < 0 ? searchDirectories(vm) : parentDirectories(vm, name.slice(0, dot));
  let namespace: Place | undefined;
  for (const directory of directories) {
    const base = directory === '' ? last : `${directory}/${last}`;
    if (vm.project.file(`${base}/__init__.py`))
      return { kind: 'regular', path: `${base}/__init__.py`, directory: base };
    if (vm.project.file(`${base}.py`)) return { kind: 'regular', path: `${base}.py`, directory: undefined };
    if (!namespace && vm.project.isDirectory(base) && (dot >= 0 || holdsPython(vm, base)))
      namespace = { kind: 'namespace', directory: base };
  }
  return namespace;
}

function holdsPython(vm: Interpreter, directory: string): boolean {
  return vm.once(`holds python ${directory}`, () =>
    vm.project.paths.some((path) => path.startsWith(`${directory}/`) && path.endsWith('.py')),
  );
}

function parentDirectories(vm: Interpreter, parent: string): string[] {
  const module = vm.loaded.entries.get(parent)?.value;
  return module?.kind === 'module' && module.directory !== undefined ? [module.directory] : [];
}

/** The entries of `sys.path` that lie in the repository, relative to its root. */
export function searchDirectories(vm: Interpreter): string[] {
  const directories: string[] = [];
  for (const item of vm.searchPath.kind === 'list' ? vm.searchPath.items : []) {
    const text = item.kind === 'str' ? item : item.kind === 'instance' ? vm.str(item) : undefined;
    if (text?.kind !== 'str') continue;
    const path = text.value === '' ? vm.root : normalise(text.value);
    if (path === vm.root) directories.push('');
    else if (path.startsWith(`${vm.root}/`)) directories.push(path.slice(vm.root.length + 1));
  }
  return directories;
}

/** The module, with an empty namespace: one object, on whichever ways it is imported. */
function moduleOf(vm: Interpreter, name: string, place: Place): PyModule {
  const { directory } = place;
  const path = place.kind === 'regular' ? place.path : undefined;
  const make = (): PyModule => ({
    kind: 'module',
    name,
    directory,
    path,
    namespace: emptyNamespace(),
    isPackage: directory !== undefined,
  });
  if (forgotten(vm).has(name)) return make();
  const module = vm.once(`module ${name} at ${path ?? directory}`, make);
  const { namespace } = module;
  for (const key of [...namespace.entries.keys()]) {
    vm.journal.touchName(namespace, key);
    namespace.entries.delete(key);
  }
  if (namespace.open) {
    vm.touch(namespace);
    namespace.open = undefined;
  }
  return module;
}

/** Modules that were taken out of `sys.modules`: who still holds one holds another than the next import makes. */
const forgotten = (vm: Interpreter): Set<string> => vm.once('modules taken out', () => new Set());

/** Import a module of the repository: execute it once. */
export function loadProjectModule(vm: Interpreter, name: string, place: Place, parent: PyValue | undefined): PyValue {
  const module = moduleOf(vm, name, place);
  const { directory } = module;
  const put = (key: string, value: PyValue) => {
    vm.journal.touchName(module.namespace, stringKey(key));
    module.namespace.entries.set(stringKey(key), { key: str(key), value });
  };
  put('__name__', str(name));
  put('__doc__', none);
  put('__package__', str(directory === undefined ? name.slice(0, Math.max(0, name.lastIndexOf('.'))) : name));
  put('__loader__', vm.unknown("a module's loader is not modelled"));
  put('__spec__', specOf(vm, name, place));
  if (directory !== undefined) {
    put('__path__', {
      kind: 'list',
      items: [str(directory === '' ? vm.root : `${vm.root}/${directory}`)],
      options: undefined,
    });
  }
  vm.journal.touchName(vm.loaded, name);
  vm.loaded.entries.set(name, { key: str(name), value: module });
  if (place.kind === 'namespace') put('__file__', none);
  if (place.kind === 'regular') {
    put('__file__', str(`${vm.root}/${place.path}`));
    put('__cached__', vm.unknown('where bytecode is cached is not modelled', { type: 'str', truth: true }));
    const builtins = vm.builtins.entries.get('__builtins__');
    if (builtins) put('__builtins__', builtins.value);
    try {
      executeModule(vm, module, place.path);
    } catch (error) {
      if (error instanceof Raised) {
        vm.journal.touchName(vm.loaded, name);
        vm.loaded.entries.delete(name);
      }
      throw error;
    }
  }
  // A module that took itself out is missed.
  if (!vm.loaded.entries.has(name)) vm.raise('KeyError', name);
  // So is its package, of which it would be an attribute.
  const above = name.slice(0, Math.max(0, name.lastIndexOf('.')));
  if (above !== '' && !vm.loaded.entries.has(above)) vm.raise('KeyError', above);
  noteCertain(vm, module);
  const made = vm.loaded.entries.get(name)?.value ?? module;
  remember(vm, name, made, parent);
  return made;
}

/** What the import system keeps of a module. */
function specOf(vm: Interpreter, name: string, place: Place): PyValue {
  const open = vm.unknown("this of a module's spec is not modelled");
  const cls = vm.once('class of module specs', () => ({
    ...nativeClass(vm, { name: 'ModuleSpec', module: '_frozen_importlib', members: {} }),
    open,
  }));
  const isPackage = place.kind === 'namespace' || place.directory !== undefined;
  const parent = isPackage ? name : name.slice(0, Math.max(0, name.lastIndexOf('.')));
  const origin = place.kind === 'regular' ? str(`${vm.root}/${place.path}`) : none;
  return instance(cls, undefined, record({ name: str(name), parent: str(parent), origin }));
}

function executeModule(vm: Interpreter, module: PyModule, path: string): void {
  const file = vm.project.file(path);
  if (!file) return;
  const syntax = vm.syntax(path);
  if (!vm.files.includes(path)) vm.files.push(path);
  // Asked for after the text: a file that is too large is found out by reading it. Empty it is not.
  const unread = vm.project.skipped.find((skipped) => skipped.path === path)?.why ?? syntax.unread;
  if (unread !== undefined) {
    const why = `\`${path}\` was not read: ${unread}`;
    const at = file.at({ start: 0, end: 0 });
    module.namespace.open = { kind: 'unknown', why, at };
    vm.givenUp.push({ why, at, after: vm.failures.length });
    return;
  }
  const frame: Frame = {
    kind: 'module',
    name: '<module>',
    qualname: '',
    module,
    globals: module.namespace,
    locals: module.namespace,
    scope: { locals: new Set(), globals: new Set(), nonlocals: new Set() },
    closure: undefined,
    file,
    method: undefined,
    caller: vm.frame,
    at: { start: 0, end: 0 },
    handling: undefined,
  };
  const doc = docOf(syntax.body);
  if (doc !== undefined) module.namespace.entries.set('__doc__', { key: str('__doc__'), value: docValue(vm, doc) });
  const before = { frame: vm.frame, trace: vm.trace, statement: vm.budget.statement };
  vm.frame = frame;
  vm.trace = emptyTrace();
  // What a module takes does not count for the statement that imports it.
  vm.budget.statement = vm.budget.left;
  vm.importing.push(module.name);
  vm.depth += 1;
  try {
    const problem = problemFor(vm, syntax.errors);
    if (problem) {
      frame.at = problem;
      vm.refuse(() => raiseSyntaxError(vm, problem, { text: file.text, file: path }));
    }
    // What CPython's compiler would say of it is not known, and it would say it before anything runs.
    const opaque = syntax.body.find(({ kind }) => kind === 'opaque');
    if (opaque) noteUnreadable(vm, file.at(opaque));
    if (vm.depth > budgets.calls) vm.raise('RecursionError', 'maximum recursion depth exceeded');
    vm.execute(syntax.body, frame);
    runAfterSettings(vm, frame);
  } finally {
    vm.depth -= 1;
    vm.importing.pop();
    vm.frame = before.frame;
    vm.trace = before.trace;
    vm.budget.statement = before.statement;
  }
}

/** What has a name is looked for among the modules. */
function refuseReload(vm: Interpreter, value: PyValue): PyValue {
  const name = vm.findAttribute(value, '__name__');
  if (!name) return vm.raise('TypeError', 'reload() argument must be a module');
  if (name.kind !== 'str') return vm.derive(vm.doubt(name) ?? vm.unknown('what is reloaded has an odd name'));
  return vm.raise('ImportError', `module ${name.value} not in sys.modules`);
}

/** Run a module of the repository again: names that it no longer binds stay. */
export function reloadModule(vm: Interpreter, module: PyValue): PyValue {
  if (module.kind !== 'module') return module.kind === 'unknown' ? vm.derive(module) : refuseReload(vm, module);
  const under = vm.once('modules that are run again', () => new Set<PyModule>());
  if (module.path === undefined || under.has(module)) return module;
  under.add(module);
  noteRunAgain(vm, module);
  try {
    executeModule(vm, module, module.path);
  } finally {
    under.delete(module);
  }
  return module;
}

/** What an import of the name gives from now on. */
export function setLoaded(vm: Interpreter, name: string, value: PyValue | undefined): void {
  vm.journal.touchName(vm.loaded, name);
  if (value) vm.loaded.entries.set(name, { key: str(name), value });
  else {
    vm.loaded.entries.delete(name);
    forgotten(vm).add(name);
  }
}

/** Whether a module of that name can be imported, as far as this is known. */
export function exists(vm: Interpreter, name: string): boolean {
  if (isAbsentFromDjango(vm, name)) return false;
  return vm.loaded.entries.has(name) || vm.nativeModules.has(name) || locate(vm, name) !== undefined;
}
