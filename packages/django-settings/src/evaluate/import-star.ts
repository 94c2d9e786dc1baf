/** `from module import *`: what `__all__` names, or all public names; what is not known of a module stays unknown. */

import type { Frame, Interpreter } from './interpreter.js';
import { isModuleName, starNames } from './library/star-names.js';
import { bindImported } from './names.js';
import { openBase } from './open-base.js';
import { packageCode } from './package-code.js';
import { exists } from './project-modules.js';
import { Exhausted, Raised } from './raised.js';
import type { PyModule, PyValue } from './value.js';
import { str, stringKey } from './value.js';

/** Bind all names that a module gives. */
export function importStar(vm: Interpreter, module: PyValue, name: string, frame: Frame): void {
  if (module.kind !== 'module' || (module.missing && !module.path)) {
    if (module.kind === 'module') copyNames(vm, module, name, frame);
    if (module.kind !== 'module' || !starNames(name)) {
      const modelled = vm.nativeModules.has(name);
      const whose = modelled ? `\`${name}\` is modelled in part` : packageCode(name);
      const absence = module.kind === 'module' ? module.absence : undefined;
      const why = vm.unknown(absence ?? `${whose}, and all its names are imported`);
      vm.touch(frame.locals);
      for (const [key, entry] of frame.locals.entries) {
        if (typeof key === 'string' && /^[A-Z][A-Z0-9_]*$/.test(key)) {
          frame.locals.entries.set(key, { ...entry, value: vm.join([entry.value, why]) });
        }
      }
      frame.locals.open = frame.locals.open ?? why;
    }
    return;
  }
  copyNames(vm, module, name, frame);
}

function copyNames(vm: Interpreter, module: PyModule, name: string, frame: Frame): void {
  const { entries, open } = module.namespace;
  const recorded = module.missing && !module.path ? starNames(name) : undefined;
  if (recorded) {
    for (const member of recorded) {
      const key = stringKey(member);
      const value = isModuleName(name, member) ? vm.importModule(member) : module.missing?.(member);
      const entry = entries.get(key) ?? (value && { key: str(member), value });
      if (entry) bindImported(vm, member, entry, name, frame);
    }
    return;
  }
  // A module's own `__getattr__` is asked for it; by the `__path__` that it may give, the module is a package.
  const dynamic = entries.get('__getattr__')?.value.kind === 'function';
  const all = entries.get('__all__')?.value ?? (dynamic ? vm.findAttribute(module, '__all__') : undefined);
  if (all) {
    const refuse = () =>
      vm.raise(
        'TypeError',
        dynamic
          ? vm.unknown('how the names of this module are refused is not modelled', { type: 'str' })
          : `'${vm.typeName(all)}' object ${whyNoNames(module, all)}`,
      );
    if (['none', 'bool', 'int', 'float', 'set', 'function', 'class', 'native', 'special'].includes(all.kind)) refuse();
    if (all.kind === 'iterator' && !module.isPackage) refuse();
    if (all.kind === 'instance' && !openBase(all) && !vm.special(all, '__getitem__')) {
      if (!module.isPackage || !vm.special(all, '__iter__')) refuse();
    }
    const items = [...vm.iterate(all)];
    // The modules of a package are imported first.
    if (module.isPackage) for (const item of items) importNamed(vm, module, name, item);
    if (all.kind === 'dict' && !all.cls) {
      if (dynamic) refuse();
      vm.raise('TypeError', 'dict is not a sequence');
    }
    // By the `__path__` that it may give, all names are looked at before one is taken.
    if (dynamic && items.some(({ kind }) => kind !== 'str'))
      throw new Exhausted('how the names of this module are refused is not modelled');
    for (const item of items) {
      if (item.kind === 'unknown') {
        vm.touch(frame.locals);
        frame.locals.open = frame.locals.open ?? vm.derive(item);
        continue;
      }
      refuseNoName(vm, name, item);
      const member = item.kind === 'str' ? item.value : '';
      const entry = module.namespace.entries.get(stringKey(member));
      if (!entry && module.missing?.(member)) continue;
      const value = entry?.value ?? vm.getAttribute(module, member);
      bindImported(vm, member, entry ?? { key: str(member), value }, name, frame);
    }
    return;
  }
  for (const [key, entry] of [...entries]) {
    if (entry.key.kind !== 'str')
      vm.raise('TypeError', `Key in ${name}.__dict__ must be str, not ${vm.typeName(entry.key)}`);
    if (typeof key === 'string' && !key.startsWith('_')) bindImported(vm, key, entry, name, frame);
  }
  if (open) {
    vm.touch(frame.locals);
    frame.locals.open = frame.locals.open ?? open;
  }
}

/** A name that is none of a package may be a module of it; only one that is not found itself is passed over. */
function importNamed(vm: Interpreter, module: PyModule, name: string, item: PyValue): void {
  refuseNoName(vm, name, item);
  if (item.kind !== 'str' || vm.findAttribute(module, item.value)) return;
  const whole = `${name}.${item.value}`;
  if (!item.value.includes('.') && !exists(vm, whole)) return;
  try {
    vm.importModule(whole);
  } catch (error) {
    const missing = error instanceof Raised ? vm.findAttribute(error.exception, 'name') : undefined;
    if (missing?.kind !== 'str' || missing.value !== whole) throw error;
  }
}

function refuseNoName(vm: Interpreter, module: string, item: PyValue): void {
  if (item.kind !== 'str' && !vm.doubt(item))
    vm.raise('TypeError', `Item in ${module}.__all__ must be str, not ${vm.typeName(item)}`);
}

/** A package goes through its `__all__` to import its modules first; otherwise the names are asked for by their places. */
function whyNoNames({ isPackage }: PyModule, { kind }: PyValue): string {
  return isPackage && kind !== 'set' ? 'is not iterable' : 'does not support indexing';
}
