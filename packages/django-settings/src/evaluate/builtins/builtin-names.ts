/** What names mean that no module has to define: the builtin classes, functions and constants. */
import type { Interpreter } from '../interpreter.js';
import type { PyClass, PyValue } from '../value.js';
import { ellipsis, none, notImplemented, pyFalse, pyTrue, str } from '../value.js';
import { valueFunctions } from './functions.js';
import { iterationFunctions } from './iteration.js';
import { openFunction } from './open.js';
import { reflectionFunctions } from './reflection.js';

/** Names that are there and of which nothing is known; `help` and those after it are put there when Python starts. */
const unmodelled =
  '__build_class__ aiter anext breakpoint memoryview PythonFinalizationError help copyright credits license';

/** The namespace `builtins`. Classes that Python shows under no name of their own are left out. */
export function builtinNames(vm: Interpreter, classes: ReadonlyMap<string, PyClass>): ReadonlyMap<string, PyValue> {
  return new Map(
    Object.entries({
      ...Object.fromEntries(
        [...classes].filter(
          ([name]) =>
            !/^[a-z]+_|^(?:NoneType|function|method|module|generator|iterator|ellipsis|object\.members)$/.test(name),
        ),
      ),
      ...valueFunctions(vm),
      ...iterationFunctions(vm),
      ...reflectionFunctions(vm),
      ...Object.fromEntries(
        unmodelled.split(' ').map((name) => [name, vm.unknown(`the builtin \`${name}\` is not modelled`)]),
      ),
      open: openFunction(vm),
      IOError: vm.builtinClass('OSError'),
      EnvironmentError: vm.builtinClass('OSError'),
      True: pyTrue,
      False: pyFalse,
      None: none,
      Ellipsis: ellipsis,
      NotImplemented: notImplemented,
      __debug__: pyTrue,
      __name__: str('builtins'),
    }),
  );
}
