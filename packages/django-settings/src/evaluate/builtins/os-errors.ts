/** Which class an OSError of a number is of. */
import type { Interpreter } from '../interpreter.js';
import type { PyClass, PyValue } from '../value.js';

/** The subclass of OSError for a number, of Linux. */
const numbered: Readonly<Record<number, string>> = {
  1: 'PermissionError',
  2: 'FileNotFoundError',
  3: 'ProcessLookupError',
  4: 'InterruptedError',
  10: 'ChildProcessError',
  11: 'BlockingIOError',
  13: 'PermissionError',
  17: 'FileExistsError',
  20: 'NotADirectoryError',
  21: 'IsADirectoryError',
  32: 'BrokenPipeError',
  103: 'ConnectionAbortedError',
  104: 'ConnectionResetError',
  110: 'TimeoutError',
  111: 'ConnectionRefusedError',
};

/** `OSError(2, …)` makes a FileNotFoundError. */
export function errorClass(vm: Interpreter, cls: PyClass, args: readonly PyValue[]): PyClass {
  const [code] = args;
  if (cls !== vm.builtinClass('OSError') || args.length < 2 || code?.kind !== 'int') return cls;
  const name = numbered[Number(code.value)];
  return name === undefined ? cls : vm.builtinClass(name);
}
