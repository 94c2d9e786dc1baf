/** A module that was imported on some of the ways only: where it was not, the next import executes it. */
import { remember } from './imports-registry.js';
import type { Interpreter } from './interpreter.js';
import type { Entry, Key, PyModule, PyValue } from './value.js';

/** The module of an entry of `sys.modules`; `load` imports it. */
export function importedBefore(vm: Interpreter, name: string, known: Entry, load: () => PyValue): PyValue {
  const { value } = known;
  if (!known.maybe || value.kind !== 'module' || value.path === undefined || vm.importing.includes(name)) return value;
  vm.journal.touchName(vm.loaded, name);
  return vm.fork([
    () => {
      vm.journal.touchName(vm.loaded, name);
      vm.loaded.entries.set(name, { key: known.key, value });
      remember(vm, name, value, vm.loaded.entries.get(name.slice(0, name.lastIndexOf('.')))?.value);
      bindCertain(vm, value);
      return value;
    },
    () => {
      vm.journal.touchName(vm.loaded, name);
      vm.loaded.entries.delete(name);
      return load();
    },
  ]);
}

interface Certain {
  names: ReadonlySet<Key> | undefined;
}

/** The names that every execution of a module has bound. */
const certainOf = (vm: Interpreter, { name }: PyModule): Certain =>
  vm.once(`certain names of ${name}`, () => ({ names: undefined }));

/** Note after a module was executed which names it certainly has. */
export function noteCertain(vm: Interpreter, module: PyModule): void {
  const certain = certainOf(vm, module);
  const names = [...module.namespace.entries].flatMap(([key, { maybe }]) => (maybe ? [] : [key]));
  certain.names = new Set(names.filter((key) => certain.names?.has(key) !== false));
}

/** Where the module was executed, its names are there. */
function bindCertain(vm: Interpreter, module: PyModule): void {
  const { names } = certainOf(vm, module);
  for (const [key, { maybe, ...entry }] of [...module.namespace.entries]) {
    if (!maybe || !names?.has(key)) continue;
    vm.journal.touchName(module.namespace, key);
    module.namespace.entries.set(key, entry);
  }
}
