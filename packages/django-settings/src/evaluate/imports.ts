/** Imports: modules of the repository are executed, modelled ones made, packages' code is opaque. */

import type { ImportFrom, Statement } from '../syntax/tree.js';
import { noteAbsence } from './absent-overrides.js';
import { importFuture } from './annotations.js';
import { importStar } from './import-star.js';
import { importedBefore } from './imported-before.js';
import { remember } from './imports-registry.js';
import { isInitialising } from './initialising.js';
import type { Frame, Interpreter } from './interpreter.js';
import { isAbsentFromDjango } from './library/django-absent.js';
import { isPlainStandard, lacksName } from './library/standard-names.js';
import { cannotImport, foreign, maybeThere, notFound, whyLeftOut } from './module-absence.js';
import { bind, bindImported, used } from './names.js';
import { packageValue } from './package-code.js';
import { exists, loadProjectModule, locate } from './project-modules.js';
import { Exhausted } from './raised.js';
import { inStandardLibrary } from './stdlib.js';
import { quote } from './text.js';
import type { PyModule, PyValue } from './value.js';
import { emptyNamespace, str, stringKey } from './value.js';

/** `import a.b, c as d` */
export function importNames(vm: Interpreter, node: Extract<Statement, { kind: 'import' }>, frame: Frame): void {
  for (const { name, as } of node.names) {
    const whole = importDotted(vm, name);
    const above = name.slice(0, Math.max(0, name.lastIndexOf('.')));
    // It is taken from its package, which failed after it had imported it.
    if (as && whole.kind === 'module' && whole.path !== undefined && above && !vm.loaded.entries.has(above))
      throw new Exhausted('a module is imported whose package is not');
    if (as) bind(vm, as, whole, frame);
    else {
      const top = name.split('.')[0] ?? name;
      bind(vm, top, top === name ? whole : importDotted(vm, top), frame);
    }
  }
}

/** `from x import a, b as c, *` */
export function importFrom(vm: Interpreter, node: ImportFrom, frame: Frame): void {
  if (node.module === '__future__' && node.level === 0) return importFuture(vm, node, frame);
  const asked = absoluteName(vm, node.module, node.level, frame);
  const module = importDotted(vm, asked);
  const name = calledName(module, asked);
  // That it is no package is known by a `__path__` that it lacks: its own `__getattr__` is asked.
  if (module.kind === 'module' && module.path !== undefined) vm.findAttribute(module, '__path__');
  importListed(vm, module, name, node);
  for (const { name: member, as } of node.names) {
    if (member === '*') importStar(vm, module, asked, frame);
    else {
      const value = memberOf(vm, module, name, member);
      const entry = module.kind === 'module' ? module.namespace.entries.get(stringKey(member)) : undefined;
      if (entry?.origin && frame.kind === 'module') bindImported(vm, as ?? member, entry, name, frame);
      else bind(vm, as ?? member, value, frame, name);
    }
  }
}

/** What a module calls itself by now: what it lacks is looked for, and missed, under that name. */
function calledName(module: PyValue, asked: string): string {
  if (asked === 'os.path') return 'posixpath';
  const own = module.kind === 'module' && module.path !== undefined && module.namespace.entries.get('__name__')?.value;
  return own && own.kind === 'str' ? own.value : asked;
}

/** Of a package all modules that are asked for are imported before any name is taken. */
function importListed(vm: Interpreter, module: PyValue, name: string, { names }: ImportFrom): void {
  if (module.kind !== 'module' || !module.isPackage || names.length < 2) return;
  for (const { name: member } of names)
    if (!module.namespace.entries.has(stringKey(member)) && exists(vm, `${name}.${member}`))
      importDotted(vm, `${name}.${member}`);
}

function absoluteName(vm: Interpreter, module: string, level: number, frame: Frame): string {
  if (level === 0) return module;
  const parts = frame.module.name.split('.');
  if (!frame.module.isPackage) parts.pop();
  if (frame.module.name === '__main__' || parts.length === 0) {
    return vm.raise('ImportError', 'attempted relative import with no known parent package');
  }
  for (let up = 1; up < level; up += 1) parts.pop();
  if (parts.length === 0) return vm.raise('ImportError', 'attempted relative import beyond top-level package');
  return module ? [...parts, module].join('.') : parts.join('.');
}

