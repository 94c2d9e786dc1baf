/** The only file that knows the parser behind the tree: from its nodes to ours. */
import { type ExprNode, type Module as ForeignModule, parse, type StmtNode } from 'py-ast';
import { type Literals, readLiteral } from './literals.js';
import { type Offsets, offsetsIn } from './places.js';
import type {
  Alias,
  Expression,
  FormatField,
  Generator,
  Handler,
  Keyword,
  ParameterSyntax,
  Pattern,
  Statement,
} from './tree.js';

type Of<K extends string> = Extract<StmtNode | ExprNode, { nodeType: K }>;
type ForeignPattern = Of<'Match'>['cases'][number]['pattern'];
type ForeignArguments = Of<'Lambda'>['args'];

/** What the parser says of text it refuses: its own words, and the offset. */
export class Refused extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

/** The statements of a piece of source whose first character is at `base` of the file. Throws `Refused`, or a RangeError. */
export function readStatements(
  text: string,
  base: number,
): { readonly body: readonly Statement[]; readonly literals: Literals } {
  const offsets = offsetsIn(text, base);
  let module: ForeignModule;
  try {
    module = parse(text);
  } catch (error) {
    if (!(error instanceof Error) || error instanceof RangeError) throw error;
    const { lineno, col_offset } = error as Error & { lineno?: number; col_offset?: number };
    throw new Refused(error.message.replace(/ at line \d+, column \d+$/, ''), offsets(lineno, col_offset));
  }
  const literals: Literals = { problems: [] };
  return { body: createReader(text, base, offsets, literals).statements(module.body), literals };
}

