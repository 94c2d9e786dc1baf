/** `sys.modules`: what was imported, and how a submodule becomes an attribute of its package. */
import type { Interpreter } from './interpreter.js';
import type { PyValue } from './value.js';
import { str } from './value.js';

export function remember(vm: Interpreter, name: string, module: PyValue, parent: PyValue | undefined): void {
  const last = name.slice(name.lastIndexOf('.') + 1);
  if (!vm.loaded.entries.has(name)) {
    vm.journal.touchName(vm.loaded, name);
    vm.loaded.entries.set(name, { key: str(name), value: module });
  }
  if (parent?.kind !== 'module' || (parent.path === undefined && parent.namespace.entries.has(last))) return;
  vm.journal.touchName(parent.namespace, last);
  parent.namespace.entries.set(last, { key: str(last), value: module });
}