function memberOf(vm: Interpreter, module: PyValue, name: string, member: string): PyValue {
  if (module.kind !== 'module') return vm.getAttribute(module, member);
  const entry = module.namespace.entries.get(stringKey(member));
  if (entry) return used(vm, entry, member, undefined);
  if (module.isPackage && exists(vm, `${name}.${member}`)) return importDotted(vm, `${name}.${member}`);
  const other = name === module.name ? undefined : vm.loaded.entries.get(`${name}.${member}`)?.value;
  if (other) return other;
  const found = vm.findAttribute(module, member);
  if (found) return found;
  if (module.isPackage && whyLeftOut(vm, module, member) !== undefined) return importDotted(vm, `${name}.${member}`);
  // Only a directory without __init__.py, and what is built in, has no place; where a package is installed is not known.
  const lies = module.directory !== undefined || ['sys', 'builtins', 'itertools', 'time', 'errno'].includes(name);
  const place = lies ? ' (unknown location)' : '';
  if (module.path === undefined && module.directory === undefined && vm.guards > 0) cannotImport(vm, name, member);
  const where = module.path === undefined ? place : ` (${vm.root}/${module.path})`;
  if (isInitialising(vm, module)) {
    const cause = 'most likely due to a circular import';
    return vm.raise(
      'ImportError',
      `cannot import name '${member}' from partially initialized module '${name}' (${cause})${where}`,
    );
  }
  return vm.raise('ImportError', `cannot import name '${member}' from '${name}'${where}`);
}

/** The module of a dotted name; its parents are imported first. */
export function importDotted(vm: Interpreter, name: string): PyValue {
  const known = vm.loaded.entries.get(name);
  if (known?.value.kind === 'none')
    return vm.raise('ModuleNotFoundError', `import of ${name} halted; None in sys.modules`);
  if (known) return importedBefore(vm, name, known, () => importDotted(vm, name));
  if (name === '') return vm.raise('ValueError', 'Empty module name');
  const dot = name.lastIndexOf('.');
  if (dot === 0) return notFound(vm, name);
  let parent: PyValue | undefined;
  if (dot > 0) {
    parent = importDotted(vm, name.slice(0, dot));
    const again = vm.loaded.entries.get(name);
    if (again) return importedBefore(vm, name, again, () => importDotted(vm, name));
    if (parent.kind === 'unknown') return parent;
  }
  const place = locate(vm, name);
  if (place?.kind === 'regular') return loadProjectModule(vm, name, place, parent);
  if (isAbsentFromDjango(vm, name)) return notFound(vm, name);
  const native = vm.nativeModules.get(name);
  const top = name.split('.')[0] ?? name;
  const standard = inStandardLibrary(top, vm.python);
  if (native && (native.standard ? standard !== false || vm.nativeModules.has(top) : true)) {
    if (native.standard && standard === undefined) return maybeThere(vm, name, () => nativeModule(vm, name, parent));
    if (native.standard && standard === false && inStandardLibrary(top, undefined) !== false) return notFound(vm, name);
    return native.standard ? nativeModule(vm, name, parent) : foreign(vm, name, () => nativeModule(vm, name, parent));
  }
  const absence = parent && whyLeftOut(vm, parent, name.slice(dot + 1));
  if (absence !== undefined) {
    if (parent?.kind === 'module') noteAbsence(vm, parent.directory ?? '', name.slice(dot + 1), vm.here());
    // A server that lacks it does not start.
    vm.givenUp.push({ why: absence, at: vm.here(), after: vm.failures.length });
    return opaque(vm, name, parent, absence);
  }
  if (parent?.kind === 'module' && parent.path !== undefined) {
    // A directory without __init__.py inside a package is a package as well.
    if (place?.kind === 'namespace') return loadProjectModule(vm, name, place, parent);
    const why = parent.isPackage ? '' : `; '${parent.name}' is not a package`;
    if (vm.guards > 0 && parent.directory !== undefined)
      noteAbsence(vm, parent.directory, name.slice(dot + 1), vm.here());
    return vm.raise('ModuleNotFoundError', `No module named ${quote(name)}${why}`);
  }
  if (place?.kind === 'namespace' && vm.declares(top) !== true && standard === false) {
    return loadProjectModule(vm, name, place, parent);
  }
  if (parent?.kind === 'module' && parent.directory !== undefined && !parent.missing) {
    if (vm.guards > 0) noteAbsence(vm, parent.directory, name.slice(dot + 1), vm.here());
    return vm.raise('ModuleNotFoundError', `No module named ${quote(name)}`);
  }
  if (standard !== false && parent && isPlainStandard(name.slice(0, dot))) {
    return vm.raise('ModuleNotFoundError', `No module named ${quote(name)}; '${name.slice(0, dot)}' is not a package`);
  }
  if (standard !== false && parent && lacksName(name.slice(0, dot), name.slice(dot + 1), vm.python))
    return notFound(vm, name);
  if (standard === true) return opaque(vm, name, parent, `\`${name}\` of the standard library is not modelled`);
  if (standard === undefined)
    return maybeThere(vm, name, () => opaque(vm, name, parent, `\`${name}\` is not modelled`));
  if (inStandardLibrary(top, undefined) !== false) return notFound(vm, name);
  return foreign(vm, name, () => opaque(vm, name, parent, undefined));
}

