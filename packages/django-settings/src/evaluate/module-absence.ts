/** Modules that may not be there: whether one is found, and what importing it does where this is not known. */
import { doesWithoutModule } from './expected-errors.js';
import type { Interpreter } from './interpreter.js';
import { leftOut } from './left-out.js';
import { isPlainStandard, lacksName } from './library/standard-names.js';
import { exists, locate } from './project-modules.js';
import { Raised } from './raised.js';
import { inStandardLibrary } from './stdlib.js';
import { quote } from './text.js';
import type { PyValue } from './value.js';
import { str } from './value.js';

/** Whether a module is found, as `importlib.util.find_spec` asks; `undefined` where this is not known. Its parents are imported. */
export function findsModule(vm: Interpreter, name: string): boolean | undefined {
  if (vm.loaded.entries.has(name)) return true;
  const dot = name.lastIndexOf('.');
  // It is the name of nothing, and has no parent.
  if (dot === 0) return false;
  if (name.startsWith('.')) vm.importDotted(name.slice(0, dot));
  const top = name.split('.')[0] ?? name;
  const standard = inStandardLibrary(top, vm.python);
  const place = locate(vm, top);
  if (dot < 0) return place?.kind === 'regular' ? true : standard === false ? vm.declares(name) : standard;
  if (standard === false && !place) {
    const declared = vm.declares(name) ?? vm.declares(top);
    return declared === false ? notFound(vm, top) : undefined;
  }
  const parent = vm.importDotted(name.slice(0, dot));
  if (parent.kind !== 'module') return undefined;
  if (parent.path !== undefined ? !parent.isPackage : standard !== false && isPlainStandard(parent.name)) {
    const why = `__path__ attribute not found on '${parent.name}' while trying to find '${name}'`;
    return vm.raise('ModuleNotFoundError', why);
  }
  if (exists(vm, name)) return true;
  if (parent.path !== undefined) return whyLeftOut(vm, parent, name.slice(dot + 1)) === undefined ? false : undefined;
  return standard !== false && lacksName(parent.name, name.slice(dot + 1), vm.python) ? false : undefined;
}

/** Why a module that the repository's package lacks is not missing: only where no handler goes on without it. */
export function whyLeftOut(vm: Interpreter, parent: PyValue, member: string): string | undefined {
  // Where the environment is exactly as given, so are the files.
  if (vm.environment.closed || doesWithoutModule(vm)) return undefined;
  if (parent.kind !== 'module' || parent.directory === undefined) return undefined;
  return leftOut(vm, parent.directory, member);
}

export function notFound(vm: Interpreter, name: string): never {
  return vm.raise('ModuleNotFoundError', `No module named ${quote(name)}`);
}

/** A standard module that only some versions of Python have: both ways, where a handler waits for its absence. */
export function maybeThere(vm: Interpreter, name: string, make: () => PyValue): PyValue {
  return vm.guards > 0 ? vm.fork([make, () => notFound(vm, name)]) : make();
}

/** A package's module is there when it is declared; where nobody waits for its absence, it is taken to be installed. */
export function foreign(vm: Interpreter, name: string, make: () => PyValue): PyValue {
  const top = name.split('.')[0] ?? name;
  if (vm.guards === 0 || top === 'django') return make();
  const declared = vm.declares(name) ?? vm.declares(top);
  if (declared === true) return make();
  if (declared === false) return notFound(vm, name);
  const settle = `declaring \`${top}\` as a dependency`;
  return vm.fork(
    [make, () => notFound(vm, name)],
    vm.unknown(`whether \`${top}\` is installed is not known`, { settle }),
  );
}

/** A module outside the repository lacks a name: what is raised tells where the module is installed, which is not known. */
export function cannotImport(vm: Interpreter, name: string, member: string): never {
  const why = `where \`${name}\` is installed is not known`;
  try {
    return vm.raise('ImportError', vm.unknown(why, { type: 'str', truth: true }));
  } catch (error) {
    if (error instanceof Raised) {
      const { entries } = error.exception.attributes;
      const put = (key: string, text: string) => entries.set(key, { key: str(key), value: str(text) });
      put('exception.name', name);
      put('exception.words', `cannot import name '${member}' from '${name}'`);
    }
    throw error;
  }
}
