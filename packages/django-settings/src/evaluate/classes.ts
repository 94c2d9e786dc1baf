/** Class statements and the making of classes and their instances. */

import type { ClassDefinition } from '../syntax/tree.js';
import { refuseAbstract } from './abstract-classes.js';
import { items, keywordsOfCall } from './call-arguments.js';
import {
  isNoMetaclass,
  refuseBase,
  refuseFinal,
  refuseLayout,
  refuseMetaclass,
  refuseMetaclasses,
  winnerOf,
  withoutMeta,
} from './class-layout.js';
import { dropGiven, namesIn, namespaceGiven, prepareNamespace, withTypeParameters } from './class-namespace.js';
import { isOfProject, nameOfGlobals, putModule } from './defining-module.js';
import { docOf, docValue } from './docstrings.js';
import { callHiddenClass } from './hidden-classes.js';
import type { ClassSpec, Frame, Interpreter } from './interpreter.js';
import { linearise } from './linearisation.js';
import { noteBody } from './mapping-proxy.js';
import { findInMro } from './mro.js';
import { isClassInPython } from './native-type.js';
import { Exhausted } from './raised.js';
import { namesOf } from './scopes.js';
import { resultOfKind } from './special-results.js';
import { refuseNoMetaclass, refuseTypeArguments } from './type-arguments.js';
import { isFunction, isOfLibrary } from './type-of.js';
import type { PyArguments, PyClass, PyUnknown, PyValue } from './value.js';
import { emptyNamespace, none, str, tuple } from './value.js';

/** What CPython calls with the parts of a class statement. */
const buildClass: PyValue = {
  kind: 'native',
  name: '__build_class__',
  qualname: '__build_class__',
  method: false,
  call: () => none,
};

export function defineClass(vm: Interpreter, node: ClassDefinition, frame: Frame): PyValue {
  const around = withTypeParameters(vm, node.typeParameters, frame);
  const bases = items(vm, node, node.bases, around);
  const given = keywordsOfCall(vm, node, buildClass, around);
  given.refused?.();
  const keywords = given.keywords;
  const attributes = vm.fresh(emptyNamespace());
  const owner: { current: PyClass | undefined } = { current: undefined };
  const qualname =
    frame.kind === 'module' || frame.qualname === ''
      ? node.name
      : `${frame.qualname}${frame.kind === 'function' ? '.<locals>' : ''}.${node.name}`;
  const inner: Frame = {
    ...frame,
    kind: 'class',
    name: node.name,
    qualname,
    locals: attributes,
    scope: namesOf(node.body),
    closure: around.kind === 'function' ? around : around.closure,
    method: { cls: owner, first: undefined },
    caller: frame,
    at: node,
  };
  attributes.entries.set('__module__', { key: str('__module__'), value: nameOfGlobals(frame) ?? str('builtins') });
  attributes.entries.set('__qualname__', { key: str('__qualname__'), value: str(qualname) });
  if (node.typeParameters.length > 0) {
    const value = vm.unknown('type parameters are not evaluated', { type: 'tuple', truth: true });
    attributes.entries.set('__type_params__', { key: str('__type_params__'), value });
  }
  const doc = docOf(node.body);
  if (doc !== undefined) attributes.entries.set('__doc__', { key: str('__doc__'), value: docValue(vm, doc) });
  refuseMetaclasses(vm, keywords.get('metaclass'), bases);
  prepareNamespace(vm, keywords.get('metaclass'), node.name, bases, attributes);
  vm.frame = inner;
  try {
    vm.execute(node.body, inner);
  } finally {
    vm.frame = frame;
  }
  attributes.entries.delete('__qualname__');
  if (given.open) return vm.derive(given.open);
  const [{ name }, text] = [node, frame.file.text.slice(node.start, node.end)];
  const cls = vm.makeClass({ name, qualname, module: frame.module.name, bases, attributes, keywords, text });
  if (cls.kind === 'class') {
    noteBody(vm, cls);
    owner.current = cls;
    for (const [key, entry] of cls.attributes.entries) {
      const { value } = entry;
      if (value.kind !== 'instance') continue;
      const hook = findInMro(value.cls.mro, '__set_name__');
      if (hook && typeof key === 'string') vm.call(vm.getAttribute(value, '__set_name__'), [cls, entry.key]);
    }
  }
  return cls;
}

const calledBase = 'a base that is no class is called';

/** What is no base because its type does not make classes. */
const notBases: readonly PyValue['kind'][] = 'module function method list tuple dict set range special'.split(
  ' ',
) as PyValue['kind'][];

