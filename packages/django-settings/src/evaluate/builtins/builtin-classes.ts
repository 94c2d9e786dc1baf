/** Python's builtin classes: what calling them makes, and their methods. */

import { keywordProblem } from '../c-arguments.js';
import { putItem } from '../changing-items.js';
import { refuseMetaclasses } from '../class-layout.js';
import { putModule } from '../defining-module.js';
import { close, send, throwInto } from '../generators.js';
import type { Interpreter } from '../interpreter.js';
import { oneByOne } from '../one-by-one.js';
import { unlessLacking } from '../open-base.js';
import { parseSignature } from '../signature.js';
import { didYouMean } from '../suggestion.js';
import { refuseTypeArguments } from '../type-arguments.js';
import type { NativeBehaviour, PyArguments, PyClass, PyValue } from '../value.js';
import { bool, emptyDict, emptyNamespace, none, str, tuple } from '../value.js';
import { wholeNumber } from './arguments.js';
import { bytesMembers } from './bytes-methods.js';
import { sequenceOf } from './conversions.js';
import { dictMembers, update } from './dict-methods.js';
import { exceptionClasses } from './exceptions.js';
import { listMembers, tupleMembers } from './list-methods.js';
import { member } from './member.js';
import { toFloat, toInt } from './number-constructors.js';
import { floatMembers, intMembers } from './number-methods.js';
import { objectMembers } from './object-members.js';
import { type Members, plainClass, typed } from './plain-class.js';
import { rangeMembers, sliceMembers } from './range-methods.js';
import { setMembers, toSet } from './set-methods.js';
import { strMembers } from './str-methods.js';
import { subclassDict } from './subclass-dict.js';
import { isForeign, refuseNoType, refuseSuper, superOfFrame } from './super-arguments.js';
import { toBytes, toStr } from './text-constructors.js';

const propertyParameters = parseSignature('(fget=, fset=, fdel=, doc=)');

type Construct = (args: PyArguments, cls: PyClass) => PyValue;

