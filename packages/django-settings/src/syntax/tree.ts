/** Python's syntax as this package sees it: a small typed tree, every node with its UTF-16 span as `start` and `end`. */

export interface Node {
  readonly start: number;
  readonly end: number;
}

/** A file's syntax. `errors` is not empty where CPython would refuse the file. */
export interface Module {
  readonly body: readonly Statement[];
  readonly errors: readonly SyntaxProblem[];
  /** Why nothing of it was read, where that is so. */
  readonly unread?: string;
}

/** Why CPython refuses a file. */
export interface SyntaxProblem extends Node {
  readonly type: 'SyntaxError' | 'IndentationError' | 'TabError' | 'ValueError';
  readonly message: string;
  /** The first Python that takes it. */
  readonly until?: readonly [major: number, minor: number];
}

export type Statement =
  | (Node & { readonly kind: 'expression'; readonly value: Expression })
  | (Node & { readonly kind: 'assign'; readonly targets: readonly Expression[]; readonly value: Expression })
  | AugmentedAssign
  | AnnotatedAssign
  | (Node & { readonly kind: 'delete'; readonly targets: readonly Expression[] })
  | (Node & { readonly kind: 'pass' | 'break' | 'continue' })
  | (Node & { readonly kind: 'return'; readonly value: Expression | undefined })
  | (Node & { readonly kind: 'raise'; readonly value: Expression | undefined; readonly cause: Expression | undefined })
  | (Node & { readonly kind: 'assert'; readonly test: Expression; readonly message: Expression | undefined })
  | (Node & { readonly kind: 'global' | 'nonlocal'; readonly names: readonly string[] })
  | (Node & { readonly kind: 'import'; readonly names: readonly Alias[] })
  | ImportFrom
  | If
  | For
  | While
  | Try
  | With
  | Match
  | FunctionDefinition
  | ClassDefinition
  | (Node & { readonly kind: 'type-alias'; readonly name: string })
  | Opaque;

export interface AugmentedAssign extends Node {
  readonly kind: 'augmented';
  readonly target: Expression;
  readonly operator: string;
  readonly value: Expression;
}
export interface AnnotatedAssign extends Node {
  readonly kind: 'annotated';
  readonly target: Expression;
  readonly annotation: Expression;
  readonly value: Expression | undefined;
  /** Whether the target is a plain name, without brackets: only such a name is kept with its annotation. */
  readonly simple: boolean;
}
export interface Alias extends Node {
  /** Dotted in `import`, one name or `*` in `from`. */
  readonly name: string;
  readonly as: string | undefined;
}
export interface ImportFrom extends Node {
  readonly kind: 'import-from';
  readonly module: string;
  /** Number of leading dots. */
  readonly level: number;
  readonly names: readonly Alias[];
}
export interface If extends Node {
  readonly kind: 'if';
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly otherwise: readonly Statement[];
}
export interface For extends Node {
  readonly kind: 'for';
  readonly asynchronous: boolean;
  readonly target: Expression;
  readonly iterable: Expression;
  readonly body: readonly Statement[];
  readonly otherwise: readonly Statement[];
}
export interface While extends Node {
  readonly kind: 'while';
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly otherwise: readonly Statement[];
}
export interface Handler extends Node {
  readonly type: Expression | undefined;
  readonly name: string | undefined;
  readonly body: readonly Statement[];
}
export interface Try extends Node {
  readonly kind: 'try';
  /** `except*` */
  readonly group: boolean;
  readonly body: readonly Statement[];
  readonly handlers: readonly Handler[];
  readonly otherwise: readonly Statement[];
  readonly finally: readonly Statement[];
}
export interface WithItem {
  readonly context: Expression;
  readonly target: Expression | undefined;
}
export interface With extends Node {
  readonly kind: 'with';
  readonly asynchronous: boolean;
  readonly items: readonly WithItem[];
  readonly body: readonly Statement[];
}
export interface Match extends Node {
  readonly kind: 'match';
  readonly subject: Expression;
  readonly cases: readonly MatchCase[];
}
export interface MatchCase {
  readonly pattern: Pattern;
  readonly guard: Expression | undefined;
  readonly body: readonly Statement[];
}
export interface FunctionDefinition extends Node {
  readonly kind: 'function';
  readonly asynchronous: boolean;
  readonly name: string;
  readonly parameters: readonly ParameterSyntax[];
  readonly decorators: readonly Expression[];
  readonly body: readonly Statement[];
  /** Whether it has a `yield` of its own. */
  readonly generator: boolean;
  readonly returns: Expression | undefined;
  readonly typeParameters: readonly string[];
}
export interface ClassDefinition extends Node {
  readonly kind: 'class';
  readonly name: string;
  readonly bases: readonly Expression[];
  readonly keywords: readonly Keyword[];
  readonly decorators: readonly Expression[];
  readonly body: readonly Statement[];
  readonly typeParameters: readonly string[];
}
/** A statement that could not be read. `names` are those it seems to bind. */
export interface Opaque extends Node {
  readonly kind: 'opaque';
  readonly names: readonly string[];
}

