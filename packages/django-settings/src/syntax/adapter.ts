/** Statements: from the parser's nodes to ours. */
import { budgets } from '../budgets.js';
import { createExpressionReader, type Reading } from './expressions.js';
import { type Of, readForeign, type StmtNode } from './foreign.js';
import { operators } from './operators.js';
import { offsetsIn } from './places.js';
import type { Alias, Handler, Statement } from './tree.js';

/** The statements of a piece of source whose first character is at `base` of the file. Throws `Refused`, or a RangeError. */
export function readStatements(text: string, base: number): readonly Statement[] {
  const offsets = offsetsIn(text, base);
  const module = readForeign(text, offsets);
  return createReader({ text, base, offsets }).statements(module.body);
}

function createReader(reading: Reading) {
  const { text, base } = reading;
  const { place, mangled, classes, yields, optional, keyword, parameters, expression, pattern } =
    createExpressionReader(reading);

  const statements = (nodes: readonly StmtNode[]): Statement[] =>
    nodes.flatMap((node) => (node.nodeType === 'Comment' ? [] : [statement(node)]));

  let depth = 0;
  function statement(node: Exclude<StmtNode, { nodeType: 'Comment' }>): Statement {
    if (depth >= budgets.statements) throw new RangeError('nested too deeply');
    depth += 1;
    const read = readStatement(node);
    depth -= 1;
    return read;
  }

  function readStatement(node: Exclude<StmtNode, { nodeType: 'Comment' }>): Statement {
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
          simple: node.target.nodeType === 'Name' && text[at.start - base] !== '(',
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
          returns: optional(node.returns),
          typeParameters: typeParameters(node.type_params),
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
          typeParameters: typeParameters(node.type_params),
        };
      case 'TypeAlias':
        return { kind: 'type-alias', ...at, name: node.name.nodeType === 'Name' ? node.name.id : '' };
    }
  }

  const typeParameters = (nodes: readonly { readonly name: string }[] | undefined): string[] =>
    (nodes ?? []).map(({ name }) => mangled(name));

  function inClass(name: string, body: readonly StmtNode[]): Statement[] {
    classes.push(name);
    const read = statements(body);
    classes.pop();
    return read;
  }

  const alias = (node: Of<'Import'>['names'][number]): Alias => ({ ...place(node), name: node.name, as: node.asname });

  return { statements };
}
