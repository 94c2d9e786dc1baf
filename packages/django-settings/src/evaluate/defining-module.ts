/** What classes and functions say their module is: the `__name__` of the globals in which they are made, whatever that is by then. */
import type { Frame, Interpreter } from './interpreter.js';
import type { PyClass, PyDict, PyValue } from './value.js';
import { str, stringKey } from './value.js';

/** What the globals of a frame are called. */
export const nameOfGlobals = (frame: Frame | undefined): PyValue | undefined =>
  frame?.globals.entries.get('__name__')?.value;

/** The module of a class that `type` makes, which is put into its namespace. */
export function putModule(vm: Interpreter, { entries }: PyDict): string {
  const given = entries.get('__module__')?.value;
  const value = given ?? nameOfGlobals(vm.frame) ?? vm.unknown('a class that has no module is not modelled');
  entries.set('__module__', { key: str('__module__'), value });
  return value.kind === 'str' ? value.value : (vm.frame?.module.name ?? '');
}

/** `repr` of a class; an unknown where it is not known what its module is. */
export function classText(vm: Interpreter, { attributes, module, name, qualname }: PyClass): PyValue {
  const own = attributes.entries.get('__module__')?.value ?? str(module);
  const doubt = vm.doubt(own);
  if (doubt) return vm.derive(doubt, { type: 'str', truth: true });
  const whole = own.kind === 'str' && own.value !== 'builtins' ? `${own.value}.${qualname}` : name;
  return str(`<class '${whole}'>`);
}

/** Whether a class says that it is a module's of the project. */
export function isOfProject(vm: Interpreter, cls: PyClass): boolean {
  const module = vm.loaded.entries.get(stringKey(cls.module))?.value;
  return module?.kind === 'module' && module.path !== undefined;
}