export interface ParameterSyntax {
  readonly name: string;
  readonly kind: 'positional-only' | 'either' | 'rest' | 'keyword-only' | 'extra';
  readonly default: Expression | undefined;
  readonly annotation: Expression | undefined;
  readonly place: Node;
}

export type Expression =
  | (Node & { readonly kind: 'name'; readonly name: string })
  | (Node & { readonly kind: 'none' | 'ellipsis' })
  | (Node & { readonly kind: 'bool'; readonly value: boolean })
  | (Node & { readonly kind: 'int'; readonly value: bigint })
  | (Node & { readonly kind: 'float'; readonly value: number })
  | (Node & { readonly kind: 'str' | 'bytes'; readonly value: string })
  /** A literal that is not decoded here, and why. */
  | (Node & { readonly kind: 'undecoded'; readonly why: string })
  | (Node & { readonly kind: 'joined'; readonly parts: readonly (string | FormatField)[] })
  | (Node & { readonly kind: 'list' | 'tuple' | 'set'; readonly items: readonly Expression[] })
  /** A key of `undefined` is `**value`. */
  | (Node & { readonly kind: 'dict'; readonly entries: readonly (readonly [Expression | undefined, Expression])[] })
  | (Node & { readonly kind: 'starred'; readonly value: Expression })
  | (Node & { readonly kind: 'attribute'; readonly value: Expression; readonly name: string })
  | (Node & { readonly kind: 'subscript'; readonly value: Expression; readonly index: Expression })
  | Slice
  | Call
  | (Node & { readonly kind: 'unary'; readonly operator: string; readonly value: Expression })
  | Binary
  | (Node & { readonly kind: 'and' | 'or'; readonly values: readonly Expression[] })
  | Comparison
  | Conditional
  | (Node & { readonly kind: 'lambda'; readonly parameters: readonly ParameterSyntax[]; readonly body: Expression })
  | Comprehension
  | (Node & { readonly kind: 'walrus'; readonly name: string; readonly value: Expression })
  | (Node & { readonly kind: 'await'; readonly value: Expression })
  | YieldSyntax
  /** Not syntax: a part that whoever executes the tree has worked out already. */
  | (Node & { readonly kind: 'held'; readonly value: unknown });

export type YieldSyntax =
  | (Node & { readonly kind: 'yield'; readonly value: Expression | undefined })
  | (Node & { readonly kind: 'yield-from'; readonly value: Expression });

export interface FormatField {
  readonly place: Node;
  readonly value: Expression;
  readonly conversion: 's' | 'r' | 'a' | undefined;
  readonly spec: Expression | undefined;
}
export interface Slice extends Node {
  readonly kind: 'slice';
  readonly lower: Expression | undefined;
  readonly upper: Expression | undefined;
  readonly step: Expression | undefined;
}
export interface Call extends Node {
  readonly kind: 'call';
  readonly callee: Expression;
  readonly positional: readonly Expression[];
  readonly keywords: readonly Keyword[];
}
/** `name=value`, or `**value` where the name is undefined. */
export interface Keyword extends Node {
  readonly name: string | undefined;
  readonly value: Expression;
}
export interface Binary extends Node {
  readonly kind: 'binary';
  readonly left: Expression;
  readonly operator: string;
  readonly right: Expression;
}
export interface Comparison extends Node {
  readonly kind: 'compare';
  readonly left: Expression;
  readonly rest: readonly (readonly [operator: string, right: Expression])[];
}
export interface Conditional extends Node {
  readonly kind: 'conditional';
  readonly test: Expression;
  readonly body: Expression;
  readonly otherwise: Expression;
}
export interface Generator {
  readonly target: Expression;
  readonly iterable: Expression;
  readonly conditions: readonly Expression[];
  readonly asynchronous: boolean;
}
export interface Comprehension extends Node {
  readonly kind: 'comprehension';
  readonly type: 'list' | 'set' | 'dict' | 'generator';
  /** The key, in a dict comprehension. */
  readonly key: Expression | undefined;
  readonly value: Expression;
  readonly generators: readonly Generator[];
}

export type Pattern =
  | (Node & { readonly kind: 'value'; readonly value: Expression })
  | (Node & { readonly kind: 'singleton'; readonly value: boolean | null })
  | (Node & { readonly kind: 'sequence' | 'either'; readonly patterns: readonly Pattern[] })
  | (Node & { readonly kind: 'star'; readonly name: string | undefined })
  | (Node & { readonly kind: 'as'; readonly pattern: Pattern | undefined; readonly name: string | undefined })
  | (Node & {
      readonly kind: 'mapping';
      readonly entries: readonly (readonly [Expression, Pattern])[];
      readonly rest: string | undefined;
    })
  | (Node & {
      readonly kind: 'class';
      readonly cls: Expression;
      readonly patterns: readonly Pattern[];
      readonly keywords: readonly (readonly [string, Pattern])[];
    });
