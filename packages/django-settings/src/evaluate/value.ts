/** Python values while a settings module is being evaluated: mutable, with identity, and possibly partly unknown. */
import type { Location } from '@django-golive/core';
import type { IteratorStep, PyIterator } from './iterator-value.js';
import type { NativeCall } from './native.js';
import type { NativeBehaviour, Storing } from './native-behaviour.js';
import type { Origin } from './origin.js';

export type { IteratorStep, NativeBehaviour, PyIterator, Storing };

export type PyValue =
  | PyNone
  | PyBool
  | PyInt
  | PyFloat
  | PyStr
  | PyBytes
  | PySpecial
  | PyTuple
  | PyList
  | PyDict
  | PySet
  | PyRange
  | PySlice
  | PyIterator
  | PyFunction
  | PyNative
  | PyMethod
  | PyDescriptor
  | PyClass
  | PyInstance
  | PyModule
  | PySuper
  | PyUnknown
  | PyChoice;

export type PyNone = { readonly kind: 'none' };
export type PyBool = { readonly kind: 'bool'; readonly value: boolean };
/** An int, or a flag of `re` with its class. */
export type PyInt = { readonly kind: 'int'; readonly value: bigint; readonly cls?: PyClass };
export type PyFloat = { readonly kind: 'float'; readonly value: number };
/** A string as UTF-16; lengths and indexes that Python sees are code points (see `text.ts`). */
export type PyStr = { readonly kind: 'str'; readonly value: string };
/** One character a byte (latin-1). */
export interface PyBytes {
  readonly kind: 'bytes';
  readonly value: string;
}
export type PySpecial = { readonly kind: 'special'; readonly name: 'Ellipsis' | 'NotImplemented' };

/** An item may be an unknown with `many`: any number of items that are not known, at that place. */
export interface PyTuple {
  readonly kind: 'tuple';
  readonly items: readonly PyValue[];
  /** A namedtuple's class, where it is one. */
  readonly cls?: PyClass;
}

/**
 * A list. Call `machine.touch(list)` BEFORE changing `items`.
 * `items` is always sound. Where several contents are possible, `options` has them all, and `items` what they have in common.
 */
export interface PyList {
  readonly kind: 'list';
  items: PyValue[];
  options: readonly (readonly PyValue[])[] | undefined;
  /** A package's subclass that is a list in all but its type and its text; `undefined` for `list` itself. */
  readonly cls?: PyClass;
}

/** The key under which a JavaScript Map holds a Python key, so that `1`, `1.0` and `True` meet. See `keys.ts`. */
export type Key = string | number | bigint | null | object;

/** A dict's entry, or a name's binding. Never changed, only replaced. */
export interface Entry {
  readonly key: PyValue;
  readonly value: PyValue;
  /** For names: how the value came about. */
  readonly origin?: Origin;
  /** For names: bound only where a condition held that is not known. */
  readonly maybe?: true;
}

/**
 * A dict, or a namespace. Call `machine.touch(dict)` BEFORE changing `entries` or `open`.
 * `open` says that there may be any number of further entries, with keys that are in none of `entries`.
 */
export interface PyDict {
  readonly kind: 'dict';
  entries: Map<Key, Entry>;
  open: PyUnknown | undefined;
  options: readonly ReadonlyMap<Key, Entry>[] | undefined;
  /** How many of `entries` certainly come first, in their order; `undefined` for all of them. See `key-order.ts`. */
  first?: number | undefined;
  /** Set where it holds names (of a module, class or function), whose entries can have an origin and be `maybe`. */
  readonly namespace?: true;
  /** A subclass such as OrderedDict, defaultdict or one of the project; `undefined` for `dict` itself. */
  readonly cls?: PyClass;
  /** Attributes and private state of an instance of a subclass. */
  readonly instance?: PyInstance;
}

