/** `contextlib.contextmanager`: a generator that waits at its one `yield` while the body of the `with` runs. */
import { fn, instance, type Machine, method, nativeClass, textOf } from '../native.js';
import { Raised } from '../raised.js';
import { bool, type PyInstance, type PyValue, pyFalse, pyTrue } from '../value.js';
import { abstractMeta } from './abc.js';

const accept = { unknowns: 'accept' } as const;

/** The decorator; what it makes can decorate functions as well. */
export function contextManager(machine: Machine): PyValue {
  const generatorOf = (self: PyValue): PyValue => (self as PyInstance).payload as PyValue;
  const manager = nativeClass(machine, {
    name: '_GeneratorContextManager',
    module: 'contextlib',
    metaclass: abstractMeta(machine),
    members: {
      __enter__: method(
        '_GeneratorContextManager.__enter__',
        '(self)',
        (m, args) => {
          const generator = generatorOf(args.get('self'));
          return unlessStopped(
            m,
            () => m.call(m.builtin('next'), [generator]),
            () => m.raise('RuntimeError', "generator didn't yield"),
          );
        },
        accept,
      ),
      __exit__: method(
        '_GeneratorContextManager.__exit__',
        '(self, typ, value, traceback)',
        (m, args) => {
          const generator = generatorOf(args.get('self'));
          const raised = args.get('value');
          if (raised.kind === 'none') {
            return unlessStopped(
              m,
              () => {
                m.call(m.builtin('next'), [generator]);
                return stillGoing(m, generator, "generator didn't stop");
              },
              () => pyFalse,
            );
          }
          return thrown(m, generator, raised);
        },
        accept,
      ),
      __call__: method(
        '_GeneratorContextManager.__call__',
        '(self, func)',
        (m) => m.unmodelled('a context manager that decorates a function is not modelled'),
        accept,
      ),
    },
  });
  return fn(
    'contextlib.contextmanager',
    '(func)',
    (decorating, outer) => ({
      ...fn(
        textOf(decorating.findAttribute(outer.get('func'), '__qualname__')) ?? 'helper',
        '(*args, **extra)',
        (m, args) => {
          const generator = m.call(outer.get('func'), args.rest, args.extra);
          return generator.kind === 'unknown' ? generator : instance(manager, generator);
        },
        accept,
      ),
      decorated: true,
    }),
    accept,
  );
}

/** The exception of the body, raised inside the generator: swallowed where the generator then ends. */
function thrown(machine: Machine, generator: PyValue, raised: PyValue): PyValue {
  try {
    return unlessStopped(
      machine,
      () => {
        machine.invoke(generator, 'throw', raised);
        return stillGoing(machine, generator, "generator didn't stop after throw()");
      },
      () => pyTrue,
    );
  } catch (error) {
    if (!(error instanceof Raised)) throw error;
    if (error.exception === raised || isWrapped(machine, error, raised)) return bool(false);
    throw error;
  }
}

/** One that yields once more is ended first. */
function stillGoing(machine: Machine, generator: PyValue, words: string): never {
  machine.invoke(generator, 'close');
  return machine.raise('RuntimeError', words);
}

/** A `StopIteration` comes out of a generator as another error, and is taken for itself again. */
function isWrapped(machine: Machine, { exception }: Raised, raised: PyValue): boolean {
  const isStop = raised.kind === 'instance' && raised.cls.mro.includes(machine.builtinClass('StopIteration'));
  return (
    isStop &&
    exception.cls.name === 'RuntimeError' &&
    textOf(machine.str(exception)) === 'generator raised StopIteration'
  );
}

function unlessStopped(machine: Machine, run: () => PyValue, stopped: () => PyValue): PyValue {
  return machine.attempt(run, ['StopIteration'], stopped);
}
