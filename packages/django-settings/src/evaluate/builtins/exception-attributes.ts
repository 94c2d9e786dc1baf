/** The attributes of exceptions that their classes hold: what can be set, what is refused, and what is read where nothing was set. */
import type { Interpreter } from '../interpreter.js';
import { method } from '../native.js';
import type { PyValue } from '../value.js';
import { bool, none, str, stringKey, tuple } from '../value.js';
import { codecArguments, codecAttribute, codecErrors } from './codec-errors.js';
import { argsOf, hidden } from './exception-parts.js';

type Put = (cls: string, name: string, value: PyValue) => unknown;

/** What a slot of an exception does beside being read and set. */
interface Slot {
  /** What it is where nothing was set. */
  readonly read?: (self: PyValue) => PyValue;
  /** What is kept of a value, or the error. */
  readonly accept?: (value: PyValue) => PyValue;
  /** The TypeError of a `del`; without it the slot is None from then on. */
  readonly kept?: string;
}

export function addExceptionAttributes(vm: Interpreter, put: Put): void {
  const store = (self: PyValue, key: string, value: PyValue) => {
    if (self.kind !== 'instance') return;
    vm.journal.touchName(self.attributes, key);
    self.attributes.entries.set(key, { key: str(key), value });
  };
  const slot = (cls: string, name: string, { read, accept, kept }: Slot, key = `exception.${name}`) => {
    const accepting = { unknowns: 'accept' } as const;
    const descriptor: PyValue = {
      kind: 'descriptor',
      type: 'property',
      get: method(
        `${cls}.${name}`,
        '(self)',
        (_machine, args) => {
          const self = args.get('self');
          const set = self.kind === 'instance' ? self.attributes.entries.get(stringKey(key))?.value : undefined;
          return set ?? read?.(self) ?? none;
        },
        accepting,
      ),
      set: method(
        `${cls}.${name}`,
        '(self, value)',
        (_machine, args) => {
          const value = args.get('value');
          store(args.get('self'), key, accept && !vm.doubt(value) ? accept(value) : value);
          // A cause hides the context.
          if (name === '__cause__') store(args.get('self'), 'exception.__suppress_context__', bool(true));
          return none;
        },
        accepting,
      ),
      delete: method(`${cls}.${name}`, '(self)', (_machine, args) => {
        if (kept !== undefined) return vm.raise('TypeError', kept);
        store(args.get('self'), key, none);
        return none;
      }),
    };
    put(cls, name, descriptor);
  };

  const isException = (value: PyValue) =>
    value.kind === 'none' || vm.isInstance(value, vm.builtinClass('BaseException')) !== 'no';
  for (const [name, words] of [
    ['__context__', 'exception context must be None or derive from BaseException'],
    ['__cause__', 'exception cause must be None or derive from BaseException'],
  ] as const)
    slot('BaseException', name, {
      accept: (value) => (isException(value) ? value : vm.raise('TypeError', words)),
      kept: `${name} may not be deleted`,
    });
  slot('BaseException', '__traceback__', {
    read: () => vm.unknown('tracebacks are not followed'),
    accept: (value) =>
      value.kind === 'none' ? value : vm.raise('TypeError', '__traceback__ must be a traceback or None'),
    kept: '__traceback__ may not be deleted',
  });
  slot('BaseException', '__suppress_context__', {
    read: (self) => bool(hidden(self, '__cause__') !== undefined),
    accept: (value) => (value.kind === 'bool' ? value : vm.raise('TypeError', 'attribute value type must be bool')),
    kept: "can't delete numeric/char attribute",
  });
  slot(
    'BaseException',
    'args',
    { accept: (value) => tuple(vm.iterate(value)), kept: 'args may not be deleted' },
    'args',
  );

  slot('SystemExit', 'code', {
    read: (self) => {
      const given = argsOf(self);
      return given.length > 1 ? tuple(given) : (given[0] ?? none);
    },
  });
  for (const cls of codecErrors)
    for (const name of codecArguments(cls))
      slot(cls, name, { read: (self) => codecAttribute(vm, self, cls, name), kept: 'attribute cannot be deleted' });
  slot('StopIteration', 'value', { read: (self) => argsOf(self)[0] ?? none });
  for (const cls of ['ImportError', 'NameError', 'AttributeError']) {
    slot(cls, 'name', {
      read: (self) => {
        const [message] = argsOf(self);
        const text = message?.kind === 'str' ? message.value : '';
        const named = /^(?:No module named|name|cannot import name) '([^']+)'/.exec(text)?.[1];
        if (named === undefined) return vm.unknown('the `name` of an exception is not followed');
        return str(cls === 'ImportError' && text.startsWith('cannot') ? importedFrom(text) : named);
      },
    });
  }
  slot('ImportError', 'path', { read: () => vm.unknown('the `path` of an exception is not followed') });
  slot('ImportError', 'msg', { read: (self) => argsOf(self)[0] ?? none });
  slot('AttributeError', 'obj', { read: () => vm.unknown('the `obj` of an exception is not followed') });
  slot('SyntaxError', 'msg', { read: (self) => argsOf(self)[0] ?? none });
  for (const name of ['lineno', 'offset', 'text', 'filename', 'end_lineno', 'end_offset'])
    slot(
      'SyntaxError',
      name,
      { read: () => vm.unknown('the place in a SyntaxError is not followed') },
      `exception.at.${name}`,
    );
}

/** The module of "cannot import name 'x' from 'module'". */
function importedFrom(message: string): string {
  return / from (?:partially initialized module )?'([^']+)'/.exec(message)?.[1] ?? '';
}
