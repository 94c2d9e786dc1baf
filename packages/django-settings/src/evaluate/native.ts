/** How a library's module, function, class or method is modelled in TypeScript, and what such a model may ask of the interpreter. */
import type { Location, Project, Truth } from '@django-golive/core';
import type { Environment, EnvironmentRead } from './environment.js';
import { native } from './native-call.js';
import type { Bound } from './signature.js';
import type {
  Mutable,
  NativeBehaviour,
  PyArguments,
  PyClass,
  PyDescriptor,
  PyDict,
  PyInstance,
  PyModule,
  PyNative,
  PyUnknown,
  PyValue,
} from './value.js';
import { emptyDict, record } from './value.js';

/** A model of a function: it gets the interpreter and the arguments as called. */
export type NativeCall = (machine: Machine, args: PyArguments) => PyValue;

/** What is certain of an unknown result. */
export interface Certain {
  readonly type?: NonNullable<PyUnknown['type']>;
  readonly truth?: boolean;
  readonly notNone?: true;
  readonly many?: true;
  readonly variables?: readonly string[];
  readonly settle?: string;
  readonly symbol?: string;
}

/** What the evaluation knows of its surroundings. Extra knowledge for models travels in `extras`. */
export interface Surroundings {
  readonly project: Project;
  /** The absolute path that the repository's root has for the evaluated code. No project contains it. */
  readonly root: string;
  readonly environment: Environment;
  /** The Python that runs the project, where known: `[3, 12]`. */
  readonly python: readonly [major: number, minor: number] | undefined;
  /** Values for models, by a name they agree on with whoever starts the evaluation: `django.version`, `django.defaults`. */
  readonly extras: ReadonlyMap<string, unknown>;
}

/** The interpreter, as models see it. Methods that run Python code can throw a `Raised`: let it pass. */
export interface Machine extends Surroundings {
  /** How many conditions that are not known lie around the current line. */
  readonly forks: { readonly depth: number };
  // Errors and unknowns
  /** Raise a Python exception: a builtin's name (`KeyError`) or a class, with its arguments (a string is a `str`), or one that is there. */
  raise(type: string | PyClass | PyInstance, ...args: readonly (PyValue | string)[]): never;
  /** A new unknown, placed at the current line of the project. `why` is a clause. */
  unknown(why: string, certain?: Certain): PyUnknown;
  /** What a call gives that no model describes: unknown, and it may have raised whatever a handler around waits for. */
  unmodelled(why: string, certain?: Certain): PyUnknown;
  /** The unknown that follows from a value that is unknown or holds unknowns: same reason, other certainties. */
  derive(from: PyValue, certain?: Certain): PyUnknown;
  /** The first reason why a value is not wholly known, containers and choices searched; `undefined` when all of it is known. */
  doubt(value: PyValue): PyUnknown | undefined;
  /** The value of `run` where an exception it raises is of one of the builtin `types`; rethrows others. */
  attempt<T>(run: () => T, types: readonly string[], otherwise: (error: PyInstance) => T): T;

  // Mutation and branches
  /** MUST be called before every change of a mutable value: it makes the change undoable when a condition is not known. */
  touch(value: Mutable): void;
  /** Run both ways and join results and changes, where truth is `maybe`; else just the right one. `cause` is what is not known. */
  branch(truth: Truth, whenTrue: () => PyValue, whenFalse: () => PyValue, cause?: PyUnknown): PyValue;
  /** Run once for every option of a choice (or of a container of several possible contents) and join; else run once. */
  each(value: PyValue, run: (option: PyValue) => PyValue): PyValue;
  /** One value out of several that are all possible. Equal ones count once. */
  join(values: readonly PyValue[]): PyValue;
  /** Where a handler around waits for such an error, whether it comes here hangs on a value that is not known. */
  mayRaise(doubt: PyValue, type: string | PyClass, ...args: readonly PyValue[]): void;
  /** Everything reachable from the value that can change is unknown from now on: it was given to code that is not known. */
  spoil(value: PyValue, why: PyUnknown): void;