function createReader(text: string, base: number, offsets: Offsets, literals: Literals) {
  /** The classes around, innermost last: private names are mangled with it, as the compiler does. */
  const classes: string[] = [];
  const mangled = (name: string): string => {
    const cls = classes.at(-1)?.replace(/^_+/, '');
    return cls && name.startsWith('__') && !name.endsWith('__') && !name.includes('.') ? `_${cls}${name}` : name;
  };
  /** One flag for each function being read: whether a `yield` was met in it. */
  const yields: boolean[] = [];

  function place(node: { lineno?: number; col_offset?: number; end_lineno?: number; end_col_offset?: number }) {
    const start = offsets(node.lineno, node.col_offset);
    return { start, end: node.end_lineno === undefined ? start : offsets(node.end_lineno, node.end_col_offset) };
  }

  const statements = (nodes: readonly StmtNode[]): Statement[] =>
    nodes.flatMap((node) => (node.nodeType === 'Comment' ? [] : [statement(node)]));

  function statement(node: Exclude<StmtNode, { nodeType: 'Comment' }>): Statement {
    const at = place(node);
    switch (node.nodeType) {
      case 'Expr':
        return { kind: 'expression', ...at, value: expression(node.value) };
      case 'Assign':
        return { kind: 'assign', ...at, targets: node.targets.map(expression), value: expression(node.value) };
      case 'AugAssign':
        return {
          kind: 'augmented',
          ...at,
          target: expression(node.target),
          operator: operators[node.op.nodeType] ?? '',
          value: expression(node.value),
        };
      case 'AnnAssign':
        return {
          kind: 'annotated',
          ...at,
          target: expression(node.target),
          annotation: expression(node.annotation),
          value: optional(node.value),
        };
      case 'Delete':
        return { kind: 'delete', ...at, targets: node.targets.map(expression) };
      case 'Pass':
        return { kind: 'pass', ...at };
      case 'Break':
        return { kind: 'break', ...at };
      case 'Continue':
        return { kind: 'continue', ...at };
      case 'Return':
        return { kind: 'return', ...at, value: optional(node.value) };
      case 'Raise':
        return { kind: 'raise', ...at, value: optional(node.exc), cause: optional(node.cause) };
      case 'Assert':
        return { kind: 'assert', ...at, test: expression(node.test), message: optional(node.msg) };
      case 'Global':
        return { kind: 'global', ...at, names: node.names.map(mangled) };
      case 'Nonlocal':
        return { kind: 'nonlocal', ...at, names: node.names.map(mangled) };
      case 'Import':
        return { kind: 'import', ...at, names: node.names.map(alias) };
      case 'ImportFrom':
        return {
          kind: 'import-from',
          ...at,
          module: node.module ?? '',
          level: node.level ?? 0,
          names: node.names.map(alias),
        };
      case 'If':
        return {
          kind: 'if',
          ...at,
          test: expression(node.test),
          body: statements(node.body),
          otherwise: statements(node.orelse),
        };
      case 'For':
      case 'AsyncFor':
        return {
          kind: 'for',
          ...at,
          asynchronous: node.nodeType === 'AsyncFor',
          target: expression(node.target),
          iterable: expression(node.iter),
          body: statements(node.body),
          otherwise: statements(node.orelse),
        };
      case 'While':
        return {
          kind: 'while',
          ...at,
          test: expression(node.test),
          body: statements(node.body),
          otherwise: statements(node.orelse),
        };
      case 'Try':
      case 'TryStar':
        return {
          kind: 'try',
          ...at,
          group: node.nodeType === 'TryStar',
          body: statements(node.body),
          handlers: node.handlers.map(
            (handler): Handler => ({
              ...place(handler),
              type: optional(handler.type),
              name: handler.name,
              body: statements(handler.body),
            }),
          ),
          otherwise: statements(node.orelse),
          finally: statements(node.finalbody),
        };
      case 'With':
      case 'AsyncWith':
        return {
          kind: 'with',
          ...at,
          asynchronous: node.nodeType === 'AsyncWith',
          items: node.items.map((item) => ({
            context: expression(item.context_expr),
            target: optional(item.optional_vars),
          })),
          body: statements(node.body),
        };
      case 'Match':
        return {
          kind: 'match',
          ...at,
          subject: expression(node.subject),
          cases: node.cases.map((one) => ({
            pattern: pattern(one.pattern),
            guard: optional(one.guard),
            body: statements(one.body),
          })),
        };
      case 'FunctionDef':
      case 'AsyncFunctionDef': {
        const decorators = node.decorator_list.map(expression);
        const declared = parameters(node.args);
        yields.push(false);
        const body = statements(node.body);
        return {
          kind: 'function',
          ...at,
          asynchronous: node.nodeType === 'AsyncFunctionDef',
          name: mangled(node.name),
          parameters: declared,
          decorators,
          body,
          generator: yields.pop() ?? false,
        };
      }
      case 'ClassDef':
        return {
          kind: 'class',
          ...at,
          name: mangled(node.name),
          bases: node.bases.map(expression),
          keywords: node.keywords.map(keyword),
          decorators: node.decorator_list.map(expression),
          body: inClass(node.name, node.body),
        };
      case 'TypeAlias':
        return { kind: 'type-alias', ...at, name: node.name.nodeType === 'Name' ? node.name.id : '' };
    }
  }

  function inClass(name: string, body: readonly StmtNode[]): Statement[] {
    classes.push(name);
    const read = statements(body);
    classes.pop();
    return read;
  }

  const optional = (node: ExprNode | null | undefined): Expression | undefined => (node ? expression(node) : undefined);
  const alias = (node: Of<'Import'>['names'][number]): Alias => ({ ...place(node), name: node.name, as: node.asname });
  const keyword = (node: Of<'Call'>['keywords'][number]): Keyword => ({
    name: node.arg ?? undefined,
    value: expression(node.value),
  });

  function parameters(node: ForeignArguments): ParameterSyntax[] {
    const positional = [...node.posonlyargs, ...node.args];
    const required = positional.length - node.defaults.length;
    const declared = positional.map(
      (arg, index): ParameterSyntax => ({
        name: arg.arg,
        kind: index < node.posonlyargs.length ? 'positional-only' : 'either',
        default: optional(node.defaults[index - required]),
        annotation: optional(arg.annotation),
      }),
    );
    const single = (arg: { arg: string; annotation?: ExprNode }, kind: 'rest' | 'extra'): ParameterSyntax => ({
      name: arg.arg,
      kind,
      default: undefined,
      annotation: optional(arg.annotation),
    });
    if (node.vararg) declared.push(single(node.vararg, 'rest'));
    for (const [index, arg] of node.kwonlyargs.entries()) {
      declared.push({
        name: mangled(arg.arg),
        kind: 'keyword-only',
        default: optional(node.kw_defaults[index]),
        annotation: optional(arg.annotation),
      });
    }
    if (node.kwarg) declared.push(single(node.kwarg, 'extra'));
    return declared;
  }

  const generators = (nodes: Of<'ListComp'>['generators']): Generator[] =>
    nodes.map((one) => ({
      target: expression(one.target),
      iterable: expression(one.iter),
      conditions: one.ifs.map(expression),
      asynchronous: one.is_async === 1,
    }));

  function expression(node: ExprNode): Expression {
    const at = place(node);
    switch (node.nodeType) {
      case 'Name':
        return { kind: 'name', ...at, name: mangled(node.id.normalize('NFKC')) };
      case 'Constant':
        return readLiteral(node.value, node.quote_style, text.slice(at.start - base, at.end - base), at, literals);
      case 'JoinedStr':
        return { kind: 'joined', ...at, parts: joined(node.values) };
      case 'TemplateStr':
      case 'Interpolation':
      case 'FormattedValue':
        return { kind: 'undecoded', ...at, why: 'template strings are not evaluated' };
      case 'List':
        return { kind: 'list', ...at, items: node.elts.map(expression) };
      case 'Tuple':
        return { kind: 'tuple', ...at, items: node.elts.map(expression) };
      case 'Set':
        return { kind: 'set', ...at, items: node.elts.map(expression) };
      case 'Dict':
        return {
          kind: 'dict',
          ...at,
          entries: node.values.map((value, index) => [optional(node.keys[index]), expression(value)] as const),
        };
      case 'Starred':
        return { kind: 'starred', ...at, value: expression(node.value) };
      case 'Attribute':
        return { kind: 'attribute', ...at, value: expression(node.value), name: mangled(node.attr) };
      case 'Subscript':
        return { kind: 'subscript', ...at, value: expression(node.value), index: expression(node.slice) };
      case 'Slice':
        return {
          kind: 'slice',
          ...at,
          lower: optional(node.lower),
          upper: optional(node.upper),
          step: optional(node.step),
        };
      case 'Call':
        return {
          kind: 'call',
          ...at,
          callee: expression(node.func),
          positional: node.args.map(expression),
          keywords: node.keywords.map(keyword),
        };
      case 'UnaryOp':
        return { kind: 'unary', ...at, operator: operators[node.op.nodeType] ?? '', value: expression(node.operand) };
      case 'BinOp':
        return {
          kind: 'binary',
          ...at,
          left: expression(node.left),
          operator: operators[node.op.nodeType] ?? '',
          right: expression(node.right),
        };
      case 'BoolOp':
        return { kind: node.op.nodeType === 'And' ? 'and' : 'or', ...at, values: node.values.map(expression) };
      case 'Compare':
        return {
          kind: 'compare',
          ...at,
          left: expression(node.left),
          rest: node.comparators.map((one, index) => [
            operators[node.ops[index]?.nodeType ?? ''] ?? '',
            expression(one),
          ]),
        };
      case 'IfExp':
        return {
          kind: 'conditional',
          ...at,
          test: expression(node.test),
          body: expression(node.body),
          otherwise: expression(node.orelse),
        };
      case 'Lambda': {
        const declared = parameters(node.args);
        yields.push(false);
        const body = expression(node.body);
        yields.pop();
        return { kind: 'lambda', ...at, parameters: declared, body };
      }
      case 'ListComp':
      case 'SetComp':
      case 'GeneratorExp':
        return {
          kind: 'comprehension',
          ...at,
          type: node.nodeType === 'ListComp' ? 'list' : node.nodeType === 'SetComp' ? 'set' : 'generator',
          key: undefined,
          value: expression(node.elt),
          generators: generators(node.generators),
        };
      case 'DictComp':
        return {
          kind: 'comprehension',
          ...at,
          type: 'dict',
          key: expression(node.key),
          value: expression(node.value),
          generators: generators(node.generators),
        };
      case 'NamedExpr':
        return {
          kind: 'walrus',
          ...at,
          name: node.target.nodeType === 'Name' ? node.target.id : '',
          value: expression(node.value),
        };
      case 'Await':
        return { kind: 'await', ...at, value: expression(node.value) };
      case 'Yield':
        if (yields.length > 0) yields[yields.length - 1] = true;
        return { kind: 'yield', ...at, value: optional(node.value) };
      case 'YieldFrom':
        if (yields.length > 0) yields[yields.length - 1] = true;
        return { kind: 'yield-from', ...at, value: expression(node.value) };
    }
  }

  function joined(nodes: readonly ExprNode[]): (string | FormatField)[] {
    return nodes.map((node) => {
      if (node.nodeType === 'FormattedValue') {
        const conversion =
          node.conversion === 114 ? 'r' : node.conversion === 115 ? 's' : node.conversion === 97 ? 'a' : undefined;
        return { value: expression(node.value), conversion, spec: optional(node.format_spec) };
      }
      return node.nodeType === 'Constant' ? String(node.value) : '';
    });
  }

  function pattern(node: ForeignPattern): Pattern {
    const at = place(node);
    switch (node.nodeType) {
      case 'MatchValue':
        return { kind: 'value', ...at, value: expression(node.value) };
      case 'MatchSingleton':
        return { kind: 'singleton', ...at, value: typeof node.value === 'boolean' ? node.value : null };
      case 'MatchSequence':
        return { kind: 'sequence', ...at, patterns: node.patterns.map(pattern) };
      case 'MatchOr':
        return { kind: 'either', ...at, patterns: node.patterns.map(pattern) };
      case 'MatchStar':
        return { kind: 'star', ...at, name: node.name };
      case 'MatchAs':
        return { kind: 'as', ...at, pattern: node.pattern ? pattern(node.pattern) : undefined, name: node.name };
      case 'MatchMapping':
        return {
          kind: 'mapping',
          ...at,
          entries: node.patterns.flatMap((one, index) => {
            const key = node.keys[index];
            return key ? [[expression(key), pattern(one)] as const] : [];
          }),
          rest: node.rest,
        };
      case 'MatchClass':
        return {
          kind: 'class',
          ...at,
          cls: expression(node.cls),
          patterns: node.patterns.map(pattern),
          keywords: node.kwd_patterns.map((one, index) => [node.kwd_attrs[index] ?? '', pattern(one)]),
        };
    }
  }

  return { statements };
}

const operators: Readonly<Record<string, string>> = {
  Add: '+',
  Sub: '-',
  Mult: '*',
  MatMult: '@',
  Div: '/',
  Mod: '%',
  Pow: '**',
  LShift: '<<',
  RShift: '>>',
  BitOr: '|',
  BitXor: '^',
  BitAnd: '&',
  FloorDiv: '//',
  Invert: '~',
  Not: 'not',
  UAdd: '+',
  USub: '-',
  Eq: '==',
  NotEq: '!=',
  Lt: '<',
  LtE: '<=',
  Gt: '>',
  GtE: '>=',
  Is: 'is',
  IsNot: 'is not',
  In: 'in',
  NotIn: 'not in',
};
