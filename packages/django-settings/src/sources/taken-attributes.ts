/** The attributes of an imported module that a module certainly takes as it is loaded. */
import type { Expression, ImportFrom, Node, Statement } from '../syntax/tree.js';
import { type AnyNode, childrenOf } from '../syntax/tree-walk.js';

/** One attribute, and where it is taken. */
interface Taken {
  readonly name: string;
  readonly at: Node;
}

/** Those of a name that one import binds to a module, and nothing else; none where more may bind it, or it is another module. */
export function attributesOf(
  body: readonly Statement[],
  alias: string,
  isOfModule: (from: ImportFrom) => boolean,
): readonly Taken[] {
  const froms = body.filter((one) => one.kind === 'import-from');
  const takesAll = froms.some(({ names }) => names.some(({ name }) => name === '*'));
  if (takesAll || body.reduce((sum, one) => sum + timesBound(one, alias), 0) !== 1) return [];
  const binds = froms.find(({ names }) => names.some(({ name, as }) => name === alias && (as ?? name) === alias));
  if (!binds || !isOfModule(binds)) return [];
  return body.flatMap(valuesOf).flatMap((value) => takenIn(value, alias));
}

function timesBound(node: AnyNode, alias: string): number {
  let count = 0;
  if (node.kind === 'import' || node.kind === 'import-from')
    count = node.names.filter(({ name, as }) => (as ?? name.split('.')[0]) === alias).length;
  else if (node.kind === 'function' || node.kind === 'walrus') count = node.name === alias ? 1 : 0;
  else if (node.kind === 'class') count = 'name' in node && node.name === alias ? 1 : 0;
  else if (node.kind === 'opaque') return 2;
  else if (node.kind === 'assign') count = node.targets.filter((one) => isBound(one, alias)).length;
  else if (node.kind === 'for' || node.kind === 'annotated' || node.kind === 'augmented')
    count = isBound(node.target, alias) ? 1 : 0;
  else if (node.kind === 'with') count = node.items.filter(({ target }) => target && isBound(target, alias)).length;
  else if (node.kind === 'try') count = node.handlers.filter(({ name }) => name === alias).length;
  return childrenOf(node).reduce((sum, child) => sum + timesBound(child, alias), count);
}

const isBound = (target: AnyNode, alias: string): boolean =>
  (target.kind === 'name' && target.name === alias) ||
  ((target.kind === 'tuple' || target.kind === 'list' || target.kind === 'starred') &&
    childrenOf(target).some((one) => isBound(one, alias)));

/** What a statement at the top of a module evaluates, whatever else holds. */
function valuesOf(statement: Statement): readonly Expression[] {
  switch (statement.kind) {
    case 'expression':
    case 'assign':
    case 'augmented':
      return [statement.value];
    case 'annotated':
      return statement.value ? [statement.value] : [];
    case 'class':
      return [...statement.decorators, ...statement.bases];
    case 'function':
      return [...statement.decorators, ...statement.parameters.flatMap((one) => one.default ?? [])];
    case 'if':
    case 'while':
      return [statement.test];
    case 'for':
      return [statement.iterable];
    default:
      return [];
  }
}

/** What is certainly evaluated of an expression. */
function takenIn(node: Expression, alias: string): readonly Taken[] {
  switch (node.kind) {
    case 'attribute':
      return node.value.kind === 'name' && node.value.name === alias
        ? [{ name: node.name, at: node }]
        : takenIn(node.value, alias);
    case 'and':
    case 'or':
      return node.values.slice(0, 1).flatMap((one) => takenIn(one, alias));
    case 'conditional':
      return takenIn(node.test, alias);
    case 'lambda':
    case 'comprehension':
    case 'compare':
      return [];
    default:
      return childrenOf(node).flatMap((one) => takenIn(one as Expression, alias));
  }
}
