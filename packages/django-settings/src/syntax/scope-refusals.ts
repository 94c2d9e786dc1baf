/** What CPython's symbol table refuses: a name used before `global`, an argument given twice, `:=` where it may not bind. */
import type { Comprehension, Expression, ParameterSyntax, Statement, SyntaxProblem } from './tree.js';
import { type AnyNode, childrenOf, insideComprehension, type Say } from './tree-walk.js';

/** What is known of names so far in one scope. */
interface Scope {
  readonly kind: 'module' | 'class' | 'function' | 'comprehension';
  readonly outer: Scope | undefined;
  readonly parameters: ReadonlySet<string>;
  readonly assigned: Set<string>;
  readonly used: Set<string>;
  readonly annotated: Set<string>;
  readonly globals: Set<string>;
  readonly nonlocals: Set<string>;
  /** The variables of a comprehension. */
  readonly iterated: Set<string>;
  /** Every name that the scope binds anywhere, for `nonlocal`. */
  readonly binds: ReadonlySet<string>;
}

/** The problems with names of a file. */
export function scopeProblems(body: readonly Statement[]): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  const say: Say = ({ start, end }, message) => problems.push({ start, end, type: 'SyntaxError', message });
  const module = scopeOf('module', undefined, [], body);
  for (const statement of body) walk(statement, module, say);
  return problems;
}

function scopeOf(
  kind: Scope['kind'],
  outer: Scope | undefined,
  parameters: readonly ParameterSyntax[],
  body: readonly Statement[],
): Scope {
  const names = new Set(parameters.map(({ name }) => name));
  return {
    kind,
    outer,
    parameters: names,
    assigned: new Set(),
    used: new Set(),
    annotated: new Set(),
    globals: new Set(),
    nonlocals: new Set(),
    iterated: new Set(),
    binds: kind === 'function' ? new Set([...names, ...body.flatMap(boundBy)]) : new Set(),
  };
}

/** The names that a statement binds in its scope. */
function boundBy(node: AnyNode): string[] {
  if (node.kind === 'function' || (node.kind === 'class' && 'decorators' in node)) return [node.name];
  if (node.kind === 'lambda' || node.kind === 'comprehension') return [];
  const own: string[] = [];
  if (node.kind === 'assign') own.push(...node.targets.flatMap(targetNames));
  if (node.kind === 'augmented' || node.kind === 'annotated' || node.kind === 'for')
    own.push(...targetNames(node.target));
  if (node.kind === 'with') own.push(...node.items.flatMap(({ target }) => (target ? targetNames(target) : [])));
  if (node.kind === 'try') own.push(...node.handlers.flatMap(({ name }) => (name === undefined ? [] : [name])));
  if (node.kind === 'walrus') own.push(node.name);
  if (node.kind === 'import' || node.kind === 'import-from')
    own.push(...node.names.map(({ name, as }) => as ?? name.split('.')[0] ?? name));
  if ((node.kind === 'as' || node.kind === 'star') && node.name !== undefined) own.push(node.name);
  return [...own, ...childrenOf(node).flatMap(boundBy)];
}

function targetNames(target: Expression): string[] {
  if (target.kind === 'name') return [target.name];
  if (target.kind === 'starred') return targetNames(target.value);
  return target.kind === 'tuple' || target.kind === 'list' ? target.items.flatMap(targetNames) : [];
}

