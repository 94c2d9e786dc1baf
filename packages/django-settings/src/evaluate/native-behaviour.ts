/** What the model of a class does beside its methods. */
import type { Value } from '@django-golive/core';
import type { NativeCall } from './native.js';
import type { PyArguments, PyClass, PyDict, PyInstance, PyUnknown, PyValue } from './value.js';

/** What a modelled class does that its Python methods do not say. */
export interface NativeBehaviour {
  /** An exception that makes its message of what it is called with. */
  readonly wordsItself?: true;
  /** Makes an instance; absent: an empty instance, then `__init__`. */
  readonly construct?: (call: Parameters<NativeCall>[0], cls: PyClass, args: PyArguments) => PyValue;
  /** Of a metaclass: checks the bases before a class body runs; gives what each name that the body binds is bound to. */
  readonly prepare?: (call: Parameters<NativeCall>[0], begun: BegunClass) => Storing;
  /** Of a metaclass: the keywords of a class statement that it takes itself. */
  readonly keywords?: readonly string[];
  /** What is held in an instance's payload, once something unknown may have changed it; absent: what it holds never changes. */
  readonly spoiled?: (self: PyInstance, why: PyUnknown) => unknown;
  /** What rules see of an instance; absent: `{kind: 'object', type}`. */
  readonly freeze?: (self: PyInstance, freeze: (value: PyValue) => Value) => Value;
  /** Equal instances have equal identities here (paths, dates); absent: identity decides. */
  readonly identity?: (self: PyInstance) => string;
}

/** A class whose body has not run yet. */
export interface BegunClass {
  readonly name: string;
  readonly bases: readonly PyValue[];
  readonly attributes: PyDict;
}

/** What a name of a class body is bound to, or the error that it may not be. */
export type Storing = (name: string, value: PyValue) => PyValue;
