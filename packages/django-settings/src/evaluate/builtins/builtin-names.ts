/** What names mean that no module has to define: the builtin classes, functions and constants. */
import type { Interpreter } from '../interpreter.js';
import type { PyClass, PyValue } from '../value.js';
import { ellipsis, none, notImplemented, pyFalse, pyTrue, str } from '../value.js';
import { valueFunctions } from './functions.js';
import { iterationFunctions } from './iteration.js';
import { openFunction } from './open.js';
import { reflectionFunctions } from './reflection.js';

/** Names that are there and of which nothing is known; `help` and those after it are put there when Python starts. */
const unmodelled = [
  '__build_class__',
  'aiter',
  'anext',
  'breakpoint',
  'memoryview',
  'PythonFinalizationError',
  'help',
  'copyright',
  'credits',
  'license',
];

const nameless = /^[a-z]+_|^(?:NoneType|function|method|module|generator|iterator|ellipsis|object\.members)$/;

/** The namespace `builtins`. Classes that Python shows under no name of their own are left out. */
export function builtinNames(vm: Interpreter, classes: ReadonlyMap<string, PyClass>): ReadonlyMap<string, PyValue> {
  const names = new Map<string, PyValue>();
  for (const [name, cls] of classes) if (!nameless.test(name)) names.set(name, cls);
  for (const functions of [valueFunctions(vm), iterationFunctions(vm), reflectionFunctions(vm)])
    for (const name in functions) names.set(name, functions[name] as PyValue);
  for (const name of unmodelled) names.set(name, vm.unknown(`the builtin \`${name}\` is not modelled`));
  return names
    .set('open', openFunction(vm))
    .set('IOError', vm.builtinClass('OSError'))
    .set('EnvironmentError', vm.builtinClass('OSError'))
    .set('True', pyTrue)
    .set('False', pyFalse)
    .set('None', none)
    .set('Ellipsis', ellipsis)
    .set('NotImplemented', notImplemented)
    .set('__debug__', pyTrue)
    .set('__name__', str('builtins'));
}
