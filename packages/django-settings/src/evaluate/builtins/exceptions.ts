/** Python's exception classes. */

import { blank } from '../classes.js';
import type { Interpreter } from '../interpreter.js';
import { method } from '../native.js';
import type { PyClass, PyInstance, PyValue } from '../value.js';
import { emptyNamespace, list, none, str, stringKey, tuple } from '../value.js';
import { codecErrors, codecErrorText } from './codec-errors.js';
import { checkExceptionArguments, keptArguments, writtenBefore } from './exception-arguments.js';
import { addExceptionAttributes } from './exception-attributes.js';
import { addGroups } from './exception-group-class.js';
import { argsOf, hidden } from './exception-parts.js';
import { errorClass } from './narrower-errors.js';

/** Base by class, `object` at the top. */
const hierarchy: Readonly<Record<string, string>> = {
  BaseException: 'object',
  Exception: 'BaseException',
  SystemExit: 'BaseException',
  KeyboardInterrupt: 'BaseException',
  GeneratorExit: 'BaseException',
  BaseExceptionGroup: 'BaseException',
  StopIteration: 'Exception',
  StopAsyncIteration: 'Exception',
  ArithmeticError: 'Exception',
  FloatingPointError: 'ArithmeticError',
  OverflowError: 'ArithmeticError',
  ZeroDivisionError: 'ArithmeticError',
  AssertionError: 'Exception',
  AttributeError: 'Exception',
  BufferError: 'Exception',
  EOFError: 'Exception',
  ImportError: 'Exception',
  ModuleNotFoundError: 'ImportError',
  LookupError: 'Exception',
  IndexError: 'LookupError',
  KeyError: 'LookupError',
  MemoryError: 'Exception',
  NameError: 'Exception',
  UnboundLocalError: 'NameError',
  OSError: 'Exception',
  BlockingIOError: 'OSError',
  ChildProcessError: 'OSError',
  ConnectionError: 'OSError',
  BrokenPipeError: 'ConnectionError',
  ConnectionAbortedError: 'ConnectionError',
  ConnectionRefusedError: 'ConnectionError',
  ConnectionResetError: 'ConnectionError',
  FileExistsError: 'OSError',
  FileNotFoundError: 'OSError',
  InterruptedError: 'OSError',
  IsADirectoryError: 'OSError',
  NotADirectoryError: 'OSError',
  PermissionError: 'OSError',
  ProcessLookupError: 'OSError',
  TimeoutError: 'OSError',
  ReferenceError: 'Exception',
  RuntimeError: 'Exception',
  NotImplementedError: 'RuntimeError',
  RecursionError: 'RuntimeError',
  SyntaxError: 'Exception',
  IndentationError: 'SyntaxError',
  TabError: 'IndentationError',
  SystemError: 'Exception',
  TypeError: 'Exception',
  ValueError: 'Exception',
  UnicodeError: 'ValueError',
  UnicodeDecodeError: 'UnicodeError',
  UnicodeEncodeError: 'UnicodeError',
  UnicodeTranslateError: 'UnicodeError',
  Warning: 'Exception',
  BytesWarning: 'Warning',
  DeprecationWarning: 'Warning',
  EncodingWarning: 'Warning',
  FutureWarning: 'Warning',
  ImportWarning: 'Warning',
  PendingDeprecationWarning: 'Warning',
  ResourceWarning: 'Warning',
  RuntimeWarning: 'Warning',
  SyntaxWarning: 'Warning',
  UnicodeWarning: 'Warning',
  UserWarning: 'Warning',
};