  // Python's operations
  call(callee: PyValue, positional?: readonly PyValue[], keywords?: ReadonlyMap<string, PyValue>): PyValue;
  truth(value: PyValue): Truth;
  equal(left: PyValue, right: PyValue): Truth;
  /** All items. A many-unknown among them stands for any number. Raises TypeError for what cannot be iterated. */
  iterate(value: PyValue, loose?: boolean): readonly PyValue[];
  /** `str(value)`: a `str`, or an unknown of type `str`. */
  str(value: PyValue): PyValue;
  repr(value: PyValue): PyValue;
  /** The attribute, or `undefined` where Python raises AttributeError. */
  findAttribute(value: PyValue, name: string): PyValue | undefined;
  /** As Python: raises AttributeError. */
  getAttribute(value: PyValue, name: string): PyValue;
  setAttribute(value: PyValue, name: string, to: PyValue): void;
  /** A method of the value's class, such as `__len__`, bound; not looked for in the instance. */
  special(value: PyValue, name: string): PyValue | undefined;
  /** `container[key]` */
  getItem(container: PyValue, key: PyValue): PyValue;
  setItem(container: PyValue, key: PyValue, to: PyValue): void;
  /** `left OP right`, OP such as `+` or `/`. */
  binary(operator: string, left: PyValue, right: PyValue): PyValue;
  /** `left OP right`, OP such as `<`, `==`, `in`. */
  compare(operator: string, left: PyValue, right: PyValue): PyValue;
  isInstance(value: PyValue, cls: PyClass): Truth;
  typeOf(value: PyValue): PyValue;
  typeName(value: PyValue): string;
  /** `.method(*args)` of a value. */
  invoke(value: PyValue, method: string, ...args: readonly PyValue[]): PyValue;

  // Names, modules, the project
  /** A builtin class or function: `str`, `ValueError`, `len`. */
  builtin(name: string): PyValue;
  /** A builtin class. */
  builtinClass(name: string): PyClass;
  /** `importlib.import_module(name)`: raises as Python does. */
  importModule(name: string, level?: number): PyValue;
  /** Whether a module of that name is found, without running it (its parents are imported); `undefined` where this is not known. */
  findsModule(name: string): boolean | undefined;
  /** An attribute of a modelled or project module, imported first: `machine.from('pathlib', 'Path')`. */
  from(module: string, name: string): PyValue;
  /** The class of that name in a modelled module. */
  classFrom(module: string, name: string): PyClass;
  /** `importlib.reload(module)`: runs a module of the project again, in the namespace that it has. */
  reload(module: PyValue): PyValue;
  /** `sys.modules[name] = value`; `del` without a value. */
  setModule(name: string, value: PyValue | undefined): void;
  /** Modules imported so far, by dotted name. */
  modules(): ReadonlyMap<string, PyModule>;
  /** `sys.path` as a list that imports obey. */
  readonly searchPath: PyValue;
  /** The namespace that `globals()` gives at the current line: the innermost project frame's. */
  globals(): PyDict;
  /** What `locals()` gives there. */
  locals(): PyDict;
  /** The project file being executed, relative to the root, one frame up a step. */
  callerFile(): string | undefined;
  /** Run Python source in a namespace, as `exec` does; `path` is the file it came from, where it is the project's. */
  exec(text: string, globals: PyDict, path?: string, locals?: PyDict): void;
  /** The place of the line of the project that is being executed. */
  here(): Location;
  /** The value made by `make` the first time in this evaluation: for the few objects that exist once, such as `os.environ`. */
  once<T>(key: string, make: () => T): T;

  // Provenance
  /** Record a read of the environment, at the current line. Values made by the current statement depend on it. */
  recordRead(read: EnvironmentRead): void;
  /** Add a line to the trail of what the current statement makes: "`.env` gives `DEBUG`". */
  note(at: Location, note: string): void;
  /** Take steps from the budget, for work that grows with the input; ends the evaluation of the current value when it is used up. */
  spend(steps: number): void;
}

/** A modelled module. */
export interface NativeModule {
  /** Its public members, made on first import, once an evaluation. */
  readonly load: (machine: Machine) => Readonly<Record<string, PyValue>>;
  /** Whether a name that is not a member raises AttributeError; otherwise it is unknown, as "not modelled". */
  readonly complete?: boolean;
  /** The names that CPython's module has besides its members: they are unknown, and any other name raises AttributeError. */
  readonly others?: readonly string[];
  /** Whether it has submodules; default: whether the map has any. */
  readonly isPackage?: boolean;
  /** Whether importing it is certain to succeed: the standard library. Others succeed as the declared packages say. */
  readonly standard: boolean;
}

