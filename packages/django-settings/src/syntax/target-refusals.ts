/** What cannot be assigned to or deleted, as CPython's grammar says. */
import type { Expression, Statement, SyntaxProblem } from './tree.js';
import { type AnyNode, childrenOf, type Say } from './tree-walk.js';

/** The wrong targets of statements. */
export function targetProblems(body: readonly Statement[]): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  const say: Say = ({ start, end }, message) => problems.push({ start, end, type: 'SyntaxError', message });
  const walk = (node: AnyNode): void => {
    look(node, say);
    for (const child of childrenOf(node)) walk(child);
  };
  for (const statement of body) walk(statement);
  return problems;
}

function look(node: AnyNode, say: Say): void {
  switch (node.kind) {
    case 'assign':
      for (const target of node.targets) lookAtTarget(target, say, " here. Maybe you meant '==' instead of '='?");
      return;
    case 'augmented':
      if (node.target.kind === 'tuple' || node.target.kind === 'list')
        say(node.target, `'${node.target.kind}' is an illegal expression for augmented assignment`);
      else if (!['name', 'attribute', 'subscript'].includes(node.target.kind))
        say(node.target, `'${nameOf(node.target)}' is an illegal expression for augmented assignment`);
      return;
    case 'annotated':
      if (node.target.kind === 'tuple' || node.target.kind === 'list')
        say(node.target, `only single target (not ${node.target.kind}) can be annotated`);
      else if (!['name', 'attribute', 'subscript'].includes(node.target.kind))
        say(node.target, 'illegal target for annotation');
      return;
    case 'for':
      lookAtTarget(node.target, say, '');
      return;
    case 'with':
      for (const { target } of node.items) if (target) lookAtTarget(target, say, '');
      return;
    case 'comprehension':
      for (const { target } of node.generators) lookAtTarget(target, say, '');
      return;
    case 'delete':
      for (const target of node.targets) lookAtDeleted(target, say);
      return;
    default:
  }
}

function lookAtTarget(target: Expression, say: Say, hint: string): void {
  switch (target.kind) {
    case 'name':
    case 'attribute':
    case 'subscript':
      return;
    case 'starred':
      lookAtTarget(target.value, say, hint);
      return;
    case 'tuple':
    case 'list':
      for (const item of target.items) lookAtTarget(item, say, '');
      return;
    case 'bool':
    case 'none':
    case 'ellipsis':
      say(target, `cannot assign to ${nameOf(target)}${target.kind === 'ellipsis' ? hint : ''}`);
      return;
    default:
      say(target, `cannot assign to ${nameOf(target)}${hint}`);
  }
}

function lookAtDeleted(target: Expression, say: Say): void {
  if (target.kind === 'tuple' || target.kind === 'list') for (const item of target.items) lookAtDeleted(item, say);
  else if (!['name', 'attribute', 'subscript'].includes(target.kind)) say(target, `cannot delete ${nameOf(target)}`);
}

/** What CPython calls an expression. */
function nameOf(node: Expression): string {
  switch (node.kind) {
    case 'bool':
      return node.value ? 'True' : 'False';
    case 'none':
      return 'None';
    case 'call':
      return 'function call';
    case 'str':
    case 'bytes':
    case 'int':
    case 'float':
    case 'undecoded':
      return 'literal';
    case 'joined':
      return 'f-string expression';
    case 'dict':
      return 'dict literal';
    case 'set':
      return 'set display';
    case 'compare':
      return 'comparison';
    case 'conditional':
      return 'conditional expression';
    case 'comprehension':
      return node.type === 'generator' ? 'generator expression' : `${node.type} comprehension`;
    case 'walrus':
      return 'named expression';
    case 'await':
      return 'await expression';
    case 'yield':
    case 'yield-from':
      return 'yield expression';
    case 'ellipsis':
    case 'lambda':
    case 'starred':
      return node.kind;
    default:
      return 'expression';
  }
}
