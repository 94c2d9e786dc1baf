/** The state and the operations that the parts of the interpreter share: what models see, and what only the language needs. */

import type { Location, SourceFile, Truth } from '@django-golive/core';
import type { Expression, Node, Statement, Try } from '../syntax/tree.js';
import type { SyntaxReader } from '../syntax-reader.js';
import type { Account } from './accounts.js';
import type { RecordedRead } from './environment.js';
import type { Changes, Journal, Mark } from './journal.js';
import type { Machine, NativeModules } from './native.js';
import type { Origin, Step, UsedTrails } from './origin.js';
import type { Raised } from './raised.js';
import type { ScopeNames } from './scopes.js';
import type {
  PyArguments,
  PyClass,
  PyDict,
  PyFunction,
  PyInstance,
  PyModule,
  PyNative,
  PyUnknown,
  PyValue,
} from './value.js';

/** One activation of a module, class body, function or comprehension. */
export interface Frame {
  readonly kind: 'module' | 'class' | 'function';
  /** As in tracebacks: `<module>`, `load_secret`. */
  readonly name: string;
  readonly qualname: string;
  readonly module: PyModule;
  readonly globals: PyDict;
  readonly locals: PyDict;
  readonly scope: ScopeNames;
  /** The frame whose variables are free here. */
  readonly closure: Frame | undefined;
  readonly file: SourceFile;
  /** The class for `super()` and `__class__`, where a class is around, and the parameter that holds the instance. */
  readonly method:
    | { readonly cls: { current: PyClass | undefined } | undefined; readonly first: string | undefined }
    | undefined;
  /** The frame that called or imported this one; of a generator, the one that asked for the next item. */
  caller: Frame | undefined;
  /** The statement or call under way. */
  at: Node;
  /** The exception being handled, for a bare `raise`. */
  handling: Raised | undefined;
}

/** How a statement ended, where not normally. */
export type Completion =
  | undefined
  | { readonly kind: 'break' | 'continue' }
  | { readonly kind: 'return'; readonly value: PyValue };

/** A way that left the normal flow while another went on. */
export interface Pending {
  readonly completion: NonNullable<Completion> | { readonly kind: 'raise'; readonly error: Raised };
  /** What that way had changed since the boundary began. */
  readonly changes: Changes;
}

/** Where ways that left the normal flow are joined to it again. */
export interface Boundary {
  readonly kind: 'function' | 'loop' | 'try' | 'finally';
  readonly mark: Mark;
  readonly pending: Pending[];
}

/** What the statement under way has used so far. */
export interface Trace {
  readonly reads: Set<string>;
  readonly steps: Step[];
  /** What the names that it used came of. */
  readonly used: UsedTrails;
}

/** An error that may or will keep the settings from loading. */
export interface Failure {
  readonly error: Raised;
  readonly certain: boolean;
}

export interface Interpreter extends Machine {
  readonly nativeModules: NativeModules;
  readonly syntax: SyntaxReader;
  readonly declares: (importName: string) => boolean | undefined;
  readonly journal: Journal;
  readonly boundaries: Boundary[];
  readonly builtins: PyDict;
  /** `sys.modules`, for project modules. */
  readonly loaded: PyDict;
  readonly files: string[];
  readonly recordedReads: RecordedRead[];
  /** Errors that ended only one of several ways, or that were passed over. */
  readonly failures: Failure[];
  /** Whether the failures so far say all that was asked. */
  enough(): boolean;
  /** Statements that could not be evaluated, so that it is not known whether they raise, each `after` so many failures. */
  readonly givenUp: { readonly why: string; readonly at: Location; readonly after: number }[];
  /** Steps left in all, for the statement of a module that is under way, and to tell what those that were given up leave behind. */
  readonly budget: { left: number; statement: number; grace: number };
  /** How many ways that are not certain surround the current one, and the conditions that they hang on. */
  readonly forks: { depth: number; readonly causes: PyUnknown[] };
  /** The frame under way; `undefined` before the first. */
  frame: Frame | undefined;
  trace: Trace;
  /** What the conditions around the current statement depend on. */
  control: Origin;
  /** How many steps have been told so far. */
  readonly steps: { made: number };
  /** Which lines changed each container. */
  readonly accounts: WeakMap<PyValue, Account>;
  depth: number;
  /** How many handlers that would catch an ImportError are around the current statement. */
  guards: number;
  /** The names of the exceptions that each `try` around the current statement waits for, outermost first. */
  readonly expected: (readonly string[])[];
  /** Whether any expression so far was not known. */
  readonly met: { unknown: boolean };
  /** The project modules that are being executed, outermost first. */
  readonly importing: string[];
  /** Raise what keeps the file under way from being run, or note it and go on. */
  refuse(raise: () => never): void;
  /** The model under way, and the frame that called it. */
  readonly model: { native: PyNative | undefined; frame: Frame | undefined };
  /** The containers whose texts are being made. */
  readonly showing: Set<PyValue>;
  /** Whether items were given in an order that need not be Python's. */
  readonly order: { lost: boolean };
  /** Go on after an error at module level. */
  readonly recover: boolean;

  evaluate(node: Expression, frame: Frame): PyValue;
  unary(operator: string, value: PyValue): PyValue;
  /** One of two ways, by a condition's truth, which may have been asked for already; both where it is not known. */
  decide(test: PyValue, whenTrue: () => PyValue, whenFalse: () => PyValue, truth?: Truth): PyValue;
  execute(body: readonly Statement[], frame: Frame): Completion;
  assign(target: Expression, value: PyValue, frame: Frame): void;
  /** `del value.name` */
  deleteAttribute(value: PyValue, name: string): void;
  /** `except*` */
  groupTry(node: Try, frame: Frame): Completion;
  /** Run ways that are all possible, each on the same state, and join results and changes. */
  fork(ways: readonly (() => PyValue)[], cause?: PyUnknown): PyValue;
  callWith(callee: PyValue, args: PyArguments): PyValue;
  callFunction(callee: PyFunction, args: PyArguments): PyValue;
  lookup(name: string, frame: Frame): PyValue;
  bind(name: string, value: PyValue, frame: Frame): void;
  /** Import a module by its whole dotted name, its parents first. */
  importDotted(name: string): PyValue;
  /** `eval(text)` */
  evaluateText(
    text: string,
    spaces: { readonly globals: PyDict; readonly locals: PyDict | undefined } | undefined,
  ): PyValue;
  makeClass(spec: ClassSpec): PyValue;
  /** What `type` itself does: `__new__` makes a class, `__call__` an instance. */
  typeMember(name: string, self: PyValue): PyValue | undefined;
  location(node: Node, frame: Frame): Location;
  /** The exception that a raised value is, with the place; `written` by the project in a `raise`, so that it hangs on the conditions around it. */
  toRaised(error: PyInstance, how?: 'written'): Raised;
  /** Note that a container was made just now. */
  fresh<T extends PyValue>(value: T): T;
}

/** What a class statement, or `type(name, bases, dict)`, makes a class of. */
export interface ClassSpec {
  readonly name: string;
  readonly qualname: string;
  readonly module: string;
  readonly bases: readonly PyValue[];
  readonly attributes: PyDict;
  readonly keywords: ReadonlyMap<string, PyValue>;
  /** The class statement, where there is one. */
  readonly text?: string;
  /** Its metaclass's own `__new__` is not asked: it is what asks. */
  readonly plain?: true;
}