export function makeClass(vm: Interpreter, spec: ClassSpec): PyValue {
  const object = vm.builtinClass('object');
  const called = (maker: PyValue) =>
    vm.call(maker, [str(spec.name), tuple(spec.bases), namespaceGiven(vm, spec)], withoutMeta(spec));
  const asked = spec.keywords.get('metaclass');
  // What is no class is called without a look at the bases.
  if (asked && !['class', 'unknown', 'choice'].includes(asked.kind)) return called(asked);
  const given: PyValue[] = spec.bases.length > 0 ? [...spec.bases] : [object];
  const bases: PyClass[] = [];
  let open: PyUnknown | undefined;
  for (const base of given) {
    if (spec.plain && (base.kind === 'class' ? isFunction(base) : base.kind === 'instance' && isOfLibrary(base.cls)))
      refuseBase(vm);
    if (base.kind === 'class') {
      if (bases.includes(base)) vm.raise('TypeError', `duplicate base class ${base.name}`);
      refuseFinal(vm, base);
      bases.push(base);
    } else if (base.kind === 'none') vm.raise('TypeError', 'NoneType takes no arguments');
    else if (base.kind === 'unknown' || base.kind === 'choice') open = open ?? vm.derive(vm.doubt(base) ?? base);
    else if (base.kind !== 'instance' && 'cls' in base && base.cls) throw new Exhausted(calledBase);
    else if (notBases.includes(base.kind) || 'value' in base) refuseBase(vm);
    else if (base.kind === 'native' && !isClassInPython(base)) {
      const type = vm.typeName(base);
      if (type.startsWith('builtin')) vm.raise('TypeError', `cannot create '${type}' instances`);
      refuseBase(vm);
    } else if (
      base.kind === 'instance' &&
      (isOfLibrary(base.cls) || !base.cls.open) &&
      !vm.special(base, '__mro_entries__')
    ) {
      // Its class is called as if it were one of classes.
      if (base.cls.module !== 'builtins' && !isOfProject(vm, base.cls)) throw new Exhausted(calledBase);
      return called(base.cls);
    } else if (base.kind === 'slice' || base.kind === 'iterator' || base.kind === 'descriptor')
      throw new Exhausted(calledBase);
    else open = open ?? vm.unknown('a base class is not evaluated');
  }
  const isPlain = asked === object && spec.bases.length > 0;
  const meta = winnerOf([isPlain ? undefined : asked, ...bases.map((base) => base.metaclass)]);
  // A model that is a metaclass makes the class of its names as they are.
  if (meta?.kind === 'native' && isClassInPython(meta) && spec.bases.length > 0) refuseMetaclass(vm);
  if (meta?.kind === 'native')
    return vm.call(meta, [str(spec.name), tuple(spec.bases), spec.attributes], withoutMeta(spec));
  if (meta?.kind === 'class' && isNoMetaclass(vm, meta) && !open) {
    // The names that it is given are not all known.
    if (spec.bases.length === 0 && (isOfLibrary(meta) || ['str', 'range'].includes(meta.name)))
      throw new Exhausted('what is made of a class by a class that is no metaclass is not followed');
    if (spec.bases.length === 0) return called(meta);
    refuseMetaclass(vm);
  }
  if (meta?.kind === 'unknown') open = open ?? vm.derive(meta);
  const own = meta?.kind === 'class' && !spec.plain ? ownMetaclass(vm, meta, spec, given) : undefined;
  if (own) return own;
  if (!open) refuseLayout(vm, bases, spec.attributes);
  const mro: PyClass[] = [];
  const cls: PyClass = {
    kind: 'class',
    name: spec.name,
    module: spec.module,
    qualname: spec.qualname,
    mro,
    bases: given,
    attributes: spec.attributes,
    open,
    ...(meta ? { metaclass: meta } : {}),
  };
  mro.push(cls, ...linearise(vm, spec.name, bases.length > 0 ? bases : [object]));
  const hook = findInMro(mro.slice(1), '__init_subclass__');
  if (hook && !open) {
    const { value } = hook.entry;
    const callee = value.kind === 'descriptor' ? value.get : value;
    const taken = meta?.kind === 'class' ? meta.mro.flatMap(({ native }) => native?.keywords ?? []) : [];
    const keywords = new Map([...spec.keywords].filter(([name]) => name !== 'metaclass' && !taken.includes(name)));
    if (keywords.size > 0 && !meta && mro.some((one) => one === object) && hook.cls === object)
      vm.raise('TypeError', `${cls.qualname}.__init_subclass__() takes no keyword arguments`);
    vm.call(callee, [cls], keywords);
  }
  if (meta?.kind === 'class') {
    const native = meta.mro.find((one) => one.module !== 'builtins' && one.native?.construct)?.native?.construct;
    if (native)
      return native(vm, meta, {
        positional: [str(spec.name), { kind: 'tuple', items: given }, spec.attributes, cls],
        keywords: new Map(),
      });
  }
  return cls;
}