/** Modelled modules by dotted name. */
export type NativeModules = ReadonlyMap<string, NativeModule>;

/** What a model does with its bound arguments. */
export type Implementation = (machine: Machine, args: Bound) => PyValue;

/** How a modelled function treats arguments that are not known. */
export interface Handling {
  // `'lift'` (default): a choice is run once an option and joined; an unknown argument (itself, not inside a container) gives an
  // unknown result and the function is not run. `'accept'`: the implementation deals with them.
  readonly unknowns?: 'lift' | 'accept';
  /** What is certain of the lifted unknown result. */
  readonly gives?: Certain;
  /** The error that the value of an unknown argument may lead to. */
  readonly raises?: string | PyClass;
  /** Whether a method changes its receiver: what it makes of an unknown argument is then lost in it. */
  readonly changes?: boolean;
  /** `'C'` where CPython's own is written in C, whose messages for wrong arguments differ from those of Python code. */
  readonly written?: 'C';
  /** What a method does where there may be more arguments than are known; by default its receiver is unknown from then on. */
  readonly openly?: (machine: Machine, args: PyArguments) => PyValue;
}

/**
 * A modelled function. `signature` is Python's, with `=` for an optional parameter, whatever its default:
 * `fn('os.getenv', '(key, default=)', (machine, args) => …)`.
 */
export function fn(qualname: string, signature: string, run: Implementation, handling: Handling = {}): PyNative {
  return native(qualname, signature, run, handling, false);
}

/** A modelled method of a modelled class: its first parameter is the instance. */
export function method(qualname: string, signature: string, run: Implementation, handling: Handling = {}): PyNative {
  return native(qualname, signature, run, handling, true);
}

/** A modelled property. */
export function property(name: string, get: (machine: Machine, self: PyValue) => PyValue): PyDescriptor {
  return {
    kind: 'descriptor',
    type: 'property',
    get: fn(name, '(self)', (machine, args) => get(machine, args.get('self')), { unknowns: 'accept' }),
  };
}

/** A modelled class method: the first parameter is the class. */
export function classMethod(
  qualname: string,
  signature: string,
  run: Implementation,
  handling: Handling = {},
): PyDescriptor {
  return { kind: 'descriptor', type: 'classmethod', get: fn(qualname, signature, run, handling) };
}

/** A modelled static method. */
export function staticMethod(
  qualname: string,
  signature: string,
  run: Implementation,
  handling: Handling = {},
): PyDescriptor {
  return { kind: 'descriptor', type: 'staticmethod', get: fn(qualname, signature, run, handling) };
}

/** A modelled class. Operators and protocols are methods: `__truediv__`, `__eq__`, `__str__`, `__fspath__`, `__call__` … */
export function nativeClass(
  machine: Machine,
  spec: {
    readonly name: string;
    readonly module: string;
    /** One base at most; default `object`. */
    readonly base?: PyClass;
    readonly metaclass?: PyClass;
    readonly members: Readonly<Record<string, PyValue>>;
    readonly behaviour?: NativeBehaviour;
  },
): PyClass {
  const base = spec.base ?? machine.builtinClass('object');
  const mro: PyClass[] = [];
  const cls: PyClass = {
    kind: 'class',
    name: spec.name,
    module: spec.module,
    qualname: spec.name,
    mro,
    bases: [base],
    attributes: record(spec.members),
    open: undefined,
    ...(spec.module === 'builtins' && !spec.behaviour ? {} : { native: spec.behaviour ?? {} }),
    ...(spec.metaclass ? { metaclass: spec.metaclass } : {}),
  };
  mro.push(cls, ...base.mro);
  return cls;
}

/** An instance of a modelled class. */
export function instance(cls: PyClass, payload: unknown, attributes: PyDict = emptyDict()): PyInstance {
  return { kind: 'instance', cls, attributes, payload };
}

/** The text of a `str`, or undefined. */
export function textOf(value: PyValue | undefined): string | undefined {
  return value?.kind === 'str' ? value.value : undefined;
}

export type { Bound };
