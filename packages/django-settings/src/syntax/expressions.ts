/** Expressions and patterns: from the parser's nodes to ours. */
import { budgets } from '../budgets.js';
import type { ExprNode, ForeignArguments, ForeignPattern, Of } from './foreign.js';
import { misreadEscape, readLiteral } from './literals.js';
import { operators } from './operators.js';
import type { Offsets } from './places.js';
import type { Expression, FormatField, Generator, Keyword, ParameterSyntax, Pattern } from './tree.js';

/** What reading a piece of source needs to know and keeps account of. */
export interface Reading {
  readonly text: string;
  /** The offset of its first character in the file. */
  readonly base: number;
  readonly offsets: Offsets;
}

/** Readers of what statements are made of. */
export function createExpressionReader({ text, base, offsets }: Reading) {
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

  const optional = (node: ExprNode | null | undefined): Expression | undefined => (node ? expression(node) : undefined);
  const keyword = (node: Of<'Call'>['keywords'][number]): Keyword => ({
    ...place(node),
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
        place: place(arg),
      }),
    );
    const single = (arg: ForeignArguments['args'][number], kind: 'rest' | 'extra'): ParameterSyntax => ({
      name: arg.arg,
      kind,
      default: undefined,
      annotation: optional(arg.annotation),
      place: place(arg),
    });
    if (node.vararg) declared.push(single(node.vararg, 'rest'));
    for (const [index, arg] of node.kwonlyargs.entries()) {
      declared.push({
        name: mangled(arg.arg),
        kind: 'keyword-only',
        default: optional(node.kw_defaults[index]),
        annotation: optional(arg.annotation),
        place: place(arg),
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

  let depth = 0;
  /** Throws a RangeError for what is nested too deeply: whoever walks through the tree after this may rely on it. */
  function expression(node: ExprNode): Expression {
    if (depth >= budgets.expressions) throw new RangeError('nested too deeply');
    depth += 1;
    const read = readExpression(node);
    depth -= 1;
    return read;
  }

  function readExpression(node: ExprNode): Expression {
    const at = place(node);
    switch (node.nodeType) {
      case 'Name':
        return { kind: 'name', ...at, name: mangled(node.id.normalize('NFKC')) };
      case 'Constant':
        return readLiteral(node.value, node.quote_style, text.slice(at.start - base, at.end - base), at);
      case 'JoinedStr': {
        const source = text.slice(at.start - base, at.end - base);
        const undecoded = misreadEscape(source) ?? shownAmiss(node.values, source);
        return undecoded
          ? { kind: 'undecoded', ...at, why: undecoded }
          : { kind: 'joined', ...at, parts: joined(node.values) };
      }
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
        return { kind: 'subscript', ...at, value: expression(node.value), index: indexOf(node.slice) };
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
          name: node.target.nodeType === 'Name' ? mangled(node.target.id.normalize('NFKC')) : '',
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

  /** `x[*a]` is indexed by a tuple. */
  function indexOf(node: ExprNode): Expression {
    const index = expression(node);
    return index.kind === 'starred' ? { ...index, kind: 'tuple', items: [index] } : index;
  }

  /** CPython takes `#` in the text that `{… = }` shows for the begin of a comment, and decodes what is escaped in it up to 3.13.0. */
  function shownAmiss(nodes: readonly ExprNode[], source: string): string | undefined {
    const isRaw = /^(?:[rR]|[fF][rR])/.test(source);
    for (const [index, node] of nodes.entries()) {
      const before = nodes[index - 1];
      if (node.nodeType !== 'FormattedValue' || before?.nodeType !== 'Constant') continue;
      const { start, end } = place(node.value);
      if (!/=\s*$/.test(String(before.value))) continue;
      const shown = text.slice(start - base, end - base);
      if (shown.includes('#')) return 'it shows the text of a value with `#`';
      if (!isRaw && shown.includes('\\')) return 'it shows the text of a value with a backslash';
    }
    return undefined;
  }

  function joined(nodes: readonly ExprNode[]): (string | FormatField)[] {
    return nodes.map((node) => {
      if (node.nodeType === 'FormattedValue') {
        const conversion =
          node.conversion === 114 ? 'r' : node.conversion === 115 ? 's' : node.conversion === 97 ? 'a' : undefined;
        return { place: place(node), value: expression(node.value), conversion, spec: optional(node.format_spec) };
      }
      return node.nodeType === 'Constant' ? String(node.value) : '';
    });
  }

  function pattern(node: ForeignPattern): Pattern {
    const at = place(node);
    switch (node.nodeType) {
      case 'MatchValue':
        // The parser takes an f-string for a plain one here.
        if (/^(?:[rR]?[fF]|[fF][rR])['"]/.test(text.slice(at.start - base, at.end - base)))
          return { kind: 'value', ...at, value: { kind: 'joined', ...at, parts: [] } };
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

  return { place, mangled, classes, yields, optional, keyword, parameters, expression, pattern };
}
