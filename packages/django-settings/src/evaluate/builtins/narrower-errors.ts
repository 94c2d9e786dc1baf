/** Which class an exception is of that is made as one of a wider class. */
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

/** `OSError(2, …)` makes a FileNotFoundError, and a BaseExceptionGroup of exceptions alone is an ExceptionGroup. */
export function errorClass(vm: Interpreter, cls: PyClass, args: readonly PyValue[]): PyClass {
  if (cls.name === 'BaseExceptionGroup') return cls.module === 'builtins' ? groupClass(vm, cls, args) : cls;
  const [code] = args;
  if (cls !== vm.builtinClass('OSError') || args.length < 2 || args.length > 5 || !code) return cls;
  const name = code.kind === 'int' || code.kind === 'bool' ? numbered[Number(code.value)] : undefined;
  return name === undefined ? cls : vm.builtinClass(name);
}

function groupClass(vm: Interpreter, cls: PyClass, [, parts]: readonly PyValue[]): PyClass {
  if (parts?.kind !== 'list' && parts?.kind !== 'tuple') return cls;
  const exception = vm.builtinClass('Exception');
  return parts.items.every((item) => vm.isInstance(item, exception) === 'yes')
    ? vm.builtinClass('ExceptionGroup')
    : cls;
}
