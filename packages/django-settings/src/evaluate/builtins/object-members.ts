/** What `object` gives every value: `__new__`, `__init__` and the setting and deleting of attributes. */
import { blank } from '../classes.js';
import type { Interpreter } from '../interpreter.js';
import { findInMro } from '../mro.js';
import type { NativeCall } from '../native.js';
import { deleteAttribute, setAttribute, spoilAttributes } from '../set-attribute.js';
import type { PyArguments, PyClass, PyDescriptor, PyUnknown, PyValue } from '../value.js';
import { none } from '../value.js';

interface ObjectMembers {
  readonly initSubclass: PyDescriptor;
  /** Reached through an instance or `super()`. */
  readonly members: Readonly<Record<string, NativeCall>>;
}

export function objectMembers(vm: Interpreter): ObjectMembers {
  const refuse = (name: string): never =>
    vm.raise(
      'TypeError',
      vm.unknown(`how \`object.${name}\` refuses these arguments is not modelled`, { type: 'str', truth: true }),
    );
  /** The name of an attribute that is set or deleted; `undefined` where it is not known. */
  const attributeName = (
    name: string,
    { positional, keywords, open }: PyArguments,
    count: number,
  ): string | undefined => {
    if (open) return undefined;
    if (positional.length !== count || keywords.size > 0) return refuse(name);
    const [, given = none] = positional;
    if (given.kind === 'str') return given.value;
    if (given.kind === 'unknown' || given.kind === 'choice') return undefined;
    return vm.raise('TypeError', `attribute name must be string, not '${vm.typeName(given)}'`);
  };
  const unknownName = ({ positional: [, name = none], open }: PyArguments): PyUnknown =>
    vm.derive(open ?? vm.doubt(name) ?? vm.unknown('a name is not known'));
  return {
    initSubclass: {
      kind: 'descriptor',
      type: 'classmethod',
      get: {
        kind: 'native',
        name: '__init_subclass__',
        qualname: 'object.__init_subclass__',
        method: false,
        call: (_machine, { positional: [cls, ...rest], keywords }) => {
          const name = cls?.kind === 'class' ? cls.qualname : 'type';
          if (keywords.size > 0) vm.raise('TypeError', `${name}.__init_subclass__() takes no keyword arguments`);
          if (rest.length > 0)
            vm.raise('TypeError', `${name}.__init_subclass__() takes no arguments (${rest.length} given)`);
          return none;
        },
      },
    },
    members: {
      __new__: (_machine, args) => {
        const [cls] = args.positional;
        if (!cls && !args.open) return vm.raise('TypeError', 'object.__new__(): not enough arguments');
        if (cls?.kind !== 'class') return refuse('__new__');
        const native = cls.mro.find((one) => one.native?.construct);
        if (!native?.native?.construct) return made(vm, cls, args);
        // What can change is filled by its `__init__`.
        const isFilledLater = native.module === 'builtins' && ['list', 'dict', 'set'].includes(native.name);
        const given = isFilledLater
          ? { positional: [], keywords: new Map() }
          : { ...args, positional: args.positional.slice(1) };
        return native.native.construct(vm, cls, given);
      },
      __init__: (_machine, args) => initialised(vm, args),
      __setattr__: (_machine, args) => {
        const name = attributeName('__setattr__', args, 3);
        const [self, , value] = args.positional;
        if (self && name === undefined) spoilAttributes(vm, self, unknownName(args));
        else if (self && name !== undefined && value) setAttribute(vm, self, name, value, true);
        return none;
      },
      __delattr__: (_machine, args) => {
        const name = attributeName('__delattr__', args, 2);
        const [self] = args.positional;
        if (self && name === undefined) spoilAttributes(vm, self, unknownName(args));
        else if (self && name !== undefined) deleteAttribute(vm, self, name, true);
        return none;
      },
    },
  };
}

/** `object.__new__` lets arguments pass only where an `__init__` takes them, and there is no other `__new__`. */
function made(vm: Interpreter, cls: PyClass, { positional, keywords, open }: PyArguments): PyValue {
  const isPlain = cls.mro.every((one) => !one.open && (!one.native || one.name === 'object'));
  if (!isPlain || open || (positional.length === 1 && keywords.size === 0)) return blank(vm, cls);
  if (findInMro(cls.mro, '__new__'))
    vm.raise('TypeError', 'object.__new__() takes exactly one argument (the type to instantiate)');
  if (!findInMro(cls.mro, '__init__')) vm.raise('TypeError', `${cls.name}() takes no arguments`);
  return blank(vm, cls);
}

/** `object.__init__` lets arguments pass only where the class has a `__new__` that took them, and no `__init__` of its own. */
function initialised(vm: Interpreter, { positional: [self, ...rest], keywords, open }: PyArguments): PyValue {
  if (!self && !open)
    vm.raise('TypeError', vm.unknown('`object.__init__` is called without an object', { type: 'str' }));
  if (!self || open || (rest.length === 0 && keywords.size === 0)) return none;
  if (self.kind !== 'instance') return none;
  if (self.cls.mro.some((cls) => cls.open || cls.native))
    return vm.unmodelled(`what \`${self.cls.name}\` is made of is not modelled`);
  const own = (name: string) => findInMro(self.cls.mro, name) !== undefined;
  if (own('__init__'))
    vm.raise('TypeError', 'object.__init__() takes exactly one argument (the instance to initialize)');
  const words = 'takes exactly one argument (the instance to initialize)';
  if (!own('__new__')) vm.raise('TypeError', `${self.cls.name}.__init__() ${words}`);
  return none;
}