export function builtinClasses(vm: Interpreter): ReadonlyMap<string, PyClass> {
  const classes = new Map<string, PyClass>();
  const object = plainClass('object', undefined, {}, undefined);
  classes.set('object', object);
  const define = (name: string, members: Members, construct: Construct | undefined, base = object) => {
    const behaviour: NativeBehaviour | undefined = construct && {
      construct: (_machine, cls, args) => {
        if (cls !== classes.get(name) && !['dict', 'object'].includes(name)) {
          return vm.unknown(`an instance of a subclass of \`${name}\` is not evaluated`);
        }
        if (args.open && cls === classes.get(name)) return vm.derive(args.open, typed(name));
        return construct(args, cls);
      },
    };
    classes.set(name, plainClass(name, base, members, behaviour));
  };
  const onlyArgument = (name: string, args: PyArguments, most = 1): PyValue | undefined => {
    const [keyword] = args.keywords.keys();
    const given = args.positional.length + args.keywords.size;
    if (keyword !== undefined && name === 'int' && given > most)
      vm.raise('TypeError', `int() takes at most ${most} arguments (${given} given)`);
    if (keyword !== undefined && !(name === 'int' && keyword === 'base') && name !== 'dict') {
      const worded = name === 'int' && !(vm.python && vm.python[1] < 13);
      vm.raise(
        'TypeError',
        name !== 'int'
          ? `${name}() takes no keyword arguments`
          : worded
            ? `int() got an unexpected keyword argument '${keyword}'${didYouMean(keyword, ['base'], vm.python)}`
            : `'${keyword}' is an invalid keyword argument for int()`,
      );
    }
    if (args.positional.length > most) {
      vm.raise(
        'TypeError',
        `${name} expected at most ${most} argument${most === 1 ? '' : 's'}, got ${args.positional.length}`,
      );
    }
    return args.positional[0];
  };
  const perOption = (value: PyValue | undefined, run: (value: PyValue | undefined) => PyValue): PyValue =>
    value?.kind === 'choice' ? vm.each(value, run) : run(value);

  const unevaluated = (why: string) => unlessLacking(vm, vm.unknown(why));

  define('type', {}, (args) => {
    const [first, bases, attributes] = args.positional;
    if (!first) return vm.raise('TypeError', 'type() takes 1 or 3 arguments');
    if (!bases && args.keywords.size > 0) return vm.raise('TypeError', 'type() takes no keyword arguments');
    if (!bases) return vm.typeOf(first);
    if (args.positional.length !== 3) return vm.raise('TypeError', 'type() takes 1 or 3 arguments');
    refuseTypeArguments(vm, args.positional);
    const space = emptyNamespace();
    if (attributes?.kind === 'dict') for (const [key, entry] of attributes.entries) space.entries.set(key, entry);
    const name = first.kind === 'str' ? first.value : 'type';
    const parents = vm.iterate(bases);
    refuseMetaclasses(vm, classes.get('type'), parents);
    return vm.makeClass({
      name,
      qualname: name,
      module: putModule(vm, space),
      bases: parents,
      attributes: space,
      keywords: args.keywords,
    });
  });
  define(
    'int',
    () => intMembers(vm),
    (args) => perOption(onlyArgument('int', args, 2), (value) => toInt(vm, value, args)),
  );
  define(
    'bool',
    {},
    (args) => {
      const value = onlyArgument('bool', args);
      if (!value) return bool(false);
      const truth = vm.truth(value);
      return truth === 'maybe' ? vm.derive(vm.doubt(value) ?? value, { type: 'bool' }) : bool(truth === 'yes');
    },
    classes.get('int'),
  );
  define(
    'float',
    () => floatMembers(vm),
    (args) => perOption(onlyArgument('float', args), (value) => toFloat(vm, value)),
  );
  define('complex', {}, () => unevaluated('complex numbers are not evaluated'));
  define(
    'str',
    () => strMembers(vm),
    (args) => toStr(vm, args),
  );
  define(
    'bytes',
    () => bytesMembers(vm),
    (args) => perOption(args.positional[0] ?? args.keywords.get('source'), (value) => toBytes(vm, value, args)),
  );
  define('bytearray', {}, () => unevaluated('a `bytearray` is not evaluated'));
  define(
    'list',
    () => listMembers(vm),
    (args) => {
      const value = onlyArgument('list', args);
      return perOption(value, (one) => sequenceOf(vm, one, 'list'));
    },
  );
  define(
    'tuple',
    () => tupleMembers(vm),
    (args) => {
      const value = onlyArgument('tuple', args);
      return perOption(value, (one) => (one?.kind === 'tuple' && !one.cls ? one : sequenceOf(vm, one, 'tuple')));
    },
  );
  define(
    'dict',
    () => dictMembers(vm),
    (args, cls) => {
      // The `__init__` of a subclass, its own or the one of `dict`, fills it.
      if (cls !== classes.get('dict')) return vm.fresh(subclassDict(cls));
      const dict = vm.fresh(emptyDict());
      const value = onlyArgument('dict', args);
      if (value) update(vm, dict, value);
      for (const [name, one] of args.keywords) putItem(vm, dict, str(name), one);
      return dict;
    },
  );
  define(
    'set',
    () => setMembers(vm, 'set'),
    (args) => perOption(onlyArgument('set', args), (one) => toSet(vm, one ? oneByOne(vm, one) : [], false)),
  );
  define(
    'frozenset',
    () => setMembers(vm, 'frozenset'),
    (args) => perOption(onlyArgument('frozenset', args), (one) => toSet(vm, one ? oneByOne(vm, one) : [], true)),
  );
  define(
    'range',
    () => rangeMembers(vm),
    (args) => {
      const count = args.positional.length;
      if (args.keywords.size > 0) return vm.raise('TypeError', 'range() takes no keyword arguments');
      if (count === 0) return vm.raise('TypeError', 'range expected at least 1 argument, got 0');
      if (count > 3) return vm.raise('TypeError', `range expected at most 3 arguments, got ${count}`);
      const doubt = vm.doubt(tuple(args.positional));
      if (doubt)
        return vm.fresh({
          kind: 'list',
          items: [{ ...vm.derive(doubt, { type: 'int' }), many: true }],
          options: undefined,
        });
      const numbers = args.positional.map((one) => wholeNumber(vm, one));
      const [first = 0n, second, step = 1n] = numbers;
      if (step === 0n) return vm.raise('ValueError', 'range() arg 3 must not be zero');
      return { kind: 'range', start: second === undefined ? 0n : first, stop: second ?? first, step };
    },
  );
  define(
    'slice',
    () => sliceMembers(vm),
    (args) => {
      const count = args.positional.length;
      if (args.keywords.size > 0) return vm.raise('TypeError', 'slice() takes no keyword arguments');
      if (count === 0) return vm.raise('TypeError', 'slice expected at least 1 argument, got 0');
      if (count > 3) return vm.raise('TypeError', `slice expected at most 3 arguments, got ${count}`);
      const [a = none, b, c = none] = args.positional;
      return { kind: 'slice', start: b ? a : none, stop: b ?? a, step: c };
    },
  );
  for (const type of ['property', 'staticmethod', 'classmethod'] as const) {
    define(type, {}, (args) => {
      if (type !== 'property') {
        if (args.keywords.size > 0) return vm.raise('TypeError', `${type}() takes no keyword arguments`);
        const count = args.positional.length;
        if (count !== 1) return vm.raise('TypeError', `${type} expected 1 argument, got ${count}`);
      }
      const problem = type === 'property' && keywordProblem(type, propertyParameters, args, vm.python);
      if (problem) return vm.raise('TypeError', problem);
      const [get = none, set = none, drop = none] = ['fget', 'fset', 'fdel'].map(
        (name, at) => args.positional[at] ?? args.keywords.get(name),
      );
      return {
        kind: 'descriptor',
        type,
        get,
        ...(set.kind === 'none' ? {} : { set }),
        ...(drop.kind === 'none' ? {} : { delete: drop }),
      };
    });
  }
  define('super', {}, (args) => {
    const [cls, self] = args.positional;
    if (args.keywords.size > 0) return vm.raise('TypeError', 'super() takes no keyword arguments');
    if (args.positional.length > 2)
      return vm.raise('TypeError', `super() expected at most 2 arguments, got ${args.positional.length}`);
    if (cls) refuseNoType(vm, cls);
    if (cls && (!self || self.kind === 'none')) return vm.unknown('a `super` that is bound to nothing is not modelled');
    if (cls?.kind === 'class' && self && isForeign(vm, cls, self)) return refuseSuper(vm, cls, self);
    if (cls?.kind === 'class' && self) return { kind: 'super', start: cls, self };
    return superOfFrame(vm);
  });
  const bare =
    'NoneType ellipsis NotImplementedType function builtin_function_or_method method method_descriptor wrapper_descriptor method-wrapper ' +
    'builtin_method module';
  for (const name of bare.split(' ')) define(name, {}, undefined);
  define(
    'iterator',
    {
      __iter__: member(vm, 'iterator', '__iter__', '', (self) => self),
      __next__: member(vm, 'iterator', '__next__', '', (self) => send(vm, self, none)),
    },
    undefined,
  );
  define(
    'generator',
    {
      send: member(
        vm,
        'iterator',
        'send',
        'value, /',
        (self, args) => send(vm, self, args.get('value')),
        {},
        'generator',
      ),
      throw: member(
        vm,
        'iterator',
        'throw',
        'type, value=, traceback=, /',
        (self, args) => throwInto(vm, self, args.get('type'), args.optional('value'), args.some('traceback')),
        {},
        'generator',
      ),
      close: member(vm, 'iterator', 'close', '', (self) => close(vm, self), {}, 'generator'),
    },
    undefined,
    classes.get('iterator'),
  );
  for (const [name, cls] of exceptionClasses(vm, object)) classes.set(name, cls);
  const { initSubclass, members } = objectMembers(vm);
  object.attributes.entries.set('__init_subclass__', { key: str('__init_subclass__'), value: initSubclass });
  classes.set(
    'object.members',
    plainClass(
      'object.members',
      undefined,
      Object.fromEntries(
        Object.entries(members).map(([name, call]) => [
          name,
          { kind: 'native', name, qualname: `object.${name}`, method: name !== '__new__', call } as const,
        ]),
      ),
      undefined,
    ),
  );
  return classes;
}