export function exceptionClasses(vm: Interpreter, object: PyClass): ReadonlyMap<string, PyClass> {
  const classes = new Map<string, PyClass>([['object', object]]);
  for (const [name, baseName] of Object.entries(hierarchy)) {
    const base = classes.get(baseName) ?? object;
    const mro: PyClass[] = [];
    const cls: PyClass = {
      kind: 'class',
      name,
      module: 'builtins',
      qualname: name,
      mro,
      bases: [base],
      attributes: emptyNamespace(),
      open: undefined,
      ...(name === 'BaseException' ? { native: { construct: construct(vm) } } : {}),
    };
    mro.push(cls, ...base.mro);
    classes.set(name, cls);
  }
  const put = (cls: string, name: string, value: PyValue) =>
    classes.get(cls)?.attributes.entries.set(stringKey(name), { key: str(name), value });
  /** A method of exceptions takes nothing else; the words name the class from which it was taken. */
  const refuseOther = (self: PyValue, name: string, of = 'BaseException'): void => {
    const words = vm.unknown(`whose \`${name}\` refuses this is not modelled`, { type: 'str', truth: true });
    if (vm.isInstance(self, vm.builtinClass(of)) === 'no') vm.raise('TypeError', words);
  };
  put(
    'BaseException',
    '__init__',
    method(
      'BaseException.__init__',
      '(self, *args, **kwargs)',
      (_machine, args) => {
        const self = args.get('self');
        refuseOther(self, '__init__');
        if (self.kind !== 'instance') return none;
        checkExceptionArguments(vm, self.cls, { positional: args.rest, keywords: args.extra });
        setArgs(self, keptArguments(self.cls, args.rest));
        return none;
      },
      { unknowns: 'accept' },
    ),
  );
  put(
    'BaseException',
    '__str__',
    method('BaseException.__str__', '(self)', (_machine, args) => {
      refuseOther(args.get('self'), '__str__');
      const items = argsOf(args.get('self'));
      const [only] = items;
      return items.length === 0 ? str('') : items.length === 1 && only ? vm.str(only) : vm.repr(tuple(items));
    }),
  );
  put(
    'BaseException',
    '__repr__',
    method('BaseException.__repr__', '(self)', (_machine, args) => {
      refuseOther(args.get('self'), '__repr__');
      const items = argsOf(args.get('self'));
      const inner = vm.repr(items.length === 1 ? (items[0] as PyValue) : tuple(items));
      if (inner.kind !== 'str') return inner;
      return str(`${vm.typeName(args.get('self'))}${items.length === 1 ? `(${inner.value})` : inner.value}`);
    }),
  );
  put(
    'BaseException',
    'with_traceback',
    method('BaseException.with_traceback', '(self, tb)', (_machine, args) => {
      // No value that is known is a traceback.
      if (args.get('tb').kind !== 'none') vm.raise('TypeError', '__traceback__ must be a traceback or None');
      return args.get('self');
    }),
  );
  put(
    'BaseException',
    'add_note',
    method('BaseException.add_note', '(self, note)', (_machine, args) => {
      const self = args.get('self');
      const note = args.get('note');
      if (note.kind !== 'str' && note.kind !== 'unknown' && note.kind !== 'choice')
        return vm.raise('TypeError', `note must be a str, not '${vm.typeName(note)}'`);
      const notes = vm.findAttribute(self, '__notes__');
      if (notes && !['list', 'unknown', 'choice', 'instance'].includes(notes.kind))
        return vm.raise('TypeError', 'Cannot add note: __notes__ is not a list');
      if (notes?.kind === 'instance') return vm.unmodelled('notes that are kept in an object are not followed');
      if (notes) vm.invoke(notes, 'append', note);
      else vm.setAttribute(self, '__notes__', vm.fresh(list([note])));
      return none;
    }),
  );
  put(
    'KeyError',
    '__str__',
    method('KeyError.__str__', '(self)', (_machine, args) => {
      refuseOther(args.get('self'), '__str__', 'KeyError');
      const items = argsOf(args.get('self'));
      const [only] = items;
      return items.length === 1 && only ? vm.repr(only) : items.length === 0 ? str('') : vm.repr(tuple(items));
    }),
  );
  put(
    'OSError',
    '__str__',
    method('OSError.__str__', '(self)', (_machine, args) => {
      refuseOther(args.get('self'), '__str__', 'OSError');
      const self = args.get('self');
      const items = argsOf(self);
      const [code, text] = items;
      if (!code || !text) return code ? vm.str(code) : str('');
      if (items.length > 5) return vm.repr(tuple(items));
      const file = (name: string): readonly PyValue[] => {
        const value = self.kind === 'instance' ? self.attributes.entries.get(name)?.value : undefined;
        return value && value.kind !== 'none' ? [vm.repr(value)] : [];
      };
      const shown = [vm.str(code), vm.str(text), ...file('filename'), ...file('exception.filename2')];
      const doubt = shown.find((part) => part.kind !== 'str');
      if (doubt) return vm.derive(doubt, { type: 'str', truth: true });
      const [number, words, ...files] = shown.map((part) => (part.kind === 'str' ? part.value : ''));
      return str(`[Errno ${number}] ${words}${files.length > 0 ? `: ${files.join(' -> ')}` : ''}`);
    }),
  );
  put(
    'SyntaxError',
    '__str__',
    method('SyntaxError.__str__', '(self)', (_machine, args) => {
      refuseOther(args.get('self'), '__str__', 'SyntaxError');
      const self = args.get('self');
      return hidden(self, 'text') ?? vm.str(hidden(self, 'msg') ?? argsOf(self)[0] ?? none);
    }),
  );
  addExceptionAttributes(vm, put);
  for (const name of codecErrors) put(name, '__str__', codecErrorText(vm, name));
  addGroups(vm, classes, put);
  classes.delete('object');
  return classes;
}

function construct(vm: Interpreter) {
  return (
    _machine: unknown,
    cls: PyClass,
    args: { readonly positional: readonly PyValue[]; readonly keywords: ReadonlyMap<string, PyValue> },
  ): PyValue => {
    const own = errorClass(vm, cls, args.positional);
    const made = blank(vm, own);
    const written = writtenBefore(own, args.positional);
    if (made.kind === 'instance') {
      setArgs(made, keptArguments(own, args.positional));
      if (written)
        made.attributes.entries.set('characters_written', { key: str('characters_written'), value: written });
      for (const name of ['name', 'path']) {
        const value = args.keywords.get(name);
        if (value) made.attributes.entries.set(`exception.${name}`, { key: str(`exception.${name}`), value });
      }
      if (cls.mro.some((one) => one.name === 'OSError')) {
        const given = args.positional.length > 1 && args.positional.length < 6 ? args.positional : [];
        const [code = none, text = none, file = none, , second = none] = given;
        for (const [name, value] of [
          ['errno', code],
          ['strerror', text],
          ['filename', written ? none : file],
          ['exception.filename2', written || file.kind === 'none' ? none : second],
        ] as const) {
          made.attributes.entries.set(name, { key: str(name), value });
        }
      }
    }
    return made;
  };
}

/** Not undone with the way that raised it: what an exception says must outlive that way. */
function setArgs(self: PyInstance, args: readonly PyValue[]): void {
  self.attributes.entries.set('args', { key: str('args'), value: tuple(args) });
}