function nativeModule(vm: Interpreter, name: string, parent: PyValue | undefined): PyValue {
  const module = vm.once(`module ${name}`, (): PyModule => {
    const model = vm.nativeModules.get(name);
    const isPackage = model?.isPackage ?? [...vm.nativeModules.keys()].some((one) => one.startsWith(`${name}.`));
    const namespace = emptyNamespace();
    for (const [member, value] of Object.entries(model?.load(vm) ?? {})) {
      if (model?.standard && lacksName(name, member, vm.python)) continue;
      namespace.entries.set(stringKey(member), { key: str(member), value });
    }
    if (!namespace.entries.has('__name__'))
      namespace.entries.set('__name__', { key: str('__name__'), value: str(name) });
    const missing = (member: string): PyValue | undefined => {
      // Django has imported it before it loads settings, for whoever imports `importlib` alone.
      if (name === 'importlib' && member === 'util') return importDotted(vm, 'importlib.util');
      if (member.startsWith('__') && member.endsWith('__')) return undefined;
      if (model?.others && !model.others.includes(member)) return undefined;
      if (isAbsentFromDjango(vm, `${name}.${member}`)) return undefined;
      if (model?.standard && lacksName(name, member, vm.python)) return undefined;
      return vm.unknown(`\`${name}.${member}\` is not modelled`, { symbol: `${name}.${member}` });
    };
    return {
      kind: 'module',
      name,
      directory: undefined,
      path: undefined,
      namespace,
      isPackage,
      ...(model?.complete ? {} : { missing }),
    };
  });
  remember(vm, name, module, parent);
  return module;
}

/** A module whose code is not read: what it holds is unknown. */
function opaque(vm: Interpreter, name: string, parent: PyValue | undefined, why: string | undefined): PyValue {
  const module = vm.once(`module ${name}`, (): PyModule => {
    const missing = (member: string): PyValue | undefined => {
      // Django has imported it before it loads settings, for whoever imports `importlib` alone.
      if (name === 'importlib' && member === 'util') return importDotted(vm, 'importlib.util');
      if (member.startsWith('__') && member.endsWith('__') && member !== '__version__') return undefined;
      const symbol = `${name}.${member}`;
      if (isAbsentFromDjango(vm, symbol)) return undefined;
      if (why !== undefined && lacksName(name, member, vm.python)) return undefined;
      return why === undefined ? packageValue(vm, symbol) : vm.unknown(why, { symbol });
    };
    const namespace = emptyNamespace();
    namespace.entries.set('__name__', { key: str('__name__'), value: str(name) });
    return {
      kind: 'module',
      name,
      directory: undefined,
      path: undefined,
      namespace,
      isPackage: true,
      missing,
      ...(why === undefined ? {} : { absence: why }),
    };
  });
  remember(vm, name, module, parent);
  return module;
}
