/** Modules in the middle of their import, as CPython tells them apart: one that was run again is none of them. */
import type { Interpreter } from './interpreter.js';
import type { PyModule } from './value.js';

/** Whether messages call a module partially initialized. */
export function isInitialising(vm: Interpreter, module: PyModule): boolean {
  return vm.importing.includes(module.name) && !runAgain(vm).has(module);
}

/** Note that a module is run again. */
export function noteRunAgain(vm: Interpreter, module: PyModule): void {
  runAgain(vm).add(module);
}

const runAgain = (vm: Interpreter) => vm.once('modules that were run again', () => new WeakSet<PyModule>());
