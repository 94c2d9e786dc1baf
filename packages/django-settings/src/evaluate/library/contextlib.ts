/** `contextlib`: context managers that settings use around a line or two. */
import { method, type NativeModule, nativeClass } from '../native.js';
import { bool, none, type PyInstance, type PyValue, tuple } from '../value.js';
import { abstractMeta } from './abc.js';
import { contextManager } from './contextmanager.js';

const accept = { unknowns: 'accept' } as const;

/** The module `contextlib`. */
export const contextlibModule: NativeModule = {
  standard: true,
  load(machine) {
    /** What it is called with stays with it. */
    const manager = (
      name: string,
      signature: string,
      enter: (given: readonly PyValue[]) => PyValue,
      suppresses = false,
    ) => {
      const given = (self: PyValue) => ((self as PyInstance).payload ?? []) as readonly PyValue[];
      return nativeClass(machine, {
        name,
        module: 'contextlib',
        metaclass: abstractMeta(machine),
        members: {
          __init__: method(
            `contextlib.${owners[name] ?? name}.__init__`,
            signature,
            (m, args) => {
              const self = args.get('self');
              if (self.kind !== 'instance') return none;
              m.touch(self);
              self.payload = [...args.all().slice(1), ...args.rest];
              return none;
            },
            accept,
          ),
          __enter__: method(
            `contextlib.${name}.__enter__`,
            '(self)',
            (_, args) => enter(given(args.get('self'))),
            accept,
          ),
          __exit__: method(
            `contextlib.${name}.__exit__`,
            '(self, exctype, *rest)',
            (m, args) => {
              const raised = args.get('exctype');
              if (!suppresses || raised.kind !== 'class') return bool(false);
              return m.call(m.builtin('issubclass'), [raised, tuple(given(args.get('self')))]);
            },
            accept,
          ),
        },
      });
    };
    return {
      suppress: manager('suppress', '(self, *exceptions)', () => none, true),
      nullcontext: manager('nullcontext', '(self, enter_result=)', ([result]) => result ?? none),
      redirect_stdout: manager('redirect_stdout', '(self, new_target)', ([target]) => target ?? none),
      redirect_stderr: manager('redirect_stderr', '(self, new_target)', ([target]) => target ?? none),
      contextmanager: contextManager(machine),
    };
  },
};

/** Whose `__init__` it is. */
const owners: Readonly<Record<string, string>> = {
  redirect_stdout: '_RedirectStream',
  redirect_stderr: '_RedirectStream',
};