function walk(node: AnyNode, scope: Scope, say: Say): void {
  const into = (nodes: readonly (AnyNode | undefined)[], where: Scope = scope): void => {
    for (const one of nodes) if (one) walk(one, where, say);
  };
  switch (node.kind) {
    case 'function':
    case 'lambda': {
      if (node.kind === 'function') scope.assigned.add(node.name);
      into(node.parameters.flatMap(({ default: value, annotation }) => [value, annotation]));
      if (node.kind === 'function') into(node.decorators);
      const seen = new Set<string>();
      for (const { name } of node.parameters) {
        if (seen.has(name)) say(node, `duplicate argument '${name}' in function definition`);
        seen.add(name);
      }
      const body = node.kind === 'function' ? node.body : [];
      const inner = scopeOf('function', scope, node.parameters, body);
      into(node.kind === 'function' ? node.body : [node.body], inner);
      return;
    }
    case 'class':
      if (!('decorators' in node)) {
        into(childrenOf(node));
        return;
      }
      scope.assigned.add(node.name);
      into([...node.decorators, ...node.bases, ...node.keywords.map(({ value }) => value)]);
      into(node.body, scopeOf('class', scope, [], []));
      return;
    case 'comprehension':
      comprehension(node, scope, say, into);
      return;
    case 'global':
    case 'nonlocal':
      declare(node, scope, say);
      return;
    case 'import-from':
      if (scope.kind !== 'module' && node.names.some(({ name }) => name === '*'))
        say(node, 'import * only allowed at module level');
      for (const { name, as } of node.names) scope.assigned.add(as ?? name);
      return;
    case 'import':
      for (const { name, as } of node.names) scope.assigned.add(as ?? name.split('.')[0] ?? name);
      return;
    case 'annotated':
      if (node.target.kind === 'name') {
        const { name } = node.target;
        if (scope.globals.has(name)) say(node, `annotated name '${name}' can't be global`);
        if (scope.nonlocals.has(name)) say(node, `annotated name '${name}' can't be nonlocal`);
        scope.annotated.add(name);
      }
      into(childrenOf(node));
      return;
    case 'walrus':
      walrus(node.name, node, scope, say);
      into([node.value]);
      return;
    case 'name':
      scope.used.add(node.name);
      return;
    case 'assign':
      into([node.value, ...node.targets]);
      break;
    case 'as':
    case 'star':
      if (node.name !== undefined) scope.assigned.add(node.name);
      into(childrenOf(node));
      return;
    case 'yield':
    case 'yield-from':
      if (scope.kind === 'comprehension') say(node, "'yield' inside list comprehension");
      into(childrenOf(node));
      return;
    default:
      into(childrenOf(node));
  }
  for (const name of ['assign', 'augmented', 'for', 'with', 'try'].includes(node.kind) ? ownBound(node) : [])
    scope.assigned.add(name);
}

/** The names that this statement itself binds, not those of its blocks. */
function ownBound(node: AnyNode): string[] {
  if (node.kind === 'assign') return node.targets.flatMap(targetNames);
  if (node.kind === 'augmented' || node.kind === 'for') return targetNames(node.target);
  if (node.kind === 'with') return node.items.flatMap(({ target }) => (target ? targetNames(target) : []));
  return node.kind === 'try' ? node.handlers.flatMap(({ name }) => (name === undefined ? [] : [name])) : [];
}

function declare(node: Extract<Statement, { kind: 'global' | 'nonlocal' }>, scope: Scope, say: Say): void {
  const { kind } = node;
  for (const name of node.names) {
    if (scope.parameters.has(name)) say(node, `name '${name}' is parameter and ${kind}`);
    else if (scope.used.has(name)) say(node, `name '${name}' is used prior to ${kind} declaration`);
    else if (scope.annotated.has(name)) say(node, `annotated name '${name}' can't be ${kind}`);
    else if (scope.assigned.has(name)) say(node, `name '${name}' is assigned to before ${kind} declaration`);
    if (kind === 'global') scope.globals.add(name);
    else if (scope.kind === 'module') say(node, 'nonlocal declaration not allowed at module level');
    else {
      scope.nonlocals.add(name);
      let outer = scope.outer;
      while (outer && !(outer.kind === 'function' && outer.binds.has(name))) outer = outer.outer;
      if (!outer) say(node, `no binding for nonlocal '${name}' found`);
    }
    if (scope.globals.has(name) && scope.nonlocals.has(name)) say(node, `name '${name}' is nonlocal and global`);
  }
}

function comprehension(
  node: Comprehension,
  scope: Scope,
  say: Say,
  into: (nodes: readonly (AnyNode | undefined)[], where?: Scope) => void,
): void {
  const [first] = node.generators;
  into([first?.iterable]);
  for (const { iterable } of node.generators) {
    for (const one of walruses(iterable))
      say(one, 'assignment expression cannot be used in a comprehension iterable expression');
  }
  const inner = scopeOf('comprehension', scope, [], []);
  for (const { target } of node.generators) for (const name of targetNames(target)) inner.iterated.add(name);
  into(insideComprehension(node), inner);
}

function walruses(node: AnyNode): AnyNode[] {
  if (node.kind === 'walrus') return [node];
  return node.kind === 'lambda' ? [] : childrenOf(node).flatMap(walruses);
}

/** `:=` binds in the scope around its comprehensions, of which it may not bind the variables. */
function walrus(name: string, node: AnyNode, scope: Scope, say: Say): void {
  let outer: Scope | undefined = scope;
  while (outer?.kind === 'comprehension') {
    if (outer.iterated.has(name))
      say(node, `assignment expression cannot rebind comprehension iteration variable '${name}'`);
    outer = outer.outer;
  }
  if (scope.kind === 'comprehension' && outer?.kind === 'class')
    say(node, 'assignment expression within a comprehension cannot be used in a class body');
  outer?.assigned.add(name);
}