/** A metaclass of the project makes the class itself, with `super().__new__`. */
function ownMetaclass(vm: Interpreter, meta: PyClass, spec: ClassSpec, bases: readonly PyValue[]): PyValue | undefined {
  const make = findInMro(meta.mro, '__new__')?.entry.value;
  const init = findInMro(meta.mro, '__init__')?.entry.value;
  const hasMake = make?.kind === 'function' || (make?.kind === 'descriptor' && make.get.kind === 'function');
  if (!hasMake && init?.kind !== 'function') return undefined;
  const args = [str(spec.name), { kind: 'tuple', items: bases } as const, namespaceGiven(vm, spec)];
  const keywords = new Map([...spec.keywords].filter(([name]) => name !== 'metaclass'));
  const callee = make?.kind === 'descriptor' ? make.get : make;
  const keywordsForClass = new Map([...spec.keywords, ['metaclass', meta] as const]);
  const cls =
    hasMake && callee
      ? vm.call(callee, [meta, ...args], keywords)
      : makeClass(vm, { ...spec, keywords: keywordsForClass, plain: true });
  // What it makes may be of another class, whose `__init__` is not asked.
  const isOwn = cls.kind === 'class' && cls.metaclass?.kind === 'class' && cls.metaclass.mro.includes(meta);
  if (init?.kind === 'function' && isOwn) vm.call(init, [cls, ...args], keywords);
  return cls;
}

/** `type.__new__(meta, name, bases, namespace)`, as metaclasses of the project call it. */
export function newType(vm: Interpreter, args: PyArguments): PyValue {
  const [meta, name, bases, space] = args.positional;
  if (!args.open) {
    refuseNoMetaclass(vm, args);
    refuseTypeArguments(vm, args.positional.slice(1));
  }
  if (name?.kind !== 'str' || !bases || space?.kind !== 'dict')
    return vm.unknown('this making of a class is not evaluated');
  refuseMetaclasses(vm, meta, vm.iterate(bases));
  const attributes = vm.fresh({ ...emptyNamespace(), entries: namesIn(vm, space), open: space.open });
  const keywords = new Map(args.keywords);
  if (meta?.kind === 'class' && meta.name !== 'type') keywords.set('metaclass', meta);
  return makeClass(vm, {
    name: name.value,
    qualname: dropGiven(attributes) ?? name.value,
    module: putModule(vm, attributes),
    bases: vm.iterate(bases),
    attributes,
    keywords,
    plain: true,
  });
}

/** Calling a class: `__new__`, then `__init__`. */
export function instantiate(vm: Interpreter, cls: PyClass, args: PyArguments, plain = false): PyValue {
  if (!plain && cls.metaclass?.kind === 'class') {
    const call = findInMro(cls.metaclass.mro, '__call__');
    if (call) return vm.callWith(call.entry.value, { ...args, positional: [cls, ...args.positional] });
  }
  const hidden = callHiddenClass(vm, cls, args);
  if (hidden) return hidden;
  refuseAbstract(vm, cls);
  const make = findInMro(cls.mro, '__new__');
  const native = cls.mro.find((one) => one.native?.construct);
  const withClass = { ...args, positional: [cls, ...args.positional] };
  let made: PyValue;
  if (make) {
    made = vm.callWith(make.entry.value.kind === 'descriptor' ? make.entry.value.get : make.entry.value, withClass);
  } else if (cls.mro.includes(vm.builtinClass('type')) && cls.name !== 'type') {
    made = newType(vm, withClass);
  } else if (native?.native?.construct) {
    made = native.native.construct(vm, cls, args);
  } else {
    made = blank(vm, cls);
  }
  const init = findInMro(cls.mro, '__init__');
  const isOwn =
    (made.kind === 'instance' && made.cls.mro.includes(cls)) ||
    ((made.kind === 'dict' || made.kind === 'tuple') && made.cls?.mro.includes(cls) === true);
  if (init && isOwn) {
    const bound = init.entry.value.kind === 'descriptor' ? vm.special(made, '__init__') : undefined;
    const result = bound
      ? vm.callWith(bound, args)
      : vm.callWith(init.entry.value, { ...args, positional: [made, ...args.positional] });
    resultOfKind(vm, result, ['none'], (type) => `__init__() should return None, not '${type}'`);
    if (args.open && init.entry.value.kind === 'native' && made.kind === 'instance') {
      // What a model would have made of arguments that are not known, it was not asked.
      vm.touch(made.attributes);
      made.attributes.open = made.attributes.open ?? vm.derive(args.open);
    }
  } else if (!init && !make && !native && !cls.mro.some((one) => one.open)) {
    if (args.positional.length > 0 || args.keywords.size > 0)
      vm.raise(
        'TypeError',
        `${cls.name === 'ellipsis' ? 'EllipsisType' : cls.name}${cls.module === 'builtins' && cls.name !== 'object' ? '' : '()'} takes no arguments`,
      );
  }
  const open = cls.mro.find((one) => one.open)?.open;
  if (open && !init && !make && !native) return vm.derive(open);
  // Nothing says how a modelled class is made that other calls make instances of.
  if (cls.native && cls.module !== 'builtins' && !init && !make && !native) return unmade(vm, cls);
  return made;
}

function unmade(vm: Interpreter, { module, name }: PyClass): PyValue {
  const why = `how \`${module}.${name}\` makes instances is not modelled`;
  vm.givenUp.push({ why, at: vm.here(), after: vm.failures.length });
  return vm.unmodelled(why);
}

/** An instance without attributes. */
export function blank(vm: Interpreter, cls: PyClass): PyValue {
  const attributes = vm.fresh(emptyNamespace());
  return vm.fresh({ kind: 'instance', cls, attributes, payload: undefined });
}