/** A set or frozenset. Call `machine.touch(set)` BEFORE changing it. `open` as in dicts. */
export interface PySet {
  readonly kind: 'set';
  readonly frozen: boolean;
  entries: Map<Key, PyValue>;
  open: PyUnknown | undefined;
  options: readonly ReadonlyMap<Key, PyValue>[] | undefined;
}

export type PyRange = { readonly kind: 'range'; readonly start: bigint; readonly stop: bigint; readonly step: bigint };
export type PySlice = {
  readonly kind: 'slice';
  readonly start: PyValue;
  readonly stop: PyValue;
  readonly step: PyValue;
};

/** A function of the project. `body` belongs to the interpreter. */
export interface PyFunction {
  readonly kind: 'function';
  readonly name: string;
  readonly qualname: string;
  /** The dotted name of the module that defines it. */
  readonly module: string;
  /** The text that documents it. */
  readonly doc: string | undefined;
  readonly body: unknown;
  readonly attributes: PyDict;
}

/** A function written in TypeScript. Read as a method of a class, it binds its first parameter. */
export interface PyNative {
  readonly kind: 'native';
  readonly name: string;
  /** Dotted name of what it models, such as `os.path.join`. */
  readonly qualname: string;
  readonly call: NativeCall;
  /** Whether reading it through an instance binds the instance. */
  readonly method: boolean;
  /** Whether it is what a decorator in Python makes of a function. */
  readonly decorated?: boolean;
  /** Whether it is a special method of a type of C code. */
  readonly slot?: true;
}

export type PyMethod = { readonly kind: 'method'; readonly self: PyValue; readonly callee: PyValue };

/** `property`, `staticmethod`, `classmethod` and `functools.cached_property` objects inside a class. */
export interface PyDescriptor {
  readonly kind: 'descriptor';
  readonly type: 'property' | 'staticmethod' | 'classmethod' | 'cached_property';
  readonly get: PyValue;
  readonly set?: PyValue;
  readonly delete?: PyValue;
}

/** A class, of the project or modelled. Its attributes are a namespace: `machine.touch(cls.attributes)` before changing them. */
export interface PyClass {
  readonly kind: 'class';
  readonly name: string;
  /** Dotted module, `builtins` for builtins. */
  readonly module: string;
  readonly qualname: string;
  /** Method resolution order, itself first. */
  readonly mro: readonly PyClass[];
  readonly bases: readonly PyValue[];
  readonly attributes: PyDict;
  /** The unknown base that makes absent attributes unknown. */
  readonly open: PyUnknown | undefined;
  readonly metaclass?: PyValue;
  readonly native?: NativeBehaviour;
}

/** An instance of a class. Call `machine.touch(instance)` BEFORE changing `payload`, `machine.touch(instance.attributes)` before those. */
export interface PyInstance {
  readonly kind: 'instance';
  readonly cls: PyClass;
  readonly attributes: PyDict;
  /** Private to the model of its class; itself never changed, only replaced. */
  payload: unknown;
}

export interface PyModule {
  readonly kind: 'module';
  readonly name: string;
  /** `__path__`-like: the directory of a package of the project, relative to its root. */
  readonly directory: string | undefined;
  /** The project's file; `undefined` for modelled and foreign modules and namespace packages. */
  readonly path: string | undefined;
  readonly namespace: PyDict;
  /** What an attribute is that `namespace` does not have; absent: an AttributeError. */
  readonly missing?: (name: string) => PyValue | undefined;
  /** Whether it is a package, of which submodules can be imported. */
  readonly isPackage: boolean;
  /** Why nothing of what it holds is known. */
  readonly absence?: string;
}

export type PySuper = { readonly kind: 'super'; readonly start: PyClass; readonly self: PyValue };

