/** `abc`: abstract classes, and the class of such classes. */
import { abstractMark } from '../abstract-classes.js';
import { fn, type Machine, method, type NativeModule, nativeClass } from '../native.js';
import { Exhausted } from '../raised.js';
import { bool, type PyClass } from '../value.js';

/** The module `abc`. */
export const abcModule: NativeModule = {
  standard: true,
  load: (machine) => {
    const meta = abstractMeta(machine);
    const abstract = nativeClass(machine, { name: 'ABC', module: 'abc', members: {} });
    return {
      ABCMeta: meta,
      ABC: withMetaclass(abstract, meta),
      abstractmethod: fn(
        'abc.abstractmethod',
        '(funcobj)',
        (m, args) => {
          const marked = args.get('funcobj');
          if (marked.kind === 'function') m.setAttribute(marked, abstractMark, bool(true));
          return marked.kind === 'function' || marked.kind === 'descriptor'
            ? marked
            : m.unmodelled('what is no function is marked as abstract');
        },
        { unknowns: 'accept' },
      ),
    };
  },
};

/** `abc.ABCMeta` */
export function abstractMeta(machine: Machine): PyClass {
  return machine.once('abc.ABCMeta', () =>
    nativeClass(machine, {
      name: 'ABCMeta',
      module: 'abc',
      base: machine.builtinClass('type'),
      members: {
        __new__: fn(
          'abc.ABCMeta.__new__',
          '(mcls, name, bases, namespace, /, **extra)',
          (m, args) => {
            const given = ['mcls', 'name', 'bases', 'namespace'].map((name) => args.get(name));
            return m.call(m.getAttribute(m.builtinClass('type'), '__new__'), given, args.extra);
          },
          { unknowns: 'accept' },
        ),
        register: method(
          'abc.ABCMeta.register',
          '(cls, subclass)',
          () => {
            throw new Exhausted('what a class is registered for is not followed');
          },
          { unknowns: 'accept' },
        ),
      },
    }),
  );
}

/** The same class with another class of its own. */
export function withMetaclass(cls: PyClass, metaclass: PyClass): PyClass {
  const made: PyClass = { ...cls, metaclass, mro: [] };
  (made.mro as PyClass[]).push(made, ...cls.mro.slice(1));
  return made;
}