/** Not known, and why. It takes part in every operation and gives another unknown with the same reason. */
export interface PyUnknown {
  readonly kind: 'unknown';
  /** A clause for a person: "the environment variable `X` is not given", "`foo.bar` is code of the package `foo`, which golive does not run". */
  readonly why: string;
  readonly at?: Location;
  /** The environment variables it depends on. */
  readonly variables?: readonly string[];
  /** What would make it known, besides giving those variables: "declaring `x` as a dependency". */
  readonly settle?: string;
  /** What is certain of it all the same. */
  readonly type?: 'str' | 'bool' | 'int' | 'float' | 'list' | 'tuple' | 'dict' | 'set';
  readonly truth?: boolean;
  /** Certain not to be None (as every typed unknown). */
  readonly notNone?: true;
  /** It stands for one of too many values to keep apart, which other names may hold too. */
  readonly shared?: true;
  /** Only as an item of a container: any number of items. */
  readonly many?: true;
  /** The dotted name of what it stands for (`celery.schedules.crontab`), for an attribute of a package's code. */
  readonly symbol?: string;
  /** What may be changed through it: whose attribute it is, under a class that is not wholly known, or what it may be or hold. */
  readonly reaches?: PyValue;
}

/** One of several values, because a condition is not known. Its options are known to differ; none is a choice. */
export interface PyChoice {
  readonly kind: 'choice';
  readonly options: readonly PyValue[];
}

/** The arguments of a call. */
export interface PyArguments {
  readonly positional: readonly PyValue[];
  readonly keywords: ReadonlyMap<string, PyValue>;
  /** Set where `*args` or `**kwargs` were not wholly known: there may be more arguments than these. */
  readonly open?: PyUnknown;
  /** The class that gave the method which is called, where it was no object that did. */
  readonly owner?: PyClass;
}

/** What can be saved and restored when a condition is not known. */
export type Mutable = PyList | PyDict | PySet | PyIterator | PyInstance;

export const none: PyNone = { kind: 'none' };
export const pyTrue: PyBool = { kind: 'bool', value: true };
export const pyFalse: PyBool = { kind: 'bool', value: false };
export const ellipsis: PySpecial = { kind: 'special', name: 'Ellipsis' };
export const notImplemented: PySpecial = { kind: 'special', name: 'NotImplemented' };

export function bool(value: boolean): PyBool {
  return value ? pyTrue : pyFalse;
}
export function int(value: bigint | number): PyInt {
  return { kind: 'int', value: BigInt(value) };
}
export function float(value: number): PyFloat {
  return { kind: 'float', value };
}
export function str(value: string): PyStr {
  return { kind: 'str', value };
}
export function bytes(value: string): PyBytes {
  return { kind: 'bytes', value };
}
export function tuple(items: readonly PyValue[]): PyTuple {
  return { kind: 'tuple', items };
}
export function list(items: readonly PyValue[]): PyList {
  return { kind: 'list', items: [...items], options: undefined };
}
export function iterator(type: string, items: PyIterator['items']): PyIterator {
  return { kind: 'iterator', type, items, next: 0, state: undefined };
}
/** An iterator that works out one item after another. */
export function stepping(type: string, state: unknown, step: IteratorStep): PyIterator {
  return { kind: 'iterator', type, items: [], next: 0, state, step };
}
export function emptyDict(): PyDict {
  return { kind: 'dict', entries: new Map(), open: undefined, options: undefined };
}
/** An empty namespace. */
export function emptyNamespace(): PyDict {
  return { kind: 'dict', entries: new Map(), open: undefined, options: undefined, namespace: true };
}
/** A dict with string keys. */
export function record(entries: Readonly<Record<string, PyValue>> | Iterable<readonly [string, PyValue]>): PyDict {
  const dict = emptyDict();
  const pairs =
    Symbol.iterator in entries ? (entries as Iterable<readonly [string, PyValue]>) : Object.entries(entries);
  for (const [name, value] of pairs) dict.entries.set(stringKey(name), { key: str(name), value });
  return dict;
}
/** The map key of a string: itself, unless it would meet the encoded keys, which begin with NUL. */
export function stringKey(text: string): Key {
  return text.startsWith('\0') ? `\0s${text}` : text;
}
